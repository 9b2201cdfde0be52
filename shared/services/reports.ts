import { createHash, randomUUID } from "node:crypto";
import type { DocumentMap, MappedControl } from "../contracts/document-map.ts";
import { renderSectionHtml, type SectionContent, sectionHtmlLimit } from "../contracts/section-content.ts";
import type {
  Fragment,
  FragmentControl,
  FragmentRequest,
  ReportDocument,
  ReportList,
  ReportOutline,
  ReportSummary,
  SectionSave,
  SectionSaved,
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
import { readMeetingKey } from "../rules/meetings/meeting.ts";
import { isClosedByContact } from "../rules/reports/covering-report-headings.ts";
import { contactRows, frontSheetRows, type NamedMeeting } from "../rules/reports/front-sheet.ts";
import type { Report, ReportSection, ReportTable } from "../rules/reports/report.ts";
import { tableBlock } from "../rules/reports/table-blocks.ts";
import { type Caller, roles } from "./caller.ts";
import type { Clock } from "./clock.ts";
import type { PublishedRecords } from "./published-records.ts";
import { Refused, refuse } from "./refused.ts";
import { createReportTemplate } from "./report-template.ts";
import { copyForPublication } from "./word-files.ts";

/** The lists a report lies in, opened in somebody’s name. */
export interface ReportTables {
  readonly graph: GraphConnection;
  readonly reports: ListTable<Report>;
  readonly sections: ListTable<ReportSection>;
  readonly tables: ListTable<ReportTable>;
}

/** What the Word pane does with reports. People read with their own rights; the service writes after its checks. */
export interface Reports {
  mine(caller: Caller): Promise<ReportList>;
  outline(caller: Caller, reportKey: string): Promise<ReportOutline>;
  document(caller: Caller, reportKey: string): Promise<ReportDocument>;
  fragment(caller: Caller, reportKey: string, request: FragmentRequest): Promise<Fragment>;
  saveSection(
    caller: Caller,
    reportKey: string,
    sectionKey: string,
    save: SectionSave,
  ): Promise<SectionSaved>;
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
  readonly library: ReportLibrary;
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

/** The most that a pane may send to be read, in characters. */
const ooxmlLimit = 8_000_000;
/** The most that Word takes in one insertion, in bytes. */
const fragmentLimit = 4_000_000;

export function createReports(needs: ReportsNeeds): Reports {
  const { own, library, auditLog, published, councilName, clock } = needs;
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

    async outline(caller, reportKey) {
      const { report, sections, tables } = await loadFor(caller, reportKey);
      const today = clock.today();
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
          ...(entity.contributor === undefined ? {} : { contributor: entity.contributor }),
          ...(entity.due === undefined
            ? {}
            : { due: { date: entity.due, workingDaysLeft: workingDaysFrom(today, entity.due) } }),
        })),
        tables: tables.map(({ entity, version }) => ({
          key: entity.key,
          sectionKey: entity.sectionKey,
          title: entity.title,
          kind: entity.rows.kind,
          rows: entity.rows.rows.length,
          version,
        })),
      };
    },

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
      const chosen = chooseParts(loaded, request);
      const bytes = writeFragment(chosen, await template.fromAnswer(loaded.further[0]));
      if (bytes.length > fragmentLimit) {
        refuse(
          "too-long",
          `These parts make ${(bytes.length / 1e6).toFixed(1)} MB; Word takes 4 MB at a time. Insert fewer sections at once.`,
        );
      }
      return { fileBase64: Buffer.from(bytes).toString("base64"), controls: chosen.controls };
    },

    async saveSection(caller, reportKey, sectionKey, save) {
      if (save.ooxml.length > ooxmlLimit) {
        refuse("too-long", "This section is too large to be read. Take out its pictures and try again.");
      }
      const { sections, tables } = await loadFor(caller, reportKey);
      const stored = sections.find((section) => section.entity.key === sectionKey);
      if (!stored)
        refuse("not-found", "This section is no longer part of the report. Open the report again.");
      const { html, notes } = readSaved(save, stored.entity, tables);
      if (html.length > sectionHtmlLimit) {
        refuse(
          "too-long",
          `This section holds ${html.length.toLocaleString("en-GB")} characters; ${sectionHtmlLimit.toLocaleString("en-GB")} is the most that can be stored. Split it into two sections.`,
        );
      }
      if (html === stored.entity.html) {
        return { key: sectionKey, version: stored.version, hash: hashOf(html), html, notes, changed: false };
      }
      if (stored.version !== save.baseVersion) refuseChanged(html, stored);
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
      return copyForPublication(await assembled(loaded));
    },
  };

  async function assembled(loaded: LoadedReport): Promise<Uint8Array> {
    const chosen = chooseParts(loaded, { parts: "all" });
    const map: DocumentMap = {
      reportKey: loaded.report.entity.key,
      controls: chosen.controls.map(
        ({ tag, kind, key, version, hash, base }): MappedControl => ({ tag, kind, key, version, hash, base }),
      ),
    };
    return writeReportDocument(faceOf(loaded.report.entity), { ...chosen, map }, await template.current());
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
  save: SectionSave,
  section: ReportSection,
  tables: readonly Stored<ReportTable>[],
): { html: string; notes: SectionSaved["notes"] } {
  try {
    const keysByTag = new Map(tables.map(({ entity }) => [tagOf(entity.key), entity.key]));
    const read = readSection(openFlatOpc(save.ooxml), tagOf(section.key), keysByTag);
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

/** The parts of a report that a request names, with what the pane must know of each. */
function chooseParts(
  { report, sections, tables }: LoadedReport,
  request: FragmentRequest,
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
    const { content } = parseSectionHtml(entity.html);
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

  if (request.parts === "all") {
    sections.forEach(addSection);
  } else {
    for (const key of request.parts) {
      const section = sections.find((candidate) => candidate.entity.key === key);
      const table = tables.find((candidate) => candidate.entity.key === key);
      if (section) addSection(section);
      else if (table) parts.push(addTable(table));
      else refuse("not-found", `The report ${report.entity.subject} has no part with the key ${key}.`);
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

function opening(section: ReportSection): string {
  const words = plainText(parseSectionHtml(section.html).content).replace(/\s+/g, " ").trim();
  return words.length > 120 ? `${words.slice(0, 119).trimEnd()}…` : words;
}

/** A file name that SharePoint takes, from the report’s key. */
function fileNameOf(report: Report): string {
  return `${report.key.replace(/[^A-Za-z0-9-]+/g, "-")}.docx`;
}
