import type { GraphRequest, GraphResponse } from "./exchange.ts";
import { GraphError } from "./graph-error.ts";
import { itemBody, itemView } from "./item-shape.ts";
import type { Json } from "./json.ts";
import type { List } from "./lists.ts";
import { linkTo, readOptions } from "./query-options.ts";
import type { Site } from "./site.ts";

const PAGE = 200;

/** Where a reader of changes has got to. Deletions before `deletionsFrom` never concerned this reader. */
interface Place {
  readonly list: string;
  readonly change: number;
  readonly deletionsFrom: number;
}

/**
 * `items/delta`: each changed item once, as it is now, in the order of changes, then a deltaLink.
 *
 * @throws GraphError 410 with a Location for a fresh start when the token is not one this list can go on from.
 */
export function deltaPage(request: GraphRequest, list: List, site: Site): GraphResponse {
  const options = readOptions(request.query, ["$select", "$expand", "$top"]);
  const view = itemView(list, options, site, "none");
  const size = Math.min(options.top ?? PAGE, PAGE);
  const token = request.query.get("token");
  const newest = site.items.lastChange(list);
  const link = (place: Omit<Place, "list">) =>
    linkTo(request, { token: tokenOf({ list: list.id, ...place }) });
  if (token === "latest") {
    return {
      status: 200,
      body: { value: [], "@odata.deltaLink": link({ change: newest, deletionsFrom: newest }) },
    };
  }
  const place =
    token === null
      ? { list: list.id, change: 0, deletionsFrom: newest }
      : placeIn(token, list, newest, request);

  const changes: { change: number; body: Json }[] = [
    ...site.items.changesAfter(list, place.change, size + 1).map((item) => ({
      change: item.change,
      body: itemBody(list, item, view, site),
    })),
    ...site.items.deletionsAfter(list, Math.max(place.change, place.deletionsFrom), size + 1).map((item) => ({
      change: item.change,
      body: {
        id: String(item.id),
        parentReference: { siteId: site.id },
        contentType: { id: "0x0100", name: "Item" },
        deleted: { state: "deleted" },
      },
    })),
  ].sort((left, right) => left.change - right.change);
  const page = changes.slice(0, size);
  const reached = page.at(-1)?.change ?? place.change;
  const more = changes.length > size;
  return {
    status: 200,
    body: {
      value: page.map((change) => change.body),
      ...(more
        ? { "@odata.nextLink": link({ change: reached, deletionsFrom: place.deletionsFrom }) }
        : { "@odata.deltaLink": link({ change: Math.max(reached, newest), deletionsFrom: 0 }) }),
    },
  };
}

function tokenOf(place: Place): string {
  return Buffer.from(JSON.stringify([place.list, place.change, place.deletionsFrom])).toString("base64url");
}

function placeIn(token: string, list: List, newest: number, request: GraphRequest): Place {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
  } catch {
    throw startAfresh(request);
  }
  if (!Array.isArray(parts)) throw startAfresh(request);
  const [listId, change, deletionsFrom]: unknown[] = parts;
  // A place ahead of the list means that the list was put back from an older copy.
  if (
    listId !== list.id ||
    typeof change !== "number" ||
    typeof deletionsFrom !== "number" ||
    change > newest
  ) {
    throw startAfresh(request);
  }
  return { list: list.id, change, deletionsFrom };
}

/** The 410 that Graph gives when it cannot go on from a token. */
export function startAfresh(request: { base: string; path: string; query: URLSearchParams }): GraphError {
  return new GraphError(
    410,
    "resyncChangesApplyDifferences",
    "The token can no longer be used; read the list afresh from the address in Location.",
    { Location: linkTo(request, { token: null }) },
  );
}
