import { writtenWithoutWeekday } from "../../../rules/dates/written-dates.ts";
import { parseSectionHtml } from "../../content/parse-section-html.ts";
import {
  childElements,
  elements,
  parseXml,
  UnreadableWordFile,
  type XmlElement,
} from "../../read/word-package.ts";
import type { ReadAgendaItem } from "../agenda/read-agenda.ts";
import { contentLines } from "../forms/content-lines.ts";
import { LineLedger, opening } from "../lines/line-ledger.ts";
import { textLines } from "../lines/paper-lines.ts";
import { readDay } from "../lines/printed-dates.ts";
import { homeLeftOut, withoutHomeAddresses } from "../lines/private-addresses.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import { WordAccount } from "../lines/word-account.ts";
import { minuteOf } from "../minutes/read-minutes.ts";
import type {
  AgendaPaper,
  Coverage,
  MinutesPaper,
  PaperWarning,
  ReadPaper,
  RegisterPaper,
} from "../paper.ts";
import type { RegisterData, RegisterMeeting } from "./register-paper.ts";

/*
 * What ModernGov’s web service says. Records of councillors hold their home addresses: they are never read,
 * and of those who attend only the name and the role are taken.
 */

/** Reads an answer of the web service: committees, meetings, or one meeting with its agenda and minutes. */
export function readModernGovXml(source: string, fileName: string): ReadPaper {
  const root = rootOf(source, fileName);
  const account = new ElementAccount(root);
  switch (root.localName?.toLowerCase()) {
    case "committees":
      return register(account, { committees: committeesOf(root, account) }, "Committees");
    case "getmeetings":
    case "getallmeetingsbydate":
      return register(account, { meetings: meetingsOf(root, account) }, "Meetings");
    case "meeting":
    case "getmeeting":
      return meetingOf(root, account);
    default:
      throw new UnreadablePaper(
        fileName,
        "holds records of councillors, which ModernGov gives with their home addresses. Those are never imported.",
      );
  }
}

function rootOf(source: string, fileName: string): XmlElement {
  try {
    const root = parseXml(source.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, ""), fileName).documentElement;
    if (root) return root;
  } catch (cause) {
    if (!(cause instanceof UnreadableWordFile)) throw cause;
    throw new UnreadablePaper(
      fileName,
      "is XML that was not saved whole, or is not well formed. Fetch it again.",
      cause,
    );
  }
  throw new UnreadablePaper(fileName, "is XML without content.");
}

/** Which elements were read. A line of the account is an element without children. */
class ElementAccount {
  readonly #leaves: readonly XmlElement[];
  readonly #read = new Set<XmlElement>();
  /** Elements whose words must stand in the data. */
  readonly #worded = new Set<XmlElement>();
  /** Home addresses that were left out. */
  homes = 0;
  constructor(root: XmlElement) {
    const leaves: XmlElement[] = [];
    const walk = (element: XmlElement) => {
      const children = childElements(element);
      if (children.length === 0) leaves.push(element);
      for (const child of children) walk(child);
    };
    walk(root);
    this.#leaves = leaves;
  }
  /** The words of a child element, plain; empty when it is not there. */
  text(parent: XmlElement, name: string): string {
    const child = childElements(parent).find((one) => one.localName?.toLowerCase() === name);
    if (!child) return "";
    this.#read.add(child);
    return (child.textContent ?? "").trim();
  }
  /** The words of a child element that holds mark-up, escaped once or twice, as lines; no home addresses. */
  lines(parent: XmlElement, name: string): string[] {
    const found = linesOf(this.text(parent, name));
    const child = childElements(parent).find((one) => one.localName?.toLowerCase() === name);
    if (child) this.#worded.add(child);
    this.homes += found.homes;
    return found.lines;
  }
  /** The words of an element, or of one of its children, are left out for a reason that is told. */
  leaveOut(parent: XmlElement, name?: string): void {
    const walk = (element: XmlElement) => {
      this.#worded.delete(element);
      childElements(element).forEach(walk);
    };
    for (const child of [parent, ...childElements(parent)])
      if (name === undefined || child.localName?.toLowerCase() === name) walk(child);
  }
  /** @param read what was made of the answer. */
  close(read: unknown): { coverage: Coverage; warnings: PaperWarning[] } {
    const filled = this.#leaves.filter((leaf) => (leaf.textContent ?? "").trim() !== "");
    const left = filled.filter((leaf) => !this.#read.has(leaf));
    const names = [...new Set(left.map((leaf) => leaf.localName?.toLowerCase() ?? ""))].sort();
    const words = new WordAccount(read, []);
    const lost = filled
      .filter((leaf) => this.#worded.has(leaf))
      .flatMap((leaf) => {
        const missing = linesOf(leaf.textContent ?? "").lines.flatMap((line) => words.lostIn(line));
        return missing.length > 0 ? [{ leaf, missing }] : [];
      });
    const warnings: PaperWarning[] = lost.map(({ leaf, missing }) => ({
      line: 1,
      message: `Of a mark “${leaf.localName?.toLowerCase()}” these words were not read: “${opening(missing.join(" "))}”. Look whether they matter.`,
    }));
    if (names.length > 0)
      warnings.push({
        line: 1,
        message: `Marks of the system that say nothing of the meeting were left out: ${names.join(", ")}.`,
      });
    if (this.homes > 0) warnings.push({ line: 1, message: homeLeftOut });
    const lines = this.#leaves.length;
    return {
      coverage: {
        lines,
        read: filled.length - left.length - lost.length,
        blank: lines - filled.length,
        warned: left.length + lost.length,
      },
      warnings,
    };
  }
}

/** Text that the service escapes once or twice: HTML inside XML, or escaped HTML inside it. */
function linesOf(html: string): { readonly lines: string[]; readonly homes: number } {
  const once = contentLines(parseSectionHtml(html).content);
  const escaped = once.join("\n");
  const twice = /<\/?(?:p|div|span|b|i|strong|em|ol|ul|li|table|br)\b[^>]*>/i.test(escaped)
    ? contentLines(parseSectionHtml(escaped.replace(/\*\*/g, "")).content)
    : once;
  let homes = 0;
  const lines = twice.map((line) => {
    const plain = withoutHomeAddresses(line);
    homes += plain.count;
    return plain.text;
  });
  return { lines, homes };
}

function register(account: ElementAccount, given: Partial<RegisterData>, title: string): RegisterPaper {
  const data: RegisterData = { system: "ModernGov", committees: [], meetings: [], decisions: [], ...given };
  return { kind: "register", title: `${title} from ModernGov`, ...account.close(data), data };
}

function committeesOf(root: XmlElement, account: ElementAccount): RegisterData["committees"] {
  return elements(root, "committee").map((committee) => {
    const category = account.text(committee, "committeecategory");
    return {
      id: account.text(committee, "committeeid"),
      name: account.text(committee, "committeetitle"),
      ...(category !== "" ? { category } : {}),
      expired:
        /true/i.test(account.text(committee, "committeeexpired")) ||
        /true/i.test(account.text(committee, "committeedeleted")),
    };
  });
}

function meetingsOf(root: XmlElement, account: ElementAccount): RegisterMeeting[] {
  const committees = elements(root, "committee");
  const holders = committees.length > 0 ? committees : [root];
  return holders.flatMap((committee) => {
    const body = account.text(committee, "committeetitle");
    return elements(committee, "meeting").flatMap((meeting): RegisterMeeting[] => {
      const date = readDay(account.text(meeting, "meetingdate"));
      if (!date) return [];
      const time = account.text(meeting, "meetingtime");
      const status = account.text(meeting, "meetingstatus");
      const venue = account.text(meeting, "meetinglocation");
      return [
        {
          id: account.text(meeting, "meetingid"),
          body: body || account.text(meeting, "committeetitle"),
          date,
          ...(time !== "" ? { time } : {}),
          ...(venue !== "" ? { venue } : {}),
          ...(status !== "" ? { status } : {}),
          documents: [],
        },
      ];
    });
  });
}

/** Whether the public may not see it: every answer but a plain “no” is taken as yes. */
function isRestricted(answer: string): boolean {
  return !/^(?:|false|0|no)$/i.test(answer.trim());
}

function meetingOf(root: XmlElement, account: ElementAccount): ReadPaper {
  const date = readDay(account.text(root, "meetingdate"));
  const status = account.text(root, "meetingstatus");
  const time = account.text(root, "meetingtime");
  const venue = account.text(root, "meetinglocation");
  const people = elements(root, "attendee").map((attendee) => ({
    name: (attendee.getAttribute("name") ?? "").replace(/^councillor\s+/i, ""),
    role: attendee.getAttribute("roledescription") ?? "",
    attendance: attendee.getAttribute("attendance") ?? "",
    member:
      !/^o/i.test(attendee.getAttribute("membertype") ?? "") &&
      !/\bofficer\b|\bclerk\b|^(?:director|head|manager|solicitor)\b/i.test(
        attendee.getAttribute("roledescription") ?? "",
      ),
  }));
  const allPublished = /true/i.test(account.text(root, "minutepublished"));
  const found = elements(root, "agendaitem");
  const body =
    account.text(root, "committeetitle") ||
    (found
      .map((item) => account.text(item, "refertocommittee") || committeeOfDocuments(item, account))
      .find((name) => name !== "") ??
      "");
  const notes: PaperWarning[] = [];
  const items: ReadAgendaItem[] = [];
  const minutes = [];
  const ledger = new LineLedger([]);
  for (const item of found) {
    const title = plainLines(account.lines(item, "agendaitemtitle")).join(" ");
    const restricted = isRestricted(account.text(item, "isrestricted"));
    const about = plainLines(account.lines(item, "agendatext"));
    const minuted = account.lines(item, "minutesnonemptyhtmlbody");
    const minutedAtAll = plainLines(minuted).length > 0;
    const printed = account.text(item, "fulldisplaynumberformat").replace(/[.\s]+$/, "");
    const counted = account.text(item, "agendaitemnumber");
    // Number 0 stands before a heading that parts the agenda.
    if ((counted === "0" || printed === "") && !minutedAtAll) {
      account.leaveOut(item);
      notes.push({
        line: 1,
        message: `“${title}” parts the agenda and is no item${about.length > 0 ? `; its text was left out: “${opening(about.join(" "))}”` : ""}.`,
      });
      continue;
    }
    const linked = elements(item, "linkeddoc").map((document) => ({
      title: plainLines(account.lines(document, "title")).join(" "),
      restricted: isRestricted(account.text(document, "isrestricted")),
      paragraphs: account.text(document, "restrictionsref"),
    }));
    const documents = linked.filter((document) => !document.restricted && !restricted);
    // Of what the public may not see, the title of the item and the paragraph are said, and nothing else.
    if (restricted) account.leaveOut(item);
    else
      for (const document of elements(item, "linkeddoc"))
        if (isRestricted(account.text(document, "isrestricted"))) account.leaveOut(document);
    if (restricted && (about.length > 0 || minutedAtAll || linked.length > 0))
      notes.push({ line: 1, message: `“${title}” is restricted: only its title was taken.` });
    else if (documents.length < linked.length)
      notes.push({
        line: 1,
        message: `${linked.length - documents.length} restricted ${linked.length - documents.length === 1 ? "document" : "documents"} of “${title}” ${linked.length - documents.length === 1 ? "was" : "were"} left out.`,
      });
    const text = restricted ? [] : about;
    const cited = [
      ...`${account.text(item, "restrictionsref")} ${restricted ? linked.map(({ paragraphs }) => paragraphs).join(" ") : ""}`.matchAll(
        /\d+/g,
      ),
    ].map(Number);
    items.push({
      number: Number(/\d+/.exec(printed)?.[0] ?? counted) || 0,
      ...(/^\d+$/.test(printed) ? {} : { reference: printed }),
      title,
      ...reportOf(text),
      toFollow: /\bto follow\b/i.test(`${title} ${text.join(" ")}`),
      exempt: restricted,
      exemptParagraphs: [...new Set(cited)]
        .filter((number) => number >= 1 && number <= 7)
        .sort((a, b) => a - b),
      text: [...text, ...documents.map((document) => `Document: ${document.title}`)],
      line: 1,
    });
    const flag = account.text(item, "isminutepublished");
    const minutesOut = flag === "" ? allPublished : /true/i.test(flag);
    if (minutedAtAll && !restricted && !minutesOut) {
      account.leaveOut(item, "minutesnonemptyhtmlbody");
      notes.push({ line: 1, message: `The minute of “${title}” is not published yet and was left out.` });
    }
    if (minutedAtAll && !restricted && minutesOut) {
      const number = Number(account.text(item, "minutesitemnumber"));
      const { lines } = textLines(minuted.join("\n"));
      minutes.push(
        minuteOf({ number: Number.isFinite(number) && number > 0 ? number : null, title }, lines, ledger),
      );
    }
  }
  const shared = {
    body,
    ...(date ? { date } : {}),
    ...(time !== "" ? { time } : {}),
    ...(venue !== "" ? { venue } : {}),
  };
  const agendaData: AgendaPaper["data"] = {
    ...shared,
    ...(status !== "" ? { status } : {}),
    membership: {
      members: people
        .filter(({ member }) => member)
        .map(({ name, role }) => ({ name, ...(role !== "" ? { role } : {}) })),
      substitutes: [],
      unpaired: [],
    },
    notes: [],
    items,
  };
  const minutesData: MinutesPaper["data"] = {
    ...shared,
    style: minutes.flatMap(({ decisions }) => decisions.map(({ style }) => style))[0] ?? null,
    present: people
      .filter(({ attendance, member }) => member && /^(?:present|in attendance)/i.test(attendance))
      .map(({ name, role }) => ({ name, ...(/chair/i.test(role) ? { role } : {}) })),
    apologies: people.filter(({ attendance }) => /apolog/i.test(attendance)).map(({ name }) => ({ name })),
    alsoPresent: people
      .filter(({ attendance, member }) => !member && !/apolog|absent|expected/i.test(attendance))
      .map(({ name, role }) => ({ name, ...(role !== "" ? { post: role } : {}) })),
    minutes,
    declarations: [],
    preamble: [],
  };
  const { coverage, warnings: unread } = account.close([agendaData, minutesData]);
  const warnings = [
    ...unread,
    ...notes,
    ...(people.length > 0
      ? [
          {
            line: 1,
            message:
              "Of those who attend only names and roles were taken: addresses, pictures and party are left out.",
          },
        ]
      : []),
    ...(body === "" ? [{ line: 1, message: "The meeting does not name its committee. Which is it?" }] : []),
  ];
  const named = (what: string) =>
    [what, body, date ? writtenWithoutWeekday(date) : ""].filter((part) => part !== "").join(", ");
  const agenda: AgendaPaper = {
    kind: "agenda",
    title: named("Agenda"),
    warnings,
    coverage,
    data: agendaData,
  };
  if (minutes.length === 0) return agenda;
  const empty: Coverage = { lines: 0, read: 0, blank: 0, warned: 0 };
  return {
    kind: "document-pack",
    title: named("Document pack"),
    warnings,
    coverage,
    data: {
      documents: [
        { from: 1, to: 1, ...agenda },
        {
          from: 1,
          to: 1,
          kind: "minutes",
          title: named("Minutes"),
          warnings: [],
          coverage: empty,
          data: minutesData,
        },
      ],
    },
  };
}

/** “Report of the Harbour Master attached.” */
function reportOf(lines: readonly string[]): { readonly reportOf?: string } {
  const who = lines
    .map(
      (line) =>
        /^report (?:of|by|from) (?:the )?(.+?)(?:,? (?:is )?(?:attached|enclosed|to follow))?\.?$/i.exec(
          line,
        )?.[1],
    )
    .find((found) => found !== undefined && found.length < 100);
  return who === undefined ? {} : { reportOf: who };
}

/** Lines without marks of type, and none that is blank. */
function plainLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\*\*/g, "").trim()).filter((line) => line !== "");
}

function committeeOfDocuments(item: XmlElement, account: ElementAccount): string {
  return (
    elements(item, "linkeddoc")
      .map((document) => account.text(document, "committeetitle"))
      .find((name) => name !== "") ?? ""
  );
}
