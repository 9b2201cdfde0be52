import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { ReportKind } from "../../contracts/task-pane-api.ts";

/** One version of a text that the council words once for every report. */
export interface StandardSection {
  /** `STD/EQUALITY/2`: {@link sectionKey} and version. */
  readonly key: string;
  /** `STD/EQUALITY`: the same for every version. */
  readonly sectionKey: string;
  readonly title: string;
  /** Canonical HTML of the subset. */
  readonly html: string;
  /** Number of the version, from 1. */
  readonly version: number;
  readonly inForceFrom: CalendarDate;
  /** Last day in force; none for a version without an end. */
  readonly inForceTo?: CalendarDate;
  /** Kinds of report it is for. */
  readonly kinds: readonly ReportKind[];
}

/** The key of a version: `STD/EQUALITY/2`. */
export function standardSectionKey(sectionKey: string, version: number): string {
  return `${sectionKey}/${version}`;
}

/**
 * The version of each standard section that is in force on a day, by title. Where the dates of two versions
 * overlap, the later version counts.
 */
export function inForceOn(versions: readonly StandardSection[], day: CalendarDate): StandardSection[] {
  const bySection = new Map<string, StandardSection>();
  for (const version of versions) {
    if (version.inForceFrom > day || (version.inForceTo !== undefined && version.inForceTo < day)) continue;
    const other = bySection.get(version.sectionKey);
    if (!other || version.version > other.version) bySection.set(version.sectionKey, version);
  }
  return [...bySection.values()].sort((a, b) => a.title.localeCompare(b.title, "en-GB"));
}
