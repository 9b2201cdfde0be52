import { badRequest, GraphError } from "./graph-error.ts";
import type { JsonObject } from "./json.ts";

/** The OData options of a request, names checked against what the address supports. */
export interface QueryOptions {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
  readonly filter: string | undefined;
  readonly orderBy: string | undefined;
  readonly top: number | undefined;
  readonly skipToken: string | undefined;
}

/** `fields($select=A,B)` as name and inner options. */
export interface Expansion {
  readonly name: string;
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
}

export type OptionName = "$select" | "$expand" | "$filter" | "$orderby" | "$top" | "$skiptoken";

const SYSTEM_OPTIONS = [
  "select",
  "expand",
  "filter",
  "orderby",
  "top",
  "skip",
  "count",
  "search",
  "format",
  "skiptoken",
];

/**
 * Reads the options an address supports and refuses the others, as the real service does for lists.
 *
 * @throws GraphError 400: `$count` and `$skip` have messages of their own, a name without `$` is badArgument.
 */
export function readOptions(query: URLSearchParams, supported: readonly OptionName[]): QueryOptions {
  for (const name of new Set(query.keys())) {
    if (SYSTEM_OPTIONS.includes(name)) {
      throw new GraphError(400, "badArgument", `The option ${name} must be written $${name}.`);
    }
    if (!name.startsWith("$")) continue;
    if (name === "$count") {
      throw badRequest(
        "$count is not supported on this API. Only URLs returned by the API can be used to page.",
      );
    }
    if (name === "$skip") throw badRequest("$skip is not supported on this API; follow @odata.nextLink.");
    if (!(supported as readonly string[]).includes(name)) {
      throw badRequest(`${name} is not supported on this API.`);
    }
    if (query.getAll(name).length > 1) throw badRequest(`${name} is given more than once.`);
  }
  return {
    select: names(query.get("$select")),
    expand: expansions(query.get("$expand")),
    filter: query.get("$filter") ?? undefined,
    orderBy: query.get("$orderby") ?? undefined,
    top: topOf(query.get("$top")),
    skipToken: query.get("$skiptoken") ?? undefined,
  };
}

function topOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badRequest(`$top must be a whole number above 0, not “${text}”.`);
  return Number(text);
}

function names(text: string | null): string[] | undefined {
  return text === null
    ? undefined
    : text
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean);
}

function expansions(text: string | null): Expansion[] {
  if (text === null) return [];
  return splitOutsideBrackets(text, ",").map((part) => {
    const found = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(part);
    if (!found?.[1]) throw badRequest(`$expand cannot be read at “${part}”.`);
    const inner = splitOutsideBrackets(found[2] ?? "", ";").filter((one) => one.trim() !== "");
    let select: string[] | undefined;
    let expand: Expansion[] = [];
    for (const option of inner) {
      const [name = "", value = ""] = [
        option.slice(0, option.indexOf("=")).trim(),
        option.slice(option.indexOf("=") + 1),
      ];
      if (name === "$select") select = names(value);
      else if (name === "$expand") expand = expansions(value);
      else throw new GraphError(400, "badArgument", `“${name}” is not supported inside $expand.`);
    }
    return { name: found[1], select, expand };
  });
}

function splitOutsideBrackets(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (depth !== 0) throw badRequest(`The brackets of “${text}” do not match.`);
  return [...parts, text.slice(start)];
}

/** A link back to this address with some options replaced; null takes an option out. */
export function linkTo(
  request: { base: string; path: string; query: URLSearchParams },
  changes: Readonly<Record<string, string | null>>,
): string {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString().replaceAll("%24", "$");
  return `${request.base}${request.path}${text === "" ? "" : `?${text}`}`;
}

/** The chosen members of a resource, its annotations always among them. */
export function selected(whole: JsonObject, select: readonly string[] | undefined): JsonObject {
  if (!select) return whole;
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => name.startsWith("@odata.") || select.includes(name)),
  );
}
