import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleAgenda } from "../../../infra/local/sample-council/agenda.ts";
import { sampleBodies, sampleWards } from "../../../infra/local/sample-council/bodies.ts";
import { sampleForwardPlan } from "../../../infra/local/sample-council/forward-plan.ts";
import { type SampleMeetings, sampleMeetings } from "../../../infra/local/sample-council/meetings.ts";
import { samplePeople } from "../../../infra/local/sample-council/people.ts";
import { addSampleCouncil } from "../../../infra/local/sample-council/sample-council.ts";
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
import { stoppedClock } from "../../../shared/services/clock.ts";
import { type RunningServices, startRunningServices } from "../../builders/running-services.ts";
import { AUTHOR, OFFICER } from "../../builders/tenant.ts";

const people = {
  author: { entraObjectId: AUTHOR.oid, name: AUTHOR.name },
  officer: { entraObjectId: OFFICER.oid, name: OFFICER.name },
  councillor: { entraObjectId: "11111111-2222-4333-8444-555555555555", name: "Robin Marsh" },
  financeOfficer: { entraObjectId: "66666666-7777-4888-8999-000000000000", name: "Sam Ford" },
};

const laidOut = new Map<string, SampleMeetings>();
function meetingsOn(today: CalendarDate): SampleMeetings {
  const made = laidOut.get(today) ?? sampleMeetings(today);
  laidOut.set(today, made);
  return made;
}

/** Every day of 2026 and 2027. */
const startDays = Array.from({ length: 730 }, (_, days) => addDays(day("2026-01-01"), days));

describe("the sample council, whatever day it is made", () => {
  it.each([
    ["2026", startDays.slice(0, 365)],
    ["2027", startDays.slice(365)],
  ])("has one members’ card and one officers’ card due on each day of %s", (_, days) => {
    for (const today of days) {
      const { meetings, published, deadline } = meetingsOn(today);
      const life = {
        meetings,
        bodies: sampleBodies,
        plans: [],
        business: noBusiness,
        practiceOf: (key: string) => practiceOf({ key, callInApplies: key === "CAB" }),
      };
      // The day before its meeting the agenda card has a reminder beside it; there is one card of each other kind.
      const cards = dueCards(life, today)
        .filter(({ kind }) => kind !== "meeting-tomorrow")
        .map(({ audience, about }) => [audience, about[0]]);
      expect(cards.sort(), today).toEqual([
        ["members", published.key],
        ["officers", deadline.key],
      ]);
    }
  });

  it.each([
    ["2026", startDays.slice(0, 365)],
    ["2027", startDays.slice(365)],
  ])("meets on working days, with lawful notice, all through %s", (_, days) => {
    for (const today of days) {
      const { meetings, published, deadline } = meetingsOn(today);
      for (const { date } of meetings) expect(isWorkingDay(date), `${date} of ${today}`).toBe(true);
      expect(new Set(meetings.map(({ key }) => key)).size, today).toBe(meetings.length);
      const publishedOn = day(published.agendaPublishedAt?.slice(0, 10) ?? "");
      expect(publishedOn < today, today).toBe(true);
      expect(clearDaysBetween(publishedOn, published.date).count, today).toBeGreaterThanOrEqual(5);
      for (const { key, state, date } of meetings) {
        const expected =
          date < today ? "MinutesPublished" : key === published.key ? "AgendaPublished" : "Scheduled";
        expect([key, state]).toEqual([key, expected]);
      }
      expect(deadline.state).toBe("Scheduled");
      for (const { key } of sampleBodies) {
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

  it("has Cabinet on Thursdays and scrutiny on Tuesdays", () => {
    const { meetings } = sampleMeetings(day("2026-06-10"));
    const days = (prefix: string) =>
      new Set(
        meetings.filter(({ bodyKey }) => bodyKey.startsWith(prefix)).map(({ date }) => dayOfWeek(date)),
      );
    expect(days("CAB")).toEqual(new Set([4]));
    expect(days("OS")).toEqual(new Set([2]));
    expect(meetings.filter(({ bodyKey }) => bodyKey === "CAB").length).toBeGreaterThanOrEqual(11);
  });

  it("has an agenda of ten items whose pages follow on, one to follow and one exempt", () => {
    const agenda = sampleAgenda(sampleMeetings(day("2026-06-10")).published);
    expect(agenda).toHaveLength(10);
    expect(agenda.filter(({ paper }) => paper === "ToFollow")).toHaveLength(1);
    expect(agenda.filter(({ exemptParagraphs }) => exemptParagraphs.length > 0)).toHaveLength(1);
    const pages = agenda.flatMap(({ pageFrom, pageTo }) =>
      pageFrom && pageTo ? [[pageFrom, pageTo] as const] : [],
    );
    for (const [place, [from]] of pages.entries()) expect(from).toBe((pages[place - 1]?.[1] ?? 4) + 1);
  });

  it("has an edition published in time, with twelve items inside its four months, on every day", () => {
    for (const today of startDays) {
      const { edition, items } = sampleForwardPlan(today, meetingsOn(today).meetings);
      const age = daysFrom(edition.publishedOn, today);
      expect(age, today).toBeGreaterThanOrEqual(21);
      expect(age, today).toBeLessThanOrEqual(40);
      expect(daysFrom(edition.publishedOn, edition.periodFrom), today).toBeGreaterThanOrEqual(28);
      expect(new Set(items.map(({ key }) => key)).size).toBe(12);
      for (const { title, decisions } of items) {
        // The Cabinet recommends before the Council decides.
        const inOrder = decisions.map(({ from }) => from);
        expect(inOrder, `${title}, made ${today}`).toEqual([...inOrder].sort());
        for (const { from, to } of decisions) {
          expect(
            from >= edition.periodFrom && to <= edition.periodTo && from <= to,
            `${title}, ${from}, made ${today}`,
          ).toBe(true);
        }
      }
    }
  });

  it("has every mixture a question can ask for", () => {
    const { items } = sampleForwardPlan(day("2026-06-10"), sampleMeetings(day("2026-06-10")).meetings);
    expect(
      items
        .filter(({ secrecy }) => secrecy === "fully-exempt")
        .map(({ exemptParagraphs }) => exemptParagraphs),
    ).toEqual([[4]]);
    expect(
      items.some(({ secrecy, exemptParagraphs }) => secrecy === "part-exempt" && exemptParagraphs[0] === 3),
    ).toBe(true);
    expect(items.some(({ decisions }) => decisions.length === 2)).toBe(true);
    expect(items.some(({ dateChanges }) => dateChanges.length > 0)).toBe(true);
    expect(
      items
        .flatMap(({ wards }) => wards)
        .filter((ward) => ward !== "All Wards")
        .every((ward) => sampleWards.some((known) => known === ward)),
    ).toBe(true);
    for (const { dateChanges, decisions } of items) {
      for (const { decisionMaker, to } of dateChanges) {
        expect(decisions.find((decision) => decision.decisionMaker === decisionMaker)?.from).toBe(to);
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
    const first = await addSampleCouncil(running.services, today, { people });
    expect(first.added).toBeGreaterThan(100);
    expect(await addSampleCouncil(running.services, today, { people })).toEqual({ added: 0 });
    expect(await addSampleCouncil(running.services, addDays(today, 30), { people })).toEqual({ added: 0 });
  });

  it("can be asked and posted from at once", async () => {
    await running.services.published.refresh();
    const { plans, bodies } = running.services.published.records();
    expect(bodies).toHaveLength(6);
    expect(plans).toHaveLength(1);
    expect(plans[0]?.items).toHaveLength(12);
    expect(running.services.published.personByEntraId(AUTHOR.oid)?.post).toBe(
      "Policy and Performance Officer",
    );
  });

  it("gives its author a report of twelve sections whose tables are where the sections show them", async () => {
    const token = await running.issuer.issueUserToken({ oid: AUTHOR.oid });
    const caller = { entraObjectId: AUTHOR.oid, name: AUTHOR.name, roles: AUTHOR.roles, token };
    const { reports } = await running.services.reports.mine(caller);
    expect(reports).toHaveLength(1);
    const outline = await running.services.reports.outline(caller, reports[0]?.key ?? "");
    expect(outline.sections).toHaveLength(12);
    expect(new Set(outline.sections.map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
    expect(new Set(outline.sections.map(({ state }) => state))).toEqual(
      new Set(["open", "contributed", "accepted", "returned", "nil"]),
    );
    expect(outline.tables.map(({ kind }) => kind).sort()).toEqual(["audit-opinions", "collection-rates"]);
  });

  it("keeps every section in canonical form", async () => {
    const { sampleReport } = await import("../../../infra/local/sample-council/report.ts");
    const { meetings } = meetingsOn(today);
    const meeting = meetings.find(({ bodyKey, state }) => bodyKey === "OSRC" && state === "Scheduled");
    if (!meeting) throw new Error("No meeting");
    const { sections, tables } = sampleReport(today, meeting, "Committee", AUTHOR.oid);
    for (const { html } of sections) {
      const { content } = parseSectionHtml(html);
      expect(renderSectionHtml(canonicalContent(content))).toBe(html);
    }
    for (const { key, sectionKey } of tables) {
      expect(sections.find((section) => section.key === sectionKey)?.html).toContain(`data-table="${key}"`);
    }
  });
});
