import type { GraphRequest, GraphResponse } from "./exchange.ts";
import { GraphError, notImitated } from "./graph-error.ts";
import type { Site } from "./site.ts";

/** The named parts of a matched path. */
export type PathParts = Readonly<Record<string, string>>;
export type Handler = (request: GraphRequest, parts: PathParts, site: Site) => GraphResponse;

/** Handlers by `METHOD path/:part`. */
export type Routes = Readonly<Record<string, Handler>>;

interface Route {
  readonly method: string;
  readonly pattern: readonly string[];
  readonly handler: Handler;
}

/**
 * Builds the dispatcher. An address nobody answers is 501, so that a gap in the sandbox cannot pass for
 * behaviour of Graph's; a known address with another method is 405.
 */
export function routeTable(routes: Routes): (request: GraphRequest, site: Site) => GraphResponse {
  const byLength = new Map<number, Route[]>();
  for (const [key, handler] of Object.entries(routes)) {
    const [method = "", path = ""] = key.split(" ");
    const pattern = path.split("/");
    byLength.set(pattern.length, [...(byLength.get(pattern.length) ?? []), { method, pattern, handler }]);
  }
  return (request, site) => {
    const fitting = (byLength.get(request.segments.length) ?? [])
      .map((route) => ({ route, parts: match(route.pattern, request.segments) }))
      .filter((one): one is { route: Route; parts: PathParts } => one.parts !== undefined)
      .sort((left, right) => Object.keys(left.parts).length - Object.keys(right.parts).length);
    const chosen = fitting.find((one) => one.route.method === request.method);
    if (chosen) return chosen.route.handler(request, chosen.parts, site);
    if (fitting.length > 0) {
      throw new GraphError(
        405,
        "Request_BadRequest",
        `${request.method} is not allowed for ${request.path}.`,
      );
    }
    throw notImitated(`${request.method} ${request.path}`);
  };
}

/**
 * A path as segments, decoded, with Graph's colon addressing folded into one segment each: `sites/host:/a/b`
 * becomes `sites`, `host:/a/b`; `root:/a/b:/content` becomes `items`, `root:/a/b`, `content`. A drive's `root`
 * is always spelt as an item, so that every item has one address.
 */
export function foldedSegments(path: string): string[] {
  const raw = path.split("/").filter(Boolean).map(decode);
  const folded: string[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    let segment = raw[index] ?? "";
    const inDrive = folded.includes("drive") || folded.includes("drives");
    if (inDrive && (segment === "root" || segment === "root:")) folded.push("items");
    if (segment.endsWith(":") && (inDrive || folded.at(-1) === "sites")) {
      while (index + 1 < raw.length) {
        index += 1;
        const next = raw[index] ?? "";
        segment += `/${next.replace(/:$/, "")}`;
        if (next.endsWith(":")) break;
      }
    }
    folded.push(segment);
  }
  return folded;
}

function match(pattern: readonly string[], segments: readonly string[]): PathParts | undefined {
  const parts: Record<string, string> = {};
  for (const [index, piece] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (piece.startsWith(":")) parts[piece.slice(1)] = segment;
    else if (piece !== segment) return undefined;
  }
  return parts;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new GraphError(400, "invalidRequest", `The address is wrongly encoded at “${segment}”.`);
  }
}
