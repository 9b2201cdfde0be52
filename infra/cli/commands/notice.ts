import { parseArgs } from "node:util";
import { InvalidCalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { DatesUnknown } from "../../../shared/services/meeting-dates.ts";
import { type CliContext, Failed, WrongUsage } from "../cli-context.ts";

export const name = "notice";
export const usage =
  "notice --decision YYYY-MM-DD [--on YYYY-MM-DD] [--body KEY] [--json]\n  notice --warnings [--json]";

const branches = {
  normal: "Normal notice",
  "general-exception": "General exception",
  "special-urgency": "Special urgency",
} as const;

/** Which notice a key decision needs, what must be published by when, and whom to ring; or what the plan can no longer keep. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      decision: { type: "string" },
      on: { type: "string" },
      body: { type: "string" },
      warnings: { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  if (values.decision === undefined && !values.warnings)
    throw new WrongUsage("Give the day of the decision: --decision 2026-12-17.");
  const decision = values.decision === undefined ? null : read(values.decision, "--decision");
  const on = values.on === undefined ? undefined : read(values.on, "--on");
  if (decision && on && on >= decision)
    throw new WrongUsage("Notice must be published before the day of the decision.");
  const services = await context.services();
  await services.published.refresh();
  try {
    if (!decision) {
      const warnings = services.notices.warnings();
      context.out(
        values.json
          ? `${JSON.stringify(warnings, null, 2)}\n`
          : warnings.length === 0
            ? "Every item of the plan in force can still be lawful on its date.\n"
            : `${warnings.map(({ where, message, fix }) => `${where}\n  ${message}\n  ${fix}`).join("\n")}\n`,
      );
      return;
    }
    const advice = services.notices.advise(decision, on, values.body?.toUpperCase());
    context.out(
      values.json
        ? `${JSON.stringify(advice, null, 2)}\n`
        : `${[
            `${branches[advice.branch]}. ${advice.because.reason}`,
            ...advice.steps.map(({ what, by }) => `  ${what}${by ? `, by ${by}` : ""}.`),
            ...(advice.ring.length > 0 ? [`  Ring: ${advice.ring.join("; ")}.`] : []),
            ...(advice.reasonWanted ? [`  In writing: ${advice.reasonWanted}`] : []),
            `  With normal notice from now: ${advice.firstNormalDate} at the earliest.`,
          ].join("\n")}\n`,
    );
  } catch (cause) {
    if (cause instanceof DatesUnknown) throw new Failed(cause.message, { cause });
    throw cause;
  }
}

function read(text: string, option: string) {
  try {
    return toCalendarDate(text);
  } catch (cause) {
    if (cause instanceof InvalidCalendarDate) throw new WrongUsage(`${option}: ${cause.message}`, { cause });
    throw cause;
  }
}
