import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { isPlainlyAgenda } from "../agenda/read-agenda.ts";
import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { LineLedger } from "../lines/line-ledger.ts";
import { withoutFurniture } from "../lines/page-furniture.ts";
import { type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { bodyOf, bodyWords } from "../lines/printed-body.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import type { WorkProgrammePaper } from "../paper.ts";
import { programmeColumns } from "./programme-columns.ts";
import { meetingHeading, monthOf } from "./programme-days.ts";
import { beginsMatrix } from "./programme-matrix.ts";
import { type CriteriaChecklist, readCriteriaChecklist } from "./read-criteria-checklist.ts";
import { readProgramme } from "./read-programme.ts";

/** A committee's work programme: which item comes to which meeting. */
export interface WorkProgrammeData {
  readonly body: string;
  /** `2018/19`, where the paper says it. */
  readonly municipalYear?: string;
  readonly meetings: readonly ProgrammeMeeting[];
  readonly items: readonly ProgrammeItem[];
  /** The checklist for choosing topics, where it is printed with the programme. */
  readonly criteria: CriteriaChecklist | null;
  /** Other lines, as printed. */
  readonly notes: readonly string[];
}

/** A meeting of the programme: its day where one is printed, and its words as printed. */
export interface ProgrammeMeeting {
  readonly date: CalendarDate | null;
  readonly printed: string;
  readonly rearrangedFrom?: CalendarDate;
}

/** An item of the programme, with the meetings that it comes to. */
export interface ProgrammeItem {
  readonly title: string;
  readonly officers: readonly string[];
  /** “Regular Reports”: the heading it stands under; absent without one. */
  readonly band?: string;
  /** Dates of the meetings it is marked for. */
  readonly meetings: readonly CalendarDate[];
  /** Marks as printed, by the meeting's date or its printed words. */
  readonly marks: readonly { readonly meeting: string; readonly mark: string }[];
  /** What other columns of a list say, with their names: “Purpose: Review”. */
  readonly remarks?: string;
  readonly line: number;
}

const municipal = /\b(20\d{2})\s*[/–-]\s*(?:20)?(\d{2})\b/;
/** What such papers call themselves. */
const titleWords =
  /\b(?:work(?:ing)?|scrutiny|forward work|annual|committee) ?(?:programme|program|plan|schedule)\b|\bprogramme of work\b|\bplan of work\b/i;
const onlyTitle =
  /^(?:(?:draft|annual|scrutiny|forward|committee)\s+)*work(?:ing)?\s+(?:programme|program|plan|schedule)(?:\s*(?:for\s+)?(?:the\s+municipal\s+year\s+)?20\d{2}\s*[/–-]\s*\d{2,4})?$/i;

/** Whether the lines are a work programme, or the checklist that goes with one. */
export function looksLikeWorkProgramme(lines: readonly PaperLine[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== "");
  const top = filled.slice(0, 15).map(({ text }) => withoutMarks(text));
  const titled = top.some(
    (text) => titleWords.test(text) && text.length < 120 && !/^\(?\d{1,2}[.)]?\s/.test(text),
  );
  const matrix = filled.some((_, place) => beginsMatrix(filled, place));
  const listed =
    titled &&
    !isPlainlyAgenda(lines) &&
    (filled.some(({ text }) => programmeColumns(text) !== null) ||
      filled.filter(({ text }) => meetingHeading(text, "2000/01") !== null).length >= 2);
  const checklist = top.some((text) => checklistTitle.test(text));
  return (titled && (matrix || listed)) || checklist || matrix;
}

/** The body that the programme is of: named beside its title, or on a line of its own; a council only where nothing else is. */
function bodyOfProgramme(front: readonly string[]): string {
  const named = front
    .filter((text) => text.length < 160 && !/[.;]$/.test(text))
    .map((text) =>
      text
        .replace(
          /^(?:draft\s+)?work(?:ing)?\s+(?:programme|plan|schedule)\s*(?:(?:for|of)\s+(?:the\s+)?|[:–—-]\s*)/i,
          "",
        )
        .replace(
          /[\s:,–—|-]*\b(?:(?:annual|draft|scrutiny|forward|outline|proposed|indicative)\s+)*work(?:ing)?\s+(?:programme|program|plan|schedule)\b.*$/i,
          "",
        )
        .replace(/[\s:,–—-]*\b20\d{2}\s*[/–-]\s*\d{2,4}$/, "")
        .trim(),
    )
    .filter((text) => bodyWords.test(text));
  const council = /\b(?:council|authority)\b(?!.*\b(?:committee|panel|board|commission|cabinet)\b)/i;
  const other = front.find(
    (text) =>
      /\b(?:scrutiny|overview|group|partnership)\b/i.test(text) &&
      text.length < 90 &&
      !/[.;:]$/.test(text) &&
      !titleWords.test(text),
  );
  return bodyOf(named.filter((text) => !council.test(text))) || (other ?? bodyOf(named));
}

/** The municipal year that the paper names: in its title, or else somewhere near its beginning. */
function yearSaid(lines: readonly PaperLine[]): { readonly year: string; readonly inTitle: boolean } | null {
  const top = lines.slice(0, 60).map(({ text }) => text);
  const titles = top.filter((text) => titleWords.test(text) || /\bmunicipal year\b/i.test(text));
  const own = municipal.exec(
    [...titles.slice(0, 3), ...top.filter((text) => text.trim() !== "").slice(0, 4)].join("\n"),
  );
  const found = own ?? municipal.exec(top.join("\n"));
  return found ? { year: `${found[1]}/${found[2]}`, inTitle: own !== null } : null;
}

/** The municipal year of the first meeting, which runs from May. */
function yearOfMeetings(meetings: readonly ProgrammeMeeting[]): string | undefined {
  const [first] = meetings.flatMap(({ date, printed }) => date ?? monthOf(printed, undefined) ?? []).sort();
  if (first === undefined) return undefined;
  const from = Number(first.slice(0, 4)) - (Number(first.slice(5, 7)) >= 5 ? 0 : 1);
  return `${from}/${String((from + 1) % 100).padStart(2, "0")}`;
}

/** The heads of the tables: what stands below them was read by what they mean. */
function tableHeads(lines: readonly PaperLine[]): string[] {
  return lines.flatMap(({ text }, place) =>
    programmeColumns(text) !== null || beginsMatrix(lines, place) ? [text] : [],
  );
}

const checklistTitle =
  /^criteria (?:checklist\b|for (?:selecting|selection))|\bchecklist for selecting topics\b|^topic selection criteria/i;

/**
 * Reads a work programme: a matrix of items by meetings with marks, a table with a column of dates, or dates with
 * items below them; and the checklist for choosing topics.
 * @throws {UnreadablePaper} when it holds neither an item nor a checklist.
 */
export function readWorkProgramme(lines: readonly PaperLine[], fileName: string): WorkProgrammePaper {
  const ledger = new LineLedger(lines);
  const kept = withoutFurniture(lines, ledger).lines;
  const checklistAt = kept.findIndex(
    ({ text }) => checklistTitle.test(withoutMarks(text)) && text.length < 120,
  );
  const programme = withSpacedColumns(checklistAt < 0 ? kept : kept.slice(0, checklistAt), ledger, {
    // A day set in far is the rest of a cell.
    apart: (text) => !/^ {12}/.test(text) && (meetingHeading(text, undefined)?.meeting.date ?? null) !== null,
    heads: (first) => programmeColumns(`${first}\tPurpose\t`) !== null,
  });
  const criteria =
    checklistAt < 0
      ? null
      : readCriteriaChecklist(withSpacedColumns(kept.slice(checklistAt), ledger), ledger);
  const said = yearSaid(programme);
  const { front, understood, waits, ...found } = readProgramme(programme, said?.year, ledger);
  const municipalYear = said?.inTitle ? said.year : (yearOfMeetings(found.meetings) ?? said?.year);
  const body = bodyOfProgramme(front);
  const read = {
    body,
    ...found,
    notes: [...front.filter((text) => !body.includes(text) && !onlyTitle.test(text)), ...found.notes],
  };
  if (read.items.length === 0 && !criteria) {
    throw new UnreadablePaper(
      fileName,
      "looks like a work programme, but no item with its meeting could be found. Check that the whole paper was saved.",
    );
  }
  const first = kept.find(({ text }) => text.trim() !== "")?.number ?? 1;
  if (read.items.length > 0 && read.body === "")
    ledger.note(first, "The work programme does not name its committee. Which is it?");
  for (const { title, meetings, marks, line } of read.items) {
    if (meetings.length === 0 && marks.length === 0 && !waits.has(line))
      ledger.note(line, `“${title.slice(0, 60)}” is marked for no meeting.`);
  }
  const title = [
    read.items.length > 0 ? "Work programme" : "Criteria checklist",
    read.body,
    municipalYear ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  const data: WorkProgrammeData = {
    ...read,
    ...(municipalYear !== undefined ? { municipalYear } : {}),
    criteria,
  };
  return {
    kind: "work-programme",
    title,
    ...ledger.close([title, data, front, understood, tableHeads(programme)]),
    data,
  };
}
