import { describe, expect, it, test } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import type { Asker, Records } from "../../shared/ask/ask-records.ts";
import { nothingSaid } from "../../shared/ask/conversation-memory.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { noBusiness } from "../../shared/rules/meetings/council-business.ts";
import { type IndividualDecision, isIndividual } from "../../shared/rules/meetings/minutes.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

const library = anItem({ title: "Library Opening Hours", on: "2018-07-26" });
const depot = anItem({ title: "Disposal of the Dock Road Depot", on: "2018-09-06", financialImpact: true });
const scrutiny = "Overview and Scrutiny Committee (Regeneration and Skills)";

const records: Records = {
  plans: [{ edition: anEdition(), items: [library, depot] }],
  bodies: [
    { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
    {
      key: "OSRS",
      name: scrutiny,
      aliases: ["Regeneration Scrutiny"],
      kind: "Scrutiny",
      callInApplies: false,
    },
  ],
  meetings: [
    {
      key: "CAB-2018-07-26",
      bodyKey: "CAB",
      date: day("2018-07-26"),
      time: "10:00",
      municipalYear: "2018/19",
      state: "AgendaPublished",
      agendaPublishedAt: "2018-07-18T09:00:00Z",
    },
    {
      key: "OSRS-2018-09-11",
      bodyKey: "OSRS",
      date: day("2018-09-11"),
      municipalYear: "2018/19",
      state: "Scheduled",
    },
    {
      key: "CAB-2018-06-21",
      bodyKey: "CAB",
      date: day("2018-06-21"),
      municipalYear: "2018/19",
      state: "MinutesPublished",
    },
  ],
  business: {
    ...noBusiness,
    agendaItems: [
      {
        key: "CAB-2018-07-26/1",
        meetingKey: "CAB-2018-07-26",
        number: 1,
        title: "Apologies",
        paper: "None",
        exemptParagraphs: [],
      },
      {
        key: "CAB-2018-07-26/5",
        meetingKey: "CAB-2018-07-26",
        number: 5,
        title: "Library Opening Hours",
        pageFrom: 15,
        pageTo: 58,
        paper: "Attached",
        exemptParagraphs: [],
        forwardPlanItemKey: library.key,
      },
      {
        key: "CAB-2018-07-26/6",
        meetingKey: "CAB-2018-07-26",
        number: 6,
        title: "Leisure Contract",
        paper: "ToFollow",
        exemptParagraphs: [3],
      },
    ],
    minutes: [
      {
        key: "CAB/2018-19/12",
        meetingKey: "CAB-2018-06-21",
        number: 12,
        title: "Bus Shelter Contract",
        narrative: "",
        state: "Published",
      },
    ],
    decisions: [
      {
        key: "CAB/2018-19/12/0",
        minuteKey: "CAB/2018-19/12",
        meetingKey: "CAB-2018-06-21",
        part: "",
        text: "That the contract be extended for a year.",
        callIn: "Subject",
        publishedOn: day("2018-06-27"),
        callInExpires: day("2018-07-04"),
        effectiveFrom: day("2018-07-05"),
        state: "InCallIn",
      },
    ],
  },
};

const ask = (text: string, today = "2018-07-02", asker: Asker = {}) =>
  answerQuestion(text, records, day(today), asker).answer;

describe("a meeting’s agenda", () => {
  test.each([
    {
      question: "what's on tonight?",
      today: "2018-07-26",
      says: /Cabinet, Thursday 26 July 2018 at 10:00\.\n(?:.*\n)*5 Library Opening Hours, pages 15 to 58/,
    },
    {
      question: "what's on the agenda for cabinet",
      today: "2018-07-20",
      says: /6 Leisure Contract, report to follow, exempt by paragraph 3/,
    },
    {
      question: "which page is the library report on?",
      today: "2018-07-20",
      says: /5 Library Opening Hours, pages 15 to 58/,
    },
    {
      question: "are the papers out for cabinet?",
      today: "2018-07-20",
      says: /The papers are out but for one/,
    },
    {
      question: "is the agenda out for regeneration scrutiny",
      today: "2018-07-20",
      says: /agenda is not published yet/,
    },
  ])("“$question”", ({ question, today, says }) => {
    const answer = ask(question, today);
    expect(answer.intent).toBe("meeting.agenda");
    expect(answer.text).toMatch(says);
  });

  it("that nobody holds is said not to be held", () => {
    const answer = answerQuestion(
      "are the papers out?",
      { ...records, meetings: [], business: noBusiness },
      day("2018-07-20"),
    ).answer;
    expect(answer.intent).toBe("meeting.agenda");
    expect(answer.text).toMatch(/No agenda .* on record/);
  });

  it("is what “what’s on it?” asks after the next meeting", () => {
    const next = answerQuestion("when is the next cabinet", records, day("2018-07-20"));
    const onIt = answerQuestion("what's on it?", records, day("2018-07-20"), {}, next.memory).answer;
    expect(onIt.text).toMatch(/5 Library Opening Hours, pages 15 to 58/);
  });
});

describe("what was decided", () => {
  test.each([
    {
      question: "what happened to the bus shelter contract?",
      today: "2018-07-02",
      says: /decided by Cabinet on Thursday 21 June 2018, minute 12\. That the contract be extended/,
    },
    {
      question: "can the bus shelter contract still be called in?",
      today: "2018-07-02",
      says: /can be called in until Wednesday 4 July 2018/,
    },
    {
      question: "can the bus shelter contract still be called in?",
      today: "2018-07-09",
      says: /ended on Wednesday 4 July 2018 and it took effect on Thursday 5 July 2018/,
    },
  ])("“$question” on $today", ({ question, today, says }) => {
    const answer = ask(question, today);
    expect(answer.intent).toBe("decision.outcome");
    expect(answer.text).toMatch(says);
  });

  it.each(["did cabinet approve the bus shelter contract?", "has anything been decided about bus shelters"])(
    "is told whatever the verb: “%s”",
    (question) => {
      expect(ask(question).text).toMatch(/^Bus Shelter Contract: decided by Cabinet/);
    },
  );

  it("of an item that is still to be decided is what the plan says of it", () => {
    const answer = ask("what happened to the dock road depot?");
    expect(answer.items).toEqual([depot]);
    expect(answer.text).toContain("6 September 2018");
  });
});

describe("the decisions of a meeting", () => {
  const minute12 =
    /^Cabinet decided on Thursday 21 June 2018:\n12 Bus Shelter Contract: That the contract be extended for a year\./;
  test.each([
    ["what did cabinet decide?", "2018-07-02"],
    ["what happened at the last cabinet?", "2018-07-02"],
    ["decisions of the last Cabinet meeting", "2018-07-02"],
    ["the minutes of the last cabinet", "2018-07-02"],
    ["what's been decided recently", "2018-07-02"],
    ["what was decided in june?", "2018-07-02"],
    ["which decisions has cabinet made this year", "2018-07-02"],
    ["what did cabinet agree on thursday", "2018-06-25"],
    ["what was decided last night", "2018-06-22"],
    ["what did we agree yesterday?", "2018-06-22"],
  ])("are told from its minutes: “%s” on %s", (question, today) => {
    const answer = ask(question, today);
    expect(answer.intent).toBe("decision.outcome");
    expect(answer.text).toMatch(minute12);
  });

  it("say which can still be called in, and until when", () => {
    expect(ask("what did cabinet decide").text).toContain("It can be called in until Wednesday 4 July 2018.");
    expect(ask("what did cabinet decide", "2018-07-06").text).not.toContain("called in");
  });

  it("are not made up before the minutes are out: the last that are published are told", () => {
    const { text } = ask("what did cabinet decide?", "2018-07-27");
    expect(text).toMatch(
      /^No decisions of Cabinet on Thursday 26 July 2018 are on record here yet\.\nThe last decisions published before that:\nCabinet decided on Thursday 21 June 2018:/,
    );
  });

  it("on a day without a meeting are said not to be", () => {
    expect(ask("what did cabinet decide last night", "2018-07-02").text).toMatch(
      /^No meeting of Cabinet on Sunday 1 July 2018 is on record\./,
    );
  });

  it("are cut short where they are many, and the rest is counted", () => {
    const [minute] = records.business?.minutes ?? [];
    const decision = records.business?.decisions.find((one) => !isIndividual(one));
    if (!minute || !decision) throw new Error("the records hold a minute and its decision");
    const numbers = Array.from({ length: 14 }, (_, place) => place + 1);
    const busy: Records = {
      ...records,
      business: {
        ...noBusiness,
        minutes: numbers.map((number) => ({ ...minute, key: `M${number}`, number })),
        decisions: numbers.map((number) => ({ ...decision, key: `D${number}`, minuteKey: `M${number}` })),
      },
    };
    const { text } = answerQuestion("what did cabinet decide", busy, day("2018-07-02")).answer;
    expect(text).toContain("10 Bus Shelter Contract");
    expect(text).not.toContain("11 Bus Shelter Contract");
    expect(text).toMatch(/And under 4 more minutes\.$/);
  });

  it.each(["what has cabinet got to be decided in july?", "what was due to be decided in july"])(
    "are not those still to come: “%s” lists the plan",
    (question) => {
      expect(ask(question, "2018-07-02").items).toEqual([library]);
    },
  );

  it("are what the plan expects where no minutes are held", () => {
    const planOnly: Records = { plans: records.plans, meetings: [], bodies: [] };
    const { answer } = answerQuestion("what will cabinet decide in july", planOnly, day("2018-07-02"));
    expect(answer.items).toEqual([library]);
  });
});

describe("what can be called in", () => {
  test.each([
    "what can still be called in?",
    "is anything in call-in",
    "anything been called in?",
    "which decisions are open to call in",
    "call-ins",
  ])("“%s” is told with the day that closes, and said to be nothing afterwards", (question) => {
    const open = ask(question, "2018-07-02");
    expect(open.intent).toBe("decision.outcome");
    expect(open.text).toBe(
      "One decision can still be called in:\nBus Shelter Contract (Cabinet, Thursday 21 June 2018, minute 12). It can be called in until Wednesday 4 July 2018.",
    );
    expect(ask(question, "2018-07-09").text).toBe("No published decision can be called in today.");
  });

  it("is not what “how long is call-in?” asks", () => {
    expect(ask("how long is call-in?").intent).toBe("unknown");
  });
});

describe("what one person decided", () => {
  const kiosk: IndividualDecision = {
    key: "IND/4832",
    title: "Lease of the Promenade Kiosk",
    decisionMaker: "Cabinet Member - Communities",
    decidedOn: day("2018-06-26"),
    part: "",
    text: "That the kiosk be let for three years.",
    callIn: "Subject",
    publishedOn: day("2018-06-28"),
    callInExpires: day("2018-07-05"),
    effectiveFrom: day("2018-07-06"),
    state: "InCallIn",
  };
  const steps: IndividualDecision = {
    key: "IND/4840",
    title: "Repair of the Slipway Steps",
    decisionMaker: "Head of Coast",
    decidedOn: day("2018-06-27"),
    part: "",
    text: "",
    callIn: "NotSubject",
    publishedOn: day("2018-06-28"),
    effectiveFrom: day("2018-06-27"),
    state: "Effective",
  };
  const { business = noBusiness } = records;
  const withBoth: Records = {
    ...records,
    business: { ...business, decisions: [...business.decisions, kiosk, steps] },
  };
  const told = (question: string, today: string, of = withBoth) =>
    answerQuestion(question, of, day(today)).answer.text;

  test.each([
    {
      question: "what happened to the promenade kiosk?",
      today: "2018-07-02",
      says: "Lease of the Promenade Kiosk: decided by Cabinet Member - Communities on Tuesday 26 June 2018. That the kiosk be let for three years. It can be called in until Thursday 5 July 2018.",
    },
    {
      question: "can the kiosk lease still be called in?",
      today: "2018-07-09",
      says: "Lease of the Promenade Kiosk: decided by Cabinet Member - Communities on Tuesday 26 June 2018. That the kiosk be let for three years. The time to call it in ended on Thursday 5 July 2018 and it took effect on Friday 6 July 2018.",
    },
    {
      question: "what was decided about the slipway steps?",
      today: "2018-07-02",
      says: "Repair of the Slipway Steps: decided by Head of Coast on Wednesday 27 June 2018. It is not subject to call-in.",
    },
  ])("is told with its maker and its day: “$question”", ({ question, today, says }) => {
    expect(told(question, today)).toBe(says);
  });

  it("is told by the Forward Plan item it decides, whatever its title", () => {
    const ofItem = { ...kiosk, title: "Kiosk", forwardPlanItemKey: depot.key };
    const of = { ...records, business: { ...noBusiness, decisions: [ofItem] } };
    expect(told("what happened to the dock road depot?", "2018-07-02", of)).toMatch(
      /^Kiosk: decided by Cabinet Member - Communities/,
    );
  });

  it("is among what can still be called in, and not among what a body decided", () => {
    expect(told("what can still be called in?", "2018-07-02")).toBe(
      "2 decisions can still be called in:\nBus Shelter Contract (Cabinet, Thursday 21 June 2018, minute 12). It can be called in until Wednesday 4 July 2018.\nLease of the Promenade Kiosk: decided by Cabinet Member - Communities on Tuesday 26 June 2018. It can be called in until Thursday 5 July 2018.",
    );
    expect(told("what can still be called in?", "2018-07-05")).toMatch(
      /^One decision can still be called in:\nLease of the Promenade Kiosk/,
    );
    expect(told("what did cabinet decide?", "2018-07-02")).not.toContain("Kiosk");
  });

  it("is no minute: where no meeting’s decisions are held, the plan answers for the meeting", () => {
    const of = { ...withBoth, business: { ...noBusiness, decisions: [kiosk, steps] } };
    expect(answerQuestion("what will cabinet decide in july", of, day("2018-07-02")).answer.items).toEqual([
      library,
    ]);
  });
});

describe("meetings on some days", () => {
  test.each([
    [
      "what meetings are there this month?",
      /^One meeting from 1 July 2018 to 31 July 2018:\nCabinet, Thursday 26 July 2018 at 10:00$/,
    ],
    [
      "which committees meet in september",
      /^One meeting .*:\nOverview and Scrutiny Committee .*, Tuesday 11 September 2018$/,
    ],
    [
      "is there a cabinet meeting tonight?",
      /^There is no meeting of Cabinet on Monday 2 July 2018\. The next is on Thursday 26 July 2018 at 10:00\.$/,
    ],
    [
      "does cabinet meet in august",
      /^There is no meeting of Cabinet from 1 August 2018 to 31 August 2018\. The next is on Thursday 26 July/,
    ],
    ["any meetings coming up?", /^2 meetings to come:\nCabinet, .*\nOverview and Scrutiny/],
  ])("“%s”", (question, says) => {
    const answer = ask(question);
    expect(answer.intent).toBe("meeting.next");
    expect(answer.text).toMatch(says);
  });

  it.each(["what's on tonight?", "what's on tomorrow night"])(
    "“%s” of a day without one names the next",
    (question) => {
      const answer = ask(question);
      expect(answer.intent).toBe("meeting.agenda");
      expect(answer.text).toMatch(
        /^There is no meeting on .* July 2018\. The next is Cabinet, Thursday 26 July 2018 at 10:00\.$/,
      );
    },
  );

  it("are what the plan expects where only a plan is held", () => {
    const planOnly: Records = { plans: records.plans, meetings: [], bodies: [] };
    const { answer } = answerQuestion("any meetings in september", planOnly, day("2018-07-02"));
    expect(answer.items).toEqual([depot]);
  });
});

describe("urgent decisions outside the plan", () => {
  it("come from the notices published of them, and never from the plan", () => {
    const answer = ask("any urgent decisions that are not on the plan?");
    expect(answer.intent).toBe("forwardPlan.notice");
    expect(answer.items).toEqual([]);
    expect(answer.text).toBe("No notice of an urgent decision outside the Forward Plan is on record here.");
    const noticed: Records = {
      ...records,
      business: {
        ...noBusiness,
        notices: [
          {
            key: "NOTICE/SU/CAB-2018-07-26/SEA-WALL",
            kind: "SpecialUrgency",
            meetingKey: "CAB-2018-07-26",
            matter: "Repair of the Sea Wall",
            decisionMaker: "Cabinet",
            reason: "The wall may not stand another storm.",
            text: "",
            publishedOn: day("2018-07-20"),
            state: "Published",
          },
        ],
      },
    };
    const { text } = answerQuestion("has special urgency been used?", noticed, day("2018-07-22")).answer;
    expect(text).toContain(
      "Repair of the Sea Wall (Cabinet, Thursday 26 July 2018), by special urgency: The wall may not stand another storm.",
    );
  });
});

describe("the municipal calendar", () => {
  const meeting = (bodyKey: string, date: string) => ({
    key: `${bodyKey}-${date}`,
    bodyKey,
    date: day(date),
    municipalYear: "2018/19",
    state: "Scheduled" as const,
  });
  const calendar: Records = {
    ...records,
    bodies: [
      ...records.bodies,
      { key: "COU", name: "Council", aliases: [], kind: "Council", callInApplies: false },
    ],
    meetings: [
      meeting("CAB", "2018-07-05"),
      meeting("COU", "2018-07-19"),
      meeting("CAB", "2018-07-26"),
      meeting("CAB", "2018-09-06"),
      meeting("COU", "2018-09-20"),
      meeting("CAB", "2018-12-13"),
      meeting("CAB", "2018-12-20"),
      meeting("CAB", "2019-01-03"),
    ],
  };
  test.each([
    ["what's on this cycle?", "2018-07-02", "2018-07-19"],
    ["anything next cycle", "2018-07-20", "2018-09-20"],
    ["what is coming before the summer recess", "2018-07-02", "2018-07-26"],
    ["anything before recess", "2018-07-02", "2018-07-26"],
    ["what's on before the christmas recess", "2018-07-02", "2018-12-20"],
  ])("tells the days of “%s”", (question, from, to) => {
    expect(answerQuestion(question, calendar, day("2018-07-02")).answer.window).toEqual({ from, to });
  });

  it("is not made up where no meetings are held", () => {
    const planOnly: Records = { plans: records.plans, meetings: [], bodies: [] };
    expect(answerQuestion("anything before recess", planOnly, day("2018-07-02")).answer.window).toBeNull();
  });
});

describe("deadlines", () => {
  it("are told to officers", () => {
    const answer = ask("what are the report deadlines for cabinet?", "2018-07-02", { isOfficer: true });
    expect(answer.intent).toBe("deadline.list");
    expect(answer.text).toMatch(
      /Cabinet on Thursday 26 July 2018: .*publication of the agenda, Wednesday 18 July 2018/,
    );
  });

  test.each(["what are the report deadlines?", "who is late with their report?", "any overdue reports"])(
    "“%s” is declined politely to anybody else",
    (question) => {
      const answer = ask(question);
      expect(answer.intent).toBe("deadline.list");
      expect(answer.text).toContain("officers");
      expect(answer.text).not.toMatch(/July/);
    },
  );
});

describe("who asks", () => {
  it("is not guessed: a stranger’s ward and committees are asked for by name", () => {
    for (const question of [
      "anything for my ward?",
      "what affects my ward",
      "what's on at my committee",
      "when are my meetings",
    ]) {
      const answer = ask(question);
      expect(answer.items).toEqual([]);
      expect(answer.text).toContain("I do not know which");
    }
  });

  it("counts where the person is known", () => {
    expect(ask("when are my meetings", "2018-07-02", { seats: ["OSRS"] }).text).toContain(
      "Tuesday 11 September 2018",
    );
    expect(ask("what is coming to my committee", "2018-07-02", { seats: ["OSRS"] }).items).toHaveLength(2);
  });
});

describe("why this answer", () => {
  it("says what each phrase became, what counted for nothing, and the edition", () => {
    const { because } = ask("please show private cabinet items in september");
    expect(because.join("\n")).toMatch(/“private”: part exempt or fully exempt/);
    expect(because.join("\n")).toMatch(/“cabinet”: decided by Cabinet/);
    expect(because.join("\n")).toMatch(/“in september”: 1 September 2018 to 30 September 2018/);
    expect(because.join("\n")).toMatch(/Counted for nothing.*please/);
    expect(because.at(-1)).toContain("published 1 June 2018");
  });

  it("keeps what a button needs: each filter can be let go", () => {
    const answer = answerQuestion(
      "financial items in september",
      records,
      day("2018-07-02"),
      {},
      nothingSaid,
    ).answer;
    expect(answer.chips.map(({ words }) => words)).toEqual([
      "1 September 2018 to 30 September 2018",
      "financial",
    ]);
    expect(answer.chips[0]?.without).toMatchObject({ window: null, financial: true });
  });
});
