import { plainText } from "../../content/canonical-content.ts";
import {
  attributeOf,
  hasClass,
  type PageElement,
  pageElements,
  wordsOf,
} from "../../content/page-elements.ts";
import { parseSectionHtml } from "../../content/parse-section-html.ts";
import { contentLines } from "../forms/content-lines.ts";
import { PageAccount } from "../forms/page-account.ts";
import { type PaperText, textLines } from "../lines/paper-lines.ts";
import { dayPattern, readDay } from "../lines/printed-dates.ts";
import type { RegisterPaper } from "../paper.ts";
import type { RegisterDecision, RegisterMeeting } from "./register-paper.ts";

/* Pages of a council's site that ModernGov makes: decisions, lists of decisions and meetings, plans. */

const isContent = (element: PageElement) =>
  ["mgContent", "mgSubTitleTxt"].some((name) => hasClass(element, name));
const isHeading = (element: PageElement) => /^h[1-6]$/.test(element.tagName);
const ownAddress = /ieDecisionDetails\.aspx\?(?:[^"'\s]*[&;])?ID=(\d+)/gi;
const referenceLabel = /^(?:decision )?ref(?:erence|\.)?(?: (?:no|number))?\b/i;
const titled = (all: readonly PageElement[]) => all.find((element) => hasClass(element, "mgSubTitleTxt"));

/** What stands beside a label, in the element that holds it or, where it stands alone, in the next one. */
function besideLabel(label: PageElement): string {
  const parent = label.parentNode;
  if (!parent || !("tagName" in parent)) return "";
  const own = wordsOf(label);
  if (label.tagName === "span")
    return wordsOf(parent)
      .slice(own.length)
      .replace(/^[\s:]+/, "");
  const siblings = parent.childNodes.filter((node): node is PageElement => "tagName" in node);
  const next = siblings[siblings.indexOf(label) + 1];
  return next && !isHeading(next) && !hasClass(next, "mgLabel") ? wordsOf(next) : "";
}

/** A page “Decision details”; null when the page is none. */
export function readModernGovDecision(html: string): RegisterPaper | null {
  const account = new PageAccount(html, isContent);
  const all = account.elements;
  const labels = all.filter((element) => hasClass(element, "mgLabel"));
  const title = titled(all);
  if (labels.length < 2 || !title || isPlan(all)) return null;
  const value = (label: RegExp) => {
    const found = labels.find((element) => label.test(wordsOf(element)));
    return found ? account.clean(besideLabel(found)) : "";
  };
  /** All that stands below a heading, as far as the next. */
  const under = (heading: RegExp) => {
    const at = all.findIndex((element) => isHeading(element) && heading.test(wordsOf(element)));
    if (at < 0) return "";
    const end = all.findIndex(
      (element, place) => place > at && (isHeading(element) || hasClass(element, "mgLabel")),
    );
    const blocks = all
      .slice(at + 1, end < 0 ? undefined : end)
      .filter((element) => hasClass(element, "mgWordPara"));
    return account.clean(
      blocks
        .map((block) => plainText(parseSectionHtml(innerHtml(block)).content).trim())
        .filter((text) => text !== "")
        .join("\n"),
    );
  };
  const yes = (text: string) => (/^yes/i.test(text) ? true : /^no/i.test(text) ? false : null);
  const some = (name: string, text: string | null) => (text ? { [name]: text } : {});
  // A page that was saved whole carries its own address; one with several numbers leads to other decisions too.
  const [id, ...otherIds] = new Set([...html.matchAll(ownAddress)].map(([, number]) => number));
  const urgent = yes(value(/^(?:is (?:this |it )?(?:an? )?)?urgent/i));
  const decision: RegisterDecision = {
    ...(id !== undefined && otherIds.length === 0 ? { id } : {}),
    title: account.clean(wordsOf(title)),
    ...some("reference", value(referenceLabel)),
    ...some("decisionMaker", value(/^decision maker/i)),
    ...some("status", value(/^decision status/i)),
    keyDecision: yes(value(/^is key decision/i)),
    callIn: yes(value(/^is subject to call/i)),
    ...(urgent === null ? {} : { urgent }),
    ...some("purpose", under(/^purpose/i)),
    text: under(/^decisions?(?: made| taken)?\s*:?$/i),
    ...some("reasons", under(/^reasons?\b/i)),
    ...some("alternatives", under(/^(?:alternative|other options)/i)),
    ...some("published", readDay(value(/^publication date/i))),
    ...some("date", readDay(value(/^date of decision/i))),
    ...some("effectiveFrom", readDay(value(/^effective from|^date (?:it )?comes into force/i))),
    ...some("meeting", value(/^decided at meeting/i)),
    documents: all
      .filter((element) => element.tagName === "a" && /documents\/s\d+/.test(attributeOf(element, "href")))
      .map((element) => account.clean(wordsOf(element).replace(/\s+pdf \d+.*$/i, ""))),
  };
  const kept =
    /^(?:decision maker|decision status|is key decision|is subject to call|publication date|date of decision|effective from|date (?:it )?comes into force|decided at meeting|accompanying documents|(?:is (?:this |it )?(?:an? )?)?urgent)/i;
  const left = labels
    .map((element) => wordsOf(element).replace(/[\s:?]+$/, ""))
    .filter((label) => label !== "" && !kept.test(label) && !referenceLabel.test(label));
  return account.register("ModernGov", `Decision: ${decision.title}`, { decisions: [decision] }, left);
}

/** A page lists a plan's items where each has its own link, or where each says when its decision is due. */
function isPlan(all: readonly PageElement[]): boolean {
  const due = all.filter(
    (element) => hasClass(element, "mgLabel") && /^decision (?:due|expected)/i.test(wordsOf(element)),
  );
  return all.some((element) => hasClass(element, "mgPlanItemTitle")) || due.length > 1;
}

/**
 * A page “Forward plan” with its items as the lines of a plan, each field on a row of its own; null when the page
 * is none.
 */
export function modernGovPlanLines(html: string): PaperText | null {
  const all = pageElements(html);
  if (!isPlan(all)) return null;
  const titles = new Set(
    all.filter(
      (element) =>
        hasClass(element, "mgPlanItemTitle") || (/^h[3-6]$/.test(element.tagName) && linksToItem(element)),
    ),
  );
  const texts: string[] = ["FORWARD PLAN"];
  for (const element of all)
    if (/^(?:title|h1|h2)$/.test(element.tagName) || hasClass(element, "mgSubTitleTxt"))
      texts.push(wordsOf(element));
  texts.splice(0, texts.length, ...new Set(texts.slice(0, 6)));
  let inItem = false;
  let details = false;
  const add = (text: string) => {
    if (text === "") return;
    texts.push(`${details ? "" : "Details"}\t${text}\t`);
    details = true;
  };
  for (const element of all) {
    const parent = element.parentNode;
    if (titles.has(element)) {
      texts.push("", `Title\t${wordsOf(element)}\t`);
      inItem = true;
      details = false;
    } else if (hasClass(element, "mgWordPara"))
      add(
        contentLines(parseSectionHtml(innerHtml(element)).content)
          .join(" ")
          .replace(/\s+/g, " ")
          .trim(),
      );
    else if (hasClass(element, "mgLabel") && parent && "tagName" in parent)
      texts.push(`${wordsOf(element).replace(/[\s:?]+$/, "")}\t${besideLabel(element)}\t`);
    else if (
      element.tagName === "p" &&
      !insideOf(element, ["mgWordPara"]) &&
      !holdsLabel(element) &&
      !descendants(element).some((one) => titles.has(one))
    ) {
      if (inItem) add(struckOut(element));
      else if (insideOf(element, ["mgContent"])) texts.push(wordsOf(element));
    }
  }
  const { lines, notes } = textLines(texts.join("\n"));
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

function linksToItem(element: PageElement): boolean {
  return descendants(element).some(
    (one) =>
      one.tagName === "a" && /mgIssueHistoryHome|mgPlanItem|ieIssueDetails/i.test(attributeOf(one, "href")),
  );
}

/** A day struck through is printed with a word for it. */
function struckOut(element: PageElement): string {
  const gone = descendants(element).filter(({ tagName }) => /^(?:s|strike|del)$/.test(tagName));
  return gone.reduce((text, one) => {
    const words = wordsOf(one);
    const day = new RegExp(dayPattern, "i").exec(words)?.[0];
    return day ? text.replace(words, `Originally due ${day}:`) : text;
  }, wordsOf(element));
}

function insideOf(element: PageElement, names: readonly string[]): boolean {
  const parent = element.parentNode;
  if (!parent || !("tagName" in parent)) return false;
  return names.some((name) => hasClass(parent, name)) || insideOf(parent, names);
}

const holdsLabel = (element: PageElement): boolean =>
  hasClass(element, "mgLabel") || descendants(element).some((one) => hasClass(one, "mgLabel"));

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
  const account = new PageAccount(html, (element) => hasClass(element, "mgTabTable"));
  const rows = account.elements.filter((element) => element.tagName === "tr");
  if (!account.elements.some((element) => element.tagName === "table" && hasClass(element, "mgTabTable")))
    return null;
  const decisions = rows.flatMap((row): RegisterDecision[] => {
    const cells = cellsOfRow(row);
    const link = cells[0] && descendants(cells[0]).find((element) => element.tagName === "a");
    const id = /ieDecisionDetails\.aspx\?ID=(\d+)/i.exec(link ? attributeOf(link, "href") : "")?.[1];
    if (!link || !id) return [];
    const [, date, effective, callIn] = cells.map(wordsOf);
    const [day, from] = [readDay(date ?? ""), readDay(effective ?? "")];
    return [
      {
        id,
        title: account.clean(wordsOf(link)),
        keyDecision: null,
        callIn: /not for call-in/i.test(callIn ?? "") ? false : callIn ? true : null,
        text: "",
        ...(day ? { date: day } : {}),
        ...(from ? { effectiveFrom: from } : {}),
        documents: [],
      },
    ];
  });
  const left = rows.filter((row) => cellsOfRow(row).length > 0).length - decisions.length;
  const paper = account.register("ModernGov", "Decisions published", { decisions });
  return left === 0
    ? paper
    : {
        ...paper,
        warnings: [
          ...paper.warnings,
          {
            line: 1,
            message: `${left} ${left === 1 ? "row leads" : "rows lead"} to no decision and ${left === 1 ? "was" : "were"} left out.`,
          },
        ],
      };
}

/** A page “Browse meetings” of one body; null when the page is none. */
export function readModernGovMeetingList(html: string): RegisterPaper | null {
  const account = new PageAccount(html, isContent);
  const all = account.elements;
  const begins = new RegExp(
    `^(?<day>${dayPattern})[,\\s]*(?<time>\\d{1,2}[.:]\\d{2}\\s*(?:[ap]\\.?m\\.?)?)?[,\\s–-]*(?<status>.*)$`,
    "i",
  );
  const heading = titled(all);
  const lists = all.some(
    (element) => hasClass(element, "mgMainTitleTxt") && /meetings/i.test(wordsOf(element)),
  );
  if (!lists || !heading) return null;
  const body =
    /lists the meetings (?:for|of) (.+?)\.?$/i.exec(
      all
        .filter(({ tagName }) => tagName === "p")
        .map(wordsOf)
        .find((text) => /lists the meetings/i.test(text)) ?? "",
    )?.[1] ?? wordsOf(heading).replace(/,?\s*(?:\d{4}(?:[/-]\d{2,4})?|meetings)\s*$/i, "");
  const meetings = all.flatMap((element): RegisterMeeting[] => {
    const href = element.tagName === "a" ? attributeOf(element, "href") : "";
    const id = /ieListDocuments\.aspx\?.*\bMId=(\d+)/i.exec(href)?.[1];
    const found = begins.exec(id ? wordsOf(element) : "")?.groups;
    const date = readDay(found?.day ?? "");
    if (!id || !found || !date) return [];
    return [
      {
        id,
        body,
        date,
        ...(found.time ? { time: found.time.trim() } : {}),
        ...(found.status ? { status: found.status.trim() } : {}),
        documents: [],
      },
    ];
  });
  return meetings.length === 0 ? null : account.register("ModernGov", `Meetings of ${body}`, { meetings });
}

function cellsOfRow(row: PageElement): PageElement[] {
  return row.childNodes.filter((node): node is PageElement => "tagName" in node && node.tagName === "td");
}

function descendants(element: PageElement): PageElement[] {
  return element.childNodes.flatMap((node) => ("tagName" in node ? [node, ...descendants(node)] : []));
}
