import type { DateChange, ExpectedDecision, PublishedItem } from "../../../contracts/answer.ts";
import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { normalisedTitle } from "../../../rules/forward-plan/item-identity.ts";
import { exemptInWords, readExempt } from "../lines/exempt-status.ts";
import { type LineLedger, opening } from "../lines/line-ledger.ts";
import { type PrintedDate, printedDates } from "../lines/printed-dates.ts";
import { readContacts } from "../lines/read-contacts.ts";
import { type PlanField, planLabels } from "./forward-plan-labels.ts";
import { changesInWords, readChangeNotes } from "./plan-date-changes.ts";
import type { Period } from "./plan-front.ts";
import { type MarkLegend, markedStatus } from "./plan-marks.ts";
import { type IndexByOpening, titleAndDetails } from "./plan-title.ts";
import {
  cleaned,
  oneLine,
  plainMarks,
  readCriteria,
  readDocuments,
  readWards,
  unwrapped,
} from "./plan-values.ts";

/** A field as it stands in the paper: its words, and the line that each part of them is on. */
export interface RawField {
  readonly line: number;
  readonly parts: string[];
  readonly lines: number[];
}

/** An item's fields as they stand in the paper: lines of text, cells parted by tabs. */
export interface RawItem {
  readonly line: number;
  readonly fields: Map<PlanField, RawField>;
}

/** What the rest of a plan tells of its items. */
export interface PlanContext {
  readonly index: IndexByOpening;
  readonly period: Period;
  /** Whether “and” parts wards in it. */
  readonly andParts: boolean;
  /** Fields that some items have: only these can be missing from one. */
  readonly everywhere: ReadonlySet<PlanField>;
  /** The longest line in which a title and what is to be decided stand, in characters. */
  readonly columnWidth: number;
  /** What its marks beside titles mean. */
  readonly legend: MarkLegend;
  /** What its letters in the column for the status mean. */
  readonly codes: ReadonlyMap<string, string>;
  /** Whether it says of any item why the decision is key. */
  readonly saysCriteria: boolean;
}

/** What the published notice of an item has to say (regulation 9), as far as a plan has a field for it. */
export const neededFields = ["decisionMaker", "decisionExpected", "exempt", "wards", "contacts"] as const;

/**
 * Reads an item's fields: what is missing, doubtful or cannot be kept is said in the ledger.
 * @returns the item, without a key.
 */
export function readItem(
  raw: RawItem,
  { index, period, andParts, everywhere, columnWidth, legend, codes, saysCriteria }: PlanContext,
  ledger: LineLedger,
): PublishedItem {
  const field = (name: PlanField) => raw.fields.get(name);
  const text = (name: PlanField) => cleaned(field(name)?.parts.join("\n") ?? "");
  const parts = [...raw.fields.values()].flatMap((one) => one.parts);
  const widest = parts.reduce((most, { length }) => (length > 160 ? most : Math.max(most, length)), 40);
  // Where few lines reach the width of a cell, none was broken at it.
  const full = parts.filter(({ length }) => length >= widest * 0.85).length;
  const listed = (name: PlanField) =>
    unwrapped(field(name)?.parts ?? [], full < 3 ? Number.POSITIVE_INFINITY : widest);
  const note = (name: PlanField, message: string) => ledger.note(field(name)?.line ?? raw.line, message);

  const leaveOut = (name: PlanField, message: string) =>
    ledger.leaveOutWords(
      (field(name)?.lines ?? []).map((number, at) => ({ number, text: field(name)?.parts[at] ?? "" })),
      message,
    );

  const parted = titleAndDetails(raw, index, columnWidth, ledger);
  const { details } = parted;
  const about = `“${opening(parted.title)}”`;
  for (const name of neededFields) {
    if (text(name) === "" && everywhere.has(name))
      ledger.note(raw.line, `The item ${about} does not say: ${planLabels[name][0]}.`);
  }

  const marked = markedStatus(parted.title, legend);
  const read = readDecisions(raw, period, about, ledger);
  const { decisions } = read;
  const makers = decisions.map(({ decisionMaker }) => decisionMaker);
  const told = changesInWords(`${parted.title}. ${details}`, makers, decisions[0]?.from ?? null);
  const dateChanges = [...read.dateChanges, ...told];
  const unmarked = marked?.title ?? parted.title;
  const title = told.length > 0 ? withoutChange(unmarked) : unmarked;
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
  if (saysCriteria && (criteria.financial === null || criteria.community === null)) {
    const missing = [
      ...(criteria.financial === null ? ["Financial"] : []),
      ...(criteria.community === null ? ["Community Impact"] : []),
    ].join(" and ");
    note("criteria", `The item ${about} gives no Yes or No for ${missing}; No is kept.`);
  }
  if (/^no\b|^non-?key\b/i.test(text("keyDecision")))
    note("keyDecision", `The plan says that ${about} is no key decision; it is kept among the others.`);
  const inWords = exemptInWords(
    [details, ...text("backgroundDocuments").split("\n")].map((part) => part.replace(/\.$/, "")).join(". "),
  );
  const printed = text("exempt") === "" ? (inWords ?? marked?.status ?? null) : null;
  const status = text("exempt").replace(/^[A-Z]\b/, (letter) => codes.get(letter) ?? letter);
  const exempt = printed ?? readExempt(status);
  for (const message of exempt.notes) note("exempt", `The item ${about}: ${message}`);
  if (inWords && exempt === inWords)
    ledger.note(
      raw.line,
      `The item ${about} is read as ${inWords.secrecy} by its words “${opening(inWords.words)}”.`,
    );
  else if (inWords && exempt.secrecy === "open")
    note(
      "exempt",
      `The item ${about} is printed as open, and its words say “${opening(inWords.words)}”. Which is right?`,
    );
  else if (exempt.leaves)
    leaveOut(
      "exempt",
      `The item ${about}: of “${opening(oneLine(text("exempt")))}” only the status and the paragraphs are kept`,
    );
  const nameWords = (name: PlanField, wordsOf: (part: string) => string) => {
    for (const [at, number] of (field(name)?.lines ?? []).entries())
      ledger.nameWords({ number, text: wordsOf(field(name)?.parts[at] ?? "") });
  };
  nameWords("decisionExpected", () => changeWords);
  nameWords("decisionMaker", (part) =>
    /\bdelegat/i.test(part) ? "under by using with delegation delegated powers authority" : "",
  );
  nameWords("wards", (part) => (allWardsPrinted.test(part) ? part : ""));
  // Addresses that a narrow column broke are whole in the data.
  nameWords("contacts", (part) => (part.match(/\S+@\S+|^[a-z.]{1,14}$/g) ?? []).join(" "));
  const named = readContacts(field("contacts")?.parts.map(plainMarks).join("\n") ?? "");
  const contacts = named.filter(({ name }) => !councillor.test(name));
  if (contacts.length < named.length)
    leaveOut("contacts", `The item ${about} names a councillor among its officers, who was left out`);
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

/** Words that join a day to the one it replaced, or to its reason. */
const changeWords =
  "was changed moved put back brought forward deferred revised postponed rescheduled rearranged delayed slipped amended formerly previously originally planned expected scheduled listed because of as since owing due reason reasons change delay deferral provisional";
const allWardsPrinted = /^\(?all\b|\b(?:borough|county|city|district)[- ]wide\b/i;

/** Who serves the council as a member is no officer to write to. */
const councillor = /^(?:councillors?|cllrs?\.?)\s|^chair of\b|\b(?:portfolio holder|cabinet member)\b/i;

/** A title without the note of change in brackets at its end. */
function withoutChange(title: string): string {
  return title.replace(
    /\s*\((?:deferred|moved|postponed|rescheduled|originally|formerly|previously)\b[^()]*\)?$/i,
    "",
  );
}

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

  const { expected, changes, problems } = readChangeNotes(dateField?.parts ?? [], makers);
  for (const problem of problems) ledger.note(line, `The item ${about}: ${problem}.`);
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
  return { decisions, dateChanges: [...changes] };
}

/** No item names more makers, or days, one beside the other. */
const mostNamed = 50;

/** Which date stands beside which maker's name, where the cell repeats the names; null where it does not. */
function namedDates(
  expected: string,
  dates: readonly PrintedDate[],
  makers: readonly string[],
): readonly number[] | null {
  if (makers.length < 2 || makers.length > mostNamed || dates.length > mostNamed) return null;
  const places = makers.map((maker) =>
    dates.findIndex((date, at) => {
      const before = expected.slice(at === 0 ? 0 : (dates[at - 1]?.end ?? 0), date.start);
      return normalisedTitle(before).endsWith(normalisedTitle(maker));
    }),
  );
  return places.every((place) => place >= 0) ? places : null;
}

function withinPeriod(date: PrintedDate, period: Period): { from: CalendarDate; to: CalendarDate } {
  const from = date.from ?? (date.to && date.to < period.from ? date.to : period.from);
  const to = date.to ?? (from > period.to ? from : period.to);
  return { from, to };
}

const maker =
  "(?:Cabinet(?! Member)|Council|Full Council|Leader|Deputy Leader|Cabinet Member|Portfolio Holder|Executive|Chief|Corporate|Director|Assistant|Head|Officer|Strategic|Service Director|(?:Licensing|Planning|Audit)[^,;]{0,40} (?:Committee|Board|Panel))";
const post =
  "(?:(?:the )?(?:Chief|Corporate|Executive|Strategic|Service|Assistant|Group|Deputy)?\\s*(?:Director|Officer|Executive|Head of)\\b|Cabinet Member for|Portfolio Holder for|(?:the )?(?:Mayor|Leader)\\b)";
const collective = "(?:Cabinet|Executive(?: Board| Committee)?|Policy Committee)";
const assembly = "(?:(?:Full |County |City |Borough |District )?Council)";

const opensMaker =
  /^(?:the )?(?:cabinet|council|full|county|city|borough|district|executive|policy|leader|deputy|mayor|portfolio|chief|corporate|director|assistant|head|strategic|service|group|lead|officer|monitoring|solicitor|combined|strategic|general|licensing|planning)\b|\b(?:committee|board|panel|authority|assembly|council|director|officer|leader)\b/i;

/** A name that is whole; “Licensing and Public” goes on with the next line. */
const namesMaker =
  /\b(?:cabinet|executive|council|committee|board|panel|assembly|authority|leader|mayor|director|officer|chief|head|holder|member|manager|solicitor|treasurer)\b/i;
/** No decision maker has a longer name, in characters. */
const longestName = 400;

/** Decision makers, in the order printed; lines, cells, “;” and “/” part them, a comma only before another maker. */
function readMakers(parts: readonly string[]): string[] {
  return cleaned(parts.join("\n"))
    .split(
      new RegExp(
        `[\\n;]|,\\s*(?=${maker}\\b)|(?<!\\bmayor)\\s+(?:and|&|/|then)\\s+(?=${collective}\\s*$|${assembly}\\s*$|${post})`,
        "i",
      ),
    )
    .flatMap((name) => {
      const both = new RegExp(`^\\s*(${collective})\\s+(${assembly})\\s*$`, "i").exec(name);
      return both ? [both[1] ?? "", both[2] ?? ""] : [name];
    })
    .reduce<string[]>((names, name) => {
      const text = oneLine(name)
        .replace(/\s*\((?:under|by|using|with) delegat[^()]*\)/i, "")
        .replace(/[.,:]+$/, "");
      const last = names.at(-1);
      // A name wrapped over two lines goes on where its first line stopped.
      if (
        last !== undefined &&
        last.length < longestName &&
        text !== "" &&
        (/^[a-z(&]/.test(text) ||
          /[-–,&]$|\b(?:and|of|for|the)$/i.test(last) ||
          /^(?:Sub-?\s?)?(?:Committee|Board|Panel)$/i.test(text) ||
          !opensMaker.test(text) ||
          !namesMaker.test(last))
      ) {
        names[names.length - 1] = `${last} ${text}`;
      } else if (text !== "") names.push(text);
      return names;
    }, []);
}
