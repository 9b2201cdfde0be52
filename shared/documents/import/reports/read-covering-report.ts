import { type Block, renderSectionHtml } from "../../../contracts/section-content.ts";
import { type FrontSheetLayout, headingKey, type ReportTable } from "../../../rules/reports/report.ts";
import { canonicalContent, plainText } from "../../content/canonical-content.ts";
import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { headLabel } from "../lines/head-labels.ts";
import { withHeadingsApart } from "../lines/headings-apart.ts";
import { LineLedger } from "../lines/line-ledger.ts";
import { withTablesRestored } from "../lines/lost-tables.ts";
import { withoutFurniture } from "../lines/page-furniture.ts";
import { type Layout, layoutOf, type PaperBlock, paperBlocks } from "../lines/paper-blocks.ts";
import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { sectionBlocks, withListsWithoutGlyphs } from "../lines/section-blocks.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import { type DecisionPart, decisionParts } from "../minutes/decision-parts.ts";
import { isCapitals } from "../minutes/minute-headings.ts";
import type { CoveringReportPaper, ReadSection } from "../paper.ts";
import {
  coveringHeading,
  fillers,
  headingMeaning,
  missingHeadings,
  type StandardHeading,
  templateHeading,
} from "./covering-headings.ts";
import { fieldsIn, isFrontSheetLabel } from "./front-sheet-labels.ts";
import { unlabelledFacts } from "./front-sheet-titles.ts";
import { fused, type ReadFrontSheet, readFrontSheet } from "./read-front-sheet.ts";
import { type Attachment, attachmentsOf } from "./report-attachments.ts";
import { consultationsOf, type PrintedConsultation } from "./report-consultations.ts";
import { contactLabel, contactsOf, type PrintedContact } from "./report-contacts.ts";
import { headingStyle, lastLabel, styledHeading } from "./report-heading-style.ts";
import { hasHeadingForm, isHeading } from "./report-headings.ts";
import { headingAt, type Opening, oneText, openingsOf } from "./report-openings.ts";
import { readTable } from "./report-tables.ts";

/** An officer's report to a committee or the Cabinet, with its front sheet. */
export interface CoveringReportData extends ReadFrontSheet {
  readonly key: string;
  readonly layout: FrontSheetLayout;
  readonly sections: readonly ReadCoveringSection[];
  readonly recommendations: readonly DecisionPart[];
  /** The words before the numbered recommendations, or all of them. */
  readonly recommendationText: string;
  readonly consultations: readonly PrintedConsultation[];
  readonly implementationDate?: string;
  readonly contacts: readonly PrintedContact[];
  readonly appendices: readonly string[];
  readonly backgroundPapers: readonly string[];
  /** The numbered paragraphs of the body: 1.1, 1.2. */
  readonly paragraphs: readonly { readonly number: string; readonly text: string; readonly line: number }[];
  readonly tables: readonly ReportTable[];
  /** What is appended to the report, as far as it was read. */
  readonly attachments: readonly Attachment[];
}

/** A section of a report, and what its heading stands for. */
export interface ReadCoveringSection extends ReadSection {
  /** Which standard heading it is; absent for the body's own headings. */
  readonly standard?: StandardHeading;
  /** Its words only say that there is nothing to say: “None”, “n/a”. */
  readonly filler?: true;
}

/**
 * Whether the lines are an officer’s report: labels of a front sheet, and headings that such reports share, the
 * recommendations among them.
 */
export function looksLikeCoveringReport(lines: readonly PaperLine[]): boolean {
  const texts = lines.filter(({ text }) => text.trim() !== "");
  const top = texts.slice(0, 30);
  const headings = new Set(
    texts.slice(0, 400).flatMap(({ text }) => {
      const words = withoutMarks(oneText(text));
      const marked = /^\s*(?:#{1,6}\s|\*\*|\d{1,2}(?:\.0?)?\s)/.test(text) || isCapitals(words);
      const formed = words.length < 60 && !/[.:;,]$/.test(words) && hasHeadingForm(words);
      return coveringHeading(words)?.standard ?? (marked || formed ? (headingMeaning(words) ?? []) : []);
    }),
  );
  const begins = texts
    .slice(0, 15)
    .some(({ text }) => /^\s*report to\s*:/i.test(withoutMarks(text).replace(/\t/g, " ")));
  const labelled = fieldsIn(top);
  const unlabelled = unlabelledFacts(top);
  const fields = labelled.size + unlabelled.length;
  const named = labelled.has("subject") || labelled.has("reportOf") || unlabelled.includes("reportOf");
  if ((begins || headings.has("recommendations")) && headings.size >= 3 && (begins || fields >= 3))
    return true;
  const asks =
    headings.has("recommendations") ||
    texts
      .slice(0, 200)
      .some(({ text }) =>
        /^that (?:the )?(?:cabinet|committee|council|board|executive|panel)\b[^.]{0,60}:$/i.test(
          withoutMarks(text),
        ),
      ) ||
    texts
      .slice(0, 200)
      .some(({ text }) => /\b(?:is|are) (?:recommended|asked|invited|requested) to\b/i.test(text));
  const met = top.some(({ text }) => {
    const words = withoutMarks(text);
    return /\b(?:present|apologies)\b/i.test(words) && headLabel(words) !== null;
  });
  if (named && !met && headings.has("recommendations") && headings.size >= 4 && fields >= 2) return true;
  return asks && named && !met && (fields >= 5 || (fields >= 3 && headings.size >= 4));
}

/**
 * Reads a covering report: the front sheet, every heading with its content, what it asks for, who was consulted,
 * whom to ask, and the numbered body.
 * @throws {UnreadablePaper} when nothing stands below the front sheet.
 */
export function readCoveringReport(lines: readonly PaperLine[], fileName: string): CoveringReportPaper {
  const ledger = new LineLedger(lines);
  const { lines: unmarked } = withoutFurniture(lines, ledger);
  const printed = unmarked.flatMap(withTailHeadingApart).map(plainNumber);
  const kept = withSpacedColumns(printed, ledger, {
    knows: (first) => isFrontSheetLabel(first) && !/\ba key$/i.test(first),
    apart: (text) => coveringHeading(withoutMarks(text))?.rest === "" || contactLabel.test(text),
  });
  const layout = layoutOf(kept);
  const style = headingStyle(kept);
  const template = kept.some(({ text }) => templateHeading.test(withoutMarks(oneText(text))));
  const sheetEnd = lastLabel(kept);
  const firstHeading = kept.findIndex(
    (line, place) =>
      headingAt(kept, place, line) !== null || (place > sheetEnd && styledHeading(line, style) !== null),
  );
  if (firstHeading < 0) {
    throw new UnreadablePaper(
      fileName,
      "has the front sheet of a report, but none of its headings. Check that the whole report was saved.",
    );
  }
  const { sheet, contacts: asked } = readFrontSheet(kept.slice(0, firstHeading), ledger);
  const { openings, contacts, attachmentsFrom } = openingsOf(
    kept,
    firstHeading,
    lines,
    { style, template },
    ledger,
  );
  const date = sheet.reportTo[0]?.date;
  const key = `CR/${headingKey(sheet.subject || "NO-SUBJECT")
    .slice(0, 60)
    .replace(/-+$/, "")}/${date ?? "0000-00-00"}`;
  const older =
    openings.some(({ heading }) => /^purpose\s*\/\s*summary/i.test(heading)) ||
    openings.some(({ standard }) => standard === "service-impact");
  const tables: ReportTable[] = [];
  const tablesOf = new Map<string, number>();
  const used = new Map<string, number>();
  const sections: ReadCoveringSection[] = [];
  for (const opened of openings) {
    for (const section of sectionsOf(opened, layout, !template, ledger)) {
      const base = headingKey(section.heading);
      const repeat = (used.get(base) ?? 0) + 1;
      used.set(base, repeat);
      const sectionKey = `${key}/${base}${repeat > 1 ? `-${repeat}` : ""}`;
      const content = canonicalContent(
        sectionBlocks(section.blocks, ledger, (block): Block => {
          const number = (tablesOf.get(sectionKey) ?? 0) + 1;
          tablesOf.set(sectionKey, number);
          const table: ReportTable = {
            key: `${sectionKey}/T${number}`,
            reportKey: key,
            sectionKey,
            order: number,
            ...readTable(withFusedCells(block), section.heading, ledger),
          };
          tables.push(table);
          return { kind: "tableReference", key: table.key };
        }),
      );
      const words = plainText(content).trim();
      sections.push({
        key: sectionKey,
        heading: section.heading.slice(0, 250),
        level: section.level,
        order: sections.length + 1,
        html: renderSectionHtml(content),
        content,
        line: section.line,
        ...(section.standard ? { standard: section.standard } : {}),
        ...(fillers.test(words) ? { filler: true as const } : {}),
      });
    }
  }
  const attachments = attachmentsOf(kept, attachmentsFrom, layout, ledger);
  const of = (standard: StandardHeading) =>
    openings.filter((opened) => opened.standard === standard).flatMap((opened) => opened.lines);
  const { lines: recommending, chapter } = numberedBelow(of("recommendations").map(withoutColumns));
  const recommended = decisionParts(
    paperBlocks(recommending, new LineLedger([]), { layout, lettered: true, unendedGoesOn: true }),
  );
  const bodyLines = openings.flatMap((opened) => opened.lines);
  const consultations = consultationsOf(bodyLines);
  const implementation = plainText(
    sections.find(({ standard }) => standard === "implementation")?.content ?? [],
  ).trim();
  checkLeftovers(kept, sheet, implementation, ledger);
  const first = kept.find(({ text }) => text.trim() !== "")?.number ?? 1;
  const missing = missingHeadings(openings);
  if (missing.length > 0)
    ledger.note(first, `The report has no heading ${missing.map((name) => `“${name}”`).join(", ")}.`);
  const paragraphs = paragraphsOf(openings, layout);
  for (const [number, [, ...again]] of Map.groupBy(paragraphs, (paragraph) => paragraph.number))
    for (const { line } of again) ledger.note(line, `Two paragraphs are numbered ${number}.`);
  const title = sheet.subject === "" ? "Report" : sheet.subject;
  const data: CoveringReportData = {
    key,
    layout: older ? "front-sheet-older" : "front-sheet",
    ...sheet,
    sections,
    recommendations: recommended.parts.map((part) =>
      chapter === null ? part : { ...part, label: `${chapter}.${part.label.replace(/[().]/g, "")}` },
    ),
    recommendationText: [recommended.text, ...recommended.bullets, ...recommended.after]
      .filter((text) => text !== "")
      .join("\n"),
    consultations,
    ...(implementation !== "" ? { implementationDate: implementation } : {}),
    contacts: [...contactsOf(asked.map((value) => ({ label: "contact", value }))), ...contacts],
    appendices: listed(of("appendices"), layout),
    backgroundPapers: listed(of("background-papers"), layout),
    paragraphs,
    tables,
    attachments,
  };
  return { kind: "covering-report", title, ...ledger.close([title, data]), data };
}

/** A recommendation in a table, with its number in the cell before it, as the numbered line it is. */
function withoutColumns(line: PaperLine): PaperLine {
  const [number = "", words, ...rest] = cellsOf(line.text).filter((cell) => cell !== "");
  return isTableRow(line.text) && words && rest.length === 0 && /^\(?(?:\d{1,2}|[a-z])[.)]?$/.test(number)
    ? { number: line.number, text: `${number.replace(/[().]/g, "")}. ${words}` }
    : line;
}

/** Recommendations numbered by their chapter, “2.1” and “2.2”, as the parts they are. */
function numberedBelow(lines: readonly PaperLine[]): { lines: readonly PaperLine[]; chapter: string | null } {
  const number = /^\s*(\d{1,2})\.(\d{1,2})\.?\s+(?=\S)/;
  // “It is recommended that Cabinet:” may stand before them.
  const first = lines.find(({ text }) => number.test(text));
  const chapter = number.exec(first?.text ?? "")?.[1] ?? null;
  if (chapter === null) return { lines, chapter };
  return {
    chapter,
    lines: lines.map((line) => {
      const found = number.exec(line.text);
      return found?.[1] === chapter
        ? { number: line.number, text: `(${found[2]}) ${line.text.slice(found[0].length)}` }
        : line;
    }),
  };
}

/** “… score card **Background Papers**:”: a heading that extraction fused to the end of a line stands apart. */
function withTailHeadingApart(line: PaperLine): PaperLine[] {
  if (!line.text.includes("**")) return [line];
  const text = line.text.trimEnd();
  const match = /\*\*([^*]{6,60})\*\*\s?:?$/.exec(text.slice(-70));
  const found = match?.[1] ? coveringHeading(`${match[1]}:`) : null;
  const before = text.slice(0, text.lastIndexOf(match?.[0] ?? text)).trimEnd();
  if (!found || /^[-*•#\s]*$/.test(before)) return [line];
  return [
    { number: line.number, text: before },
    { number: line.number, text: `${found.heading}` },
  ];
}

/** “- 1.1 …”, “**5**.1 …”, “1.2A number …”: the number of a paragraph stands first and apart. */
function plainNumber(line: PaperLine): PaperLine {
  const match =
    /^\s*(?:[-*•]\s+)?(\*{0,2}\d{1,2}\*{0,2}(?:\.\d{1,2}){1,3}\*{0,2})\.?\s*(?=[\s\p{Lu}“"'(])(.*)$/su.exec(
      line.text,
    );
  if (!match?.[1] || /^\s*\d+\.\d+\s*(?:%|p\.?m|a\.?m|million|m\b)/i.test(line.text)) return line;
  return { number: line.number, text: `${match[1].replace(/\*/g, "")} ${(match[2] ?? "").trim()}` };
}

interface RawSection {
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly standard?: StandardHeading;
  readonly line: number;
  readonly blocks: PaperBlock[];
}

const numberedParagraph = /^\d{1,2}(?:\.\d{1,2}){1,3}\s/;
/** Headings below which short lines are a list, not headings. */
const lists: ReadonlySet<StandardHeading> = new Set(["appendices", "background-papers", "recommendations"]);

function sectionsOf(opened: Opening, layout: Layout, anywhere: boolean, ledger: LineLedger): RawSection[] {
  const { heading, level, standard, line } = opened;
  const blocks = withListsWithoutGlyphs(
    paperBlocks(withHeadingsApart(withTablesRestored(opened.lines, ledger)), ledger, {
      layout,
      unendedGoesOn: true,
      begins: (text) => numberedParagraph.test(text),
    }),
    ledger,
  );
  const sections: RawSection[] = [{ heading, level, line, blocks: [], ...(standard ? { standard } : {}) }];
  const inBody = standard === "introduction" || opened.inBody === true || anywhere;
  for (const [place, block] of blocks.entries()) {
    const text = block.kind === "table" ? "" : withoutMarks(block.text);
    const own =
      block.kind !== "table" &&
      !(standard && lists.has(standard)) &&
      !fillers.test(text) &&
      isOwnHeading(block, text, blocks, place, inBody);
    if (own) {
      const number = block.kind === "item" ? `${block.number}. ` : "";
      const depth =
        /^(\d+(?:\.\d+)*)\.?\s/.exec(`${number}${text}`)?.[1]?.split(".").length ?? (inBody ? 2 : level + 1);
      sections.push({
        heading: `${number}${text}`,
        level: Math.min(3, depth) as 1 | 2 | 3,
        line: block.line,
        blocks: [],
      });
    } else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function isOwnHeading(
  block: Exclude<PaperBlock, { kind: "table" }>,
  text: string,
  blocks: readonly PaperBlock[],
  place: number,
  inBody: boolean,
): boolean {
  if (/^(?:table|figure|chart|map)\s+\d/i.test(text)) return false;
  if (text.length > 140 || !/\p{L}{2}/u.test(text) || /(?:[;,]|\band|\bor)$/i.test(text)) return false;
  // Above the body only a line that is marked as a heading is one: short answers stand there on lines of their own.
  const marked =
    (block.kind === "text" && block.hashes > 0) ||
    /^\s*\*\*[^*]+\*\*:?\s*$/.test(block.text) ||
    isCapitals(text);
  if (!inBody && (!marked || /\.$/.test(text))) return false;
  if (block.kind === "text" && /^\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+\p{Lu}/u.test(text)) {
    const words = text.split(/\s+/).length;
    if (words <= 14 && !/[.;:,]$/.test(text) && (block.hashes > 0 || (block.blankBefore && block.blankAfter)))
      return true;
  }
  if (block.kind === "text" && block.hashes > 0) return inBody || /\p{Lu}/u.test(text);
  return isHeading(block, blocks[place + 1], blocks[place - 1]) && (inBody || !/:$/.test(text));
}

function withFusedCells<
  Table extends { readonly rows: { readonly cells: readonly string[]; readonly line: number }[] },
>(table: Table): Table {
  const filledIn = (cells: readonly string[]) => cells.filter((cell) => cell !== "").length;
  const head = table.rows[0]?.cells ?? [];
  // A row that fills every column of a head was not torn: “not to be had” is a cell of its own there.
  const whole = (cells: readonly string[]) =>
    filledIn(head) > 2 && filledIn(cells) === filledIn(head) && !head.some((cell) => /^\p{Ll}/u.test(cell));
  return {
    ...table,
    rows: table.rows.map(({ cells, line }) => ({
      line,
      cells: cells.length <= 4 && !whole(cells) ? padded(fused(cells), cells.length) : cells,
    })),
  };
}

const padded = (cells: readonly string[], width: number) =>
  Array.from({ length: width }, (_, place) => cells[place] ?? "");

function listed(lines: readonly PaperLine[], layout: Layout): string[] {
  return paperBlocks(lines, new LineLedger([]), {
    layout,
    begins: (text) => /^(?:appendix|annex)\b/i.test(text),
  })
    .flatMap((block) =>
      block.kind === "table"
        ? block.rows.map(({ cells }) => cells.filter((cell) => cell !== "").join(" "))
        : block.text.split("\n"),
    )
    .map((text) => withoutMarks(text).trim())
    .filter(
      (text) =>
        text !== "" &&
        !/^(?:the following (?:appendix|appendices|documents?|background papers?)\b.*|(?:there are )?(?:no|none)\b.{0,80}|n\s?\/?\s?a\.?|nil\.?)$/i.test(
          text,
        ),
    );
}

function paragraphsOf(openings: readonly Opening[], layout: Layout) {
  return openings.flatMap(({ lines }) =>
    paperBlocks(lines, new LineLedger([]), {
      layout,
      unendedGoesOn: true,
      begins: (text) => numberedParagraph.test(text),
    }).flatMap((block) => {
      const text = block.kind === "text" ? withoutMarks(block.text) : "";
      const match = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(\S.*)$/s.exec(text);
      return match?.[1] && match[2] ? [{ number: match[1], text: match[2], line: block.line }] : [];
    }),
  );
}

/** Rules R22 and R34: what the template leaves to be deleted, and alternatives nobody chose between. */
function checkLeftovers(
  lines: readonly PaperLine[],
  sheet: ReadFrontSheet,
  implementation: string,
  ledger: LineLedger,
): void {
  for (const line of lines) {
    const text = withoutMarks(line.text);
    if (
      /\bdelete as appropriate\b|\bremove this text\b|\binsert (?:text|details|name)\b|\[(?:insert|delete)[^\]]*\]|\blorem ipsum\b/i.test(
        text,
      )
    )
      ledger.note(line.number, "Words of the template were left in the report.");
    if (/\bCommittee\s*\/\s*Council\b/.test(text))
      ledger.note(line.number, "“Committee / Council” leaves open which of the two is meant.");
    if (/\bconfidential working draft\b|\bnot for publication\b/i.test(text))
      ledger.note(line.number, "The line is marked confidential. Should it be in a public paper?");
    if (/(?:^|\D)07\d{3}[\s-]?\d{3}[\s-]?\d{3}(?:\D|$)/.test(text))
      ledger.note(line.number, "A mobile telephone number is printed. Is that meant to be public?");
  }
  const scrutiny =
    sheet.reportTo.some(({ body }) => /scrutiny/i.test(body)) &&
    !sheet.reportTo.some(({ body }) => /^cabinet\b/i.test(body));
  if (scrutiny && /call-in/i.test(implementation) && /cabinet/i.test(implementation)) {
    const at = lines.find(({ text }) => /call-in/i.test(text))?.number ?? 1;
    ledger.note(
      at,
      "The implementation date speaks of the Cabinet’s call-in period, but the report goes to scrutiny.",
    );
  }
}
