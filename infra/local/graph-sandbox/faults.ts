/** Something that goes wrong on purpose. Without a `status` the request is only slow. */
export interface Fault {
  /** Only requests with this method; any when absent. */
  readonly method?: string;
  /** Only requests whose path (after /v1.0, with its query) contains this text; any when absent. */
  readonly path?: string;
  /** Only inside a batch (true) or only outside one (false); either when absent. */
  readonly inBatch?: boolean;
  /** Let this many fitting requests pass first. */
  readonly skip?: number;
  /** How many fitting requests it strikes; 1 when absent. */
  readonly times?: number;
  /** `afterCommit`: the work is done and the answer is lost, as when a gateway gives up. */
  readonly when?: "before" | "afterCommit";
  readonly status?: number;
  /** The error code; a usual one for the status when absent. */
  readonly code?: string;
  /** Sends Retry-After with this many seconds. */
  readonly retryAfterSeconds?: number;
  /** Answers with an HTML page, as a proxy would, instead of Graph's JSON. */
  readonly html?: boolean;
  readonly delayMilliseconds?: number;
}

/** The faults waiting to happen, first come first served. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The faults that have strikes left. */
  pending(): readonly Fault[];
  /** The fault that strikes this request, if any; using it up. */
  strike(request: { method: string; path: string; inBatch: boolean }): Fault | undefined;
}

const USUAL_CODES: Readonly<Record<number, string>> = {
  403: "accessDenied",
  404: "itemNotFound",
  409: "resourceModified",
  410: "resyncChangesApplyDifferences",
  412: "resourceModified",
  429: "activityLimitReached",
  500: "generalException",
  503: "serviceNotAvailable",
  504: "serviceNotAvailable",
};

export function faultList(): Faults {
  let waiting: { fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
    },
    clear: () => {
      waiting = [];
    },
    pending: () => waiting.map((one) => one.fault),
    strike: ({ method, path, inBatch }) => {
      for (const one of waiting) {
        const { fault } = one;
        const fits =
          (fault.method === undefined || fault.method === method) &&
          (fault.path === undefined || path.includes(fault.path)) &&
          (fault.inBatch === undefined || fault.inBatch === inBatch);
        if (!fits) continue;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        one.left -= 1;
        if (one.left <= 0) waiting = waiting.filter((other) => other !== one);
        return fault;
      }
      return undefined;
    },
  };
}

/** The error code of a fault that names none. */
export function codeOf(fault: Fault): string {
  return fault.code ?? USUAL_CODES[fault.status ?? 500] ?? "generalException";
}

/** Reads a fault that came over the wire. @throws Error in words when a member is unknown or of the wrong type. */
export function readFault(value: unknown): Fault {
  if (typeof value !== "object" || value === null) throw new Error("A fault is a JSON object.");
  for (const [name, held] of Object.entries(value)) {
    const wanted = FAULT_MEMBERS[name];
    if (wanted === undefined) throw new Error(`A fault has no member ${name}.`);
    const fits = Array.isArray(wanted) ? wanted.includes(held) : typeof held === wanted;
    if (!fits) throw new Error(`${name} of a fault cannot be ${JSON.stringify(held)}.`);
  }
  return value as Fault;
}

const FAULT_MEMBERS: Readonly<Record<string, string | readonly unknown[]>> = {
  method: "string",
  path: "string",
  inBatch: "boolean",
  skip: "number",
  times: "number",
  when: ["before", "afterCommit"],
  status: "number",
  code: "string",
  retryAfterSeconds: "number",
  html: "boolean",
  delayMilliseconds: "number",
};
