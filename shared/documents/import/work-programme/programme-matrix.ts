import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { daysIn, type FoundDay, meetingOf, monthOf, withoutDays } from "./programme-days.ts";
import type { ProgrammeMeeting } from "./read-work-programme.ts";

/** A column of a matrix: its meeting, and its cell, or its place on the line where cells are lost. */
export interface MatrixColumn {
  readonly meeting: ProgrammeMeeting;
  readonly cell: number;
  readonly from: number;
}

/** The head of a matrix: a column a meeting, and before them the items and those who answer for them. */
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly officer: number;
  /** The head says that a cell holds the item and its officer: “Item and lead”. */
  readonly officerInItem: boolean;
  readonly others: readonly { readonly at: number; readonly name: string }[];
}

/** What stands in a row below one of the meetings. */
export interface Mark {
  readonly column: MatrixColumn;
  readonly mark: string;
}

const headWords =
  /\(?re-?arranged from\)?|\(?(?:re-?scheduled|moved|previously) from\)?|cancelled|date of meeting|meetings?|dates?|items?|topics?|subjects?|reports?|titles?|officers?|lead|author|contact|purpose|special|budget|month|and|cabinet member|reviews?/gi;

/** Whether the words of a line beside its days are those of a head. */
function isMatrixHead(text: string): boolean {
  return (
    withoutDays(text)
      .replace(headWords, " ")
      .replace(/[^\p{L}]/gu, "").length < 30
  );
}

const tick = /^(?:[xX×✓✔√•*●]|yes)$/i;
const mark = /^(?:[xX×✓✔√•*●]|yes|tbc|tba|deferred|cancelled|draft|final)$/i;
/** A letter that a key explains, or two: “R”, “FR”. */
const letters = /^\p{Lu}{1,2}$/u;

/** Whether a matrix of meetings begins at a line: days or months stand in one row, and marks below. */
export function beginsMatrix(lines: readonly PaperLine[], place: number): boolean {
  const text = lines[place]?.text ?? "";
  const days = daysIn(text, "2000/01").length >= 2 && isMatrixHead(text);
  const inMonths = monthCells(text).length >= 3;
  if (!days && !inMonths) return false;
  const inCells = inMonths ? monthCells(text) : dayCells(text);
  const below = lines
    .slice(place + 1, place + 24)
    .filter((line) => line.text.trim() !== "")
    .slice(0, 14);
  const rows = below.filter((line) => {
    if (!isTableRow(line.text)) return /(?:^|\s{2,})(?:[xX×✓✔•]|yes)(?=\s*$|\s{2,})/.test(line.text);
    const cells = cellsOf(line.text).map(withoutMarks);
    return inCells.some((cell) => /^(?:[xX×✓✔√•*●]|yes)$/.test(cells[cell] ?? ""));
  });
  const lettered = below.filter((line) => {
    const cells = cellsOf(line.text).map(withoutMarks);
    return isTableRow(line.text) && inCells.some((cell) => letters.test(cells[cell] ?? ""));
  });
  return rows.length > 0 || lettered.length > 1;
}

function dayCells(text: string): number[] {
  return isTableRow(text)
    ? cellsOf(text).flatMap((cell, at) => (daysIn(cell, "2000/01").length > 0 ? [at] : []))
    : [];
}

function monthCells(text: string): number[] {
  if (!isTableRow(text)) return [];
  return cellsOf(text).flatMap((cell, at) => (monthOf(cell, "2000/01") ? [at] : []));
}

/**
 * The head of a matrix; null where a line is none.
 * @param meetings days of meetings that the paper names elsewhere: a month is the meeting that falls in it.
 */
export function matrixAt(
  text: string,
  year: string | undefined,
  meetings: readonly ProgrammeMeeting[],
): Matrix | null {
  const days = daysIn(text, year);
  const inMonths = monthCells(text);
  if (!(days.length >= 2 && isMatrixHead(text)) && inMonths.length < 3) return null;
  const names = isTableRow(text) ? cellsOf(text).map(withoutMarks) : [];
  const columns =
    days.length >= 2
      ? dayColumns(text, days, year)
      : inMonths.map((cell): MatrixColumn => {
          const month = monthOf(names[cell] ?? "", year);
          const held = meetings.filter(({ date }) => month !== null && date?.startsWith(month) === true);
          const [only] = held;
          return {
            meeting: only && held.length === 1 ? only : { date: null, printed: names[cell] ?? "" },
            cell,
            from: 0,
          };
        });
  const first = Math.min(...columns.map(({ cell }) => cell));
  const before = first >= 0 ? names.slice(0, first) : [];
  const officer = before.findIndex(
    (name, at) => at > 0 && /\b(?:officers?|author|lead|contact|responsible|owner)\b/i.test(name),
  );
  const others = names.flatMap((name, at) =>
    at > 0 &&
    name !== "" &&
    at !== officer &&
    !columns.some(({ cell }) => cell === at) &&
    !daysIn(name, year).length
      ? [{ at, name }]
      : [],
  );
  return {
    columns,
    officer,
    officerInItem: /\b(?:lead|officer|author)\b/i.test(names[0] ?? text.slice(0, days[0]?.start ?? 0)),
    others,
  };
}

function dayColumns(text: string, days: readonly FoundDay[], year: string | undefined): MatrixColumn[] {
  if (isTableRow(text) && cellsOf(text).length > 2) {
    return cellsOf(text).flatMap((cell, at): MatrixColumn[] =>
      daysIn(cell, year).length > 0
        ? [{ meeting: meetingOf(withoutMarks(cell), year), cell: at, from: 0 }]
        : [],
    );
  }
  const moved = (day: FoundDay | undefined) =>
    day !== undefined && /(?:arranged|scheduled|moved)\s+from\s*$/i.test(text.slice(0, day.start));
  return days.flatMap((day, at): MatrixColumn[] => {
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

/** Every cross and tick is an “X”; words stay as printed. */
const spelt = (printed: string) => (tick.test(printed) ? "X" : printed);

/** What a row of a matrix says: its item, who answers for it, and its marks. */
export interface MatrixRow {
  readonly title: string;
  readonly officers: string;
  readonly remarks: string;
  readonly marks: readonly Mark[];
}

/** Reads a row: by its cells, or by what stands under each meeting. */
export function matrixRow(text: string, { columns, officer, others }: Matrix): MatrixRow {
  const byCell = columns.some(({ cell }) => cell >= 0);
  if (byCell && isTableRow(text)) {
    const cells = cellsOf(text.replace(/<br\s*\/?>/gi, " ")).map(withoutMarks);
    const firstColumn = Math.min(...columns.map(({ cell }) => cell));
    const named = new Set(others.map(({ at }) => at));
    const title = cells
      .slice(0, Math.max(1, firstColumn))
      .filter((cell, at) => cell !== "" && at !== officer && !named.has(at))
      .join(" ");
    return {
      title,
      officers: officer >= 0 ? (cells[officer] ?? "") : "",
      remarks: others.flatMap(({ at, name }) => (cells[at] ? [`${name}: ${cells[at]}`] : [])).join("; "),
      marks: columns.flatMap((column) => {
        const found = cells[column.cell] ?? "";
        return found !== "" && found !== "-" && found !== "–" ? [{ column, mark: spelt(found) }] : [];
      }),
    };
  }
  // Cells are lost: a mark belongs to the meeting it stands under.
  const found: Mark[] = [];
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
  const marks =
    found.length === columns.length
      ? found.flatMap(({ mark: one }, at) => {
          const column = columns[at];
          return column ? [{ column, mark: one }] : [];
        })
      : found;
  return { title: withoutMarks(text.slice(0, end)), officers: "", remarks: "", marks };
}

/** What the letters of a matrix mean: “W = working group session outside the meetings”. */
export function keyOf(lines: readonly PaperLine[]): ReadonlyMap<string, string> {
  const key = new Map<string, string>();
  for (const { text } of lines) {
    const words = withoutMarks(text.replace(/[\t|]/g, " "));
    for (const [, letter = "", meaning = ""] of words.matchAll(
      /(?<![\p{L}\d])(\p{Lu}{1,2}|[xX✓✔•*●])\s*(?:=|–|—|-|:|means|is for)\s*([^;=]{3,160}?)(?=[;.]|,?\s+\p{Lu}{1,2}\s*=|$)/gu,
    ))
      if (/=|\bkey\b/i.test(words)) key.set(letter, meaning.trim());
  }
  return key;
}

/** Whether a mark stands for work that goes on outside the meetings. */
export function isOutside(markText: string, key: ReadonlyMap<string, string>): boolean {
  return /\b(?:outside|between|not (?:at|to|for) (?:a |the )?(?:formal )?meeting|working group|task group|briefing (?:note|paper)|written|circulated|workshop|informal|e-?mail)\b/i.test(
    key.get(markText) ?? "",
  );
}

const bandWords =
  /^(?:(?:standing|regular|routine|annual|quarterly|other|performance|budget|policy|statutory|monitoring|service|scrutiny|task|working|for|to be|pre-?decision|external|partner|overview|follow[- ]up|possible|future|unscheduled|new|key)\b.{0,50}\b)?(?:items?|reports?|reviews?|groups?|matters|topics|business|scrutiny|briefings?|updates|decisions?|information|monitoring|development|scheduled|programmed|recommendations|other)$/i;

/** Whether a row without marks is a heading above others: in bold or capitals, with a colon, or by its words. */
export function isBandRow(text: string, title: string): boolean {
  if (title === "" || title.length > 70) return false;
  const raw = text.replace(/[\t|]/g, " ").trim();
  if (/^\*\*[^*]+\*\*$/.test(raw) || (/\p{Lu}{3}/u.test(title) && !/\p{Ll}/u.test(title))) return true;
  return /:\s*[-–]*$/.test(title) || bandWords.test(title);
}
