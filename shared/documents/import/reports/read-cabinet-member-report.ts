import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { type Block, renderSectionHtml, sectionHtmlLimit } from "../../../contracts/section-content.ts";
import { headingKey, type ReportTable } from "../../../rules/reports/report.ts";
import { canonicalContent } from "../../content/canonical-content.ts";
import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { withHeadingsApart } from "../lines/headings-apart.ts";
import { LineLedger, opening } from "../lines/line-ledger.ts";
import { withTablesRestored } from "../lines/lost-tables.ts";
import { withoutFurniture } from "../lines/page-furniture.ts";
import { type PaperBlock, paperBlocks } from "../lines/paper-blocks.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { monthOfPeriod, printedDates } from "../lines/printed-dates.ts";
import { sectionBlocks, withListsWithoutGlyphs } from "../lines/section-blocks.ts";
import { inTitleCase } from "../lines/title-case.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import type {
  CabinetMemberReportData,
  CabinetMemberReportPaper,
  OutlineEntry,
  ReadSection,
} from "../paper.ts";
import { isCouncil } from "./front-sheet-titles.ts";
import { isKnownHeading } from "./known-headings.ts";
import { type Heading, headingLevels, isHeading } from "./report-headings.ts";
import { readTable } from "./report-tables.ts";

const office = "(?:cabinet|executive|portfolio|lead) (?:member|holder|councillor)";
const titleLine = new RegExp(
  `^(?:(?:written|monthly|quarterly|annual) )?(?:report of the )?${office}s?(?:['’]s|s['’])?(?: \\([^)]{3,60}\\))?(?: update)?(?: report| update| statement| briefing)s?\\b`,
  "i",
);
/** “Report of the Cabinet Member for Highways and Transport”, the first words of a paper. */
const reportOfMember = new RegExp(
  `^(?:written |monthly |quarterly |annual )?(?:report|update|statement) (?:of|from|by) (?:the |councillor [^,]{3,40}, )?${office}(?:\\s*(?:for|[-–:])\\s*(?<portfolio>\\p{L}.+))?$`,
  "iu",
);
/** “Cabinet Member for Housing – Report to Council”: the portfolio stands inside the title. */
const memberReports = new RegExp(
  `^${office} for (?<portfolio>[^:–]{3,70}?)(?:\\s*[-–:,]\\s*|\\s+|['’]s\\s+)(?:(?:written|monthly|quarterly|annual)\\s+)?(?:reports?|updates?|statement)\\b.{0,40}$`,
  "iu",
);
const councillorLabel =
  /^(?:name\b|councillor|cllr|cabinet (?:member|lead)|(?:executive|lead) (?:member|councillor)|portfolio (?:holder|lead)|member|(?:report )?(?:of|by|from)$|author\b|presented by|submitted by)s?\b/i;
/** “Councillor A Vale – Portfolio Holder for Housing”. */
const memberAndPortfolio = new RegExp(
  `^(?:councillor|cllr)\\.? (?<name>\\p{Lu}[^,:–(]{2,40}?)\\s*(?:,|[-–:(])\\s*(?:the )?${office}(?: for|\\s*[-–:])?\\s+(?<portfolio>\\p{Lu}[^)]{2,80})\\)?$`,
  "iu",
);
/** “Report to Council”: a title that does not say whose report it is. */
const plainTitle =
  /^(?:(?:written|monthly|quarterly|annual|progress)\s+)?(?:report|update|statement)s?(?: (?:to|for) .{3,60})?$/i;
const officeHolder = new RegExp(`\\b${office}\\b`, "i");
const councillorLine = /^(?:Councillor|COUNCILLOR|Cllr)\.? \p{Lu}[^:.]{2,50}$/u;
const portfolioLabel =
  /^(?:cabinet )?portfolio(?! (?:holder|lead))\b|^areas? of responsibility\b|^(?:brief|remit|responsibilit(?:y|ies)|service areas?|responsible for)\b/i;
const periodLabel =
  /^(?:(?:covering |for )?(?:the )?(?:reporting )?period(?: covered| of report)?|covering (?:the )?period|for (?:the )?period|date(?: of (?:the )?report)?|months?|quarter|report(?:ing)? (?:period|date|month))\b/i;
const committeeLabel = /^(?:(?:report )?(?:to|for)|meeting|committee|council meeting)$/i;

/** Whether the lines are a Cabinet Member report: by its title, its header table, or its services' names. */
export function looksLikeCabinetMemberReport(lines: readonly PaperLine[]): boolean {
  const texts = lines.filter(({ text }) => text.trim() !== "");
  const top = texts.slice(0, 25);
  const opened = top.slice(0, 4).some(({ text }) => reportOfMember.test(withoutMarks(text)));
  const plainly =
    top.slice(0, 3).some(({ text }) => plainTitle.test(withoutMarks(text))) &&
    top
      .slice(0, 8)
      .some(
        ({ text }) => officeHolder.test(text) && /\b(?:councillor|cllr)\b/i.test(text) && text.length < 160,
      );
  if (opened || plainly || top.some(({ text }) => isTitle(text)) || top.some(({ text }) => isHeaderRow(text)))
    return true;
  return (
    texts.filter(({ text }) => text.length < 100 && !isTableRow(text) && isKnownHeading(withoutMarks(text)))
      .length >= 3
  );
}

/** Whether a line is the title that a Cabinet Member report, or update, begins with. */
export function isTitle(text: string): boolean {
  const words = withoutMarks(text);
  return (titleLine.test(words) && words.length < 80) || (memberReports.test(words) && words.length < 110);
}

function isHeaderRow(text: string): boolean {
  const cells = cellsOf(text).map(withoutMarks);
  if (cells.some((cell) => cell.length > 40 || /:\s*\S/.test(cell))) return false;
  return cells.some((cell) => councillorLabel.test(cell)) && cells.some((cell) => portfolioLabel.test(cell));
}

interface Front {
  readonly title: string;
  readonly committee?: string;
  readonly meetingDate?: CalendarDate;
  readonly councillor?: string;
  readonly portfolio?: string;
  readonly period?: string;
  /** Where the sections begin. */
  readonly end: number;
}

/**
 * Reads a Cabinet Member report: title, committee and date, councillor, portfolio and period, then headings as a
 * tree with paragraphs, lists and tables under them.
 * @param lines the report's lines, with their numbers in the file.
 * @throws {UnreadablePaper} when nothing stands under the front, or a section is longer than a record holds.
 */
export function readCabinetMemberReport(
  lines: readonly PaperLine[],
  fileName: string,
): CabinetMemberReportPaper {
  const ledger = new LineLedger(lines);
  const kept = withSpacedColumns(withoutFurniture(lines, ledger).lines, ledger, {
    heads: (first) => councillorLabel.test(first),
  });
  return readReportLines(kept, ledger, fileName);
}

function readReportLines(
  lines: readonly PaperLine[],
  ledger: LineLedger,
  fileName: string,
): CabinetMemberReportPaper {
  const front = readFront(lines, ledger);
  const first = lines.find(({ text }) => text.trim() !== "")?.number ?? 1;
  const month = monthOf(front, lines, ledger, first);
  if (front.portfolio === undefined) {
    ledger.note(
      first,
      "The report names no portfolio (its table of councillor, portfolio and period is missing). Which portfolio is it?",
    );
  }
  const key = `CMR/${front.portfolio === undefined ? "PORTFOLIO-NOT-STATED" : headingKey(front.portfolio.replace(/^cabinet member\s*(?:for|[-–])\s*/i, ""))}/${month}`;

  const blocks = withListsWithoutGlyphs(
    paperBlocks(withHeadingsApart(withTablesRestored(lines.slice(front.end), ledger)), ledger),
    ledger,
  );
  if (blocks.length === 0) {
    throw new UnreadablePaper(
      fileName,
      "is a Cabinet Member report without any text. Check that the whole report was saved.",
    );
  }
  const { sections, tables } = readSections(blocks, key, fileName, ledger);
  const { end: _, title: printed, ...facts } = front;
  const title = [printed, front.portfolio, front.period].filter((part) => part !== undefined).join(", ");
  const data: CabinetMemberReportData = {
    key,
    ...facts,
    month,
    sections,
    outline: outlineOf(sections),
    tables,
  };
  return { kind: "cabinet-member-report", title, ...ledger.close([title, data]), data };
}

function readFront(lines: readonly PaperLine[], ledger: LineLedger): Front {
  let title: string | undefined;
  let committee: string | undefined;
  let meetingDate: CalendarDate | undefined;
  let end = 0;
  const facts: { councillor?: string; portfolio?: string; period?: string } = {};
  let labels: readonly string[] | null = null;
  let waiting: string | undefined;
  const titleAt = titlePlace(lines);
  for (let place = 0, looked = 0; place < lines.length && looked < 14; place += 1) {
    const line = lines[place];
    if (!line || line.text.trim() === "") continue;
    looked += 1;
    const cells = cellsOf(line.text).map(withoutMarks);
    const filled = cells.filter((cell) => cell !== "");
    const words = filled.join(" ");
    const pairs = labelledFacts(filled);
    const member = title === undefined ? (reportOfMember.exec(words) ?? memberReports.exec(words)) : null;
    if (title === undefined && member) {
      title = words;
      const portfolio = member.groups?.["portfolio"]?.trim();
      if (portfolio) facts.portfolio = inTitleCase(portfolio);
    } else if (title === undefined && (isTitle(words) || (plainTitle.test(words) && filled.length === 1)))
      title = words;
    else if (isHeaderRow(line.text)) labels = cells;
    else if (isTableRule(line.text)) {
      // the rule under a Markdown table's head
    } else if (labels) {
      for (const [column, label] of labels.entries()) takeFact(facts, label, cells[column] ?? "");
      ledger.read(line.number);
      end = place + 1;
      break;
    } else if (pairs.length > 0) {
      for (const { label, value } of pairs) {
        ledger.nameWords({ number: line.number, text: label });
        if (committeeLabel.test(label)) {
          committee ??= value;
          meetingDate ??=
            printedDates(value).find(({ from, to }) => from !== null && from === to)?.from ?? undefined;
        } else takeFact(facts, label, value);
      }
      const last = pairs.at(-1);
      waiting = last?.value === "" ? last.label : undefined;
    } else if (waiting !== undefined && filled.length === 1) {
      takeFact(facts, waiting, words);
      waiting = undefined;
    } else if (isCouncil(words) && filled.length === 1) ledger.nameWords(line);
    else if (title !== undefined && facts.councillor === undefined && memberAndPortfolio.test(words))
      takeFact(facts, "Councillor", words);
    else if (
      title !== undefined &&
      facts.councillor === undefined &&
      filled.length === 1 &&
      councillorLine.test(words)
    )
      takeFact(facts, "Councillor", words);
    else if (title !== undefined && committee === undefined && isOnlyDate(words) && filled.length === 1) {
      // A day alone is the meeting’s; a month alone is what the report covers.
      const [day] = printedDates(words);
      if (day?.from && day.from === day.to) meetingDate = day.from;
      else facts.period ??= words;
    } else if (title !== undefined && facts.period === undefined && isPeriod(words) && filled.length === 1)
      facts.period = words.replace(/^(?:for|covering)\s+(?:the\s+)?(?:period\s+)?:?\s*/i, "");
    else if (
      (title !== undefined || place < titleAt) &&
      committee === undefined &&
      filled.length === 1 &&
      isCommitteeLine(words)
    ) {
      const to = words.replace(/^report to (?:the )?/i, "");
      // “Report to residents” is a sentence; a committee’s name begins with a capital.
      committee = /^\p{Lu}/u.test(to) ? to : words;
      meetingDate =
        printedDates(words).find(({ from, to }) => from !== null && from === to)?.from ?? undefined;
    } else if (committee !== undefined && meetingDate === undefined && isOnlyDate(words)) {
      meetingDate = printedDates(words)[0]?.from ?? undefined;
      committee = `${committee} ${words}`;
    } else if (place < titleAt && words.length < 100)
      ledger.note(line.number, `“${opening(words)}”, above the title, is not kept.`);
    else break;
    ledger.read(line.number);
    end = place + 1;
  }
  return {
    title: title ?? "Cabinet Member report",
    end,
    ...facts,
    ...(committee !== undefined ? { committee } : {}),
    ...(meetingDate !== undefined ? { meetingDate } : {}),
  };
}

function isCommitteeLine(words: string): boolean {
  return (
    words.length < 200 &&
    (/committee|scrutiny|council|board|panel|cabinet/i.test(words) || printedDates(words).length > 0)
  );
}

function isOnlyDate(words: string): boolean {
  const [date] = printedDates(words);
  return date !== undefined && date.end - date.start >= words.length - 2;
}

/** The place of the title, when it stands among the first lines; -1 where there is none. */
function titlePlace(lines: readonly PaperLine[]): number {
  const top = lines.flatMap((line, place) => (line.text.trim() === "" ? [] : [place])).slice(0, 6);
  return (
    top.find((place) => {
      const words = withoutMarks(lines[place]?.text ?? "");
      return isTitle(words) || reportOfMember.test(words);
    }) ?? -1
  );
}

/** “February to April 2025”: a span of time and nothing else. */
function isPeriod(words: string): boolean {
  const [date] = printedDates(words);
  return (
    date !== undefined &&
    date.from !== date.to &&
    words.length - (date.end - date.start) <= 22 &&
    /^(?:for|covering|the|period|quarter|\p{L}{3,9}\s+\d{4}|\d|between|from|\p{Lu})/iu.test(words) &&
    /^(?:(?:for|covering|the|period|:|\s)*)$/i.test(words.slice(0, date.start)) &&
    words.slice(date.end).trim() === ""
  );
}

/** “Councillor: A Name” on a line of its own, in two cells, or several such facts in a row. */
function labelledFacts(cells: readonly string[]): { label: string; value: string }[] {
  const isLabel = (text: string) =>
    [councillorLabel, portfolioLabel, periodLabel, committeeLabel].some((label) => label.test(text));
  const [first = "", second] = cells;
  const bare = first.replace(/\s*:$/, "");
  if (cells.length === 2 && second !== undefined && isLabel(bare) && first.length < 30 && !/:\s/.test(second))
    return [{ label: bare, value: second }];
  const pairs = cells.map((cell) => /^([^:]{2,30}):\s*(.*)$/.exec(cell));
  if (pairs.length === 0 || pairs.some((pair) => !pair?.[1] || !isLabel(pair[1]))) return [];
  return pairs.flatMap((pair) => (pair?.[1] ? [{ label: pair[1], value: pair[2] ?? "" }] : []));
}

function takeFact(
  facts: { councillor?: string; portfolio?: string; period?: string },
  label: string,
  value: string,
): void {
  if (value === "") return;
  if (portfolioLabel.test(label)) facts.portfolio = value;
  else if (periodLabel.test(label)) facts.period = value;
  else if (councillorLabel.test(label)) {
    // “Councillor A Vale, Housing”, “Councillor A Vale (Housing)”: some name the portfolio beside the member.
    const whole = memberAndPortfolio.exec(value)?.groups;
    const parted = /^((?:councillor|cllr\.?)\s[^,(–]+?)\s*(?:,\s*|\(|\s–\s)(\p{Lu}[^)]+)\)?$/iu.exec(value);
    const name = whole?.["name"] ?? parted?.[1] ?? value;
    const beside = whole?.["portfolio"] ?? parted?.[2];
    facts.councillor = name.replace(/^(?:councillor|cllr\.?)\s+/i, "");
    if (beside && facts.portfolio === undefined)
      facts.portfolio = beside.replace(/^(?:cabinet|executive) member for\s+/i, "");
  }
}

/** The month of the report's key: its period's, else its meeting's, else the latest that it speaks of, with a warning. */
function monthOf(front: Front, lines: readonly PaperLine[], ledger: LineLedger, first: number): string {
  const stated = front.period === undefined ? null : monthOfPeriod(front.period);
  if (stated) return stated;
  if (front.meetingDate) {
    ledger.note(
      first,
      `The report states no period. The month of its meeting, ${front.meetingDate.slice(0, 7)}, is taken.`,
    );
    return front.meetingDate.slice(0, 7);
  }
  const months = new Map<string, number>();
  for (const { text } of lines) {
    for (const { to } of printedDates(text)) {
      if (to) months.set(to.slice(0, 7), (months.get(to.slice(0, 7)) ?? 0) + 1);
    }
  }
  const most = [...months].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0];
  ledger.note(
    first,
    most
      ? `The report states neither period nor meeting. ${most}, the month it mentions most, is taken. Is that right?`
      : "The report states neither period nor meeting and mentions no month. Its key says 0000-00: give the period in the paper and read it again.",
  );
  return most ?? "0000-00";
}

function readSections(
  blocks: readonly PaperBlock[],
  reportKey: string,
  fileName: string,
  ledger: LineLedger,
): { sections: ReadSection[]; tables: ReportTable[] } {
  const groups: { heading: PaperBlock | null; content: PaperBlock[] }[] = [];
  for (const [place, block] of blocks.entries()) {
    if (isHeading(block, blocks[place + 1], blocks[place - 1])) groups.push({ heading: block, content: [] });
    else {
      if (groups.length === 0) groups.push({ heading: null, content: [] });
      groups.at(-1)?.content.push(block);
    }
  }
  const levelled = headingLevels(
    groups.flatMap(({ heading }, place) =>
      heading && heading.kind !== "table"
        ? [{ block: heading, followsHeading: place > 0 && groups[place - 1]?.content.length === 0 }]
        : [],
    ),
  );
  const headings = [...levelled];
  const used = new Map<string, number>();
  const sections: ReadSection[] = [];
  const tables: ReportTable[] = [];
  for (const [place, { heading, content }] of groups.entries()) {
    const line = content[0]?.line ?? 1;
    const found: Heading = (heading ? headings.shift() : undefined) ?? {
      text: "Introduction",
      level: 1,
      line,
    };
    if (!heading)
      ledger.note(line, "The text before the first heading is kept as a section named “Introduction”.");
    const baseKey = headingKey(found.text);
    const repeat = (used.get(baseKey) ?? 0) + 1;
    used.set(baseKey, repeat);
    const key = `${reportKey}/${baseKey}${repeat > 1 ? `-${repeat}` : ""}`;
    let ordered = 0;
    const blocksOfSection = sectionBlocks(content, ledger, (block): Block => {
      ordered += 1;
      const table: ReportTable = {
        key: `${key}/T${ordered}`,
        reportKey,
        sectionKey: key,
        order: ordered,
        ...readTable(block, found.text, ledger),
      };
      tables.push(table);
      return { kind: "tableReference", key: table.key };
    });
    const canonical = canonicalContent(blocksOfSection);
    const html = renderSectionHtml(canonical);
    if (html.length > sectionHtmlLimit) {
      throw new UnreadablePaper(
        fileName,
        `holds a section, “${opening(found.text)}” (line ${found.line}), of ${html.length} characters; a record holds ${sectionHtmlLimit}. Part it with a heading.`,
      );
    }
    sections.push({
      key,
      heading: found.text.slice(0, 250),
      level: found.level,
      order: place + 1,
      html,
      content: canonical,
      line: found.line,
    });
  }
  return { sections, tables };
}

function outlineOf(sections: readonly ReadSection[]): OutlineEntry[] {
  interface Open extends OutlineEntry {
    readonly sections: Open[];
  }
  const roots: Open[] = [];
  const path: Open[] = [];
  for (const { key, heading, level } of sections) {
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    const entry: Open = { key, heading, level, sections: [] };
    (path.at(-1)?.sections ?? roots).push(entry);
    path.push(entry);
  }
  return roots;
}
