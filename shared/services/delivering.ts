import { randomUUID } from "node:crypto";
import type { DeliveryEntry, DeliveryList } from "../contracts/meetings-api.ts";
import {
  afterSending,
  conversationLimits,
  mayBeSentFrom,
  type Pace,
  readPace,
  restedPace,
  tenantLimits,
} from "../rules/deliveries/pacing.ts";
import { afterFailure } from "../rules/deliveries/retrying.ts";
import type {
  Audience,
  DeliveryRecord,
  Place,
  StateStore,
  TakenDelivery,
  Target,
} from "../store/state-store.ts";
import { type Caller, roles } from "./caller.ts";
import type { Clock } from "./clock.ts";
import type { DeliveryPlanning } from "./delivery-planning.ts";
import { refuse } from "./refused.ts";
import { type OutgoingMessage, type Sending, SendingRefused } from "./sending.ts";

/** From the clock and the records to messages on their way, and from there to whoever posts them. */
export interface Delivering {
  /**
   * Works out what is due and puts what is new into the outbox. Of several instances one does it at a time; the
   * others come away with nothing. @returns keys of the new deliveries.
   */
  planDue(): Promise<readonly string[]>;
  /**
   * Sends what may be sent now, several targets side by side, until the outbox has nothing more to give or Teams’
   * limits are reached: what is held back goes in a later round.
   */
  sendWaiting(sending: Sending): Promise<void>;
  /** Every delivery: what, where, when, how often tried, why not. */
  ledger(): Promise<readonly DeliveryRecord[]>;
  /** The ledger as officers see it, with a preview of what waits for their yes. Officers only. */
  list(caller: Caller): Promise<DeliveryList>;
  /** Says yes to the first post to a channel: what was held for it goes out. Officers only. @returns how many. */
  approve(caller: Caller, audience: Audience): Promise<number>;
  /** Takes a post back, or withdraws it before it is out. Officers only. */
  recall(caller: Caller, key: string): Promise<void>;
  /** @returns whether the bot is new there. */
  remember(place: Place): Promise<boolean>;
  forget(placeId: string): Promise<void>;
  /** Every place the bot may write to. */
  places(): Promise<readonly Place[]>;
}

export interface DeliveringNeeds {
  readonly planning: DeliveryPlanning;
  readonly store: StateStore;
  readonly channels: Readonly<Record<Audience, string>>;
  readonly clock: Clock;
  /** Raises Teams’ limits by that factor, for load tests alone; 1 keeps them. */
  readonly pace: number;
  /** How many instances share the tenant’s limit. */
  readonly instances: number;
  /** Writes down that a channel has been approved. */
  readonly keepApproval: (caller: Caller, audience: Audience) => Promise<void>;
}

/** Seconds after which a delivery that was being sent when the process died is taken up again. */
const leaseSeconds = 30;
/** Seconds for which one instance alone plans. */
const planningSeconds = 90;
/** Targets written to side by side. */
const sideBySide = 12;
/** Deliveries shown to officers, the latest first. */
const ledgerShown = 500;
/** Seconds until a target without a place is looked for again. */
const absentSeconds = 3;

export function createDelivering(needs: DeliveringNeeds): Delivering {
  const { planning, store, channels, clock, pace: times, instances, keepApproval } = needs;
  const instance = randomUUID();
  const inFlight = new Set<string>();
  let tenantPace: Pace = restedPace;

  async function placeOf(to: Target): Promise<Place | null> {
    const places = await store.places.all();
    const [kind, name = ""] = splitTarget(to);
    switch (kind) {
      case "place":
        return places.find(({ id }) => id === name) ?? null;
      case "person":
        return places.find((place) => place.kind === "personal" && place.entraObjectId === name) ?? null;
      case "channel": {
        const wanted = channels[name as Audience].trim().toLowerCase();
        return (
          places.find(
            (place) =>
              place.kind === "channel" &&
              (place.id.toLowerCase() === wanted || place.name?.trim().toLowerCase() === wanted),
          ) ?? null
        );
      }
    }
  }

  function whereMissing(to: Target): string {
    const [kind, name = ""] = splitTarget(to);
    if (kind === "channel")
      return `The bot is not in a channel called “${channels[name as Audience]}”. Add it to the team.`;
    return kind === "person"
      ? "This person has not opened a chat with Clear Days yet."
      : "The bot is no longer in this conversation.";
  }

  /** Whether the tenant’s limit, shared evenly among the instances, takes one more message now; if so it is counted. */
  function takesOneMore(): boolean {
    const now = clock.now().getTime();
    if (mayBeSentFrom(tenantPace, now, tenantLimits, times / instances) > now) return false;
    tenantPace = { ...afterSending(tenantPace, now), minutes: [] };
    return true;
  }

  /** Does what a delivery asks for. @returns where it stands now; null when there is nothing left to do. */
  async function carryOut(
    delivery: TakenDelivery,
    place: Place,
    sending: Sending,
  ): Promise<{ placeId: string; activityId: string } | null> {
    const message: OutgoingMessage = { card: delivery.card, text: delivery.text };
    if (delivery.act === "post") return { placeId: place.id, activityId: await sending.post(place, message) };
    const about = delivery.of === undefined ? null : await store.outbox.byKey(delivery.of);
    if (about?.state !== "sent" || about.activityId === undefined) return null;
    const stands = { placeId: place.id, activityId: about.activityId };
    switch (delivery.act) {
      case "update":
        try {
          await sending.update(place, about.activityId, message);
          return stands;
        } catch (error) {
          if (!isGone(error)) throw error;
          // Teams has lost the card: it is posted anew, and later updates go there.
          const anew = { placeId: place.id, activityId: await sending.post(place, message) };
          await store.outbox.reposted(about.key, anew);
          return anew;
        }
      case "reply":
        return { placeId: place.id, activityId: await sending.reply(place, about.activityId, message) };
      case "recall":
        try {
          await sending.recall(place, about.activityId);
        } catch (error) {
          if (!isGone(error)) throw error;
        }
        await store.outbox.recalled(about.key);
        return stands;
    }
  }

  async function send(delivery: TakenDelivery, sending: Sending): Promise<void> {
    const { key, to, attempts } = delivery;
    const started = clock.now();
    const pace = readPace(delivery.pace);
    const from = mayBeSentFrom(pace, started.getTime(), conversationLimits, times);
    if (from > started.getTime()) {
      await store.outbox.postponed(key, "Teams takes no more messages there just now.", new Date(from));
      return;
    }
    const place = await placeOf(to);
    if (!place) {
      await store.outbox.postponed(key, whereMissing(to), later(absentSeconds));
      return;
    }
    const paced = () => JSON.stringify(afterSending(pace, started.getTime()));
    try {
      const stands = await carryOut(delivery, place, sending);
      if (stands) await store.outbox.sent(key, { ...stands, at: clock.now() }, paced());
      else await store.outbox.notSent(key, "What it was about is not posted.", null);
    } catch (error) {
      const failure =
        error instanceof SendingRefused
          ? { status: error.status, code: error.code, retryAfter: error.retryAfter }
          : { status: 0, code: "", retryAfter: undefined };
      const { retryAfter, ...rest } = failure;
      const next = afterFailure(
        retryAfter === undefined ? rest : { ...rest, retryAfter },
        attempts,
        Math.random(),
      );
      const problem = error instanceof Error ? error.message : String(error);
      switch (next.does) {
        case "forget-place":
          await store.places.forget(place.id);
          await store.outbox.notSent(key, `${problem} ${whereMissing(to)}`, later(absentSeconds), paced());
          return;
        case "retry":
          await store.outbox.notSent(key, problem, later(next.inSeconds), paced());
          return;
        default:
          await store.outbox.notSent(key, problem, null, paced());
      }
    }
  }

  function later(seconds: number): Date {
    return new Date(clock.now().getTime() + seconds * 1000);
  }

  return {
    async planDue() {
      if (!(await store.leases.hold("planning", instance, clock.now(), planningSeconds))) return [];
      const deliveries = await planning.plan(await store.outbox.all());
      return deliveries.length === 0 ? [] : store.outbox.add(deliveries, clock.now());
    },

    async sendWaiting(sending) {
      const lane = async (): Promise<void> => {
        for (;;) {
          const delivery = await store.outbox.take(clock.now(), leaseSeconds);
          if (!delivery) return;
          if (!takesOneMore()) {
            const soon = new Date(clock.now().getTime() + 200);
            await store.outbox.postponed(
              delivery.key,
              "Teams takes no more messages of ours just now.",
              soon,
            );
            return;
          }
          // A machine that slept through the lease is still sending it.
          if (inFlight.has(delivery.key)) {
            await store.outbox.postponed(delivery.key, "It is being sent.", later(leaseSeconds));
            continue;
          }
          inFlight.add(delivery.key);
          try {
            await send(delivery, sending);
          } finally {
            inFlight.delete(delivery.key);
          }
        }
      };
      await Promise.all(Array.from({ length: sideBySide }, lane));
    },

    ledger: () => store.outbox.all(),

    async list(caller) {
      checkOfficer(caller);
      const all = await store.outbox.all();
      const waiting = new Set(all.filter(({ state }) => state === "held").map(({ to }) => to));
      return {
        waitingForYes: (["members", "officers"] as const).filter((audience) =>
          waiting.has(`channel:${audience}`),
        ),
        deliveries: all.slice(-ledgerShown).reverse().map(entryOf),
      };
    },

    async approve(caller, audience) {
      checkOfficer(caller);
      await keepApproval(caller, audience);
      return store.outbox.release(`channel:${audience}`);
    },

    async recall(caller, key) {
      checkOfficer(caller);
      const record = await store.outbox.byKey(key);
      if (!record) refuse("not-found", "There is no such message.");
      if (await store.outbox.withdraw(key)) return;
      if (record.act !== "post" || record.state !== "sent")
        refuse("bad-request", "Only a card that stands in a channel or chat can be taken back.");
      const recall = { key: `${key}:recall`, to: record.to, act: "recall", of: key } as const;
      await store.outbox.add([{ ...recall, card: "", text: `Taken back by ${caller.name}.` }], clock.now());
    },

    remember: (place) => store.places.remember(place),
    forget: (placeId) => store.places.forget(placeId),
    places: () => store.places.all(),
  };
}

const targetWords = {
  "channel:members": "Members’ channel",
  "channel:officers": "Officers’ channel",
} as const;

function entryOf(record: DeliveryRecord): DeliveryEntry {
  const { key, to, act, state, attempts, text, card, addedAt, sentAt, notBefore, problem } = record;
  return {
    key,
    to:
      to === "channel:members" || to === "channel:officers"
        ? targetWords[to]
        : to.startsWith("person:")
          ? "One person"
          : "One conversation",
    act,
    state,
    attempts,
    words: text.length > 200 ? `${text.slice(0, 199)}…` : text,
    card: state === "held" ? card : "",
    addedAt,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(notBefore === "" || state !== "waiting" ? {} : { notBefore }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function splitTarget(to: Target): ["channel" | "person" | "place", string] {
  const colon = to.indexOf(":");
  return [to.slice(0, colon) as "channel" | "person" | "place", to.slice(colon + 1)];
}

/** Whether the activity itself is gone, not the conversation. */
function isGone(error: unknown): boolean {
  return (
    error instanceof SendingRefused &&
    afterFailure({ status: error.status, code: error.code }, 1, 0).does === "repost"
  );
}

function checkOfficer(caller: Caller): void {
  if (!caller.roles.includes(roles.committeeOfficer))
    refuse("not-allowed", "Only committee officers approve channels and take messages back.");
}
