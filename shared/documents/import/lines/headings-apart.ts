import { hasHeadingForm } from "../reports/report-headings.ts";
import { layoutOf } from "./paper-blocks.ts";
import { isTableRow, type PaperLine, withoutMarks } from "./paper-lines.ts";

const ended = /[.:;!?]["”'’)]*$/;
const listed = /^\s*(?:[-*•●◦▪■o·]\s|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s|\d{1,2}(?:\.\d{1,2})+\s)/;

/**
 * Lines with a blank line above and below each heading, where a paper sets its headings close to their text: a short
 * line that says no sentence, after the end of one, above words that do.
 */
export function withHeadingsApart(lines: readonly PaperLine[]): PaperLine[] {
  const { widest } = layoutOf(lines);
  const filled = lines.filter(({ text }) => text.trim() !== "").length;
  const packed = lines.length - filled < filled * 0.12;
  const numbered = numberedHeadings(lines);
  const result: PaperLine[] = [];
  for (const [place, line] of lines.entries()) {
    const known = numbered.has(place);
    const apart = known || isCloseHeading(lines, place, packed, Math.min(Math.max(widest, 60), 100));
    if (apart) result.push({ number: line.number, text: "" });
    result.push(known ? { number: line.number, text: `# ${withoutMarks(line.text)}` } : line);
    if (apart) result.push({ number: line.number, text: "" });
  }
  return result;
}

const numberedTitle = /^(?<number>\d{1,2})(?<below>\.\d{1,2})?[.)]?\s+(?<title>\p{Lu}[^.;:,]{1,70})$/u;

/** The places of headings that are numbered through the paper, each with words below it; a list’s points have none. */
export function numberedHeadings(lines: readonly PaperLine[]): ReadonlySet<number> {
  const found: { place: number; number: number; below: boolean }[] = [];
  let last = 0;
  for (const [place, { text }] of lines.entries()) {
    const groups = /^\s/.test(text) ? undefined : numberedTitle.exec(withoutMarks(text))?.groups;
    if (!groups || (lines[place - 1]?.text ?? "").trim() !== "") continue;
    if ((groups["title"] ?? "").split(/\s+/).length > 10) continue;
    let next = place + 1;
    while (next < lines.length && (lines[next]?.text ?? "").trim() === "") next += 1;
    const follows = withoutMarks(lines[next]?.text ?? "");
    const number = Number(groups["number"]);
    const below = groups["below"] !== undefined;
    const beside = numberedTitle.exec(follows)?.groups;
    // The next number right below makes both of them points of a list.
    const listedOn =
      beside && !below && beside["below"] === undefined && Number(beside["number"]) === number + 1;
    if (follows === "" || listedOn || (below ? number !== last : number !== last + 1)) continue;
    if (!below) last = number;
    found.push({ place, number, below });
  }
  return last < 3 ? new Set() : new Set(found.map(({ place }) => place));
}

function isCloseHeading(
  lines: readonly PaperLine[],
  place: number,
  packed: boolean,
  widest: number,
): boolean {
  const printed = lines[place]?.text ?? "";
  const above = lines[place - 1]?.text ?? "";
  const below = lines[place + 1]?.text ?? "";
  const text = withoutMarks(printed);
  if (text === "" || below.trim() === "" || /^\s/.test(printed)) return false;
  if (text.length > Math.min(70, widest * 0.75) || text.split(/\s+/).length > 9) return false;
  if (isTableRow(printed) || listed.test(`${printed} `) || /^\s*[#|]/.test(printed)) return false;
  if (/[.,;:!]$/.test(text) || /:\s/.test(text) || /^\d+$/.test(text) || !hasHeadingForm(text)) return false;
  // Without blank lines the end of a sentence is all that shows where a paragraph ends.
  if (above.trim() !== "" && !(packed && ended.test(above.trim()))) return false;
  const next = withoutMarks(below);
  const tells = ended.test(next)
    ? next.split(/\s+/).length > 1
    : next.length > Math.max(40, text.length + 15);
  return isTableRow(below) || listed.test(below) || (/^[\p{Lu}\d“"'‘£(]/u.test(next) && tells);
}
