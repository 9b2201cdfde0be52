import type { AgendaItem, Meeting, PaperState } from "../../../shared/rules/meetings/meeting.ts";

interface Entry {
  readonly title: string;
  readonly reportOf?: string;
  readonly pages?: number;
  readonly paper?: PaperState;
  readonly exempt?: readonly number[];
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
  { title: "Winter Maintenance of the Highway Network", reportOf: "Highways Manager", pages: 12 },
  { title: "Empty Homes: Two Years On", reportOf: "Head of Housing and Investment", pages: 16 },
  { title: "Library Opening Hours", reportOf: "Head of Communities", pages: 14 },
  { title: "Review of School Crossing Patrols", reportOf: "Head of Education", paper: "ToFollow" },
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
  { title: "Foster Carers: Recruitment and Support", reportOf: "Director of Children's Services", pages: 13 },
  { title: "Early Help in the Three Localities", reportOf: "Director of Children's Services", pages: 20 },
  {
    title: "Travel Assistance Working Group: Final Report",
    reportOf: "Legal and Democratic Officer",
    paper: "ToFollow",
  },
  {
    title: "Cabinet Member Report: Children's Services",
    reportOf: "Legal and Democratic Officer",
    pages: 11,
  },
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

/** The agenda of a meeting: ten items in page order, one to follow, one exempt. */
export function sampleAgenda(meeting: Meeting): readonly AgendaItem[] {
  let page = 5;
  return [...opening, ...(meeting.bodyKey === "CAB" ? cabinetBusiness : scrutinyBusiness)].map(
    (entry, place) => {
      const from = page;
      if (entry.pages !== undefined) page += entry.pages;
      return {
        key: `${meeting.key}/${place + 1}`,
        meetingKey: meeting.key,
        number: place + 1,
        title: entry.title,
        paper: entry.paper ?? "Attached",
        exemptParagraphs: entry.exempt ?? [],
        ...(entry.reportOf !== undefined ? { reportOf: entry.reportOf } : {}),
        ...(entry.pages !== undefined ? { pageFrom: from, pageTo: page - 1 } : {}),
      };
    },
  );
}
