import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { renderSectionHtml, type SectionContent } from "../../contracts/section-content.ts";
import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { canonicalContent, textOf } from "../content/canonical-content.ts";
import { type DecisionPart, decisionParts } from "./decision-parts.ts";
import { inlineText } from "./inline-marks.ts";
import { LineLedger, opening } from "./line-ledger.ts";
import { isCapitals, type MinuteHeading, minuteHeadings } from "./minute-headings.ts";
import { type DecisionStyle, type MinuteLabel, minuteLabel } from "./minute-labels.ts";
import { isOnlyDay, withoutFurniture } from "./page-furniture.ts";
import type { MinutesPaper } from "./paper.ts";
import { type Layout, layoutOf, type PaperBlock, paperBlocks } from "./paper-blocks.ts";
import { cellsOf, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { bodyOf, held, timePattern } from "./printed-body.ts";
import { printedDates } from "./printed-dates.ts";
import { type PrintedPerson, readApologies, readPeople } from "./printed-people.ts";
import { beginsDeclarations, type PrintedDeclaration, readDeclarations } from "./read-declarations.ts";
import { sectionBlocks, withListsWithoutGlyphs } from "./section-blocks.ts";
import { withSpacedColumns } from "./spaced-columns.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

/** Minutes of a meeting. */
export interface MinutesData {
  /** As printed; empty where the paper does not say. */
  readonly body: string;
  readonly date?: CalendarDate;
  readonly time?: string;
  readonly venue?: string;
  /** What the banner says of call-in. */
  readonly callIn?: { readonly text: string; readonly subject: boolean };
  /** How the body records that it decided, by its first decision; null when it made none. */
  readonly style: DecisionStyle | null;
  readonly present: readonly PrintedPerson[];
  readonly apologies: readonly PrintedPerson[];
  readonly alsoPresent: readonly PrintedPerson[];
  readonly minutes: readonly ReadMinute[];
  readonly declarations: readonly PrintedDeclaration[];
  /** “The meeting closed at 8.15 p.m.” */
  readonly closed?: string;
  /** Other lines of the head, as printed. */
  readonly preamble: readonly string[];
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

export interface Bullet {
  readonly text: string;
  readonly bullets: readonly Bullet[];
}

export interface ReadDecision {
  readonly style: DecisionStyle;
  /** “RESOLVED:”, “Decision Made:” as printed. */
  readonly label: string;
  readonly text: string;
  readonly bullets: readonly string[];
  readonly parts: readonly DecisionPart[];
}

export interface FurtherTo {
  readonly number: number;
  readonly part?: string;
  readonly date?: CalendarDate;
}

/** Whether the lines are minutes: they say where and when a meeting was held, and record decisions. */
export function looksLikeMinutes(lines: readonly PaperLine[]): boolean {
  const texts = lines.filter(({ text }) => text.trim() !== "");
  const top = texts.slice(0, 40).map(({ text }) => withoutMarks(text));
  const decided = texts.filter(({ text }) => {
    const label = minuteLabel(text);
    return label?.zone === "decision" && label.style !== "recommended";
  }).length;
  const meets = top.some((text) => held.test(text) && text.length < 250);
  const present = top.some((text) => /^(?:members?\s+)?present\b\s*[:–-]?/i.test(text) && text.length < 300);
  const titled = top.slice(0, 8).some((text) => /^(?:draft\s+)?minutes\b/i.test(text));
  return (present && (meets || titled || decided > 0)) || (decided > 1 && (meets || titled));
}

/**
 * Reads minutes: who was there, then each minute with its number, title, narrative, decisions taken apart, reasons
 * and alternatives; and the interests declared.
 * @throws {UnreadablePaper} when not one minute can be found.
 */
export function readMinutes(lines: readonly PaperLine[], fileName: string): MinutesPaper {
  const ledger = new LineLedger(lines);
  const { lines: kept } = withoutFurniture(lines, ledger);
  const layout = layoutOf(kept);
  const headings = withoutNumbers(minuteHeadings(kept, layout), kept, ledger);
  const [first] = headings;
  if (!first) {
    throw new UnreadablePaper(
      fileName,
      "looks like minutes, but no minute with a title could be found. Check that the whole paper was saved.",
    );
  }
  const head = readHead(withSpacedColumns(kept.slice(0, first.place), ledger, { keepLines: true }), ledger);
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
  checkDeclarations(declarations, minutes, ledger);
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
    declarations,
    ...(closing.closed !== undefined ? { closed: closing.closed } : {}),
  };
  return { kind: "minutes", title, ...ledger.close([title, data]), data };
}

/** Papers that do not number their minutes: their titles are lines in capitals, or marked as headings. */
function withoutNumbers(
  numbered: readonly MinuteHeading[],
  lines: readonly PaperLine[],
  ledger: LineLedger,
): readonly MinuteHeading[] {
  if (numbered.length > 0) return numbered;
  const headAt = lines.findIndex(
    ({ text }) => /apolog|declarations? of|minutes of the (?:previous|last)/i.test(text) && text.length < 80,
  );
  if (headAt < 0) return [];
  const found: MinuteHeading[] = [];
  for (let place = headAt; place < lines.length; place += 1) {
    const text = withoutMarks(lines[place]?.text ?? "");
    const alone = (lines[place - 1]?.text ?? "").trim() === "" && text !== "" && text.length < 140;
    const marked = /^\s*(?:#{1,6}\s|\*\*[^*]+\*\*\s*$)/.test(lines[place]?.text ?? "");
    if (
      alone &&
      !minuteLabel(lines[place]?.text ?? "") &&
      (isCapitals(text) || marked || place === headAt) &&
      !/[;:]$/.test(text)
    )
      found.push({ number: null, title: text.replace(/\.$/, ""), place, end: place + 1 });
  }
  const [first] = found;
  if (first)
    ledger.note(lines[first.place]?.number ?? 1, "The minutes carry no numbers; each is known by its title.");
  return found;
}

type HeadFacts = Pick<
  MinutesData,
  "body" | "date" | "time" | "venue" | "callIn" | "present" | "apologies" | "alsoPresent" | "preamble"
>;

type HeadZone = "front" | "present" | "substitutes" | "chair" | "vice" | "also" | "apologies" | "absent";

const headLabels: readonly { readonly zone: HeadZone; readonly pattern: RegExp }[] = [
  {
    zone: "also",
    pattern:
      /^(?:also (?:present|in attendance|attending)|(?:officers?|others?|guests|other members|invitees|witnesses|partners)\s*(?:present|in attendance|attending)?|in attendance|observers?)\s*(?:\([^)]*\)\s*)?(?:[:–-]+|$|(?=(?:councillors?|cllrs?)\b))/i,
  },
  {
    zone: "present",
    pattern:
      /^(?:(?:members|councillors|membership|committee members)\s+)?(?:present|attendance|in attendance)\b\s*(?:\([^)]*\)\s*)?(?:[:–-]+|$|(?=(?:councillors?|cllrs?|members?)\b))/i,
  },
  {
    zone: "apologies",
    pattern:
      /^apolog(?:y|ies)(?:\s+for\s+(?:absence|non-attendance))?(?:\s+received)?\s*(?:[:–-]+|$|(?=(?:was|were)\b))/i,
  },
  {
    zone: "substitutes",
    pattern:
      /^(?:named\s+)?substitut(?:es?|e members|ions?)(?:\s+(?:present|members?|in attendance))?\s*[:–-]+/i,
  },
  { zone: "absent", pattern: /^(?:absent|not present|members absent)\s*(?:[:–-]+|$)/i },
  { zone: "chair", pattern: /^(?:(?:in the )?chair(?:man|person|woman)?|presiding)\s*[:–-]+/i },
  { zone: "vice", pattern: /^(?:vice|deputy)[-\s]chair(?:man|person|woman)?\s*[:–-]+/i },
];
/** “Councillor Rudd for Councillor Pike; Councillor Vale (for Councillor Gill)”: who came, and in whose place. */
function substitutesIn(text: string): PrintedPerson[] {
  return text.split(/;|,|\band\b(?=\s+(?:councillor|cllr))/i).flatMap((part) => {
    const parted = /^(.+?)\s*\(?\b(?:substitut\w+\s+)?(?:for|in place of)\s+([^)]+)\)?\s*\.?$/i.exec(
      part.trim(),
    );
    const [person] = readPeople(parted?.[1] ?? part);
    return person
      ? [{ ...person, role: parted?.[2] ? `substitute for ${parted[2].trim()}` : "substitute" }]
      : [];
  });
}

/** The cells of a line of the head: a label and what stands beside it, a name and its post, or names. */
function headText([first = "", ...rest]: readonly string[]): string {
  if (rest.length === 0 || headLabels.some(({ pattern }) => pattern.test(first)))
    return [first, ...rest].join(" ");
  const [post = ""] = rest;
  const named = /^(?:(?:councillors?|cllrs?)\.?\s+)?(?:\p{Lu}[\p{L}.'’-]*\s*){1,4}$/u.test(first);
  const isPost =
    rest.length === 1 &&
    named &&
    /\p{Ll}/u.test(post) &&
    !/^(?:councillors?|cllrs?)\b/i.test(post) &&
    post.split(/\s+/).length > 2;
  return isPost ? `${first} (${post})` : [first, ...rest].join(", ");
}

function readHead(lines: readonly PaperLine[], ledger: LineLedger): HeadFacts {
  ledger.readAll(lines);
  const zones: { zone: HeadZone; lines: string[] }[] = [{ zone: "front", lines: [] }];
  let callIn: MinutesData["callIn"];
  for (const line of lines) {
    const text = withoutMarks(headText(cellsOf(line.text).filter((cell) => cell !== "")));
    if (text === "") continue;
    if (/\bcall(?:ed)?[-\s]?in\b/i.test(text) && zones.length === 1) {
      callIn = {
        text: callIn ? `${callIn.text} ${text}` : text,
        subject: !/\bnot (?:be )?subject\b|\bnot\b.{0,20}call/i.test(text),
      };
      continue;
    }
    const label = headLabels.find(({ pattern }) => pattern.test(text));
    if (label) {
      const rest = text.replace(label.pattern, "").trim();
      zones.push({ zone: label.zone, lines: rest === "" ? [] : [rest] });
    } else zones.at(-1)?.lines.push(text);
  }
  const front = zones[0]?.lines ?? [];
  const of = (zone: HeadZone) =>
    zones.filter((one) => one.zone === zone).flatMap((one) => readPeople(one.lines.join("\n")));
  const withRole = (people: readonly PrintedPerson[], role: string) =>
    people.map((person) => ({ ...person, role: person.role ?? role }));
  const all = front.join(" ");
  const date = printedDates(all).find(({ from, to }) => from !== null && from === to)?.from;
  const place = /\bheld\s+(?:at|in|on|via|remotely)\s+(.+)$/is.exec(all)?.[1] ?? "";
  const labelled = (label: RegExp) =>
    front.map((line) => label.exec(line)?.[1]?.trim()).find((value) => value !== undefined && value !== "");
  const day = printedDates(place)[0];
  const beforeDay = day ? place.slice(0, day.start) : place;
  const venue =
    labelled(/^(?:venue|place|location)\s*:\s*(.+)$/i) ??
    beforeDay
      .replace(timePattern, "")
      .replace(/(?:[,;]|\bon\b|\bat\b|\bcommencing\b|\s)+$/gi, "")
      .replace(/^(?:on|the)\s+/i, "")
      .trim();
  const afterDay = day ? place.slice(day.end) : "";
  const inAfter = /\b(?:in|at)\s+(?:the\s+)?([^,].*)$/i.exec(
    afterDay.replace(timePattern, "").replace(/\b(?:at|commencing(?: at)?|from)\s*(?=[,.;]|$)/gi, ""),
  )?.[1];
  const time =
    labelled(/^(?:time|start time|commenced|commencing|started)\s*(?:at)?\s*:?\s*(\d.+)$/i) ??
    timePattern.exec(all)?.[1];
  const body = bodyOf(front);
  const spoken = (venue !== "" ? venue : (inAfter ?? ""))
    .replace(/^(?:(?:in|at)\s+)?(?:the\s+)?/i, "")
    .replace(/[.,;\s]+$/, "");
  // The sentence that says where and when may run over several lines; none of them is anything else.
  const heldAt = front.findIndex((line) => held.test(line));
  const saying = front.slice(Math.max(0, heldAt));
  const said =
    heldAt < 0
      ? 0
      : saying.findIndex((_, at) => printedDates(saying.slice(0, at + 1).join(" ")).length > 0) + 1;
  const sentence = new Set(said > 0 ? front.slice(heldAt, heldAt + said) : []);
  const where = `${spoken} ${venue}`;
  const spokenFor = (line: string) =>
    line
      .replace(/^(?:date|time|venue|place|location|start time|on|at)\s*:?\s*/i, "")
      .split(/\s+(?:at|on)\s+|,\s+(?=\d)/i)
      .every(
        (part) => where.includes(part) || part === "" || isOnlyDay(part) || timePattern.test(` ${part}`),
      );
  const apologyPeople = zones
    .filter(({ zone }) => zone === "apologies")
    .flatMap(
      ({ lines: said }) => readApologies(`Apologies ${said.join("\n")}`) ?? readPeople(said.join("\n")),
    );
  return {
    body,
    ...(date ? { date } : {}),
    ...(time !== undefined ? { time: time.trim() } : {}),
    ...(spoken !== "" && spoken.length < 200 ? { venue: spoken } : {}),
    ...(callIn ? { callIn } : {}),
    present: [
      ...withRole(of("chair"), "Chair"),
      ...withRole(of("vice"), "Vice-Chair"),
      ...of("present"),
      ...zones
        .filter(({ zone }) => zone === "substitutes")
        .flatMap(({ lines: said }) => substitutesIn(said.join(" "))),
    ],
    apologies: apologyPeople,
    alsoPresent: of("also"),
    preamble: [
      ...front.filter(
        (line) => !body.includes(line) && !sentence.has(line) && !held.test(line) && !spokenFor(line),
      ),
      ...zones
        .filter(({ zone }) => zone === "absent")
        .flatMap(({ lines: said }) => said.map((line) => `Absent: ${line}`)),
    ],
  };
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
  const about =
    /declaration|interest/i.test(heading.title) || lines.some(({ text }) => beginsDeclarations(text));
  const declared = about ? readDeclarations(lines) : { declarations: [], taken: [] };
  const taken = new Set(declared.taken);
  for (const number of taken) ledger.read(number);
  const zones: Zone[] = [{ label: null, lines: [] }];
  for (const one of lines) {
    if (taken.has(one.number)) continue;
    const label = minuteLabel(one.text);
    if (label) {
      ledger.read(one.number);
      zones.push({ label, lines: label.rest === "" ? [] : [{ number: one.number, text: label.rest }] });
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
  const texts: Partial<Record<"reasons" | "alternatives" | "conflicts" | "dispensations", string>> = {};
  for (const { label, lines: inside } of zones.slice(1)) {
    if (!label) continue;
    const blocks = paperBlocks(inside, ledger, { layout, lettered: true, unendedGoesOn: true });
    if (label.zone === "decision") {
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
    block.kind === "text" ? plain(block.text).split("\n") : [],
  );
  return {
    minute: {
      number: heading.number,
      ...(heading.reference !== undefined ? { reference: heading.reference } : {}),
      title: heading.title.replace(/\*\*/g, "").replace(/\s+/g, " "),
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
    declarations: declared.declarations,
  };
}

function blockWords(block: PaperBlock): string {
  if (block.kind === "table")
    return block.rows.map(({ cells }) => cells.filter((cell) => cell !== "").join(" | ")).join("\n");
  const text = plain(block.text);
  if (block.kind === "item") return `${block.label ?? "-"} ${text}`;
  return text;
}

function plain(text: string): string {
  return textOf(inlineText(text).runs)
    .replace(/[ \t]+/g, " ")
    .trim();
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
  for (const [at, { number, line }] of minutes.entries()) {
    const before = minutes[at - 1]?.number;
    if (number !== null && before !== undefined && before !== null && number !== before + 1)
      ledger.note(
        line,
        `Minute ${number} follows minute ${before}: the numbers between are missing from the paper, or were not recognised.`,
      );
  }
}

/** Rule R24: a declaration cites a minute of this meeting. */
function checkDeclarations(
  declarations: readonly PrintedDeclaration[],
  minutes: readonly ReadMinute[],
  ledger: LineLedger,
): void {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  for (const { member, minute, title, line } of declarations) {
    if (minute === null || minutes.some(({ number }) => number === minute)) continue;
    const meant = minutes.find((one) => letters(one.title) !== "" && letters(one.title) === letters(title));
    ledger.note(
      line,
      `${member}’s declaration cites minute ${minute}, which is none of these minutes${meant ? `; ${meant.number} bears the title “${opening(meant.title)}”` : ""}. Which is meant?`,
    );
  }
}
