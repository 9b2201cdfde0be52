import type { Caller, DirectoryUser } from "./access.ts";
import { badRequest } from "./graph-error.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

/** One request as the routes see it, whether it came alone or inside a batch. */
export interface GraphRequest {
  readonly method: string;
  /** Path after the version, decoded segment by segment and with colon addressing folded (see route-table). */
  readonly segments: readonly string[];
  /** The path as it was sent, after the version; links are built from it. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly caller: Caller;
  /** The directory, asked when the request came in; empty where nothing depends on it. */
  readonly users: readonly DirectoryUser[];
  /** `https://localhost:{port}/v1.0` */
  readonly base: string;
  readonly at: Date;
}

/** An answer before it is written. A `Uint8Array` is sent as it is, anything else as JSON; undefined is no body. */
export interface GraphResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json | Uint8Array | undefined;
}

/** The body as a JSON object. @throws GraphError 400 when it is anything else. */
export function jsonBody(request: { readonly body: Uint8Array }): JsonObject {
  const text = Buffer.from(request.body).toString("utf8");
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw badRequest("The body is not valid JSON.");
  }
  if (!isObject(value)) throw badRequest("The body must be a JSON object.");
  return value;
}

/** ISO 8601 in UTC without fractions: SharePoint keeps seconds only. */
export function toSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** True when an If-Match value names this tag, or any; quotes are optional, as some clients drop them. */
export function matchesTag(ifMatch: string | undefined, ...tags: readonly string[]): boolean {
  if (ifMatch === undefined || ifMatch.trim() === "*") return true;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "").replace(/^"|"$/g, "");
  return tags.some((tag) => bare(tag) === bare(ifMatch));
}
