import { type CalendarDate, isCalendarDate } from "../../contracts/calendar-date.ts";
import { LineLedger } from "./line-ledger.ts";
import { isCapitals } from "./minute-headings.ts";
import { withoutFurniture } from "./page-furniture.ts";
import type { WorkProgrammePaper } from "./paper.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { bodyOf, bodyWords } from "./printed-body.ts";
import { readDay } from "./printed-dates.ts";
import { type CriteriaChecklist, readCriteriaChecklist } from "./read-criteria-checklist.ts";
import { withSpacedColumns } from "./spaced-columns.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

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

export interface ProgrammeMeeting {
  readonly date: CalendarDate | null;
  readonly printed: string;
  readonly rearrangedFrom?: CalendarDate;
}

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

const monthDay =
  /(\d{1,2})(?:st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*(?:['’]?(\d{4}|\d{2})(?!\d|(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))?|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)/gi;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface FoundDay {
  readonly date: CalendarDate | null;
  readonly start: number;
  readonly end: number;
}

/** Days in a header: the year may be two digits, or missing, and then follows from the municipal year. */
function daysIn(text: string, year: string | undefined): FoundDay[] {
  return [...text.matchAll(monthDay)].flatMap((match): FoundDay[] => {
    const [whole, day, word, printedYear, d, m, y] = match;
    const month = word ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : Number(m);
    const number = Number(day ?? d);
    let full = Number(printedYear ?? y ?? Number.NaN);
    if (Number.isNaN(full)) {
      const from = year ? Number(year.slice(0, 4)) : Number.NaN;
      full = Number.isNaN(from) ? Number.NaN : month >= 5 ? from : from + 1;
    } else if (full < 100) full += 2000;
    const text2 = `${String(full).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
    return [
      { date: isCalendarDate(text2) ? text2 : null, start: match.index, end: match.index + whole.length },
    ];
  });
}

const municipal = /\b(20\d{2})\s*[/–-]\s*(?:20)?(\d{2})\b/;

/** Whether a matrix of meetings begins at a line: two days and more stand in one row, and marks below. */
export function beginsMatrix(lines: readonly PaperLine[], place: number): boolean {
  const text = lines[place]?.text ?? "";
  if (daysIn(text, "2000/01").length < 2 || !isHeader(text)) return false;
  const below = lines.slice(place + 1, place + 14).filter((line) => line.text.trim() !== "");
  return below.some((line) => /(?:^|\t|\s{2,})(?:[xX✓✔•]|yes)(?=\t|\s*$|\s{2,})/.test(line.text));
}

function isHeader(text: string): boolean {
  const rest = text
    .replace(monthDay, " ")
    .replace(
      /\(?re-?arranged from\)?|\(?rescheduled from\)?|date of meeting|meetings?|dates?|item|topic|subject|report|officers?|lead/gi,
      " ",
    );
  return rest.replace(/[^\p{L}]/gu, "").length < 30;
}

/** Whether the lines are a work programme, or the checklist that goes with one. */
export function looksLikeWorkProgramme(lines: readonly PaperLine[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== "");
  const top = filled.slice(0, 15).map(({ text }) => withoutMarks(text));
  const titled = top.some((text) => /\bwork(?:ing)? (?:programme|plan)\b/i.test(text) && text.length < 120);
  const matrix = filled.some((_, place) => beginsMatrix(filled, place));
  const listed =
    titled &&
    (filled.some(({ text }) => isListHeader(text)) ||
      filled.filter(({ text }) => isMeetingLine(text)).length >= 2);
  const checklist = top.some((text) => checklistTitle.test(text));
  return (titled && (matrix || listed)) || checklist || matrix;
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
    apart: isMeetingLine,
    heads: (first) => itemHead.test(first),
  });
  const criteria =
    checklistAt < 0
      ? null
      : readCriteriaChecklist(withSpacedColumns(kept.slice(checklistAt), ledger), ledger);
  const year = municipal.exec(
    programme
      .map(({ text }) => text)
      .slice(0, 60)
      .join("\n"),
  );
  const municipalYear = year ? `${year[1]}/${year[2]}` : undefined;
  const read = readProgramme(programme, municipalYear, ledger);
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
    if (meetings.length === 0 && marks.length === 0)
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
  return { kind: "work-programme", title, ...ledger.close([title, data]), data };
}

interface Column {
  readonly meeting: ProgrammeMeeting;
  /** Its cell, or its place on the line where cells are lost. */
  readonly cell: number;
  readonly from: number;
}

function readProgramme(
  lines: readonly PaperLine[],
  year: string | undefined,
  ledger: LineLedger,
): Omit<WorkProgrammeData, "criteria" | "municipalYear"> {
  const meetings: ProgrammeMeeting[] = [];
  const items: (ProgrammeItem & { title: string })[] = [];
  const notes: string[] = [];
  const front: string[] = [];
  let columns: Column[] = [];
  let list: ListColumns | null = null;
  let band: string | undefined;
  let under: ProgrammeMeeting | "undated" | null = null;
  let officerAt = -1;
  let waiting = "";
  const known = (meeting: ProgrammeMeeting) => {
    const same = meetings.find(
      ({ date, printed }) => (date !== null && date === meeting.date) || printed === meeting.printed,
    );
    if (!same) meetings.push(meeting);
    else if (meeting.rearrangedFrom && !same.rearrangedFrom)
      meetings[meetings.indexOf(same)] = { ...same, rearrangedFrom: meeting.rearrangedFrom };
    return same ?? meeting;
  };
  for (const [place, line] of lines.entries()) {
    const text = line.text;
    if (text.trim() === "" || isTableRule(text)) {
      if (isTableRule(text)) ledger.read(line.number);
      continue;
    }
    const words = withoutMarks(text);
    const days = daysIn(text, year);
    if (days.length >= 2 && isHeader(text)) {
      columns = columnsOf(text, days, year).map((column) => ({ ...column, meeting: known(column.meeting) }));
      list = null;
      waiting = "";
      ledger.read(line.number);
      continue;
    }
    const asList = listColumns(text);
    if (asList) {
      list = asList;
      columns = [];
      ledger.read(line.number);
      continue;
    }
    if (list && (isTableRow(text) || listCells(text).length > 1)) {
      ledger.read(line.number);
      readListRow(text, list, year, line.number, items, known, band, (value) => {
        band = value;
      });
      continue;
    }
    if (columns.length > 0) {
      const { title, marks } = marksOf(text, columns);
      const bandOf = /^(.+?)\s*:\s*[-–]*$/.exec(title);
      if (marks.length === 0 && (bandOf || (isTableRow(text) && isCapitals(title) && title.length < 60))) {
        band = (bandOf?.[1] ?? title).trim();
        waiting = "";
        ledger.read(line.number);
        continue;
      }
      if (marks.length === 0 && title !== "" && !isTableRow(text)) {
        if (/^(?:appendix|annex)\b/i.test(title)) {
          notes.push(title);
          ledger.read(line.number);
          continue;
        }
        const last = items.at(-1);
        const follows = lines.slice(place + 1).find((other) => other.text.trim() !== "");
        if (last && /^[\p{Ll}(]|^[-–]\s/u.test(title))
          Object.assign(last, withOfficers(`${whole(last)} ${title}`));
        else if (follows && columns.length > 0 && marksOf(follows.text, columns).marks.length > 0)
          waiting = `${waiting} ${title}`.trim();
        else notes.push(title);
        ledger.read(line.number);
        continue;
      }
      if (title === "" && waiting === "" && marks.length > 0) {
        ledger.leaveOut(line.number, line.number, "Marks without an item beside them were not read.");
        continue;
      }
      const printed = `${waiting} ${title}`.trim();
      waiting = "";
      items.push({
        ...withOfficers(printed),
        ...(band !== undefined ? { band } : {}),
        meetings: marks.flatMap(({ column }) => column.meeting.date ?? []),
        marks: marks.map(({ column, mark }) => ({
          meeting: column.meeting.date ?? column.meeting.printed,
          mark,
        })),
        line: line.number,
      });
      ledger.read(line.number);
      continue;
    }
    if (isMeetingLine(text) || (under && waitingItems.test(words))) {
      under = isMeetingLine(text) ? known(meetingOf(words, year)) : "undated";
      officerAt = -1;
      ledger.read(line.number);
      continue;
    }
    const head = under ? officerColumn(text) : -1;
    if (head > 0) {
      officerAt = head;
      ledger.read(line.number);
      continue;
    }
    if (under && !/^work programme/i.test(words)) {
      const title = words.replace(/^[-*•·o]\s+/, "").replace(/^\d{1,2}[.)]\s+/, "");
      const bandOf = /^([^.;]{3,60}?)\s*:\s*[-–]*$/.exec(title);
      const last = items.at(-1);
      const begins =
        /^\s*(?:[-*•·]|\d{1,2}[.)])\s/.test(text) ||
        (lines[place - 1]?.text ?? "").trim() === "" ||
        /^\p{Lu}/u.test(title);
      if (bandOf?.[1]) band = bandOf[1];
      else if (!begins && last) Object.assign(last, withOfficers(`${whole(last)} ${title}`));
      else {
        const cells = cellsOf(text).map((cell) => withoutMarks(cell));
        while (cells.length > 1 && /^(?:\d{1,2}[.)]?|[-*•·o]|)$/.test(cells[0] ?? "")) cells.shift();
        const [own = ""] = cells;
        const rest = cells.slice(1).filter((cell) => cell !== "");
        items.push({
          ...withOfficers(own.replace(/^[-*•·o]\s+/, "").replace(/^\d{1,2}[.)]\s+/, "")),
          ...(rest.length > 0 && (officerAt > 0 || isTableRow(text))
            ? { officers: officersOf(rest.join(" ")) }
            : {}),
          ...(band !== undefined ? { band } : {}),
          ...(under === "undated"
            ? { meetings: [], marks: [] }
            : {
                meetings: under.date ? [under.date] : [],
                marks: [{ meeting: under.date ?? under.printed, mark: "X" }],
              }),
          line: line.number,
        });
      }
      ledger.read(line.number);
      continue;
    }
    front.push(words);
    ledger.read(line.number);
  }
  if (waiting !== "") notes.push(waiting);
  const body =
    bodyOf(
      front.filter(
        (text) => bodyWords.test(text) && !/work programme\s*(?:20|$)/i.test(text.replace(bodyWords, "")),
      ),
    ) ||
    bodyOf(
      front
        .map((text) => text.replace(/\bwork programme\b.*$/i, "").replace(/[\s:–-]+$/, ""))
        .filter((text) => bodyWords.test(text)),
    );
  return {
    body,
    meetings,
    items,
    notes: [
      ...front.filter(
        (text) =>
          !body.includes(text) &&
          !/^(?:draft\s+)?work programme(?:\s+20\d{2}\s*[/–-]\s*\d{2,4})?$/i.test(text),
      ),
      ...notes,
    ],
  };
}

function whole(item: ProgrammeItem): string {
  return `${item.title}${item.officers.length > 0 ? ` (${item.officers.join("/")})` : ""}`;
}

function meetingOf(text: string, year: string | undefined): ProgrammeMeeting {
  const moved = /\(?\s*(?:re-?arranged|rescheduled|moved|originally)\s*(?:from)?\s*/i.exec(text);
  const [day] = daysIn(moved ? text.slice(0, moved.index) : text, year);
  const [old] = moved ? daysIn(text.slice(moved.index), year) : [];
  return {
    date: day?.date ?? null,
    printed: text.replace(/\s+/g, " ").trim(),
    ...(old?.date ? { rearrangedFrom: old.date } : {}),
  };
}

function columnsOf(text: string, days: readonly FoundDay[], year: string | undefined): Column[] {
  if (isTableRow(text) && cellsOf(text).length > 2) {
    return cellsOf(text).flatMap((cell, at): Column[] =>
      daysIn(cell, year).length > 0
        ? [{ meeting: meetingOf(withoutMarks(cell), year), cell: at, from: 0 }]
        : [],
    );
  }
  const moved = (day: FoundDay | undefined) =>
    day !== undefined && /(?:arranged|scheduled)\s+from\s*$/i.test(text.slice(0, day.start));
  return days.flatMap((day, at): Column[] => {
    // A day after “re-arranged from” belongs to the column before it.
    if (moved(day)) return [];
    const old = moved(days[at + 1]) ? days[at + 1]?.date : null;
    return [
      {
        meeting: {
          date: day.date,
          printed: text.slice(day.start, old ? (days[at + 1]?.end ?? day.end) : day.end),
          ...(old ? { rearrangedFrom: old } : {}),
        },
        cell: -1,
        from: (day.start + day.end) / 2,
      },
    ];
  });
}

const mark = /^(?:[xX✓✔√•*●]|yes|tbc|tba|deferred|cancelled|draft|final)$/i;

/** Every cross and tick is an “X”; words stay as printed. */
const spelt = (printed: string) => (/^(?:[xX✓✔√•*●]|yes)$/i.test(printed) ? "X" : printed);

function marksOf(
  text: string,
  columns: readonly Column[],
): { title: string; marks: { column: Column; mark: string }[] } {
  const byCell = columns.some(({ cell }) => cell >= 0);
  if (byCell && isTableRow(text)) {
    const cells = cellsOf(text).map(withoutMarks);
    const firstColumn = Math.min(...columns.map(({ cell }) => cell));
    const title = cells
      .slice(0, Math.max(1, firstColumn))
      .filter((cell) => cell !== "")
      .join(" ");
    return {
      title,
      marks: columns.flatMap((column) => {
        const found = cells[column.cell] ?? "";
        return found !== "" && found !== "-" && found !== "–" ? [{ column, mark: spelt(found) }] : [];
      }),
    };
  }
  // Cells are lost: a mark belongs to the meeting it stands under.
  const found: { column: Column; mark: string }[] = [];
  let end = text.length;
  const words = [...text.matchAll(/\S+/g)];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (!word || !mark.test(word[0])) break;
    const nearest = [...columns].sort(
      (a, b) => Math.abs(a.from - word.index) - Math.abs(b.from - word.index),
    )[0];
    if (nearest) found.unshift({ column: nearest, mark: spelt(word[0]) });
    end = word.index;
  }
  const byOrder =
    found.length === columns.length
      ? found.map(({ mark: one }, at) => ({ column: columns[at] ?? found[at]?.column, mark: one }))
      : found;
  return {
    title: withoutMarks(text.slice(0, end)),
    marks: byOrder.flatMap(({ column, mark: one }) => (column ? [{ column, mark: one }] : [])),
  };
}

const noName =
  /\b(?:annual|report|update|review|service|services|committee|interim|final|item|verbal|standing|quarter\w*|monitoring|progress|pre-?scrutiny|if required|tbc|programme|plan|board|strategy|budget)\b|^[A-Z&/]{2,8}$|\d/i;

/** “Adoption (Annual Report) (A Name/B Name)”: the last brackets hold the officers, unless they read otherwise. */
function withOfficers(printed: string): { title: string; officers: string[] } {
  const text = printed.replace(/\s+/g, " ").trim();
  const match = /^(.*\S)\s*\(([^()]{3,90})\)$/.exec(text);
  if (
    !match?.[1] ||
    !match[2] ||
    noName.test(match[2]) ||
    !/^\p{Lu}/u.test(match[2]) ||
    match[2].split(/[\s/,&]+/).length > 9
  )
    return { title: text, officers: [] };
  return { title: match[1], officers: officersOf(match[2]) };
}

function officersOf(text: string): string[] {
  return text
    .split(/\s*(?:[/;,]|\band\b|&)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^(?:none|n\/?a|tbc)$/i.test(name));
}

interface ListColumns {
  readonly date: number;
  readonly item: number;
  readonly officer: number;
  readonly others: readonly { readonly at: number; readonly name: string }[];
}

/** Where the day of a meeting would stand: the item waits for one. */
const undated =
  /^(?:to be (?:scheduled|arranged|confirmed|agreed|programmed|determined)|(?:yet )?(?:un|not (?:yet )?)scheduled|(?:date )?tb[acd]|future (?:items?|meetings?))\b[\s:]*$/i;

/** Cells of a row of a list; where their borders are lost, wide spaces part them. */
const listCells = (text: string) => (isTableRow(text) ? cellsOf(text) : text.trim().split(/\s{3,}/));

function listColumns(text: string): ListColumns | null {
  const cells = listCells(text).map((cell) => withoutMarks(cell).toLowerCase());
  if (cells.length < 2) return null;
  const at = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell) && cell.length < 50);
  const date = at(/\bdate\b|^meeting$|\bmeeting date\b/);
  const item = at(/^(?:agenda )?item|topic|^subject|^report|^title|^issue/);
  if (date < 0 || item < 0 || date === item || daysIn(text, "2000/01").length > 0) return null;
  const officer = at(/officer|lead|author|contact|responsib/);
  const names = listCells(text).map(withoutMarks);
  return {
    date,
    item,
    officer,
    others: names.flatMap((name, place) =>
      name === "" || [date, item, officer].includes(place) ? [] : [{ at: place, name }],
    ),
  };
}

function isListHeader(text: string): boolean {
  return listColumns(text) !== null;
}

function readListRow(
  text: string,
  list: ListColumns,
  year: string | undefined,
  line: number,
  items: (ProgrammeItem & { title: string })[],
  known: (meeting: ProgrammeMeeting) => ProgrammeMeeting,
  band: string | undefined,
  setBand: (band: string) => void,
): void {
  const cells = listCells(text).map(withoutMarks);
  const filled = cells.filter((cell) => cell !== "");
  // Without borders an empty cell leaves no trace: a row that begins with no day goes with the day above.
  const waits = undated.test(cells[list.date] ?? "");
  if (!isTableRow(text) && !waits && daysIn(cells[list.date] ?? "", year).length === 0)
    cells.splice(list.date, 0, "");
  const dateCell = cells[list.date] ?? "";
  const title = cells[list.item] ?? "";
  const last = items.at(-1);
  if (filled.length === 1 && daysIn(filled[0] ?? "", year).length === 0) {
    if (last && (title !== "" || /^\p{Ll}/u.test(filled[0] ?? ""))) last.title = `${last.title} ${filled[0]}`;
    else setBand((filled[0] ?? "").replace(/\s*:\s*[-–]*$/, ""));
    return;
  }
  const meeting = dateCell !== "" && !waits ? known(meetingOf(dateCell, year)) : null;
  const of = waits
    ? { meetings: [], marks: [] }
    : meeting
      ? {
          meetings: meeting.date ? [meeting.date] : [],
          marks: [{ meeting: meeting.date ?? meeting.printed, mark: "X" }],
        }
      : { meetings: last?.meetings ?? [], marks: last?.marks ?? [] };
  if (title === "") return;
  const officer = list.officer >= 0 ? (cells[list.officer] ?? "") : "";
  const read = withOfficers(title);
  const remarks = list.others
    .flatMap(({ at, name }) => (cells[at] ? [`${name}: ${cells[at]}`] : []))
    .join("; ");
  items.push({
    ...(remarks !== "" ? { remarks } : {}),
    title: read.title,
    officers: officer !== "" ? officersOf(officer) : read.officers,
    ...(band !== undefined ? { band } : {}),
    ...of,
    line,
  });
}

/** “Items to be given a date”: what stands below has no meeting yet. */
const waitingItems =
  /^(?:items?|topics?|reports?|issues|other items?|future items?)\b.{0,30}\b(?:to be (?:given|scheduled|arranged|confirmed|agreed|programmed|allocated)|not yet|awaiting|unscheduled|without a date|for future|dates?\b)/i;

const itemHead =
  /^(?:no\.?\s+)?(?:report\s*\/\s*)?(?:agenda )?(?:items?|topics?|subjects?|reports?|titles?)\b(?! of)/i;

/** The head of the rows below a meeting, “Item | Report of”: where its officers stand; -1 where a line is none. */
function officerColumn(text: string): number {
  if (!isTableRow(text)) return -1;
  const cells = cellsOf(text).map(withoutMarks);
  const item = cells.findIndex((cell) => itemHead.test(cell));
  const officer = cells.findIndex((cell) =>
    /\bofficers?\b|\breport of\b|\blead\b|\bauthor\b|\borganised by\b|\bwitness(?:es)?\b/i.test(cell),
  );
  return item >= 0 && officer > item && cells.every((cell) => cell.length < 40) ? officer : -1;
}

/** A line that is only the day of a meeting, perhaps with its hour and place. */
function isMeetingLine(text: string): boolean {
  const words = withoutMarks(text)
    .replace(/^(?:meeting(?: date| of| on)?|date(?: of meeting)?)\s*[:–-]?\s*/i, "")
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/i, "");
  const day = readDay(words);
  const rest = words
    .replace(monthDay, "")
    .replace(/\(?(?:re-?arranged|rescheduled) from\)?|\bat\b|[\d.:]+\s*[ap]\.?m\.?|[()\s,:–-]/gi, "");
  const placed =
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\d{1,2}\S*\s+\p{L}+,?\s+\d{4}\s*(?:[,–-]|\bat\b)/iu.test(
      withoutMarks(text),
    ) &&
    text.length < 110 &&
    !isTableRow(text) &&
    !/[.;:]$/.test(text.replace(/[ap]\.?m\.$/, ""));
  return day !== null && (rest.length < 4 || placed);
}
