import { allWards, type Secrecy } from "../../../contracts/answer.ts";
import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { readWards } from "../forward-plan/plan-values.ts";
import { readExempt } from "../lines/exempt-status.ts";
import { type LineLedger, opening } from "../lines/line-ledger.ts";
import { cellsOf, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { type Field, isFrontSheetLabel, labelsOf } from "./front-sheet-labels.ts";
import { bodyAndDay, bodyName, isCouncil, isDay, saysNothing, titledFact } from "./front-sheet-titles.ts";

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

/** A front sheet, and what it says of whom to ask. */
export interface FrontSheetAndContacts {
  readonly sheet: ReadFrontSheet;
  readonly contacts: readonly string[];
}

const brokenDecision = /^decision\s*\??:?$/i;

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
function withWholeLabels(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
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
      for (const part of lines.slice(at, at + taken)) ledger.nameWords(part);
      result.push({ number: line.number, text: whole });
      at += taken - 1;
      continue;
    }
    let end = at + 1;
    while (end - at < 3 && plain(end) !== "" && endsOfLabels.test(plain(end))) end += 1;
    const mended = brokenLabels.reduce((words, [broken, label]) => words.replace(broken, label), text);
    if (end > at + 1 && mended !== text) {
      for (const part of lines.slice(at + 1, end)) ledger.nameWords(part);
      result.push({ number: line.number, text: mended });
      at = end - 1;
    } else result.push(line);
  }
  return result;
}

/** Reads a front sheet: a table of labels and values, its rows as plain text, or one that lost labels on its left. */
export function readFrontSheet(lines: readonly PaperLine[], ledger: LineLedger): FrontSheetAndContacts {
  ledger.readAll(lines);
  const values = new Map<Field, string[][]>();
  let firstLabel = Number.POSITIVE_INFINITY;
  const authors: { label: string; value: string[] }[] = [];
  let labelled = false;
  let current: Field | null = null;
  const unlabelled: { cells: string[]; line: number; fields: Field[] }[] = [];
  for (const line of withWholeLabels(lines, ledger)) {
    const cells = cellsOf(line.text).map(withoutMarks);
    if (isTableRule(line.text)) continue;
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
    for (const [at, { field, end, label }] of found.entries()) {
      if (field !== "other") ledger.nameWords({ number: line.number, text: label });
      const value = text
        .slice(end, found[at + 1]?.start ?? text.length)
        .split("\t")
        .map((cell) => cell.trim())
        .filter((cell) => cell !== "");
      // A day in a cell beside the body is the day of its meeting.
      const day = field === "reportTo" && value.length > 1 ? value.findIndex(isDay) : -1;
      if (day > 0) values.set("date", [...(values.get("date") ?? []), value.splice(day, 1)]);
      if (field === "reportOf") authors.push({ label, value });
      values.set(field, [...(values.get(field) ?? []), value]);
    }
    const [opened] = found;
    if (opened) {
      current = opened.field === "other" ? null : opened.field;
      if (opened.field !== "other") firstLabel = Math.min(firstLabel, line.number);
    }
  }
  // The council’s own name is no fact of the report.
  for (const { cells, line } of unlabelled)
    if (cells.length === 1 && isCouncil(cells[0] ?? ""))
      ledger.nameWords({ number: line, text: cells[0] ?? "" });
  if (!values.has("reportTo") && !values.has("subject")) {
    if (!readTitled(values, unlabelled)) inferLeft(values, unlabelled, ledger);
  } else
    for (const { cells, line } of withoutTitles(values, unlabelled, firstLabel)) {
      if (cells.length === 1 && isCouncil(cells[0] ?? "")) continue;
      ledger.note(
        line,
        `Words of the front sheet without a label are not kept: “${cells.join(" ").slice(0, 60)}”.`,
      );
    }

  const text = (field: Field) =>
    (values.get(field) ?? [])
      .map(joined)
      .filter((value) => value !== "")
      .join("\n");
  // Of several who are named, the report is of the one that its label says so of.
  if (authors.length > 1) {
    const rank = ({ label }: { label: string }) =>
      /report (?:of|by|from)/i.test(label)
        ? 0
        : /^(?:from|by|of)\b/i.test(label)
          ? 1
          : /author/i.test(label)
            ? 2
            : 3;
    const [first] = [...authors].sort((a, b) => rank(a) - rank(b));
    if (first) values.set("reportOf", [first.value]);
    for (const { label, value } of authors)
      if (value !== first?.value)
        ledger.note(
          lines[0]?.number ?? 1,
          `The front sheet names “${first?.value.join(" ")}” and, beside “${label.replace(/[\s:]+$/, "")}”, “${value.join(" ")}”; the first is kept as whose report it is.`,
        );
  }
  const reportTo = (values.get("reportTo") ?? []).flat().join("\n");
  const dates = printedDates(`${text("date")}\n${reportTo}`).flatMap(({ from, to }) =>
    from !== null && from === to ? [from] : [],
  );
  const bodies = bodiesOf(withoutDates(reportTo));
  const exempt = readExempt(asStatus(ticked(text("exempt"))));
  const first = lines.find((line) => line.text.trim() !== "")?.number ?? 1;
  for (const note of exempt.notes) ledger.note(first, `The front sheet: ${note}`);
  if (exempt.leaves)
    ledger.note(
      first,
      `The front sheet: of “${opening(text("exempt"))}” only the status and the paragraphs are kept.`,
    );
  const yes = (value: string) => {
    const said = ticked(value);
    if (/\byes\b/i.test(said)) return true;
    if (/\bno\b|\bnon-?\s?key\b|\bnot (?:a )?key\b/i.test(said)) return false;
    return /^key\b/i.test(said) ? true : null;
  };
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
  const sheet: ReadFrontSheet = {
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
  return { sheet, contacts: (values.get("contact") ?? []).map((cells) => cells.join(" ")) };
}

/** “☒ Yes ☐ No” says yes: the words beside the boxes that are ticked, where boxes are printed. */
function ticked(value: string): string {
  if (!/[☐☒☑□■]/.test(value)) return value;
  const before = /^\s*[☐☒☑□■]/.test(value);
  const chosen = before
    ? [...value.matchAll(/[☒☑■]\s*([^☐☒☑□■]+)/g)].map(([, words]) => words ?? "")
    : [...value.matchAll(/([^☐☒☑□■]+)[☒☑■]/g)].map(([, words]) => words ?? "");
  return chosen.join(" ").trim();
}

/** What some call a public report and one that is not, in the words that all understand. */
function asStatus(value: string): string {
  return value
    .replace(/\b(?:unrestricted|not restricted)\b|^part (?:1|I|A)\b(?!.*\bschedule\b)/i, "Open")
    .replace(/^(?:restricted|part (?:2|II|B))\b/i, "Exempt");
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

interface Unlabelled {
  readonly cells: readonly string[];
  readonly fields: readonly Field[];
  readonly line: number;
}

/** The unlabelled lines that fill no field; the others have filled those that no label named. */
function withoutTitles(
  values: Map<Field, string[][]>,
  rows: readonly Unlabelled[],
  firstLabel: number,
): readonly Unlabelled[] {
  const add = (field: Field, value: string) => values.set(field, [...(values.get(field) ?? []), [value]]);
  const labelled = new Set(values.keys());
  const left: Unlabelled[] = [];
  const titles: Unlabelled[] = [];
  for (const row of rows) {
    const [line = ""] = row.cells;
    const facts = row.cells.length === 1 ? titledFact(line) : null;
    if (row.cells.length > 1 || (!facts && saysNothing(line))) left.push(row);
    else if (facts) {
      const missing = facts.filter(([field]) => !labelled.has(field));
      for (const [field, value] of missing) add(field, value);
      if (missing.length === 0) left.push(row);
    } else if (bodyName.test(line) && !labelled.has("reportTo") && line.length < 80) add("reportTo", line);
    else titles.push(row);
  }
  // The title that no label names is the lines above the labels.
  const title = labelled.has("subject")
    ? []
    : titles
        .filter(({ cells: [line = ""], line: at }) => at < firstLabel && !/^\(|\.$/.test(line))
        .slice(0, 3);
  if (title.length > 0) add("subject", title.map(({ cells }) => cells[0]).join(" "));
  return [...left, ...titles.filter((row) => !title.includes(row))];
}

/**
 * A sheet that labels neither body nor subject, but sets them one below the other: council, body, day, title and
 * “Report of …”. False where no body or day stands on a line of its own.
 */
function readTitled(values: Map<Field, string[][]>, rows: readonly Unlabelled[]): boolean {
  if (rows.some(({ fields, cells }) => fields.includes("date") || cells.length > 1)) return false;
  const lines = rows.map(({ cells }) => cells[0] ?? "");
  const body = lines.find(
    (line) =>
      bodyName.test(line) && !isCouncil(line) && line.length < 100 && !/^report (?:of|by)\b/i.test(line),
  );
  const days = lines.some((line) => isDay(line) || bodyAndDay(line) !== null) || values.has("date");
  if (!days || body === undefined) return false;
  const named = bodyAndDay(body);
  for (const line of lines) {
    const add = (field: Field, value: string) => values.set(field, [...(values.get(field) ?? []), [value]]);
    const facts = titledFact(line);
    if (facts) for (const [field, value] of facts) add(field, value);
    else if (line === body && !named) add("reportTo", line);
    else if (!saysNothing(line) && !/^\(.*\)$/.test(line)) add("subject", line);
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

/** A cell that is longer than this, in characters, was not cut through a word at the border of a table. */
const longestFused = 1000;
/** Nor was a row of more cells. */
const mostCells = 40;

/** Cells that extraction cut through a word are put together again; a cell that repeats the one before replaces it. */
export function fused(cells: readonly string[]): string[] {
  if (cells.length > mostCells) return [...cells];
  const result: string[] = [];
  for (const cell of cells) {
    const last = result.at(-1);
    const again = last !== undefined && cell.startsWith(last) && cell.length > last.length;
    const cut = /^\p{Ll}/u.test(cell) && /\p{L}$/u.test(last ?? "");
    if (
      cell === "" ||
      last === undefined ||
      last === "" ||
      !(again || cut) ||
      last.length > longestFused ||
      /[:?]$/.test(last) ||
      labelsOf(cell).length > 0
    ) {
      result.push(cell);
      continue;
    }
    if (again) {
      result[result.length - 1] = cell;
      continue;
    }
    const [head = ""] = cell.split(/\s/);
    const tail = last.split(/\s/).at(-1) ?? "";
    if (head.length === 1 && tail.endsWith(head)) result[result.length - 1] = `${last}${cell.slice(1)}`;
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
  const dates = printedDates(text);
  return [{ end: 0 }, ...dates].map(({ end }, at) => text.slice(end, dates[at]?.start)).join("");
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
      .replace(/[\s,–—-]+$/, "")
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
