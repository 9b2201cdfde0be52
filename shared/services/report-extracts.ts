import { createHash } from "node:crypto";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { renderSectionHtml, type SectionContent } from "../contracts/section-content.ts";
import type { ExtractOutline } from "../contracts/task-pane-api.ts";
import { editionOn, type ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { itemsOfArea, planExtract } from "../rules/forward-plan/plan-extract.ts";
import { type AgendaItem, type Body, type Meeting, readMeetingKey } from "../rules/meetings/meeting.ts";
import { lastAndNext, meetingsOfCommittee } from "../rules/meetings/meetings-of-committee.ts";
import type { Report } from "../rules/reports/report.ts";
import type { WorkProgrammeItem } from "../rules/work-programme/work-programme.ts";
import { workProgrammeMatrix } from "../rules/work-programme/work-programme-matrix.ts";

/** The records that extracts are made of, all in memory. */
export interface ExtractFacts {
  readonly plans: readonly ForwardPlan[];
  readonly meetings: readonly Meeting[];
  readonly bodies: readonly Body[];
  readonly workProgramme: readonly WorkProgrammeItem[];
}

/** What the records can put into a report, before its words are written. */
export interface Extract extends ExtractOutline {
  /** The meeting whose agenda it needs; null when it needs none. */
  readonly agendaOf: string | null;
  content(agenda: readonly AgendaItem[]): SectionContent;
}

const forwardPlanExtract = "EXT/FORWARD-PLAN";
const meetingsExtract = "EXT/MEETINGS";
const workProgrammeExtract = "EXT/WORK-PROGRAMME";

/** The extracts of a report: none for one that goes to no known body. */
export function extractsOf(report: Report, facts: ExtractFacts, today: CalendarDate): Extract[] {
  const goesTo = report.meetingKey ? readMeetingKey(report.meetingKey) : null;
  const bodyKey = goesTo?.bodyKey;
  const body = facts.bodies.find(({ key }) => key === bodyKey);
  if (!body) return [];
  const plan = editionOn(facts.plans, today);
  const meeting = facts.meetings.find(({ key }) => key === report.meetingKey);
  return [
    ...(plan ? [ofPlan(plan, body, report)] : []),
    ofMeetings(body, facts.meetings, today),
    ...(meeting ? ofWorkProgramme(body, meeting.municipalYear, facts) : []),
  ];
}

function ofPlan(plan: ForwardPlan, body: Body, report: Report): Extract {
  const inBrackets = /\(([^)]+)\)/.exec(body.name)?.[1] ?? body.name;
  const items = itemsOfArea(plan, [inBrackets, ...body.aliases, report.portfolio ?? ""]);
  const content = planExtract(plan, items);
  return {
    key: forwardPlanExtract,
    title: "Forward Plan: items in this committee’s area",
    opening: items.length === 1 ? "1 item" : `${items.length} items`,
    hash: hashOf(renderSectionHtml(content)),
    agendaOf: null,
    content: () => content,
  };
}

function ofMeetings(body: Body, all: readonly Meeting[], today: CalendarDate): Extract {
  const meetings = all.filter(({ bodyKey }) => bodyKey === body.key);
  const { last, next } = lastAndNext(meetings, today);
  const withoutAgenda = meetingsOfCommittee(body.name, meetings, [], today);
  return {
    key: meetingsExtract,
    title: "Meetings of the committee",
    opening: `Last met${last ? "" : " not on record"}, what it considered, next meeting${next ? "" : " not arranged"}`,
    hash: hashOf(renderSectionHtml(withoutAgenda)),
    agendaOf: last?.key ?? null,
    content: (agenda) => meetingsOfCommittee(body.name, meetings, agenda, today),
  };
}

/** The committee’s work programme of the year of the report’s meeting; nothing where the records hold none. */
function ofWorkProgramme(body: Body, municipalYear: string, facts: ExtractFacts): Extract[] {
  const ofYear = <Dated extends { bodyKey: string; municipalYear: string }>(all: readonly Dated[]) =>
    all.filter((one) => one.bodyKey === body.key && one.municipalYear === municipalYear);
  const items = ofYear(facts.workProgramme);
  if (items.length === 0) return [];
  const content = workProgrammeMatrix(body.name, municipalYear, items, ofYear(facts.meetings));
  return [
    {
      key: workProgrammeExtract,
      title: `Work programme ${municipalYear}`,
      opening: items.length === 1 ? "1 item by meeting" : `${items.length} items by meeting`,
      hash: hashOf(renderSectionHtml(content)),
      agendaOf: null,
      content: () => content,
    },
  ];
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
