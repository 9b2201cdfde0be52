import { GraphError } from "./graph-error.ts";

const MINUTE = 60_000;
/** From this part of the quota on, answers say how much is left. */
const WARNING_PART = 0.8;

/** Counts each application's resource units, minute by minute. */
export interface Throttle {
  /**
   * Charges a request, and says what its answer's RateLimit headers are.
   * @throws GraphError 429 with Retry-After (seconds) once the quota is used up; that request is charged too.
   */
  charge(appId: string, units: number, at: Date): Readonly<Record<string, string>>;
}

/** @param unitsAMinute Infinity counts nothing and limits nobody. */
export function throttle(unitsAMinute: number): Throttle {
  const spent = new Map<string, { since: number; units: number }>();
  return {
    charge: (appId, units, at) => {
      if (unitsAMinute === Number.POSITIVE_INFINITY) return {};
      const now = at.getTime();
      const kept = spent.get(appId);
      const account = kept && now - kept.since < MINUTE ? kept : { since: now, units: 0 };
      account.units += units;
      spent.set(appId, account);
      const reset = String(Math.max(1, Math.ceil((account.since + MINUTE - now) / 1000)));
      const headers = {
        "RateLimit-Limit": String(unitsAMinute),
        "RateLimit-Remaining": String(Math.max(0, unitsAMinute - account.units)),
        "RateLimit-Reset": reset,
      };
      if (account.units > unitsAMinute) {
        throw new GraphError(429, "activityLimitReached", "The request has been throttled", {
          ...headers,
          "Retry-After": reset,
        });
      }
      return account.units >= unitsAMinute * WARNING_PART ? headers : {};
    },
  };
}

const COLLECTIONS = ["items", "lists", "columns", "versions", "children", "drives"];

/**
 * What a request costs: 1 for a single thing, a download or changes since a token, 2 for a list query, the
 * first delta and every write; nothing for people, who are not SharePoint's.
 */
export function resourceUnits(method: string, segments: readonly string[], query: URLSearchParams): number {
  const [first] = segments;
  if (first !== "sites" && first !== "drives") return 0;
  if (method !== "GET") return 2;
  const last = segments.at(-1) ?? "";
  if (last === "delta") return query.has("token") ? 1 : 2;
  const withItems = (query.get("$expand") ?? "").includes("items");
  return COLLECTIONS.includes(last) || withItems ? 2 : 1;
}
