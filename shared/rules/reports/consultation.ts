import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { StateMachine } from "../state-machine.ts";

export const consultationKinds = ["FD", "LD"] as const;
/** Whom a report consults: the finance department or the legal department. */
export type ConsultationKind = (typeof consultationKinds)[number];

export const consultationStates = ["Requested", "Commented", "Cleared", "NotRequired", "Author"] as const;
export type ConsultationState = (typeof consultationStates)[number];

export const consultationSteps: StateMachine<ConsultationState> = {
  Requested: ["Commented", "Cleared", "NotRequired"],
  Commented: ["Requested", "Cleared"],
  Cleared: ["Requested"],
  NotRequired: ["Requested"],
  Author: [],
};

/** Consultation of finance or legal on a report, with the number that proves it (rules R27, R28). */
export interface Consultation {
  /** `<report key>/FD`. */
  readonly key: string;
  readonly reportKey: string;
  readonly kind: ConsultationKind;
  /** `FD.5191/18`, normalised. */
  readonly number?: string;
  /** As the paper prints it. */
  readonly printed?: string;
  readonly state: ConsultationState;
  readonly clearedOn?: CalendarDate;
  /** The version of the report's sections that was cleared: a later change asks again. */
  readonly clearedVersion?: string;
}

/**
 * A finance or legal reference in its one form (rule R27): `FD 5191/18.` and `FD5191/18` are `FD.5191/18`.
 * @returns null when the text holds none.
 */
export function consultationNumber(text: string): { kind: ConsultationKind; number: string } | null {
  const match = /\b([FL])D[. ]*(\d{3,5})\/(\d{2})\b/i.exec(text);
  if (!match?.[1]) return null;
  const kind = `${match[1].toUpperCase()}D` as ConsultationKind;
  return { kind, number: `${kind}.${match[2]}/${match[3]}` };
}
