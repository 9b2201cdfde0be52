/** What went wrong with a request to Graph, as far as the program has to tell. */
export type GraphFailureKind =
  | "not-found"
  | "refused"
  | "not-signed-in"
  | "throttled"
  | "changed-elsewhere"
  | "already-exists"
  | "expired"
  | "bad-request"
  | "unreachable"
  | "broken";

/**
 * A request to Graph that failed, and why. “not-found” means that Graph said so, never that something went wrong
 * while looking. Codes: https://learn.microsoft.com/graph/errors
 */
export class GraphFailure extends Error {
  override readonly name = "GraphFailure";
  readonly kind: GraphFailureKind;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  /** Graph's own id of the request, for a support case. */
  readonly requestId: string | undefined;
  constructor(
    attempted: string,
    answer: { status: number; code: string; message: string; requestId?: string | undefined },
    cause?: unknown,
  ) {
    super(`${attempted} failed: ${answer.status} ${answer.code}. ${answer.message}`.trim(), { cause });
    this.kind = kindOf(answer.status, answer.code);
    this.status = answer.status;
    this.code = answer.code;
    this.requestId = answer.requestId;
  }
}

function kindOf(status: number, code: string): GraphFailureKind {
  if (code === "nameAlreadyExists") return "already-exists";
  switch (status) {
    case 0:
      return "unreachable";
    case 401:
      return "not-signed-in";
    case 403:
      return "refused";
    case 404:
      return "not-found";
    case 409:
      return "already-exists";
    case 410:
      return "expired";
    case 412:
      return "changed-elsewhere";
    case 429:
    case 503:
    case 504:
      return "throttled";
    default:
      return status >= 500 ? "broken" : "bad-request";
  }
}
