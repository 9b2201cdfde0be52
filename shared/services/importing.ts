import type { PublishedItem } from "../contracts/answer.ts";
import type {
  CabinetMemberReportPaper,
  Coverage,
  ForwardPlanPaper,
  PackPart,
  PaperWarning,
  ReadPaper,
} from "../documents/import/paper.ts";
import { readPaper } from "../documents/import/read-paper.ts";
import { UnreadablePaper } from "../documents/import/unreadable-paper.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import { type ForwardPlan, inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import { keepItemKeys } from "../rules/forward-plan/item-identity.ts";
import { meetingKey } from "../rules/meetings/meeting.ts";
import type { Report, ReportSection } from "../rules/reports/report.ts";
import type { Clock } from "./clock.ts";
import type { PublishedRecords } from "./published-records.ts";
import type { RecordKeeping } from "./record-keeping.ts";

/** Reads papers into the records. */
export interface Importing {
  /**
   * Reads every file, then writes what was read; a file that cannot be read leaves the records as they were.
   * What the records hold already is left as it is: the same paper may be imported twice, and adds nothing.
   * @throws {UnreadablePaper} naming the first file that cannot be read. {GraphFailure} when a write fails; the
   *   papers before it stand, and importing again finishes the rest.
   */
  importFiles(
    files: readonly PaperFile[],
    options: { readonly dryRun: boolean },
  ): Promise<{ readonly documents: readonly ImportedDocument[] }>;
}

export interface PaperFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A paper as it was imported: the answer of `import --json`, for which JSON Schemas are published. */
export interface ImportedDocument {
  readonly file: string;
  readonly kind: ReadPaper["kind"];
  /** Key of the record made or held already; null on a dry run, and for a pack without a Forward Plan. */
  readonly key: string | null;
  readonly title: string;
  /** `lines` = `read` + `blank` + `warned`; `added` counts the rows that were new (0 on a dry run). */
  readonly counts: Coverage & { readonly added: number } & Readonly<Record<string, number>>;
  readonly warnings: readonly PaperWarning[];
  readonly data: unknown;
}

export interface ImportingNeeds {
  readonly records: RecordKeeping;
  readonly published: PublishedRecords;
  readonly reports: ListTable<Report>;
  readonly clock: Clock;
}

/** What one readable paper made of itself: its own part of the answer. */
interface Kept {
  readonly key: string | null;
  readonly added: number;
  readonly warnings: readonly PaperWarning[];
  readonly data: unknown;
}

export function createImporting({ records, published, reports, clock }: ImportingNeeds): Importing {
  async function keepForwardPlan(
    paper: ForwardPlanPaper,
    plans: ForwardPlan[],
    dryRun: boolean,
  ): Promise<Kept> {
    const { edition, items, itemLines } = paper.data;
    const held = plans.find((plan) => plan.edition.key === edition.key);
    const identified = keepItemKeys(items, nearestFirst(plans, edition.periodFrom));
    const lineOf = (place: number) => itemLines[items[place]?.key ?? ""] ?? 1;
    const warnings: PaperWarning[] = identified.doubtful.map((doubt) => ({
      line: lineOf(identified.items.findIndex(({ key }) => key === doubt.item.key)),
      message: `Is “${doubt.item.title}” the item that an earlier edition lists as “${doubt.held.title}”? It is kept as a new item.`,
    }));
    if (held && differs(held.items, identified.items)) {
      warnings.push({
        line: lineOf(0),
        message: `The edition ${edition.key} is in the records already and differs from this paper. It was left as it is.`,
      });
    }
    if (!held) plans.push({ edition, items: identified.items });
    const added = dryRun || held ? 0 : (await records.addForwardPlan(edition, identified.items)).added;
    return {
      key: dryRun ? null : edition.key,
      added,
      warnings,
      data: {
        ...paper.data,
        items: identified.items,
        itemLines: Object.fromEntries(identified.items.map((item, place) => [item.key, lineOf(place)])),
      },
    };
  }

  async function keepReport(paper: CabinetMemberReportPaper, dryRun: boolean): Promise<Kept> {
    const { key } = paper.data;
    const report = reportOf(paper);
    if (dryRun) return { key: null, added: 0, warnings: [], data: { ...paper.data, report } };
    if (await reports.byKey(key)) {
      const message = `The report ${key} is in the records already and was left as it is.`;
      return { key, added: 0, warnings: [{ line: 1, message }], data: { ...paper.data, report } };
    }
    const sections = paper.data.sections.map(
      ({ key: sectionKey, heading, level, order, html }): ReportSection => ({
        key: sectionKey,
        reportKey: key,
        heading,
        level,
        order,
        html,
        state: html === "" ? "open" : "accepted",
      }),
    );
    const { added } = await records.addReport(report, sections, paper.data.tables);
    return { key, added, warnings: [], data: { ...paper.data, report } };
  }

  /** A report read from paper is published, unless its meeting, or the month it covers, is still to come. */
  function reportOf({ title, data }: CabinetMemberReportPaper): Report {
    const today = clock.today();
    const past = data.meetingDate ? data.meetingDate < today : data.month <= today.slice(0, 7);
    const body = data.committee ? bodyNamed(data.committee) : null;
    return {
      key: data.key,
      kind: "cabinet-member-report",
      subject: title.slice(0, 250),
      reportOf: data.councillor ?? "Not stated",
      authors: [],
      exempt: "Open",
      state: past ? "published" : "draft",
      ...(data.portfolio !== undefined ? { portfolio: data.portfolio } : {}),
      ...(data.period !== undefined ? { period: data.period } : {}),
      ...(data.committee !== undefined ? { committee: data.committee } : {}),
      ...(body && data.meetingDate ? { meetingKey: meetingKey(body.key, data.meetingDate) } : {}),
    };
  }

  /** The body whose name or alias stands in the line under the title; the longest name wins. */
  function bodyNamed(line: string) {
    const letters = (text: string) =>
      text
        .toLowerCase()
        .replace(/&/g, "and")
        .replace(/[^a-z]/g, "");
    const named = published
      .records()
      .bodies.map((body) => ({
        body,
        length: Math.max(
          0,
          ...[body.name, ...body.aliases]
            .map(letters)
            .filter((name) => name !== "" && letters(line).includes(name))
            .map((name) => name.length),
        ),
      }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length);
    return named[0]?.body ?? null;
  }

  async function keepPart(
    part: ForwardPlanPaper | CabinetMemberReportPaper,
    plans: ForwardPlan[],
    dryRun: boolean,
  ) {
    return part.kind === "forward-plan" ? keepForwardPlan(part, plans, dryRun) : keepReport(part, dryRun);
  }

  async function keepPaper(
    file: string,
    paper: ReadPaper,
    plans: ForwardPlan[],
    dryRun: boolean,
  ): Promise<ImportedDocument> {
    if (paper.kind !== "document-pack")
      return imported(file, paper, await keepPart(paper, plans, dryRun), countsOf(paper));
    const documents: unknown[] = [];
    const warnings: PaperWarning[] = [];
    let added = 0;
    let key: string | null = null;
    let items = 0;
    for (const part of paper.data.documents) {
      if (part.data === null) {
        documents.push({ ...part, key: null, counts: {}, warnings: [] });
        continue;
      }
      const kept = await keepPart(part, plans, dryRun);
      added += kept.added;
      warnings.push(...kept.warnings);
      if (part.kind === "forward-plan") {
        key = kept.key;
        items += part.data.items.length;
      }
      const { from, to, coverage: _, ...rest } = part;
      documents.push({ from, to, ...imported(file, rest, kept, { ...part.coverage, ...countsOf(part) }) });
    }
    const whole = { key, added, warnings, data: { ...paper.data, documents } };
    return imported(file, paper, whole, { ...countsOf(paper), items });
  }

  return {
    async importFiles(files, { dryRun }) {
      const papers = files.map(({ name, bytes }) => ({ file: name, paper: readPaper(bytes, name) }));
      await published.refresh();
      const plans = [...published.records().plans];
      // Oldest edition first, so that a later one finds the keys of the one before it.
      const order = [...papers].sort((a, b) => periodOf(a.paper).localeCompare(periodOf(b.paper)));
      const made = new Map<ReadPaper, ImportedDocument>();
      for (const { file, paper } of order) made.set(paper, await keepPaper(file, paper, plans, dryRun));
      return { documents: papers.flatMap(({ paper }) => made.get(paper) ?? []) };
    },
  };
}

/**
 * Reads editions of the Forward Plan from papers without the records: an item keeps its key from one edition to the
 * next. A document pack gives the edition inside it.
 * @returns the editions, oldest first.
 * @throws {UnreadablePaper} naming the first file that holds no Forward Plan.
 */
export function readForwardPlans(papers: readonly PaperFile[]): ForwardPlan[] {
  const read = papers
    .map(({ name, bytes }) => {
      const paper = readPaper(bytes, name);
      const plan =
        paper.kind === "document-pack"
          ? paper.data.documents.find(({ kind }) => kind === "forward-plan")
          : paper;
      if (plan?.kind !== "forward-plan") {
        throw new UnreadablePaper(name, `is read as “${paper.title}” and holds no Forward Plan.`);
      }
      return plan.data;
    })
    .sort((a, b) => a.edition.periodFrom.localeCompare(b.edition.periodFrom));
  const plans: ForwardPlan[] = [];
  for (const { edition, items } of read) {
    plans.push({ edition, items: keepItemKeys(items, nearestFirst(plans, edition.periodFrom)).items });
  }
  return plans;
}

function imported(
  file: string,
  paper: {
    readonly kind: ReadPaper["kind"];
    readonly title: string;
    readonly warnings: readonly PaperWarning[];
  },
  kept: Kept,
  counts: Coverage & Readonly<Record<string, number>>,
): ImportedDocument {
  return {
    file,
    kind: paper.kind,
    key: kept.key,
    title: paper.title,
    counts: { ...counts, added: kept.added },
    warnings: [...paper.warnings, ...kept.warnings].sort((a, b) => a.line - b.line),
    data: kept.data,
  };
}

function countsOf(paper: ReadPaper | PackPart): Coverage & Readonly<Record<string, number>> {
  const { lines, read, blank, warned } =
    "coverage" in paper ? paper.coverage : { lines: 0, read: 0, blank: 0, warned: 0 };
  const coverage = { lines, read, blank, warned };
  switch (paper.kind) {
    case "forward-plan":
      return { ...coverage, items: paper.data.items.length };
    case "cabinet-member-report":
      return { ...coverage, sections: paper.data.sections.length, tables: paper.data.tables.length };
    case "document-pack":
      return { ...coverage, documents: paper.data.documents.length };
    default:
      return coverage;
  }
}

/** The first day of the period of the plan in a paper; papers without a plan come last. */
function periodOf(paper: ReadPaper): string {
  if (paper.kind === "forward-plan") return paper.data.edition.periodFrom;
  if (paper.kind === "document-pack") {
    const plan = paper.data.documents.find((part) => part.kind === "forward-plan");
    if (plan?.kind === "forward-plan") return plan.data.edition.periodFrom;
  }
  return "9999";
}

/** Items of the editions held: the same edition, then the ones before it from the nearest, then later ones. */
function nearestFirst(
  plans: readonly ForwardPlan[],
  periodFrom: string,
): readonly (readonly PublishedItem[])[] {
  const before = plans.filter(({ edition }) => edition.periodFrom <= periodFrom);
  const after = plans.filter(({ edition }) => edition.periodFrom > periodFrom);
  return [
    ...before.sort((a, b) => b.edition.periodFrom.localeCompare(a.edition.periodFrom)),
    ...after.sort((a, b) => a.edition.periodFrom.localeCompare(b.edition.periodFrom)),
  ].map(({ items }) => items);
}

function differs(held: readonly PublishedItem[], read: readonly PublishedItem[]): boolean {
  const spelt = (items: readonly PublishedItem[]) =>
    JSON.stringify(
      inPlanOrder(items).map(({ key, title, decisions, secrecy, wards }) => [
        key,
        title,
        decisions,
        secrecy,
        wards,
      ]),
    );
  return spelt(held) !== spelt(read);
}
