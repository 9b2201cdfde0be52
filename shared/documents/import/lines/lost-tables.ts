import { parseSectionHtml } from "../../content/parse-section-html.ts";
import { rowLines } from "../forms/content-lines.ts";
import { isKnownHeading } from "../reports/known-headings.ts";
import type { LineLedger } from "./line-ledger.ts";
import { isTableRow, type PaperLine } from "./paper-lines.ts";

/** Brings tables that extraction left in another form back to rows of cells parted by tabs. */
export function withTablesRestored(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  return withFigureRows(withAuditTables(withHtmlTables(lines, ledger), ledger));
}

const tableEnd = /<\/table>/i;

/** Tables left as HTML: their rows, on the lines from where they begin. */
function withHtmlTables(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  const lastEnd = lines.findLastIndex(({ text }) => tableEnd.test(text));
  const result: PaperLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const begins = place <= lastEnd && /^\s*<table\b/i.test(line.text);
    let end = place;
    while (begins && !tableEnd.test(lines[end]?.text ?? "")) end += 1;
    if (!begins) {
      result.push(line);
      continue;
    }
    const taken = lines.slice(place, end + 1);
    ledger.readAll(taken);
    const table = parseSectionHtml(taken.map(({ text }) => text).join(" ")).content.find(
      ({ kind }) => kind === "table",
    );
    const rows = table?.kind === "table" ? table.rows : [];
    for (const [at, text] of rowLines(rows).entries())
      result.push({ number: taken[Math.min(at, taken.length - 1)]?.number ?? line.number, text });
    place = end;
  }
  return result;
}

const figure = String.raw`(?:[-–(]?[£$€]?\d[\d,]*(?:\.\d+)?\)?(?:%|[km]\b)?|n\/a|nil)`;
const figureRow = new RegExp(
  `^\\s*(?<name>\\p{L}.{0,80}?)\\s+(?<figures>${figure}(?:\\s+${figure})+)\\s*$`,
  "iu",
);
const headWord = /^(?:20\d{2}[/–-]\d{2,4}|20\d{2}|£?0{3}s?|£['’]?0{2,3}s?|£m|£k|%|Q[1-4]|total|year\s*\d)$/i;

/** Rows of figures that lost their columns: lines that begin with words and end with as many figures each. */
function withFigureRows(lines: readonly PaperLine[]): PaperLine[] {
  const figuresOf = (at: number) => {
    const text = lines[at]?.text ?? "";
    const found = isTableRow(text) ? undefined : figureRow.exec(text)?.groups;
    return found ? { name: found["name"] ?? "", figures: (found["figures"] ?? "").split(/\s+/) } : null;
  };
  const headOf = (at: number, count: number) => {
    const words = (lines[at]?.text ?? "").trim().split(/\s+/);
    return words.length === count && words.every((word) => headWord.test(word)) ? words : null;
  };
  const result: PaperLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    let first = place;
    while (
      first < lines.length &&
      first - place < 3 &&
      (lines[first]?.text ?? "").trim() !== "" &&
      !figuresOf(first)
    )
      first += 1;
    const width = figuresOf(first)?.figures.length ?? 0;
    let end = first;
    while (width > 1 && figuresOf(end)?.figures.length === width) end += 1;
    const heads = Array.from({ length: first - place }, (_, above) => headOf(place + above, width));
    if (end - first < 2 || heads.includes(null)) {
      result.push(line);
      continue;
    }
    if ((result.at(-1)?.text ?? "").trim() !== "") result.push({ number: line.number, text: "" });
    if (heads.length > 0) {
      const labels = Array.from({ length: width }, (_, at) =>
        heads.map((head) => head?.[at] ?? "").join(" "),
      );
      result.push({ number: line.number, text: `${["", ...labels].join("\t")}\t` });
    }
    for (let at = first; at < end; at += 1) {
      const row = figuresOf(at);
      result.push({
        number: lines[at]?.number ?? line.number,
        text: `${[row?.name ?? "", ...(row?.figures ?? [])].join("\t")}\t`,
      });
    }
    result.push({ number: lines[end - 1]?.number ?? line.number, text: "" });
    place = end - 1;
  }
  return result;
}

const opinions =
  "(?:Moderate|Major|Minor|Substantial|Significant|Reasonable|Limited|Adequate|Satisfactory|Negligible|Good|Weak|Full|None|No Assurance)";
const figures = "(?<high>\\d{1,3})\\s+(?<medium>\\d{1,3})\\s+(?<low>\\d{1,3})\\s*$";
const auditRow = new RegExp(
  `^\\s*(?<title>\\S.*?)(?:\\s{2,}|\\s+(?=${opinions}\\s))(?<opinion>\\S.*?)\\s+${figures}`,
);
const endOfRow = new RegExp(`^\\s*(?<opinion>${opinions})\\s+${figures}`);
const statementRow =
  /^\s*(?<title>\S.*?)(?:\s{2,}(?<apart>\S.*)|\s+(?<statement>(?:Assurance provided|Ongoing (?:assurance|support|and additional)|Recommendations implemented)\b.*))$/i;
const band = /^\s*\d{4}\s*\/\s*\d{2,4}\s*$/;

/**
 * The internal audit table without its cells: a header in pieces, then rows whose columns are parted by spaces and
 * whose titles may run over two lines. It ends at the first line that is no row and begins no other.
 */
function withAuditTables(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  const result: PaperLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const head = headLength(lines, place);
    if (head === 0) {
      result.push(line);
      continue;
    }
    ledger.readAll(lines.slice(place, place + head));
    const rows: PaperLine[] = [
      { number: line.number, text: "Audit Title\tAudit Opinion\tHigh\tMedium\tLow\t" },
    ];
    let wrapped: PaperLine[] = [];
    let at = place + head;
    let settled = at;
    for (; at < lines.length; at += 1) {
      const next = lines[at];
      if (!next) break;
      if (next.text.trim() === "") continue;
      const again = headLength(lines, at);
      if (again > 0) {
        ledger.readAll(lines.slice(at, at + again));
        at += again - 1;
        settled = at + 1;
        continue;
      }
      const row = rowOf(next.text, wrapped.map(({ text }) => text.trim()).join(" "));
      if (row === null) {
        const beginsRow =
          wrapped.length < 2 &&
          next.text.trim().length < 60 &&
          !isKnownHeading(next.text) &&
          !/[.:]$/.test(next.text);
        if (!beginsRow) break;
        wrapped.push(next);
        continue;
      }
      ledger.readAll([...wrapped, next]);
      rows.push({ number: next.number, text: row });
      wrapped = [];
      settled = at + 1;
    }
    if (rows.length === 1) {
      result.push(...lines.slice(place, place + head));
      place += head - 1;
      continue;
    }
    result.push({ number: line.number, text: "" }, ...rows, {
      number: lines[settled - 1]?.number ?? line.number,
      text: "",
    });
    place = settled - 1;
  }
  return result;
}

/** How many lines the table's header takes from here; 0 where none begins. */
function headLength(lines: readonly PaperLine[], place: number): number {
  const first = lines[place]?.text ?? "";
  if (
    isTableRow(first) ||
    !/^\s*(?:audit(?: title| opinion)?|recommendations)\b/i.test(first) ||
    first.trim().length > 80
  )
    return 0;
  let words = "";
  for (let at = place; at < Math.min(lines.length, place + 9); at += 1) {
    const text = lines[at]?.text ?? "";
    if (isTableRow(text)) return 0;
    words += ` ${text}`;
    if (
      /audit/i.test(words) &&
      /opinion/i.test(words) &&
      /recommendations/i.test(words) &&
      /high/i.test(words) &&
      /medium/i.test(words) &&
      /\blow\b/i.test(words)
    ) {
      return at - place + 1;
    }
    if (!/^[\s|]*(?:(?:audit|title|opinion|recommendations|high|medium|low)\s*)*$/i.test(text)) return 0;
  }
  return 0;
}

function rowOf(text: string, before: string): string | null {
  if (band.test(text)) return `${text.trim()}\t`;
  const whole = auditRow.exec(text)?.groups;
  const tail = whole ? undefined : endOfRow.exec(text)?.groups;
  const found = whole ?? (before !== "" ? tail : undefined);
  if (found) {
    const title = [before, found["title"]].filter((part) => part !== undefined && part !== "").join(" ");
    return [title, found["opinion"], found["high"], found["medium"], found["low"]].join("\t");
  }
  const statement = statementRow.exec(text)?.groups;
  if (!statement) return null;
  const title = [before, statement["title"]].filter((part) => part !== "").join(" ");
  return [title, statement["apart"] ?? statement["statement"], "", "", ""].join("\t");
}
