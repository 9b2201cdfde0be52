import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleAgenda } from "../../../infra/local/sample-council/agenda.ts";
import { sampleBodies, sampleMeetingBodies } from "../../../infra/local/sample-council/bodies.ts";
import { type HeldMeeting, heldMeetings } from "../../../infra/local/sample-council/business/council-year.ts";
import { sampleIndividualDecisions } from "../../../infra/local/sample-council/business/individual-decisions.ts";
import { sampleClosedDays, sampleCounting } from "../../../infra/local/sample-council/closed-days.ts";
import {
  type SamplePlans,
  sampleForwardPlans,
} from "../../../infra/local/sample-council/forward-plan/forward-plan.ts";
import { type SampleMeetings, sampleMeetings } from "../../../infra/local/sample-council/meetings.ts";
import { sampleNotices } from "../../../infra/local/sample-council/notices.ts";
import { samplePeople } from "../../../infra/local/sample-council/people.ts";
import { portfolioNames } from "../../../infra/local/sample-council/portfolios.ts";
import { sampleReports } from "../../../infra/local/sample-council/reports/sample-reports.ts";
import { addSampleCouncil } from "../../../infra/local/sample-council/sample-council.ts";
import { sampleWards } from "../../../infra/local/sample-council/wards.ts";
import { sampleWorkProgrammes } from "../../../infra/local/sample-council/work-programmes.ts";
import { planChanges } from "../../../shared/ask/plan-changes.ts";
import { type CalendarDate, toCalendarDate as day } from "../../../shared/contracts/calendar-date.ts";
import { renderSectionHtml } from "../../../shared/contracts/section-content.ts";
import { canonicalContent } from "../../../shared/documents/content/canonical-content.ts";
import { parseSectionHtml } from "../../../shared/documents/content/parse-section-html.ts";
import { addDays, dayOfWeek, daysFrom } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { clearDaysBetween } from "../../../shared/rules/dates/clear-days.ts";
import { isWorkingDay } from "../../../shared/rules/dates/working-days.ts";
import { dueCards } from "../../../shared/rules/deliveries/due-cards.ts";
import { practiceOf } from "../../../shared/rules/meetings/body-practice.ts";
import { noBusiness } from "../../../shared/rules/meetings/council-business.ts";
import { isIndividual } from "../../../shared/rules/meetings/minutes.ts";
import { consultationNumber } from "../../../shared/rules/reports/consultation.ts";
import { reportStates, tableKinds } from "../../../shared/rules/reports/report.ts";
import { stoppedClock } from "../../../shared/services/clock.ts";
import { type RunningServices, startRunningServices } from "../../builders/running-services.ts";
import { AUTHOR, OFFICER } from "../../builders/tenant.ts";

const council = "The sample council";
const people = {
  author: { entraObjectId: AUTHOR.oid, name: AUTHOR.name },
  officer: { entraObjectId: OFFICER.oid, name: OFFICER.name },
  councillor: { entraObjectId: "11111111-2222-4333-8444-555555555555", name: "Robin Marsh" },
  financeOfficer: { entraObjectId: "66666666-7777-4888-8999-000000000000", name: "Sam Ford" },
};

/** The council’s life as it is laid out for a day, kept because several tests walk through every day. */
interface LaidOut extends SampleMeetings {
  readonly plans: SamplePlans;
  readonly held: readonly HeldMeeting[];
}
const laidOut = new Map<string, LaidOut>();
function lifeOn(today: CalendarDate): LaidOut {
  const known = laidOut.get(today);
  if (known) return known;
  const meetings = sampleMeetings(today);
  const plans = sampleForwardPlans(today, meetings.meetings);
  const held = heldMeetings(today, meetings.meetings, [plans.latest, plans.before]);
  const made = { ...meetings, plans, held };
  laidOut.set(today, made);
  return made;
}

function reportsOn(today: CalendarDate) {
  const life = lifeOn(today);
  const { latest, before } = life.plans;
  return sampleReports({ today, laidOut: life, held: life.held, plans: [latest, before], people });
}

/** Every day of 2026 and 2027. */
const startDays = Array.from({ length: 730 }, (_, days) => addDays(day("2026-01-01"), days));
const everyDay = [
  ["2026", startDays.slice(0, 365)],
  ["2027", startDays.slice(365)],
] as const;
const ofCabinet = practiceOf({ key: "CAB", callInApplies: true }, [], sampleClosedDays);
const ofOthers = practiceOf({ key: "OSRC", callInApplies: false }, [], sampleClosedDays);
const anyDay = day("2026-06-10");

describe("the sample council, whatever day it is made", () => {
  it.each(everyDay)("has one members’ card and one officers’ card due on each day of %s", (_, days) => {
    for (const today of days) {
      const { meetings, published, deadline, plans, held } = lifeOn(today);
      const life = {
        meetings,
        bodies: sampleBodies,
        plans: [plans.latest, plans.before],
        business: {
          ...noBusiness,
          minutes: held.flatMap(({ minutes }) => minutes),
          decisions: [...held.flatMap(({ decisions }) => decisions), ...sampleIndividualDecisions(today)],
        },
        practiceOf: (key: string) => (key === "CAB" ? ofCabinet : ofOthers),
      };
      // The day before its meeting the agenda card has a reminder beside it; there is one card of each other kind.
      const cards = dueCards(life, today)
        .filter(({ kind }) => kind !== "meeting-tomorrow")
        .map(({ kind, audience, about }) => [audience, kind, about[0]]);
      expect(cards.sort(), today).toEqual([
        ["members", "agenda-published", published.key],
        ["officers", "deadline", deadline.key],
      ]);
    }
  });

  it.each(everyDay)("meets on working days, with lawful notice, all through %s", (_, days) => {
    for (const today of days) {
      const { meetings, published, deadline } = lifeOn(today);
      for (const { date, bodyKey } of meetings) {
        expect(isWorkingDay(date, sampleCounting), `${date} of ${today}`).toBe(true);
        const inRecess = date.slice(5) >= "12-20" || date.slice(5) <= "01-02";
        expect(bodyKey === "CAB" && inRecess, `Cabinet on ${date} of ${today}`).toBe(false);
      }
      expect(new Set(meetings.map(({ key }) => key)).size, today).toBe(meetings.length);
      const publishedOn = day(published.agendaPublishedAt?.slice(0, 10) ?? "");
      expect(publishedOn < today, today).toBe(true);
      expect(
        clearDaysBetween(publishedOn, published.date, { days: "working", counting: sampleCounting }).count,
        today,
      ).toBeGreaterThanOrEqual(5);
      for (const { key, state, date, minutesPublishedAt = "" } of meetings) {
        const expected = [
          ...(date >= today ? [key === published.key ? "AgendaPublished" : "Scheduled"] : []),
          ...(date < today ? ["MinutesPublished", "Confirmed"] : []),
          ...(date < today && minutesPublishedAt === "" ? ["Held"] : []),
        ];
        expect(expected, `${key} of ${today}`).toContain(state);
        expect(minutesPublishedAt.slice(0, 10) < today, `${key} of ${today}`).toBe(true);
      }
      expect(deadline.state).toBe("Scheduled");
      for (const { key } of sampleMeetingBodies) {
        const own = meetings.filter(({ bodyKey }) => bodyKey === key);
        expect(
          own.some(({ date }) => date < today),
          `${key} before ${today}`,
        ).toBe(true);
        expect(
          own.some(({ date }) => date > today),
          `${key} after ${today}`,
        ).toBe(true);
      }
    }
  });

  it.each(everyDay)("numbers each body’s minutes on through the year, on every day of %s", (_, days) => {
    for (const today of days) {
      const last = new Map<string, number>();
      for (const { meeting, minutes } of lifeOn(today).held) {
        const year = `${meeting.bodyKey} ${meeting.municipalYear}`;
        for (const { number } of minutes) {
          const before = last.get(year);
          if (before !== undefined) expect(number, `${meeting.key} of ${today}`).toBe(before + 1);
          last.set(year, number);
        }
        expect(meeting.firstMinuteNumber, meeting.key).toBe(minutes[0]?.number);
      }
    }
  });

  it.each(everyDay)("has a decision in call-in, one referred back and many effective in %s", (_, days) => {
    for (const today of days) {
      const { held, lastCabinet } = lifeOn(today);
      const decisions = held.flatMap((one) => one.decisions);
      const states = new Set(decisions.map(({ state }) => state));
      expect([...states].sort(), today).toEqual(["Effective", "InCallIn", "ReferredBack"]);
      for (const { state, meetingKey, callInExpires = "", effectiveFrom = "" } of decisions) {
        if (state !== "InCallIn") continue;
        expect(meetingKey, today).toBe(lastCabinet.key);
        expect(callInExpires > today && effectiveFrom > callInExpires, today).toBe(true);
      }
      expect(
        decisions.some(({ text, callIn }) => callIn === "NotSubject" && text.startsWith("Council")),
      ).toBe(true);
    }
  });

  it.each(everyDay)(
    "has a Cabinet Member’s decision in call-in and an officer’s in effect in %s",
    (_, days) => {
      for (const today of days) {
        const told = sampleIndividualDecisions(today).map(
          ({ decisionMaker, decidedOn, publishedOn = "", callInExpires, state }) => {
            expect(decidedOn < publishedOn && publishedOn < today, today).toBe(true);
            return [decisionMaker, callInExpires !== undefined && callInExpires > today, state];
          },
        );
        expect(told, today).toEqual([
          ["Cabinet Member - Education", true, "InCallIn"],
          ["Head of Locality Services", false, "Effective"],
        ]);
      }
    },
  );

  it("has Cabinet on Thursdays and scrutiny on Tuesdays", () => {
    const { meetings } = sampleMeetings(anyDay);
    const days = (prefix: string) =>
      new Set(
        meetings.filter(({ bodyKey }) => bodyKey.startsWith(prefix)).map(({ date }) => dayOfWeek(date)),
      );
    expect(days("CAB")).toEqual(new Set([4]));
    expect(days("OS")).toEqual(new Set([2]));
    expect(meetings.filter(({ bodyKey }) => bodyKey === "CAB").length).toBeGreaterThanOrEqual(12);
  });

  it("has an agenda whose pages follow on, one paper to follow and one exempt, on every day", () => {
    for (const today of startDays) {
      const { published, plans } = lifeOn(today);
      const reports = reportsOn(today)
        .map(({ report }) => report)
        .filter(({ meetingKey }) => meetingKey === published.key);
      const agenda = sampleAgenda(published, [plans.latest, plans.before], reports);
      expect(agenda.length, today).toBeGreaterThanOrEqual(8);
      expect(
        agenda.filter(({ paper }) => paper === "ToFollow"),
        today,
      ).toHaveLength(1);
      expect(
        agenda.filter(({ exemptParagraphs }) => exemptParagraphs.length > 0),
        today,
      ).toHaveLength(1);
      const pages = agenda.flatMap(({ pageFrom, pageTo }) =>
        pageFrom && pageTo ? [[pageFrom, pageTo] as const] : [],
      );
      for (const [place, [from]] of pages.entries()) expect(from).toBe((pages[place - 1]?.[1] ?? 4) + 1);
      const listed = new Set([...plans.latest.items, ...plans.before.items].map(({ key }) => key));
      for (const { forwardPlanItemKey, keyDecision } of agenda)
        expect(keyDecision === true ? listed.has(forwardPlanItemKey ?? "") : true, today).toBe(true);
    }
  });

  it("has two editions published in time, their items inside their four months, on every day", () => {
    for (const today of startDays) {
      const { plans, meetings } = lifeOn(today);
      const cabinets = new Set(meetings.filter(({ bodyKey }) => bodyKey === "CAB").map(({ date }) => date));
      const age = daysFrom(plans.latest.edition.publishedOn, today);
      expect(age, today).toBeGreaterThanOrEqual(21);
      expect(age, today).toBeLessThanOrEqual(45);
      expect(plans.before.edition.publishedOn < plans.latest.edition.publishedOn, today).toBe(true);
      expect(new Set(plans.latest.items.map(({ key }) => key)).size, today).toBeGreaterThanOrEqual(40);
      expect(plans.before.items.length, today).toBeGreaterThanOrEqual(30);
      for (const { edition, items } of [plans.latest, plans.before]) {
        expect(daysFrom(edition.publishedOn, edition.periodFrom), today).toBeGreaterThanOrEqual(28);
        for (const { title, decisions } of items) {
          // The Cabinet recommends before the Council decides.
          const inOrder = decisions.map(({ from }) => from);
          expect(inOrder, `${title}, made ${today}`).toEqual([...inOrder].sort());
          for (const { decisionMaker, from, to } of decisions) {
            expect(
              from >= edition.periodFrom && to <= edition.periodTo && from <= to,
              `${title}, ${from}, made ${today}`,
            ).toBe(true);
            if (decisionMaker === "Cabinet") expect(cabinets.has(from), `${title}, made ${today}`).toBe(true);
          }
        }
      }
    }
  });

  it("has every mixture a question can ask for", () => {
    const { items } = lifeOn(anyDay).plans.latest;
    expect(
      items
        .filter(({ secrecy }) => secrecy === "fully-exempt")
        .map(({ exemptParagraphs }) => exemptParagraphs),
    ).toContainEqual([4]);
    expect(
      items.some(({ secrecy, exemptParagraphs }) => secrecy === "part-exempt" && exemptParagraphs[0] === 3),
    ).toBe(true);
    expect(items.some(({ decisions }) => decisions.length === 2)).toBe(true);
    expect(items.some(({ dateChanges }) => dateChanges.length === 2)).toBe(true);
    expect(items.some(({ decisions }) => decisions.some(({ from, to }) => from < to))).toBe(true);
    const wards = new Set(items.flatMap((item) => item.wards));
    expect(wards.has("All Wards")).toBe(true);
    expect([...wards].filter((ward) => ward !== "All Wards").sort()).toEqual([...sampleWards].sort());
    const makers = new Set(items.flatMap(({ decisions }) => decisions.map((one) => one.decisionMaker)));
    for (const { name } of portfolioNames) expect(makers).toContain(`Cabinet Member - ${name}`);
    for (const { dateChanges, decisions } of items) {
      for (const { decisionMaker, to } of dateChanges.slice(-1)) {
        expect(decisions.find((decision) => decision.decisionMaker === decisionMaker)?.from).toBe(to);
      }
    }
  });

  it("has every kind of change between its editions, on every day", () => {
    for (const today of startDays) {
      const { latest, before } = lifeOn(today).plans;
      const kinds = new Set(planChanges(latest, before, true).map(({ kind }) => kind));
      expect([...kinds].sort(), today).toEqual(["earlier", "gone", "later", "new", "secrecy", "withdrawn"]);
    }
  });

  it("has reports in every state, with every kind of table, on every day", () => {
    for (const today of startDays) {
      const reports = reportsOn(today);
      const states = new Set(reports.map(({ report }) => report.state));
      expect([...states].sort(), today).toEqual([...reportStates].sort());
      expect(new Set(reports.map(({ report }) => report.key)).size, today).toBe(reports.length);
      expect(new Set(reports.flatMap(({ tables }) => tables.map(({ rows }) => rows.kind)))).toEqual(
        new Set(tableKinds),
      );
      expect(new Set(reports.map(({ report }) => report.layout))).toContain("front-sheet-older");
      expect(reports.filter(({ report }) => report.authors.includes(AUTHOR.oid))).toHaveLength(3);
      const filled = reports.flatMap(({ sections }) => sections.filter(({ html }) => html !== ""));
      expect(filled.length).toBeGreaterThanOrEqual(30);
      for (const { report, consultations } of reports) {
        if (report.kind === "cabinet-member-report") expect(consultations).toEqual([]);
        if (report.state === "published" && report.kind === "covering-report")
          expect(consultations.map(({ state }) => state)).toEqual(["Cleared", "Cleared"]);
        for (const { number } of consultations)
          if (number !== undefined) expect(consultationNumber(number)?.number).toBe(number);
      }
    }
  });

  it("has a general exception published in time and a special urgency nobody has agreed to", () => {
    for (const today of startDays) {
      const [exception, urgency] = sampleNotices(today, lifeOn(today), council);
      expect([exception?.kind, exception?.state]).toEqual(["GeneralException", "Published"]);
      expect([urgency?.kind, urgency?.state, urgency?.agreedBy]).toEqual([
        "SpecialUrgency",
        "Draft",
        undefined,
      ]);
      const meeting = lifeOn(today).meetings.find(({ key }) => key === exception?.meetingKey);
      const noticed = exception?.publishedOn;
      if (!meeting || !noticed) throw new Error(`No notice on ${today}.`);
      expect(noticed < today, today).toBe(true);
      expect(
        clearDaysBetween(noticed, meeting.date, { days: "working", counting: sampleCounting }).count,
        today,
      ).toBeGreaterThanOrEqual(5);
    }
  });

  it("has a work programme for each scrutiny committee whose items go to its meetings", () => {
    for (const today of startDays) {
      const { meetings } = lifeOn(today);
      const keys = new Set(meetings.map(({ key }) => key));
      const programmes = sampleWorkProgrammes(today, meetings);
      expect([...programmes.keys()].sort()).toEqual(["OSAH", "OSCS", "OSRC", "OSRS"]);
      for (const [bodyKey, items] of programmes)
        for (const { slots, title } of items) {
          expect(slots.length, `${bodyKey} ${title}, ${today}`).toBeGreaterThan(0);
          expect(slots.every(({ meetingKey }) => keys.has(meetingKey))).toBe(true);
        }
    }
  });

  it("has people whose keys and addresses differ, on numbers kept for fiction", () => {
    const all = samplePeople(people);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(new Set(all.map(({ email }) => email)).size).toBe(all.length);
    expect(all.filter(({ kind }) => kind === "Councillor").map(({ ward }) => ward)).toHaveLength(
      sampleWards.length,
    );
    expect(all.every(({ email }) => email?.endsWith("@council.example"))).toBe(true);
  });
});

describe("the sample council in the records", () => {
  let running: RunningServices;
  const today = day("2026-06-10");
  beforeAll(async () => {
    running = await startRunningServices({ clock: stoppedClock(new Date("2026-06-10T09:00:00Z")) });
  });
  afterAll(() => running.close());

  it("is put in once; a second time, even on another day, adds nothing", async () => {
    const first = await addSampleCouncil(running.services, today, { people, council });
    expect(first.added).toBeGreaterThan(1_000);
    expect(await addSampleCouncil(running.services, today, { people, council })).toEqual({ added: 0 });
    expect(await addSampleCouncil(running.services, addDays(today, 30), { people, council })).toEqual({
      added: 0,
    });
  });

  it("can be asked and posted from at once", async () => {
    await running.services.published.refresh();
    const { plans, bodies } = running.services.published.records();
    expect(bodies).toHaveLength(sampleBodies.length);
    expect(plans).toHaveLength(2);
    expect(running.services.published.wards()).toHaveLength(22);
    expect(running.services.published.portfolios()).toHaveLength(8);
    const { minutes, decisions, notices, workProgramme } = running.services.published.business();
    expect(minutes.length).toBeGreaterThan(100);
    expect(decisions.length).toBeGreaterThan(50);
    expect(
      decisions
        .filter(isIndividual)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["IND/4827", "IND/4832"]);
    expect(notices).toHaveLength(1);
    expect(workProgramme.length).toBeGreaterThan(20);
    expect(running.services.published.personByEntraId(AUTHOR.oid)?.post).toBe(
      "Policy and Performance Officer",
    );
  });

  it("gives its author a report of twelve sections whose tables are where the sections show them", async () => {
    const token = await running.issuer.issueUserToken({ oid: AUTHOR.oid });
    const caller = { entraObjectId: AUTHOR.oid, name: AUTHOR.name, roles: AUTHOR.roles, token };
    const { reports } = await running.services.reports.mine(caller);
    expect(reports.map(({ state }) => state).sort()).toEqual(["draft", "draft", "returned"]);
    const own = reports.find(({ kind }) => kind === "cabinet-member-report");
    const outline = await running.services.reports.outline(caller, own?.key ?? "");
    expect(outline.sections).toHaveLength(12);
    expect(new Set(outline.sections.map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
    expect(new Set(outline.sections.map(({ state }) => state))).toEqual(
      new Set(["open", "contributed", "accepted", "returned", "nil"]),
    );
    expect(outline.tables.map(({ kind }) => kind).sort()).toEqual(["audit-opinions", "collection-rates"]);
  });

  it("keeps every section in canonical form", () => {
    for (const { sections, tables } of reportsOn(today)) {
      for (const { html } of sections) {
        const { content } = parseSectionHtml(html);
        expect(renderSectionHtml(canonicalContent(content))).toBe(html);
      }
      for (const { key, sectionKey } of tables) {
        expect(sections.find((section) => section.key === sectionKey)?.html).toContain(`data-table="${key}"`);
      }
    }
  });
});
