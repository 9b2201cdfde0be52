import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { plainText } from "../content/canonical-content.ts";
import { attributeOf, hasClass, type PageElement, pageElements, wordsOf } from "../content/page-elements.ts";
import { parseSectionHtml } from "../content/parse-section-html.ts";
import {
  childElements,
  elements,
  parseXml,
  UnreadableWordFile,
  type XmlElement,
} from "../read/word-package.ts";
import { contentLines } from "./content-lines.ts";
import { LineLedger } from "./line-ledger.ts";
import type { AgendaPaper, Coverage, PaperWarning, ReadPaper, RegisterPaper } from "./paper.ts";
import { type PaperText, textLines } from "./paper-lines.ts";
import { readDay } from "./printed-dates.ts";
import { withoutHomeAddresses } from "./private-addresses.ts";
import type { ReadAgendaItem } from "./read-agenda.ts";
import { minuteOf } from "./read-minutes.ts";
import type { RegisterData, RegisterDecision, RegisterMeeting } from "./register-paper.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

/*
 * What ModernGov’s web service and pages say. Records of councillors hold their home addresses: they are never read,
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
  close(): { coverage: Coverage; warnings: PaperWarning[] } {
    const blank = this.#leaves.filter(
      (leaf) => (leaf.textContent ?? "").trim() === "" && leaf.attributes.length === 0,
    ).length;
    const read = this.#leaves.filter(
      (leaf) => this.#read.has(leaf) && (leaf.textContent ?? "").trim() !== "",
    ).length;
    const left = this.#leaves.filter(
      (leaf) => !this.#read.has(leaf) && (leaf.textContent ?? "").trim() !== "",
    );
    const names = [...new Set(left.map((leaf) => leaf.localName?.toLowerCase() ?? ""))].sort();
    const lines = this.#leaves.length;
    return {
      coverage: { lines, read, blank: lines - read - left.length, warned: left.length },
      warnings:
        names.length === 0 || blank > lines
          ? []
          : [
              {
                line: 1,
                message: `Marks of the system that say nothing of the meeting were left out: ${names.join(", ")}.`,
              },
            ],
    };
  }
}

function register(account: ElementAccount, given: Partial<RegisterData>, title: string): RegisterPaper {
  const { coverage, warnings } = account.close();
  return {
    kind: "register",
    title: `${title} from ModernGov`,
    warnings,
    coverage,
    data: { system: "ModernGov", committees: [], meetings: [], decisions: [], ...given },
  };
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

/** Text that the service escapes twice: HTML inside XML. Home addresses do not come out. */
function wordsFrom(html: string): string[] {
  return contentLines(parseSectionHtml(html).content)
    .map((line) => withoutHomeAddresses(line.replace(/\*\*/g, "").trim()).text)
    .filter((line) => line !== "");
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
    member: !/^o/i.test(attendee.getAttribute("membertype") ?? ""),
  }));
  const allPublished = /true/i.test(account.text(root, "minutepublished"));
  const found = elements(root, "agendaitem");
  const body =
    found
      .map((item) => account.text(item, "refertocommittee") || committeeOfDocuments(item, account))
      .find((name) => name !== "") ?? "";
  const notes: PaperWarning[] = [];
  const items: ReadAgendaItem[] = [];
  const minutes = [];
  const ledger = new LineLedger([]);
  for (const item of found) {
    const title = wordsFrom(account.text(item, "agendaitemtitle")).join(" ");
    const restricted = isRestricted(account.text(item, "isrestricted"));
    const about = wordsFrom(account.text(item, "agendatext"));
    const minuted = account.text(item, "minutesnonemptyhtmlbody");
    const printed = account.text(item, "fulldisplaynumberformat").replace(/[.\s]+$/, "");
    // Number 0 stands before a heading that parts the agenda.
    if (account.text(item, "agendaitemnumber") === "0" || !/^\d/.test(printed)) {
      notes.push({ line: 1, message: `“${title}” parts the agenda and is no item.` });
      continue;
    }
    const linked = elements(item, "linkeddoc").map((document) => ({
      title: wordsFrom(account.text(document, "title")).join(" "),
      restricted: isRestricted(account.text(document, "isrestricted")),
      paragraphs: account.text(document, "restrictionsref"),
    }));
    const documents = linked.filter((document) => !document.restricted && !restricted);
    // Of what the public may not see, the title of the item and the paragraph are said, and nothing else.
    if (restricted && (about.length > 0 || minuted !== "" || linked.length > 0))
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
      number: Number.parseInt(printed, 10),
      ...(/^\d+$/.test(printed) ? {} : { reference: printed }),
      title,
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
    if (minuted !== "" && !restricted && !minutesOut)
      notes.push({ line: 1, message: `The minute of “${title}” is not published yet and was left out.` });
    if (minuted !== "" && !restricted && minutesOut) {
      const number = Number(account.text(item, "minutesitemnumber"));
      const lines = textLines(contentLines(parseSectionHtml(minuted).content).join("\n") || " ").lines;
      minutes.push(
        minuteOf({ number: Number.isFinite(number) && number > 0 ? number : null, title }, lines, ledger),
      );
    }
  }
  const { coverage, warnings } = account.close();
  warnings.push(...notes);
  if (people.length > 0)
    warnings.push({
      line: 1,
      message:
        "Of those who attend only names and roles were taken: addresses, pictures and party are left out.",
    });
  const shared = {
    body,
    ...(date ? { date } : {}),
    ...(time !== "" ? { time } : {}),
    ...(venue !== "" ? { venue } : {}),
  };
  const agenda: AgendaPaper = {
    kind: "agenda",
    title: ["Agenda", body, date ? writtenWithoutWeekday(date) : ""].filter((part) => part !== "").join(", "),
    warnings:
      body === ""
        ? [...warnings, { line: 1, message: "The meeting does not name its committee. Which is it?" }]
        : warnings,
    coverage,
    data: {
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
    },
  };
  if (minutes.length === 0) return agenda;
  const empty: Coverage = { lines: 0, read: 0, blank: 0, warned: 0 };
  return {
    kind: "document-pack",
    title: ["Document pack", body, date ? writtenWithoutWeekday(date) : ""]
      .filter((part) => part !== "")
      .join(", "),
    warnings: agenda.warnings,
    coverage,
    data: {
      documents: [
        { from: 1, to: 1, ...agenda },
        {
          from: 1,
          to: 1,
          kind: "minutes",
          title: ["Minutes", body, date ? writtenWithoutWeekday(date) : ""]
            .filter((part) => part !== "")
            .join(", "),
          warnings: [],
          coverage: empty,
          data: {
            ...shared,
            style: minutes.flatMap(({ decisions }) => decisions.map(({ style }) => style))[0] ?? null,
            present: people
              .filter(({ attendance, member }) => member && /^(?:present|in attendance)/i.test(attendance))
              .map(({ name, role }) => ({ name, ...(/chair/i.test(role) ? { role } : {}) })),
            apologies: people
              .filter(({ attendance }) => /apolog/i.test(attendance))
              .map(({ name }) => ({ name })),
            alsoPresent: people
              .filter(({ attendance, member }) => !member && !/apolog|absent|expected/i.test(attendance))
              .map(({ name, role }) => ({ name, ...(role !== "" ? { post: role } : {}) })),
            minutes,
            declarations: [],
            preamble: [],
          },
        },
      ],
    },
  };
}

function committeeOfDocuments(item: XmlElement, account: ElementAccount): string {
  return (
    elements(item, "linkeddoc")
      .map((document) => account.text(document, "committeetitle"))
      .find((name) => name !== "") ?? ""
  );
}

const ownAddress = /ieDecisionDetails\.aspx\?(?:[^"'\s]*[&;])?ID=(\d+)/gi;
const referenceLabel = /^(?:decision )?ref(?:erence|\.)?(?: (?:no|number))?\b/i;

/** A page “Decision details”; null when the page is none. */
export function readModernGovDecision(html: string): RegisterPaper | null {
  const all = pageElements(html);
  const labels = all.filter((element) => hasClass(element, "mgLabel"));
  const title = all.find((element) => hasClass(element, "mgSubTitleTxt"));
  if (labels.length < 2 || !title || all.some((element) => hasClass(element, "mgPlanItemTitle"))) return null;
  const value = (label: RegExp) => {
    const found = labels.find((element) => label.test(wordsOf(element)));
    const parent = found?.parentNode;
    if (!found || !parent || !("tagName" in parent)) return "";
    return wordsOf(parent)
      .slice(wordsOf(found).length)
      .replace(/^[\s:]+/, "");
  };
  const under = (heading: RegExp) => {
    const at = all.findIndex((element) => /^h[1-6]$/.test(element.tagName) && heading.test(wordsOf(element)));
    const next = all
      .slice(at + 1)
      .find((element) => hasClass(element, "mgWordPara") || /^h[1-6]$/.test(element.tagName));
    if (at < 0 || !next || !hasClass(next, "mgWordPara")) return "";
    return withoutHomeAddresses(plainText(parseSectionHtml(innerHtml(next)).content).trim()).text;
  };
  const yes = (text: string) => (/^yes/i.test(text) ? true : /^no/i.test(text) ? false : null);
  const some = (name: string, text: string | null) => (text ? { [name]: text } : {});
  // A page that was saved whole carries its own address; one with several numbers leads to other decisions too.
  const [id, ...otherIds] = new Set([...html.matchAll(ownAddress)].map(([, number]) => number));
  const urgent = yes(value(/^(?:is (?:this |it )?(?:an? )?)?urgent/i));
  const decision: RegisterDecision = {
    ...(id !== undefined && otherIds.length === 0 ? { id } : {}),
    title: wordsOf(title),
    ...some("reference", value(referenceLabel)),
    ...some("decisionMaker", value(/^decision maker/i)),
    ...some("status", value(/^decision status/i)),
    keyDecision: yes(value(/^is key decision/i)),
    callIn: yes(value(/^is subject to call/i)),
    ...(urgent === null ? {} : { urgent }),
    ...some("purpose", under(/^purpose/i)),
    text: under(/^decision\s*:?$/i),
    ...some("reasons", under(/^reasons?\b/i)),
    ...some("alternatives", under(/^alternative/i)),
    ...some("published", readDay(value(/^publication date/i))),
    ...some("date", readDay(value(/^date of decision/i))),
    ...some("effectiveFrom", readDay(value(/^effective from/i))),
    ...some("meeting", value(/^decided at meeting/i)),
    documents: all
      .filter((element) => element.tagName === "a" && /documents\/s\d+/.test(attributeOf(element, "href")))
      .map((element) => wordsOf(element).replace(/\s+pdf \d+.*$/i, "")),
  };
  const kept =
    /^(?:decision maker|decision status|is key decision|is subject to call|publication date|date of decision|effective from|decided at meeting|accompanying documents|(?:is (?:this |it )?(?:an? )?)?urgent)/i;
  const left = labels
    .map((element) => wordsOf(element).replace(/[\s:?]+$/, ""))
    .filter((label) => label !== "" && !kept.test(label) && !referenceLabel.test(label));
  return page(
    [decision],
    `Decision: ${decision.title}`,
    html,
    left.length > 0
      ? [`What stands beside ${left.map((label) => `“${label}”`).join(", ")} was left out.`]
      : [],
  );
}

/**
 * A page “Forward plan” with its items as the lines of a plan, each field on a row of its own; null when the page
 * is none.
 */
export function modernGovPlanLines(html: string): PaperText | null {
  const all = pageElements(html);
  if (!all.some((element) => hasClass(element, "mgPlanItemTitle"))) return null;
  const texts: string[] = ["FORWARD PLAN"];
  for (const element of all)
    if (/^(?:title|h1|h2)$/.test(element.tagName) || hasClass(element, "mgSubTitleTxt"))
      texts.push(wordsOf(element));
  for (const element of all) {
    const parent = element.parentNode;
    if (hasClass(element, "mgPlanItemTitle")) texts.push("", `Title\t${wordsOf(element)}\t`);
    else if (hasClass(element, "mgWordPara"))
      texts.push(
        `Details\t${contentLines(parseSectionHtml(innerHtml(element)).content)
          .join(" ")
          .replace(/\s+/g, " ")
          .trim()}\t`,
      );
    else if (hasClass(element, "mgLabel") && parent && "tagName" in parent) {
      const label = wordsOf(element).replace(/[\s:?]+$/, "");
      const value = wordsOf(parent)
        .slice(wordsOf(element).length)
        .replace(/^[\s:]+/, "");
      texts.push(`${label}\t${value}\t`);
    }
  }
  const { lines, notes } = textLines([...new Set(texts.slice(0, 6)), ...texts.slice(6)].join("\n"));
  return {
    lines,
    notes: [
      ...notes,
      {
        line: 1,
        message:
          "The page’s frame, its links and what stands above its items are no fields of an item and were left out.",
      },
    ],
  };
}

/** What stands inside an element, without attributes. */
function innerHtml(element: PageElement): string {
  const text = (nodes: PageElement["childNodes"]): string =>
    nodes
      .map((node) => {
        if (node.nodeName === "#text" && "value" in node)
          return node.value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        return "tagName" in node ? `<${node.tagName}>${text(node.childNodes)}</${node.tagName}>` : "";
      })
      .join("");
  return text(element.childNodes);
}

/** A table “Decisions published”; null when the page is none. */
export function readModernGovDecisionList(html: string): RegisterPaper | null {
  const all = pageElements(html);
  const table = all.find((element) => element.tagName === "table" && hasClass(element, "mgTabTable"));
  if (!table) return null;
  const rows = all.filter((element) => element.tagName === "tr");
  const decisions = rows.flatMap((row): RegisterDecision[] => {
    const cells = row.childNodes.filter(
      (node): node is PageElement => "tagName" in node && node.tagName === "td",
    );
    const link = pageElementsOf(cells[0]).find((element) => element.tagName === "a");
    const id = /ieDecisionDetails\.aspx\?ID=(\d+)/i.exec(link ? attributeOf(link, "href") : "")?.[1];
    if (!link || !id) return [];
    const [, date, effective, callIn] = cells.map(wordsOf);
    const [day, from] = [readDay(date ?? ""), readDay(effective ?? "")];
    return [
      {
        id,
        title: wordsOf(link),
        keyDecision: null,
        callIn: /not for call-in/i.test(callIn ?? "") ? false : callIn ? true : null,
        text: "",
        ...(day ? { date: day } : {}),
        ...(from ? { effectiveFrom: from } : {}),
        documents: [],
      },
    ];
  });
  const left =
    rows.filter((row) => row.childNodes.some((node) => "tagName" in node && node.tagName === "td")).length -
    decisions.length;
  return page(
    decisions,
    "Decisions published",
    html,
    left > 0
      ? [
          `${left} ${left === 1 ? "row leads" : "rows lead"} to no decision and ${left === 1 ? "was" : "were"} left out.`,
        ]
      : [],
  );
}

function pageElementsOf(element: PageElement | undefined): PageElement[] {
  if (!element) return [];
  return element.childNodes.flatMap((node) => ("tagName" in node ? [node, ...pageElementsOf(node)] : []));
}

function page(
  decisions: readonly RegisterDecision[],
  title: string,
  html: string,
  notes: readonly string[] = [],
): RegisterPaper {
  return registerPage("ModernGov", { decisions }, title, html, notes);
}

/** A page as a register: its lines are counted as they stand in the file. */
export function registerPage(
  system: RegisterData["system"],
  given: Partial<RegisterData>,
  title: string,
  html: string,
  notes: readonly string[] = [],
): RegisterPaper {
  const lines = html.split(/\r?\n/);
  const blank = lines.filter((line) => line.replace(/<[^>]*>|&nbsp;/g, "").trim() === "").length;
  return {
    kind: "register",
    title,
    warnings: [
      {
        line: 1,
        message:
          "The page’s frame, its links and the names of its marks are not words of the council and were left out.",
      },
      ...notes.map((message) => ({ line: 1, message })),
    ],
    coverage: { lines: lines.length, read: lines.length - blank, blank, warned: 0 },
    data: { system, committees: [], meetings: [], decisions: [], ...given },
  };
}
