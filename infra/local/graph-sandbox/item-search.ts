import { type Column, fieldNameOf, type StoredValue } from "./columns.ts";
import { type Condition, conditionsOf, type Filter, holds, parseFilter } from "./filter.ts";
import { badRequest, GraphError } from "./graph-error.ts";
import { type Fields, type Item, indexedForm } from "./items.ts";
import type { List } from "./lists.ts";
import type { Site } from "./site.ts";
import { storedInstant } from "./site-time.ts";

/** A question about a list's items. `after` is where the page before ended. */
export interface Search {
  readonly filter: string | undefined;
  readonly orderBy: string | undefined;
  /** From `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly allowUnindexed: boolean;
  readonly after: { readonly id: number } | undefined;
  readonly most: number;
}

const CHUNK = 500;

/**
 * The matching items, at most `most` of them, in order of id or of the asked column.
 *
 * @throws GraphError 400 for unindexed or unknown fields, 429 when more items than the list view threshold
 * would have to be looked through, 500 for a comparison with `id`.
 */
export function searchItems(list: List, search: Search, site: Site): Item[] {
  const order = search.orderBy === undefined ? undefined : orderOf(list, search.orderBy, search, site);
  if (search.filter === undefined && !order)
    return site.items.after(list, search.after?.id ?? 0, search.most);

  const filter = search.filter === undefined ? undefined : parseFilter(search.filter);
  if (filter) checkFilter(list, filter, search, site);
  const candidates = filter ? candidateIds(list, filter, site) : site.items.idsOfAll(list);
  if (candidates.length > site.viewThreshold && (filter || !order?.column.indexed)) throw overThreshold();
  const test = (item: Item) =>
    !filter ||
    holds(filter, (condition) => comparesWell(condition, item.fields, columnOf(list, condition.field, site)));
  if (order) return inOrder(list, candidates, test, order, search, site);

  const found: Item[] = [];
  const ahead = candidates.filter((id) => id > (search.after?.id ?? 0));
  for (let start = 0; start < ahead.length && found.length < search.most; start += CHUNK) {
    for (const item of site.items.withIds(list, ahead.slice(start, start + CHUNK))) {
      if (test(item) && found.length < search.most) found.push(item);
    }
  }
  return found;
}

interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

function orderOf(list: List, text: string, search: Search, site: Site): Order | undefined {
  const found = /^\s*(fields\/)?(\w+)(?:\s+(asc|desc))?\s*$/.exec(text);
  if (!found?.[2]) throw badRequest(`$orderby cannot be read: “${text}”.`);
  // Seen on the real service: ordering by the item's own id is taken and has no effect.
  if (!found[1]) {
    if (found[2] === "id") return undefined;
    throw badRequest(`$orderby=${found[2]} is not supported for list items.`);
  }
  const column = columnOf(list, found[2], site);
  if (!column) throw badRequest(`Field '${found[2]}' is not recognized.`);
  if (!column.indexed && !search.allowUnindexed) throw notIndexed(column.name);
  return { column, descending: found[3] === "desc" };
}

function inOrder(
  list: List,
  candidates: readonly number[],
  test: (item: Item) => boolean,
  order: Order,
  search: Search,
  site: Site,
): Item[] {
  const name = fieldNameOf(order.column);
  const sign = order.descending ? -1 : 1;
  const sorted = site.items
    .withIds(list, candidates)
    .filter(test)
    .sort((left, right) => sign * compare(left.fields[name], right.fields[name]) || left.id - right.id);
  const start = search.after ? sorted.findIndex((item) => item.id === search.after?.id) + 1 : 0;
  return sorted.slice(start, start + search.most);
}

/** Empty values come first, as in a SharePoint view. */
function compare(left: StoredValue | undefined, right: StoredValue | undefined): number {
  const [one, other] = [indexedForm(left), indexedForm(right)];
  if (one === other) return 0;
  if (one === undefined) return -1;
  if (other === undefined) return 1;
  return one < other ? -1 : 1;
}

function checkFilter(list: List, filter: Filter, search: Search, site: Site): void {
  const conditions = conditionsOf(filter);
  for (const condition of conditions) checkCondition(list, condition, search, site);
  const fields = new Set(conditions.map((condition) => condition.field));
  if (fields.size > 1 && !site.severalFieldsInFilter) {
    throw badRequest(`A filter names one indexed field at a time; this one names ${[...fields].join(", ")}.`);
  }
}

function checkCondition(list: List, condition: Condition, search: Search, site: Site): void {
  if (!condition.inFields) {
    if (condition.field === "id")
      throw new GraphError(500, "generalException", "General exception while processing");
    throw badRequest(`${condition.field} cannot be used in a filter on list items.`);
  }
  if (condition.field.toLowerCase() === "id")
    throw badRequest(`Field '${condition.field}' cannot be used in a filter.`);
  const column = columnOf(list, condition.field, site);
  if (!column) {
    if (lookupByText(list, condition.field, site)) return;
    throw badRequest(`Field '${condition.field}' is not recognized.`);
  }
  if (!column.indexed && !search.allowUnindexed) throw notIndexed(column.name);
  if (condition.operator === "startswith" && !["text", "choice", "note"].includes(column.type)) {
    throw badRequest(`startswith does not apply to ${column.name}.`);
  }
  const wanted = column.type === "number" ? "number" : column.type === "boolean" ? "boolean" : "string";
  const { value } = condition;
  const fits =
    value === null ||
    typeof value === wanted ||
    (fieldNameOf(column) !== column.name && typeof value === "number");
  if (!fits) throw badRequest(`The value compared with ${column.name} is of the wrong type.`);
}

/** The ids an index offers; where no index can help, every id. */
function candidateIds(list: List, filter: Filter, site: Site): number[] {
  switch (filter.kind) {
    case "and":
      return candidateIds(list, filter.left, site);
    case "or": {
      const both = new Set([
        ...candidateIds(list, filter.left, site),
        ...candidateIds(list, filter.right, site),
      ]);
      return [...both].sort((left, right) => left - right);
    }
    case "condition": {
      const column = columnOf(list, filter.field, site);
      const value = column ? comparedValue(filter, column) : undefined;
      if (!column?.indexed || value === undefined || filter.operator === "ne")
        return site.items.idsOfAll(list);
      return site.items.idsByIndex(list, column, filter.operator, value);
    }
  }
}

function comparesWell(condition: Condition, fields: Fields, column: Column | undefined): boolean {
  // Seen on the real service: comparing a lookup or a person by its text filters nothing out.
  if (!column) return true;
  const held = indexedForm(fields[fieldNameOf(column)]);
  const value = comparedValue(condition, column);
  if (value === undefined) return condition.operator === "ne" ? held !== undefined : held === undefined;
  if (held === undefined) return condition.operator === "ne";
  switch (condition.operator) {
    case "eq":
      return held === value;
    case "ne":
      return held !== value;
    case "lt":
      return held < value;
    case "gt":
      return held > value;
    case "le":
      return held <= value;
    case "ge":
      return held >= value;
    case "startswith":
      return String(held).startsWith(String(value));
  }
}

/** The literal in the form the index keeps; undefined for null. */
function comparedValue(condition: Condition, column: Column): string | number | undefined {
  const { value } = condition;
  if (value === null) return undefined;
  if (column.type === "dateTime") return storedInstant(String(value), "dateTime", "UTC").toLowerCase();
  return indexedForm(fieldNameOf(column) === column.name ? value : String(value));
}

function columnOf(list: List, field: string, site: Site): Column | undefined {
  return site.lists.columns(list).find((column) => fieldNameOf(column) === field);
}

function lookupByText(list: List, field: string, site: Site): boolean {
  return site.lists.columns(list).some((column) => column.name === field && fieldNameOf(column) !== field);
}

function notIndexed(name: string): GraphError {
  return badRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}

function overThreshold(): GraphError {
  return new GraphError(429, "activityLimitReached", "The request has been throttled");
}
