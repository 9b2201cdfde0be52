import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { LineLedger, opening } from "./line-ledger.ts";
import { withoutFurniture } from "./page-furniture.ts";
import type { AgendaPaper } from "./paper.ts";
import { layoutOf, paperBlocks } from "./paper-blocks.ts";
import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { bodyOf, bodyWords, timePattern } from "./printed-body.ts";
import { printedDates } from "./printed-dates.ts";
import { type PrintedPerson, readPeople } from "./printed-people.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

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

const agendaTitle = /^(?:public\s+)?agenda(?:\s+(?:items?|front sheet|part (?:1|i|a)))?\s*:?$/i;
const itemLine =
  /^(?:(?:agenda\s+)?item\s+)?(?<reference>(?<number>\d{1,2})(?<letter>[a-z])?)(?:\s*[.)\]:]|(?=\s{2,}|\s+\p{Lu})|$)\s*[-–—]?\s*(?<title>.*)$/u;

/** Whether the lines are an agenda: numbered items below the word, or below the labels of a meeting. */
export function looksLikeAgenda(lines: readonly PaperLine[]): boolean {
  const texts = lines
    .filter(({ text }) => text.trim() !== "")
    .slice(0, 120)
    .map(({ text }) => withoutMarks(text));
  const titled = texts.some(
    (text) => isAgendaTitle(text) || /^(?:notice of meeting|agenda\b.{0,60}$)/i.test(text),
  );
  const labelled =
    texts.slice(0, 30).filter((text) => /^(?:meeting|date|time|venue|place|to|committee)\s*:/i.test(text))
      .length >= 2;
  const usual = texts.filter((text) =>
    /^(?:\d{1,2}[.)]?\s+)?(?:apologies|declarations? of|minutes of the|disclosures?|urgent (?:items|business)|public (?:participation|questions))\b/i.test(
      text,
    ),
  ).length;
  return (
    (titled || labelled) &&
    (usual >= 1 || (titled && labelled) || isSupplement(lines)) &&
    placesOfItems(lines).length >= 2
  );
}

/**
 * Reads an agenda: the meeting, who serves on the body, whom to ask, and the numbered items with author and pages.
 * @throws {UnreadablePaper} when it holds no numbered item.
 */
export function readAgenda(lines: readonly PaperLine[], fileName: string): AgendaPaper {
  const ledger = new LineLedger(lines);
  const kept = withoutFurniture(lines, ledger).lines;
  const starts = placesOfItems(kept);
  const [first] = starts;
  if (!first) {
    throw new UnreadablePaper(
      fileName,
      "is an agenda without numbered items. Check that the whole paper was saved.",
    );
  }
  const lastStart = starts.at(-1) ?? first;
  const tail = tailFrom(kept, lastStart.place);
  const published = kept.slice(tail).filter(({ text }) => publishedLine.test(withoutMarks(text)));
  const below = kept
    .slice(tail)
    .filter((line) => !published.includes(line))
    .map(({ number, text }) => ({ number, text: text.replace(contactSentence, "$<label>: ") }));
  ledger.readAll(published);
  const head = readHead([...kept.slice(0, first.place), ...below], ledger);
  const layout = layoutOf(kept);
  let shut = kept.slice(0, first.place).reduce((was, { text }) => partOf(text, was), false);
  const items = starts.map((start, at) => {
    const inside = kept.slice(start.place, starts[at + 1]?.place ?? tail);
    ledger.readAll(inside);
    const own = inside.filter(({ text }) => partHeading(text) === null);
    const item = readItem(start, own, layout.wrapWidth !== null, ledger);
    if (shut) item.exempt = true;
    shut = inside.reduce((was, { text }) => partOf(text, was), shut);
    return item;
  });
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
    notes: [...head.notes, ...published.map(({ text }) => withoutMarks(text))],
    items: paged,
  };
  return { kind: "agenda", title, ...ledger.close([title, data]), data };
}

const publishedLine =
  /^(?:(?:agenda |this agenda was )?(?:published|despatched|dispatched|issued)\b|date of (?:publication|despatch|issue)\b)/i;
const contactSentence =
  /^\s*(?<label>for (?:further|more) information,? (?:about this (?:meeting|agenda),? )?(?:please )?contact)(?!\s*:)\s+/i;

/** Where the items end and the foot of the agenda begins: whom to ask, and when it was published. */
function tailFrom(lines: readonly PaperLine[], from: number): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = withoutMarks(lines[at]?.text ?? "");
    const alone = (lines[at - 1]?.text ?? "").trim() === "";
    if (
      alone &&
      (publishedLine.test(text) ||
        contactSentence.test(text) ||
        /^(?:committee|contact|democratic services) officer\s*:/i.test(text))
    )
      return at;
  }
  return lines.length;
}

function partOf(text: string, was: boolean): boolean {
  const part = partHeading(text);
  return part === null ? was : part === "private";
}

interface ItemStart {
  readonly place: number;
  readonly number: number;
  readonly reference: string;
  readonly title: string;
}

/** Cells of a line of an item; where borders are lost, wide spaces part the title from its pages. */
function itemCells(text: string): string[] {
  return isTableRow(text) ? cellsOf(text) : text.trim().split(/\s{3,}/);
}

/** “PART 2 - PRIVATE”, between two items: whether those below it are taken in private. */
function partHeading(text: string): "open" | "private" | null {
  const words = withoutMarks(text);
  if (words.length > 90 || /[.;]$/.test(words)) return null;
  const part = /^part\s+(?:(?<open>1|i|a|one)|(?<shut>2|ii|b|two))\b(?!\s+of\b)/i.exec(words)?.groups;
  if (part) return part["open"] ? "open" : "private";
  return /^(?:exempt|private|confidential|part 2)\s+(?:items?|business|session|agenda)$|^items? (?:to be )?(?:considered|taken) in private$/i.test(
    words,
  )
    ? "private"
    : null;
}

/** Where the items begin: numbers that follow one another from 1, on lines that do not read as sentences of a list. */
function placesOfItems(lines: readonly PaperLine[]): ItemStart[] {
  const candidates = lines.flatMap((line, place): ItemStart[] => {
    if (line.text.trim() === "" || /^\s{0,3}[-*•]\s/.test(line.text)) return [];
    const cells = itemCells(line.text).filter((cell) => cell !== "");
    const groups = itemLine.exec(withoutMarks(cells.join("  ").replace(/\s{2,}/g, "  ")))?.groups;
    if (!groups) return [];
    let title = groups["title"] ?? "";
    if (title === "") {
      const next = lines.slice(place + 1, place + 4).find(({ text }) => text.trim() !== "");
      title = withoutMarks(next?.text ?? "");
      if (title === "" || itemLine.test(title)) return [];
    }
    if (!/^[\p{Lu}\d“"'‘*(£]/u.test(title) || /^(?:am|pm|a\.m|p\.m)\b/i.test(title)) return [];
    if (/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+\d{4}/iu.test(title)) return [];
    return [{ place, number: Number(groups["number"]), reference: groups["reference"] ?? "", title }];
  });
  const agendaAt = lines.findIndex(({ text }) => isAgendaTitle(withoutMarks(text)));
  const supplement = isSupplement(lines);
  let best: ItemStart[] = [];
  for (const [at, start] of candidates.entries()) {
    if ((start.number !== 1 && !supplement) || (agendaAt >= 0 && start.place < agendaAt)) continue;
    const chain = [start];
    for (const next of candidates.slice(at + 1)) {
      const last = chain.at(-1);
      if (!last) break;
      const lettered =
        /[a-z]$/.test(next.reference) && next.number === last.number && next.reference > last.reference;
      // A supplement holds some of the agenda's items, with the numbers they have there.
      const later = supplement && next.number > last.number && next.number - last.number < 12;
      if (next.number === last.number + 1 || lettered || later) chain.push(next);
    }
    if (chain.length > best.length) best = chain;
    if (chain.length >= 3) break;
  }
  return [...best, ...secondPart(lines, candidates, best)];
}

/** The items of a second part that begins again at 1: they are numbered on, and keep their own number beside it. */
function secondPart(
  lines: readonly PaperLine[],
  candidates: readonly ItemStart[],
  first: readonly ItemStart[],
): ItemStart[] {
  const last = first.at(-1);
  if (!last) return [];
  const heading = lines.findIndex(({ text }, place) => place > last.place && partHeading(text) === "private");
  if (heading < 0) return [];
  const again: ItemStart[] = [];
  for (const candidate of candidates)
    if (candidate.place > heading && candidate.number === again.length + 1) again.push(candidate);
  return again.map((item) => ({
    ...item,
    number: last.number + item.number,
    reference: `Part 2, ${item.reference}`,
  }));
}

/** “AGENDA”, its letters apart as some councils print it. */
function isAgendaTitle(text: string): boolean {
  return agendaTitle.test(/^(?:\S\s){5,}\S$/.test(text) ? text.replace(/\s/g, "") : text);
}

/** Whether the paper adds to an agenda that is already out. */
function isSupplement(lines: readonly PaperLine[]): boolean {
  return lines
    .filter(({ text }) => text.trim() !== "")
    .slice(0, 12)
    .some(({ text }) =>
      /^(?:\p{L}+\s+)?supplement(?:ary|al)?\b|\bagenda supplement\b|\bsupplement(?:ary|al)? (?:agenda|pack|papers?|items?)\b/iu.test(
        withoutMarks(text),
      ),
    );
}

const labels = [
  { name: "body", pattern: /^(?:meeting(?: of)?|committee|body|notice of meeting of|meeting title)\s*:\s*/i },
  { name: "date", pattern: /^(?:date(?: of meeting)?|day|when)\s*:\s*/i },
  { name: "time", pattern: /^(?:time|start(?:ing)?(?: time)?|commencing)\s*:\s*/i },
  { name: "venue", pattern: /^(?:venue|place|location|where|room)\s*:\s*/i },
  {
    name: "officer",
    pattern:
      /^(?:(?:committee|contact|democratic services?|governance|scrutiny|lead|support|clerk)[\s/-]*(?:officer|services|support)?|contact(?: for (?:this|the) (?:meeting|agenda))?|officer contact|(?:for )?(?:further|more) information(?: contact| please contact)?|enquiries(?: to)?|please (?:contact|ask for)|democratic services (?:officer|contact)|clerk(?: to the (?:committee|council))?)\s*:\s*/i,
  },
  {
    name: "telephone",
    pattern: /^(?:tel(?:ephone)?(?: no\.?| number)?|phone|direct (?:line|dial))\s*[:.]\s*/i,
  },
  { name: "fax", pattern: /^fax\s*[:.]\s*/i },
  { name: "email", pattern: /^e-?mail(?: address)?\s*:\s*/i },
  {
    name: "members",
    pattern:
      /^(?:members(?:hip)?(?: of the (?:committee|cabinet|board|panel))?|committee members|councillors|to(?: (?:all )?(?:members|councillors))?(?: of the .+)?)\s*:\s*/i,
  },
  {
    name: "substitutes",
    pattern: /^(?:(?:named )?substitut(?:es?|e members)(?: members)?|reserves?|deputies)\s*:\s*/i,
  },
  { name: "quorum", pattern: /^quorum\s*[:(]/i },
] as const;
type Label = (typeof labels)[number]["name"];

const memberHead = /^(?:members?|councillors?)\s+(?:named\s+)?substitutes?(?:\s+members?)?$/i;
const nameLine = /^(?:cllrs?|clirs?|councillors?|mr|mrs|ms|miss|dr|father|rev|reverend|canon|sir|dame)\b/i;
const notice =
  /[.!?]$|\b(?:please|if you|members of the public|meeting (?:will|is)|webcast|filmed|recorded)\b/i;

function readHead(lines: readonly PaperLine[], ledger: LineLedger): Omit<AgendaData, "items"> {
  ledger.readAll(lines);
  const values = new Map<Label, string[]>();
  const front: string[] = [];
  const noteLines: PaperLine[] = [];
  const memberLines: { text: string; cells: readonly string[]; line: number }[] = [];
  let open: Label | null = null;
  /** Between the head “Member | Substitute” and the next label. */
  let listed = false;
  for (const line of lines) {
    const cells = cellsOf(line.text)
      .map(withoutMarks)
      .filter((cell) => cell !== "");
    const whole = cells.join(" ");
    if (whole === "") {
      if (noteLines.length > 0) noteLines.push(line);
      if (open !== "members" && open !== "body" && open !== "officer" && open !== "substitutes") open = null;
      continue;
    }
    if (/^public document pack$/i.test(whole) || isAgendaTitle(whole)) {
      open = null;
      continue;
    }
    if (memberHead.test(whole) || (/^members?$/i.test(whole) && open === null && values.size > 0)) {
      listed = true;
      open = null;
      continue;
    }
    // “To: The Chair and Members of …” addresses a summons; its names stand below, up to the letter.
    if (
      /^to:?\s+(?:the\s+)?(?:chair\p{L}*|mayor|members|all members)\b.*\b(?:committee|cabinet|council|board|panel|executive)\b/iu.test(
        whole,
      )
    ) {
      values.set("members", values.get("members") ?? []);
      open = "members";
      front.push(whole);
      continue;
    }
    if (/^(?:dear\b|you are (?:hereby )?(?:summoned|invited|requested))/i.test(whole)) open = null;
    const parts = whole.split(
      /\s+(?=(?:fax|tel(?:ephone)?(?: no\.?| number)?|e-?mail(?: address)?|time|venue|date)\s*:)/i,
    );
    let labelled = false;
    for (const part of parts) {
      const label = labels.find(({ pattern }) => pattern.test(part));
      if (label) {
        const rest = part.replace(label.pattern, "").trim();
        values.set(label.name, [...(values.get(label.name) ?? []), ...(rest === "" ? [] : [rest])]);
        open = label.name;
        listed = false;
        labelled = true;
      } else if (labelled && open !== null) values.get(open)?.push(part);
    }
    if (labelled) continue;
    // The members stand in one column, their substitutes below one another in the next.
    if (listed && memberLines.length > 0 && /^(?:named )?substitutes?(?: members?)?$/i.test(whole)) {
      values.set("members", [...(values.get("members") ?? []), ...memberLines.map(({ text }) => text)]);
      memberLines.length = 0;
      values.set("substitutes", values.get("substitutes") ?? []);
      open = "substitutes";
      listed = false;
      continue;
    }
    if (listed) {
      if (
        nameLine.test(whole) ||
        (isTableRow(line.text) && cells.length <= 3) ||
        (whole.length < 70 && !notice.test(whole) && memberLines.length > 0)
      ) {
        memberLines.push({ text: whole, cells, line: line.number });
        continue;
      }
      if (
        /^(?:members?|substitutes?|councillors?)(?:\s+(?:members?|substitutes?|councillors?))*$/i.test(whole)
      )
        continue;
    }
    if (open === "members" || open === "substitutes") {
      if (
        nameLine.test(whole) ||
        (/,|\band\b/.test(whole) && !notice.test(whole)) ||
        (whole.length < 50 && !notice.test(whole) && !bodyWords.test(whole))
      ) {
        values.get(open)?.push(whole);
        continue;
      }
    }
    const goesOn = open !== null && whole.length < 90 && !notice.test(whole);
    if (
      goesOn &&
      open &&
      (values.get(open)?.length ?? 0) > 0 &&
      (open === "body" || open === "venue" || open === "officer")
    ) {
      values.get(open)?.push(whole);
      continue;
    }
    if (goesOn && open && values.get(open)?.length === 0) {
      values.get(open)?.push(whole);
      continue;
    }
    open = null;
    listed = false;
    if (noteLines.length > 0 || notice.test(whole) || whole.length > 110) noteLines.push(line);
    else front.push(whole);
  }
  return headFacts(values, front, noteLines, memberLines, summonsOf(lines), ledger);
}

/** What the sentence that calls a meeting says; empty where there is none. */
interface Summons {
  readonly body: string;
  readonly date: string;
  readonly time: string;
  readonly venue: string;
}

/** “… a meeting of the PLANNING COMMITTEE to be held in the Council Chamber on Wednesday 5 November 2025 at 6.30 pm.” */
function summonsOf(lines: readonly PaperLine[]): Summons {
  const words = lines
    .map(({ text }) => withoutMarks(text))
    .join(" ")
    .replace(/\s+/g, " ");
  const called =
    /\bmeeting of (?:the )?(?<body>[^.;:]{3,120}?),? (?:(?:to|will|is to) be held|which will be held)\b(?<rest>.{0,260})/i.exec(
      words,
    )?.groups;
  const rest = called?.["rest"] ?? "";
  const [day] = printedDates(rest);
  if (!called || !day) return { body: "", date: "", time: "", venue: "" };
  const after = rest.slice(day.end);
  const place = /\b(?:in|at) (?:the )?(?<venue>\p{Lu}.+?)(?=,? on\b|,? at \d|$)/u;
  return {
    body: (called["body"] ?? "").trim(),
    date: rest.slice(day.start, day.end),
    time: timePattern.exec(after)?.[1] ?? timePattern.exec(rest.slice(0, day.start))?.[1] ?? "",
    venue: (
      place.exec(
        rest
          .slice(0, day.start)
          .replace(/,?\s*(?:on\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$/i, ""),
      )?.groups?.["venue"] ??
      place.exec(after.split(/\.(?=\s|$)/)[0]?.replace(timePattern, "") ?? "")?.groups?.["venue"] ??
      ""
    ).replace(/[\s,.;–-]+$/, ""),
  };
}

function headFacts(
  values: ReadonlyMap<Label, readonly string[]>,
  front: readonly string[],
  noteLines: readonly PaperLine[],
  memberLines: readonly { readonly text: string; readonly cells: readonly string[]; readonly line: number }[],
  summons: Summons,
  ledger: LineLedger,
): Omit<AgendaData, "items"> {
  const joined = (label: Label) => (values.get(label) ?? []).join(" ").replace(/\s+/g, " ").trim();
  const body = joined("body") || summons.body || bodyOf(front);
  const dateWords =
    joined("date") ||
    summons.date ||
    front.find((line) => printedDates(line).some(({ from, to }) => from !== null && from === to)) ||
    "";
  const date = printedDates(dateWords).find(({ from, to }) => from !== null && from === to)?.from;
  const time =
    joined("time") || summons.time || timePattern.exec(`${joined("date")} ${front.join(" ; ")}`)?.[1] || "";
  const venue =
    joined("venue") ||
    summons.venue ||
    front
      .filter(
        (line) =>
          line !== body &&
          /\b(?:room|chamber|hall|suite|centre|house|office|building|teams|zoom|online)\b/i.test(line) &&
          !/^\S*\s*(?:borough|county|city|district)?\s*council$/i.test(line),
      )
      .map((line) =>
        line
          .replace(/^.*?\b(?:in|at)\s+(?:the\s+)?(?=\p{Lu})/u, "")
          .replace(timePattern, "")
          .replace(/[\s,;–-]+$/, ""),
      )[0] ||
    "";
  const rest = front.filter(
    (line) =>
      !body.includes(line) &&
      !line.includes(body === "" ? "\u0000" : body) &&
      !(venue !== "" && line.includes(venue)) &&
      line !== dateWords &&
      !timePattern.test(` ${line}`),
  );
  const officer = officerOf(joined("officer"), joined("telephone"), joined("fax"), joined("email"));
  const blocks = paperBlocks(noteLines, ledger);
  return {
    body,
    ...(date ? { date } : {}),
    ...(time !== "" ? { time } : {}),
    ...(venue !== "" ? { venue } : {}),
    ...(officer ? { officer } : {}),
    membership: membershipOf(values, memberLines, ledger),
    notes: [
      ...rest,
      ...blocks.flatMap((block) =>
        block.kind === "table"
          ? block.rows.map(({ cells }) => cells.join(" ").trim())
          : [withoutMarks(block.text)],
      ),
      ...(values.has("quorum") ? [`Quorum: ${joined("quorum").replace(/\)$/, "")}`] : []),
    ],
  };
}

function officerOf(printed: string, telephone: string, fax: string, email: string): AgendaOfficer | null {
  const address = /[^\s:;,<>()]+@[^\s;,<>()]+/.exec(`${printed} ${email}`)?.[0] ?? "";
  const number = (telephone || (/\b0[\d\s()-]{8,}\d(?:\s*ext\.?\s*\d+)?/.exec(printed)?.[0] ?? ""))
    .replace(/^\(|\)$/g, "")
    .trim();
  const words = printed
    .replace(address, "")
    .replace(number, "")
    .replace(/\b(?:tel(?:ephone)?|e-?mail|on|at|or)\b\s*[:.]?\s*(?=[,;)]|$|\s{2}|on\b|or\b)/gi, "")
    .replace(/[\s,;:–-]+$/, "")
    .trim();
  if (words === "" && address === "" && number === "") return null;
  const parted = /^([^,(–]+?)\s*(?:,|\s[–-]\s|\()\s*([^)]+)\)?$/.exec(words);
  return {
    name: (parted?.[1] ?? words).trim(),
    ...(parted?.[2] ? { post: parted[2].trim() } : {}),
    ...(number !== "" ? { telephone: number.replace(/[\s,;.]+$/, "") } : {}),
    ...(fax !== "" ? { fax } : {}),
    ...(address !== "" ? { email: address } : {}),
  };
}

function membershipOf(
  values: ReadonlyMap<Label, readonly string[]>,
  lines: readonly { readonly text: string; readonly cells: readonly string[]; readonly line: number }[],
  ledger: LineLedger,
): Membership {
  const members: (PrintedPerson & { substitute?: string })[] = readPeople(
    (values.get("members") ?? []).join("\n"),
  );
  const substitutes = readPeople((values.get("substitutes") ?? []).join("\n"));
  const unpaired: string[] = [];
  const seen = new Set<string>();
  for (const { text, cells, line } of lines) {
    const key = text
      .toLowerCase()
      .replace(/\bclir\b/g, "cllr")
      .replace(/[^a-z]/g, "");
    if (/^(?:councillors?|members?|substitutes?)+$/.test(key)) continue;
    if (seen.has(key)) {
      ledger.note(line, `“${opening(text)}” stands in the list of members twice; it is kept once.`);
      continue;
    }
    seen.add(key);
    const names = cells.length > 1 ? cells : text.split(/\s+(?=(?:Cllrs?|Clirs?|Councillor)\b)/);
    if (names.length >= 2 && names.length % 2 === 0) {
      for (let at = 0; at < names.length; at += 2) {
        const [member] = readPeople(names[at] ?? "");
        const [substitute] = readPeople(names[at + 1] ?? "");
        if (member) members.push({ ...member, ...(substitute ? { substitute: substitute.name } : {}) });
      }
    } else unpaired.push(text);
  }
  if (unpaired.length > 0) {
    ledger.note(
      lines.find(({ text }) => text === unpaired[0])?.line ?? 1,
      `${unpaired.length} ${unpaired.length === 1 ? "line" : "lines"} of the list of members and substitutes ${unpaired.length === 1 ? "does" : "do"} not say which of the two they name; they are kept as printed.`,
    );
  }
  return { members, substitutes, unpaired };
}

const range = /\(?\s*pages?:?\s*(\d+)\s*(?:[-–—]|to)\s*(\d+)\s*\)?/i;
const openRange = /\(\s*pages?:?\s*(\d+)\s*(?:[-–—]|to)\s*\)?(?=\s*(?:report\b|$))/i;
const onePage = /\(\s*pages?:?\s*(\d+)\s*\)/i;
const bareRange = /\s{2,}(\d{1,3})\s*[-–—]\s*(\d{1,3})\s*$/;
/** The range behind a title whose wide space is gone. */
const spacedRange = /\s+\d{1,3}\s*[-–—]\s*\d{1,3}\s*$/;
const toFollow = /\(?\b(?:report )?to follow\b\.?\)?/i;
const author =
  /(?:^|\s)(?:joint\s+)?reports?\s+(?:of|by|from)\s+(?:the\s+)?(.+?)(?:\.(?=\s|$)|$|\s+(?=\(|attached\b))/i;

function readItem(start: ItemStart, lines: readonly PaperLine[], wrapped: boolean, ledger: LineLedger): Item {
  const [first, ...others] = lines;
  const item: Item = {
    number: start.number,
    ...(start.reference === String(start.number) ? {} : { reference: start.reference }),
    title: "",
    toFollow: false,
    exempt: false,
    exemptParagraphs: [],
    text: [],
    line: first?.number ?? 1,
  };
  const flat = lines
    .map(({ text }) =>
      itemCells(text)
        .map(withoutMarks)
        .filter((cell) => cell !== "")
        .join("  "),
    )
    .join("\n");
  const pages = range.exec(flat.replace(/\n+/g, " "));
  const begun = pages ? null : openRange.exec(flat.replace(/\n+/g, " "));
  // An item of several parts holds the pages from its first to its last.
  const bares =
    pages || begun
      ? []
      : flat.split("\n").flatMap((text) => {
          const found = bareRange.exec(text);
          return found ? [found] : [];
        });
  const single = pages || begun || bares.length > 0 ? null : onePage.exec(flat);
  const from = pages?.[1] ?? bares[0]?.[1];
  const to = pages?.[2] ?? bares.at(-1)?.[2];
  if (from && to) {
    item.pageFrom = Number(from);
    item.pageTo = Number(to);
  } else if (begun?.[1]) item.pageFrom = Number(begun[1]);
  else if (single?.[1]) {
    item.pageFrom = Number(single[1]);
    item.pageTo = Number(single[1]);
  }
  item.toFollow = toFollow.test(flat.replace(/\bminutes? to follow up\b/gi, ""));
  const exempt =
    /\b(?:not for publication|exempt(?! from)|confidential|part (?:2|ii|b)\b|private)\b[^\n]*/i.exec(flat);
  if (exempt) {
    item.exempt =
      /\(|paragraph|not for publication|part (?:2|ii|b)/i.test(exempt[0]) &&
      !/exclusion of/i.test(start.title);
    item.exemptParagraphs = [
      ...new Set(
        [
          ...flat.matchAll(
            /\bparagraphs?\s*(?:\(s\))?\s*(?:no\.?\s*)?((?:\d{1,2}(?:\s*(?:,|and|&|or)\s*)?)+)/gi,
          ),
        ].flatMap(([, cited = ""]) => [...cited.matchAll(/\d+/g)].map(Number)),
      ),
    ];
  }
  const cleared = (text: string) =>
    text
      .replace(range, " ")
      .replace(openRange, " ")
      .replace(/\(\s*pages?:?\s*\d+\s*(?:[-–—]|to)\s*$/i, " ")
      .replace(onePage, " ")
      .replace(/^\(?\s*\d+\s*\)$/, " ")
      .replace(toFollow, " ")
      .replace(bareRange, " ")
      .replace(/\(\s*\)/g, " ");
  const body: string[] = [];
  let last = "";
  const titleOnNext =
    start.title !== "" && !withoutMarks(first?.text ?? "").includes(start.title.split("  ")[0] ?? "");
  const lead = titleOnNext ? "" : start.title;
  const pieces = [
    ...(lead === ""
      ? []
      : [{ text: bares.length > 0 ? lead.replace(spacedRange, "") : lead, blank: false, row: true }]),
    ...others.map((line, at) => ({
      text: itemCells(line.text)
        .map(withoutMarks)
        .filter((cell) => cell !== "")
        .join("  "),
      blank: (others[at - 1]?.text ?? (at === 0 ? "x" : "")).trim() === "",
      row: isTableRow(line.text),
    })),
  ];
  for (const piece of pieces) {
    if (piece.text === "") {
      last = "";
      continue;
    }
    let words = cleared(piece.text).replace(/\s+/g, " ").trim();
    const by = author.exec(words);
    if (by?.[1] && item.reportOf === undefined) {
      item.reportOf = by[1].trim();
      words = `${words.slice(0, by.index)} ${words.slice(by.index + by[0].length)}`
        .replace(/^[\s.]+|\s+$/g, "")
        .trim();
      last = "author";
    } else if (/^report of\b/i.test(words)) {
      if (by?.[1] && item.reportOf !== by[1])
        ledger.note(
          item.line,
          `Item ${item.reference ?? item.number} names a second author: “${opening(by[1])}”.`,
        );
      words = "";
    } else if (
      last === "author" &&
      wrapped &&
      !/^\(?[a-z][.)]\s/.test(words) &&
      /^[a-z(]|^\p{Lu}\p{L}*$/u.test(words) &&
      words.length < 50 &&
      item.reportOf !== undefined
    ) {
      item.reportOf = `${item.reportOf} ${words.replace(/\.$/, "")}`;
      continue;
    }
    if (words === "" || words === ".") continue;
    if (item.title === "") {
      item.title = words.replace(/(?<!\b\p{Lu})\.$/u, "").replace(/^\*+|\*+$/g, "");
      last = "title";
    } else if (
      last === "title" &&
      (/^\p{Ll}|^[-–(&]/u.test(words) ||
        /(?:[-–,&(]|\b(?:and|of|the|for|to|in|on))$/i.test(item.title) ||
        (isCapitals(item.title) && isCapitals(words)))
    ) {
      item.title = `${item.title} ${words.replace(/\.$/, "")}`;
    } else if (
      body.length > 0 &&
      !piece.blank &&
      !/^\(?[a-z][.)]\s/.test(words) &&
      (wrapped || /^\p{Ll}/u.test(words))
    ) {
      body[body.length - 1] = `${body.at(-1)} ${words}`;
      last = "text";
    } else {
      body.push(words);
      last = "text";
    }
  }
  item.title = item.title.replace(/\s+/g, " ").trim();
  return { ...item, text: body };
}

type Item = { -readonly [Name in keyof ReadAgendaItem]: ReadAgendaItem[Name] };

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
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
