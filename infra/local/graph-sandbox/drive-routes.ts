import { demand, mayDo } from "./access.ts";
import { type GraphRequest, type GraphResponse, jsonBody, matchesTag, toSeconds } from "./exchange.ts";
import { type ConflictBehaviour, type DriveItem, driveIdOf, type FileWrite, tagsOf } from "./files.ts";
import { badRequest, changedElsewhere, GraphError, notFound, notImitated } from "./graph-error.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { checkSite } from "./list-routes.ts";
import type { List } from "./lists.ts";
import { linkTo, readOptions, selected } from "./query-options.ts";
import type { Handler, PathParts, Routes } from "./route-table.ts";
import type { Site } from "./site.ts";
import { mediaType } from "./uploads.ts";

/** A PUT takes this much in one go. Source: "Upload or replace the contents of a driveItem" (250 MB). */
const MOST_PUT_BYTES = 250 * 1024 * 1024;
const MOST_CHILDREN = 200;
const CONFLICT = "@microsoft.graph.conflictBehavior";

/** Every way the product may address a library's drive. */
const DRIVES = [
  "drives/:drive",
  "sites/:site/drive",
  "sites/:site/drives/:drive",
  "sites/:site/lists/:list/drive",
];

const ofDrive: Routes = {
  GET: (request, parts, site) => {
    const library = libraryFor(request, parts, "read", site);
    return {
      status: 200,
      body: selected(driveBody(library, site), readOptions(request.query, ["$select"]).select),
    };
  },

  "GET items/:item": (request, parts, site) => {
    const { library, item } = itemFor(request, parts, "read", site);
    const { select } = readOptions(request.query, ["$select"]);
    return { status: 200, body: selected(itemBodyOf(item, library, request, site), select) };
  },

  "GET items/:item/children": (request, parts, site) => {
    const { library, item } = itemFor(request, parts, "read", site);
    const options = readOptions(request.query, ["$select", "$top", "$skiptoken"]);
    const size = Math.min(options.top ?? MOST_CHILDREN, MOST_CHILDREN);
    const children = site.files.children(item);
    const start =
      options.skipToken === undefined ? 0 : children.findIndex((one) => one.id === options.skipToken) + 1;
    const page = children.slice(start, start + size);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        value: page.map((child) => selected(itemBodyOf(child, library, request, site), options.select)),
        ...(last && start + size < children.length
          ? { "@odata.nextLink": linkTo(request, { $skiptoken: last.id }) }
          : {}),
      },
    };
  },

  "POST items/:item/children": (request, parts, site) => {
    const { library, item } = itemFor(request, parts, "write", site);
    const body = jsonBody(request);
    if (!isObject(body.folder)) throw badRequest("Only folders are made this way; upload a file's content.");
    if (typeof body.name !== "string") throw badRequest("A folder needs a name.");
    const write = writeOf(request, site, conflictIn(body[CONFLICT], "fail"));
    const folder = site.files.makeFolder(item, library, body.name, write);
    return { status: 201, body: itemBodyOf(folder, library, request, site) };
  },

  "GET items/:item/content": (request, parts, site) => {
    const { item } = itemFor(request, parts, "read", site);
    if (item.isFolder) throw badRequest("A folder has no content.");
    const ifNoneMatch = request.headers["if-none-match"];
    if (ifNoneMatch !== undefined && matchesTag(ifNoneMatch, ...tagsOf(item))) return { status: 304 };
    return { status: 302, headers: { Location: downloadAddress(item, request, site) } };
  },

  "PUT items/:item/content": (request, parts, site) => {
    if (request.body.length > MOST_PUT_BYTES) {
      throw new GraphError(413, "invalidRequest", "A file of more than 250 MB needs an upload session.");
    }
    const library = libraryFor(request, parts, "write", site);
    const conflict = conflictIn(request.query.get(CONFLICT) ?? undefined, "replace");
    const path = pathFor(library, parts.item ?? "", site);
    const written = site.files.write(library, path, request.body, mediaType(path), {
      ...writeOf(request, site, conflict),
      ifMatch: request.headers["if-match"],
    });
    return { status: written.isNew ? 201 : 200, body: itemBodyOf(written.item, library, request, site) };
  },

  "POST items/:item/createUploadSession": (request, parts, site) => {
    const library = libraryFor(request, parts, "write", site);
    const body = request.body.length > 0 ? jsonBody(request) : {};
    if (body.deferCommit === true) throw notImitated("deferCommit");
    const options = isObject(body.item) ? body.item : {};
    const path = pathFor(library, parts.item ?? "", site);
    const existing = existingAt(library, path, site);
    const ifMatch = request.headers["if-match"];
    if (ifMatch !== undefined && (!existing || !matchesTag(ifMatch, ...tagsOf(existing))))
      throw changedElsewhere();
    const conflict = conflictIn(options[CONFLICT], "fail");
    const session = site.uploads.open(
      library,
      path,
      conflict,
      site.people.numberOf(request.caller),
      request.at,
    );
    return {
      status: 200,
      body: {
        uploadUrl: `${elsewhere(site)}/_api/v2.0/uploads/${session.id}`,
        expirationDateTime: session.expires,
        nextExpectedRanges: ["0-"],
      },
    };
  },

  "DELETE items/:item": (request, parts, site) => {
    const { item } = itemFor(request, parts, "write", site);
    site.files.remove(item, request.headers["if-match"]);
    return { status: 204 };
  },
};

/** Libraries as drives, and their files. */
export const driveRoutes: Routes = {
  "GET sites/:site/drives": (request, parts, site) => {
    checkSite(parts, site);
    demand(request.caller, "read", undefined, site.access);
    const { select } = readOptions(request.query, ["$select"]);
    const value = libraries(site)
      .filter((library) => mayDo(request.caller, "read", library, site.access))
      .map((library) => selected(driveBody(library, site), select));
    return { status: 200, body: { value } };
  },
  ...Object.fromEntries(
    DRIVES.flatMap((drive) =>
      Object.entries(ofDrive).map(([key, handler]): [string, Handler] => {
        const [method = "", rest] = key.split(" ");
        return [`${method} ${drive}${rest === undefined ? "" : `/${rest}`}`, handler];
      }),
    ),
  ),
};

/**
 * Answers a download or upload address. These carry their own right and are on another host name
 * (127.0.0.1), so that clients leave their token behind; one that arrives with a token is refused.
 */
export function answerPreauthenticated(
  request: {
    method: string;
    url: URL;
    headers: Readonly<Record<string, string>>;
    body: Uint8Array;
    at: Date;
  },
  site: Site,
): GraphResponse {
  if (request.headers.authorization !== undefined) {
    throw new GraphError(
      401,
      "unauthenticated",
      "This address is pre-authenticated; send no Authorization to it.",
    );
  }
  const { pathname, searchParams } = request.url;
  if (request.method === "GET" && pathname === "/_layouts/15/download.aspx") {
    const item = site.files.redeem(searchParams.get("tempauth") ?? "", request.at);
    return partOf(site.files.content(item), item, request.headers.range);
  }
  const upload = /^\/_api\/v2\.0\/uploads\/([\w-]+)$/.exec(pathname)?.[1];
  if (upload === undefined) throw notFound("The address");
  switch (request.method) {
    case "PUT": {
      const state = site.uploads.put(upload, request.headers["content-range"], request.body, request.at);
      if (state.kind === "expecting") return { status: 202, body: state.body };
      const body = site.files.body(state.item, state.library, site, undefined);
      return { status: state.isNew ? 201 : 200, body };
    }
    case "GET":
      return { status: 200, body: site.uploads.status(upload, request.at) };
    case "DELETE":
      site.uploads.cancel(upload, request.at);
      return { status: 204 };
    default:
      throw new GraphError(405, "notAllowed", `${request.method} is not allowed for an upload address.`);
  }
}

function partOf(bytes: Uint8Array, item: DriveItem, range: string | undefined): GraphResponse {
  const headers = { "Content-Type": item.contentType, "Accept-Ranges": "bytes" };
  const found = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (!found) return { status: 200, headers, body: bytes };
  const start = Number(found[1]);
  const end = Math.min(found[2] ? Number(found[2]) : bytes.length - 1, bytes.length - 1);
  if (start > end) throw new GraphError(416, "invalidRange", `The file has ${bytes.length} bytes.`);
  return {
    status: 206,
    headers: { ...headers, "Content-Range": `bytes ${start}-${end}/${bytes.length}` },
    body: bytes.subarray(start, end + 1),
  };
}

function libraries(site: Site): List[] {
  return site.lists.all().filter((list) => list.isLibrary);
}

function libraryFor(request: GraphRequest, parts: PathParts, deed: "read" | "write", site: Site): List {
  if (parts.site !== undefined) checkSite(parts, site);
  const library = askedLibrary(parts, site);
  demand(request.caller, deed, library, site.access);
  return library;
}

function askedLibrary(parts: PathParts, site: Site): List {
  const { drive, list } = parts;
  if (list !== undefined) {
    const found = site.lists.find(list);
    if (!found.isLibrary) throw notFound(`A drive of “${found.displayName}”`);
    return found;
  }
  // The first library of a site is the one it was made with, and its default drive.
  const [first] = libraries(site);
  const found = drive === undefined ? first : libraries(site).find((library) => driveIdOf(library) === drive);
  if (!found) throw notFound(drive === undefined ? "The site's default drive" : `The drive ${drive}`);
  return found;
}

function itemFor(
  request: GraphRequest,
  parts: PathParts,
  deed: "read" | "write",
  site: Site,
): { library: List; item: DriveItem } {
  const library = libraryFor(request, parts, deed, site);
  const address = parts.item ?? "";
  const [id, path] = splitAddress(address);
  if (id === "root") return { library, item: site.files.at(library, path ?? "") };
  const item = site.files.byId(library, id);
  return {
    library,
    item: path === undefined ? item : site.files.at(library, `${site.files.pathOf(item)}/${path}`),
  };
}

/** The path a write is for, whether or not anything is there yet. */
function pathFor(library: List, address: string, site: Site): string {
  const [id, path] = splitAddress(address);
  if (id === "root") {
    if (!path) throw badRequest("A file needs a name: root:/{path}:/content.");
    return path;
  }
  const base = site.files.pathOf(site.files.byId(library, id));
  return path === undefined ? base : [base, path].filter(Boolean).join("/");
}

function existingAt(library: List, path: string, site: Site): DriveItem | undefined {
  try {
    return site.files.at(library, path);
  } catch (error) {
    if (error instanceof GraphError && error.status === 404) return undefined;
    throw error;
  }
}

/** `root`, `root:/a/b`, `{id}` or `{id}:/b` as the starting item and the path below it. */
function splitAddress(address: string): [id: string, path: string | undefined] {
  const colon = address.indexOf(":");
  return colon < 0
    ? [address, undefined]
    : [address.slice(0, colon), address.slice(colon + 1).replace(/^\//, "")];
}

function writeOf(request: GraphRequest, site: Site, conflict: ConflictBehaviour): FileWrite {
  return { author: site.people.numberOf(request.caller), at: toSeconds(request.at), conflict };
}

function conflictIn(value: Json | undefined, otherwise: ConflictBehaviour): ConflictBehaviour {
  if (value === undefined) return otherwise;
  if (value !== "replace" && value !== "fail" && value !== "rename") {
    throw badRequest(`${CONFLICT} is fail, replace or rename.`);
  }
  return value;
}

function itemBodyOf(item: DriveItem, library: List, request: GraphRequest, site: Site): JsonObject {
  return site.files.body(
    item,
    library,
    site,
    item.isFolder ? undefined : downloadAddress(item, request, site),
  );
}

function downloadAddress(item: DriveItem, request: GraphRequest, site: Site): string {
  const ticket = encodeURIComponent(site.files.ticketFor(item, request.at));
  return `${elsewhere(site)}/_layouts/15/download.aspx?UniqueId=${item.tag.toLowerCase()}&tempauth=${ticket}`;
}

/** The same server under its other host name. */
function elsewhere(site: Site): string {
  const { port } = new URL(site.base);
  return `https://127.0.0.1:${port}`;
}

function driveBody(library: List, site: Site): JsonObject {
  return {
    "@odata.context": `${site.base}/$metadata#drives/$entity`,
    createdDateTime: library.created,
    description: library.description,
    id: driveIdOf(library),
    lastModifiedDateTime: library.modified,
    name: library.displayName,
    webUrl: `https://${site.host}${site.path}/${encodeURIComponent(library.name)}`,
    driveType: "documentLibrary",
  };
}
