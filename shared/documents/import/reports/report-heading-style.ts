import { numberedHeadings } from "../lines/headings-apart.ts";
import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { isCapitals } from "../minutes/minute-headings.ts";
import { coveringHeading, headingMeaning } from "./covering-headings.ts";
import { labelsOf } from "./front-sheet-labels.ts";
import { hasHeadingForm } from "./report-headings.ts";

/** How a report marks the headings that every report has, and so its own. */
export type HeadingStyle = (
  | { readonly mark: "hashes"; readonly depth: number }
  | { readonly mark: "bold" | "capitals" | "none" }
) & {
  /** Numbers of the lines with headings that are numbered through the report. */
  readonly numbered: ReadonlySet<number>;
};

/** How the report’s headings are marked, by those that every report has. */
export function headingStyle(lines: readonly PaperLine[]): HeadingStyle {
  const numbered = new Set([...numberedHeadings(lines)].flatMap((place) => lines[place]?.number ?? []));
  const known = lines.filter(({ text }) => {
    const words = withoutMarks(text);
    if (isTableRow(text)) return false;
    return coveringHeading(words)?.rest === "" || (/^\s*#/.test(text) && headingMeaning(words) !== undefined);
  });
  const depths = known.flatMap(({ text }) => /^\s*(#{1,6})\s/.exec(text)?.[1]?.length ?? []);
  if (depths.length >= 2)
    return { mark: "hashes", depth: depths.reduce((low, depth) => Math.min(low, depth)), numbered };
  const of = (test: (text: string) => boolean, least = 3) =>
    known.filter(({ text }) => test(text)).length >= least;
  if (of((text) => /^\s*\*\*[^*]+\*\*\s*$/.test(text), 2)) return { mark: "bold", numbered };
  return { mark: of((text) => isCapitals(withoutMarks(text))) ? "capitals" : "none", numbered };
}

/** A line that is marked as the report marks its headings; its words, or null. */
export function styledHeading({ text, number }: PaperLine, style: HeadingStyle): string | null {
  const words = withoutMarks(text);
  if (
    words === "" ||
    words.length > 120 ||
    isTableRow(text) ||
    /^(?:table|figure|chart|map)\s+\d/i.test(words)
  )
    return null;
  if (style.numbered.has(number) && /^\d{1,2}(?:\.0)?[.)]?\s/.test(words)) return words;
  switch (style.mark) {
    case "hashes":
      return /^\s*(#{1,6})\s/.exec(text)?.[1]?.length === style.depth ? words : null;
    case "bold":
      return /^\s*\*\*[^*]+\*\*\s*$/.test(text) && !/[.;,]$/.test(words) && hasHeadingForm(words)
        ? words
        : null;
    case "capitals":
      return isCapitals(words) && words.length > 6 && /\p{L}{4}/u.test(words) && !/[.;,:]$/.test(words)
        ? words
        : null;
    case "none":
      return null;
  }
}

/** The place of the last label of the front sheet; the end of the lines where there is none. */
export function lastLabel(lines: readonly PaperLine[]): number {
  let last = -1;
  for (let place = 0, looked = 0; place < lines.length && looked < 40; place += 1) {
    const line = lines[place];
    if (!line || line.text.trim() === "") continue;
    looked += 1;
    if (coveringHeading(withoutMarks(cellsOf(line.text).join(" ").trim())) !== null) break;
    const found = labelsOf(cellsOf(line.text).map(withoutMarks).join("\t"));
    if (found.some(({ start, field }) => start === 0 && field !== "other")) last = place;
  }
  return last < 0 ? lines.length : last;
}

/** An unmarked line that asks, gives reasons or names what else was considered, where headings carry no marks. */
export function plainHeading(lines: readonly PaperLine[], place: number): string | null {
  const text = withoutMarks(lines[place]?.text ?? "");
  if (text.length > 70 || isTableRow(lines[place]?.text ?? "") || /[.:;,]$/.test(text)) return null;
  if ((lines[place - 1]?.text ?? "").trim() !== "" || !hasHeadingForm(text)) return null;
  const meaning = headingMeaning(text);
  return meaning === "recommendations" || meaning === "reasons" || meaning === "alternatives" ? text : null;
}

/** “6. Risk”: a heading of the report's own, where its headings are numbered and this carries the next number. */
export function ownNumberedHeading(
  lines: readonly PaperLine[],
  place: number,
  text: string,
  openings: readonly { readonly heading: string }[],
): string | null {
  const numberOf = (heading: string) =>
    Number(/^(\d{1,2})(?:\.0)?[.)]?\s+\p{Lu}/u.exec(heading)?.[1] ?? Number.NaN);
  const number = numberOf(text);
  const last = openings.at(-1);
  if (!last || number !== numberOf(last.heading) + 1 || text.length > 80 || /[.;:,]$/.test(text)) return null;
  const alone = [place - 1, place + 1].every((at) => (lines[at]?.text ?? "").trim() === "");
  const below = lines.slice(place + 1, place + 3).find((line) => line.text.trim() !== "");
  // What stands below is its first paragraph: “2.1” below “2. The draft strategy”.
  return alone || below?.text.trim().startsWith(`${number}.1 `) ? text : null;
}
