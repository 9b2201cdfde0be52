import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { Meeting } from "../../../shared/rules/meetings/meeting.ts";
import { headingKey } from "../../../shared/rules/reports/report.ts";
import {
  type WorkProgrammeItem,
  type WorkProgrammeSource,
  workProgrammeKey,
} from "../../../shared/rules/work-programme/work-programme.ts";

/** Which of the committee’s meetings in the year an item goes to. */
type When = "every" | "every other" | "once" | "last";
type Topic = readonly [title: string, leadOfficer: string, when: When, source: WorkProgrammeSource];

const regular: readonly Topic[] = [
  ["Cabinet Member Report", "Legal and Democratic Officer", "every", "Standing"],
  ["Work Programme and Key Decision Forward Plan", "Legal and Democratic Officer", "every", "Standing"],
];

/** What each committee looks at in the year, beside what comes to every meeting: by band. */
const topics: Readonly<Record<string, Readonly<Record<string, readonly Topic[]>>>> = {
  OSAH: {
    "Service operational reports": [
      ["Waiting Times for Care Assessments", "Director of Adult Social Care", "every other", "Member"],
      ["Winter Plan of the Health Service", "Director of Public Health", "once", "Standing"],
      ["Care Homes: Quality", "Director of Adult Social Care", "last", "Standing"],
    ],
    "Scrutiny review and pre-scrutiny": [
      ["Home Care: Contracts from Next April", "Director of Adult Social Care", "once", "PreScrutiny"],
      ["Dentistry in the North of the Borough", "Director of Public Health", "last", "Member"],
    ],
  },
  OSCS: {
    "Service operational reports": [
      ["School Attendance", "Head of Education", "every other", "Standing"],
      ["Safeguarding Partnership: Annual Report", "Director of Children's Services", "once", "Standing"],
      ["Nursery Places", "Head of Education", "last", "Standing"],
    ],
    "Scrutiny review and pre-scrutiny": [
      ["Travel Assistance Working Group", "Legal and Democratic Officer", "last", "Recommendation"],
      ["Family Hubs: Second Wave", "Director of Children's Services", "once", "PreScrutiny"],
    ],
  },
  OSRS: {
    "Service operational reports": [
      ["Winter Gritting: Lessons of Last Year", "Highways Manager", "once", "Standing"],
      ["Homelessness Strategy", "Head of Housing and Investment", "every other", "Standing"],
      ["Tree Planting", "Head of Locality Services", "last", "Member"],
    ],
    "Scrutiny review and pre-scrutiny": [
      ["Digital Inclusion: Progress on Recommendations", "Head of ICT", "every other", "Recommendation"],
      ["Local Plan: Preferred Options", "Chief Planning Officer", "last", "PreScrutiny"],
    ],
  },
  OSRC: {
    "Service operational reports": [
      [
        "Revenue and Capital Budget Monitoring",
        "Executive Director of Corporate Resources",
        "every other",
        "Standing",
      ],
      ["Sickness Absence", "Head of Personnel", "once", "Standing"],
      ["Corporate Complaints", "Legal and Democratic Officer", "last", "Standing"],
    ],
    "Scrutiny review and pre-scrutiny": [
      ["Council Tax Reduction Scheme", "Executive Director of Corporate Resources", "last", "PreScrutiny"],
      ["Customer Contact: Waiting Times", "Head of Communities", "once", "Member"],
    ],
  },
};

/** The work programmes of the four committees for the municipal year of a day, by body. */
export function sampleWorkProgrammes(
  today: CalendarDate,
  meetings: readonly Meeting[],
): ReadonlyMap<string, readonly WorkProgrammeItem[]> {
  return new Map(
    Object.entries(topics).map(([bodyKey, bands]) => {
      const own = meetings.filter((meeting) => meeting.bodyKey === bodyKey);
      const year = (own.find(({ date }) => date >= today) ?? own.at(-1))?.municipalYear ?? "";
      const ofYear = own.filter(({ municipalYear }) => municipalYear === year);
      const rows = Object.entries({ "Regular reports": regular, ...bands }).flatMap(([band, all]) =>
        all.map((topic) => ({ band, topic })),
      );
      return [
        bodyKey,
        rows.map(({ band, topic: [title, leadOfficer, when, source] }, place): WorkProgrammeItem => {
          const goesTo = slots(when, ofYear, place);
          return {
            key: workProgrammeKey(bodyKey, year, headingKey(title)),
            bodyKey,
            municipalYear: year,
            title,
            band,
            leadOfficer,
            source,
            order: place + 1,
            state: goesTo.every(({ date }) => date < today) ? "Reported" : "Scheduled",
            slots: goesTo.map(({ key }) => ({ meetingKey: key, mark: "X" })),
          };
        }),
      ];
    }),
  );
}

function slots(when: When, ofYear: readonly Meeting[], place: number): readonly Meeting[] {
  switch (when) {
    case "every":
      return ofYear;
    case "every other":
      return ofYear.filter((_, index) => index % 2 === 0);
    case "once":
      return ofYear.slice(place % ofYear.length, (place % ofYear.length) + 1);
    case "last":
      return ofYear.slice(-1);
  }
}
