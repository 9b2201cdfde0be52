import { type LineLedger, opening } from "../lines/line-ledger.ts";
import {
  cellParagraphs,
  cellsOf,
  isTableRow,
  isTableRule,
  type PaperLine,
  withoutMarks,
} from "../lines/paper-lines.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { isCapitals } from "../minutes/minute-headings.ts";
import { labelKey, type PlanField, planLabels } from "./forward-plan-labels.ts";
import { partedAtLabels } from "./plan-inner-labels.ts";
import { fieldMeant } from "./plan-label-meaning.ts";
import { beginsDetails } from "./plan-title.ts";

/** The head of a table with an item a row. */
interface ItemsHead {
  readonly labels: readonly string[];
  readonly fields: readonly (PlanField | "meeting" | null)[];
}

/** A body and the day it meets, which head the items below them: “Cabinet - Tuesday 10 March 2026, 10.00 am”. */
export interface MeetingHeading {
  readonly body: string;
  readonly day: string;
}

const bodyOpening =
  /^(?:the )?(?:.{0,60}\b)?(?:cabinet|executive|council|committee|board|leader|mayor|panel|assembly|officer)\b[^.]{0,60}$/i;

/** The meeting that a heading names; null where a line is none. */
export function meetingHeading(text: string): MeetingHeading | null {
  const plain = withoutMarks(text);
  if (plain.length > 140 || /[.;]$/.test(plain)) return null;
  const [date] = printedDates(plain);
  if (!date) return makerHeading(plain);
  if (!date.from || (date.to !== null && date.from !== date.to)) return null;
  const body = plain
    .slice(0, date.start)
    .replace(/\b(?:meeting|on|of|the|to be held|held)\s*$/gi, "")
    .replace(/[\s\-–—:,|(]+$/, "");
  return bodyOpening.test(body) && body.split(" ").length < 12
    ? { body: body.replace(/\s+meeting$/i, ""), day: plain.slice(date.start, date.end) }
    : null;
}

/** “Part A – Key decisions (to be taken by the Cabinet)” heads the items of one body, with no day. */
function makerHeading(text: string): MeetingHeading | null {
  const body =
    /\b(?:taken|decided|made|considered) by (?:the )?(?<body>(?:County |City |Borough |District |Full )?(?:Cabinet|Executive|Council|Mayor|Leader)(?: (?:Board|Committee))?)\b[^a-z]*$/i.exec(
      text,
    )?.groups?.["body"] ??
    /\bfor the (?<body>Cabinet|Executive|Council)\)?$/i.exec(text)?.groups?.["body"] ??
    /\bapproval of the (?<body>(?:County |City |Borough |District |Full )?Council)\)?$/i.exec(text)?.groups?.[
      "body"
    ];
  return body ? { body, day: "" } : null;
}

/** What the head of a table with an item a row says of its columns; null where a row is no such head. */
export function headOfItems(text: string): ItemsHead | null {
  if (!isTableRow(text)) return null;
  const labels = cellsOf(text).map(withoutMarks);
  const named = labels.filter((label) => label !== "");
  // Labels that end in colons stand beside their values.
  if (named.filter((label) => /[:?]$/.test(label)).length * 3 > named.length && named.length < 6) return null;
  if (named.length < 3 || named.some((label) => printedDates(label).length > 0)) return null;
  const meant = labels.map((label): PlanField | "meeting" | null =>
    label === "" ? null : labelKey(label) === "meeting" ? "meeting" : fieldMeant(label),
  );
  const has = (field: PlanField | "meeting") => meant.includes(field);
  // “Key decisions” heads the column of items where no other does.
  const fields = meant.map((field) =>
    field === "keyDecision" && !has("title") && !has("details") ? "details" : field,
  );
  // Of two columns that say what is decided the first names the item; who decides may say when as well.
  const [first = -1, second = -1] = fields.flatMap((field, column) => (field === "details" ? [column] : []));
  if (second >= 0 && !has("title")) fields[first] = "title";
  const maker = fields.indexOf("decisionMaker");
  if (
    maker >= 0 &&
    !has("decisionExpected") &&
    !has("meeting") &&
    /\b(?:date|when)\b/i.test(labels[maker] ?? "")
  )
    fields[maker] = "meeting";
  const known = fields.filter((field) => field !== null);
  const item = fields.includes("title") || fields.includes("details");
  const whole = new Set(known).size >= 3 && known.length >= named.length * 0.7;
  const who = has("decisionMaker") || has("meeting") || has("decisionExpected") || has("contacts");
  return item && whole && who && !fields.includes("financial") ? { labels, fields } : null;
}

/** An item as it is gathered from its rows: the lines of each of its cells. */
interface GatheredItem {
  readonly line: number;
  readonly meeting: MeetingHeading | null;
  readonly cells: Map<number, { readonly line: number; readonly text: string }[]>;
}

/**
 * Tables with an item a row are turned into items with a row a field. A row goes on with the item above where it
 * lacks what every item has; a head that is printed again, and headings of parts, belong to no item.
 */
export function withRowsAsItems(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  if (!lines.some(({ text }) => headOfItems(text))) return [...lines];
  const result: PaperLine[] = [];
  const apart: PaperLine[] = [];
  const elsewhere = new Map<string, PaperLine[]>();
  let head: ItemsHead | null = null;
  let meeting: MeetingHeading | null = null;
  let item: GatheredItem | null = null;
  const items: { readonly item: GatheredItem; readonly head: ItemsHead }[] = [];
  const finish = () => {
    if (item && head) items.push({ item, head });
    item = null;
  };
  for (const line of lines) {
    const found = headOfItems(line.text);
    const again: readonly string[] | null = head && isTableRow(line.text) ? afterHead(line.text, head) : null;
    if (head && again) {
      ledger.read(line.number);
      ledger.nameWords(line);
      if (item)
        addCells(
          item,
          again.map((cell) => (cell === "" ? [] : [cell])),
          line.number,
        );
      continue;
    }
    if (found) {
      finish();
      head = found;
      ledger.read(line.number);
      ledger.nameWords(line);
      continue;
    }
    const whole: ItemsHead | null = head && !item && items.length === 0 ? headOver(head, line.text) : null;
    if (whole) {
      head = whole;
      ledger.read(line.number);
      ledger.nameWords(line);
      continue;
    }
    const named: MeetingHeading | null = isTableRow(line.text) ? null : meetingHeading(line.text);
    if (!head) {
      if (named) meeting = named;
      result.push(line);
      continue;
    }
    if (line.text.trim() === "" || isTableRule(line.text)) continue;
    const cells: readonly string[] = isTableRow(line.text) ? cellsOf(line.text) : [line.text];
    const filled = cells.filter((cell) => cell !== "");
    const [only = ""] = filled;
    if (filled.length === 1 && (!isTableRow(line.text) || isPartHeading(only, cells))) {
      const heading = meetingHeading(only);
      const parts = heading !== null || isCapitals(withoutMarks(only)) || /^\s*#/.test(line.text);
      // A line at the edge of a page ends no item that goes on below it.
      if (parts || isTableRow(line.text)) finish();
      if (heading) ledger.read(line.number);
      else apart.push(line);
      if (parts) meeting = heading;
      continue;
    }
    if (begins(cells, head, item)) {
      finish();
      item = { line: line.number, meeting, cells: new Map() };
    }
    if (!item) apart.push(line);
    else {
      ledger.read(line.number);
      addCells(item, isTableRow(line.text) ? cellParagraphs(line.text) : [[line.text]], line.number);
    }
  }
  finish();
  for (const [own, gathered] of Map.groupBy(items, (one) => one.head)) {
    const set = withDetailsInTitles(
      own,
      gathered.map((one) => one.item),
    );
    for (const one of gathered)
      result.push({ number: one.item.line, text: "" }, ...rowsOf(one.item, set, elsewhere, ledger));
  }
  for (const one of apart)
    ledger.leaveOut(
      one.number,
      one.number,
      `“${opening(withoutMarks(one.text))}” stands between the items and belongs to none of them; it was left out.`,
    );
  for (const [label, where] of elsewhere)
    ledger.leaveOutWords(
      where,
      `“${label}” is no field of an item in the records, so its column was left out`,
    );
  return result;
}

const plainKey = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A head whose labels go on in the row below it, where the column of items has nothing; null where they do not. */
function headOver({ labels, fields }: ItemsHead, text: string): ItemsHead | null {
  if (!isTableRow(text)) return null;
  const cells = cellsOf(text).map(withoutMarks);
  const title = fields.includes("title") ? fields.indexOf("title") : fields.indexOf("details");
  const filled = cellsOf(text).filter((cell) => cell !== "");
  if (
    (filled.length === 1 && isPartHeading(filled[0] ?? "", cellsOf(text))) ||
    (cells[title] ?? "") !== "" ||
    cells.every((cell, column) => cell === "" || (labels[column] ?? "") === "")
  )
    return null;
  return headOfItems(
    `${labels.map((label, column) => `${label} ${cells[column] ?? ""}`.trim()).join("\t")}\t`,
  );
}

/** What a row holds beyond the head printed again, or a part of it; null where it is a row of its own. */
function afterHead(text: string, { labels }: ItemsHead): readonly string[] | null {
  const cells = cellsOf(text).map(withoutMarks);
  const filled = cells.flatMap((cell, column) => (cell === "" ? [] : [{ cell, column }]));
  if (filled.length < 2) return null;
  const whole = filled.filter(({ cell, column }) => {
    const label = labels[column] ?? "";
    return label !== "" && cell.startsWith(label);
  });
  if (whole.length > 1 && whole.length === filled.length)
    return cells.map((cell, column) => cell.slice((labels[column] ?? "").length).trim());
  const debris = filled.every(({ cell, column }) => plainKey(labels[column] ?? "").includes(plainKey(cell)));
  return debris ? [] : null;
}

/** A row that spans the table and heads a part of the plan. */
function isPartHeading(only: string, cells: readonly string[]): boolean {
  const plain = withoutMarks(only);
  return (
    cells[0] === only &&
    plain.length < 140 &&
    (/^\*\*.*\*\*$/.test(only.trim()) ||
      isCapitals(plain) ||
      meetingHeading(plain) !== null ||
      /\b(?:portfolio|directorate|department|cabinet member|section)\b/i.test(plain))
  );
}

/** Whether a row has what every item has, and so begins one. */
function begins(cells: readonly string[], { fields }: ItemsHead, item: GatheredItem | null): boolean {
  const values = (wanted: readonly (PlanField | "meeting")[]) =>
    fields.flatMap((field, column) =>
      field && wanted.includes(field) ? [withoutMarks(cells[column] ?? "")] : [],
    );
  const [title = ""] = values(["title"]).concat(values(["details"]));
  if (title === "" || /^[\p{Ll}(]/u.test(title)) return false;
  const column = fields.includes("title") ? fields.indexOf("title") : fields.indexOf("details");
  if (item && beginsDetails(title) && !item.cells.get(column)?.some(({ text }) => beginsDetails(text)))
    return false;
  const when = values(["decisionExpected", "meeting"]);
  if (when.some((text) => text !== "" && !saysWhen(text))) return false;
  const needed = [...when, ...values(["decisionMaker"])];
  const must = needed.length > 0 ? needed : values(["contacts"]);
  return must.every((text) => text !== "") || item === null;
}

const undated =
  /^(?:t\.?b\.?[ca]\.?|not (?:yet )?(?:known|set|fixed)|to be (?:confirmed|agreed|arranged)|(?:early |late |mid[- ])?(?:spring|summer|autumn|winter)\b|ongoing|various|q[1-4]\b|[-–]$|n\/a)/i;

/** Whether a cell begins with a day or a period, or says that there is none yet; the end of one does not. */
function saysWhen(text: string): boolean {
  if (/^[\p{Ll}(]/u.test(text)) return printedDates(text)[0]?.start === 0;
  return printedDates(text).length > 0 || undated.test(text) || monthBegins.test(text);
}

const monthBegins =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function addCells(item: GatheredItem, cells: readonly (readonly string[])[], line: number): void {
  for (const [column, paragraphs] of cells.entries()) {
    if (paragraphs.length === 0) continue;
    const held = item.cells.get(column) ?? [];
    held.push(...paragraphs.map((text) => ({ line, text })));
    item.cells.set(column, held);
  }
}

/** A column “Title” holds what is to be decided too, where sentences end in it and no other column does. */
function withDetailsInTitles(head: ItemsHead, items: readonly GatheredItem[]): ItemsHead {
  const column = head.fields.indexOf("title");
  if (column < 0 || head.fields.includes("details")) return head;
  const sentences = items.filter(({ cells }) => {
    const lines = (cells.get(column) ?? []).map(({ text }) => withoutMarks(text));
    return /\.\W*$/.test(lines.at(-1) ?? "") || lines.slice(1).some(beginsDetails);
  }).length;
  return sentences < items.length * 0.3
    ? head
    : { ...head, fields: head.fields.map((field, at) => (at === column ? "details" : field)) };
}

/** The rows of an item, a field each; columns that name no field are gathered by their label. */
function rowsOf(
  { line, meeting, cells }: GatheredItem,
  { labels, fields }: ItemsHead,
  elsewhere: Map<string, PaperLine[]>,
  ledger: LineLedger,
): PaperLine[] {
  const rows: PaperLine[] = [];
  const add = (field: PlanField, values: readonly { readonly line: number; readonly text: string }[]) => {
    let within: PlanField = field;
    const parts = values.flatMap(({ line: number, text }, at) => {
      const parted = partedAtLabels(text, field);
      // Below what another label says, the words of an item are its own again.
      const goesOn = /(?:[,;&]|\band)$/.test(values[at - 1]?.text ?? "");
      if (field === "details" && parted[0]?.text !== "" && !goesOn) within = field;
      return parted.map((part) => {
        ledger.nameWords({ number, text: part.label });
        within = part.field ?? within;
        return { number, field: within, text: part.text };
      });
    });
    for (const [own, held] of Map.groupBy(parts, (part) => part.field))
      for (const [at, { number, text }] of held.filter(({ text: words }) => words !== "").entries())
        rows.push({ number, text: `${at === 0 ? planLabels[own][0] : ""}\t${text}\t` });
  };
  const of = (field: PlanField) => fields.indexOf(field);
  const has = (field: PlanField) => fields.includes(field);
  const order = [...fields.keys()].sort(
    (a, b) =>
      Number(b === of("title")) - Number(a === of("title")) ||
      Number(b === of("details")) - Number(a === of("details")) ||
      a - b,
  );
  let before: PlanField | null = null;
  for (const column of order) {
    const values = cells.get(column) ?? [];
    const field = fields[column] ?? null;
    const label = labels[column] ?? "";
    if (field === "meeting" || (field === "decisionExpected" && !has("decisionMaker")))
      addMeeting(values, add);
    else if (field === "elsewhere" || (field === null && label !== ""))
      for (const { line: number, text } of values) held(elsewhere, label).push({ number, text });
    else if (field !== null) {
      if (values.length > 0) add(field, values);
      before = field;
    }
    // A cell with no label above it belongs to none of the fields: it stands with the one on its left.
    else if (before !== null) add(before, values);
  }
  const named = rows.some(({ text }) => text.startsWith(planLabels.decisionMaker[0] ?? ""));
  if (meeting && of("decisionMaker") < 0 && !fields.includes("meeting") && !named)
    add("decisionMaker", [{ line, text: meeting.body }]);
  if (meeting && meeting.day !== "" && of("decisionExpected") < 0 && !fields.includes("meeting"))
    add("decisionExpected", [{ line, text: meeting.day }]);
  return rows;
}

function held(lists: Map<string, PaperLine[]>, label: string): PaperLine[] {
  const list = lists.get(label) ?? [];
  lists.set(label, list);
  return list;
}

/** “Cabinet 12 November 2025” says who decides and when; a cell may say so of several. */
function addMeeting(
  values: readonly { readonly line: number; readonly text: string }[],
  add: (field: PlanField, values: readonly { readonly line: number; readonly text: string }[]) => void,
): void {
  const bodies: { line: number; text: string }[] = [];
  const days: { line: number; text: string }[] = [];
  for (const { line, text } of values) {
    const plain = withoutMarks(text);
    const [date] = printedDates(plain);
    const body = (date ? plain.slice(0, date.start) : plain).replace(/[\s\-–—:,(]+$/, "");
    if (body !== "") bodies.push({ line, text: body });
    if (date) days.push({ line, text: plain.slice(date.start) });
  }
  if (bodies.length > 0) add("decisionMaker", bodies);
  if (days.length > 0) add("decisionExpected", days);
}
