import { allWards, type Secrecy } from "../../contracts/answer.ts";
import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { readExempt } from "./exempt-status.ts";
import { type LineLedger, opening } from "./line-ledger.ts";
import { cellsOf, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { readWards } from "./plan-values.ts";
import { printedDates } from "./printed-dates.ts";

/** What the front sheet of a report says. */
export interface ReadFrontSheet {
  readonly subject: string;
  readonly reportTo: readonly { readonly body: string; readonly date?: CalendarDate }[];
  readonly reportOf: string;
  readonly portfolio?: string;
  /** Names of wards; “All Wards” for all of them. */
  readonly wards: readonly string[];
  /** Null where the sheet does not say. */
  readonly keyDecision: boolean | null;
  readonly inForwardPlan: boolean | null;
  readonly secrecy: Secrecy;
  readonly exemptParagraphs: readonly number[];
}

type Field = "reportTo" | "date" | "subject" | "reportOf" | "wards" | "portfolio" | "key" | "plan" | "exempt";

const labels: readonly { readonly field: Field; readonly pattern: string }[] = [
  { field: "reportTo", pattern: "report to|meeting(?! date)|committee|decision[- ]maker|to(?= ?:)" },
  { field: "date", pattern: "date of meeting|meeting date|date of decision|date" },
  { field: "subject", pattern: "subject|report title|title(?: of report)?" },
  {
    field: "reportOf",
    pattern: "report of|report by|report from|report author|lead officer|reporting officer|director",
  },
  {
    field: "wards",
    pattern: "wards? affected|wards?\\(s\\)(?: affected)?|wards?|electoral divisions? affected",
  },
  {
    field: "portfolio",
    pattern: "(?:cabinet )?portfolio(?: holder)?|cabinet member|executive member|lead member",
  },
  { field: "key", pattern: "is (?:this|it) a key(?: decision)?|key decision" },
  {
    field: "plan",
    pattern:
      "(?:is it )?included in (?:the )?forward plan|(?:in|on) (?:the )?forward plan|forward plan(?: ref(?:erence)?)?",
  },
  {
    field: "exempt",
    pattern:
      "exempt ?/ ?confidential(?: report)?|exempt report|exempt information|exempt|confidential(?: report)?|public or private|status",
  },
];
const sign = "\\s*[:?]+";
const anyLabel = new RegExp(
  `(?<=^|[\\t]|\\s)(?:${labels.map(({ field, pattern }) => `(?<${field}>${pattern})`).join("|")})(?:${sign}|(?=\\t|$)|(?=\\s+(?:yes|no)\\b))`,
  "gi",
);

/** The labels a line holds, in order. */
function labelsOf(text: string): { field: Field; start: number; end: number }[] {
  return [...text.matchAll(anyLabel)].flatMap((match) => {
    const field = labels.find(({ field: name }) => match.groups?.[name] !== undefined)?.field;
    const colon = /[:?]\s*$/.test(match[0]);
    const short =
      /^(?:date|to|committee|meeting|title|exempt|status|director|wards?|cabinet member|lead member|portfolio|forward plan|key decision|lead officer)$/i.test(
        match[0].replace(/[\s:?]+$/, ""),
      );
    const inCell = match.index === 0 || text[match.index - 1] === "\t";
    return field && (colon || (!short && inCell) || (inCell && text[match.index + match[0].length] === "\t"))
      ? [{ field, start: match.index, end: match.index + match[0].length }]
      : [];
  });
}

/** Whether a line begins a front sheet. */
export function beginsFrontSheet(text: string): boolean {
  const line = cellsOf(text).map(withoutMarks).join("\t");
  const found = labelsOf(line).map(({ field }) => field);
  if (/^\s*report to\s*:/i.test(line)) return true;
  // A sheet that lost its left labels still asks for the day of the meeting beside the committee.
  return (
    found.length === 1 && found[0] === "date" && /date of meeting\s*:/i.test(line) && line.indexOf("\t") > 3
  );
}

/** How many different fields of a front sheet the lines hold. */
export function frontSheetFields(lines: readonly PaperLine[]): number {
  return new Set(
    lines.flatMap(({ text }) =>
      labelsOf(cellsOf(text).map(withoutMarks).join("\t")).map(({ field }) => field),
    ),
  ).size;
}

const brokenDecision = /^decision\s*\??:?$/i;

/** Whether words are, as a whole, a label of the sheet. */
export function isFrontSheetLabel(words: string): boolean {
  const text = `${words.trim()}\t`;
  const found = labelsOf(text);
  return found.length === 1 && found[0]?.start === 0 && found[0].end >= text.length - 1;
}

/** The second lines of labels that were broken in a narrow column. */
const endsOfLabels = /^(?:(?:decision|(?:forward )?plan|confidential(?: report)?|report)\s*[:?]*\s*)+$/i;
const brokenLabels: readonly (readonly [RegExp, string])[] = [
  [/\bis (?:this|it) a key(?! decision)\b/i, "Is this a Key Decision:"],
  [
    /\bincluded in(?: the)?(?: forward)?(?! (?:the )?(?:forward|plan))\b(?! plan)/i,
    "Included in Forward Plan:",
  ],
  [/^exempt \/(?: confidential)?(?! (?:confidential|report))/i, "Exempt / Confidential Report:"],
];

/** Labels that were broken over lines are put together, whether their values stand beside them or below. */
function withWholeLabels(lines: readonly PaperLine[]): PaperLine[] {
  const result: PaperLine[] = [];
  const plain = (at: number) => {
    const text = lines[at]?.text ?? "";
    return text.includes("\t") ? "" : withoutMarks(text);
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const text = plain(at);
    let whole: string | null = null;
    let taken = 1;
    for (let more = 2; more <= 4 && text !== ""; more += 1) {
      const parts = Array.from({ length: more }, (_, place) => plain(at + place));
      if (parts.includes("")) break;
      if (!isFrontSheetLabel(parts.join(" "))) continue;
      whole = parts.join(" ");
      taken = more;
    }
    if (whole !== null) {
      result.push({ number: line.number, text: whole });
      at += taken - 1;
      continue;
    }
    let end = at + 1;
    while (end - at < 3 && plain(end) !== "" && endsOfLabels.test(plain(end))) end += 1;
    const mended = brokenLabels.reduce((words, [broken, label]) => words.replace(broken, label), text);
    if (end > at + 1 && mended !== text) {
      result.push({ number: line.number, text: mended });
      at = end - 1;
    } else result.push(line);
  }
  return result;
}

/** Reads a front sheet: a table of labels and values, its rows as plain text, or one that lost labels on its left. */
export function readFrontSheet(lines: readonly PaperLine[], ledger: LineLedger): ReadFrontSheet {
  ledger.readAll(lines);
  const values = new Map<Field, string[][]>();
  let labelled = false;
  let current: Field | null = null;
  const unlabelled: { cells: string[]; line: number; fields: Field[] }[] = [];
  for (const line of withWholeLabels(lines)) {
    const cells = cellsOf(line.text).map(withoutMarks);
    if (cells.every((cell) => cell === "") || brokenDecision.test(cells.join(" ").trim())) continue;
    const text = fused(cells).join("\t");
    const found = labelsOf(text);
    const before = text
      .slice(0, found[0]?.start ?? text.length)
      .split("\t")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== "");
    const fields = found.map(({ field }) => field);
    const openDay = (values.get("date") ?? []).at(-1);
    if (found.length === 0 && openDay && /^20\d{2}$/.test(before.join(" ")) && endsWithMonth(openDay)) {
      openDay.push(...before);
      continue;
    }
    if (found.length === 0 && statusLine.test(before.join(" ")) && !values.has("exempt")) {
      values.set("exempt", [before]);
      continue;
    }
    if (before.length > 0) {
      if (current && found.length === 0 && values.size > 0 && labelled) take(values, current, before);
      else {
        unlabelled.push({ cells: before, line: line.number, fields });
        labelled = false;
      }
    }
    if (found[0]?.start === 0) labelled = true;
    for (const [at, { field, end }] of found.entries()) {
      const value = text
        .slice(end, found[at + 1]?.start ?? text.length)
        .split("\t")
        .map((cell) => cell.trim())
        .filter((cell) => cell !== "");
      values.set(field, [...(values.get(field) ?? []), value]);
    }
    if (found[0]) current = found[0].field;
  }
  if (!values.has("reportTo") && !values.has("subject")) {
    if (!readTitled(values, unlabelled)) inferLeft(values, unlabelled, ledger);
  } else
    for (const { cells, line } of unlabelled)
      ledger.note(
        line,
        `Words of the front sheet without a label are not kept: “${cells.join(" ").slice(0, 60)}”.`,
      );

  const text = (field: Field) =>
    (values.get(field) ?? [])
      .map(joined)
      .filter((value) => value !== "")
      .join("\n");
  const reportTo = (values.get("reportTo") ?? []).flat().join("\n");
  const dates = printedDates(`${text("date")}\n${reportTo}`).flatMap(({ from, to }) =>
    from !== null && from === to ? [from] : [],
  );
  const bodies = bodiesOf(withoutDates(reportTo));
  const exempt = readExempt(text("exempt"));
  const first = lines.find((line) => line.text.trim() !== "")?.number ?? 1;
  for (const note of exempt.notes) ledger.note(first, `The front sheet: ${note}`);
  if (exempt.leaves)
    ledger.note(
      first,
      `The front sheet: of “${opening(text("exempt"))}” only the status and the paragraphs are kept.`,
    );
  const yes = (value: string) => (/\byes\b/i.test(value) ? true : /\bno\b/i.test(value) ? false : null);
  const wards = text("wards");
  const portfolio = text("portfolio").replace(/\n/g, " ");
  const subject = text("subject").replace(/\n/g, " ").replace(/\s+/g, " ");
  const pieces = (values.get("subject") ?? []).flat().length;
  if (pieces > 2 || (pieces === 2 && /\b\p{Lu}\p{Ll}{0,2} \d/u.test(subject)))
    ledger.note(
      first,
      `The subject was put together from ${pieces} pieces of its row: “${subject}”. Check it.`,
    );
  const strays = unlabelled.filter(({ cells }) =>
    /\b\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\b/u.test(cells.join(" ")),
  );
  if (dates.length === 0 && strays.length > 0 && values.size > 2)
    ledger.note(
      first,
      "Labels and values of the front sheet stand out of order, as where its cells were taken out one by one. Check every field, or import the PDF itself.",
    );
  if (subject === "") ledger.note(first, "The front sheet gives no subject. What is the report about?");
  if (bodies.length === 0) ledger.note(first, "The front sheet names no body that the report goes to.");
  if (dates.length > 0 && bodies.length > 1 && dates.length !== bodies.length)
    ledger.note(
      first,
      `The front sheet names ${bodies.length} bodies and ${dates.length} ${dates.length === 1 ? "date" : "dates"}; which date is whose?`,
    );
  return {
    subject,
    reportTo:
      bodies.length > 0
        ? bodies.map((body, at) => {
            const date = dates[at] ?? dates.at(-1);
            return { body, ...(date ? { date } : {}) };
          })
        : dates.map((date) => ({ body: "", date })),
    reportOf: text("reportOf").replace(/\n/g, " "),
    ...(portfolio !== "" ? { portfolio } : {}),
    wards: wards === "" ? [] : /^\(?all\b/i.test(wards) ? [allWards] : readWards(wards),
    keyDecision: yes(text("key")),
    inForwardPlan: yes(text("plan")),
    secrecy: exempt.secrecy,
    exemptParagraphs: exempt.paragraphs,
  };
}

function take(values: Map<Field, string[][]>, field: Field, cells: readonly string[]): void {
  const rows = values.get(field) ?? [];
  // A day that stands beside a line of the committee's name is another meeting's day.
  const plain =
    field === "reportTo"
      ? cells.flatMap((cell) => {
          const [date] = printedDates(cell);
          if (!date) return [cell];
          values.set("date", [...(values.get("date") ?? []), [cell.slice(date.start, date.end)]]);
          return [`${cell.slice(0, date.start)}${cell.slice(date.end)}`.trim()];
        })
      : cells;
  const last = rows.at(-1);
  if (last) last.push(...plain.filter((cell) => cell !== ""));
  else rows.push([...plain]);
  values.set(field, rows);
}

/** “Public report”: the status of a report on a line of its own. */
const statusLine =
  /^(?:this is an? )?(?:public|open|part exempt|exempt|confidential|private) (?:report|item)\.?$/i;

function endsWithMonth(cells: readonly string[]): boolean {
  return /\d\s+\p{L}{3,9},?$/u.test(cells.join(" "));
}

/**
 * A sheet that labels neither body nor subject, but sets them one below the other: council, body, day, title and
 * “Report of …”. False where no body or day stands on a line of its own.
 */
function readTitled(
  values: Map<Field, string[][]>,
  rows: readonly { readonly cells: readonly string[]; readonly fields: readonly Field[] }[],
): boolean {
  if (rows.some(({ fields, cells }) => fields.includes("date") || cells.length > 1)) return false;
  const lines = rows.map(({ cells }) => cells[0] ?? "");
  const isDay = (line: string) => {
    const [date] = printedDates(line);
    return date !== undefined && date.from === date.to && date.end - date.start >= line.length - 2;
  };
  const council = (line: string) => /\b(?:council|authority)$/i.test(line) && line.split(/\s+/).length > 1;
  const body = lines.find(
    (line) =>
      /\b(?:cabinet|committee|board|panel|executive|council|forum|commission)\b/i.test(line) &&
      !council(line) &&
      line.length < 100 &&
      !/^report (?:of|by)\b/i.test(line),
  );
  if (!lines.some(isDay) || body === undefined) return false;
  for (const line of lines) {
    const by = /^report (?:of|by|from)\s+(?:the\s+)?(.+)$/i.exec(line);
    const add = (field: Field, value: string) => values.set(field, [...(values.get(field) ?? []), [value]]);
    if (isDay(line)) add("date", line);
    else if (line === body) add("reportTo", line);
    else if (by?.[1]) add("reportOf", by[1]);
    else if (
      /^(?:(?:this is an? )?(?:public|open|exempt|confidential|private) (?:report|item))\b/i.test(line)
    )
      add("exempt", line);
    else if (council(line) || /^(?:agenda )?item\b|^agenda item|^report$/i.test(line)) continue;
    else add("subject", line);
  }
  return true;
}

/** The left column lost its labels: what it holds follows from the order of the rows and the labels on the right. */
function inferLeft(
  values: Map<Field, string[][]>,
  rows: readonly {
    readonly cells: readonly string[];
    readonly line: number;
    readonly fields: readonly Field[];
  }[],
  ledger: LineLedger,
): void {
  const [first] = rows;
  if (!first) return;
  ledger.note(
    first.line,
    "The front sheet lost the labels on its left; its values are taken by their place. Check them.",
  );
  let stage: Field = "reportTo";
  // Rows with a label on their right are placed by it; of the others each kind stands below one of those.
  const below: Partial<Record<Field, Field>> = { reportTo: "subject", reportOf: "portfolio", key: "exempt" };
  for (const { cells, fields, line } of rows) {
    const [value = ""] = cells;
    if (fields.includes("date")) stage = "reportTo";
    else if (fields.includes("wards")) stage = "reportOf";
    else if (fields.includes("plan") || cells.some((cell) => /^included in$/i.test(cell))) stage = "key";
    else stage = below[stage] ?? stage;
    const taken = values.has(stage);
    const words = value.replace(/\s{2,}/g, "\n");
    if (taken || cells.join(" ").length > 160) {
      ledger.leaveOut(
        line,
        line,
        `A line of the front sheet repeats another or cannot be placed, and was not read: “${cells.join(" ").slice(0, 50)}…”.`,
      );
      continue;
    }
    values.set(stage, [[words]]);
    if (stage === "key") {
      const answer = cells.slice(1).findLast((cell) => /^(?:yes|no)\b/i.test(cell));
      if (answer && !(values.get("plan") ?? []).flat().some((cell) => /yes|no/i.test(cell)))
        values.set("plan", [[answer]]);
    }
  }
}

const common = /^(?:and|of|the|for|to|in|on|with|or|by|from|at|as|is|a|an|&)$/i;

/** Cells that extraction cut through a word are put together again; a cell that repeats the one before replaces it. */
export function fused(cells: readonly string[]): string[] {
  const result: string[] = [];
  for (const cell of cells) {
    const last = result.at(-1);
    if (cell === "" || last === undefined || last === "" || labelsOf(cell).length > 0 || /[:?]$/.test(last)) {
      result.push(cell);
      continue;
    }
    if (cell.startsWith(last) && cell.length > last.length) {
      result[result.length - 1] = cell;
      continue;
    }
    const [head = ""] = cell.split(/\s/);
    const tail = last.split(/\s/).at(-1) ?? "";
    if (!/^\p{Ll}/u.test(cell) || !/\p{L}$/u.test(last)) result.push(cell);
    else if (head.length === 1 && tail.endsWith(head)) result[result.length - 1] = `${last}${cell.slice(1)}`;
    else if (tail.length < head.length && head.startsWith(tail) && tail.length <= 3)
      result[result.length - 1] = `${last.slice(0, -tail.length)}${cell}`;
    else if (common.test(head)) result[result.length - 1] = `${last} ${cell}`;
    else if (tail.at(-1)?.toLowerCase() === head[0]) result[result.length - 1] = `${last}${cell.slice(1)}`;
    else result[result.length - 1] = `${last}${cell}`;
  }
  return result;
}

function joined(cells: readonly string[]): string {
  return fused(cells).join(" ").replace(/\s+/g, " ").trim();
}

function withoutDates(text: string): string {
  let result = text;
  for (const { start, end } of printedDates(text).reverse())
    result = `${result.slice(0, start)}${result.slice(end)}`;
  return result;
}

const bodyStart =
  "(?:Overview (?:and|&)(?: Scrutiny)?\\b|Cabinet(?! Member)|(?:Full )?Council\\b|Audit|Planning|Licensing|Health and Wellbeing|Scrutiny|Executive)";

function bodiesOf(text: string): string[] {
  const whole = text
    .replace(/\n+/g, " \n ")
    .split(/\s{3,}|;/)
    .join("\n");
  const parts: string[] = [];
  for (const part of whole.split(new RegExp(`\\n|(?<=\\))\\s+(?=\\p{Lu})|\\s+(?=${bodyStart})`, "u"))) {
    const words = part
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^(?:and|&)\s+/i, "");
    if (words === "") continue;
    const last = parts.at(-1);
    const complete =
      last !== undefined && /\b(?:committee|cabinet|council|board|panel|executive|forum)\b/i.test(last);
    const unclosed =
      last !== undefined && (last.match(/\(/g) ?? []).length > (last.match(/\)/g) ?? []).length;
    const hangs = last !== undefined && /(?:\b(?:and|of|the|for)|[-–&,])$/i.test(last);
    const begins = new RegExp(`^${bodyStart}`).test(words);
    if (
      last !== undefined &&
      (!complete || hangs || (unclosed && !begins) || (!begins && /^[(a-z]/.test(words)))
    )
      parts[parts.length - 1] = `${last} ${words}`;
    else parts.push(words);
  }
  return parts;
}
