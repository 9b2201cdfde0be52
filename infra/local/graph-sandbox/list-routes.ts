import { demand, mayDo } from "./access.ts";
import type { Column } from "./columns.ts";
import { type GraphRequest, jsonBody, toSeconds } from "./exchange.ts";
import { parseFilter } from "./filter.ts";
import { badRequest, notFound } from "./graph-error.ts";
import { itemBody, itemView } from "./item-shape.ts";
import type { JsonObject } from "./json.ts";
import type { List } from "./lists.ts";
import { type Expansion, readOptions, selected } from "./query-options.ts";
import type { PathParts, Routes } from "./route-table.ts";
import type { Site } from "./site.ts";

/** The site itself, its lists and their columns. */
export const listRoutes: Routes = {
  "GET sites/:site": (request, parts, site) => {
    checkSite(parts, site);
    demand(request.caller, "read", undefined, site.access);
    const { select } = readOptions(request.query, ["$select"]);
    return { status: 200, body: selected(siteBody(site), select) };
  },

  "GET sites/:site/lists": (request, parts, site) => {
    checkSite(parts, site);
    demand(request.caller, "read", undefined, site.access);
    const options = readOptions(request.query, ["$select", "$expand", "$filter", "$top"]);
    const wanted = options.filter === undefined ? undefined : displayNameIn(options.filter);
    const value = site.lists
      .all()
      .filter((list) => mayDo(request.caller, "read", list, site.access))
      .filter((list) => wanted === undefined || list.displayName.toLowerCase() === wanted.toLowerCase())
      .map((list) => ({
        ...selected(listBody(list, site), options.select),
        ...expanded(list, options.expand, site),
      }));
    return {
      status: 200,
      body: { "@odata.context": `${site.base}/$metadata#sites('${site.id}')/lists`, value },
    };
  },

  "POST sites/:site/lists": (request, parts, site) => {
    checkSite(parts, site);
    demand(request.caller, "manage", undefined, site.access);
    const list = site.lists.create(jsonBody(request), toSeconds(request.at));
    return { status: 201, body: listBody(list, site) };
  },

  "GET sites/:site/lists/:list": (request, parts, site) => {
    const list = listFor(request, parts, "read", site);
    const options = readOptions(request.query, ["$select", "$expand"]);
    return {
      status: 200,
      body: { ...selected(listBody(list, site), options.select), ...expanded(list, options.expand, site) },
    };
  },

  "PATCH sites/:site/lists/:list": (request, parts, site) => {
    const list = listFor(request, parts, "manage", site);
    return {
      status: 200,
      body: listBody(site.lists.change(list, jsonBody(request), toSeconds(request.at)), site),
    };
  },

  "DELETE sites/:site/lists/:list": (request, parts, site) => {
    site.lists.remove(listFor(request, parts, "manage", site));
    return { status: 204 };
  },

  "GET sites/:site/lists/:list/columns": (request, parts, site) => {
    const list = listFor(request, parts, "read", site);
    const { select } = readOptions(request.query, ["$select"]);
    return {
      status: 200,
      body: { value: site.lists.columns(list).map((column) => selected(column.definition, select)) },
    };
  },

  "POST sites/:site/lists/:list/columns": (request, parts, site) => {
    const list = listFor(request, parts, "manage", site);
    return { status: 201, body: site.lists.addColumn(list, jsonBody(request)).definition };
  },

  "GET sites/:site/lists/:list/columns/:column": (request, parts, site) => {
    const list = listFor(request, parts, "read", site);
    return { status: 200, body: columnFor(list, parts, site).definition };
  },

  "PATCH sites/:site/lists/:list/columns/:column": (request, parts, site) => {
    const list = listFor(request, parts, "manage", site);
    const column = columnFor(list, parts, site);
    return { status: 200, body: site.lists.changeColumn(list, column, jsonBody(request)).definition };
  },

  "DELETE sites/:site/lists/:list/columns/:column": (request, parts, site) => {
    const list = listFor(request, parts, "manage", site);
    site.lists.removeColumn(list, columnFor(list, parts, site));
    return { status: 204 };
  },
};

/** @throws GraphError 404 unless the path names the sandbox's site, by id or as `host:/path`. */
export function checkSite(parts: PathParts, site: Site): void {
  const asked = (parts.site ?? "").toLowerCase().replace(/\/$/, "");
  if (asked !== site.id.toLowerCase() && asked !== `${site.host}:${site.path}`.toLowerCase()) {
    throw notFound(`The site “${parts.site ?? ""}”`);
  }
}

/** The list in the path, once the caller's right to it is proved. @throws GraphError 404 or 403. */
export function listFor(
  request: GraphRequest,
  parts: PathParts,
  deed: "read" | "write" | "manage",
  site: Site,
): List {
  checkSite(parts, site);
  demand(request.caller, "read", undefined, site.access);
  const list = site.lists.find(parts.list ?? "");
  demand(request.caller, deed, list, site.access);
  return list;
}

function columnFor(list: List, parts: PathParts, site: Site): Column {
  const asked = parts.column ?? "";
  const column = site.lists.columns(list).find((one) => one.id === asked || one.name === asked);
  if (!column) throw notFound(`The column “${asked}” of “${list.displayName}”`);
  return column;
}

function siteBody(site: Site): JsonObject {
  return {
    "@odata.context": `${site.base}/$metadata#sites/$entity`,
    id: site.id,
    name: site.path.slice(site.path.lastIndexOf("/") + 1),
    displayName: site.displayName,
    webUrl: `https://${site.host}${site.path}`,
    root: {},
    siteCollection: { hostname: site.host },
  };
}

function listBody(list: List, site: Site): JsonObject {
  return {
    "@odata.etag": `"${list.id},${Date.parse(list.modified)}"`,
    createdDateTime: list.created,
    description: list.description,
    eTag: `"${list.id},${Date.parse(list.modified)}"`,
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: `https://${site.host}${site.path}/${list.isLibrary ? "" : "Lists/"}${encodeURIComponent(list.name)}`,
    displayName: list.displayName,
    parentReference: { siteId: site.id },
    list: {
      contentTypesEnabled: false,
      hidden: false,
      template: list.isLibrary ? "documentLibrary" : "genericList",
    },
  };
}

/** `columns` and `items` of a list. The items come unpaged but capped, as under an expansion. */
function expanded(list: List, expansions: readonly Expansion[], site: Site): JsonObject {
  const members: Record<string, JsonObject[]> = {};
  for (const { name, select, expand } of expansions) {
    if (name === "columns") {
      members.columns = site.lists.columns(list).map((column) => selected(column.definition, select));
    } else if (name === "items") {
      const view = itemView(list, { select, expand }, site, "none");
      members.items = site.items
        .after(list, 0, site.pageSize)
        .map((item) => itemBody(list, item, view, site));
    } else {
      throw badRequest(`$expand=${name} is not supported for a list here.`);
    }
  }
  return members;
}

function displayNameIn(filter: string): string {
  const parsed = parseFilter(filter);
  if (parsed.kind !== "condition" || parsed.field !== "displayName" || parsed.operator !== "eq") {
    throw badRequest("Lists can be filtered by displayName eq '…' only.");
  }
  return String(parsed.value);
}
