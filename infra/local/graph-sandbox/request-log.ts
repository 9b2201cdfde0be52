/** A request as Graph was asked it; what tests and the bench count. */
export interface LoggedRequest {
  readonly method: string;
  /** After /v1.0, with its query. Download and upload addresses are logged by their own path. */
  readonly path: string;
  readonly status: number;
  /** The requests inside, when this was a batch. */
  readonly batch: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  readonly resourceUnits: number;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  all(): readonly LoggedRequest[];
  reset(): void;
}

/** A long-running sandbox keeps the latest only. */
const MOST_KEPT = 20_000;

export function requestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add: (request) => {
      if (requests.length >= MOST_KEPT) requests = requests.slice(MOST_KEPT / 2);
      requests.push(request);
    },
    all: () => [...requests],
    reset: () => {
      requests = [];
    },
  };
}
