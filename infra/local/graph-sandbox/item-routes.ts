import { deltaPage } from "./delta.ts";
import { type GraphRequest, type GraphResponse, jsonBody, toSeconds } from "./exchange.ts";
import { badRequest, notImitated } from "./graph-error.ts";
import { searchItems } from "./item-search.ts";
import { fieldsBody, itemBody, itemView, versionBody } from "./item-shape.ts";
import { type Item, tagOf, type Write } from "./items.ts";
import { isObject, type JsonObject } from "./json.ts";
import { listFor } from "./list-routes.ts";
import type { List } from "./lists.ts";
import { linkTo, readOptions } from "./query-options.ts";
import type { PathParts, Routes } from "./route-table.ts";
import type { Site } from "./site.ts";

/** Observed: pages larger than this are cut down without a word. */
const MOST_A_PAGE = 5_000;
const HONOUR_UNINDEXED = "honornonindexedquerieswarningmayfailrandomly";

/** List items: reading, searching, writing, versions and changes. */
export const itemRoutes: Routes = {
  "GET sites/:site/lists/:list/items": (request, parts, site) => {
    const list = itemsOf(request, parts, "read", site);
    const options = readOptions(request.query, [
      "$select",
      "$expand",
      "$filter",
      "$orderby",
      "$top",
      "$skiptoken",
    ]);
    const view = itemView(list, options, site, "none");
    const size = Math.min(options.top ?? site.pageSize, MOST_A_PAGE);
    const found = searchItems(
      list,
      {
        filter: options.filter,
        orderBy: options.orderBy,
        allowUnindexed: (request.headers.prefer ?? "").toLowerCase().includes(HONOUR_UNINDEXED),
        after: options.skipToken === undefined ? undefined : { id: idInSkipToken(options.skipToken) },
        most: size + 1,
      },
      site,
    );
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        "@odata.context": `${site.base}/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`,
        value: page.map((item) => itemBody(list, item, view, site)),
        ...(found.length > size && last
          ? { "@odata.nextLink": linkTo(request, { $skiptoken: skipToken(last.id) }) }
          : {}),
      },
    };
  },

  "POST sites/:site/lists/:list/items": (request, parts, site) => {
    const list = itemsOf(request, parts, "write", site);
    const body = jsonBody(request);
    const fields = body.fields ?? {};
    if (!isObject(fields)) throw badRequest("fields must be an object.");
    const stray = Object.keys(body).find(
      (name) => !["fields", "contentType"].includes(name) && !name.startsWith("@odata."),
    );
    if (stray)
      throw badRequest(`${stray} is not a property that a new list item takes; put columns in fields.`);
    return wholeItem(201, list, site.items.create(list, fields, writeOf(request)), site);
  },

  "GET sites/:site/lists/:list/items/delta": (request, parts, site) => {
    const list = itemsOf(request, parts, "read", site);
    return deltaPage(request, list, site);
  },

  "GET sites/:site/lists/:list/items/:item": (request, parts, site) => {
    const list = itemsOf(request, parts, "read", site);
    const options = readOptions(request.query, ["$select", "$expand"]);
    const item = site.items.find(list, parts.item ?? "");
    const view = itemView(list, options, site, options.select ? "none" : "all");
    return { status: 200, headers: { ETag: tagOf(item) }, body: itemBody(list, item, view, site) };
  },

  "PATCH sites/:site/lists/:list/items/:item": (request, parts, site) => {
    const list = itemsOf(request, parts, "write", site);
    const { fields } = jsonBody(request);
    if (!isObject(fields)) throw badRequest("An item is changed through fields.");
    return wholeItem(200, list, site.items.update(list, parts.item ?? "", fields, writeOf(request)), site);
  },

  "PATCH sites/:site/lists/:list/items/:item/fields": (request, parts, site) => {
    const list = itemsOf(request, parts, "write", site);
    const item = site.items.update(list, parts.item ?? "", jsonBody(request), writeOf(request));
    return { status: 200, headers: { ETag: tagOf(item) }, body: fieldsBody(item, "all") };
  },

  "GET sites/:site/lists/:list/items/:item/fields": (request, parts, site) => {
    const list = itemsOf(request, parts, "read", site);
    const { select } = readOptions(request.query, ["$select"]);
    const view = itemView(
      list,
      { select: undefined, expand: [{ name: "fields", select, expand: [] }] },
      site,
      "all",
    );
    const item = site.items.find(list, parts.item ?? "");
    return { status: 200, body: fieldsBody(item, view.fields === "none" ? "all" : view.fields) };
  },

  "DELETE sites/:site/lists/:list/items/:item": (request, parts, site) => {
    const list = itemsOf(request, parts, "write", site);
    site.items.remove(list, parts.item ?? "", writeOf(request));
    return { status: 204 };
  },

  "GET sites/:site/lists/:list/items/:item/versions": (request, parts, site) => {
    const list = itemsOf(request, parts, "read", site);
    const { expand } = readOptions(request.query, ["$expand", "$top"]);
    const item = site.items.find(list, parts.item ?? "");
    const withFields = expand.some((expansion) => expansion.name === "fields");
    return {
      status: 200,
      body: {
        value: site.items.versions(list, item).map((version) => versionBody(version, withFields, site)),
      },
    };
  },

  "GET sites/:site/lists/:list/items/:item/versions/:version": (request, parts, site) => {
    const list = itemsOf(request, parts, "read", site);
    const item = site.items.find(list, parts.item ?? "");
    const version = site.items.version(list, item, parts.version ?? "");
    return { status: 200, body: versionBody(version, true, site) };
  },

  "POST sites/:site/lists/:list/items/:item/versions/:version/restoreVersion": (request, parts, site) => {
    const list = itemsOf(request, parts, "write", site);
    const item = site.items.find(list, parts.item ?? "");
    site.items.restore(list, item, parts.version ?? "", writeOf(request));
    return { status: 204 };
  },
};

function itemsOf(request: GraphRequest, parts: PathParts, deed: "read" | "write", site: Site): List {
  const list = listFor(request, parts, deed, site);
  if (list.isLibrary) throw notImitated("the list items of a document library; use its drive");
  return list;
}

function writeOf(request: GraphRequest): Write {
  return { caller: request.caller, at: toSeconds(request.at), ifMatch: request.headers["if-match"] };
}

function wholeItem(status: number, list: List, item: Item, site: Site): GraphResponse {
  const body: JsonObject = itemBody(list, item, { select: undefined, fields: "all" }, site);
  return { status, headers: { ETag: tagOf(item) }, body };
}

/** Unpadded base64, as seen on the real service; clients must not read it. */
function skipToken(id: number): string {
  return Buffer.from(`Paged=TRUE&p_ID=${id}`).toString("base64").replace(/=+$/, "");
}

function idInSkipToken(token: string): number {
  const found = /^Paged=TRUE&p_ID=(\d+)$/.exec(Buffer.from(token, "base64").toString("utf8"));
  if (!found) throw badRequest("The $skiptoken was not given by this service.");
  return Number(found[1]);
}
