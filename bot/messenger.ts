import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type ChannelAccount,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  StatusCodes,
  type TeamsChannelData,
  TurnContext,
} from "botbuilder";
import { MsalServiceClientCredentialsFactory } from "botframework-connector";
import type { Request, Response } from "restify";
import type { Card } from "../shared/cards/card.ts";
import { readCardAction } from "../shared/contracts/card-actions.ts";
import { readPlanSearch } from "../shared/contracts/forward-plan-api.ts";
import type { Services } from "../shared/services/compose.ts";
import { type OutgoingMessage, type Sending, SendingRefused } from "../shared/services/sending.ts";
import type { Settings } from "../shared/settings/settings.ts";
import type { Place } from "../shared/store/state-store.ts";
import { answerACard } from "./card-actions/answer-a-card.ts";
import { openConnector } from "./connector.ts";
import { answerAQuestion } from "./conversations/answer-a-question.ts";
import { greet } from "./conversations/greet.ts";
import { searchThePlan } from "./conversations/search-the-plan.ts";
import type { Turn } from "./conversations/turn.ts";
import { errorFacts, type Log } from "./log.ts";

/**
 * The bot’s end of Teams: takes activities in, hands them on as turns, and posts cards. The only file that knows
 * botbuilder’s types, so that its successor replaces this file alone.
 */
export interface Messenger {
  receive(request: Request, response: Response): Promise<void>;
  readonly sending: Sending;
  /**
   * Looks at every team the bot is in, because Teams does not always tell: channels that are new are remembered,
   * renamed ones get their name, those that are gone are forgotten.
   */
  repairRoster(): Promise<void>;
}

export function createMessenger(settings: Settings, services: Services, log: Log): Messenger {
  const { bot, entra } = settings;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ValidateAuthority: "true",
      ToBotFromChannelTokenIssuer: bot.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: bot.openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: bot.openIdMetadata,
      ToChannelFromBotLoginUrl: entra.authority,
      ToChannelFromBotOAuthScope: "https://api.botframework.com",
      OAuthUrl: entra.authority,
    } as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0],
    new MsalServiceClientCredentialsFactory(bot.appId, services.botClient as never),
  );
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (context, error) => {
    log("turn.failed", { type: context.activity.type, ...errorFacts(error) });
    if (context.activity.type === ActivityTypes.Message) {
      await context.sendActivity("Something went wrong on our side. Ask again in a minute.");
    }
  };
  const connector = openConnector(services.botToken);
  const teamsSeen = new Set<string>();

  async function handle(context: TurnContext): Promise<void> {
    const { activity } = context;
    switch (activity.type) {
      case ActivityTypes.Message:
        await rememberPlaces(context);
        if (!sharesACard(activity) || wordsOf(activity) !== "") await answerAQuestion(turnOf(context));
        return;
      case ActivityTypes.Invoke:
        await answerInvoke(context);
        return;
      case ActivityTypes.ConversationUpdate:
      case ActivityTypes.InstallationUpdate:
        await handleMembership(context);
        return;
      default:
        return;
    }
  }

  async function handleMembership(context: TurnContext): Promise<void> {
    const { activity } = context;
    const botId = activity.recipient.id;
    const removed =
      (activity.type === ActivityTypes.InstallationUpdate && activity.action === "remove") ||
      activity.membersRemoved?.some((member) => member.id === botId);
    const team = ((activity.channelData ?? {}) as TeamsChannelData).team?.id;
    if (removed) {
      await forgetTeamOrPlace(team, placeIdOf(activity));
      return;
    }
    // A channel that was made, renamed, restored or deleted, a team that was archived: look at the whole team again.
    if (team !== undefined && ((activity.channelData ?? {}) as TeamsChannelData).eventType !== undefined)
      teamsSeen.delete(team);
    const isNew = await rememberPlaces(context);
    const added =
      activity.type === ActivityTypes.InstallationUpdate ||
      (activity.membersAdded?.some((member) => member.id === botId) ?? false);
    // Teams tells of an installation twice, and again whenever it likes: greet only where the bot is new.
    if (added && isNew) await greet(turnOf(context));
  }

  async function answerInvoke(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (activity.name === "composeExtension/query") {
      await sendInvokeResponse(context, answerSearch(activity.value, services));
      return;
    }
    if (activity.name !== "adaptiveCard/action") {
      await sendInvokeResponse(context, { status: StatusCodes.NOT_IMPLEMENTED });
      return;
    }
    const pressed = (activity.value as { action?: { verb?: unknown; data?: unknown } } | undefined)?.action;
    const action = readCardAction(pressed?.verb, pressed?.data);
    if (!action) {
      await sendInvokeResponse(context, {
        status: StatusCodes.OK,
        body: {
          statusCode: StatusCodes.BAD_REQUEST,
          type: "application/vnd.microsoft.error",
          value: {
            code: "BadRequest",
            message: "This button is from an older version. Ask the question again.",
          },
        },
      });
      return;
    }
    const personal = kindOf(activity) === "personal";
    const person = activity.from.aadObjectId;
    const card = await answerACard({
      action,
      conversation: activity.conversation.id,
      services,
      ...(personal && person ? { entraObjectId: person } : {}),
    });
    await sendInvokeResponse(context, {
      status: StatusCodes.OK,
      body: { statusCode: StatusCodes.OK, type: "application/vnd.microsoft.card.adaptive", value: card.json },
    });
  }

  function turnOf(context: TurnContext): Turn {
    const { activity } = context;
    const person = activity.from.aadObjectId;
    return {
      text: wordsOf(activity),
      conversation: activity.conversation.id,
      kind: kindOf(activity),
      services,
      reply: async (card) => {
        // The token of the request was checked against this service address before the turn began.
        const address = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
        await connector.send(
          activity.id === undefined || activity.type !== ActivityTypes.Message
            ? address
            : { ...address, replyToId: activity.id },
          outgoing(activity.recipient, activity.from, card.json, card.text),
        );
      },
      ...(person ? { entraObjectId: person } : {}),
    };
  }

  /** Remembers where this came from, and every channel of a team once the bot is in it. @returns whether it is new. */
  async function rememberPlaces(context: TurnContext): Promise<boolean> {
    const { activity } = context;
    const reference = TurnContext.getConversationReference(activity);
    const kind = kindOf(activity);
    const channelData = (activity.channelData ?? {}) as TeamsChannelData;
    if (kind !== "channel") {
      return services.delivering.remember(placeFor(placeIdOf(activity), kind, reference, activity));
    }
    const team = channelData.team?.id;
    if (!team || teamsSeen.has(team)) return false;
    teamsSeen.add(team);
    try {
      return await rememberTeam(team, { ...reference, team: { id: team } });
    } catch (error) {
      log("team.channels-unread", errorFacts(error));
      teamsSeen.delete(team);
      const here = placeFor(placeIdOf(activity), "channel", { ...reference, team: { id: team } }, activity);
      const name = channelData.channel?.name;
      return services.delivering.remember(name === undefined ? here : { ...here, name });
    }
  }

  /** Remembers every channel of a team, and forgets those it no longer has. @returns whether any is new. */
  async function rememberTeam(team: string, reference: PlaceReference): Promise<boolean> {
    const channels = await connector.channels(reference.serviceUrl ?? "", team);
    if (channels.length === 0) return false;
    const known = await placesOfTeam(team);
    let isNew = false;
    for (const { id, name } of channels) {
      const added = await services.delivering.remember({
        id,
        kind: "channel",
        // Teams leaves out the name of the General channel; its id is the team’s.
        name: name ?? "General",
        reference: JSON.stringify({ ...reference, conversation: { ...reference.conversation, id } }),
      });
      isNew ||= added;
    }
    for (const { id } of known)
      if (!channels.some((channel) => channel.id === id)) await services.delivering.forget(id);
    return isNew;
  }

  async function placesOfTeam(team: string): Promise<Place[]> {
    const places = await services.delivering.places();
    return places.filter(
      ({ kind, reference }) =>
        kind === "channel" && (JSON.parse(reference) as PlaceReference).team?.id === team,
    );
  }

  async function forgetTeamOrPlace(team: string | undefined, place: string): Promise<void> {
    const gone = team === undefined ? [] : await placesOfTeam(team);
    for (const { id } of gone) await services.delivering.forget(id);
    await services.delivering.forget(place);
    if (team !== undefined) teamsSeen.delete(team);
  }

  return {
    async repairRoster() {
      const references = new Map<string, PlaceReference>();
      for (const { kind, reference } of await services.delivering.places()) {
        const read = JSON.parse(reference) as PlaceReference;
        if (kind === "channel" && read.team) references.set(read.team.id, read);
      }
      for (const [team, reference] of references) {
        try {
          await rememberTeam(team, reference);
        } catch (error) {
          if (!(error instanceof SendingRefused) || (error.status !== 403 && error.status !== 404))
            throw error;
          // The bot is no longer in that team, and nobody told it.
          log("team.gone", errorFacts(error));
          await forgetTeamOrPlace(team, team);
        }
      }
    },
    receive: (request, response) => adapter.process(request as never, response as never, handle),
    sending: {
      async post(place, message) {
        const { address, bot } = addressOf(place);
        const id = await connector.send(address, activityOf(bot, message));
        log("message.sent", { place: place.name ?? place.id });
        return id;
      },
      async update(place, activityId, message) {
        const { address, bot } = addressOf(place);
        await connector.update(address, activityId, activityOf(bot, message));
        log("message.updated", { place: place.name ?? place.id });
      },
      async reply(place, activityId, message) {
        const { address, bot } = addressOf(place);
        return connector.send({ ...address, replyToId: activityId }, activityOf(bot, message));
      },
      async recall(place, activityId) {
        await connector.remove(addressOf(place).address, activityId);
        log("message.recalled", { place: place.name ?? place.id });
      },
    },
  };
}

/** What is kept of a place: the SDK’s reference, and the team of a channel. */
type PlaceReference = Partial<ConversationReference> & { readonly team?: { readonly id: string } };

/** Where a place is written to, and as whom. @throws {SendingRefused} when its reference is not whole. */
function addressOf(place: Place): {
  address: { serviceUrl: string; conversationId: string };
  bot: ChannelAccount;
} {
  const reference = JSON.parse(place.reference) as Partial<ConversationReference>;
  if (!reference.serviceUrl || !reference.bot)
    throw new SendingRefused(400, "", "The place’s address is incomplete. Add the bot again.");
  return {
    address: { serviceUrl: reference.serviceUrl, conversationId: place.id },
    bot: reference.bot,
  };
}

function activityOf(bot: ChannelAccount, { card, text }: OutgoingMessage): Record<string, unknown> {
  if (card !== "") return outgoing(bot, undefined, JSON.parse(card), text);
  return { type: ActivityTypes.Message, from: bot, text, textFormat: "plain" };
}

/** Whether a message brings a card along, as one does that was searched for in the compose box. */
function sharesACard({ attachments }: Activity): boolean {
  return (
    attachments?.some(({ contentType }) => contentType === "application/vnd.microsoft.card.adaptive") ?? false
  );
}

/** What a person typed: without the mention of the bot, and without the mark that stands for a card. */
function wordsOf(activity: Activity): string {
  if (activity.type !== ActivityTypes.Message) return "";
  const text = TurnContext.removeRecipientMention(activity) ?? "";
  return (sharesACard(activity) ? text.replace(/<\/?span\b[^>]*>/g, "") : text).trim();
}

/** The answer to a query of the message extension: a list whose entries become cards in the message. */
function answerSearch(value: unknown, services: Services): InvokeResponse {
  const search = readPlanSearch(value);
  if (!search) return { status: StatusCodes.BAD_REQUEST };
  const { found, message } = searchThePlan(search, services);
  const composeExtension =
    message === null
      ? {
          type: "result",
          attachmentLayout: "list",
          attachments: found.map(({ title, line, card }) => ({
            ...CardFactory.adaptiveCard(card.json),
            preview: CardFactory.thumbnailCard(title, undefined, undefined, { text: line }),
          })),
        }
      : { type: "message", text: message };
  return { status: StatusCodes.OK, body: { composeExtension } };
}

/** A card with its words: notifications and screen readers get the summary. */
function outgoing(
  bot: ChannelAccount,
  person: ChannelAccount | undefined,
  card: Card["json"],
  text: string,
): Record<string, unknown> {
  return {
    type: ActivityTypes.Message,
    from: bot,
    ...(person ? { recipient: person } : {}),
    summary: text.slice(0, 1_000),
    attachments: [CardFactory.adaptiveCard(card)],
  };
}

function kindOf(activity: Activity): Turn["kind"] {
  const type = activity.conversation.conversationType;
  return type === "channel" ? "channel" : type === "groupChat" ? "group" : "personal";
}

/** The id of the place: a channel’s own id, without the thread that a message belongs to. */
function placeIdOf(activity: Activity): string {
  const channelData = (activity.channelData ?? {}) as TeamsChannelData;
  return channelData.channel?.id ?? activity.conversation.id.replace(/;messageid=.*$/, "");
}

function placeFor(id: string, kind: Place["kind"], reference: PlaceReference, activity: Activity): Place {
  const { activityId: _, ...kept } = reference;
  const conversation = { ...reference.conversation, id };
  return {
    id,
    kind,
    reference: JSON.stringify({ ...kept, conversation }),
    ...(kind === "personal" && activity.from.aadObjectId ? { entraObjectId: activity.from.aadObjectId } : {}),
  };
}

async function sendInvokeResponse(context: TurnContext, response: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: response });
}
