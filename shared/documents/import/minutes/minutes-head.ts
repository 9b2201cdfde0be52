import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { type HeadZone, headColumns, headLabel, presentMark } from "../lines/head-labels.ts";
import type { LineLedger } from "../lines/line-ledger.ts";
import { isOnlyDay } from "../lines/page-furniture.ts";
import {
  cellsOf,
  isTableRow,
  isTableRule,
  type PaperLine,
  paragraphsOfCell,
  printedCells,
  withoutMarks,
} from "../lines/paper-lines.ts";
import { bodyOf, held, timePattern } from "../lines/printed-body.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { type PrintedPerson, readApologies, readPeople, togetherWith } from "../lines/printed-people.ts";

/** What minutes say above the first minute. */
export interface MinutesHead {
  /** As printed; empty where the paper does not say. */
  readonly body: string;
  readonly date?: CalendarDate;
  readonly time?: string;
  readonly venue?: string;
  /** What the banner says of call-in. */
  readonly callIn?: { readonly text: string; readonly subject: boolean };
  readonly present: readonly PrintedPerson[];
  readonly apologies: readonly PrintedPerson[];
  readonly alsoPresent: readonly PrintedPerson[];
  /** Other lines of the head, as printed. */
  readonly preamble: readonly string[];
}

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

/** The cells of a line of the head: a name and its post, or names. */
function headText([first = "", ...rest]: readonly string[]): string {
  if (rest.length === 0) return first;
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

/** A label in the middle of a line, after a full stop: “Apologies: Cllr Gill. Substitutes: Cllr Vale”. */
const innerLabel =
  /(?<=\.)\s+(?=(?:apolog|substitut|absent|in attendance|also|officers|members)[^.:]{0,40}:)/i;
/** “Venue: Old Hall”, one fact of several on a line. */
const factCell = /^\p{Lu}[\p{L} ]{2,25}:(?:\s|$)/u;

/** The lines of the head, one fact on each: cells beside a label, and columns below their labels, are taken apart. */
function headLines(lines: readonly PaperLine[]): PaperLine[] {
  const facts: PaperLine[] = [];
  const add = (number: number, texts: readonly string[]) => {
    for (const text of texts) facts.push({ number, text });
  };
  const plain = (cell: string) =>
    paragraphsOfCell(cell)
      .map(withoutMarks)
      .filter((text) => text !== "");
  for (let at = 0; at < lines.length; at += 1) {
    const { number, text: line } = lines[at] ?? { number: 0, text: "" };
    if (isTableRule(line)) continue;
    const cells = printedCells(line).filter((cell) => cell !== "");
    const columns = headColumns(cellsOf(line).map(withoutMarks));
    if (columns) {
      let end = at + 1;
      while (end < lines.length && isTableRow(lines[end]?.text ?? "")) end += 1;
      for (const [column, label] of columns.entries()) {
        if (label !== "") add(number, [`${label}:`]);
        for (const row of lines.slice(at + 1, end))
          if (!isTableRule(row.text)) add(row.number, plain(printedCells(row.text)[column] ?? ""));
      }
      at = end - 1;
      continue;
    }
    const [first = "", ...rest] = cells.map((cell) => withoutMarks(cell));
    if (rest.length > 0 && rest.every((cell) => factCell.test(cell))) add(number, [first, ...rest]);
    else if (rest.length > 0 && headLabel(first)?.rest === "")
      add(number, [`${first.replace(/[\s:–-]+$/, "")}:`, ...cells.slice(1).flatMap(plain)]);
    else if (cells.length === 1) add(number, plain(cells[0] ?? ""));
    else add(number, [withoutMarks(headText(cellsOf(line).filter((cell) => cell !== "")))]);
  }
  return facts
    .flatMap(({ number, text }) => text.split(innerLabel).map((part) => ({ number, text: part })))
    .filter(({ text }) => text !== "");
}

/** “The Cabinet considered the reports set out below.”: nobody is named so. */
function isSentence(text: string): boolean {
  // “UNRESTRICTED ITEMS” stands above the minutes that follow.
  if (/\b(?:ITEMS|BUSINESS|AGENDA|MINUTES|DECISIONS)\b/.test(text) && !/\p{Ll}/u.test(text)) return true;
  return (
    text.length > 50 &&
    /[.:]$/.test(text) &&
    /^(?:the|these|this|all)\b.*\b(?:is|are|was|were|considered|made|decided|may|will)\b/i.test(text) &&
    !/^the (?:mayor|chair)/i.test(text)
  );
}

/** Reads the head of minutes: body, day, place, and who was there, who was not. */
export function readMinutesHead(lines: readonly PaperLine[], ledger: LineLedger): MinutesHead {
  ledger.readAll(lines);
  const zones: { zone: HeadZone | "front"; group?: string; lines: string[] }[] = [
    { zone: "front", lines: [] },
  ];
  let callIn: MinutesHead["callIn"];
  const facts = headLines(lines);
  const marks = facts.some(({ text }) => presentMark.test(text));
  for (const fact of facts) {
    const { number, text } = fact;
    if (/\bcall(?:ed)?[-\s]?in\b/i.test(text) && zones.length === 1) {
      callIn = {
        text: callIn ? `${callIn.text} ${text}` : text,
        subject: !/\bnot (?:be )?subject\b|\bnot\b.{0,20}call/i.test(text),
      };
      continue;
    }
    if (presentMark.test(text)) {
      ledger.nameWords(fact);
      continue;
    }
    const label = headLabel(text);
    if (label) {
      ledger.nameWords({ number, text: text.slice(0, text.length - label.rest.length) });
      zones.push({
        zone: label.zone,
        ...(label.group === undefined ? {} : { group: label.group }),
        lines: label.rest === "" ? [] : [label.rest],
      });
    } else if (isSentence(text)) zones[0]?.lines.push(text);
    else zones.at(-1)?.lines.push(text);
  }
  const front = zones[0]?.lines ?? [];
  const of = (zone: HeadZone) =>
    zones
      .filter((one) => one.zone === zone)
      .flatMap((one) =>
        readPeople(one.lines.join("\n")).map((person) =>
          one.group === undefined || person.group !== undefined ? person : { ...person, group: one.group },
        ),
      );
  const withRole = (people: readonly PrintedPerson[], role: string) =>
    people.map((person) => ({ ...person, role: person.role ?? role }));
  const unmarked: string[] = [];
  if (marks)
    for (const one of zones.filter(({ zone }) => zone === "present")) {
      const marked = (line: string) => /^\*|\*$/.test(line.trim());
      for (const line of one.lines) if (!marked(line)) unmarked.push(line);
      one.lines = one.lines.filter(marked).map((line) => line.replace(/^\s*\*+\s*|\s*\*+\s*$/g, ""));
    }
  const listed = [...of("present"), ...of("added")];
  const alsoThere = listed.filter(({ group }) => group === togetherWith);
  const { preamble, ...said } = frontFacts(front);
  const named = new Set<string>();
  const apologyPeople = zones
    .filter(({ zone }) => zone === "apologies")
    .flatMap(({ lines: said }) => readApologies(`Apologies from ${said.join("\n")}`) ?? []);
  return {
    ...said,
    ...(callIn ? { callIn } : {}),
    present: [
      ...withRole(of("chair"), "Chair"),
      ...withRole(of("vice"), "Vice-Chair"),
      ...listed.filter((person) => !alsoThere.includes(person)),
      ...zones
        .filter(({ zone }) => zone === "substitutes")
        .flatMap(({ lines: said }) => substitutesIn(said.join(" "))),
    ].filter(({ name }) => {
      const again = named.has(name);
      named.add(name);
      return !again || !/\s/.test(name);
    }),
    apologies: apologyPeople,
    alsoPresent: [...alsoThere.map(({ group: _, ...person }) => person), ...of("also")],
    preamble: [
      ...preamble,
      ...unmarked.map((line) => `Absent: ${line}`),
      ...zones
        .filter(({ zone }) => zone === "absent")
        .flatMap(({ lines: said }) => said.map((line) => `Absent: ${line}`)),
    ],
  };
}

type FrontFacts = Pick<MinutesHead, "body" | "date" | "time" | "venue" | "preamble">;

/** The sentence that says where and when a meeting was held runs over at most so many lines. */
const longestSaying = 12;

/** Body, day, hour and place, from the lines above the first label, and those of them that say none of it. */
function frontFacts(front: readonly string[]): FrontFacts {
  const all = front.join(" ");
  const date = printedDates(all).find(({ from, to }) => from !== null && from === to)?.from;
  const place = /\bheld\s+(?:at|in|on|via|remotely)\s*:?\s+(.{1,1000})/is.exec(all)?.[1] ?? "";
  const labelled = (label: RegExp) =>
    front.map((line) => label.exec(line)?.[1]?.trim()).find((value) => value !== undefined && value !== "");
  const day = printedDates(place)[0];
  const beforeDay = day ? place.slice(0, day.start) : place;
  const venue =
    labelled(/\b(?:venue|place|location)\s*:\s*(.+)$/i) ??
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
  const spoken = (venue !== "" ? venue : (inAfter ?? besideDay(front)))
    .replace(/^(?:(?:in|at)\s+)?(?:the\s+)?/i, "")
    .replace(/[.,;\s]+$/, "");
  // The sentence that says where and when may run over several lines; none of them is anything else.
  const heldAt = front.findIndex((line) => held.test(line));
  const saying = front.slice(Math.max(0, heldAt), Math.max(0, heldAt) + longestSaying);
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
  return {
    body,
    ...(date ? { date } : {}),
    ...(time !== undefined ? { time: time.trim() } : {}),
    ...(spoken !== "" && spoken.length < 200 ? { venue: spoken } : {}),
    preamble: front.flatMap((line, at) => {
      if (sentence.has(line)) {
        const whole = front.slice(heldAt, heldAt + said).join(" ");
        return at === heldAt && tellsMore(whole, `${body} ${where}`) ? [whole] : [];
      }
      return body.includes(line) || held.test(line) || spokenFor(line) ? [] : [line];
    }),
  };
}

/** “Friday 1 March 2024 (2.15 pm), Isk Hub”: the place beside the day, where no sentence names it. */
function besideDay(front: readonly string[]): string {
  for (const line of front) {
    const [day] = printedDates(line);
    if (!day || day.from !== day.to) continue;
    const after = line
      .slice(day.end)
      .replace(new RegExp(timePattern, "gi"), "")
      .replace(/^[\s,;().–-]+(?:at\b|in\b|from\b)?[\s,;().–-]*|[\s,;.(]+$/g, "");
    if (/^\p{Lu}\p{L}{2}/u.test(after) && after.length < 120) return after;
  }
  return "";
}

const plainOfHead =
  /\b(?:minutes|proceedings|decisions?|record|of|the|an?|meeting|held|taken|made|by|this|at|in|on|and|commencing|from|to|pm|am|p\.m|a\.m|venue|date|time)\b/gi;

/** Whether the sentence that says where and when tells anything besides, as when the meeting ended. */
function tellsMore(line: string, known: string): boolean {
  const words = known.toLowerCase();
  const [day] = printedDates(line);
  const rest = (day ? `${line.slice(0, day.start)} ${line.slice(day.end)}` : line)
    .replace(timePattern, " ")
    .replace(plainOfHead, " ");
  return (rest.match(/\p{L}{4,}|\d+[.:]\d+/gu) ?? []).some((word) => !words.includes(word.toLowerCase()));
}
