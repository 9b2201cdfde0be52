import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { DayCounting } from "../dates/working-days.ts";
import type { ClosedDay, CouncilSetting } from "./council-setting.ts";
import type { Body } from "./meeting.ts";

/** The steps that come before publication, in working days before the last publication day (local practice). */
export const stepsBeforePublication = {
  callForContributions: 20,
  sectionDrafts: 15,
  headOfServiceSignOff: 10,
  toFinanceAndLegal: 8,
  financeAndLegalClearance: 5,
  cabinetMemberApproval: 3,
  finalToDemocraticServices: 2,
  chairBriefing: 1,
} as const;

export type StepBeforePublication = keyof typeof stepsBeforePublication;

/** What a body's own rules say about its meetings; what is absent is as the product has it. */
export interface BodyPractice {
  /** Whether its decisions are subject to call-in (rules R20, R21). */
  readonly callInApplies: boolean;
  readonly counting?: DayCounting;
  /** Working days of call-in after the day of publication; 5 unless the council's rules differ. */
  readonly callInDays?: number;
  /** The hour at which call-in closes on its last day, `HH:MM`; the end of the day without it. */
  readonly callInCloses?: string;
  /** How many members must sign a call-in. */
  readonly callInSignatories?: number;
  /** Working days within which minutes are published; 5 by local practice (rule R19). */
  readonly minutesWithin?: number;
  /** `HH:MM`: what is published later counts for the next working day (rule R5); 17:00 by local practice. */
  readonly cutOff?: string;
  /** How the 28 days of a key decision are counted (rule R7); calendar days unless the council is stricter. */
  readonly keyDecisionDays?: "calendar" | "working";
  /** Working days before publication, where they differ from {@link stepsBeforePublication}. */
  readonly offsets?: Readonly<Partial<Record<StepBeforePublication, number>>>;
  /** The financial test of a key decision (rule R11). */
  readonly financialTest?: FinancialThreshold;
}

/** More than the greater of a sum in pounds and a part of the department's budget makes a decision key. */
export interface FinancialThreshold {
  readonly pounds: number;
  readonly percentOfBudget: number;
}

export const usualFinancialThreshold: FinancialThreshold = { pounds: 100_000, percentOfBudget: 2 };
export const usualCutOff = "17:00";
export const usualCallInDays = 5;
export const usualMinutesWithin = 5;

/** Says that a row of the Settings list cannot be read. */
export class SettingUnreadable extends Error {
  override readonly name = "SettingUnreadable";
  constructor(key: string, value: string, wanted: string) {
    super(`The setting ${key} is “${value}”; it must be ${wanted}. Mend it in the Settings list.`);
  }
}

function offsetName(step: string): string {
  return `OFFSET-${step.replace(/([a-z])([A-Z])/g, "$1-$2").toUpperCase()}`;
}

/** In place of a body’s key: what the council has settled for every body. */
export const everyBody = "ALL";

/**
 * The practice of a body: its own settings, else those for every body (`ALL/…`), else the product's.
 * @throws {SettingUnreadable} naming the setting whose value cannot be read.
 */
export function practiceOf(
  body: Pick<Body, "key" | "callInApplies">,
  settings: readonly CouncilSetting[] = [],
  closedDays: readonly ClosedDay[] = [],
): BodyPractice {
  const find = (name: string) =>
    settings.find(({ key }) => key === `${body.key}/${name}`) ??
    settings.find(({ key }) => key === `${everyBody}/${name}`);
  const read = <Value>(name: string, wanted: string, of: (value: string) => Value | null) => {
    const setting = find(name);
    if (!setting) return undefined;
    const value = of(setting.value.trim());
    if (value === null) throw new SettingUnreadable(setting.key, setting.value, wanted);
    return value;
  };
  const days = (name: string) => read(name, "a number of days, 0 to 60", (text) => whole(text, 60));
  const hour = (name: string) =>
    read(name, "a time like 17:00", (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null));

  const callInDays = days("CALL-IN-DAYS");
  const callInCloses = hour("CALL-IN-CLOSES");
  const callInSignatories = days("CALL-IN-SIGNATORIES");
  const minutesWithin = days("MINUTES-WITHIN");
  const cutOff = hour("CUT-OFF");
  const saturdaysCount = read("SATURDAYS-COUNT", "yes or no", (text) =>
    /^yes$/i.test(text) ? true : /^no$/i.test(text) ? false : null,
  );
  const keyDecisionDays = read("KEY-DECISION-DAYS", "calendar or working", (text) =>
    text === "calendar" || text === "working" ? text : null,
  );
  const pounds = read("FINANCIAL-THRESHOLD", "a sum in pounds", (text) =>
    whole(text.replace(/[£,]/g, ""), 1e9),
  );
  const percent = read("FINANCIAL-PERCENT", "a number from 0 to 100", (text) =>
    /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100 ? Number(text) : null,
  );
  const offsets = Object.fromEntries(
    Object.keys(stepsBeforePublication).flatMap((step) => {
      const offset = days(offsetName(step));
      return offset === undefined ? [] : [[step, offset]];
    }),
  );
  const officeClosures = new Set<CalendarDate>(closedDays.map(({ day }) => day));
  return {
    callInApplies: body.callInApplies,
    counting: {
      ...(saturdaysCount === undefined ? {} : { saturdaysCount }),
      ...(officeClosures.size === 0 ? {} : { officeClosures }),
    },
    ...(callInDays === undefined ? {} : { callInDays }),
    ...(callInCloses === undefined ? {} : { callInCloses }),
    ...(callInSignatories === undefined ? {} : { callInSignatories }),
    ...(minutesWithin === undefined ? {} : { minutesWithin }),
    ...(cutOff === undefined ? {} : { cutOff }),
    ...(keyDecisionDays === undefined ? {} : { keyDecisionDays }),
    ...(Object.keys(offsets).length === 0 ? {} : { offsets }),
    ...(pounds === undefined && percent === undefined
      ? {}
      : {
          financialTest: {
            pounds: pounds ?? usualFinancialThreshold.pounds,
            percentOfBudget: percent ?? usualFinancialThreshold.percentOfBudget,
          },
        }),
  };
}

function whole(text: string, most: number): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : null;
}
