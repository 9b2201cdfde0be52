import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { writtenWithoutWeekday } from "../../../rules/dates/written-dates.ts";
import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { LineLedger } from "../lines/line-ledger.ts";
import { withoutFurniture } from "../lines/page-furniture.ts";
import { layoutOf } from "../lines/paper-blocks.ts";
import { isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import type { PrintedPerson } from "../lines/printed-people.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import { minuteLabel } from "../minutes/minute-labels.ts";
import type { AgendaPaper } from "../paper.ts";
import { readHead } from "./agenda-head.ts";
import { type Item, type ItemLayout, readItem } from "./agenda-item.ts";
import { labelledParts } from "./agenda-labels.ts";
import { withParts } from "./agenda-parts.ts";
import {
  headsPages,
  isAgendaTitle,
  isSupplement,
  itemCells,
  itemColumns,
  partHeading,
  placesOfItems,
} from "./agenda-places.ts";

/** An agenda, or the front sheet of a pack. */
export interface AgendaData {
  readonly body: string;
  readonly date?: CalendarDate;
  /** As printed: “6.30 p.m.”. */
  readonly time?: string;
  readonly venue?: string;
  /** “Cancelled”, as the council’s system says it. */
  readonly status?: string;
  readonly officer?: AgendaOfficer;
  readonly membership: Membership;
  /** Notices on the sheet: access, webcasting, filming. */
  readonly notes: readonly string[];
  readonly items: readonly ReadAgendaItem[];
}

/** Whom an agenda names to ask about it. */
export interface AgendaOfficer {
  readonly name: string;
  readonly post?: string;
  readonly telephone?: string;
  readonly fax?: string;
  readonly email?: string;
}

/** Members and substitutes as printed. */
export interface Membership {
  readonly members: readonly (PrintedPerson & { readonly substitute?: string })[];
  readonly substitutes: readonly PrintedPerson[];
  /** Lines of the list that do not tell a member from a substitute. */
  readonly unpaired: readonly string[];
}

/** An item of an agenda. */
export interface ReadAgendaItem {
  readonly number: number;
  /** “4a”, where it is more than the number. */
  readonly reference?: string;
  readonly title: string;
  readonly reportOf?: string;
  readonly pageFrom?: number;
  readonly pageTo?: number;
  /** The last page is not printed and follows from the next item's first (rule R26). */
  readonly pageToWorkedOut?: true;
  readonly toFollow: boolean;
  readonly exempt: boolean;
  /** Paragraphs of Schedule 12A that the sheet cites. */
  readonly exemptParagraphs: readonly number[];
  /** What stands below the title: guidance, what is asked. */
  readonly text: readonly string[];
  readonly line: number;
}

const summons =
  /^(?:you are (?:hereby )?(?:summoned|invited|requested)|(?:an? |the )?(?:\p{L}+ )?meeting of (?:the )?.{3,120}\b(?:will|to|is to) be held)\b/iu;
const usualItem =
  /^(?:(?:item\s+)?\(?[A-Z]?\d{1,2}[.):]?\s+)?(?:to (?:receive|note|consider)\s+(?:any\s+)?)?(?:apolog(?:y|ies)|declarations? of|disclosures? of|(?:members.? |disclosable )?interests|minutes\b|appeals against refusal|urgent (?:items|business)|public (?:participation|questions|speaking|forum)|chair\p{L}*.s announcements|exclusion of|welcome\b|evacuation)/iu;

/** Whether the lines are an agenda: numbered items below the word, or below the labels of a meeting. */
export function looksLikeAgenda(lines: readonly PaperLine[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== "").slice(0, 120);
  const texts = filled.map(({ text }) => withoutMarks(text));
  const titled =
    texts.some((text) => isAgendaTitle(text) || /^(?:notice of meeting|agenda\b.{0,60}$)/i.test(text)) ||
    texts.slice(0, 25).some((text) => summons.test(text));
  const labelled =
    filled
      .slice(0, 30)
      .flatMap(({ text }) => labelledParts(text))
      .filter(({ label }) => /^(?:body|date|time|venue|members)$/.test(label)).length >= 2;
  const usual = filled.some(({ text }) => usualItem.test(itemCells(text).join(" ")));
  return (
    (titled || labelled) &&
    (usual || (titled && labelled) || isSupplement(lines)) &&
    placesOfItems(lines).length >= 2
  );
}

/**
 * Whether an agenda shows itself as nothing else: its title stands above items, papers are still to come or have
 * their pages beside them, and nothing was decided. Minutes, which name those present as well, have none of this.
 */
export function isPlainlyAgenda(lines: readonly PaperLine[]): boolean {
  const texts = lines.map(({ text }) => withoutMarks(text));
  const at = texts.findIndex((text) => isAgendaTitle(text) && !/business/i.test(text));
  if (at < 0 || texts.slice(0, at).filter((text) => text !== "").length > 60) return false;
  const items = placesOfItems(lines);
  const paged = items.filter(({ place }, order) =>
    /\(\s*pages?\b|\bto\s+follow\b|\d\s*[-–—]\s*\d{1,3}\s*$/im.test(
      texts.slice(place, Math.min(items[order + 1]?.place ?? place + 12, place + 12)).join("\n"),
    ),
  ).length;
  const decided = lines.some(({ text }) => minuteLabel(text)?.zone === "decision");
  return items.length >= 3 && paged >= 2 && !decided;
}

/**
 * Reads an agenda: the meeting, who serves on the body, whom to ask, and the numbered items with author and pages.
 * @throws {UnreadablePaper} when it holds no numbered item.
 */
export function readAgenda(lines: readonly PaperLine[], fileName: string): AgendaPaper {
  const ledger = new LineLedger(lines);
  const kept = inColumns(withoutFurniture(lines, ledger).lines, ledger);
  const starts = placesOfItems(kept);
  const [first] = starts;
  if (!first) {
    throw new UnreadablePaper(
      fileName,
      "is an agenda without numbered items. Check that the whole paper was saved.",
    );
  }
  const tail = tailFrom(kept, starts);
  const published = kept.slice(tail).filter(({ text }) => publishedLine.test(withoutMarks(text)));
  const below = kept
    .slice(tail)
    .filter((line) => !published.includes(line))
    .map(({ number, text }) => ({ number, text: text.replace(contactSentence, "$<label>: ") }));
  ledger.readAll(published);
  const columns = kept.flatMap(({ text }) => itemColumns(text) ?? [])[0] ?? null;
  const headings: string[] = [];
  const aboveItems = kept.slice(0, first.place).filter((line) => {
    const heads =
      itemColumns(line.text) !== null || /^page(?:s| nos?\.?| numbers?)?$/i.test(withoutMarks(line.text));
    if (heads) ledger.read(line.number);
    if (heads) headings.push(line.text);
    return !heads;
  });
  const { facts: head, labels } = readHead([...aboveItems, ...below], ledger);
  const layout: ItemLayout = {
    wrapped: layoutOf(kept).wrapWidth !== null,
    columns,
    figures: kept.some(({ text }) => headsPages(text)),
  };
  const between: string[] = [];
  let shut = kept.slice(0, first.place).reduce((was, { text }) => partOf(text, was), false);
  const items = starts.flatMap((start, at) => {
    const inside = kept.slice(start.place, starts[at + 1]?.place ?? tail);
    ledger.readAll(inside);
    // What stands below the heading of the next part is about its items, not about this one.
    const heading = inside.findIndex(({ text }, place) => place > 0 && partHeading(text) !== null);
    const own = (heading < 0 ? inside : inside.slice(0, heading)).filter(
      ({ text }) => itemColumns(text) === null,
    );
    const after = heading < 0 ? [] : inside.slice(heading);
    for (const { text } of after) {
      const words = itemCells(text).join(" ");
      if (words !== "") between.push(words);
    }
    const read = withParts({ start, lines: own }).map((part): Item => {
      const item = readItem(part.start, part.lines, layout, ledger);
      if (shut) item.exempt = true;
      return item;
    });
    shut = inside.reduce((was, { text }) => partOf(text, was), shut);
    return read;
  });
  nameGaps(items, isSupplement(lines), ledger);
  const line = kept.find(({ text }) => text.trim() !== "")?.number ?? 1;
  if (head.body === "") ledger.note(line, "The agenda does not name the body that meets. Which is it?");
  if (head.date === undefined)
    ledger.note(line, "No date of the meeting was found on the agenda. When is it?");
  const paged = withPages(items, ledger);
  const title = ["Agenda", head.body, head.date ? writtenWithoutWeekday(head.date) : ""]
    .filter((part) => part !== "")
    .join(", ");
  const data: AgendaData = {
    ...head,
    notes: [...head.notes, ...between, ...published.map(({ text }) => withoutMarks(text))],
    items: paged,
  };
  // A title and what is asked may stand in one line.
  const whole = paged.map((item) => [item.title, ...item.text].join(" "));
  return { kind: "agenda", title, ...ledger.close([title, data, labels, headings, whole]), data };
}

/** A table of items that spaces set out, known by the head “Item No … Page No”, with its cells. */
function inColumns(lines: readonly PaperLine[], ledger: LineLedger): readonly PaperLine[] {
  const heads = lines.some(
    ({ text }) =>
      !isTableRow(text) &&
      itemCells(text).length >= 3 &&
      /^(?:agenda )?item\b/i.test(itemCells(text)[0] ?? "") &&
      /^page/i.test(itemCells(text).at(-1) ?? ""),
  );
  return heads
    ? withSpacedColumns(lines, ledger, { apart: (text) => /^\s*(?:date|time|venue)\s*:/i.test(text) })
    : lines;
}

const publishedLine =
  /^(?:(?:agenda |this agenda was )?(?:published|despatched|dispatched|issued)\b|date of (?:publication|despatch|issue)\b|dated\b|date of (?:the )?next meeting\b|next meeting\s*:)/i;
const contactSentence =
  /^\s*(?<label>for (?:further|more) information,? (?:about this (?:meeting|agenda),? )?(?:please )?contact)(?!\s*:)\s+/i;

/** Where the items end and the foot of the agenda begins: whom to ask, and when it was published. */
function tailFrom(lines: readonly PaperLine[], starts: readonly { readonly place: number }[]): number {
  const from = starts.at(-1)?.place ?? 0;
  const officerAt = (place: number) =>
    labelledParts(lines[place]?.text ?? "").some(({ label }) => label === "officer");
  // A contact that stands below earlier items as well belongs to each of them.
  const ofItems = lines.some(
    (_, place) => place > (starts[0]?.place ?? 0) && place < from && officerAt(place),
  );
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = withoutMarks(lines[at]?.text ?? "");
    const alone = (lines[at - 1]?.text ?? "").trim() === "";
    if (alone && (publishedLine.test(text) || contactSentence.test(text) || (!ofItems && officerAt(at))))
      return at;
  }
  return lines.length;
}

function partOf(text: string, was: boolean): boolean {
  const part = partHeading(text);
  return part === null ? was : part === "private";
}

/** A number that is passed over may be an item that was not read. */
function nameGaps(items: readonly Item[], supplement: boolean, ledger: LineLedger): void {
  if (supplement) return;
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (before && item.number > before.number + 1)
      ledger.note(
        item.line,
        `Between items ${before.reference ?? before.number} and ${item.reference ?? item.number} a number is passed over. Look whether an item is missing.`,
      );
  }
}

/** Rule R26: the pages of a pack follow one another. A last page that is not printed follows from the next item. */
function withPages(items: readonly Item[], ledger: LineLedger): ReadAgendaItem[] {
  return items.map((item, at) => {
    if (item.pageFrom === undefined) return item;
    const next = items.slice(at + 1).find(({ pageFrom }) => pageFrom !== undefined);
    const about = `Item ${item.reference ?? item.number}`;
    if (item.pageTo === undefined) {
      if (next?.pageFrom === undefined || next.pageFrom <= item.pageFrom) {
        ledger.note(
          item.line,
          `${about}: the last page is missing from “(Pages ${item.pageFrom} -”, and no later item tells it.`,
        );
        return item;
      }
      const pageTo = next.pageFrom - 1;
      ledger.note(
        item.line,
        `${about}: the last page is missing from “(Pages ${item.pageFrom} -”; it is taken as ${pageTo}, the page before item ${next.reference ?? next.number}.`,
      );
      return { ...item, pageTo, pageToWorkedOut: true as const };
    }
    if (next?.pageFrom !== undefined && next.pageFrom !== item.pageTo + 1 && next.pageFrom !== item.pageTo) {
      ledger.note(
        next.line,
        `Item ${next.reference ?? next.number} begins on page ${next.pageFrom}, but item ${item.reference ?? item.number} ends on page ${item.pageTo}.`,
      );
    }
    return item;
  });
}
