import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { ReportKind, ReportState, SectionState } from "../../contracts/task-pane-api.ts";
import type { StateMachine } from "../state-machine.ts";

export const reportKinds = ["cabinet-member-report", "covering-report"] as const satisfies ReportKind[];

export const reportStates = [
  "draft",
  "hos-signed-off",
  "in-consultation",
  "cleared",
  "submitted",
  "published",
  "considered",
  "closed",
  "returned",
  "to-follow",
  "deferred",
  "withdrawn",
] as const satisfies ReportState[];

export const sectionStates = [
  "open",
  "contributed",
  "accepted",
  "returned",
  "nil",
] as const satisfies SectionState[];

/** Publication cannot be undone: what is published is corrected by a supplement. */
export const reportSteps: StateMachine<ReportState> = {
  draft: ["hos-signed-off", "to-follow", "deferred", "withdrawn"],
  "hos-signed-off": ["in-consultation", "cleared", "returned", "to-follow", "deferred", "withdrawn"],
  "in-consultation": ["cleared", "returned", "to-follow", "deferred", "withdrawn"],
  cleared: ["submitted", "in-consultation", "returned", "to-follow", "deferred", "withdrawn"],
  submitted: ["published", "returned", "to-follow", "deferred", "withdrawn"],
  published: ["considered", "deferred"],
  considered: ["closed"],
  closed: [],
  returned: ["draft", "hos-signed-off", "withdrawn"],
  "to-follow": ["hos-signed-off", "in-consultation", "cleared", "submitted", "deferred", "withdrawn"],
  deferred: ["draft", "withdrawn"],
  withdrawn: [],
};

export const sectionSteps: StateMachine<SectionState> = {
  open: ["contributed", "nil"],
  contributed: ["accepted", "returned", "nil"],
  returned: ["contributed", "nil"],
  accepted: ["contributed", "returned"],
  nil: ["contributed", "open"],
};

/** A report on its way to a meeting. */
export interface Report {
  /** `CMR/<PORTFOLIO>/2026-12` for a Cabinet Member report. */
  readonly key: string;
  readonly kind: ReportKind;
  readonly subject: string;
  /** The post or councillor whose report it is. */
  readonly reportOf: string;
  readonly portfolio?: string;
  /** “January 2020”, of a Cabinet Member report. */
  readonly period?: string;
  /** The meeting it is written for, when known. */
  readonly meetingKey?: string;
  /** The line under the title that names committee and date, as the paper prints it. */
  readonly committee?: string;
  /** Entra object ids of the people who work on it. */
  readonly authors: readonly string[];
  readonly exempt: "Open" | "Part" | "Full";
  /** Paragraphs of Schedule 12A that an exempt report relies on: “3”. Never what they protect. */
  readonly exemptParagraphs?: readonly string[];
  /** Names of wards; none stands for all of them. */
  readonly wards?: readonly string[];
  readonly keyDecision?: boolean;
  readonly inForwardPlan?: boolean;
  /** Meetings it goes to after the first, in order. */
  readonly furtherMeetingKeys?: readonly string[];
  /** In words, as the paper says it: “Following the call-in period”. */
  readonly implementationDate?: string;
  readonly contactOfficer?: ContactOfficer;
  /** The front sheet of a covering report; the current one unless the council still uses the older. */
  readonly layout?: FrontSheetLayout;
  readonly state: ReportState;
  /** File name of its document in the library, once made. */
  readonly documentName?: string;
}

/** Who answers questions about a report. */
export interface ContactOfficer {
  readonly name: string;
  readonly telephone?: string;
  readonly email?: string;
}

export const frontSheetLayouts = ["front-sheet", "front-sheet-older"] as const;

export type FrontSheetLayout = (typeof frontSheetLayouts)[number];

/** One section of a report. */
export interface ReportSection {
  /** `<report key>/<HEADING>`. */
  readonly key: string;
  readonly reportKey: string;
  readonly heading: string;
  /** Level of the heading, 1 to 3. */
  readonly level: 1 | 2 | 3;
  /** Place in the report, from 1. */
  readonly order: number;
  /** Canonical HTML of the subset, at most 60,000 characters; empty when nothing has been contributed. */
  readonly html: string;
  readonly state: SectionState;
  readonly contributor?: string;
  readonly due?: CalendarDate;
}

/** A table that the record keeps on its own: typed rows, shown the same way everywhere. */
export interface ReportTable {
  /** `<section key>/T1`. */
  readonly key: string;
  readonly reportKey: string;
  readonly sectionKey: string;
  readonly order: number;
  readonly title: string;
  readonly rows: TableRows;
}

/** Rows of a table by its kind. */
export type TableRows =
  | { readonly kind: "audit-opinions"; readonly rows: readonly AuditRow[] }
  | { readonly kind: "collection-rates"; readonly rows: readonly CollectionRate[] }
  | {
      readonly kind: "plain";
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export const tableKinds = [
  "audit-opinions",
  "collection-rates",
  "plain",
] as const satisfies TableRows["kind"][];

/** A row of the internal audit table: an audit with its figures, one with a statement instead, or a year band. */
export type AuditRow =
  | { readonly row: "band"; readonly text: string }
  | {
      readonly row: "audit";
      readonly title: string;
      readonly opinion: string;
      readonly high: number;
      readonly medium: number;
      readonly low: number;
      readonly draft: boolean;
    }
  | {
      readonly row: "statement";
      readonly title: string;
      readonly statement: string;
      readonly draft: boolean;
    };

/** Collection of council tax or business rates in a year, per cent. */
export interface CollectionRate {
  /** `2023-24`. */
  readonly year: string;
  readonly council: number;
  readonly national: number;
  readonly metropolitan: number;
}

/** The key of a covering report: the meeting it was written for and its subject, `CR/CAB-2026-12-03/HARBOUR-WALL`. */
export function coveringReportKey(meetingKey: string, subject: string): string {
  return `CR/${meetingKey}/${headingKey(subject)}`;
}

/**
 * A heading as a key: capitals, a trailing colon or full stop and punctuation carry no meaning in council papers.
 * “The Procurement Team:” and “the procurement team” are the same heading.
 */
export function headingKey(heading: string): string {
  return (
    heading
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/&/g, " and ")
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 80)
      .replace(/-+$/, "") || "UNTITLED"
  );
}
