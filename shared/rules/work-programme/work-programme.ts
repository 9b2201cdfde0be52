import type { StateMachine } from "../state-machine.ts";

export const workProgrammeSources = ["Standing", "Member", "PreScrutiny", "Recommendation"] as const;
export type WorkProgrammeSource = (typeof workProgrammeSources)[number];

export const workProgrammeStates = [
  "Proposed",
  "Agreed",
  "Scheduled",
  "Reported",
  "Deferred",
  "Removed",
] as const;
export type WorkProgrammeState = (typeof workProgrammeStates)[number];

export const workProgrammeSteps: StateMachine<WorkProgrammeState> = {
  Proposed: ["Agreed", "Removed"],
  Agreed: ["Scheduled", "Removed"],
  Scheduled: ["Reported", "Deferred", "Removed"],
  Deferred: ["Scheduled", "Removed"],
  Reported: [],
  Removed: [],
};

/** An item of a committee's work programme for a municipal year. */
export interface WorkProgrammeItem {
  /** {@link workProgrammeKey}: `OSCS/2026-27/WP/LIBRARY-SERVICE`. */
  readonly key: string;
  readonly bodyKey: string;
  /** `2026/27`. */
  readonly municipalYear: string;
  readonly title: string;
  /** The band it stands under: “Regular reports”. */
  readonly band?: string;
  readonly leadOfficer?: string;
  readonly source: WorkProgrammeSource;
  /** Place in the matrix, from 1. */
  readonly order: number;
  readonly state: WorkProgrammeState;
  /** The meetings it goes to, in the order of their dates. */
  readonly slots: readonly WorkProgrammeSlot[];
}

/** A meeting that an item goes to. */
export interface WorkProgrammeSlot {
  readonly meetingKey: string;
  /** What the cell shows: “X”, or a word where the programme says more. */
  readonly mark: string;
}

export const workingGroupStates = [
  "Proposed",
  "Established",
  "Scoped",
  "Evidence",
  "FinalReport",
  "ToScrutiny",
  "ToCabinet",
  "ToCouncil",
  "Monitoring",
  "Closed",
] as const;
export type WorkingGroupState = (typeof workingGroupStates)[number];

export const workingGroupSteps: StateMachine<WorkingGroupState> = {
  Proposed: ["Established", "Closed"],
  Established: ["Scoped", "Closed"],
  Scoped: ["Evidence"],
  Evidence: ["FinalReport"],
  FinalReport: ["ToScrutiny"],
  ToScrutiny: ["ToCabinet", "Evidence"],
  ToCabinet: ["ToCouncil", "Monitoring"],
  ToCouncil: ["Monitoring"],
  Monitoring: ["Closed"],
  Closed: [],
};

/** A task-and-finish group of members. */
export interface WorkingGroup {
  /** `WG/HOME-ADAPTATIONS`. */
  readonly key: string;
  readonly title: string;
  readonly bodyKeys: readonly string[];
  /** Names of its members; at least three (rule R33). */
  readonly members: readonly string[];
  readonly lead: string;
  readonly state: WorkingGroupState;
}

export const recommendationStates = [
  "Made",
  "Approved",
  "Amended",
  "Rejected",
  "InProgress",
  "Complete",
  "Superseded",
  "NotPursued",
] as const;
export type RecommendationState = (typeof recommendationStates)[number];

const closing: readonly RecommendationState[] = ["Complete", "Superseded", "NotPursued"];
export const recommendationSteps: StateMachine<RecommendationState> = {
  Made: ["Approved", "Amended", "Rejected"],
  Approved: ["InProgress", ...closing],
  Amended: ["InProgress", ...closing],
  InProgress: ["InProgress", ...closing],
  Rejected: [],
  Complete: [],
  Superseded: [],
  NotPursued: [],
};

/** A recommendation of a working group, monitored every six months once approved (rule R32). */
export interface Recommendation {
  /** `WG/HOME-ADAPTATIONS/R1`. */
  readonly key: string;
  readonly workingGroupKey: string;
  /** `1` or `2(a)`. */
  readonly part: string;
  readonly text: string;
  /** The post that answers for it. */
  readonly owner: string;
  /** Key of the decision that approved it. */
  readonly approvedBy?: string;
  /** The day of its first report, ISO. */
  readonly firstReportDue?: string;
  readonly intervalMonths: number;
  readonly state: RecommendationState;
}

/** What a committee was told of a recommendation at a meeting. */
export interface MonitoringUpdate {
  /** `<recommendation key>/<meeting key>`. */
  readonly key: string;
  readonly recommendationKey: string;
  readonly meetingKey: string;
  readonly progress: string;
  readonly outcome?: string;
}

/** The key of a work programme item: body, municipal year and its title as a key. */
export function workProgrammeKey(bodyKey: string, municipalYear: string, title: string): string {
  return `${bodyKey}/${municipalYear.replace("/", "-")}/WP/${title}`;
}
