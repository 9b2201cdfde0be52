import type { ForwardPlan } from "../../../shared/rules/forward-plan/forward-plan.ts";
import { keyOfTitle } from "../../../shared/rules/forward-plan/item-identity.ts";
import type { AgendaItem, Meeting, PaperState } from "../../../shared/rules/meetings/meeting.ts";
import type { Report } from "../../../shared/rules/reports/report.ts";
import { sampleOfficerPost } from "./people.ts";

interface Entry {
  readonly title: string;
  readonly reportOf?: string;
  readonly pages?: number;
  readonly paper?: PaperState;
  readonly exempt?: readonly number[];
  readonly keyDecision?: boolean;
}

const opening: readonly Entry[] = [
  { title: "Apologies for Absence", paper: "None" },
  { title: "Declarations of Interest", paper: "None" },
  { title: "Minutes of the Previous Meeting", pages: 8 },
];

const cabinetBusiness: readonly Entry[] = [
  {
    title: "Revenue and Capital Budget Monitoring",
    reportOf: "Executive Director of Corporate Resources",
    pages: 22,
  },
];

const cabinetClosing: readonly Entry[] = [
  { title: "Exclusion of Press and Public", paper: "None" },
  {
    title: "Lease of the Former Depot, Hawthorne Road",
    reportOf: "Property and Estates Manager",
    pages: 9,
    exempt: [3],
  },
];

const scrutinyBusiness: readonly Entry[] = [
  { title: "School Attendance: Autumn Figures", reportOf: "Head of Education", pages: 18 },
  { title: "Early Help in the Three Localities", reportOf: "Director of Children's Services", pages: 20 },
];

const scrutinyClosing: readonly Entry[] = [
  {
    title: "Work Programme and Key Decision Forward Plan",
    reportOf: "Legal and Democratic Officer",
    pages: 15,
  },
  {
    title: "Placement Costs with Independent Providers",
    reportOf: "Director of Children's Services",
    pages: 7,
    exempt: [3],
  },
];

/**
 * The agenda that is published for a coming meeting: what opens each, its business, the key decisions that the plan
 * lists for the day, the reports written for it (one of them to follow), and at the end what is heard in private.
 */
export function sampleAgenda(
  meeting: Meeting,
  plans: readonly ForwardPlan[],
  reports: readonly Report[],
): readonly AgendaItem[] {
  const cabinet = meeting.bodyKey === "CAB";
  const entries: readonly Entry[] = [
    ...opening,
    ...(cabinet ? cabinetBusiness : scrutinyBusiness),
    ...(cabinet ? fromPlan(meeting, plans) : []),
    ...reports.map(
      ({ subject, reportOf, state }): Entry =>
        state === "to-follow"
          ? { title: subject, reportOf, paper: "ToFollow" }
          : { title: subject, reportOf, pages: 11 },
    ),
    ...(cabinet ? cabinetClosing : scrutinyClosing),
  ];
  let page = 5;
  return entries.map((entry, place) => {
    const from = page;
    if (entry.pages !== undefined) page += entry.pages;
    const report = reports.find(({ subject }) => subject === entry.title);
    return {
      key: `${meeting.key}/${place + 1}`,
      meetingKey: meeting.key,
      number: place + 1,
      title: entry.title,
      paper: entry.paper ?? "Attached",
      exemptParagraphs: entry.exempt ?? [],
      ...(entry.paper === "ToFollow" ? { state: "ToFollow" as const } : {}),
      ...(entry.reportOf !== undefined ? { reportOf: entry.reportOf } : {}),
      ...(report ? { reportKey: report.key } : {}),
      ...(entry.keyDecision ? { keyDecision: true, forwardPlanItemKey: keyOfTitle(entry.title) } : {}),
      ...(entry.pages !== undefined ? { pageFrom: from, pageTo: page - 1 } : {}),
    };
  });
}

/** The key decisions that an edition of the plan lists for the day; what is wholly private is not among them. */
function fromPlan({ date }: Meeting, plans: readonly ForwardPlan[]): Entry[] {
  const [latest, before] = plans;
  const listed = new Map(
    [...(before?.items ?? []), ...(latest?.items ?? [])].map((item) => [item.key, item] as const),
  );
  return [...listed.values()]
    .filter(
      ({ decisions, secrecy }) =>
        secrecy === "open" &&
        decisions.some(({ decisionMaker, from }) => decisionMaker === "Cabinet" && from === date),
    )
    .map(({ title, contacts }) => ({
      title,
      reportOf: sampleOfficerPost(contacts[0]?.name ?? ""),
      pages: 10,
      keyDecision: true,
    }));
}
