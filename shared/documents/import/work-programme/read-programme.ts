import type { LineLedger } from "../lines/line-ledger.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import {
  headsOtherTable,
  listCells,
  type ProgrammeColumns,
  programmeColumns,
  rawCells,
} from "./programme-columns.ts";
import {
  daysIn,
  everyHeading,
  everyMeeting,
  groupsHeading,
  meetingHeading,
  monthOf,
  undated,
  waitingItems,
} from "./programme-days.ts";
import {
  entriesOf,
  type Item,
  isRestOfCell,
  isRestOfRow,
  joinedByTitle,
  listLabel as label,
  longestTitle,
  nameOfficersBehindDashes,
  unclosed,
  whole,
} from "./programme-items.ts";
import { isBandRow, isOutside, keyOf, type Matrix, matrixAt, matrixRow } from "./programme-matrix.ts";
import { ProgrammeMeetings } from "./programme-meetings.ts";
import { isPerson, officersOf, officersOfLine, withOfficers } from "./programme-officers.ts";
import type { ProgrammeItem, ProgrammeMeeting } from "./read-work-programme.ts";

/** What the lines of a programme hold, before its body is known. */
export interface ReadProgramme {
  readonly meetings: readonly ProgrammeMeeting[];
  readonly items: readonly ProgrammeItem[];
  /** Lines above the first item. */
  readonly front: readonly string[];
  readonly notes: readonly string[];
  /** Words that are in the data by what they mean: “All meetings”, “Reserve list”. */
  readonly understood: readonly string[];
  /** Lines of items that the paper itself gives no meeting yet. */
  readonly waits: ReadonlySet<number>;
}

/** Where items stand: below a meeting, below one that is cancelled, at every meeting, or without one. */
type Under = ProgrammeMeeting | "undated" | "every" | "aside" | null;

/** Reads a programme line by line: a matrix, a table with a column of days, or meetings with items below them. */
export function readProgramme(
  lines: readonly PaperLine[],
  year: string | undefined,
  ledger: LineLedger,
): ReadProgramme {
  return new ProgrammeReading(lines, year, ledger).read();
}

/** “**Contact centre** – waiting times”: bold marks the title, and what is said of it stands behind a dash. */
const boldTitle = /^\s*\*\*(?<title>[^*]+)\*\*\s*[–—-]\s+(?<said>.*)$/;

const remark =
  /^(?:moved|deferred|carried|invited|attending|attendees|witness(?:es)?|note|notes|to include|including|purpose|outcome|contact|rescheduled|postponed|brought forward|requested|added|report(?:s)? due|papers? due|deadline|venue|time|cabinet member|portfolio)\b/i;
class ProgrammeReading {
  /** The last title that bold marks off from what is said of it. */
  #bold = "";
  readonly #lines: readonly PaperLine[];
  readonly #year: string | undefined;
  readonly #ledger: LineLedger;
  readonly #meetings: ProgrammeMeetings;
  readonly #items: Item[] = [];
  /** Items that come to every meeting, once all are known. */
  readonly #everyTime = new Set<Item>();
  readonly #front: string[] = [];
  readonly #notes: string[] = [];
  readonly #understood: string[] = [];
  readonly #key: ReadonlyMap<string, string>;
  /** The items below the meetings have bullets or numbers, so that other lines are none. */
  readonly #bulleted: boolean;
  /** Months alone head the items: two such lines and more. */
  readonly #monthsHead: boolean;
  /** The line of the heading that the items stand below. */
  #headedAt = 0;
  /** Lines of items that the paper itself gives no meeting yet. */
  readonly #waits = new Set<number>();
  #matrix: Matrix | null = null;
  #table: ProgrammeColumns | null = null;
  /** The heads of a table about other things. */
  #other: readonly string[] | null = null;
  #under: Under = null;
  #band: string | undefined;
  /** The lines of the paper by their words, once they are asked for. */
  #often: ReadonlyMap<string, readonly string[]> | null = null;
  /** The first words of an item whose marks stand on the next line. */
  #waiting = "";

  constructor(lines: readonly PaperLine[], year: string | undefined, ledger: LineLedger) {
    this.#lines = lines;
    this.#year = year;
    this.#meetings = new ProgrammeMeetings(year);
    this.#ledger = ledger;
    this.#key = keyOf(lines);
    this.#bulleted = lines.filter(({ text }) => label.test(text)).length >= 2;
    this.#monthsHead =
      lines.filter(({ text }) => monthOf(text.replace(/[\t|]/g, " "), year) !== null).length >= 2;
  }

  read(): ReadProgramme {
    for (const [place, line] of this.#lines.entries()) {
      if (line.text.trim() === "") continue;
      this.#ledger.read(line.number);
      if (!isTableRule(line.text)) this.#line(line, place);
    }
    if (this.#waiting !== "") this.#notes.push(this.#waiting);
    nameOfficersBehindDashes(this.#items, this.#lines);
    const all = this.#meetings.all.toSorted((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999"));
    for (const item of this.#everyTime) {
      item.meetings = all.flatMap(({ date }) => date ?? []);
      item.marks = all.map(({ date, printed }) => ({ meeting: date ?? printed, mark: "X" }));
    }
    return {
      meetings: this.#meetings.all,
      items: joinedByTitle(this.#items),
      front: this.#front,
      notes: this.#notes,
      understood: this.#understood,
      waits: this.#waits,
    };
  }

  #note(words: string): void {
    (this.#items.length === 0 && this.#under === null ? this.#front : this.#notes).push(words);
  }

  #line(line: PaperLine, place: number): void {
    const { text } = line;
    const words = withoutMarks(text.replace(/[\t|]/g, " "));
    // A row of a table has its meeting, and may have another day beside it.
    const inTable = this.#table !== null && this.#table.date >= 0 && isTableRow(text);
    const plain = meetingHeading(text, this.#year) || (inTable && daysIn(text, this.#year).length < 3);
    const matrix = plain ? null : matrixAt(text, this.#year, this.#meetings.all);
    if (matrix) {
      this.#beginMatrix(matrix);
      return;
    }
    const table = programmeColumns(text);
    if (table && (table.date >= 0 || this.#under !== null || isTableRow(text))) {
      this.#beginTable(table, text);
      return;
    }
    if (headsOtherTable(text)) {
      this.#other = cellsOf(text).map(withoutMarks);
      this.#matrix = null;
      this.#table = null;
      this.#notes.push(words);
      return;
    }
    if (this.#other && isTableRow(text)) {
      const cells = cellsOf(text).map(withoutMarks);
      this.#notes.push(
        cells.flatMap((cell, at) => (cell === "" ? [] : [`${this.#other?.[at] ?? ""}: ${cell}`])).join("; "),
      );
      return;
    }
    if (this.#heading(text, words, place)) {
      this.#headedAt = line.number;
      return;
    }
    const row = isTableRow(text) || (this.#table !== null && listCells(text).length > 1);
    if (this.#table && row && (this.#table.date >= 0 || this.#under !== null)) {
      this.#tableRow(text, this.#table, line.number);
      return;
    }
    if (this.#matrix) {
      this.#matrixLine(line, place, this.#matrix);
      return;
    }
    if (this.#under !== null) {
      this.#itemLine(line, place, words);
      return;
    }
    if (this.#listedMeetings(words)) return;
    this.#note(words);
  }

  /** “Meetings: 4 June 2027, 10 September 2027”: the days, before any item. */
  #listedMeetings(words: string): boolean {
    const days = daysIn(words, this.#year);
    if (
      days.length < 2 ||
      this.#items.length > 0 ||
      !/\b(?:meetings?|dates)\b/i.test(words.slice(0, days[0]?.start))
    )
      return false;
    for (const { date, start, end } of days)
      if (date) this.#meetings.known({ date, printed: words.slice(start, end) });
    this.#note(words);
    return true;
  }

  #beginMatrix(matrix: Matrix): void {
    this.#matrix = {
      ...matrix,
      columns: matrix.columns.map((column) => ({
        ...column,
        // A month without a meeting is no meeting.
        meeting:
          column.meeting.date === null &&
          monthOf(column.meeting.printed, this.#year) &&
          this.#meetings.all.some(({ date }) => date !== null)
            ? column.meeting
            : this.#meetings.known(column.meeting),
      })),
    };
    this.#table = null;
    this.#other = null;
    this.#under = null;
    this.#waiting = "";
  }

  #beginTable(table: ProgrammeColumns, text: string): void {
    this.#table = table;
    this.#matrix = null;
    this.#other = null;
    this.#waiting = "";
    if (table.date >= 0) this.#under = null;
    else if (this.#under === null && isTableRow(text)) this.#under = "undated";
  }

  /** A line that says which meeting the items below it come to. */
  #heading(text: string, words: string, place: number): boolean {
    const bulleted = label.test(text) && !/^\s*#/.test(text);
    if (bulleted) return false;
    const meeting = meetingHeading(text, this.#year);
    if (meeting && (meeting.meeting.date !== null || this.#monthsHead)) {
      if (this.#table && this.#table.date >= 0 && isTableRow(text)) return false;
      this.#matrix = null;
      this.#band = undefined;
      if (this.#table && this.#table.date >= 0) this.#table = null;
      if (meeting.cancelled) {
        this.#under = "aside";
        this.#notes.push(meeting.meeting.printed);
      } else this.#under = this.#meetings.known(meeting.meeting);
      return true;
    }
    const single = !isTableRow(text) || cellsOf(text).filter((cell) => cell !== "").length === 1;
    if (!single || words.length > 80 || /[.;]$/.test(words)) return false;
    const title = words.replace(/\s*:\s*[-–]*$/, "");
    const apart = !isTableRow(text) && (this.#standsAlone(place) || /^\s*#|^\s*\*\*/.test(text));
    const under: Under = waitingItems.test(title)
      ? "undated"
      : groupsHeading.test(title) && apart && !this.#matrix
        ? "aside"
        : everyHeading.test(title) && apart && this.#oftenAs(words) === 1
          ? "every"
          : null;
    if (under === null || (isTableRow(text) && (this.#matrix !== null || this.#table !== null))) return false;
    if (this.#under === null && this.#items.length === 0 && !apart) return false;
    this.#under = under;
    this.#understood.push(words);
    this.#matrix = null;
    this.#table = null;
    this.#band = undefined;
    if (under === "aside") this.#notes.push(words);
    return true;
  }

  #standsAlone(place: number): boolean {
    return (this.#lines[place - 1]?.text ?? "").trim() === "";
  }

  #oftenAs(words: string): number {
    this.#often ??= Map.groupBy(
      this.#lines.map(({ text }) => withoutMarks(text)),
      (text) => text,
    );
    return this.#often.get(words)?.length ?? 0;
  }

  #matrixLine(line: PaperLine, place: number, matrix: Matrix): void {
    const { title, officers, remarks, marks } = matrixRow(line.text, matrix);
    if (
      marks.length === 0 &&
      officers === "" &&
      isBandRow(line.text, title) &&
      (isTableRow(line.text) || /:\s*[-–]*$/.test(title))
    ) {
      this.#band = title.replace(/\s*:\s*[-–]*$/, "").trim();
      this.#waiting = "";
      return;
    }
    const last = this.#items.at(-1);
    if (
      marks.length === 0 &&
      title !== "" &&
      last &&
      !this.#waiting &&
      isRestOfRow(last, line.text, title, officers)
    ) {
      this.#goesOn(last, title);
      return;
    }
    if (marks.length === 0 && title !== "" && !isTableRow(line.text)) {
      let next = place + 1;
      while ((this.#lines[next]?.text ?? "words").trim() === "") next += 1;
      const follows = this.#lines[next];
      if (
        !/^(?:appendix|annex)\b/i.test(title) &&
        follows &&
        matrixRow(follows.text, matrix).marks.length > 0 &&
        !isTableRow(follows.text)
      )
        this.#waiting = `${this.#waiting} ${title}`.trim();
      else this.#notes.push(title);
      return;
    }
    if (title === "" && this.#waiting === "" && marks.length > 0) {
      this.#ledger.note(line.number, "Marks without an item beside them were not read.");
      return;
    }
    const printed = `${this.#waiting} ${title}`.trim();
    this.#waiting = "";
    if (printed === "") {
      if (remarks !== "" || officers !== "")
        this.#notes.push([officers, remarks].filter((one) => one !== "").join("; "));
      return;
    }
    const read = withOfficers(printed);
    if (this.#band !== undefined && waitingItems.test(this.#band)) this.#waits.add(line.number);
    this.#items.push({
      title: read.title,
      officers: officers !== "" ? officersOf(officers) : read.officers,
      ...(remarks !== "" ? { remarks } : {}),
      ...(this.#band !== undefined ? { band: this.#band } : {}),
      meetings: marks.flatMap(({ column, mark }) =>
        isOutside(mark, this.#key) ? [] : (column.meeting.date ?? []),
      ),
      marks: marks.map(({ column, mark }) => ({
        meeting: column.meeting.date ?? column.meeting.printed,
        mark,
      })),
      line: line.number,
    });
  }

  #itemLine(line: PaperLine, place: number, words: string): void {
    const { text } = line;
    if (this.#under === "aside" || /^work (?:programme|plan)/i.test(words)) {
      this.#notes.push(words);
      return;
    }
    const begun = label.test(text);
    const title = words.replace(label, "");
    if (begun) this.#understood.push(words.slice(0, words.length - title.length));
    const last = this.#items.at(-1);
    const before = (this.#lines[place - 1]?.text ?? "").trim();
    const own = last && last.line >= this.#headedAt ? last : undefined;
    const bandOf = /^([^.;]{3,60}?)\s*:\s*[-–]*$/.exec(title);
    // Among bullets, words like “Annual items” that stand alone end the meeting above them.
    if (!begun && this.#bulleted && this.#standsAlone(place) && isBandRow("", title) && bandOf === null) {
      this.#under = "undated";
      this.#band = title;
      return;
    }
    const officers = begun ? null : officersOfLine(title);
    if (officers && own) {
      own.officers = [...own.officers, ...officers];
      return;
    }
    const open = own ? unclosed(whole(own)) : false;
    if (!begun && own && before !== "" && (open || /^\p{Ll}/u.test(title))) {
      this.#goesOn(own, title);
      return;
    }
    if (!begun && own && open) {
      this.#goesOn(own, title);
      return;
    }
    if (bandOf?.[1] && !begun) {
      this.#band = bandOf[1];
      return;
    }
    if (
      !begun &&
      own &&
      !isTableRow(text) &&
      (remark.test(title) || (this.#bulleted && /[.]$/.test(title)))
    ) {
      own.remarks = own.remarks ? `${own.remarks} ${title}` : title;
      return;
    }
    if (
      !begun &&
      !isTableRow(text) &&
      (remark.test(title) || /[.]$/.test(title)) &&
      (this.#bulleted || title.length > 90)
    ) {
      this.#notes.push(title);
      return;
    }
    const cells = cellsOf(text).map(withoutMarks);
    while (cells.length > 1 && /^(?:\d{1,2}[.)]?|[-*•·o]|)$/.test(cells[0] ?? "")) cells.shift();
    const [first = ""] = cells;
    const rest = cells.slice(1).filter((cell) => cell !== "");
    const officer = rest.length === 1 || !rest.some(isPerson) ? rest : rest.filter(isPerson);
    const bold = boldTitle.exec((cellsOf(text).find((cell) => cell !== "") ?? "").replace(label, ""))?.groups;
    if (bold) this.#bold = withoutMarks(bold["title"] ?? "");
    const read = withOfficers(bold ? `x ${bold["said"] ?? ""}` : first.replace(label, ""));
    const said = bold ? [read.title.replace(/^x\s*/, "")] : [];
    const remarks = [...said, ...rest.filter((cell) => !officer.includes(cell))]
      .filter((one) => one !== "")
      .join("; ");
    this.#push({
      ...read,
      ...(bold ? { title: this.#bold } : {}),
      ...(officer.length > 0 ? { officers: officersOf(officer.join("; ")) } : {}),
      ...(remarks !== "" ? { remarks } : {}),
      line: line.number,
    });
  }

  #goesOn(item: Item, words: string): void {
    if (item.title.length > longestTitle) {
      this.#notes.push(words);
      return;
    }
    // Below a title in bold stands what is said of it.
    const bold = item.remarks !== undefined && item.title === this.#bold;
    const read = withOfficers(bold ? `x ${words}` : `${whole(item)} ${words}`);
    if (!bold) Object.assign(item, read);
    else {
      item.officers = [...item.officers, ...read.officers];
      item.remarks = `${item.remarks ?? ""} ${read.title.replace(/^x\s*/, "")}`.trim();
    }
  }

  #push(item: Pick<Item, "title" | "officers" | "line"> & { remarks?: string }): void {
    if (item.title === "") return;
    const under = this.#under;
    const meeting = under !== null && typeof under === "object" ? under : null;
    const added: Item = {
      ...item,
      ...(this.#band !== undefined ? { band: this.#band } : {}),
      meetings: meeting?.date ? [meeting.date] : [],
      marks: meeting ? [{ meeting: meeting.date ?? meeting.printed, mark: "X" }] : [],
    };
    this.#items.push(added);
    if (under === "every") this.#everyTime.add(added);
    if (under === "undated") this.#waits.add(item.line);
  }

  /** The meetings of the cell for the day. */
  #tableDay(cell: string): readonly ProgrammeMeeting[] | null {
    const words = withoutMarks(cell);
    this.#understood.push(words);
    return this.#meetings.ofCell(words, (aside) => this.#notes.push(aside));
  }

  #tableRow(text: string, table: ProgrammeColumns, line: number): void {
    const raw = rawCells(text);
    const dated = table.date >= 0;
    const day = () => raw[table.date] ?? "";
    const waits = dated && undated.test(withoutMarks(day()));
    const every = dated && everyMeeting.test(withoutMarks(day()));
    // Without borders an empty cell leaves no trace: a row that begins with no day goes with the day above.
    if (
      dated &&
      !isTableRow(text) &&
      !waits &&
      !every &&
      daysIn(day(), this.#year).length === 0 &&
      !monthOf(day(), this.#year)
    )
      raw.splice(table.date, 0, "");
    const cells = raw.map(withoutMarks);
    const filled = cells.flatMap((cell, at) => (cell === "" ? [] : [at]));
    const [only] = filled;
    const last = this.#items.at(-1);
    if (filled.length === 1 && only !== undefined && only !== table.item) {
      if (only === table.date && this.#tableDay(day()) !== null) return;
      const words = cells[only] ?? "";
      if (last && only === 0 && table.date !== 0 && /^\p{Ll}/u.test(words)) this.#goesOn(last, words);
      else if (only === table.date || only > table.item) this.#notes.push(words);
      else this.#band = words.replace(/\s*:\s*[-–]*$/, "");
      return;
    }
    const title = cells[table.item] ?? "";
    if (filled.length === 1 && last && isRestOfCell(last, title)) {
      last.title = `${last.title} ${title}`;
      return;
    }
    if (filled.length === 1 && table.item === 0 && (isBandRow(text, title) || waitingItems.test(title))) {
      this.#band = title.replace(/\s*:\s*[-–]*$/, "");
      return;
    }
    const officer = table.officer >= 0 ? (raw[table.officer] ?? "") : "";
    const remarks = table.others
      .flatMap(({ at, name }) => (cells[at] ? [`${name}: ${cells[at]}`] : []))
      .join("; ");
    const when = dated ? this.#tableDay(day()) : null;
    if (title === "") {
      if (remarks !== "" || officer !== "")
        this.#notes.push([withoutMarks(officer), remarks].filter((one) => one !== "").join("; "));
      return;
    }
    const entries = entriesOf(raw[table.item] ?? "", table.several, officer);
    for (const entry of entries) {
      const read = withOfficers(entry.title);
      const item = {
        title: read.title,
        officers:
          entry.officer !== ""
            ? officersOf(withoutMarks(entry.officer.replace(/\v|<br\s*\/?>/gi, "; ")))
            : read.officers,
        ...(remarks !== "" || entry.remark !== ""
          ? { remarks: [entry.remark, remarks].filter((one) => one !== "").join("; ") }
          : {}),
        line,
      };
      if (!dated) {
        this.#push(item);
        continue;
      }
      const meetings = when ?? (cells[table.date] === "" || !waits ? (this.#meetings.ofRowAbove ?? []) : []);
      const added: Item = {
        ...item,
        ...(this.#band !== undefined ? { band: this.#band } : {}),
        meetings: meetings.flatMap(({ date }) => date ?? []),
        marks: meetings.map(({ date, printed }) => ({ meeting: date ?? printed, mark: "X" })),
      };
      this.#items.push(added);
      if (every) this.#everyTime.add(added);
      if (waits) this.#waits.add(line);
    }
  }
}
