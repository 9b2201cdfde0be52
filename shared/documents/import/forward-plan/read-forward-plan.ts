import type { PublishedEdition, PublishedItem } from "../../../contracts/answer.ts";
import { writtenWithoutWeekday } from "../../../rules/dates/written-dates.ts";
import { editionKey } from "../../../rules/forward-plan/forward-plan.ts";
import { keepItemKeys, normalisedTitle } from "../../../rules/forward-plan/item-identity.ts";
import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { LineLedger, opening } from "../lines/line-ledger.ts";
import { withoutFurniture } from "../lines/page-furniture.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import type { ForwardPlanData, ForwardPlanPaper } from "../paper.ts";
import { type PlanField, planLabels } from "./forward-plan-labels.ts";
import { isIndexHead, publicationDay, readFront, readPeriod } from "./plan-front.ts";
import { neededFields, type RawField, type RawItem, readItem } from "./plan-item.ts";
import { headOfItems, meetingHeading } from "./plan-item-rows.ts";
import { fieldsIn, type LabelledRow, labelAt } from "./plan-label-lines.ts";
import { fieldMeant } from "./plan-label-meaning.ts";
import { fieldsNamed, withItemsSetOut } from "./plan-layout.ts";
import { markLegend, statusCodes } from "./plan-marks.ts";
import { withoutReferences } from "./plan-references.ts";
import { openingLetters } from "./plan-title.ts";
import { itemCounter, namesPlan, planTitle } from "./plan-titles.ts";
import { andPartsWards } from "./plan-values.ts";

/**
 * Whether the lines hold a Forward Plan: the labels of its items; or a title that names such a plan, and above tables
 * of items a head, or labels that every item has.
 */
export function looksLikeForwardPlan(lines: readonly PaperLine[]): boolean {
  const front = lines.filter(({ text }) => text.trim() !== "" && !isTableRow(text)).slice(0, 10);
  const titled = front.some(({ text }) => text.length < 160 && namesPlan.test(withoutMarks(text)));
  const ofScrutiny = front.slice(0, 5).some(({ text }) => /\bscrutiny\b|\bselect committee\b/i.test(text));
  const decided = (fields: ReadonlySet<PlanField>) =>
    fields.has("decisionMaker") && (fields.has("decisionExpected") || fields.has("details"));
  const known = lines.flatMap((_, place) => {
    const label = labelAt(lines, place);
    return label && (titled || !label.short) ? [label.field] : [];
  });
  if (decided(new Set(known))) return true;
  if (!titled) return false;
  const set = withSpacedColumns(lines, new LineLedger([]));
  if (decided(fieldsNamed(set))) return true;
  const heads = set.flatMap(({ text }) => headOfItems(text) ?? []);
  const decides = heads.some(
    ({ fields: columns }) => columns.includes("decisionMaker") || columns.includes("meeting"),
  );
  const meets = heads.length > 0 && lines.some(({ text }) => executiveMeets(text));
  return decides || (meets && !ofScrutiny);
}

/** “Cabinet - Tuesday 10 March 2026”, as a heading or in a cell. */
function executiveMeets(text: string): boolean {
  const heading = meetingHeading(cellsOf(text)[0] ?? "");
  return heading !== null && /\b(?:cabinet|executive|council)\b/i.test(heading.body);
}

/** A heading between items, or a line that says when the plan was published. */
const apartFromItems = /^\s*#{1,6}\s+\S|^\W*(?:published|issued) (?:on )?\d/i;

/** A mark on what is listed for the first time, which the records tell by themselves. */
const newMark = /^[([*]*new(?:\s+item)?!?[)\]*]*$/i;

/**
 * Reads an edition of the Forward Plan: period, index, and every field of every item.
 * @param lines the plan's lines, with their numbers in the file.
 * @throws {UnreadablePaper} when no item can be found, or neither a period nor a date of a decision.
 */
export function readForwardPlan(lines: readonly PaperLine[], fileName: string): ForwardPlanPaper {
  const ledger = new LineLedger(lines);
  const { lines: kept } = withoutFurniture(lines, ledger, { onlyRepeated: true });
  const margins = lines.filter(({ text }) => /^\W*(?:published|issued)\b/i.test(text) && text.length < 80);
  return readPlanLines(withItemsSetOut(kept, ledger), margins, ledger, fileName);
}

/** @param margins lines at the edges of pages that may say when the plan was published. */
function readPlanLines(
  lines: readonly PaperLine[],
  margins: readonly PaperLine[],
  ledger: LineLedger,
  fileName: string,
): ForwardPlanPaper {
  const named = lines.findIndex((_, place) => {
    const label = labelAt(lines, place);
    return (
      label !== null &&
      (label.field === "details" || (label.field === "title" && followedByFields(lines, place)))
    );
  });
  const firstItem = named < 0 ? named : firstRowAbove(lines, named);
  if (firstItem < 0) {
    throw new UnreadablePaper(
      fileName,
      "is a Forward Plan without items: no “Details of Decision to be taken” was found. Check that the whole plan was saved.",
    );
  }
  const front = lines.slice(0, firstItem);
  const { index, preamble } = readFront(front, ledger);
  const raw = readRawItems(lines.slice(firstItem), ledger);
  const needed = ["decisionMaker", "decisionExpected", "exempt", "wards", "contacts"] as const;
  const printed = raw.flatMap(({ fields }) => needed.flatMap((name) => fields.get(name) ?? []));
  const blank = printed.filter(({ parts }) => parts.every((part) => part.trim() === "")).length;
  const nameless = raw.filter(({ fields }) =>
    [fields.get("title"), fields.get("details")].every(
      (field) => (field?.parts ?? []).join("").trim() === "",
    ),
  ).length;
  // Better no plan than one whose fields hold the values of others.
  if ((blank > 1 && blank >= printed.length * 0.2) || nameless > raw.length * 0.5)
    throw new UnreadablePaper(
      fileName,
      "is a Forward Plan whose labels and values stand out of order, as where its cells were taken out one by one. Import the PDF itself, or its text taken with the layout kept.",
    );
  const period = readPeriod(front, raw, ledger, fileName);
  const has = (name: PlanField) => (item: RawItem) =>
    (item.fields.get(name)?.parts ?? []).join("").trim() !== "";
  const everywhere = new Set(neededFields.filter((name) => raw.some(has(name))));
  for (const name of neededFields)
    if (!everywhere.has(name))
      ledger.note(raw[0]?.line ?? 1, `The plan says of no item: ${planLabels[name][0]}.`);
  const saysCriteria = raw.some((item) =>
    (["criteria", "financial", "community", "keyDecision"] as const).some((name) => has(name)(item)),
  );
  if (!saysCriteria)
    ledger.note(
      raw[0]?.line ?? 1,
      "The plan says of no item why its decision is key; No is kept for Financial and Community Impact.",
    );
  const context = {
    index: Map.groupBy(index, ({ title }) => openingLetters(title)),
    saysCriteria,
    period,
    andParts: andPartsWards(raw),
    legend: markLegend(preamble),
    codes: statusCodes(preamble),
    everywhere,
    columnWidth: raw
      .flatMap(({ fields }) => fields.get("details")?.parts ?? [])
      .reduce((most, part) => Math.max(most, part.length), 0),
  };
  ledger.leaveOutWords(
    raw.flatMap(({ fields }) =>
      fieldLines(fields.get("criteria")).filter(({ text }) => reasonWords.test(text)),
    ),
    "Why a decision is key is kept as Financial and Community Impact; its words were left out",
  );
  const items = withPlainTitles(
    raw.map((item) => readItem(item, context, ledger)),
    raw[0]?.line ?? 1,
    ledger,
  );
  const identified = keepItemKeys(items, []).items;
  const publishedOn = publicationDay([...front, ...margins], period, ledger);
  const edition: PublishedEdition = {
    key: editionKey(period.from),
    periodFrom: period.from,
    periodTo: period.to,
    publishedOn,
  };

  const titles = new Set(items.map((item) => normalisedTitle(item.title)));
  for (const entry of index) {
    if (!titles.has(normalisedTitle(entry.title))) {
      ledger.note(entry.line, `The index lists “${entry.title}”, but the plan holds no details of it.`);
    }
  }
  const title = `Forward Plan, ${writtenWithoutWeekday(period.from)} to ${writtenWithoutWeekday(period.to)}`;
  const data: ForwardPlanData = {
    edition,
    preamble,
    index: index.map(({ title, officer }) => ({ title, officer })),
    items: identified,
    itemLines: Object.fromEntries(identified.map((item, place) => [item.key, raw[place]?.line ?? 1])),
  };
  return { kind: "forward-plan", title, ...ledger.close([title, data]), data };
}

/** Words beyond “Financial Yes, Community Impact No”. */
const reasonWords = /\b(?!(?:financial|community|impact|yes|no|n\/a)\b)\p{L}{3,}/iu;

/** The lines of a field, each with its own part of it. */
function fieldLines(field: RawField | undefined): PaperLine[] {
  return (field?.lines ?? []).map((number, at) => ({ number, text: field?.parts[at] ?? "" }));
}

/** Items whose references were taken off their titles; the records know an item by its own key. */
function withPlainTitles(items: readonly PublishedItem[], line: number, ledger: LineLedger): PublishedItem[] {
  const { titles, references } = withoutReferences(items.map(({ title }) => title));
  if (references.length > 0)
    ledger.note(
      line,
      `The references beside the titles are no field of an item, so they were left out: ${references.join(", ")}.`,
    );
  return items.map((item, at) => ({ ...item, title: titles[at] ?? item.title }));
}

/** An item's table may begin with other rows than the one that names it. */
function firstRowAbove(lines: readonly PaperLine[], named: number): number {
  let first = named;
  for (let at = named - 1; at >= 0 && named - at < 12; at -= 1) {
    if (lines[at]?.text.trim() === "") continue;
    const label = labelAt(lines, at);
    if (
      !label ||
      isIndexHead(lines[at]?.text ?? "") ||
      (label.values.length === 0 && !isTableRow(lines[at]?.text ?? ""))
    )
      break;
    first = at;
  }
  return openingField(lines.slice(first)) === null && labelAt(lines, first)?.field !== "elsewhere"
    ? named
    : first;
}

/** Whether a row labelled “Title” stands in an item's table, and is not a heading of something else. */
function followedByFields(lines: readonly PaperLine[], place: number): boolean {
  for (let at = place + 1, looked = 0; at < lines.length && looked < 12; at += 1) {
    if (lines[at]?.text.trim() === "") continue;
    looked += 1;
    const field = labelAt(lines, at)?.field;
    if (field === "details" || field === "decisionMaker") return true;
  }
  return false;
}

/**
 * The field that every item begins with, where it is neither title nor details: the first in the paper, as often as
 * there are items. Null where items begin with their title or details.
 */
function openingField(lines: readonly PaperLine[]): PlanField | null {
  const fields = fieldsIn(lines).map(({ field }) => field);
  const [first] = fields;
  if (first === undefined || first === "title" || first === "details") return null;
  const count = (name: PlanField) => fields.filter((field) => field === name).length;
  const near = fields.slice(0, 6).some((field) => field === "title" || field === "details");
  return near && count(first) > 1 && count(first) === Math.max(count("details"), count("title"))
    ? first
    : null;
}

function readRawItems(lines: readonly PaperLine[], ledger: LineLedger): RawItem[] {
  const items: RawItem[] = [];
  const opener = openingField(lines);
  const foreign = foreignLabels(lines);
  let apart: PaperLine[] | null = null;
  let current: RawField | null = null;
  const take = (field: RawField, parts: readonly string[], line: number) => {
    field.parts.push(...parts);
    field.lines.push(...parts.map(() => line));
  };
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line || line.text.trim() === "") continue;
    const label = labelAt(lines, place);
    const plain = withoutMarks(line.text);
    if (
      isTableRule(line.text) ||
      itemCounter.test(plain) ||
      (!label && planTitle.test(plain) && plain.length < 120 && !isTableRow(line.text))
    ) {
      ledger.read(line.number);
      continue;
    }
    const stranger = label && label.field !== "elsewhere" ? undefined : foreign.get(line);
    if (stranger) apart = stranger;
    else if (label) apart = null;
    if (apart) {
      apart.push(line);
      continue;
    }
    if (label) {
      const item = items.at(-1);
      const begins =
        !item ||
        (opener !== null
          ? label.field === opener
          : label.field === "title"
            ? item.fields.size > 1
            : label.field === "details" && item.fields.has("details"));
      const home: RawItem = begins ? { line: line.number, fields: new Map() } : item;
      if (begins) items.push(home);
      const known = home.fields.get(label.field);
      if (known) {
        ledger.note(line.number, `The item says “${plain.slice(0, 40)}” twice; both are kept together.`);
        current = known;
      } else {
        current = { line: line.number, parts: [], lines: [] };
        home.fields.set(label.field, current);
      }
      take(current, known ? label.values : label.values.filter((value) => !newMark.test(value)), line.number);
      for (const labelled of lines.slice(place, place + label.lines)) {
        ledger.read(labelled.number);
        ledger.nameWords({ number: labelled.number, text: labelWords(labelled.text, label) });
      }
      place += label.lines - 1;
    } else if (apartFromItems.test(line.text)) {
      ledger.leaveOut(
        line.number,
        line.number,
        `“${opening(plain)}” heads or ends a part of the plan and belongs to no item; it was left out.`,
      );
      current = null;
    } else if (current) {
      ledger.read(line.number);
      take(
        current,
        cellsOf(line.text).filter((cell) => cell !== "" && !newMark.test(cell)),
        line.number,
      );
    }
  }
  for (const { fields } of items) moveDateNotes(fields);
  const strangers = [...foreign.values()].filter((one) => one.length > 0);
  for (const [name, gathered] of Map.groupBy(strangers, ([first]) => nameOfLabel(first?.text ?? "")))
    ledger.leaveOutAlike(
      gathered.flat(),
      `“${name}” is no field of an item in the records, so what stands beside it was left out`,
    );
  return items;
}

const dateNote =
  /^(?:decision )?(?:due )?date (?:was |has been )?(?:changed|moved|put back|deferred|revised) from\b/i;

/**
 * A note of change that stands between two rows, apart from the date above it, was given to the field below: it goes
 * back to the date, and the field keeps its last line.
 */
function moveDateNotes(fields: Map<PlanField, RawField>): void {
  const expected = fields.get("decisionExpected");
  for (const [name, field] of fields) {
    if (
      !expected ||
      name === "decisionExpected" ||
      field.parts.length < 2 ||
      !dateNote.test(field.parts[0] ?? "")
    )
      continue;
    expected.parts.push(...field.parts.splice(0, field.parts.length - 1));
    expected.lines.push(...field.lines.splice(0, field.lines.length - 1));
  }
}

/** The words of a line that are its label. */
function labelWords(text: string, { values }: LabelledRow): string {
  if (isTableRow(text)) return cellsOf(text)[0] ?? "";
  const [value = ""] = values;
  const plain = withoutMarks(text);
  return value !== "" && plain.endsWith(value) ? plain.slice(0, plain.length - value.length) : plain;
}

function nameOfLabel(text: string): string {
  const [first = ""] = cellsOf(text).map(withoutMarks);
  return (isTableRow(text) ? first.replace(/\s*[:?]+$/, "") : foreignLabel(text)) ?? opening(first);
}

/** “Reference: KD/25/114”; what stands beside a name, a number or a reason of its own is no label. */
function foreignLabel(text: string): string | null {
  const [first = "", ...rest] = cellsOf(text).map(withoutMarks);
  const inCell = isTableRow(text) && rest.some((cell) => cell !== "") && /^\p{Lu}[^\t]{2,60}$/u.test(first);
  const label = inCell
    ? first.replace(/\s*[:?]+$/, "")
    : (/^(?<label>\p{Lu}[\p{L} /()'’-]{2,45}?)\s*:(?:\s|$)/u.exec(text)?.groups?.label ?? null);
  return label && !/^(?:tel|phone|mob|e-?mail|fax|address|reason|note|dates?|para|web|from|to)\b/i.test(label)
    ? label
    : null;
}

/**
 * Labels that are none of ours: each line that carries one, with a list for the lines that it holds.
 * Some are known; others are told where a paper ends its labels with a colon at the margin, or sets them in cells of
 * their own. Once in a paper is somebody's sentence, not a label.
 */
function foreignLabels(lines: readonly PaperLine[]): ReadonlyMap<PaperLine, PaperLine[]> {
  const known = new Map<PaperLine, LabelledRow>();
  for (const [place, line] of lines.entries()) {
    const label = labelAt(lines, place);
    if (label) known.set(line, label);
  }
  const alike = Map.groupBy(lines, ({ text }) => foreignLabel(text));
  const meansNone = (text: string) => {
    const label = foreignLabel(text);
    return label !== null && (alike.get(label) ?? []).length > 1 && fieldMeant(label) === "elsewhere";
  };
  const elsewhere = lines.filter((line) =>
    known.has(line) ? known.get(line)?.field === "elsewhere" : meansNone(line.text),
  );
  const ours = lines.filter((line) => known.has(line) && known.get(line)?.field !== "elsewhere");
  const strangersIn = (among: readonly PaperLine[], own: readonly PaperLine[], share: number) => {
    if (own.length < 4 || own.length < ours.length * share) return [];
    const strangers = among.filter((line) => !known.has(line) && foreignLabel(line.text) !== null);
    const often = Map.groupBy(strangers, ({ text }) => foreignLabel(text));
    return strangers.filter(({ text }) => (often.get(foreignLabel(text)) ?? []).length > 1);
  };
  const rows = lines.filter(({ text }) => isTableRow(text));
  const plain = lines.filter(({ text }) => !isTableRow(text));
  return new Map(
    [
      ...elsewhere,
      ...strangersIn(
        rows,
        ours.filter(({ text }) => isTableRow(text)),
        0.9,
      ),
      ...strangersIn(
        plain,
        ours.filter(({ text }) => !isTableRow(text) && /^\S[^:]{1,70}:(?:\s|$)/.test(text)),
        0.9,
      ),
    ].map((line) => [line, []]),
  );
}
