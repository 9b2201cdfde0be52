import type { Secrecy } from "../../../../shared/contracts/answer.ts";
import type { SampleOfficer } from "../people.ts";

/** The Cabinet’s meetings by their place in the plan’s months: 0 to 3; -1 is the last one before them. */
export type CabinetPlace = -1 | 0 | 1 | 2 | 3;

/** Who decides, and when. */
export type Decided =
  | { readonly cabinet: CabinetPlace; readonly thenCouncil?: true }
  /** Somebody who decides alone: on a day counted from the first of the plan’s months, or between two. */
  | { readonly by: string; readonly day: number; readonly until?: number };

/** A move of the Cabinet’s date: where it stood before, and why it was put back or brought forward. */
export interface Moved {
  readonly from: CabinetPlace;
  readonly reason: string;
}

/** One matter of the sample plan, in the words it is published in. */
export interface PlanEntry {
  readonly title: string;
  readonly details: string;
  readonly decided: Decided;
  /** How the Cabinet decided it, of a matter whose day may lie behind us: the words after “That”. */
  readonly resolved?: string;
  /** In order; the last one happened between the two editions. */
  readonly moved?: readonly Moved[];
  /** “new” stands in the later edition alone; “withdrawn” and “decided” in the earlier alone. */
  readonly listed?: "new" | "withdrawn" | "decided";
  readonly impact: "financial" | "community" | "both";
  readonly secrecy?: Exclude<Secrecy, "open">;
  readonly paragraphs?: readonly number[];
  /** What the earlier edition said of its secrecy, where the later says otherwise. */
  readonly secrecyBefore?: { readonly secrecy: Secrecy; readonly paragraphs: readonly number[] };
  /** None stands for all of them. */
  readonly wards?: readonly string[];
  readonly consultees: string;
  readonly method: string;
  readonly documents: readonly string[];
  readonly officers: readonly SampleOfficer[];
}
