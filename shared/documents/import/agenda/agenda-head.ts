import type { LineLedger } from "../lines/line-ledger.ts";
import { paperBlocks } from "../lines/paper-blocks.ts";
import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { bodyOf, bodyWords, timePattern } from "../lines/printed-body.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { type AgendaLabel, agendaLabel, headsMembers, labelledParts } from "./agenda-labels.ts";
import { type MemberLine, membershipOf, namesInRow } from "./agenda-members.ts";
import { isAgendaTitle, partHeading } from "./agenda-places.ts";
import type { AgendaData, AgendaOfficer } from "./read-agenda.ts";

const memberHead = /^(?:members?|councillors?)\s+(?:named\s+)?substitutes?(?:\s+members?)?$/i;
const nameLine = /^(?:cllrs?|clirs?|councillors?|mr|mrs|ms|miss|dr|father|rev|reverend|canon|sir|dame)\b/i;
const notice =
  /[.!?]$|\b(?:please|if you|members of the public|meeting (?:will|is)|webcast|filmed|recorded)\b/i;

/** The front of an agenda as it was read. */
export interface ReadHead {
  readonly facts: Omit<AgendaData, "items">;
  /** Labels as printed: what was read stands under what they mean. */
  readonly labels: readonly string[];
}

/** What the front of an agenda tells of its meeting, and the notices that stand on it. */
export function readHead(lines: readonly PaperLine[], ledger: LineLedger): ReadHead {
  ledger.readAll(lines);
  const head: Head = { values: new Map(), members: [], front: [], noteLines: [], memberLines: [] };
  const { values, members, front, noteLines, memberLines } = head;
  const labels: string[] = [];
  const summons = summonsOf(lines);
  let open: AgendaLabel | null = null;
  /** Between the head “Member | Substitute” and the next label. */
  let listed = false;
  const openMembers = (first: readonly string[]) => {
    members.push([...first]);
    open = "members";
    listed = false;
  };
  for (const line of lines) {
    const cells = cellsOf(line.text)
      .map(withoutMarks)
      .filter((cell) => cell !== "");
    const whole = cells.join(" ").replace(/^[-*•·▪]\s+/, "");
    if (whole === "") {
      if (noteLines.length > 0) noteLines.push(line);
      if (open !== "members" && open !== "body" && open !== "officer" && open !== "substitutes") open = null;
      continue;
    }
    if (/^public document pack$/i.test(whole) || isAgendaTitle(whole)) {
      labels.push(whole);
      open = null;
      continue;
    }
    if (
      memberHead.test(whole) ||
      (/^members?$/i.test(whole) && open === null && values.size > 0 && !headed(line))
    ) {
      listed = true;
      open = null;
      continue;
    }
    if (headsMembers(line.text) && !listed) {
      openMembers([]);
      labels.push(whole);
      continue;
    }
    // “To: The Chair and Members of …” addresses a summons; its names stand below, up to the letter.
    if (
      /^to:?\s+(?:the\s+)?(?:chair\p{L}*|mayor|members|all members)\b.*\b(?:committee|cabinet|council|board|panel|executive)\b/iu.test(
        whole,
      )
    ) {
      openMembers([]);
      front.push(whole);
      continue;
    }
    if (/^(?:dear\b|you are (?:hereby )?(?:summoned|invited|requested))/i.test(whole)) open = null;
    if (summons.body !== "" && /^you are\b/i.test(whole)) {
      noteLines.push(line);
      continue;
    }
    const parts = labelledParts(line.text);
    for (const { label, words, value } of parts) {
      labels.push(words);
      const kept = value === "" ? [] : [value];
      if (label === "members") openMembers(withPart(words, kept));
      else {
        values.set(label, [...(values.get(label) ?? []), ...kept]);
        open = label;
      }
      if (label === "date" && /venue|place|location|where|room/i.test(words))
        values.set("venue", [placeIn(value)]);
      listed = false;
    }
    if (parts.length > 0) continue;
    if (/^(?:date|time|venue|place|location)$/i.test(whole)) {
      open = agendaLabel(whole);
      if (open) values.set(open, values.get(open) ?? []);
      continue;
    }
    // The members stand in one column, their substitutes below one another in the next.
    if (listed && memberLines.length > 0 && /^(?:named )?substitutes?(?: members?)?$/i.test(whole)) {
      members.push(memberLines.map(({ text }) => text));
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
      const list = open === "members" ? members.at(-1) : values.get(open);
      if (headsNames.test(whole)) continue;
      const ends =
        (list ?? []).length > 0 && (partHeading(line.text) !== null || shoutsAmong(whole, list ?? []));
      const bulleted = /^\s*[-*•·▪]\s/.test(line.text);
      if (
        !ends &&
        (nameLine.test(whole) ||
          bulleted ||
          goesOnWithNames(list?.at(-1) ?? "", whole) ||
          (/,|\band\b/.test(whole) && !notice.test(whole)) ||
          (whole.length < 50 && !notice.test(whole) && !bodyWords.test(whole)))
      ) {
        list?.push(
          ...(cells.length > 1
            ? namesInRow(cells)
            : line.text
                .trim()
                .replace(/^[-*•·▪]\s+/, "")
                .split(/\s{3,}/)
                .map(withoutMarks)),
        );
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
    const when =
      whole.length < 70 && printedDates(whole).some(({ from, to }) => from !== null && from === to);
    if (noteLines.length > 0 || (notice.test(whole) && !when) || whole.length > 110) noteLines.push(line);
    else front.push(whole);
  }
  return { facts: headFacts(head, summons, ledger), labels };
}

interface Head {
  readonly values: Map<AgendaLabel, string[]>;
  /** A list of names for each label that heads one. */
  readonly members: string[][];
  readonly front: string[];
  readonly noteLines: PaperLine[];
  readonly memberLines: MemberLine[];
}

/** A heading in capitals below names that are not printed so. */
function shoutsAmong(words: string, names: readonly string[]): boolean {
  const shouts = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  return shouts(words) && !names.every(shouts);
}

const headed = (line: PaperLine) => /^\s*(?:#|\*\*)/.test(line.text);

/** The head of a list of names, or of a table of them. */
const headsNames =
  /^(?:councillors?|cllrs|members?|names?)(?:\s+(?:responsibilit(?:y|ies)|portfolio|role|ward|division|party|group|representing|office))*\s*:?$/i;

/** Whether a sentence of names runs on over the next line, which may end it. */
function goesOnWithNames(above: string, words: string): boolean {
  return (
    /,/.test(above) &&
    !/(?<!\b\p{Lu})[.;]$/u.test(above) &&
    /^(?:(?:\p{Lu}[\p{L}'’-]*\.?|and|&|\([^()]{1,40}\))[\s,;]*)+$/u.test(words)
  );
}

/** “Chair: Councillor Marsh”: what the label says of the person goes with the name. */
function withPart(words: string, names: readonly string[]): readonly string[] {
  return /^(?:(?:vice|deputy)[-\s])?chair/i.test(words)
    ? names.map((name) => (/\(/.test(name) ? name : `${name} (${words})`))
    : names;
}

/** The place among the words of a label for day, hour and place. */
function placeIn(value: string): string {
  const [day] = printedDates(value);
  return value
    .slice(day?.end ?? 0)
    .replace(timePattern, "")
    .replace(/^[\s,;–-]+|[\s,;–-]+$/g, "")
    .replace(/^(?:at|in)\s+(?:the\s+)?/i, "");
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
  const held =
    /\bmeeting of (?:the )?(?<body>[^.;:]{3,120}?),? (?:(?:to|will|is to) (?:be held|take place)|which (?:will|is to) (?:be held|take place)|taking place|being held)\b(?<rest>.{0,260})/i;
  const placed = /(?<body>)\b(?:to|will) be held (?=(?:on|at|in)\b)(?<rest>.{0,260})/i;
  const called =
    held.exec(words)?.groups ??
    /\b(?:summoned|invited|requested|convened)\b.{0,60}?\bmeeting of (?:the )?(?<body>[^.;:]{3,120}?),? (?=(?:on|at|in)\b)(?<rest>.{0,260})/i.exec(
      words,
    )?.groups ??
    placed.exec(words)?.groups;
  const rest = called?.["rest"] ?? "";
  const [day] = printedDates(rest);
  if (!called || !day) return { body: "", date: "", time: "", venue: "" };
  const after = rest.slice(day.end);
  const place =
    /\b(?:in|at) (?:the )?(?<venue>\p{Lu}.+?)(?=,? on\b|,? at \d|,?\s+(?:membership|members|councillors|contact|reserves|agenda)\s*:|,? commencing\b|,? (?:for the (?:purpose|transaction)|to (?:consider|transact))\b|$)/u;
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
      place.exec(after.replace(timePattern, "").split(/\.(?=\s|$)/)[0] ?? "")?.groups?.["venue"] ??
      ""
    ).replace(/[\s,.;–-]+$/, ""),
  };
}

/** Names of a list, and what only speaks of them: “any trained member of the same group”. */
function namesAndNotices(lines: readonly string[]): [readonly string[], readonly string[]] {
  const speaks = (line: string) =>
    /^\p{Ll}|\b(?:any|may|must|all)\b/u.test(line) && /\.$|\b(?:any|may|must)\b/.test(line);
  return [lines.filter((line) => !speaks(line)), lines.filter(speaks)];
}

function headFacts(
  { values, members, front, noteLines, memberLines }: Head,
  summons: Summons,
  ledger: LineLedger,
): Omit<AgendaData, "items"> {
  const joined = (label: AgendaLabel) => (values.get(label) ?? []).join(" ").replace(/\s+/g, " ").trim();
  const body = withoutAgenda(joined("body")) || summons.body || withoutAgenda(bodyOf(front));
  // A summons may have a day of its own above it.
  const dateWords =
    summons.date ||
    joined("date") ||
    front.find((line) => printedDates(line).some(({ from, to }) => from !== null && from === to)) ||
    "";
  const date = printedDates(dateWords).find(({ from, to }) => from !== null && from === to)?.from;
  const time =
    joined("time") || summons.time || timePattern.exec(`${joined("date")} ${front.join(" ; ")}`)?.[1] || "";
  const venue =
    joined("venue").replace(/\.?\s*view (?:directions|map)$/i, "") ||
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
  const [substitutes, aboutThem] = namesAndNotices(values.get("substitutes") ?? []);
  return {
    body,
    ...(date ? { date } : {}),
    ...(time !== "" ? { time } : {}),
    ...(venue !== "" ? { venue } : {}),
    ...(officer ? { officer } : {}),
    membership: membershipOf(members, substitutes, memberLines, ledger),
    notes: [
      ...rest,
      ...blocks.flatMap((block) =>
        block.kind === "table"
          ? block.rows.map(({ cells }) => cells.join(" ").trim())
          : [withoutMarks(block.text)],
      ),
      ...aboutThem.map((words) => `Substitutes: ${words}`),
      ...(values.has("quorum") ? [`Quorum: ${joined("quorum").replace(/\)$/, "")}`] : []),
    ],
  };
}

/** “Agenda for Planning Committee on Thursday, 8 July 2027, 6.30 pm”: the body alone. */
function withoutAgenda(body: string): string {
  const [day] = printedDates(body);
  return (day && day.start > 0 ? body.slice(0, day.start) : body)
    .replace(/^notice of meeting\s+(?=\p{Lu})/iu, "")
    .replace(
      /^(?:(?:supplementary )?agenda|notice)\s*(?:for|of|[-–—:])\s*(?:the )?(?:meeting of (?:the )?)?/i,
      "",
    )
    .replace(/(?:[\s,–—-]+(?:on|agenda|(?:mon|tues|wednes|thurs|fri|satur|sun)day))+[\s,]*$/i, "")
    .replace(/[\s,;–—-]+$/, "");
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
    .replace(/(?:\s+(?:tel(?:ephone)?|e-?mail|on|at|or|by)\b[:.]?){1,4}\s*$/i, "")
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
