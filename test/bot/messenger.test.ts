import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../../shared/rules/dates/calendar-arithmetic.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";
import { type RunningBot, startRunningBot } from "../builders/running-bot.ts";

let bot: RunningBot;
const secret = "the reserve price is one million";

beforeAll(async () => {
  bot = await startRunningBot(async ({ records, clock }) => {
    const today = clock.today();
    await records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
    ]);
    await records.addPeople([
      {
        key: "COUNCILLOR-1",
        name: "Councillor Ada Whitfield",
        kind: "Councillor",
        entraObjectId: "00000000-0000-4000-8000-000000000020",
        ward: "Linacre",
        seats: ["CAB"],
        active: true,
      },
    ]);
    await records.addForwardPlan(
      anEdition({
        key: "FP/NOW",
        periodFrom: today,
        periodTo: addDays(today, 120),
        publishedOn: addDays(today, -30),
      }),
      [
        anItem({ title: "Library Hours", on: addDays(today, 20), wards: ["Linacre"] }),
        anItem({ title: "Park Benches", on: addDays(today, 25), wards: ["Derby"] }),
        ...Array.from({ length: 9 }, (_, index) =>
          anItem({ title: `Matter ${index + 1}`, on: addDays(today, 30 + index) }),
        ),
      ],
    );
  });
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.sent.length = 0;
});

/** The texts of the last card that was sent, in one line. */
function lastCard(): string {
  return JSON.stringify(bot.sent.at(-1)?.body.attachments?.[0]?.content ?? null);
}

describe("in a chat", () => {
  it("a question is answered with a card and its words beside it", async () => {
    expect((await bot.deliver({ text: "what is coming up" })).status).toBe(200);
    expect(bot.sent).toHaveLength(1);
    expect(bot.sent[0]?.body.summary).toContain("11 items");
    expect(lastCard()).toContain("1 to 6 of 11");
    expect(bot.sent[0]?.authorization).toMatch(/^Bearer /);
  });

  it("a councillor’s own ward is known", async () => {
    await bot.deliver({ text: "only my ward", conversation: { id: "chat-2", conversationType: "personal" } });
    expect(lastCard()).toContain("Library Hours");
    expect(lastCard()).not.toContain("Park Benches");
  });

  it("whom to ring stands on the card", async () => {
    await bot.deliver({
      text: "who do I ring about the library hours?",
      conversation: { id: "chat-7", conversationType: "personal" },
    });
    expect(lastCard()).toContain("Whom to contact");
    expect(lastCard().replace(/"(fallbackText|speak)":"[^"]*"/g, "")).toContain(
      "robin.marsh@council.example",
    );
  });

  it("“the second one” means the second of the last answer", async () => {
    const conversation = { id: "chat-3", conversationType: "personal" };
    await bot.deliver({ text: "what is coming up", conversation });
    await bot.deliver({ text: "tell me about the second one", conversation });
    expect(lastCard()).toContain("Forward Plan item");
    expect(lastCard()).toContain("Park Benches");
  });

  it("a card that is only shared is no question", async () => {
    const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: {} }];
    const mark = '<span class="inline-compose-card"><span itemprop="cardId"></span></span>\n';
    await bot.deliver({ text: mark, attachments });
    expect(bot.sent).toEqual([]);
    await bot.deliver({ text: `${mark}what is coming up`, attachments });
    expect(bot.sent[0]?.body.summary).toContain("11 items");
  });

  it("a stranger is public: their ward is not guessed", async () => {
    await bot.deliver({
      text: "anything for my ward",
      from: { id: "stranger", aadObjectId: "00000000-0000-4000-8000-00000000ffff" },
      conversation: { id: "chat-4", conversationType: "personal" },
    });
    expect(bot.sent).toHaveLength(1);
    expect(lastCard()).not.toContain("Linacre ward");
  });
});

describe("the button that follows", () => {
  const conversation = { id: "chat-9", conversationType: "personal" };
  const press = (topic: string, where: object) =>
    bot.deliver({
      type: "invoke",
      name: "adaptiveCard/action",
      conversation: where,
      value: { action: { type: "Action.Execute", verb: "follow", data: { topic } } },
    });

  it("stands on an answer that a topic finds again, and on an item", async () => {
    await bot.deliver({ text: "what affects Derby ward only?", conversation });
    expect(lastCard()).toMatch(/"verb":"follow","data":\{"topic":"[^"]*Derby/);
    await bot.deliver({ text: "tell me about the library hours", conversation });
    expect(lastCard()).toContain('"verb":"follow","data":{"topic":"Library Hours"}');
  });

  it.each([
    ["for a month, which passes", "what is coming up next month?", conversation],
    ["for everything", "what is coming up", conversation],
    [
      "where others read along",
      "tell me about the library hours",
      { id: "group-9", conversationType: "groupChat", isGroup: true },
    ],
  ])("does not stand %s", async (_, text, where) => {
    await bot.deliver({ text, conversation: where });
    expect(lastCard()).toContain("AdaptiveCard");
    expect(lastCard()).not.toContain('"verb":"follow"');
  });

  it("follows for the one who pressed, in their own chat only", async () => {
    const pressed = await press("Library Hours", conversation);
    expect(JSON.stringify(pressed.body)).toContain("You follow “Library Hours”");
    const elsewhere = await press("Library Hours", {
      id: "group-9",
      conversationType: "groupChat",
      isGroup: true,
    });
    expect(JSON.stringify(elsewhere.body)).toContain("in our own chat");
    await bot.deliver({ text: "what do I follow?", conversation });
    expect(lastCard()).toContain("You follow “Library Hours”");
  });
});

describe("in a channel", () => {
  const channel = {
    conversation: { id: "team-1;messageid=5", conversationType: "channel", isGroup: true },
    channelData: { team: { id: "team-1" }, channel: { id: "team-1" }, tenant: { id: "t" } },
  };

  it("the bot greets once when it is let in, however often it is told", async () => {
    const installed = { ...channel, type: "conversationUpdate", membersAdded: [{ id: "bot-1" }] };
    await bot.deliver(installed);
    await bot.deliver(installed);
    await bot.deliver({ ...channel, type: "installationUpdate", action: "add" });
    expect(bot.sent).toHaveLength(1);
    expect(lastCard()).toContain("Clear Days");
  });

  it("who asks makes no difference: “my ward” is nobody’s", async () => {
    await bot.deliver({
      ...channel,
      text: "<at>Clear Days</at> only my ward",
      entities: [{ type: "mention", text: "<at>Clear Days</at>", mentioned: { id: "bot-1" } }],
    });
    expect(lastCard()).not.toContain("Linacre ward");
  });
});

describe("the channels of a team", () => {
  const told = (eventType: string) =>
    bot.deliver({
      type: "conversationUpdate",
      conversation: { id: "team-1", conversationType: "channel", isGroup: true },
      channelData: { team: { id: "team-1" }, channel: { id: "team-1" }, tenant: { id: "t" }, eventType },
    });
  const names = async () =>
    (await bot.services.delivering.places())
      .filter(({ kind }) => kind === "channel")
      .map(({ id, name }) => `${id}: ${name}`)
      .sort();

  it("are known by their names, and by the new one when Teams tells of it", async () => {
    await told("channelCreated");
    expect(await names()).toEqual(["channel-officers: Officers", "team-1: General"]);
    bot.team = [{ id: "team-1" }, { id: "channel-officers", name: "Committee officers" }];
    await told("channelRenamed");
    expect(await names()).toEqual(["channel-officers: Committee officers", "team-1: General"]);
  });

  it("are put right when Teams has told nothing: new, renamed and deleted ones", async () => {
    bot.team = [{ id: "team-1" }, { id: "channel-members", name: "Members" }];
    await bot.messenger.repairRoster();
    expect(await names()).toEqual(["channel-members: Members", "team-1: General"]);
  });

  it("are forgotten when the bot is out of the team, and nobody told it; and come back when it is let in again", async () => {
    bot.team = null;
    await bot.messenger.repairRoster();
    expect(await names()).toEqual([]);
    bot.team = [{ id: "team-1" }, { id: "channel-officers", name: "Officers" }];
    await told("teamUnarchived");
    expect(await names()).toEqual(["channel-officers: Officers", "team-1: General"]);
  });

  it("are all forgotten when the bot is removed from the team", async () => {
    await bot.deliver({
      type: "conversationUpdate",
      conversation: { id: "team-1", conversationType: "channel", isGroup: true },
      channelData: { team: { id: "team-1" }, tenant: { id: "t" } },
      membersRemoved: [{ id: "bot-1" }],
    });
    expect(await names()).toEqual([]);
    await told("channelCreated");
  });
});

describe("a button on a card", () => {
  const press = (action: unknown) =>
    bot.deliver({ type: "invoke", name: "adaptiveCard/action", value: { action } });

  it("shows an item, on an old card too", async () => {
    const { status, body } = await press({ verb: "forwardPlan.detail", data: { itemKey: "LIBRARY-HOURS" } });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain("Library Hours");
    expect(body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
  });

  it("turns the page", async () => {
    const { body } = await press({
      verb: "forwardPlan.page",
      data: { question: "what is coming up", page: 1 },
    });
    expect(JSON.stringify(body)).toContain("7 to 11 of 11");
  });

  it.each([
    { verb: "forwardPlan.page", data: { question: "x", page: -1 } },
    { verb: "drop.tables", data: {} },
    { verb: "forwardPlan.detail", data: { itemKey: 7 } },
    { verb: 1, data: null },
    null,
  ])("that is none of ours (%j) is refused in words", async (action) => {
    const { body } = await press(action);
    expect(body).toMatchObject({
      statusCode: 400,
      value: { message: expect.stringContaining("Ask the question again") },
    });
  });

  it("for an item that is gone says so", async () => {
    const { body } = await press({ verb: "forwardPlan.detail", data: { itemKey: "GONE" } });
    expect(JSON.stringify(body)).toContain("not in the Forward Plan");
  });
});

describe("the log", () => {
  it("holds no question, no name and no token", async () => {
    await bot.deliver({ text: secret });
    const log = bot.logged.join("\n");
    expect(log).not.toContain(secret);
    expect(log).not.toContain("Whitfield");
    expect(log).not.toMatch(/eyJ[\w-]{10}/);
  });
});
