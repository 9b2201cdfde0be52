import type { ChangedElsewhere, Refusal, RefusalCode } from "../contracts/task-pane-api.ts";
import { GraphFailure, type GraphFailureKind } from "../graph/client/graph-failure.ts";

/** A request that is refused, with the words for the person who made it. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal | ChangedElsewhere;
  constructor(refusal: Refusal | ChangedElsewhere, cause?: unknown) {
    super(refusal.message, { cause });
    this.refusal = refusal;
  }
}

export function refuse(code: RefusalCode, message: string, cause?: unknown): never {
  throw new Refused({ code, message }, cause);
}

const graphRefusals: Readonly<Partial<Record<GraphFailureKind, Refusal>>> = {
  refused: { code: "not-allowed", message: "You may not read these records. Ask the committee officer." },
  "not-signed-in": { code: "not-signed-in", message: "Your sign-in is no longer valid. Sign in again." },
  "not-found": { code: "not-found", message: "The record is no longer there. Open the list again." },
  throttled: { code: "busy", message: "SharePoint is busy. Try again in a minute." },
  unreachable: { code: "unreachable", message: "SharePoint cannot be reached. Try again in a minute." },
};

/** What to tell the person when something went wrong; the log has the rest. */
export function refusalFor(error: unknown): Refusal | ChangedElsewhere {
  if (error instanceof Refused) return error.refusal;
  const known = error instanceof GraphFailure ? graphRefusals[error.kind] : undefined;
  return (
    known ?? {
      code: "unexpected",
      message:
        "Something went wrong on our side, and nothing was changed. Try again; if it stays, tell support.",
    }
  );
}
