import { describe, expect, it, test } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import type { Asker, Records } from "../../shared/ask/ask-records.ts";
import { nothingSaid } from "../../shared/ask/conversation-memory.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { noBusiness } from "../../shared/rules/meetings/council-business.ts";
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
      says: /Cabinet, Thursday 26 July 2018 at 10:00.*5 Library Opening Hours, pages 15 to 58/,
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

  it("of an item that is still to be decided is what the plan says of it", () => {
    const answer = ask("what happened to the dock road depot?");
    expect(answer.items).toEqual([depot]);
    expect(answer.text).toContain("6 September 2018");
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
