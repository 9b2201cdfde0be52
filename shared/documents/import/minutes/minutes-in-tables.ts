import type { LineLedger } from "../lines/line-ledger.ts";
import {
  isTableRow,
  isTableRule,
  type PaperLine,
  paragraphsOfCell,
  printedCells,
  withoutMarks,
} from "../lines/paper-lines.ts";
import { isCapitals } from "./minute-headings.ts";
import { minuteLabel } from "./minute-labels.ts";

/** “31”, “CAB/23/045”, “7.2”: the cell that numbers a minute. */
const reference = /^(?:[A-Z]{1,8}\s?[-–/.]?\s?)?\d{1,4}(?:[/.-]\d{1,4}){0,2}[A-Z]?[.)]?$/;
const numberHead =
  /^(?:(?:min(?:ute)?s?|item|agenda(?: item)?|ref(?:erence)?)\b\.?\s*)?(?:no\.?|nos\.?|number|ref\.?|reference|#|item|minute)?$/i;
const titleHead = /^(?:(?:agenda |minute )?(?:item|subject|title|topic|heading|agenda item|matter)s?)$/i;
const textHead =
  /^(?:(?:minutes?|item|subject|discussion|details?|notes?|record|summary|comments?|matter|minute text|narrative|business)s?(?:\s*(?:and|\/|&)\s*(?:minutes?|discussion|decisions?|details?|notes?|resolutions?|actions?))*|(?:discussion|minute) .{0,30})$/i;
const decisionHead = /^(?:decisions?|resolutions?|resolved|outcomes?|agreed|decision made)$/i;
const actionHead =
  /^(?:actions?(?: by| required| points?| owner)?|by whom|who|lead(?: officer)?|owner|responsible(?: officer)?|officer)$/i;

type Part = "number" | "title" | "text" | "decision" | "action" | "labelled";

interface Row {
  readonly number: number;
  /** The cells as printed, with the marks of their paragraphs. */
  readonly cells: readonly string[];
}

/**
 * Minutes that stand in tables as lines of their own: a row for each minute with columns for its number, its text
 * and who acts, or a table for each with the decision and its reasons beside their labels.
 */
export function withMinutesOutOfTables(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  const result: PaperLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line || !isTableRow(line.text)) {
      if (line) result.push(line);
      continue;
    }
    let end = place;
    while (end < lines.length && isTableRow(lines[end]?.text ?? "")) end += 1;
    const printed = lines.slice(place, end);
    const rows = printed.flatMap(({ number, text }): Row[] =>
      isTableRule(text) ? [] : [{ number, cells: rowCells(text) }],
    );
    const columns = byColumns(rows);
    // The labels at the head are what the minutes’ parts are called.
    if (columns) {
      ledger.readAll(printed.filter(({ text }, at) => at === 0 || isTableRule(text)));
      if (rows[0]) ledger.nameWords({ number: rows[0].number, text: rows[0].cells.join("\t") });
    }
    const attendance = columns ? null : byAttendance(rows);
    if (attendance) ledger.readAll(printed);
    const read = columns ?? attendance ?? byLabels(rows) ?? byNumbers(rows) ?? printed;
    for (const one of read) result.push(one);
    place = end - 1;
  }
  return result;
}

function rowCells(text: string): string[] {
  const cells = printedCells(text);
  return /\t\s*$/.test(text) ? cells.slice(0, -1) : cells;
}

/** A row for each minute below a head that names the columns; null where the table is no such one. */
function byColumns(rows: readonly Row[]): PaperLine[] | null {
  const [head, ...body] = rows;
  const labels = head?.cells.map((cell) => withoutMarks(cell)) ?? [];
  if (!head || labels.length < 2 || labels.some((label) => label.length > 40)) return null;
  const parts = labels.map((label, at): Part => {
    if (at === 0 && numberHead.test(label)) return "number";
    if (actionHead.test(label)) return "action";
    if (decisionHead.test(label)) return "decision";
    if (
      titleHead.test(label) &&
      labels.slice(at + 1).some((other) => textHead.test(other) || decisionHead.test(other))
    )
      return "title";
    return textHead.test(label) ? "text" : "labelled";
  });
  if (parts[0] !== "number" || !parts.some((part) => part === "text" || part === "decision")) return null;
  const numbered = body.filter(({ cells }) => reference.test(withoutMarks(cells[0] ?? ""))).length;
  if (numbered === 0 || numbered < body.filter(({ cells }) => cells[0] !== "").length * 0.6) return null;
  const lines: PaperLine[] = [{ number: head.number, text: "" }];
  for (const { number, cells } of body) {
    const add = (text: string) => lines.push({ number, text }, { number, text: "" });
    const of = (part: Part) =>
      cells.flatMap((cell, at) => (parts[at] === part ? paragraphsOfCell(cell) : []));
    const label = withoutMarks(cells[0] ?? "");
    let text = of("text");
    if (label !== "") {
      let title = of("title").map(withoutMarks).join(" ");
      if (title === "") [title, text] = withTitle(text);
      add(`**${label} ${title}**`);
    }
    for (const paragraph of text) add(paragraph);
    for (const [at, paragraph] of of("decision").entries())
      add(at === 0 && !minuteLabel(paragraph) ? `Decision: ${paragraph}` : paragraph);
    for (const [at, part] of parts.entries()) {
      const value = paragraphsOfCell(cells[at] ?? "").map(withoutMarks);
      if (part === "labelled" && value.length > 0) add(`${labels[at]}: ${value.join(" ")}`);
    }
    const actions = of("action").map(withoutMarks).join("; ");
    if (actions !== "") add(`${labels[parts.indexOf("action")]}: ${actions}`);
  }
  return lines;
}

const attends = /^(?<how>present|apolog|absent)\p{L}*\b[\s,;:–-]*(?<rest>.*)$/iu;

/** A table of members and whether each was there, as the labels of those present and of apologies; null where it is none. */
function byAttendance(rows: readonly Row[]): PaperLine[] | null {
  const told = rows.flatMap(({ cells }) => {
    const [name = "", how = ""] = cells.map(withoutMarks).filter((cell) => cell !== "");
    const found = attends.exec(how)?.groups;
    return found && /\p{Lu}\p{Ll}/u.test(name)
      ? [
          {
            name: name.replace(/\s*\*+$/, ""),
            how: found["how"]?.toLowerCase() ?? "",
            rest: found["rest"] ?? "",
          },
        ]
      : [];
  });
  if (told.length < 3 || told.length < rows.length - 1) return null;
  const number = rows[0]?.number ?? 1;
  const named = (how: string) =>
    told
      .filter((one) => one.how === how)
      .map(
        ({ name, rest }) =>
          `${/^(?:councillor|cllr)\b/i.test(name) ? "" : "Councillor "}${name}${rest === "" ? "" : ` ${rest}`}`,
      )
      .join(", ");
  return [
    { number, text: "" },
    ...[
      ["Present", "present"],
      ["Apologies", "apolog"],
      ["Absent", "absent"],
    ].flatMap(([label = "", how = ""]) =>
      named(how) === ""
        ? []
        : [
            { number, text: `${label}: ${named(how)}` },
            { number, text: "" },
          ],
    ),
  ];
}

/** A number beside a title with the minute below it, row by row; null where the table is no such one. */
function byNumbers(rows: readonly Row[]): PaperLine[] | null {
  const parts = rows.map(({ number, cells }) => {
    const [label = "", ...rest] = cells.filter((cell) => cell !== "");
    const [title = "", ...text] = rest.length === 1 ? paragraphsOfCell(rest[0] ?? "") : [];
    return { number, label: withoutMarks(label), title, text };
  });
  const titled = (title: string) => isCapitals(withoutMarks(title)) || /^\*\*[^*]+\*\*$/.test(title.trim());
  if (!parts.every(({ label, title }) => reference.test(label) && titled(title))) return null;
  if (parts.every(({ text }) => text.length === 0)) return null;
  return parts.flatMap(({ number, label, title, text }) =>
    [`**${label} ${withoutMarks(title)}**`, ...text].flatMap((words) => [
      { number, text: words },
      { number, text: "" },
    ]),
  );
}

/** The title of a minute, which its cell begins with, and the paragraphs below it. */
function withTitle(paragraphs: readonly string[]): [string, string[]] {
  const [first = "", ...rest] = paragraphs;
  const bold = /^\*\*([^*]+)\*\*\s*(.*)$/s.exec(first);
  if (bold?.[1]) return [bold[1].trim(), [...(bold[2] ? [bold[2]] : []), ...rest]];
  if (rest.length > 0 && first.length <= 160) return [withoutMarks(first), rest];
  const sentence = /^([^.:]{3,90})[.:]\s+(\S.*)$/s.exec(first);
  return sentence?.[1] && sentence[2] ? [sentence[1], [sentence[2], ...rest]] : [withoutMarks(first), rest];
}

/** Labels and values, the decision among them, below a row with number and title; null where the table is no such one. */
function byLabels(rows: readonly Row[]): PaperLine[] | null {
  const zoneOf = ({ cells }: Row) => {
    const label = withoutMarks(cells[0] ?? "").replace(/\s*:$/, "");
    return label.length < 60 && cells.slice(1).some((cell) => cell !== "") ? minuteLabel(`${label}:`) : null;
  };
  const zones = rows.map((row) => {
    const zone = zoneOf(row);
    return zone?.rest === "" ? zone.zone : null;
  });
  const headed = rows.filter(({ cells }) => reference.test(withoutMarks(cells[0] ?? ""))).length;
  if (
    !zones.includes("decision") ||
    (new Set(zones.filter((zone) => zone !== null)).size < 2 && headed === 0)
  )
    return null;
  return rows.flatMap(({ number, cells }): PaperLine[] => {
    const [first = "", ...rest] = cells;
    const label = withoutMarks(first).replace(/\s*:$/, "");
    const filled = rest.filter((cell) => cell !== "");
    const line = (text: string): PaperLine => ({ number, text });
    if (reference.test(label))
      return [line(""), line(`**${label} ${withoutMarks(filled.join(" "))}**`), line("")];
    if (filled.length === 0) return [line(""), line(label), line("")];
    const [lead = "", ...below] = filled.flatMap(paragraphsOfCell);
    return [line(`${label}: ${lead}`), ...below.map(line), line("")];
  });
}
