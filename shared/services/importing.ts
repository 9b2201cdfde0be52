import type { PublishedItem } from "../contracts/answer.ts";
import { UnreadablePaper } from "../documents/import/lines/unreadable-paper.ts";
import type {
  AgendaPaper,
  CabinetMemberReportPaper,
  Coverage,
  ForwardPlanPaper,
  PackPart,
  PaperWarning,
  ReadPaper,
  RegisterPaper,
} from "../documents/import/paper.ts";
import type { SinglePaper } from "../documents/import/paper-readers.ts";
import { readPaper } from "../documents/import/read-paper.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import { type ForwardPlan, inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import { keepItemKeys } from "../rules/forward-plan/item-identity.ts";
import { everyBody } from "../rules/meetings/body-practice.ts";
import { executiveOf, type Meeting, meetingKey } from "../rules/meetings/meeting.ts";
import { type IndividualDecision, isIndividual } from "../rules/meetings/minutes.ts";
import type { Report, ReportSection } from "../rules/reports/report.ts";
import type { Clock } from "./clock.ts";
import { individualDecisions } from "./individual-decisions.ts";
import { type NewNames, namesInPapers } from "./names-in-papers.ts";
import {
  agendaRecords,
  bodyNamed,
  coveringReportRecords,
  type KnownRecords,
  minutesRecords,
  registerMeetings,
  type Unplaced,
  workProgrammeRecords,
} from "./paper-records.ts";
import type { PublishedRecords } from "./published-records.ts";
import type { RecordKeeping } from "./record-keeping.ts";

/** Reads papers into the records. */
export interface Importing {
  /**
   * Reads every file, then writes what was read; a file that cannot be read leaves the records as they were,
   * unless `skipUnreadable` asks to go on with the others: it is then named in `unread`.
   * What the records hold already is left as it is: the same paper may be imported twice, and adds nothing.
   * @throws {UnreadablePaper} naming the first file that cannot be read. {GraphFailure} when a write fails; the
   *   papers before it stand, and importing again finishes the rest.
   */
  importFiles(
    files: readonly PaperFile[],
    options: {
      readonly dryRun: boolean;
      readonly skipUnreadable?: boolean;
      /** Adds the bodies and portfolios that the papers name and the records do not know. */
      readonly addNames?: boolean;
    },
  ): Promise<{
    readonly documents: readonly ImportedDocument[];
    readonly unread: readonly UnreadFile[];
    /** What was added for `addNames`, or on a dry run would be. */
    readonly names: NewNames;
  }>;
}

/** A file of several that could not be read, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly why: string;
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
  readonly meetings: ListTable<Meeting>;
  readonly clock: Clock;
}

/** What one readable paper made of itself: its own part of the answer. */
interface Kept {
  readonly key: string | null;
  readonly added: number;
  readonly warnings: readonly PaperWarning[];
  readonly data: unknown;
}

export function createImporting({ records, published, reports, meetings, clock }: ImportingNeeds): Importing {
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
    const body = data.committee ? bodyNamed(published.records().bodies, data.committee) : null;
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

  /** Minutes held, and those that this import has written since. */
  const minuteMeetings = new Map<string, string>();
  let names: NewNames = { bodies: [], portfolios: [] };
  const known = (): KnownRecords => ({
    bodies: joinedByKey(published.records().bodies, names.bodies),
    people: published.people(),
    portfolios: joinedByKey(published.portfolios(), names.portfolios),
    minuteMeetings,
    today: clock.today(),
  });

  /** Writes what a paper was placed as; children before their parent, so that a paper that can be found is whole. */
  async function keepPlaced<
    Records extends {
      readonly placed: true;
      readonly key: string;
      readonly warnings: readonly PaperWarning[];
    },
  >(
    paper: SinglePaper,
    placed: Records | Unplaced,
    dryRun: boolean,
    write: (records: Records) => Promise<number>,
  ): Promise<Kept> {
    if (!placed.placed) return { key: null, added: 0, warnings: placed.warnings, data: paper.data };
    const added = dryRun ? 0 : await write(placed);
    return { key: dryRun ? null : placed.key, added, warnings: placed.warnings, data: paper.data };
  }

  /**
   * Adds the meeting of a paper, or gives the one that is held what its minutes say and it does not know.
   * @returns 1 when it was new.
   */
  async function keepMeeting(meeting: Meeting): Promise<number> {
    const held = await meetings.byKey(meeting.key);
    if (!held) return (await records.addMeetings([meeting])).added;
    const { entity } = held;
    const minuted = meeting.state === "MinutesPublished";
    const before: readonly Meeting["state"][] = ["Scheduled", "AgendaPublished", "Held", "MinutesDraft"];
    if (!minuted || !before.includes(entity.state)) return 0;
    await meetings.update(held, { ...meeting, ...entity, state: "MinutesPublished" });
    return 0;
  }

  /** Decisions of one person that are held, and those that this import has written since, by key. */
  const individual = new Map<string, IndividualDecision>();

  /** Meetings of the bodies that the records know, and what one person decided; the rest is named, never guessed. */
  async function keepRegister(
    paper: RegisterPaper,
    plans: readonly ForwardPlan[],
    dryRun: boolean,
  ): Promise<Kept> {
    const { meetings: found, warnings } = registerMeetings(paper, known());
    const { bodies, today } = known();
    const taken = individualDecisions(paper, {
      bodies,
      plans: [...plans].sort((a, b) => b.edition.periodFrom.localeCompare(a.edition.periodFrom)),
      practice: published.practiceOf(executiveOf(bodies)?.key ?? everyBody),
      today,
    });
    const other = taken.decisions.filter((decision) => isAnother(decision, individual.get(decision.key)));
    let added = 0;
    if (!dryRun) {
      if (found.length > 0) added += (await records.addMeetings(found)).added;
      if (taken.decisions.length > 0) added += (await records.addIndividualDecisions(taken.decisions)).added;
    }
    for (const decision of taken.decisions)
      if (!individual.has(decision.key)) individual.set(decision.key, decision);
    return {
      key: dryRun ? null : (found[0]?.key ?? taken.decisions[0]?.key ?? null),
      added,
      warnings: [
        ...warnings,
        ...taken.warnings,
        ...other.map(({ title, key }) => ({
          line: 1,
          message: `“${title}” is in the records already as ${key} and differs from this page. It was left as it is.`,
        })),
      ],
      data: paper.data,
    };
  }

  async function keepSingle(
    paper: SinglePaper,
    plans: ForwardPlan[],
    dryRun: boolean,
    reportKeys?: ReadonlyMap<string, string>,
  ): Promise<Kept> {
    switch (paper.kind) {
      case "forward-plan":
        return keepForwardPlan(paper, plans, dryRun);
      case "cabinet-member-report":
        return keepReport(paper, dryRun);
      case "agenda":
        return keepPlaced(
          paper,
          agendaRecords(paper, known(), reportKeys),
          dryRun,
          async ({ meeting, items }) => {
            const { added } = await records.addAgenda(meeting.key, items);
            return added + (await keepMeeting(meeting));
          },
        );
      case "minutes":
        return keepPlaced(paper, minutesRecords(paper, known()), dryRun, async (found) => {
          const { added } = await records.addMinutes(
            found.key,
            found.minutes,
            found.decisions,
            found.declarations,
          );
          for (const minute of found.minutes) minuteMeetings.set(minute.key, minute.meetingKey);
          return added + (await keepMeeting(found.meeting));
        });
      case "covering-report":
        return keepPlaced(paper, coveringReportRecords(paper, known()), dryRun, async (found) => {
          if (await reports.byKey(found.key)) return 0;
          const consulted = await records.addConsultations(found.key, found.consultations);
          const { added } = await records.addReport(found.report, found.sections, found.tables);
          return consulted.added + added;
        });
      case "work-programme":
        return keepPlaced(paper, workProgrammeRecords(paper, known()), dryRun, async ({ bodyKey, items }) => {
          const { added } = await records.addWorkProgramme(bodyKey, items);
          return added;
        });
      case "register":
        return keepRegister(paper, plans, dryRun);
    }
  }

  async function keepPaper(
    file: string,
    paper: ReadPaper,
    plans: ForwardPlan[],
    dryRun: boolean,
  ): Promise<ImportedDocument> {
    if (paper.kind !== "document-pack")
      return imported(file, paper, await keepSingle(paper, plans, dryRun), countsOf(paper));
    const warnings: PaperWarning[] = [];
    let added = 0;
    let key: string | null = null;
    let items = 0;
    const kept = new Map<PackPart, Kept>();
    // The agenda last: its items name the reports that the records hold by then.
    const order = [...paper.data.documents].sort(
      (a, b) => Number(a.kind === "agenda") - Number(b.kind === "agenda"),
    );
    for (const part of order) {
      if (part.kind === "other") continue;
      const reportKeys =
        part.kind === "agenda" ? reportsOfItems(part, paper.data.documents, known()) : undefined;
      const one = await keepSingle(part, plans, dryRun, reportKeys);
      kept.set(part, one);
      added += one.added;
      warnings.push(...one.warnings);
      if (part.kind === "forward-plan") {
        key = one.key;
        items += part.data.items.length;
      }
    }
    const documents = paper.data.documents.map((part) => {
      const one = kept.get(part);
      if (part.kind === "other" || !one) return { ...part, key: null, counts: {}, warnings: [] };
      const { from, to, coverage: _, ...rest } = part;
      return { from, to, ...imported(file, rest, one, countsOf(part)) };
    });
    const agenda = paper.data.documents.find(({ kind }) => kind === "agenda");
    const whole = {
      key: key ?? (agenda ? (kept.get(agenda)?.key ?? null) : null),
      added,
      warnings,
      data: { ...paper.data, documents },
    };
    return imported(file, paper, whole, { ...countsOf(paper), items });
  }

  return {
    async importFiles(files, { dryRun, skipUnreadable, addNames }) {
      const papers: { readonly file: string; readonly paper: ReadPaper }[] = [];
      const unread: UnreadFile[] = [];
      for (const { name, bytes } of files) {
        try {
          papers.push({ file: name, paper: await readPaper(bytes, name) });
        } catch (error) {
          if (!(error instanceof UnreadablePaper) || !skipUnreadable) throw error;
          unread.push({ file: name, why: error.message });
        }
      }
      await published.refresh();
      minuteMeetings.clear();
      for (const { key, meetingKey } of published.business().minutes) minuteMeetings.set(key, meetingKey);
      individual.clear();
      for (const decision of published.business().decisions)
        if (isIndividual(decision)) individual.set(decision.key, decision);
      names = { bodies: [], portfolios: [] };
      if (addNames) {
        names = namesInPapers(
          papers.map(({ paper }) => paper),
          known(),
        );
        if (!dryRun) {
          await records.addBodies(names.bodies);
          await records.addPortfolios(names.portfolios);
        }
      }
      const plans = [...published.records().plans];
      // Oldest edition first, so that a later one finds the keys of the one before it.
      const order = [...papers].sort((a, b) => periodOf(a.paper).localeCompare(periodOf(b.paper)));
      const made = new Map<ReadPaper, ImportedDocument>();
      for (const { file, paper } of order) made.set(paper, await keepPaper(file, paper, plans, dryRun));
      return { documents: papers.flatMap(({ paper }) => made.get(paper) ?? []), unread, names };
    },
  };
}

/**
 * Reads editions of the Forward Plan from papers without the records: an item keeps its key from one edition to the
 * next. A document pack gives the edition inside it.
 * @returns the editions, oldest first.
 * @throws {UnreadablePaper} naming the first file that holds no Forward Plan.
 */
export async function readForwardPlans(papers: readonly PaperFile[]): Promise<ForwardPlan[]> {
  const read = (
    await Promise.all(papers.map(async ({ name, bytes }) => ({ name, paper: await readPaper(bytes, name) })))
  )
    .map(({ name, paper }) => {
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
    case "agenda":
      return { ...coverage, items: paper.data.items.length };
    case "minutes":
      return {
        ...coverage,
        minutes: paper.data.minutes.length,
        decisions: paper.data.minutes.reduce((sum, { decisions }) => sum + decisions.length, 0),
        declarations: paper.data.declarations.length,
      };
    case "covering-report":
      return { ...coverage, sections: paper.data.sections.length, tables: paper.data.tables.length };
    case "work-programme":
      return { ...coverage, items: paper.data.items.length, meetings: paper.data.meetings.length };
    case "register":
      return {
        ...coverage,
        committees: paper.data.committees.length,
        meetings: paper.data.meetings.length,
        decisions: paper.data.decisions.length,
      };
    case "document-pack":
      return { ...coverage, documents: paper.data.documents.length };
    default:
      return coverage;
  }
}

/** Which report of a pack belongs to which item of its agenda: the one whose subject and title share their words. */
function reportsOfItems(
  { data }: AgendaPaper,
  parts: readonly PackPart[],
  known: KnownRecords,
): ReadonlyMap<string, string> {
  const words = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .replace(/['’]s?\b/g, "")
        .split(/[^a-z0-9]+/)
        .map((word) => word.replace(/s$/, ""))
        .filter((word) => word.length > 2 && !/^(?:the|and|report|for|of|final|working|group)$/.test(word)),
    );
  const reports = parts.flatMap((part) => {
    if (part.kind !== "covering-report") return [];
    const placed = coveringReportRecords(part, known);
    return placed.placed
      ? [{ key: placed.key, words: words(part.data.subject), reportOf: part.data.reportOf }]
      : [];
  });
  const pairs = data.items.flatMap(({ number, reference, title, pageFrom }) =>
    pageFrom === undefined
      ? []
      : reports.map((report) => {
          const own = words(title);
          const shared = [...own].filter((word) => report.words.has(word)).length;
          return {
            item: reference ?? String(number),
            key: report.key,
            share: shared / Math.max(1, Math.min(own.size, report.words.size)),
          };
        }),
  );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { item, key, share } of pairs.sort((a, b) => b.share - a.share)) {
    if (share < 0.6 || found.has(item) || taken.has(key)) continue;
    found.set(item, key);
    taken.add(key);
  }
  return found;
}

function joinedByKey<Entity extends { readonly key: string }>(
  held: readonly Entity[],
  added: readonly Entity[],
): readonly Entity[] {
  return [...held, ...added.filter(({ key }) => !held.some((one) => one.key === key))];
}

/** Whether a page tells of another decision than the one held under its key, or of the same in other words. */
function isAnother(read: IndividualDecision, held: IndividualDecision | undefined): boolean {
  // A list may keep the ends of lines otherwise than they were written.
  const plain = (words = "") => words.replace(/\s+/g, " ").trim();
  return (
    held !== undefined &&
    (["title", "decisionMaker", "decidedOn", "text", "publishedOn"] as const).some(
      (fact) => plain(read[fact]) !== plain(held[fact]),
    )
  );
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
