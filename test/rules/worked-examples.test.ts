import { describe, expect, it, test } from "vitest";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import {
  communityTest,
  decisionBranch,
  earliestByGeneralException,
  earliestKeyDecision,
  financialTest,
  lawfulOnDateFindings,
  planClaimFindings,
  privateMeetingNotices,
} from "../../shared/rules/forward-plan/key-decisions.ts";
import { noticeCompleteness } from "../../shared/rules/forward-plan/notice-completeness.ts";
import { planPeriod } from "../../shared/rules/forward-plan/plan-period.ts";
import { publicAccess, supplyDocumentBy } from "../../shared/rules/meetings/access-periods.ts";
import {
  agendaNotice,
  lateItemFindings,
  NotPublished,
  noticeCertificate,
} from "../../shared/rules/meetings/agenda-notice.ts";
import {
  AnnualCouncilUnknown,
  attendanceFindings,
  firstOfYearFindings,
  municipalYearOf,
} from "../../shared/rules/meetings/attendance.ts";
import { practiceOf, SettingUnreadable } from "../../shared/rules/meetings/body-practice.ts";
import { callInClock, callInStanding, decisionStateOn } from "../../shared/rules/meetings/call-in.ts";
import { draftNotice, ReasonMissing } from "../../shared/rules/meetings/draft-notice.ts";
import type { Meeting } from "../../shared/rules/meetings/meeting.ts";
import { meetingDeadlines } from "../../shared/rules/meetings/meeting-deadlines.ts";
import { exemptionFindings } from "../../shared/rules/reports/exemption.ts";
import {
  monitoringInTime,
  nextMonitoring,
  workingGroupFindings,
} from "../../shared/rules/work-programme/monitoring.ts";

const cabinet = { callInApplies: true };
const scrutiny = { callInApplies: false };
const severities = (findings: readonly { rule: string; severity: string }[]) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe("R5: publication after the cut-off, or while the offices are closed", () => {
  test.each([
    { at: "2018-07-02T09:00:00Z", counts: "2018-07-02", days: 5, enough: true },
    { at: "2018-07-02T16:30:00Z", counts: "2018-07-03", days: 4, enough: false },
    { at: "2018-06-30T09:00:00Z", counts: "2018-07-02", days: 5, enough: true },
  ])("an agenda for 10 July 2018 published $at counts for $counts", ({ at, counts, days, enough }) => {
    const notice = agendaNotice(day("2018-07-10"), new Date(at), scrutiny);
    expect(notice.countsFrom).toBe(counts);
    expect(notice.days.count).toBe(days);
    expect(notice.enough).toBe(enough);
  });

  it("counts a closed office as a holiday, and a later cut-off as the council sets it", () => {
    const practice = practiceOf(
      { key: "CAB", callInApplies: true },
      [{ key: "ALL/CUT-OFF", value: "18:00" }],
      [
        {
          key: "2018-07-04",
          day: day("2018-07-04"),
          name: "Closed",
          kind: "OfficeClosure",
        },
      ],
    );
    const notice = agendaNotice(day("2018-07-10"), new Date("2018-07-02T16:30:00Z"), practice);
    expect(notice.countsFrom).toBe("2018-07-02");
    expect(notice.days.counted).not.toContain("2018-07-04");
    expect(notice.lastDay).toBe("2018-06-29");
  });
});

describe("R6: items and reports that are late", () => {
  const meeting = { date: day("2018-07-10") };
  const item = { number: 7, title: "Parking review", paper: "ToFollow" as const };
  const inTime = new Date("2018-07-02T09:00:00Z");
  const late = new Date("2018-07-05T09:00:00Z");

  test.each([
    [
      "a report to follow on an item lawfully listed is a warning",
      "Scrutiny",
      inTime,
      null,
      undefined,
      ["R6 warning"],
    ],
    ["so is a report that came late", "Cabinet", inTime, late, undefined, ["R6 warning"]],
    ["a new Cabinet item at three days is an error", "Cabinet", late, late, "storm", ["R6 error"]],
    ["a new committee item without a reason is an error", "Scrutiny", late, late, " ", ["R6 error"]],
    ["with the chair's reason it is a warning", "Scrutiny", late, late, "A storm.", ["R6 warning"]],
    ["an item and report in time are nothing", "Cabinet", inTime, inTime, undefined, []],
  ] as const)("%s", (_, kind, listed, report, urgency, expected) => {
    const findings = lateItemFindings(
      { item, listed, report, ...(urgency === undefined ? {} : { urgency }) },
      meeting,
      { kind },
      scrutiny,
    );
    expect(severities(findings)).toEqual(expected);
  });
});

describe("R7 to R10: the plan and its notice", () => {
  it("counts 28 calendar days, or working days where the council is stricter", () => {
    expect(meetingDeadlines(day("2018-07-26"), cabinet).keyDecisionNoticeBy).toBe("2018-06-27");
    const strict = meetingDeadlines(day("2018-07-26"), { ...cabinet, keyDecisionDays: "working" });
    expect(strict.keyDecisionNoticeBy).toBe("2018-06-15");
  });

  test.each([
    { month: "2018-07-20", from: "2018-07-01", to: "2018-10-31", by: "2018-06-01" },
    { month: "2018-04-01", from: "2018-04-01", to: "2018-07-31", by: "2018-03-02" },
    { month: "2018-08-01", from: "2018-08-01", to: "2018-11-30", by: "2018-07-03" },
    { month: "2018-12-01", from: "2018-12-01", to: "2019-03-31", by: "2018-11-02" },
  ])("the plan of $from runs to $to and is out by $by", ({ month, from, to, by }) => {
    const { because, ...period } = planPeriod(day(month));
    expect(period).toEqual({ periodFrom: from, periodTo: to, publishBy: by });
    expect(because.rule).toBe("R9");
  });

  it("lets a key decision first listed on 1 June 2018 be taken on 30 June", () => {
    expect(earliestKeyDecision(day("2018-06-01"), cabinet)).toBe("2018-06-30");
  });
});

describe("R11 and R12: what makes a decision key", () => {
  test.each([
    { amount: 100_000, budget: 4_000_000, key: false, threshold: 100_000 },
    { amount: 100_001, budget: 4_000_000, key: true, threshold: 100_000 },
    { amount: 500_000, budget: 10_000_000, key: true, threshold: 200_000 },
    { amount: 500_000, budget: 25_000_000, key: false, threshold: 500_000 },
    { amount: 311_272, budget: 10_000_000, key: true, threshold: 200_000 },
    { amount: 311_272, budget: 16_000_000, key: false, threshold: 320_000 },
  ])("£$amount of a budget of £$budget: $key", ({ amount, budget, key, threshold }) => {
    expect(financialTest(amount, budget)).toMatchObject({ key, threshold });
  });

  test.each([
    [["Linacre"], undefined, false],
    [["Linacre", "Derby"], undefined, "ask"],
    [["(All Wards)"], undefined, "ask"],
    [["All Wards"], true, true],
    [["Linacre", "Derby"], false, false],
  ] as const)("wards %j, significant: %s gives %s", (wards, significant, key) => {
    expect(communityTest(wards, significant).key).toBe(key);
  });
});

describe("R13: the plan behind a decision", () => {
  const claim = {
    subject: "Report 5",
    keyDecision: false,
    includedInPlan: true,
    listed: false,
    urgencyNotice: false,
  };
  test.each([
    ["said to be in the plan and not there", {}, ["R13 warning"]],
    ["key and nowhere", { keyDecision: true }, ["R13 error"]],
    ["key, with a notice of urgency", { keyDecision: true, includedInPlan: false, urgencyNotice: true }, []],
    ["listed", { keyDecision: true, listed: true }, []],
  ])("%s", (_, more, expected) => {
    expect(severities(planClaimFindings({ ...claim, ...more }))).toEqual(expected);
  });
});

describe("R14 to R17: ways to a decision", () => {
  test.each([
    { notice: "2018-06-27", branch: "normal", noticeDays: 28 },
    { notice: "2018-06-28", branch: "general-exception", noticeDays: 27 },
    { notice: "2018-07-10", branch: "general-exception", noticeDays: 15, workingDays: 11 },
    { notice: "2018-07-18", branch: "general-exception", workingDays: 5 },
    { notice: "2018-07-19", branch: "special-urgency", workingDays: 4 },
  ])("notice on $notice for 26 July 2018 is $branch", ({ notice, ...expected }) => {
    const advice = decisionBranch(day("2018-07-26"), day(notice), cabinet);
    expect(advice).toMatchObject(expected);
    if (advice.branch === "general-exception") expect(advice.steps[0]?.by).toBe("2018-07-18");
    expect(advice.reasonWanted === null).toBe(advice.branch === "normal");
    expect(advice.ring.length > 0).toBe(advice.branch !== "normal");
  });

  it("opens general exception on 27 July for a notice of 19 July", () => {
    expect(earliestByGeneralException(day("2018-07-19"), cabinet)).toBe("2018-07-27");
  });

  it("asks for two notices of a private meeting", () => {
    expect(privateMeetingNotices(day("2018-07-26"), cabinet)).toMatchObject({
      first: "2018-06-27",
      second: "2018-07-18",
    });
  });

  it("drafts the notice with its reason, and none without", () => {
    const advice = decisionBranch(day("2018-07-26"), day("2018-07-10"), cabinet);
    const facts = {
      council: "Sample Council",
      meeting: { key: "CAB-2018-07-26", date: day("2018-07-26") },
      decisionMaker: "Cabinet",
      matter: "Harbour wall",
      reason: "The wall was found to be unsafe on 8 July.",
    };
    const notice = draftNotice("GeneralException", facts, advice);
    expect(notice.key).toBe("NOTICE/GE/CAB-2018-07-26/HARBOUR-WALL");
    expect(notice.state).toBe("Draft");
    expect(notice.text).toContain("The wall was found to be unsafe on 8 July.");
    expect(notice.text).toContain("regulation 10");
    expect(() => draftNotice("GeneralException", { ...facts, reason: "  " }, advice)).toThrow(
      /impracticable.*first lawful day is Wednesday 8 August 2018/s,
    );
    expect(() => draftNotice("SpecialUrgency", facts, advice)).toThrow(ReasonMissing);
    const agreed = draftNotice("SpecialUrgency", { ...facts, agreedBy: "Chair of Scrutiny" }, advice);
    expect(agreed).toMatchObject({ state: "Agreed", agreedBy: "Chair of Scrutiny" });
  });

  test.each([
    ["listed in time", "2018-06-20", "2018-07-01", []],
    ["listed too late", "2018-07-02", "2018-07-05", ["R10 error"]],
    ["not listed and too near", null, "2018-07-20", ["R10 error"]],
    ["not listed, with time to spare", null, "2018-06-01", []],
    ["already past", null, "2018-08-01", []],
  ] as const)("an item for 26 July, %s", (_, firstListedOn, today, expected) => {
    const findings = lawfulOnDateFindings(
      {
        title: "Harbour wall",
        keyDecision: true,
        decisionOn: day("2018-07-26"),
        firstListedOn: firstListedOn === null ? null : day(firstListedOn),
      },
      day(today),
      cabinet,
    );
    expect(severities(findings)).toEqual(expected);
  });
});

describe("R18: exemption", () => {
  test.each([
    ["no paragraph", [], "reason", ["R18 error"]],
    ["a paragraph that only qualifies", [9], "reason", ["R18 error"]],
    ["a paragraph that does not exist", [12], "reason", ["R18 error"]],
    ["paragraph 3 asks whether it is registrable", [3], "reason", ["R18 info"]],
    ["no public-interest reason", [5], " ", ["R18 error"]],
    ["paragraph and reason", [1, 2], "reason", []],
  ] as const)("%s", (_, paragraphs, publicInterestReason, expected) => {
    const claim = { subject: "Report", exempt: true, paragraphs, publicInterestReason };
    expect(severities(exemptionFindings(claim))).toEqual(expected);
  });
});

describe("R20 and R21: call-in", () => {
  it("runs from the publication of the record, and is a forecast before it", () => {
    const meeting = day("2019-03-07");
    const expected = day("2019-03-14");
    const real = callInClock("Subject", meeting, day("2019-03-13"), expected, cabinet);
    expect(real).toMatchObject({ expires: "2019-03-20", effective: "2019-03-21", forecast: false });
    const forecast = callInClock("Subject", meeting, null, expected, cabinet);
    expect(forecast).toMatchObject({ expires: "2019-03-21", effective: "2019-03-22", forecast: true });
    expect(forecast.because.reason).toContain("forecast");
    const shorter = { ...cabinet, callInDays: 4, callInCloses: "16:00" };
    expect(callInClock("Subject", meeting, day("2019-03-13"), expected, shorter)).toMatchObject({
      expires: "2019-03-19",
      closes: "16:00",
    });
    expect(decisionStateOn(real, day("2019-03-20"))).toBe("InCallIn");
    expect(decisionStateOn(real, day("2019-03-21"))).toBe("Effective");
    expect(decisionStateOn(forecast, day("2019-03-30"))).toBe("Made");
  });

  it("takes effect at once where there is no call-in", () => {
    const council = callInClock("NotSubject", day("2023-05-18"), null, day("2023-05-25"), cabinet);
    expect(council).toMatchObject({ expires: null, effective: "2023-05-18" });
    expect(decisionStateOn(council, day("2023-05-18"))).toBe("Effective");
  });

  const body = { kind: "Cabinet" as const, callInApplies: true };
  test.each([
    ["an executive decision", { body, text: "the scheme be approved" }, "Subject"],
    ["a recommendation to Council", { body, text: "Council be recommended to adopt the plan" }, "NotSubject"],
    [
      "another way to say so",
      { body, text: "That the Cabinet recommends to Council the budget" },
      "NotSubject",
    ],
    ["an agreed waiver", { body, text: "the scheme be approved", urgencyWaiver: true }, "Urgent"],
    ["an officer's decision that is not key", { body, text: "approved", byOfficer: true }, "NotSubject"],
    ["an officer's key decision", { body, text: "approved", byOfficer: true, keyDecision: true }, "Subject"],
    ["scrutiny", { body: { kind: "Scrutiny" as const, callInApplies: false }, text: "noted" }, "NotSubject"],
    ["Council", { body: { kind: "Council" as const, callInApplies: true }, text: "adopted" }, "NotSubject"],
  ] as const)("%s", (_, facts, standing) => {
    expect(callInStanding(facts).standing).toBe(standing);
  });
});

describe("R32 and R33: recommendations and the groups that make them", () => {
  test.each([
    { last: "2018-01-16", due: "2018-07-16", reported: "2018-06-12", inTime: true },
    { last: "2018-01-30", due: "2018-07-30", reported: "2018-07-10", inTime: true },
    { last: "2019-03-05", due: "2019-09-05", reported: "2019-11-05", inTime: false },
    { last: "2018-08-31", due: "2019-02-28", reported: "2019-03-01", inTime: true },
  ])("after $last the next is due $due", ({ last, due, reported, inTime }) => {
    expect(nextMonitoring(day(last)).due).toBe(due);
    expect(monitoringInTime(day(due), day(reported))).toBe(inTime);
  });

  test.each([
    [["A", "B", "C"], "A", []],
    [["A", "B"], "A", ["R33 error"]],
    [["A", "B", "B"], "A", ["R33 error"]],
    [["A", "B", "C"], "D", ["R33 warning"]],
  ])("members %j led by %s", (members, lead, expected) => {
    const group = {
      key: "WG/X",
      title: "X",
      bodyKeys: ["OSRS"],
      members,
      lead,
      state: "Proposed" as const,
    };
    expect(severities(workingGroupFindings(group))).toEqual(expected);
  });
});

describe("R35 and R37: what the public and members may have, and by when", () => {
  it("keeps papers open six years and background papers four, beginning with the meeting", () => {
    expect(publicAccess(day("2018-07-10"))).toMatchObject({
      papersThrough: "2024-07-09",
      backgroundThrough: "2022-07-09",
    });
    expect(publicAccess(day("2024-02-29")).papersThrough).toBe("2030-02-28");
  });

  it("supplies a document to a scrutiny member by the shorter count", () => {
    expect(supplyDocumentBy(day("2018-07-10")).by).toBe("2018-07-20");
  });
});

describe("R38 and R39: the year and who was there", () => {
  const at = (date: string, state: Meeting["state"] = "Held"): Meeting => ({
    key: `OSRC-${date}`,
    bodyKey: "OSRC",
    date: day(date),
    municipalYear: "2024/25",
    state,
  });

  it("puts June and September after Annual Council of 16 May 2024 into one year", () => {
    const annual = [day("2024-05-16")];
    expect(municipalYearOf(day("2024-06-18"), annual)).toBe("2024/25");
    expect(municipalYearOf(day("2024-09-03"), annual)).toBe("2024/25");
    expect(municipalYearOf(day("2024-05-15"), annual)).toBe("2023/24");
    expect(() => municipalYearOf(day("2031-01-01"), annual)).toThrow(AnnualCouncilUnknown);
    const september = at("2024-09-03");
    const meetings = [at("2024-06-18"), september];
    const claim = { where: "Democratic Services", meeting: september };
    expect(severities(firstOfYearFindings(claim, meetings))).toEqual(["R38 warning"]);
    expect(firstOfYearFindings({ where: "x", meeting: meetings[0] as Meeting }, meetings)).toEqual([]);
    const cancelled = [at("2024-06-18", "Cancelled"), september];
    expect(firstOfYearFindings(claim, cancelled)).toEqual([]);
  });

  test.each([
    [{ membership: 9, present: 6, apologies: 3 }, []],
    [{ membership: 10, present: 6, apologies: 3, vacancies: 1 }, []],
    [{ membership: 10, present: 6, apologies: 3 }, ["R39 info"]],
    [{ membership: 9, present: 8, apologies: 3 }, ["R39 warning"]],
  ])("attendance %j", (attendance, expected) => {
    expect(severities(attendanceFindings({ meeting: "Cabinet", ...attendance }))).toEqual(expected);
  });
});

describe("R40: the notice an item of the plan gives", () => {
  const item = {
    key: "X",
    title: "Harbour wall",
    details: "",
    decisions: [{ decisionMaker: "Cabinet", from: day("2018-07-26"), to: day("2018-07-26") }],
    dateChanges: [],
    financialImpact: true,
    communityImpact: false,
    secrecy: "open" as const,
    exemptParagraphs: [],
    wards: ["All Wards"],
    scrutinyArea: "Regeneration",
    consultees: "",
    consultationMethod: "",
    backgroundDocuments: ["Survey"],
    contacts: [{ name: "An Officer" }],
  };
  const preamble = { cabinetMembers: ["Councillor Ash"], saysHowToObtain: true, saysMoreMayFollow: true };
  test.each([
    ["complete", {}, {}, []],
    ["no list of Cabinet members", {}, { cabinetMembers: [] }, ["R40 warning"]],
    ["nobody decides", { decisions: [] }, {}, ["R40 error"]],
    [
      "no documents and nowhere to have them",
      { backgroundDocuments: [], contacts: [] },
      { saysHowToObtain: false },
      ["R40 warning", "R40 error"],
    ],
  ])("%s", (_, more, around, expected) => {
    expect(severities(noticeCompleteness({ ...item, ...more }, { ...preamble, ...around }))).toEqual(
      expected,
    );
  });
});

describe("The certificate of notice", () => {
  const meeting: Meeting = {
    key: "OSCS-2018-07-10",
    bodyKey: "OSCS",
    date: day("2018-07-10"),
    time: "18:30",
    municipalYear: "2018/19",
    state: "AgendaPublished",
    agendaPublishedAt: "2018-07-02T09:05:00Z",
    publicAddress: "https://papers.example.org/oscs",
  };

  it("says when, where and which days counted", () => {
    const certificate = noticeCertificate(meeting, { name: "Children's Scrutiny" }, scrutiny);
    expect(certificate.enough).toBe(true);
    expect(certificate.counted).toEqual([
      "2018-07-03",
      "2018-07-04",
      "2018-07-05",
      "2018-07-06",
      "2018-07-09",
    ]);
    expect(certificate.skipped.map(({ why }) => why)).toEqual(["saturday", "sunday"]);
    expect(certificate.statement).toContain("5 clear days");
    expect(certificate.facts).toContainEqual({
      label: "Agenda and papers published",
      value: "Monday 2 July 2018 at 10:05",
    });
  });

  it("certifies what fell short as such, and nothing that was not published", () => {
    const late = { ...meeting, agendaPublishedAt: "2018-07-02T16:30:00Z" };
    const certificate = noticeCertificate(late, { name: "Children's Scrutiny" }, scrutiny);
    expect(certificate.enough).toBe(false);
    expect(certificate.statement).toContain("Only 4 clear days");
    const { publicAddress: _, ...unpublished } = meeting;
    expect(() => noticeCertificate(unpublished, { name: "Children's Scrutiny" }, scrutiny)).toThrow(
      NotPublished,
    );
  });
});

describe("A body's own settings", () => {
  it("come before those for every body, and those before the product's", () => {
    const practice = practiceOf({ key: "CAB", callInApplies: true }, [
      { key: "ALL/CALL-IN-DAYS", value: "4" },
      { key: "CAB/CALL-IN-DAYS", value: "7" },
      { key: "ALL/OFFSET-SECTION-DRAFTS", value: "12" },
      { key: "ALL/FINANCIAL-THRESHOLD", value: "£250,000" },
      { key: "OSCS/CUT-OFF", value: "16:00" },
    ]);
    expect(practice.callInDays).toBe(7);
    expect(practice.offsets).toEqual({ sectionDrafts: 12 });
    expect(practice.financialTest).toEqual({ pounds: 250_000, percentOfBudget: 2 });
    expect(practice.cutOff).toBeUndefined();
    expect(meetingDeadlines(day("2018-12-06"), practice)).toMatchObject({
      sectionDrafts: "2018-11-12",
      callInExpires: "2018-12-24",
    });
  });

  test.each([
    ["ALL/CUT-OFF", "5pm"],
    ["ALL/CALL-IN-DAYS", "five"],
    ["CAB/SATURDAYS-COUNT", "maybe"],
    ["ALL/KEY-DECISION-DAYS", "lunar"],
    ["ALL/FINANCIAL-PERCENT", "200"],
  ])("%s may not be “%s”", (key, value) => {
    expect(() => practiceOf({ key: "CAB", callInApplies: true }, [{ key, value }])).toThrow(
      SettingUnreadable,
    );
  });
});
