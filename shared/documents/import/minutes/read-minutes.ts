import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { renderSectionHtml, type SectionContent } from "../../../contracts/section-content.ts";
import { writtenWithoutWeekday } from "../../../rules/dates/written-dates.ts";
import { canonicalContent, textOf } from "../../content/canonical-content.ts";
import { inlineWords } from "../forms/inline-marks.ts";
import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { headColumns, headLabel } from "../lines/head-labels.ts";
import { LineLedger, opening } from "../lines/line-ledger.ts";
import { withoutFurniture } from "../lines/page-furniture.ts";
import { type Layout, layoutOf, type PaperBlock, paperBlocks } from "../lines/paper-blocks.ts";
import { cellsOf, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { held } from "../lines/printed-body.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { type PrintedPerson, readApologies } from "../lines/printed-people.ts";
import { sectionBlocks, withListsWithoutGlyphs } from "../lines/section-blocks.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import type { MinutesPaper } from "../paper.ts";
import { type DecisionPart, decisionParts } from "./decision-parts.ts";
import { type MinuteHeading, minuteHeadings } from "./minute-headings.ts";
import { type DecisionStyle, innerDecision, type MinuteLabel, minuteLabel } from "./minute-labels.ts";
import { type MinutesHead, readMinutesHead } from "./minutes-head.ts";
import { withMinutesOutOfTables } from "./minutes-in-tables.ts";
import { beginsDeclarations, type PrintedDeclaration, readDeclarations } from "./read-declarations.ts";
import { unnumberedHeadings } from "./unnumbered-headings.ts";

/** Minutes of a meeting. */
export interface MinutesData extends MinutesHead {
  /** How the body records that it decided, by its first decision; null when it made none. */
  readonly style: DecisionStyle | null;
  readonly minutes: readonly ReadMinute[];
  readonly declarations: readonly PrintedDeclaration[];
  /** “The meeting closed at 8.15 p.m.” */
  readonly closed?: string;
}

/** A minute: what was said, then what was decided. */
export interface ReadMinute {
  readonly number: number | null;
  /** “CAB.45”, as printed, where it is more than the number. */
  readonly reference?: string;
  readonly title: string;
  /** Earlier minutes it goes on from: “Minute No. 44 (2) of 30 January 2018”. */
  readonly furtherTo: readonly FurtherTo[];
  /** The paragraphs before the decision. */
  readonly narrative: readonly string[];
  readonly bullets: readonly Bullet[];
  /** Paragraphs and bullets together, in their order, as canonical HTML. */
  readonly html: string;
  readonly content: SectionContent;
  readonly decisions: readonly ReadDecision[];
  readonly reasons?: string;
  readonly alternatives?: string;
  readonly conflicts?: string;
  readonly dispensations?: string;
  /** Paragraphs after the decision. */
  readonly notes: readonly string[];
  readonly line: number;
}

/** A point of a list, and those below it. */
export interface Bullet {
  readonly text: string;
  readonly bullets: readonly Bullet[];
}

/** What was decided in a minute, taken apart. */
export interface ReadDecision {
  readonly style: DecisionStyle;
  /** “RESOLVED:”, “Decision Made:” as printed. */
  readonly label: string;
  readonly text: string;
  readonly bullets: readonly string[];
  readonly parts: readonly DecisionPart[];
}

/** An earlier minute that is gone on from. */
export interface FurtherTo {
  readonly number: number;
  readonly part?: string;
  readonly date?: CalendarDate;
}

/** “Minutes – 1 March”, “Cabinet – Draft Minutes”, “Record of decisions of the Executive”. */
const minutesTitle =
  /^(?:draft\s+)?minutes\b|\bminutes$|^(?:draft\s+)?(?:(?:records?|notice|summary|schedule)\s+of\s+(?:the\s+)?(?:decisions?|proceedings)|decisions?\s+(?:made|taken)\s+(?:by|at)|notes?\s+of\s+(?:an?\s+|the\s+)?meeting)\b/i;

/** Whether the lines are minutes: they say where and when a meeting was held, and record decisions. */
export function looksLikeMinutes(lines: readonly PaperLine[]): boolean {
  const texts = lines.filter(({ text }) => text.trim() !== "");
  const top = texts.slice(0, 40).map(({ text }) => withoutMarks(text));
  const decided = texts.filter(({ text }) => {
    const label = minuteLabel(text);
    return label?.zone === "decision" && label.style !== "recommended";
  }).length;
  const meets = top.some((text) => held.test(text) && text.length < 250);
  // “Member | Substitute” heads an agenda: only a label that speaks of presence tells of a meeting held.
  const attends = (label: string) => /\bpresent\b|\battend|\bapolog/i.test(label);
  const present = texts.slice(0, 40).some(({ text }) => {
    const cells = cellsOf(text).map(withoutMarks);
    const [first = ""] = cells.filter((cell) => cell !== "");
    const zone = headLabel(first)?.zone;
    return (
      headColumns(cells)?.some(attends) === true ||
      ((zone === "present" || zone === "added") && withoutMarks(text).length < 300 && attends(first))
    );
  });
  if (
    decided === 0 &&
    top.some((text) =>
      /^(?:public )?agenda\b(?: front sheet| items?)?\s*:?$|^notice of (?:a )?meeting/i.test(text),
    )
  )
    return false;
  const titled = top.slice(0, 8).some((text) => minutesTitle.test(text) && text.length < 120);
  return (
    (present && (meets || titled || decided > 0)) ||
    (decided > 1 && (meets || titled)) ||
    (decided > 0 && meets && titled)
  );
}

/**
 * Reads minutes: who was there, then each minute with its number, title, narrative, decisions taken apart, reasons
 * and alternatives; and the interests declared.
 * @throws {UnreadablePaper} when not one minute can be found.
 */
export function readMinutes(lines: readonly PaperLine[], fileName: string): MinutesPaper {
  const ledger = new LineLedger(lines);
  const kept = withMinutesOutOfTables(withoutFurniture(lines, ledger).lines, ledger);
  const layout = layoutOf(kept);
  const headings = headingsOf(kept, layout, ledger);
  const [first] = headings;
  if (!first) {
    throw new UnreadablePaper(
      fileName,
      "looks like minutes, but no minute with a title could be found. Check that the whole paper was saved.",
    );
  }
  const head = readMinutesHead(
    withSpacedColumns(kept.slice(0, first.place), ledger, { keepLines: true }),
    ledger,
  );
  const closing = { closed: undefined as string | undefined };
  const declarations: PrintedDeclaration[] = [];
  let apologies: readonly PrintedPerson[] = head.apologies;
  const minutes = headings.map((heading, at): ReadMinute => {
    const end = headings[at + 1]?.place ?? kept.length;
    ledger.readAll(kept.slice(heading.place, heading.end));
    const inside = withoutClosing(kept.slice(heading.end, end), at === headings.length - 1, closing, ledger);
    const found = inMinute(heading, kept[heading.place]?.number ?? 1, inside, layout, ledger);
    if (/apolog/i.test(heading.title) && apologies.length === 0)
      apologies = readApologies(inside.map(({ text }) => withoutMarks(text)).join(" ")) ?? [];
    declarations.push(...found.declarations);
    return found.minute;
  });
  checkNumbers(minutes, ledger);
  const declared = withMinutesOfItems(declarations, minutes);
  checkDeclarations(declared, minutes, ledger);
  const style = minutes.flatMap(({ decisions }) => decisions.map((decision) => decision.style))[0] ?? null;
  const line = kept.find(({ text }) => text.trim() !== "")?.number ?? 1;
  if (head.body === "") ledger.note(line, "The minutes do not name the body that met. Which is it?");
  if (head.date === undefined)
    ledger.note(line, "No date of the meeting was found in the minutes. When was it?");
  const title = ["Minutes", head.body, head.date ? writtenWithoutWeekday(head.date) : ""]
    .filter((part) => part !== "")
    .join(", ");
  const data: MinutesData = {
    ...head,
    apologies,
    style,
    minutes,
    declarations: declared,
    ...(closing.closed !== undefined ? { closed: closing.closed } : {}),
  };
  return { kind: "minutes", title, ...ledger.close([title, data]), data };
}

/** Where the minutes begin: by their numbers, or by their titles where they bear none. */
function headingsOf(
  lines: readonly PaperLine[],
  layout: Layout,
  ledger: LineLedger,
): readonly MinuteHeading[] {
  const numbered = minuteHeadings(lines, layout);
  if (numbered.length > 3) return numbered;
  const titled = unnumberedHeadings(lines, layout);
  const [first] = titled;
  // Two or three numbers among more titles number something else.
  const lists = titled.length > numbered.length + 1 && (first?.place ?? 0) < (numbered[0]?.place ?? 0);
  if (numbered.length > 0 && !lists) return numbered;
  if (first)
    ledger.note(lines[first.place]?.number ?? 1, "The minutes carry no numbers; each is known by its title.");
  return titled;
}

const closingLine =
  /^[([]?\s*(?:(?:the|this)\s+)?(?:meeting|business|proceedings)\s+(?:was\s+)?(?:then\s+)?(?:closed?|closed|ended|concluded|finished|rose|terminated|adjourned|declared closed)\b|^time (?:meeting )?(?:closed|ended)\b|^(?:the\s+)?(?:committee|cabinet|council|board|panel)\s+rose\b/i;
const signature =
  /^(?:signed|chair(?:man|person)?|date(?:d)?|confirmed|mayor)\b[\s.…_:–-]*(?:(?:signed|chair(?:man|person)?|date)\b[\s.…_:–-]*)*$|^[.…_]{3,}/i;

/** Takes out the line that closes the meeting, and lines for signatures. */
function withoutClosing(
  lines: readonly PaperLine[],
  isLast: boolean,
  closing: { closed: string | undefined },
  ledger: LineLedger,
): readonly PaperLine[] {
  if (!isLast) return lines;
  const kept: PaperLine[] = [];
  for (const line of lines) {
    const text = withoutMarks(line.text);
    if (closingLine.test(text) && text.length < 200) {
      closing.closed = text.replace(/^[([]\s*|\s*[)\]]$/g, "");
      ledger.read(line.number);
    } else if (signature.test(text)) {
      ledger.leaveOut(line.number, line.number, `“${opening(text)}” is a line to sign on and was left out.`);
    } else kept.push(line);
  }
  return kept;
}

/** One minute from its own lines, where a system keeps each apart. */
export function minuteOf(
  heading: { readonly number: number | null; readonly title: string },
  lines: readonly PaperLine[],
  ledger: LineLedger,
): ReadMinute {
  return inMinute({ ...heading, place: 0, end: 0 }, 1, lines, layoutOf(lines), ledger).minute;
}

interface Zone {
  readonly label: MinuteLabel | null;
  readonly lines: PaperLine[];
}

function inMinute(
  heading: MinuteHeading,
  line: number,
  printed: readonly PaperLine[],
  layout: Layout,
  ledger: LineLedger,
): { readonly minute: ReadMinute; readonly declarations: readonly PrintedDeclaration[] } {
  const lines = withSpacedColumns(printed, ledger, { apart: (text) => minuteLabel(text) !== null });
  const titled = /declaration|disclosure|interests?\b/i.test(heading.title);
  const about = titled || lines.some(({ text }) => beginsDeclarations(text));
  const declared = about ? readDeclarations(lines, titled) : { declarations: [], taken: [] };
  const taken = new Set(declared.taken);
  for (const number of taken) ledger.read(number);
  for (const one of lines) if (beginsDeclarations(one.text)) ledger.nameWords(one);
  const zones: Zone[] = [{ label: null, lines: [] }];
  const begin = (label: MinuteLabel, number: number) =>
    zones.push({ label, lines: label.rest === "" ? [] : [{ number, text: label.rest }] });
  for (const one of lines) {
    if (taken.has(one.number)) continue;
    const label = minuteLabel(one.text);
    const inner = label || zones.at(-1)?.label?.zone === "decision" ? null : innerDecision(one.text);
    if (label) {
      ledger.read(one.number);
      ledger.nameWords({ number: one.number, text: label.label });
      begin(label, one.number);
    } else if (inner) {
      zones.at(-1)?.lines.push({ number: one.number, text: inner.before });
      begin(inner.label, one.number);
    } else zones.at(-1)?.lines.push(one);
  }
  const narrativeBlocks = withListsWithoutGlyphs(
    paperBlocks(zones[0]?.lines ?? [], ledger, { layout, unendedGoesOn: true }),
    ledger,
    "sentences",
  );
  const content = canonicalContent(sectionBlocks(narrativeBlocks, ledger));
  const decisions: ReadDecision[] = [];
  const notes: string[] = [];
  const ofConflicts: PrintedDeclaration[] = [];
  const texts: Partial<Record<"reasons" | "alternatives" | "conflicts" | "dispensations", string>> = {};
  for (const { label, lines: inside } of zones.slice(1)) {
    if (!label) continue;
    const blocks = paperBlocks(inside, ledger, { layout, lettered: true, unendedGoesOn: true });
    if (label.zone === "conflicts")
      ofConflicts.push(
        ...readDeclarations(inside).declarations.map((one) =>
          one.minute === null ? { ...one, minute: heading.number, title: heading.title } : one,
        ),
      );
    if (label.zone === "action")
      for (const block of blocks) notes.push(`${label.label} ${blockWords(block)}`);
    else if (label.zone === "decision") {
      const { after, ...decision } = decisionParts(blocks);
      decisions.push({ style: label.style ?? "resolved", label: label.label, ...decision });
      notes.push(...after);
    } else {
      const words = blocks
        .map(blockWords)
        .filter((text) => text !== "")
        .join("\n");
      texts[label.zone] = texts[label.zone] === undefined ? words : `${texts[label.zone]}\n${words}`;
    }
  }
  for (const decision of decisions) {
    if (decision.text === "" && decision.parts.length === 0 && decision.bullets.length === 0)
      ledger.note(
        lines[0]?.number ?? 1,
        `“${opening(heading.title)}”: nothing stands below “${decision.label}”. What was decided?`,
      );
  }
  const narrative = narrativeBlocks.flatMap((block) =>
    block.kind === "text" ? inlineWords(block.text).split("\n") : [],
  );
  const marked = /\s+([#*†‡]+)$/.exec(heading.title);
  if (marked?.[1]) notes.push(`Marked “${marked[1]}” in the paper.`);
  return {
    minute: {
      number: heading.number,
      ...(heading.reference !== undefined ? { reference: heading.reference } : {}),
      title: heading.title
        .slice(0, marked?.index ?? heading.title.length)
        .replace(/\*\*/g, "")
        .replace(/\s+/g, " "),
      furtherTo: furtherTo(narrative.join(" ")),
      narrative,
      bullets: bulletsOf(content),
      html: renderSectionHtml(content),
      content,
      decisions,
      ...texts,
      notes,
      line,
    },
    declarations: [...declared.declarations, ...ofConflicts],
  };
}

function blockWords(block: PaperBlock): string {
  if (block.kind === "table")
    return block.rows.map(({ cells }) => cells.filter((cell) => cell !== "").join(" | ")).join("\n");
  const text = inlineWords(block.text);
  if (block.kind === "item") return `${block.label ?? "-"} ${text}`;
  return text;
}

function bulletsOf(content: SectionContent): Bullet[] {
  type Lists = Extract<SectionContent[number], { kind: "list" }>;
  const ofList = (list: Lists): Bullet[] =>
    list.items.map(({ runs, lists }) => ({ text: textOf(runs), bullets: lists.flatMap(ofList) }));
  return content.flatMap((block) => (block.kind === "list" ? ofList(block) : []));
}

const further =
  /\bminutes?(?:\s+no(?:s|\(s\))?\.?)?\s*(\d{1,4})\s*((?:\([0-9A-Za-z]{1,4}\)\s*)*)(?:\s*(?:of|\(|dated|from)\s*(?:the\s+meeting\s+(?:held\s+)?(?:on\s+)?)?(\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}))?/giu;

function furtherTo(text: string): FurtherTo[] {
  return [...text.matchAll(further)].map((match) => {
    const date = match[3] ? printedDates(match[3])[0]?.from : undefined;
    const part = match[2]?.replace(/\s/g, "");
    return { number: Number(match[1]), ...(part ? { part } : {}), ...(date ? { date } : {}) };
  });
}

/** Rule R23: the numbers of minutes follow one another. */
function checkNumbers(minutes: readonly ReadMinute[], ledger: LineLedger): void {
  for (const [at, { number, reference, line }] of minutes.entries()) {
    const before = minutes[at - 1]?.number;
    const between = reference !== undefined && /\d[A-Z]$/.test(reference) && number === before;
    if (number !== null && before !== undefined && before !== null && number !== before + 1 && !between)
      ledger.note(
        line,
        `Minute ${number} follows minute ${before}: the numbers between are missing from the paper, or were not recognised.`,
      );
  }
}

/** Declarations that cite an item of the agenda, as those of the minute that deals with the item. */
function withMinutesOfItems(
  declarations: readonly PrintedDeclaration[],
  minutes: readonly ReadMinute[],
): PrintedDeclaration[] {
  const numbers = new Set(minutes.map(({ number }) => number));
  const ofItem = Map.groupBy(minutes, ({ narrative }) => {
    const item = /^\(?(?:agenda )?item\.?(?: no\.?)? ?(\d+)\b/i.exec(narrative[0] ?? "")?.[1];
    return item === undefined ? null : Number(item);
  });
  return declarations.map((declaration) => {
    if (!declaration.ofItem || declaration.minute === null) return declaration;
    const { minute: item, ofItem: _, ...rest } = declaration;
    const [found] = ofItem.get(item) ?? [];
    if (found) return { ...rest, minute: found.number, title: rest.title === "" ? found.title : rest.title };
    if (numbers.has(item)) return { ...rest, minute: item };
    return { ...rest, minute: null, title: `Item ${item}${rest.title === "" ? "" : ` ${rest.title}`}` };
  });
}

/** Rule R24: a declaration cites a minute of this meeting. */
function checkDeclarations(
  declarations: readonly PrintedDeclaration[],
  minutes: readonly ReadMinute[],
  ledger: LineLedger,
): void {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const numbers = new Set(minutes.map(({ number }) => number));
  const byTitle = Map.groupBy(minutes, (one) => letters(one.title));
  for (const { member, minute, title, line } of declarations) {
    if (minute === null || numbers.has(minute)) continue;
    const [meant] = letters(title) === "" ? [] : (byTitle.get(letters(title)) ?? []);
    ledger.note(
      line,
      `${member}’s declaration cites minute ${minute}, which is none of these minutes${meant ? `; ${meant.number} bears the title “${opening(meant.title)}”` : ""}. Which is meant?`,
    );
  }
}
