import type { PublishedEdition, PublishedItem } from "../../contracts/answer.ts";
import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { SectionContent } from "../../contracts/section-content.ts";
import type { ReportTable } from "../../rules/reports/report.ts";
import type { AgendaData } from "./agenda/read-agenda.ts";
import type { MinutesData } from "./minutes/read-minutes.ts";
import type { RegisterData } from "./registers/register-paper.ts";
import type { CoveringReportData } from "./reports/read-covering-report.ts";
import type { WorkProgrammeData } from "./work-programme/read-work-programme.ts";

/** Something a person should look at, with the line of the file it is about (from 1). */
export interface PaperWarning {
  readonly line: number;
  readonly message: string;
}

/** What became of a paper's lines: `lines` = `read` + `blank` + `warned`. */
export interface Coverage {
  readonly lines: number;
  readonly read: number;
  readonly blank: number;
  readonly warned: number;
}

interface Paper<Kind extends string, Data> {
  readonly kind: Kind;
  readonly title: string;
  readonly warnings: readonly PaperWarning[];
  readonly coverage: Coverage;
  readonly data: Data;
}

/** A paper as it was read. Nothing in it depends on what the records hold. */
export type ReadPaper =
  | ForwardPlanPaper
  | CabinetMemberReportPaper
  | AgendaPaper
  | MinutesPaper
  | CoveringReportPaper
  | WorkProgrammePaper
  | RegisterPaper
  | DocumentPackPaper;

export type ForwardPlanPaper = Paper<"forward-plan", ForwardPlanData>;
export type CabinetMemberReportPaper = Paper<"cabinet-member-report", CabinetMemberReportData>;
export type AgendaPaper = Paper<"agenda", AgendaData>;
export type CoveringReportPaper = Paper<"covering-report", CoveringReportData>;
export type WorkProgrammePaper = Paper<"work-programme", WorkProgrammeData>;
export type RegisterPaper = Paper<"register", RegisterData>;
export type MinutesPaper = Paper<"minutes", MinutesData>;
export type DocumentPackPaper = Paper<"document-pack", DocumentPackData>;

/** An edition of the Forward Plan. */
export interface ForwardPlanData {
  readonly edition: PublishedEdition;
  /** What stands before the items: definitions, representations, exempt paragraphs, signatory; line by line. */
  readonly preamble: readonly string[];
  /** The index of items, where the plan has one. */
  readonly index: readonly { readonly title: string; readonly officer: string }[];
  readonly items: readonly PublishedItem[];
  /** The first line of each item in the file, by its key. */
  readonly itemLines: Readonly<Record<string, number>>;
}

/** A Cabinet Member report. */
export interface CabinetMemberReportData {
  readonly key: string;
  /** The line under the title, as printed; absent where the paper has none. */
  readonly committee?: string;
  readonly meetingDate?: CalendarDate;
  readonly councillor?: string;
  readonly portfolio?: string;
  /** “January 2020”, as printed. */
  readonly period?: string;
  /** The month the key is made of, `2020-01`. */
  readonly month: string;
  readonly sections: readonly ReadSection[];
  /** The headings as a tree. */
  readonly outline: readonly OutlineEntry[];
  readonly tables: readonly ReportTable[];
}

/** A section of a report: its heading and what stands below it. */
export interface ReadSection {
  readonly key: string;
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly order: number;
  readonly html: string;
  readonly content: SectionContent;
  /** Line of the heading in the file. */
  readonly line: number;
}

/** A heading of a report with those below it. */
export interface OutlineEntry {
  readonly key: string;
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly sections: readonly OutlineEntry[];
}

/** Several papers published as one file. */
export interface DocumentPackData {
  readonly documents: readonly PackPart[];
}

/** A paper inside a pack. */
export type PackPart = PartPlace & (Exclude<ReadPaper, DocumentPackPaper> | UnreadPart);

/** First and last line in the file. */
export interface PartPlace {
  readonly from: number;
  readonly to: number;
}

/** A part that is named but not read; the pack's warnings say so. */
export interface UnreadPart {
  readonly kind: "other";
  readonly title: string;
  readonly data: null;
}
