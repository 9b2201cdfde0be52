import { type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { printedDates } from "../lines/printed-dates.ts";
import type { Field } from "./front-sheet-labels.ts";

/** Whether a line is a day and nothing else. */
export const isDay = (line: string) => {
  const [date] = printedDates(line);
  return date !== undefined && date.from === date.to && date.end - date.start >= line.length - 2;
};
/** Whether a line is the name of a council. */
export const isCouncil = (line: string) =>
  /\b(?:council|authority)$|^(?:the )?(?:london |royal |metropolitan )?(?:borough|county|city|district) (?:council )?of\b/i.test(
    line,
  ) && line.split(/\s+/).length > 1;
/** A word in the name of a body that meets. */
export const bodyName = /\b(?:cabinet|committee|board|panel|executive|council|forum|commission)\b/i;

/** A body and the day of its meeting on one line: “STANDARDS COMMITTEE – 12 SEPTEMBER 2023”. */
export function bodyAndDay(line: string): { body: string; day: string } | null {
  const [date] = printedDates(line);
  if (!date || date.from !== date.to || date.end < line.length - 2) return null;
  const body = line.slice(0, date.start).replace(/[\s,:–—-]+(?:on|of)?\s*$/i, "");
  return bodyName.test(body) && body.length > 4 && body.length < 100
    ? { body, day: line.slice(date.start) }
    : null;
}

/** What a line without a label says by its form: whose report, to whom, on which day, or whether it is public. */
export function titledFact(line: string): readonly (readonly [Field, string])[] | null {
  const by = /^(?:joint )?report (?:of|by|from)\s+(?:the\s+)?(.+)$/i.exec(line);
  if (by?.[1]) return [["reportOf", by[1]]];
  const to = /^report (?:to|for)\s+(?:the\s+)?(.+)$/i.exec(line);
  if (to?.[1] && bodyName.test(to[1])) return [["reportTo", to[1]]];
  if (
    /^(?:(?:this is an? )?(?:public|open|exempt|confidential|private|restricted) (?:report|item)|not for publication|(?:part(?:ly|ially)? |fully )?exempt\b|confidential\b|restricted\b)/i.test(
      line,
    )
  )
    return [["exempt", /^not for publication/i.test(line) ? `Exempt: ${line}` : line]];
  if (isDay(line)) return [["date", line]];
  const both = bodyAndDay(line);
  return both
    ? [
        ["reportTo", both.body],
        ["date", both.day],
      ]
    : null;
}

/** The facts of a front sheet that the lines give by their form, without a label; a day and a status alone tell nothing. */
export function unlabelledFacts(lines: readonly PaperLine[]): readonly Field[] {
  const texts = lines.map(({ text }) => withoutMarks(text));
  const fields = texts.flatMap((text) => titledFact(text)?.map(([field]) => field) ?? []);
  // “Cabinet” and a day, each on a line of its own.
  const alone =
    texts.some((text) => bodyName.test(text) && text.length < 60 && !isCouncil(text)) &&
    fields.includes("date");
  const told = fields.filter((field) => field !== "exempt" && field !== "date");
  return [...new Set([...told, ...(alone ? ["reportTo" as const] : [])])];
}

/** Lines that say nothing of the report: the council’s name, “Agenda item 7”, “REPORT”. */
export const saysNothing = (line: string) =>
  isCouncil(line) || /^(?:agenda )?item\b|^agenda item|^reports?$/i.test(line);
