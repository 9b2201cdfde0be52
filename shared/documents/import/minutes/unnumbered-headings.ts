import { headLabel } from "../lines/head-labels.ts";
import type { Layout } from "../lines/paper-blocks.ts";
import { isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { hasHeadingForm } from "../reports/report-headings.ts";
import { isCapitals, type MinuteHeading } from "./minute-headings.ts";
import { minuteLabel } from "./minute-labels.ts";

/** Titles that the first minutes of nearly every meeting bear. */
const usualTitle =
  /^(?:(?:to receive )?(?:any )?apolog(?:y|ies)\b|(?:(?:to receive )?(?:any )?declarations?\b|disclosures?\b|interests$)|minutes\b|urgent (?:business|items)|public (?:questions?|participation|speaking|forum)|questions (?:from|by)|(?:appointment|election) of|(?:chair(?:man)?|mayor|leader)[’']s announcements|welcome\b|petitions|matters arising|exclusion of|substitut\w+|membership\b|(?:any )?other (?:urgent )?business|dates? of (?:the )?(?:next|future) meetings?|work programme$|forward plan$)/i;
/** A planning application by its number: “24/00417/FUL”. */
const application = /^(?:[A-Z]{1,4}\/)?\d{2,4}\/\d{3,6}(?:\/[A-Z\d]{1,6})*\b/;

interface Title {
  readonly text: string;
  readonly end: number;
  readonly form: "marked" | "capitals" | "plain";
}

/**
 * Where minutes begin that bear no numbers: at lines that are marked as headings or stand in capitals; where there
 * are none of these, at short lines that say no sentence, above the text that belongs to them.
 */
export function unnumberedHeadings(lines: readonly PaperLine[], layout: Layout): MinuteHeading[] {
  const top = lines.flatMap((line, place) => (line.text.trim() === "" ? [] : [place])).slice(0, 40);
  const namesPresent = top.findLast((place) => {
    const text = withoutMarks(lines[place]?.text ?? "");
    return /\bpresent\b|\battend/i.test(text) && headLabel(text) !== null;
  });
  const from = namesPresent ?? 0;
  const head = lines.findIndex((line, place) => {
    const text = withoutMarks(line.text);
    const ofPaper = place < (top[6] ?? 0) && /^minutes\b/i.test(text);
    return place > from && !ofPaper && usualTitle.test(text) && titleAt(lines, place, layout) !== null;
  });
  if (head < 0) return [];
  const found: (Title & { place: number })[] = [];
  for (let place = head; place < lines.length; place += 1) {
    const title = titleAt(lines, place, layout);
    if (!title) continue;
    found.push({ ...title, place });
    place = title.end - 1;
  }
  const [first] = found;
  const shown = found.filter(({ form }) => form !== "plain");
  const kept =
    first && first.form !== "plain" && shown.length > 1
      ? shown.filter(({ form }) => form === first.form || first.form === "capitals")
      : found;
  return kept.map(({ text, place, end }) => ({ number: null, title: text.replace(/\.$/, ""), place, end }));
}

function titleAt(lines: readonly PaperLine[], place: number, layout: Layout): Title | null {
  const printed = lines[place]?.text ?? "";
  const text = withoutMarks(printed);
  if (text === "" || text.length > 140 || isTableRow(printed) || minuteLabel(printed)) return null;
  const label = headLabel(text);
  if (label && !["apologies", "absent"].includes(label.zone) && !/^#/.test(printed.trim())) return null;
  if ((lines[place - 1]?.text ?? "").trim() !== "" || /[;:]$/.test(text)) return null;
  if (/^\s*#{1,6}\s/.test(printed) || (/^\s*\*\*[^*]+\*\*\s*$/.test(printed) && !/[.,]$/.test(text)))
    return { text, end: place + 1, form: "marked" };
  if (isCapitals(text) && text.length > 3 && !/,$/.test(text))
    return { text, end: place + 1, form: "capitals" };
  let end = place + 1;
  let words = text;
  // A long title goes on below.
  const below = withoutMarks(lines[end]?.text ?? "");
  const fuller = text.length > (layout.wrapWidth ?? layout.widest) * 0.45;
  if (
    fuller &&
    below !== "" &&
    below.length < 70 &&
    (application.test(text) || /(?:[-–,&]|\b(?:and|of|the|for|to|in|on|with|at))$/i.test(text)) &&
    hasHeadingForm(below.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
  ) {
    words = `${text} ${below}`;
    end += 1;
  }
  const usual = usualTitle.test(words) && words.length < 80;
  const formed = application.test(words) || hasHeadingForm(words);
  if (!formed || /[.;:,]$/.test(words) || /^(?:\(|[“"'‘]|[-•*]\s)/.test(words)) return null;
  if (!usual && /^(?:councillors?|cllrs?|mr|mrs|ms|signed|chair|date)\b/i.test(words)) return null;
  let next = end;
  while (next < lines.length && (lines[next]?.text ?? "").trim() === "") next += 1;
  const follows = lines[next]?.text ?? "";
  const tells =
    usual ||
    isTableRow(follows) ||
    minuteLabel(follows) !== null ||
    /[.:;]|\s\S+\s\S+\s\S+\s\S+\s/.test(follows.trim());
  return tells && (usual || words.split(/\s+/).length <= 16 || application.test(words))
    ? { text: words, end, form: "plain" }
    : null;
}
