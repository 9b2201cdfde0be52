import { createHash, randomUUID } from "node:crypto";
import type { DocumentMap, MappedControl } from "../contracts/document-map.ts";
import { renderSectionHtml, type SectionContent, sectionHtmlLimit } from "../contracts/section-content.ts";
import type {
  Fragment,
  FragmentControl,
  FragmentRequest,
  MeetingList,
  NewReport,
  ReportDocument,
  ReportList,
  ReportOutline,
  ReportSummary,
  SectionMerge,
  SectionMergeRequest,
  SectionOrder,
  SectionSave,
  SectionSaved,
  StandardSectionList,
} from "../contracts/task-pane-api.ts";
import { canonicalContent, oneLine, plainText } from "../documents/content/canonical-content.ts";
import { parseSectionHtml } from "../documents/content/parse-section-html.ts";
import { readSection } from "../documents/read/read-section.ts";
import { openFlatOpc, UnreadableWordFile } from "../documents/read/word-package.ts";
import { templateFileName } from "../documents/template/default-template.ts";
import type { ControlledPart } from "../documents/write/document-body.ts";
import {
  type ReportFace,
  sectionPart,
  tablePart,
  writeFragment,
  writeReportDocument,
} from "../documents/write/word-document.ts";
import type { GraphConnection, GraphRequest } from "../graph/client/graph-client.ts";
import { GraphFailure } from "../graph/client/graph-failure.ts";
import type { ReportLibrary } from "../graph/files/report-library.ts";
import type { AuditEntry } from "../graph/lists/audit-log/mapping.ts";
import type { ListTable, Stored } from "../graph/lists/list-table.ts";
import { workingDaysFrom } from "../rules/dates/working-days.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import { type AgendaItem, type Body, type Meeting, readMeetingKey } from "../rules/meetings/meeting.ts";
import { coveringReportSections, isClosedByContact } from "../rules/reports/covering-report-headings.ts";
import { contactRows, frontSheetRows, type NamedMeeting } from "../rules/reports/front-sheet.ts";
import { mergeSections } from "../rules/reports/merge-sections.ts";
import {
  coveringReportKey,
  type Report,
  type ReportSection,
  type ReportTable,
} from "../rules/reports/report.ts";
import { inForceOn, type StandardSection } from "../rules/reports/standard-section.ts";
import { tableBlock } from "../rules/reports/table-blocks.ts";
import { type Caller, roles } from "./caller.ts";
import type { Clock } from "./clock.ts";
import { datesOfMeeting } from "./meeting-dates.ts";
import type { PublishedRecords } from "./published-records.ts";
import type { RecordKeeping } from "./record-keeping.ts";
import { Refused, refuse } from "./refused.ts";
import { type Extract, extractsOf } from "./report-extracts.ts";
import { createReportTemplate } from "./report-template.ts";
import { copyForPublication } from "./word-files.ts";

/** The lists a report lies in, opened in somebody’s name. */
export interface ReportTables {
  readonly graph: GraphConnection;
  readonly reports: ListTable<Report>;
  readonly sections: ListTable<ReportSection>;
  readonly tables: ListTable<ReportTable>;
  readonly standardSections: ListTable<StandardSection>;
}

/** What the Word pane does with reports. People read with their own rights; the service writes after its checks. */
export interface Reports {
  mine(caller: Caller): Promise<ReportList>;
  /**
   * Begins a covering report: its record with every standard heading, due as the meeting’s deadlines say, and its
   * document in the library. The person becomes its author.
   */
  begin(caller: Caller, wanted: NewReport): Promise<ReportOutline>;
  /** Meetings to come whose agenda is not published: those a report may be written for. */
  meetingsToWriteFor(): MeetingList;
  outline(caller: Caller, reportKey: string): Promise<ReportOutline>;
  document(caller: Caller, reportKey: string): Promise<ReportDocument>;
  fragment(caller: Caller, reportKey: string, request: FragmentRequest): Promise<Fragment>;
  saveSection(
    caller: Caller,
    reportKey: string,
    sectionKey: string,
    save: SectionSave,
  ): Promise<SectionSaved>;
  /**
   * Merges a section as it stands in Word with the record’s, by paragraph; writes nothing.
   * @param request the base is the record’s text that was inserted.
   */
  mergeSection(
    caller: Caller,
    reportKey: string,
    sectionKey: string,
    request: SectionMergeRequest,
  ): Promise<SectionMerge>;
  /** Puts the sections of a report in another order. Safe to repeat. */
  orderSections(caller: Caller, reportKey: string, order: SectionOrder): Promise<ReportOutline>;
  /** The standard sections in force today. */
  standardSections(caller: Caller): Promise<StandardSectionList>;
  /** Makes the document of each report that has none in the library yet. @returns how many were made. */
  makeMissingDocuments(): Promise<number>;
  /** The whole report as a .docx, for the command line. */
  assemble(reportKey: string): Promise<Uint8Array>;
  /** The whole report as the public may have it. A report that is exempt as a whole is refused. */
  assembleForPublication(reportKey: string): Promise<Uint8Array>;
}

export interface ReportsNeeds {
  /** Opens the report lists on behalf of a person. */
  readonly openFor: (caller: Caller) => ReportTables;
  /** The report lists in the service’s own name. */
  readonly own: ReportTables;
  readonly records: RecordKeeping;
  readonly library: ReportLibrary;
  readonly agendaItems: ListTable<AgendaItem>;
  readonly auditLog: ListTable<AuditEntry>;
  readonly published: PublishedRecords;
  readonly councilName: string;
  readonly clock: Clock;
}

interface LoadedReport {
  readonly report: Stored<Report>;
  readonly sections: readonly Stored<ReportSection>[];
  readonly tables: readonly Stored<ReportTable>[];
  /** Answers to the requests that travelled along. */
  readonly further: readonly unknown[];
}

/** How often an order of sections is written before it is given up. */
const orderRounds = 4;
/** The most that a pane may send to be read, in characters. */
const ooxmlLimit = 8_000_000;
/** The most that Word takes in one insertion, in bytes. */
const fragmentLimit = 4_000_000;

export function createReports(needs: ReportsNeeds): Reports {
  const { own, records, library, agendaItems, auditLog, published, councilName, clock } = needs;
  const template = createReportTemplate(library);

  /** A report with all its sections and tables, in one request. */
  async function load(
    tables: ReportTables,
    reportKey: string,
    further: readonly GraphRequest[] = [],
  ): Promise<LoadedReport> {
    const answers = await tables.graph.batch([
      tables.reports.whereRequest("Key", reportKey),
      tables.sections.whereRequest("ReportKey", reportKey),
      tables.tables.whereRequest("ReportKey", reportKey),
      ...further,
    ]);
    const failure = answers.slice(0, 3).find((answer) => answer instanceof GraphFailure);
    if (failure) throw failure;
    const report = tables.reports.readPage(answers[0])[0];
    if (!report) refuse("not-found", `There is no report with the key ${reportKey}.`);
    return {
      report,
      sections: [...tables.sections.readPage(answers[1])].sort((a, b) => a.entity.order - b.entity.order),
      tables: [...tables.tables.readPage(answers[2])].sort((a, b) => a.entity.order - b.entity.order),
      further: answers.slice(3),
    };
  }

  async function loadFor(
    caller: Caller,
    reportKey: string,
    further: readonly GraphRequest[] = [],
  ): Promise<LoadedReport> {
    const loaded = await load(needs.openFor(caller), reportKey, further);
    checkWorksOn(caller, loaded.report.entity);
    return loaded;
  }

  function summary(report: Report): ReportSummary {
    const meeting = report.meetingKey ? readMeetingKey(report.meetingKey) : null;
    const bodies = published.records().bodies;
    return {
      key: report.key,
      subject: report.subject,
      kind: report.kind,
      state: report.state,
      ...(report.portfolio === undefined ? {} : { portfolio: report.portfolio }),
      ...(meeting && report.meetingKey
        ? {
            meeting: {
              key: report.meetingKey,
              body: bodies.find((body) => body.key === meeting.bodyKey)?.name ?? meeting.bodyKey,
              date: meeting.date,
            },
          }
        : {}),
    };
  }

  function faceOf(report: Report): ReportFace {
    const meeting = report.meetingKey ? readMeetingKey(report.meetingKey) : null;
    const body = summary(report).meeting?.body ?? "";
    const date = meeting ? writtenInFull(meeting.date) : "";
    if (report.kind === "covering-report") {
      return {
        title: report.subject,
        council: councilName,
        facts: [],
        frontSheet: frontSheetRows(report, meetingsOf(report)),
      };
    }
    const committee = report.committee ?? (meeting ? `${body}, ${date}` : undefined);
    return {
      title: "Cabinet Member Report",
      ...(committee === undefined ? {} : { subtitle: committee }),
      council: councilName,
      facts: [
        { label: "Councillor", value: report.reportOf },
        { label: "Portfolio", value: report.portfolio ?? "" },
        { label: "Period of report", value: report.period ?? "" },
      ],
    };
  }

  /** Every meeting a report goes to, in order, by the name of its body. */
  function meetingsOf(report: Report): NamedMeeting[] {
    const bodies = published.records().bodies;
    return [report.meetingKey, ...(report.furtherMeetingKeys ?? [])].flatMap((key) => {
      const meeting = key === undefined ? null : readMeetingKey(key);
      if (!meeting) return [];
      const name = bodies.find((body) => body.key === meeting.bodyKey)?.name ?? meeting.bodyKey;
      return [{ body: name, date: meeting.date }];
    });
  }

  /** Meetings to come whose agenda is not out yet, soonest first. */
  function openMeetings(): { meeting: Meeting; body: Body }[] {
    const { meetings, bodies } = published.records();
    return meetings
      .filter(({ state, date }) => state === "Scheduled" && date >= clock.today())
      .sort((a, b) => a.date.localeCompare(b.date))
      .flatMap((meeting) => {
        const body = bodies.find(({ key }) => key === meeting.bodyKey);
        return body ? [{ meeting, body }] : [];
      });
  }

  function extractFacts() {
    return { ...published.records(), workProgramme: published.business().workProgramme };
  }

  async function makeDocument(report: Report, person: string): Promise<ReportDocument> {
    const name = report.documentName ?? fileNameOf(report);
    const present = await library.find(name);
    if (present) return { fileName: name, address: present.address, made: false };
    const content = { parts: [], tables: new Map(), map: { reportKey: report.key, controls: [] } };
    const bytes = writeReportDocument(faceOf(report), content, await template.current());
    const made = await library.write(name, bytes, { replace: false });
    await record(person, "document made", report.key);
    return { fileName: name, address: made.address, made: true };
  }

  return {
    async mine(caller) {
      const { reports } = needs.openFor(caller);
      const all = await reports.all();
      return {
        reports: all
          .map((stored) => stored.entity)
          .filter((report) => worksOn(caller, report))
          .sort(
            (a, b) =>
              (a.meetingKey ?? "").localeCompare(b.meetingKey ?? "") || a.subject.localeCompare(b.subject),
          )
          .map(summary),
      };
    },

    meetingsToWriteFor: () => ({
      meetings: openMeetings().map(({ meeting, body }) => ({
        key: meeting.key,
        body: body.name,
        date: meeting.date,
        ...(meeting.time === undefined ? {} : { time: meeting.time }),
      })),
    }),

    async begin(caller, wanted) {
      if (!caller.roles.includes(roles.author) && !caller.roles.includes(roles.committeeOfficer))
        refuse(
          "not-allowed",
          "Reports are begun by report authors. Ask the committee officer to make you one.",
        );
      const goesTo = openMeetings().find(({ meeting }) => meeting.key === wanted.meetingKey);
      if (!goesTo) refuse("not-found", "That meeting is over, or its agenda is published. Choose another.");
      const { meeting, body } = goesTo;
      const report: Report = {
        key: coveringReportKey(meeting.key, wanted.subject),
        kind: "covering-report",
        subject: wanted.subject,
        reportOf: wanted.reportOf,
        meetingKey: meeting.key,
        authors: [caller.entraObjectId],
        exempt: "Open",
        keyDecision: wanted.keyDecision,
        ...(wanted.portfolio === undefined ? {} : { portfolio: wanted.portfolio }),
        ...(caller.name === "" ? {} : { contactOfficer: { name: caller.name } }),
        state: "draft",
      };
      if (await own.reports.byKey(report.key))
        refuse(
          "bad-request",
          `There is a report on “${wanted.subject}” for that meeting already. Open it, or give this one another subject.`,
        );
      const due = datesOfMeeting(meeting.date, published.practiceOf(body.key)).sectionDrafts;
      const sections = coveringReportSections(report).map((section) => ({ ...section, due }));
      await records.addReport(report, sections, []);
      await record(caller.entraObjectId, "report begun", report.key);
      await makeDocument(report, caller.entraObjectId);
      return outlineOf(await loadFor(caller, report.key));
    },

    outline: async (caller, reportKey) => outlineOf(await loadFor(caller, reportKey)),

    async document(caller, reportKey) {
      const { report } = await loadFor(caller, reportKey);
      return makeDocument(report.entity, caller.entraObjectId);
    },

    async makeMissingDocuments() {
      let made = 0;
      for (const { entity } of await own.reports.all()) {
        if ((await makeDocument(entity, "Clear Days")).made) made += 1;
      }
      return made;
    },

    async fragment(caller, reportKey, request) {
      const loaded = await loadFor(caller, reportKey, [library.findRequest(templateFileName)]);
      const chosen = chooseParts(loaded, request, await loadOthers(caller, loaded.report.entity, request));
      const bytes = writeFragment(chosen, await template.fromAnswer(loaded.further[0]));
      if (bytes.length > fragmentLimit) {
        refuse(
          "too-long",
          `These parts make ${(bytes.length / 1e6).toFixed(1)} MB; Word takes 4 MB at a time. Insert fewer sections at once.`,
        );
      }
      return { fileBase64: Buffer.from(bytes).toString("base64"), controls: chosen.controls };
    },

    async mergeSection(caller, reportKey, sectionKey, { ooxml, base, baseVersion }) {
      const { stored, tables } = await loadSection(caller, reportKey, sectionKey);
      const { html: yours, notes } = readSaved(ooxml, stored.entity, tables);
      const theirs = stored.entity.html;
      const inserted = stored.version === baseVersion ? theirs : base;
      const pieces = mergeSections(contentOf(inserted), contentOf(yours), contentOf(theirs));
      return {
        key: sectionKey,
        pieces: pieces.map((piece) =>
          piece.kind === "agreed"
            ? { kind: "agreed", html: renderSectionHtml(piece.content) }
            : {
                kind: "conflict",
                base: renderSectionHtml(piece.base),
                yours: renderSectionHtml(piece.yours),
                theirs: renderSectionHtml(piece.theirs),
              },
        ),
        yours,
        theirs,
        theirVersion: stored.version,
        theirHash: hashOf(theirs),
        notes,
      };
    },

    async orderSections(caller, reportKey, { keys }) {
      let wrote = false;
      // What two people order at once is looked at again, until the report stands in one person's order.
      for (let round = 1; round <= orderRounds; round++) {
        const loaded = await loadFor(caller, reportKey);
        const held = new Map(loaded.sections.map((stored) => [stored.entity.key, stored]));
        const same = new Set(keys).size === keys.length && keys.length === held.size;
        if (!same || !keys.every((key) => held.has(key))) {
          refuse(
            "not-found",
            "The report’s sections have changed since you opened it. Open the report again.",
          );
        }
        const moving = [...keys.entries()].filter(
          ([index, key]) => held.get(key)?.entity.order !== index + 1,
        );
        if (moving.length === 0) {
          if (wrote) await record(caller.entraObjectId, "sections put in order", reportKey);
          return outlineOf(loaded);
        }
        // Rows that somebody has just saved are left alone here and looked at again in the next round.
        await own.sections.updateAll(
          moving.map(([index, key]) => {
            const stored = held.get(key) as Stored<ReportSection>;
            return { stored, entity: { ...stored.entity, order: index + 1 } };
          }),
        );
        wrote = true;
      }
      refuse(
        "busy",
        "Somebody else is moving sections of this report just now. Look again in a moment, then move yours.",
      );
    },

    async standardSections(caller) {
      const versions = await needs.openFor(caller).standardSections.all();
      const inForce = inForceOn(
        versions.map(({ entity }) => entity),
        clock.today(),
      );
      return {
        sections: inForce.map((section) => ({
          key: section.sectionKey,
          title: section.title,
          version: section.version,
          inForceFrom: section.inForceFrom,
          opening: opening(section),
          hash: hashOf(section.html),
          kinds: section.kinds,
        })),
      };
    },

    async saveSection(caller, reportKey, sectionKey, save) {
      const { stored, tables } = await loadSection(caller, reportKey, sectionKey);
      const { html, notes } =
        "html" in save
          ? { html: renderSectionHtml(contentOf(save.html)), notes: [] }
          : readSaved(save.ooxml, stored.entity, tables);
      if (html.length > sectionHtmlLimit) {
        refuse(
          "too-long",
          `This section holds ${html.length.toLocaleString("en-GB")} characters; ${sectionHtmlLimit.toLocaleString("en-GB")} is the most that can be stored. Split it into two sections.`,
        );
      }
      if (html === stored.entity.html) {
        return { key: sectionKey, version: stored.version, hash: hashOf(html), html, notes, changed: false };
      }
      const sameBase = stored.version === save.baseVersion || hashOf(stored.entity.html) === save.baseHash;
      if (!sameBase) refuseChanged(html, stored);
      const saved = await write(stored, {
        ...stored.entity,
        html,
        state: html === "" ? "open" : stored.entity.state === "accepted" ? "accepted" : "contributed",
      });
      await record(
        caller.entraObjectId,
        "section saved",
        sectionKey,
        hashOf(stored.entity.html),
        hashOf(html),
      );
      return { key: sectionKey, version: saved.version, hash: hashOf(html), html, notes, changed: true };
    },

    assemble: async (reportKey) => assembled(await load(own, reportKey)),

    async assembleForPublication(reportKey) {
      const loaded = await load(own, reportKey);
      if (loaded.report.entity.exempt === "Full")
        refuse("not-allowed", "This report is exempt as a whole. It is never published.");
      return copyForPublication(await assembled(withoutNil(loaded)));
    },
  };

  async function assembled(loaded: LoadedReport): Promise<Uint8Array> {
    const chosen = chooseParts(loaded, { parts: "all" }, { standard: [], extracts: [], agenda: [] });
    const map: DocumentMap = {
      reportKey: loaded.report.entity.key,
      controls: chosen.controls.map(
        ({ tag, kind, key, version, hash, base }): MappedControl => ({ tag, kind, key, version, hash, base }),
      ),
    };
    return writeReportDocument(faceOf(loaded.report.entity), { ...chosen, map }, await template.current());
  }

  function outlineOf({ report, sections, tables }: LoadedReport): ReportOutline {
    const today = clock.today();
    const { meetings } = published.records();
    const body = meetings.find(({ key }) => key === report.entity.meetingKey)?.bodyKey ?? "";
    const { counting } = published.practiceOf(body);
    return {
      report: summary(report.entity),
      sections: sections.map(({ entity, version }) => ({
        key: entity.key,
        heading: entity.heading,
        level: entity.level,
        order: entity.order,
        state: entity.state,
        length: entity.html.length,
        opening: opening(entity),
        version,
        hash: hashOf(entity.html),
        ...(entity.contributor === undefined ? {} : { contributor: entity.contributor }),
        ...(entity.due === undefined
          ? {}
          : { due: { date: entity.due, workingDaysLeft: workingDaysFrom(today, entity.due, counting) } }),
      })),
      tables: tables.map(({ entity, version }) => ({
        key: entity.key,
        sectionKey: entity.sectionKey,
        title: entity.title,
        kind: entity.rows.kind,
        rows: entity.rows.rows.length,
        version,
        hash: hashOf(renderSectionHtml([tableBlock(entity)])),
      })),
      extracts: extractsOf(report.entity, extractFacts(), today).map(
        ({ key, title, opening: words, hash }) => ({ key, title, opening: words, hash }),
      ),
    };
  }

  async function loadSection(
    caller: Caller,
    reportKey: string,
    sectionKey: string,
  ): Promise<{ stored: Stored<ReportSection>; tables: LoadedReport["tables"] }> {
    const { sections, tables } = await loadFor(caller, reportKey);
    const stored = sections.find((section) => section.entity.key === sectionKey);
    if (!stored) refuse("not-found", "This section is no longer part of the report. Open the report again.");
    return { stored, tables };
  }

  /** What a fragment holds beside the report’s own sections and tables; nothing is asked that is not wanted. */
  async function loadOthers(caller: Caller, report: Report, { parts }: FragmentRequest): Promise<OtherParts> {
    const wanted = parts === "all" ? [] : parts;
    const extracts = extractsOf(report, extractFacts(), clock.today()).filter(({ key }) =>
      wanted.includes(key),
    );
    const agendaOf = extracts.find((extract) => extract.agendaOf !== null)?.agendaOf;
    const agenda = agendaOf ? await agendaItems.where("MeetingKey", agendaOf) : [];
    const versions = wanted.some((key) => key.startsWith("STD/"))
      ? await needs.openFor(caller).standardSections.all()
      : [];
    return {
      extracts,
      agenda: agenda.map(({ entity }) => entity),
      standard: inForceOn(
        versions.map(({ entity }) => entity),
        clock.today(),
      ),
    };
  }

  /** Writes a section over the version it was read in; the loser of a race is shown both texts. */
  async function write(
    stored: Stored<ReportSection>,
    changed: ReportSection,
  ): Promise<Stored<ReportSection>> {
    const mine = await own.sections.byKey(stored.entity.key);
    if (!mine) refuse("not-found", "This section is no longer part of the report. Open the report again.");
    if (mine.version !== stored.version) refuseChanged(changed.html, mine);
    try {
      return await own.sections.update(mine, changed);
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.kind !== "changed-elsewhere") throw error;
      const theirs = await own.sections.byKey(stored.entity.key);
      if (!theirs) throw error;
      refuseChanged(changed.html, theirs, error);
    }
  }

  async function record(
    person: string,
    action: string,
    subjectKey: string,
    beforeHash?: string,
    afterHash?: string,
  ): Promise<void> {
    const at = clock.now().toISOString();
    await auditLog.create({
      key: `${at}/${randomUUID()}`.toUpperCase(),
      at,
      person,
      action,
      subjectKey,
      ...(beforeHash === undefined ? {} : { beforeHash }),
      ...(afterHash === undefined ? {} : { afterHash }),
    });
  }
}

function worksOn(caller: Caller, report: Report): boolean {
  return caller.roles.includes(roles.committeeOfficer) || report.authors.includes(caller.entraObjectId);
}

/**
 * A Cabinet Member report as it is published: “nothing to report” is never written, so the heading of a section with
 * nothing below it, and nothing under its sub-headings, is left out. A covering report keeps every standard heading.
 */
function withoutNil(loaded: LoadedReport): LoadedReport {
  if (loaded.report.entity.kind !== "cabinet-member-report") return loaded;
  const kept: Stored<ReportSection>[] = [];
  for (const section of [...loaded.sections].reverse()) {
    const { html, level, state } = section.entity;
    const next = kept.at(-1)?.entity;
    if (state !== "nil" || html !== "" || (next !== undefined && next.level > level)) kept.push(section);
  }
  return { ...loaded, sections: kept.reverse() };
}

function checkWorksOn(caller: Caller, report: Report): void {
  if (!worksOn(caller, report)) {
    refuse("not-allowed", "You are not one of this report’s authors. Ask the committee officer to add you.");
  }
}

function refuseChanged(yours: string, theirs: Stored<ReportSection>, cause?: unknown): never {
  throw new Refused(
    {
      code: "changed-elsewhere",
      message: "Someone else changed this section since it was inserted. Compare the two and choose.",
      yours,
      theirs: theirs.entity.html,
      theirVersion: theirs.version,
    },
    cause,
  );
}

function readSaved(
  ooxml: string,
  section: ReportSection,
  tables: readonly Stored<ReportTable>[],
): { html: string; notes: SectionSaved["notes"] } {
  if (ooxml.length > ooxmlLimit) {
    refuse("too-long", "This section is too large to be read. Take out its pictures and try again.");
  }
  try {
    const keysByTag = new Map(tables.map(({ entity }) => [tagOf(entity.key), entity.key]));
    const read = readSection(openFlatOpc(ooxml), tagOf(section.key), keysByTag);
    const renamed = read.heading !== null && read.heading !== oneLine(section.heading);
    const retyped = read.recordTables.flatMap(({ key, content }) => {
      const table = tables.find(({ entity }) => entity.key === key)?.entity;
      if (!table || htmlOf(content) === htmlOf([tableBlock(table)])) return [];
      const kind = "a changed table (its figures belong to the record)";
      return [{ kind, place: `the table “${table.title}”` }];
    });
    const heading = { kind: "a changed heading (the heading belongs to the record)", place: "the heading" };
    return {
      html: renderSectionHtml(read.content),
      notes: [...read.notes, ...(renamed ? [heading] : []), ...retyped],
    };
  } catch (error) {
    if (!(error instanceof UnreadableWordFile)) throw error;
    throw new Refused(
      { code: "not-readable", message: "Word sent nothing that can be read. Try again." },
      error,
    );
  }
}

/** Parts of a fragment that are not rows of the report. */
interface OtherParts {
  readonly standard: readonly StandardSection[];
  readonly extracts: readonly Extract[];
  /** Items of the meetings that extracts need. */
  readonly agenda: readonly AgendaItem[];
}

/** The parts of a report that a request names, with what the pane must know of each. */
function chooseParts(
  { report, sections, tables }: LoadedReport,
  request: FragmentRequest,
  others: OtherParts,
): {
  parts: readonly ControlledPart[];
  tables: ReadonlyMap<string, ControlledPart>;
  controls: readonly FragmentControl[];
} {
  const tableParts = new Map(
    tables.map(({ entity }) => [entity.key, tablePart(tagOf(entity.key), entity)] as const),
  );
  const controls: FragmentControl[] = [];
  const parts: ControlledPart[] = [];

  const addTable = ({ entity, version }: Stored<ReportTable>): ControlledPart => {
    const part = tableParts.get(entity.key) as ControlledPart;
    const base = renderSectionHtml(part.content);
    controls.push({
      tag: part.tag,
      title: part.title,
      kind: "table",
      key: entity.key,
      version,
      hash: hashOf(base),
      base,
      firstWords: entity.title,
    });
    return part;
  };
  const addSection = ({ entity, version }: Stored<ReportSection>) => {
    const content = contentOf(request.texts?.[entity.key] ?? entity.html);
    const contact = isClosedByContact(entity) ? contactRows(report.entity) : [];
    const part = {
      ...sectionPart(tagOf(entity.key), entity, content),
      ...(contact.length > 0 ? { contact } : {}),
    };
    parts.push(part);
    controls.push({
      tag: part.tag,
      title: part.title,
      kind: "section",
      key: entity.key,
      version,
      hash: hashOf(entity.html),
      base: entity.html,
      firstWords: entity.heading,
    });
    for (const key of referredTables(content)) {
      const table = tables.find((candidate) => candidate.entity.key === key);
      if (table) addTable(table);
    }
  };

  /** A part without a row of its own to save back to. */
  const addOther = (
    kind: FragmentControl["kind"],
    key: string,
    title: string,
    content: SectionContent,
    version: string,
    hash: string,
  ) => {
    const tag = tagOf(key);
    parts.push({ tag, title, heading: { text: title, level: 2 }, content });
    controls.push({
      tag,
      title,
      kind,
      key,
      version,
      hash,
      base: renderSectionHtml(content),
      firstWords: title,
    });
  };
  const addByKey = (key: string): boolean => {
    const standard = others.standard.find((candidate) => candidate.sectionKey === key);
    const extract = others.extracts.find((candidate) => candidate.key === key);
    if (standard) {
      const { title, html, version } = standard;
      addOther("section", key, title, contentOf(html), String(version), hashOf(html));
    } else if (extract)
      addOther("table", key, extract.title, extract.content(others.agenda), extract.hash, extract.hash);
    return standard !== undefined || extract !== undefined;
  };

  if (request.parts === "all") {
    sections.forEach(addSection);
  } else {
    for (const key of request.parts) {
      // A table whose section came before it in the request stands there already.
      if (controls.some((control) => control.key === key)) continue;
      const section = sections.find((candidate) => candidate.entity.key === key);
      const table = tables.find((candidate) => candidate.entity.key === key);
      if (section) addSection(section);
      else if (table) parts.push(addTable(table));
      else if (!addByKey(key))
        refuse("not-found", `The report ${report.entity.subject} has no part with the key ${key}.`);
    }
  }
  return { parts, tables: tableParts, controls };
}

function htmlOf(content: SectionContent): string {
  return renderSectionHtml(canonicalContent(content));
}

function referredTables(content: SectionContent): string[] {
  return content.flatMap((block) => (block.kind === "tableReference" ? [block.key] : []));
}

/** The tag of a part’s content control: the same part always has the same tag. */
export function tagOf(key: string): string {
  return `cd-${hashOf(key).slice(0, 24)}`;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function contentOf(html: string): SectionContent {
  return parseSectionHtml(html).content;
}

function opening({ html }: Pick<ReportSection, "html">): string {
  const words = plainText(contentOf(html)).replace(/\s+/g, " ").trim();
  return words.length > 120 ? `${words.slice(0, 119).trimEnd()}…` : words;
}

/** A file name that SharePoint takes, from the report’s key. */
function fileNameOf(report: Report): string {
  return `${report.key.replace(/[^A-Za-z0-9-]+/g, "-")}.docx`;
}
