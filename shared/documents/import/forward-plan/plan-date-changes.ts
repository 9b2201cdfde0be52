import type { DateChange } from "../../../contracts/answer.ts";
import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { opening } from "../lines/line-ledger.ts";
import { dayPattern, printedDates, readDay } from "../lines/printed-dates.ts";
import { cleaned, oneLine } from "./plan-values.ts";

/** What a cell says of the day of a decision: the day expected, and the days that it replaced. */
export interface ReadChanges {
  /** The cell without its notes of change. */
  readonly expected: string;
  readonly changes: readonly DateChange[];
  /** Notes of change that could not be read, for a person to look at. */
  readonly problems: readonly string[];
}

const moved = String.raw`(?:changed|moved|put\s+back|brought\s+forward|deferred|revised|postponed|rescheduled|re-?arranged|delayed|slipped|amended)`;
/** “Decision due date for Cabinet changed from 5 April 2018 to 26 July 2018.” */
const fromTo = String.raw`(?:(?:decision\s+(?:due\s+)?|due\s+|expected\s+)?dates?(?:\s+(?:for|of)\s+(?<maker>.+?))?\s+(?:was\s+|has\s+been\s+|is\s+)?)?${moved}\s+from\s+(?<from>${dayPattern})\s+(?:to|until)\s+(?<to>${dayPattern}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{4})`;
/** “was 19 September 2024”, “deferred from 13 September 2023”, “originally planned for 12 July”. */
const oldOnly = String.raw`(?:${moved}\s+from|\bwas(?:\s+(?:due(?:\s+on)?|expected(?:\s+on)?|to\s+be\s+(?:decided|taken|considered|made)(?:\s+on)?))?|\bformerly|\bpreviously(?:\s+(?:due(?:\s+on)?|listed\s+for|scheduled\s+for))?|\boriginally(?:\s+(?:planned\s+for|due(?:\s+on)?|expected(?:\s+on)?|listed\s+for|scheduled\s+for))?)\s*:?\s*(?<old>${dayPattern})`;
const changeNote = new RegExp(String.raw`\(?(?:\bthis\s+)?(?:${fromTo}|${oldOnly})\)?\.?`, "gi");
/** “14 May 2025 16 July 2025 (moved: …)”: the old day stands before the new, struck through on the page. */
const struckOut = new RegExp(
  String.raw`(?<old>${dayPattern})\s+(?<new>${dayPattern})\s*[.,;]?\s*\(?(?:reasons?(?:\s+for\s+(?:the\s+)?(?:change|delay|deferral))?|${moved})\s*:`,
  "i",
);
const reasonOpening =
  /^[\s.;:,)–—-]*(?:(?:the\s+)?reasons?(?:\s+for\s+(?:the\s+)?(?:change|delay|deferral))?\s*[:–-]\s*|because(?:\s+of)?\s+|as\s+|since\s+|owing\s+to\s+|due\s+to\s+|(?:put\s+back|moved|deferred|postponed)\s+(?:because(?:\s+of)?\s+|as\s+|since\s+|(?=so\s+that|to\b)))?/i;

/** A day, or the first of a month. */
const dayOf = (text: string) => readDay(text) ?? printedDates(text)[0]?.from ?? null;

/** The words of a reason, without what joins them to the note. */
function reasonIn(text: string): string {
  const words = oneLine(text).replace(reasonOpening, "");
  const opens = words.split("(").length - 1;
  const closes = words.split(")").length - 1;
  return (closes > opens ? words.replace(/\)([.\s]*)$/, "$1") : words).trim();
}

/**
 * Takes the notes of changed dates out of a cell; a line that is only a date ends the reason before it.
 * @param makers who decides, in order; a note that names nobody is the first one's.
 */
export function readChangeNotes(parts: readonly string[], makers: readonly string[]): ReadChanges {
  const text = withoutStruckOut(cleaned(parts.join("\n")));
  const notes = [...text.matchAll(changeNote)];
  if (notes.length === 0) return { expected: text, changes: [], problems: [] };
  let expected = text.slice(0, notes[0]?.index ?? 0);
  const read = notes.map((match, place) => {
    const end = match.index + match[0].length;
    const after = text.slice(end, notes[place + 1]?.index ?? text.length);
    const reasonLines: string[] = [];
    for (const line of after.split("\n")) {
      const [only] = printedDates(line);
      if (only && oneLine(line).length === only.end - only.start) expected += `\n${line}`;
      else reasonLines.push(line);
    }
    return { match, reason: reasonIn(reasonLines.join(" ")) };
  });
  const days = printedDates(expected);
  const changes: DateChange[] = [];
  const problems: string[] = [];
  for (const { match, reason } of read) {
    const { maker, from, to, old } = match.groups ?? {};
    const before = readDay(from ?? old ?? "");
    const after: CalendarDate | null = to ? dayOf(to) : (days.at(-1)?.from ?? null);
    if (before === null || after === null)
      problems.push(
        `of the note “${opening(oneLine(match[0]))}” ${before === null ? "the old" : "the new"} day is none that the calendar knows, so the change was left out: ${reason === "" ? "no reason is given" : `“${reason}”`}`,
      );
    else
      changes.push({
        decisionMaker: maker ? oneLine(maker) : (makers[0] ?? ""),
        from: before,
        to: after,
        reason,
      });
  }
  return { expected, changes, problems };
}

/** A day struck through is printed as a change from it. */
function withoutStruckOut(text: string): string {
  const found = struckOut.exec(text);
  const { old, new: now } = found?.groups ?? {};
  if (!found || !old || !now) return text;
  const rest = text.slice(found.index + found[0].length);
  return `${text.slice(0, found.index)}${now} (was ${old}) Reason: ${rest}`;
}

/** Notes of change inside words of their own, “Moved from 14 January 2026: valuation awaited.”, of a title or details. */
export function changesInWords(
  words: string,
  makers: readonly string[],
  expected: CalendarDate | null,
): readonly DateChange[] {
  if (expected === null) return [];
  return [...words.matchAll(changeNote)].flatMap((match) => {
    const { maker, from, to, old } = match.groups ?? {};
    const before = readDay(from ?? old ?? "");
    const after = dayOf(to ?? "") ?? expected;
    const rest = words.slice(match.index + match[0].length);
    const clause = /^[^.)]*/.exec(rest)?.[0] ?? "";
    return before && before !== after && !/^\W*was\b/i.test(match[0])
      ? [{ decisionMaker: maker ?? makers[0] ?? "", from: before, to: after, reason: reasonIn(clause) }]
      : [];
  });
}
