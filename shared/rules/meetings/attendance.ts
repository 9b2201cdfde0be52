import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { Finding } from "../finding.ts";
import { type Meeting, municipalYear } from "./meeting.ts";
import { placeInYear } from "./meetings-of-committee.ts";

/** Who was there and who was not, of a body's members. */
export interface Attendance {
  readonly meeting: string;
  /** Seats of the body, vacant ones included. */
  readonly membership: number;
  readonly vacancies?: number;
  /** Members present, substitutes included. */
  readonly present: number;
  /** Members who sent apologies; one with a substitute present is counted once, as present. */
  readonly apologies: number;
}

/** Whether everybody is accounted for (rule R39). Absence without apologies is lawful: it is said, not blamed. */
export function attendanceFindings(attendance: Attendance): Finding[] {
  const { meeting: where, membership, vacancies = 0, present, apologies } = attendance;
  const accounted = present + apologies + vacancies;
  if (accounted === membership) return [];
  const difference = membership - accounted;
  return [
    {
      rule: "R39",
      severity: difference > 0 ? "info" : "warning",
      where,
      message:
        difference > 0
          ? `${difference} of ${membership} members neither attended nor sent apologies.`
          : `${accounted} members are accounted for, and the body has ${membership} seats.`,
      fix:
        difference > 0
          ? "Check the attendance list; nothing else is needed."
          : "Check whether a substitute is counted beside the member replaced.",
    },
  ];
}

/**
 * Whether a meeting is the first of its municipal year, where a report says so (rule R38).
 * Worked example: Annual Council on 16 May 2024; 18 June and 3 September 2024 are both of 2024/25, so a report to the
 * meeting of 3 September that calls it the first is wrong.
 */
export function firstOfYearFindings(
  claim: { readonly where: string; readonly meeting: Meeting },
  meetings: readonly Meeting[],
): Finding[] {
  const place = placeInYear(claim.meeting, meetings);
  if (place === 1) return [];
  const earlier = meetings
    .filter(
      ({ bodyKey, municipalYear: year, date }) =>
        bodyKey === claim.meeting.bodyKey &&
        year === claim.meeting.municipalYear &&
        date < claim.meeting.date,
    )
    .map(({ date }) => date)
    .sort();
  return [
    {
      rule: "R38",
      severity: "warning",
      where: claim.where,
      message: `It is called the first meeting of the municipal year ${claim.meeting.municipalYear}; the committee met before, on ${earlier.join(" and ")}.`,
      fix: "Insert “Meetings of the committee” from the records.",
    },
  ];
}

/** The municipal year of a day by the Annual Councils known (rule R38). @throws {AnnualCouncilUnknown} */
export function municipalYearOf(date: CalendarDate, annualCouncils: readonly CalendarDate[]): string {
  const ofYear = annualCouncils.find((day) => day.slice(0, 4) === date.slice(0, 4));
  if (!ofYear) throw new AnnualCouncilUnknown(date);
  return municipalYear(date, ofYear);
}

/** Says that the day of Annual Council is not known for a year. */
export class AnnualCouncilUnknown extends Error {
  override readonly name = "AnnualCouncilUnknown";
  constructor(date: CalendarDate) {
    super(
      `The day of Annual Council in ${date.slice(0, 4)} is not in the records, so the municipal year of ${date} is not known.`,
    );
  }
}
