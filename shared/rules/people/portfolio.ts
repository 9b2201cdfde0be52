import type { CalendarDate } from "../../contracts/calendar-date.ts";

/** A name something had for a time; either end may be open. */
export interface DatedName {
  readonly name: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** A policy area with the councillor who holds it. */
export interface Portfolio {
  /** `REGULATORY-COMPLIANCE`. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly DatedName[];
  /** Key of the councillor who holds it. */
  readonly holder?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** Key of the committee that scrutinises it. */
  readonly scrutinyBody?: string;
}

/** A ward of the borough with the town that people know it by. */
export interface Ward {
  /** `LINACRE`. */
  readonly key: string;
  readonly name: string;
  readonly town?: string;
  readonly aliases: readonly DatedName[];
}

/**
 * The one whose name, or alias in force on a day, is the name given; capitals, “and” or “&”, and punctuation carry
 * no meaning.
 * @param day leave out to accept every alias, whatever its time.
 */
export function namedOn<Named extends { readonly name: string; readonly aliases: readonly DatedName[] }>(
  all: readonly Named[],
  name: string,
  day?: CalendarDate,
): Named | null {
  const wanted = nameKey(name);
  const inForce = ({ from, to }: DatedName) =>
    day === undefined || ((from === undefined || from <= day) && (to === undefined || day <= to));
  return (
    all.find((one) => nameKey(one.name) === wanted) ??
    all.find((one) => one.aliases.some((alias) => inForce(alias) && nameKey(alias.name) === wanted)) ??
    null
  );
}

function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\band\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
