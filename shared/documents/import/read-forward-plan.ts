import {
  allWards,
  type DateChange,
  type ExpectedDecision,
  type PublishedEdition,
  type PublishedItem,
  type Secrecy,
} from "../../contracts/answer.ts";
import { type CalendarDate, toCalendarDate } from "../../contracts/calendar-date.ts";
import { BankHolidaysUnknown } from "../../rules/dates/bank-holidays.ts";
import { addDays, endOfMonth, startOfMonth } from "../../rules/dates/calendar-arithmetic.ts";
import { calendarClearDays, lastPublicationDay } from "../../rules/dates/clear-days.ts";
import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { editionKey } from "../../rules/forward-plan/forward-plan.ts";
import { keepItemKeys, normalisedTitle } from "../../rules/forward-plan/item-identity.ts";
import { labelKey, type PlanField, planLabels, wardsWithAnd } from "./forward-plan-labels.ts";
import { LineLedger, opening } from "./line-ledger.ts";
import { withoutFurniture } from "./page-furniture.ts";
import type { ForwardPlanPaper } from "./paper.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { fieldOfLabel, fieldsIn, type LabelledRow, labelAt } from "./plan-label-lines.ts";
import { headOfItems, itemCounter, planTitle, withItemsSetOut } from "./plan-layout.ts";
import { dayPattern, type PrintedDate, printedDates, readDay } from "./printed-dates.ts";
import { readContacts } from "./read-contacts.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

const indexTitle = /\bindex of items\b|^\s*index\s*$/i;

/** Whether the lines hold a Forward Plan: the label that every item's table begins with, or its title and period. */
export function looksLikeForwardPlan(lines: readonly PaperLine[]): boolean {
  const fields = new Set<PlanField>();
  const titled = lines
    .filter(({ text }) => text.trim() !== "")
    .slice(0, 12)
    .some(
      ({ text }) =>
        /\bforward plan\b|\bnotice of (?:forthcoming |key |intended )*decisions?\b/i.test(text) &&
        text.length < 120,
    );
  if (titled && lines.some(({ text }) => headOfItems(text) !== null)) return true;
  lines.forEach((_, place) => {
    const label = labelAt(lines, place);
    if (label && (titled || !label.short)) fields.add(label.field);
  });
  return fields.has("decisionMaker") && (fields.has("decisionExpected") || fields.has("details"));
}

/** A mark on what is listed for the first time, which the records tell by themselves. */
const newMark = /^[([*]*new(?:\s+item)?!?[)\]*]*$/i;

/** An item's fields as they stand in the paper: lines of text, cells parted by tabs. */
interface RawItem {
  readonly line: number;
  readonly fields: Map<PlanField, { readonly line: number; readonly parts: string[] }>;
}

/**
 * Reads an edition of the Forward Plan: period, index, and every field of every item.
 * @param lines the plan's lines, with their numbers in the file.
 * @throws {UnreadablePaper} when no item can be found, or neither a period nor a date of a decision.
 */
export function readForwardPlan(lines: readonly PaperLine[], fileName: string): ForwardPlanPaper {
  const ledger = new LineLedger(lines);
  const { lines: kept } = withoutFurniture(lines, ledger, { onlyRepeated: true });
  return readPlanLines(withItemsSetOut(kept, ledger), ledger, fileName);
}

function readPlanLines(lines: readonly PaperLine[], ledger: LineLedger, fileName: string): ForwardPlanPaper {
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
  const andParts = andPartsWards(raw);
  const items = raw.map((item) => readItem(item, { index, period, andParts }, ledger));
  const identified = keepItemKeys(items, []).items;
  const publishedOn = publicationDay(front, period, ledger);
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
  const { warnings, coverage } = ledger.close();
  return {
    kind: "forward-plan",
    title: `Forward Plan, ${writtenWithoutWeekday(period.from)} to ${writtenWithoutWeekday(period.to)}`,
    warnings,
    coverage,
    data: {
      edition,
      preamble,
      index: index.map(({ title, officer }) => ({ title, officer })),
      items: identified,
      itemLines: Object.fromEntries(identified.map((item, place) => [item.key, raw[place]?.line ?? 1])),
    },
  };
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

/** “Item Heading | Officer Contact”: the head of the index, whether or not a title stands above it. */
function isIndexHead(text: string): boolean {
  const [title = "", officer = ""] = cellsOf(text).map(withoutMarks).map(labelKey);
  return fieldOfLabel.get(title) === "title" && fieldOfLabel.get(officer) === "contacts";
}

interface IndexEntry {
  readonly title: string;
  readonly officer: string;
  readonly line: number;
}

function readFront(
  front: readonly PaperLine[],
  ledger: LineLedger,
): { index: readonly IndexEntry[]; preamble: readonly string[] } {
  const index: { title: string; officer: string; line: number }[] = [];
  const preamble: string[] = [];
  let inIndex = false;
  for (const line of front) {
    const text = withoutMarks(line.text);
    if (text === "") continue;
    ledger.read(line.number);
    if (indexTitle.test(text) || isIndexHead(line.text)) {
      inIndex = true;
      continue;
    }
    if (isTableRule(line.text)) continue;
    const cells = cellsOf(line.text).map(withoutMarks);
    if (inIndex && planTitle.test(text)) continue;
    if (!inIndex) {
      preamble.push(text);
      continue;
    }
    if (
      /^(?:item(?: heading)?|title|subject)$/i.test(cells[0] ?? "") ||
      /^item heading\s+officer contact$/i.test(text)
    )
      continue;
    addIndexLine(index, cells, line.number);
  }
  return { index, preamble };
}

const officerWords = /\S+@\S+|\bTel\b|^\s*0\d{3}/i;

/** A row of the index is a title and its officer; either may run on over the next line. */
function addIndexLine(
  index: { title: string; officer: string; line: number }[],
  cells: readonly string[],
  line: number,
): void {
  const [title = "", ...rest] = cells;
  const officer = rest.filter((cell) => cell !== "").join(" ");
  const last = index.at(-1);
  if (officer === "") {
    const email = /\S+@\S+/.exec(title);
    const parted = email ? partedFromOfficer(title, email[0]) : null;
    if (parted) index.push({ ...parted, line });
    else if (last && (officerWords.test(title) || title === ""))
      last.officer = `${last.officer} ${title}`.trim();
    else if (last && last.officer === "") last.title = `${last.title} ${title}`;
    else index.push({ title, officer: "", line });
  } else if (title === "" && last) {
    last.officer = `${last.officer} ${officer}`.trim();
  } else if (last && last.officer === "") {
    last.title = `${last.title} ${title}`.trim();
    last.officer = officer;
  } else {
    index.push({ title, officer, line });
  }
}

/** Title and officer run together: the officer's name is the words before the address that it spells. */
function partedFromOfficer(text: string, email: string): { title: string; officer: string } | null {
  const [first] = (email.split("@")[0] ?? "").split(/[._]/);
  const before = text.slice(0, text.indexOf(email));
  const at = first ? before.toLowerCase().lastIndexOf(` ${first.toLowerCase()} `) : -1;
  return at > 0 ? { title: text.slice(0, at).trim(), officer: text.slice(at).trim() } : null;
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
  let current: { line: number; parts: string[] } | null = null;
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
    const stranger = label && label.field !== "elsewhere" ? undefined : foreign.get(line.number);
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
        known.parts.push(...label.values);
        current = known;
      } else {
        current = { line: line.number, parts: label.values.filter((value) => !newMark.test(value)) };
        home.fields.set(label.field, current);
      }
      for (let taken = 0; taken < label.lines; taken += 1) {
        const labelled = lines[place + taken];
        if (labelled) ledger.read(labelled.number);
      }
      place += label.lines - 1;
    } else if (current) {
      ledger.read(line.number);
      current.parts.push(...cellsOf(line.text).filter((cell) => cell !== "" && !newMark.test(cell)));
    }
  }
  const strangers = [...foreign.values()].filter((one) => one.length > 0);
  for (const [name, gathered] of Map.groupBy(strangers, ([first]) => nameOfLabel(first?.text ?? "")))
    ledger.leaveOutAlike(
      gathered.flat(),
      `“${name}” is no field of an item in the records, so what stands beside it was left out`,
    );
  return items;
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
 * Labels that are none of ours: the number of each line that carries one, with a list for the lines that it holds.
 * Some are known; others are told where a paper ends its labels with a colon at the margin, or sets them in cells of
 * their own. Once in a paper is somebody's sentence, not a label.
 */
function foreignLabels(lines: readonly PaperLine[]): ReadonlyMap<number, PaperLine[]> {
  const known = new Map<number, LabelledRow>();
  for (const [place, { number }] of lines.entries()) {
    const label = labelAt(lines, place);
    if (label) known.set(number, label);
  }
  const elsewhere = lines.filter(({ number }) => known.get(number)?.field === "elsewhere");
  const ours = lines.filter(({ number }) => known.has(number) && known.get(number)?.field !== "elsewhere");
  const strangersIn = (among: readonly PaperLine[], own: readonly PaperLine[], share: number) => {
    if (own.length < 4 || own.length < ours.length * share) return [];
    const strangers = among.filter(({ number, text }) => !known.has(number) && foreignLabel(text) !== null);
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
    ].map(({ number }) => [number, []]),
  );
}

interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly line: number;
}

function readPeriod(
  front: readonly PaperLine[],
  items: readonly RawItem[],
  ledger: LineLedger,
  fileName: string,
): Period {
  const periodLines = [
    ...front.filter((line) => /\bperiod\b|\bmonths?\b/i.test(line.text)),
    ...front.filter((line) => !/published|publication/i.test(line.text)),
  ];
  for (const line of periodLines) {
    // A period may run on over the next line.
    const next = front.find((other) => other.number > line.number && other.text.trim() !== "");
    for (const text of [line.text, `${line.text} ${next?.text ?? ""}`].map(withoutMarks)) {
      const found = printedDates(text).find(
        ({ from, to }) =>
          from && to && from.endsWith("-01") && to > endOfMonth(from, 0) && to <= endOfMonth(from, 12),
      );
      if (found?.from && found.to) return { from: found.from, to: found.to, line: line.number };
    }
    const first = printedDates(withoutMarks(line.text)).find(
      ({ from, to }) =>
        from &&
        from === to &&
        from.endsWith("-01") &&
        /\bfrom\b|\bbeginning\b|\bcommencing\b/i.test(line.text),
    );
    if (first?.from) return { from: first.from, to: endOfMonth(first.from, 3), line: line.number };
  }
  const dates = items
    .flatMap((item) => printedDates(item.fields.get("decisionExpected")?.parts.join("\n") ?? ""))
    .flatMap(({ from, to }) => from ?? to ?? [])
    .sort();
  const [earliest] = dates;
  if (earliest === undefined) {
    throw new UnreadablePaper(
      fileName,
      "is a Forward Plan that states neither its period nor a date for any decision. Add the line with its period, such as “1 July 2018 - 31 October 2018”.",
    );
  }
  const from = startOfMonth(earliest);
  const line = front.find(({ text }) => text.trim() !== "")?.number ?? items[0]?.line ?? 1;
  ledger.note(
    line,
    `The plan does not state its period. It is taken as the four months from ${writtenWithoutWeekday(from)}, the month of the earliest decision. Is that right?`,
  );
  return { from, to: endOfMonth(from, 3), line };
}

function publicationDay(front: readonly PaperLine[], period: Period, ledger: LineLedger): CalendarDate {
  for (const { text } of front) {
    const stated = new RegExp(
      `(?:published|publication(?: date)?|date of publication|issued|dated)(?:\\s+on)?\\s*:?\\s*(${dayPattern})`,
      "i",
    ).exec(cellsOf(text).map(withoutMarks).join(" "));
    const day = stated?.[1] ? readDay(stated[1]) : null;
    if (day) return day;
  }
  const day = assumedPublicationDay(period.from);
  if (day === null) {
    const assumed = addDays(period.from, -(noticeOfPlan + 1));
    ledger.note(
      period.line,
      `The plan does not state when it was published, and the bank holidays of that time are not known here. ${writtenWithoutWeekday(assumed)} is assumed: ${noticeOfPlan} clear days before the period.`,
    );
    return assumed;
  }
  ledger.note(
    period.line,
    `The plan does not state when it was published. ${writtenWithoutWeekday(day)} is assumed: the last working day that gives 28 days before the period.`,
  );
  return day;
}

/** Clear days that a plan is published before its period begins. */
const noticeOfPlan = 28;

/** The last working day that gives a plan its notice; null where bank holidays of that year are not known. */
function assumedPublicationDay(periodFrom: CalendarDate): CalendarDate | null {
  try {
    return lastPublicationDay(periodFrom, noticeOfPlan, calendarClearDays);
  } catch (cause) {
    if (cause instanceof BankHolidaysUnknown) return null;
    throw cause;
  }
}

/** What the rest of a plan tells of its items. */
interface PlanContext {
  readonly index: readonly IndexEntry[];
  readonly period: Period;
  /** Whether “and” parts wards in it. */
  readonly andParts: boolean;
}

function readItem(raw: RawItem, { index, period, andParts }: PlanContext, ledger: LineLedger): PublishedItem {
  const field = (name: PlanField) => raw.fields.get(name);
  const text = (name: PlanField) => cleaned(field(name)?.parts.join("\n") ?? "");
  const widest = Math.max(
    40,
    ...[...raw.fields.values()].flatMap(({ parts }) =>
      parts.map((part) => (part.length > 160 ? 0 : part.length)),
    ),
  );
  const listed = (name: PlanField) => unwrapped(field(name)?.parts ?? [], widest);
  const note = (name: PlanField, message: string) => ledger.note(field(name)?.line ?? raw.line, message);

  const { title, details } = titleAndDetails(raw, index, ledger);
  const about = `“${opening(title)}”`;
  for (const name of ["decisionMaker", "decisionExpected", "exempt", "wards", "contacts"] as const) {
    if (text(name) === "") ledger.note(raw.line, `The item ${about} does not say: ${planLabels[name][0]}.`);
  }

  const { decisions, dateChanges } = readDecisions(raw, period, about, ledger);
  const criteria = readCriteria(
    [
      ...(field("criteria")?.parts ?? []),
      ...(field("financial") ? ["Financial", ...(field("financial")?.parts ?? [])] : []),
      ...(field("community") ? ["Community", ...(field("community")?.parts ?? [])] : []),
    ].join(" "),
  );
  const why = text("criteria") || text("keyDecision").replace(/^(?:yes|no|key|non-key)\b[\s.,:;–-]*/i, "");
  if (criteria.financial === null && criteria.community === null && why !== "") {
    criteria.financial = /£|\b(?:expenditure|savings?|spend(?:ing)?|financial|budget|income|cost)\b/i.test(
      why,
    );
    criteria.community = /\b(?:wards?|communit(?:y|ies)|divisions?)\b/i.test(why);
    if (!criteria.financial && !criteria.community)
      note("criteria", `The item ${about}: “${opening(why)}” names neither criterion; No is kept for both.`);
  }
  if (criteria.financial === null || criteria.community === null) {
    const missing = [
      ...(criteria.financial === null ? ["Financial"] : []),
      ...(criteria.community === null ? ["Community Impact"] : []),
    ].join(" and ");
    note("criteria", `The item ${about} gives no Yes or No for ${missing}; No is kept.`);
  }
  if (/^no\b|^non-?key\b/i.test(text("keyDecision")))
    note("keyDecision", `The plan says that ${about} is no key decision; it is kept among the others.`);
  const exempt = readExempt(text("exempt"));
  for (const message of exempt.notes) note("exempt", `The item ${about}: ${message}`);
  const contacts = readContacts(field("contacts")?.parts.map(plainMarks).join("\n") ?? "");
  for (const contact of contacts) {
    if (/^(?:\+44\s?|0)7/.test(contact.telephone ?? "")) {
      note(
        "contacts",
        `The item ${about} prints a mobile telephone number for ${contact.name}. Is that meant to be public?`,
      );
    }
  }
  if (contacts.length === 0 && text("contacts") !== "") {
    note("contacts", `No officer could be made out in “${opening(text("contacts"))}”.`);
  }
  return {
    key: "",
    title,
    details,
    decisions,
    dateChanges,
    financialImpact: criteria.financial ?? false,
    communityImpact: criteria.community ?? false,
    secrecy: exempt.secrecy,
    exemptParagraphs: exempt.paragraphs,
    wards: readWards(text("wards"), andParts),
    scrutinyArea: oneLine(text("scrutinyArea")),
    consultees: listed("consultees")
      .map(oneLine)
      .join("; ")
      .replace(/([;,.:])(?:;)(?= )/g, "$1"),
    consultationMethod: oneLine(text("consultationMethod")),
    backgroundDocuments: readDocuments(listed("backgroundDocuments")),
    contacts,
  };
}

/** A value without Markdown's and HTML's marks; its own lines stay. */
function cleaned(text: string): string {
  return text
    .split("\n")
    .map(plainMarks)
    .filter((line) => line !== "")
    .join("\n");
}

function plainMarks(text: string): string {
  return withoutMarks(
    text
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1")
      .replace(/<a\s[^>]*>(.*?)<\/a>/gi, "$1")
      .replace(/<((?:https?:|mailto:)?[^<>\s]+)>/g, "$1")
      .replace(/&amp;/g, "&")
      .replace(/&nbsp;/g, " "),
  );
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const detailsOpenings =
  /\s(?=(?:To\s+(?:[a-z]+ly\s+)?(?:accept|adopt|advise|agree|allow|amend|appoint|approve|ask|authorise|award|bid|build|buy|change|close|commence|confirm|consider|consult|continue|create|declare|delegate|deliver|determine|develop|dispose|enable|endorse|enter|establish|extend|grant|inform|invite|introduce|join|lease|let|make|note|obtain|open|outline|present|procure|propose|provide|publish|purchase|receive|recommend|renew|replace|report|request|respond|review|secure|seek|select|sell|set|sign|submit|support|take|transfer|update|vary|write)\b|(?:This|The)\s+(?:report|purpose|proposal|Council|Cabinet|Authority|decision|item)\b|(?:Cabinet|Council|Members|Approval|Authority|Authorisation|Permission)\s+(?:is|are|will|to)\b|(?:Report|Proposal|Request)\s+(?:to|seeking|of|on)\b|(?:Seeking|Following|Further to|In accordance with)\b))/;

/**
 * Title and details stand in one cell, one after the other. Where a cell of its own, a line of its own or bold
 * marks part them, that decides; else the index, which prints the title alone; else the background documents,
 * which often repeat it; else the first words that begin as details do, with a warning.
 */
function titleAndDetails(
  raw: RawItem,
  index: readonly IndexEntry[],
  ledger: LineLedger,
): { title: string; details: string } {
  const own = oneLine(cleaned(raw.fields.get("title")?.parts.join("\n") ?? ""));
  const parts = raw.fields.get("details")?.parts ?? [];
  const whole = oneLine(cleaned(parts.join("\n")));
  if (own !== "") return { title: own, details: whole };

  const listed = index
    .map(({ title }) => ({ title, end: endOfPrefix(whole, title) }))
    .filter(({ end }) => end > 0)
    .sort((a, b) => b.end - a.end)[0];
  if (listed)
    return {
      title: listed.title,
      details: whole
        .slice(listed.end)
        .replace(/^[\s.:;–-]+(?=\S)/, "")
        .trim(),
    };

  const bold = /^\s*\*\*(.+?)\*\*\s*(.*)$/s.exec(parts.join(" "));
  if (bold?.[1] && bold[2])
    return { title: oneLine(plainMarks(bold[1])), details: oneLine(cleaned(bold[2])) };

  const documents = raw.fields.get("backgroundDocuments")?.parts.map(plainMarks) ?? [];
  for (const document of documents) {
    const end = endOfPrefix(whole, document);
    if (end > 10 && end < whole.length)
      return { title: whole.slice(0, end).trim(), details: whole.slice(end).trim() };
  }
  const [first = "", ...rest] = parts.map((part) => oneLine(plainMarks(part))).filter((part) => part !== "");
  const wrapped = first.length > 0.8 * Math.max(...rest.map((part) => part.length), 0) && first.length > 50;
  const opensDetails =
    detailsOpenings.test(` ${rest[0]}`.slice(0, 60)) && detailsOpenings.exec(` ${rest[0]}`)?.index === 0;
  if (
    rest.length > 0 &&
    (opensDetails || (!wrapped && !/[.,;]$/.test(first) && !/^[a-z]/.test(rest[0] ?? "")))
  ) {
    return { title: first, details: rest.join(" ") };
  }
  const begins = detailsOpenings.exec(whole.slice(8));
  if (begins) {
    const at = begins.index + 8;
    const title = whole.slice(0, at).trim();
    ledger.note(
      raw.line,
      `Title and details stand in one cell and the index does not part them. “${opening(title)}” is taken as the title.`,
    );
    return { title: title.replace(/(?<!\b(?:etc|plc|ltd|co|no))\.$/i, ""), details: whole.slice(at).trim() };
  }
  if (whole.length > 150) {
    const sentence = /^(.{10,150}?[.:])\s+(?=\p{Lu})/u.exec(whole);
    const title = sentence?.[1] ?? whole.slice(0, 150).replace(/\s\S*$/, "");
    ledger.note(
      raw.line,
      `Title and details could not be told apart. “${opening(title)}” is taken as the title.`,
    );
    return { title: title.replace(/[.:]$/, ""), details: whole.slice(title.length).trim() };
  }
  return { title: whole, details: "" };
}

/** Where `prefix` ends in `text`, compared by letters and digits only; 0 when `text` does not begin with it. */
function endOfPrefix(text: string, prefix: string): number {
  const wanted = [...prefix.normalize("NFKD").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (wanted.length < 4) return 0;
  let met = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of (text[at] ?? "").normalize("NFKD").toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      if (letter !== wanted[met]) return 0;
      met += 1;
    }
    if (met === wanted.length) {
      const next = text.slice(at + 1);
      return /^[\p{L}\p{N}]/u.test(next) ? 0 : at + 1 + (/^[)\]”"'’]/.test(next) ? 1 : 0);
    }
  }
  return 0;
}

const changeNote = new RegExp(
  `(?:decision\\s+(?:due\\s+)?date|(?:due\\s+)?date)(?:\\s+for\\s+(?<maker>.+?))?\\s+(?:was\\s+|has\\s+been\\s+|is\\s+)?(?:changed|moved|put\\s+back|brought\\s+forward|deferred|revised)\\s+from\\s+(?<from>${dayPattern})\\s+to\\s+(?<to>${dayPattern})\\.?`,
  "gi",
);

function readDecisions(
  raw: RawItem,
  period: Period,
  about: string,
  ledger: LineLedger,
): { decisions: ExpectedDecision[]; dateChanges: DateChange[] } {
  const makerField = raw.fields.get("decisionMaker");
  const dateField = raw.fields.get("decisionExpected");
  const line = dateField?.line ?? raw.line;
  const makers = readMakers(makerField?.parts ?? []);

  const { expected, changes } = readChangeNotes(dateField?.parts ?? [], makers);
  const dates = printedDates(expected);
  if (dates.length === 0 && expected.trim() !== "") {
    ledger.note(
      line,
      `The item ${about}: no date could be read in “${opening(expected)}”; the whole period of the plan is kept.`,
    );
  }
  for (const date of dates) {
    if (!date.from || !date.to) {
      ledger.note(
        line,
        `The item ${about}: “${expected.slice(date.start, date.end)}” leaves one end open; the plan’s period closes it.`,
      );
    }
  }
  const wholePeriod = { from: period.from, to: period.to };
  const closed = dates.map((date) => withinPeriod(date, period));
  if (closed.length > 0 && makers.length > 1 && closed.length !== makers.length) {
    ledger.note(
      line,
      `The item ${about} names ${makers.length} decision makers and ${closed.length} ${closed.length === 1 ? "date" : "dates"}; which date is whose?`,
    );
  }
  const names = makers.length > 0 ? makers : [""];
  const named = namedDates(expected, dates, names);
  const decisions: ExpectedDecision[] = names.map((decisionMaker, place) => ({
    decisionMaker,
    ...(closed[named?.[place] ?? Math.min(place, closed.length - 1)] ?? wholePeriod),
  }));
  for (const extra of closed.slice(names.length)) {
    decisions.push({ decisionMaker: names.at(-1) ?? "", ...extra });
  }

  for (const change of changes) {
    const decision = decisions.find(({ decisionMaker }) => decisionMaker === change.decisionMaker);
    if (
      decision &&
      change === changes.findLast((other) => other.decisionMaker === change.decisionMaker) &&
      change.to !== decision.from
    ) {
      ledger.note(
        line,
        `The item ${about}: the note says the date was changed to ${change.to}, but ${decision.from} is the date expected.`,
      );
    }
    if (change.reason === "")
      ledger.note(line, `The item ${about}: the date was changed without a reason given.`);
  }
  return { decisions, dateChanges: changes };
}

/** Which date stands beside which maker's name, where the cell repeats the names; null where it does not. */
function namedDates(
  expected: string,
  dates: readonly PrintedDate[],
  makers: readonly string[],
): readonly number[] | null {
  const places = makers.map((maker) =>
    dates.findIndex((date, at) => {
      const before = expected.slice(at === 0 ? 0 : (dates[at - 1]?.end ?? 0), date.start);
      return normalisedTitle(before).endsWith(normalisedTitle(maker));
    }),
  );
  return makers.length > 1 && places.every((place) => place >= 0) ? places : null;
}

function withinPeriod(date: PrintedDate, period: Period): { from: CalendarDate; to: CalendarDate } {
  const from = date.from ?? (date.to && date.to < period.from ? date.to : period.from);
  const to = date.to ?? (from > period.to ? from : period.to);
  return { from, to };
}

/** Takes the notes of changed dates out of the cell; a line that is only a date ends the reason before it. */
function readChangeNotes(
  parts: readonly string[],
  makers: readonly string[],
): { expected: string; changes: DateChange[] } {
  const text = cleaned(parts.join("\n"));
  const notes = [...text.matchAll(changeNote)];
  if (notes.length === 0) return { expected: text, changes: [] };
  let expected = text.slice(0, notes[0]?.index ?? 0);
  const changes = notes.map((match, place): DateChange => {
    const end = match.index + match[0].length;
    const after = text.slice(end, notes[place + 1]?.index ?? text.length);
    const reasonLines: string[] = [];
    for (const line of after.split("\n")) {
      const [only] = printedDates(line);
      if (only && oneLine(line).length === only.end - only.start) expected += `\n${line}`;
      else reasonLines.push(line);
    }
    return {
      decisionMaker: match.groups?.maker ? oneLine(match.groups.maker) : (makers[0] ?? ""),
      from: readDay(match.groups?.from ?? "") ?? toCalendarDate("1900-01-01"),
      to: readDay(match.groups?.to ?? "") ?? toCalendarDate("1900-01-01"),
      reason: oneLine(reasonLines.join(" ")).replace(/^[\s.;–-]*(?:Reason(?: for change)?\s*:?\s*)?/i, ""),
    };
  });
  return {
    expected,
    changes: changes.filter((change) => change.from > "1900-01-01" && change.to > "1900-01-01"),
  };
}

const maker =
  "(?:Cabinet(?! Member)|Council|Full Council|Leader|Deputy Leader|Cabinet Member|Executive|Chief|Director|Assistant|Head|Officer|Strategic|Service|Licensing|Planning|Audit)";

/** Decision makers, in the order printed; lines, cells, “;” and “/” part them, a comma only before another maker. */
function readMakers(parts: readonly string[]): string[] {
  return cleaned(parts.join("\n"))
    .split(
      new RegExp(
        `[\\n;]|,\\s*(?=${maker}\\b)|\\s+(?:and|&|/|then)\\s+(?=(?:Cabinet|(?:Full )?Council)\\s*$)`,
        "i",
      ),
    )
    .flatMap((name) => {
      const both = /^\s*(Cabinet|Council)\s+((?:Full )?Council|Cabinet)\s*$/i.exec(name);
      return both ? [both[1] ?? "", both[2] ?? ""] : [name];
    })
    .reduce<string[]>((names, name) => {
      const text = oneLine(name).replace(/[.,:]+$/, "");
      const last = names.at(-1);
      // A name wrapped over two lines goes on where its first line stopped.
      if (
        last !== undefined &&
        text !== "" &&
        (/^[a-z(&]/.test(text) || /[-–,&]$|\b(?:and|of|for|the)$/i.test(last))
      ) {
        names[names.length - 1] = `${last} ${text}`;
      } else if (text !== "") names.push(text);
      return names;
    }, []);
}

/** Yes and No find their criterion in order, however the cells were scrambled. */
function readCriteria(text: string): { financial: boolean | null; community: boolean | null } {
  const result: { financial: boolean | null; community: boolean | null } = {
    financial: null,
    community: null,
  };
  const waiting: ("financial" | "community")[] = [];
  const answers: boolean[] = [];
  for (const [word] of text.matchAll(/\bfinancial\b|\bcommunity\b|\byes\b|\bno\b|[✓✔☑☒✗✘]/gi)) {
    const lower = word.toLowerCase();
    if (lower === "financial" || lower === "community") {
      const answer = answers.shift();
      if (answer !== undefined) result[lower] = answer;
      else if (result[lower] === null && !waiting.includes(lower)) waiting.push(lower);
    } else {
      const answer = /yes|✓|✔|☑/.test(lower);
      const criterion = waiting.shift();
      if (criterion) result[criterion] = answer;
      else answers.push(answer);
    }
  }
  return result;
}

const paragraphsCited =
  /\bpara(?:graph)?(?:\(s\)|s)?\.?\s*(?:no(?:\(s\)|s)?\.?)?\s*:?\s*((?:\(?\d{1,2}\)?(?:\s*(?:,|;|&|\/|and|or)\s*)?)+)/gi;

export function readExempt(text: string): { secrecy: Secrecy; paragraphs: number[]; notes: string[] } {
  const notes: string[] = [];
  // “Part 1 of Schedule 12A to the Act” names the law; it does not say that a part is exempt.
  const words = oneLine(text).replace(
    /\s*(?:\bof\s+)?\bparts?\s+(?:1|I|one|\(1\))\s+(?:of|to)\s+(?:the\s+)?schedule\s*12A?|\s*(?:\bof\s+)?\bschedule\s*12A?\b|\s*(?:of|to|in)\s+the\s+(?:Local\s+Government\s+)?Act(?:\s+1972)?(?:\s*\(as amended\))?/gi,
    "",
  );
  const cited = [...words.matchAll(paragraphsCited)].flatMap((match) =>
    [...(match[1] ?? "").matchAll(/\d+/g)].map(Number),
  );
  const bare =
    cited.length === 0 ? [...words.matchAll(/\((\d{1,2})\)/g)].map((match) => Number(match[1])) : [];
  const numbers = [...new Set([...cited, ...bare])].sort((a, b) => a - b);
  const wrong = numbers.filter((number) => number < 1 || number > 7);
  if (wrong.length > 0) {
    notes.push(
      `paragraph ${wrong.join(", ")} is not a ground of exemption; paragraphs 1 to 7 are. It is left out.`,
    );
  }
  const paragraphs = numbers.filter((number) => number >= 1 && number <= 7);
  const appended =
    /\b(?:appendi(?:x|ces)|annex(?:es)?)\b/i.test(words) &&
    (/^(?:no|open|public)\b/i.test(words) || /\bonly\b/i.test(words)) &&
    (paragraphs.length > 0 || /exempt|not for publication|confidential|private/i.test(words));
  const secrecy: Secrecy =
    /\bpart(?:ly|ially)?\b/i.test(words) || appended
      ? "part-exempt"
      : /\bfull(?:y)?\b|\bprivate\b|\bconfidential\b/i.test(words)
        ? "fully-exempt"
        : /\bopen\b|\bpublic\b|\bnot exempt\b|^no\b|^none\b|^$/i.test(words)
          ? "open"
          : "fully-exempt";
  if (secrecy === "fully-exempt" && !/\bfull/i.test(words)) {
    notes.push(`“${opening(words)}” is read as fully exempt.`);
  }
  if (secrecy !== "open" && paragraphs.length === 0) {
    notes.push("an exempt report cites no paragraph of Schedule 12A; one of 1 to 7 is needed.");
  }
  if (secrecy === "open" && paragraphs.length > 0)
    notes.push("an open report cites a paragraph of exemption. Which is right?");
  const rest = words
    .replace(paragraphsCited, " ")
    .replace(
      /\b(?:part(?:ly|ially)?|full(?:y)?|yes|exempt|open|report|private|public|confidential|not|no|none|information)\b/gi,
      " ",
    )
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  if (rest !== "") notes.push(`of “${opening(oneLine(text))}” only the status and the paragraphs are kept.`);
  return { secrecy, paragraphs, notes };
}

/** A plan that parts wards with “;” somewhere never parts them with “and”: “Market and Minster” is one there. */
function andPartsWards(items: readonly RawItem[]): boolean {
  return !items.some(({ fields }) => /\w;\s*\w/.test(oneLine(fields.get("wards")?.parts.join(" ") ?? "")));
}

const and = /\s(?:and|&)\s/i;

/**
 * Wards as a plan names them. Where “;” or “,” parts them, “and” is part of a name, but for the last of a list with
 * commas; alone, “X and Y” is two wards.
 * @param andParts whether “and” may part wards at all.
 */
export function readWards(text: string, andParts = true): string[] {
  const words = oneLine(text.replace(/\n/g, "; ")).replace(/^\((.*)\);?$/, "$1");
  if (/^\(?all(?:\s+wards)?\b/i.test(words) || /\bborough[- ]wide\b/i.test(words)) return [allWards];
  const guarded = wardsWithAnd.reduce(
    (list, ward, place) => list.replace(new RegExp(ward.replace(/ /g, "\\s+"), "gi"), `\u0000${place}\u0000`),
    words,
  );
  return partsOfList(guarded, andParts)
    .map((name) =>
      name
        .replace(/\u0000(\d+)\u0000/g, (_, place) => wardsWithAnd[Number(place)] ?? "")
        .replace(/^[\s()]+|[\s().]+$/g, "")
        .replace(/\s+wards?$/i, ""),
    )
    .filter((name) => name !== "" && !/^(?:none|n\/?a)$/i.test(name));
}

function partsOfList(text: string, andParts: boolean): string[] {
  const parts = text.split(/[;,]/).filter((part) => part.trim() !== "");
  const last = parts.pop() ?? "";
  const joins = andParts && !text.includes(";") && !parts.some((part) => and.test(part));
  return [...parts, ...(joins ? last.split(and) : [last])];
}

function readDocuments(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(";"))
    .map((part) => oneLine(part).replace(/^[-•*–]\s+/, ""))
    .filter((part) => part !== "" && !/^(?:none(?: yet)?|nil|n\s?\/?\s?a|not applicable)\.?$/i.test(part));
}

/**
 * The lines of a cell, those joined that were broken where the next word would not have fitted.
 * @param width of the widest line of the item's cells.
 */
function unwrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let above = "";
  for (const part of parts.flatMap((one) => cleaned(one).split("\n"))) {
    const last = lines.at(-1);
    const [word = ""] = part.split(/\s/);
    const filled = above.length + 1 + word.length > width * 0.97;
    if (last !== undefined && (/^[\p{Ll}(&]/u.test(part) || (filled && !/[.;:]$/.test(last))))
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
    above = part;
  }
  return lines;
}
