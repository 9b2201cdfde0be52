import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { Caller } from "./access.ts";
import { matchesTag } from "./exchange.ts";
import { badRequest, changedElsewhere, nameTaken, notFound } from "./graph-error.ts";
import { type JsonObject, withoutAbsent } from "./json.ts";
import type { List } from "./lists.ts";
import type { SitePeople } from "./site-people.ts";
import type { Store } from "./store.ts";

/** A file or folder of a library. */
export interface DriveItem {
  readonly id: string;
  readonly listId: string;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly isFolder: boolean;
  readonly tag: string;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly author: number;
  readonly editor: number;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
}

export type ConflictBehaviour = "replace" | "fail" | "rename";

/** A write to a file: who, when, what to do if the name is taken, and the version the writer last saw. */
export interface FileWrite {
  readonly author: number;
  readonly at: string;
  readonly conflict: ConflictBehaviour;
  readonly ifMatch?: string | undefined;
}

/** The files of every library. Paths are decoded, with `/` between names and none at the ends. */
export interface Files {
  root(library: List): DriveItem;
  /** @throws GraphError 404. */
  at(library: List, path: string): DriveItem;
  /** @throws GraphError 404. */
  byId(library: List, id: string): DriveItem;
  pathOf(item: DriveItem): string;
  children(folder: DriveItem): DriveItem[];
  content(item: DriveItem): Uint8Array;
  /** Makes folders on the way. @throws GraphError 400, 409 nameAlreadyExists, 412. */
  write(
    library: List,
    path: string,
    bytes: Uint8Array,
    contentType: string,
    write: FileWrite,
  ): { item: DriveItem; isNew: boolean };
  makeFolder(parent: DriveItem, library: List, name: string, write: FileWrite): DriveItem;
  remove(item: DriveItem, ifMatch: string | undefined): void;
  /** A driveItem; `downloadUrl` only for files. */
  body(
    item: DriveItem,
    library: List,
    site: { id: string; host: string; path: string },
    downloadUrl: string | undefined,
  ): JsonObject;
  /** A short-lived ticket that lets its holder download without a token. */
  ticketFor(item: DriveItem, at: Date): string;
  /** The item a ticket is for. @throws GraphError 404 once it has run out or was altered. */
  redeem(ticket: string, at: Date): DriveItem;
}

interface DriveItemRow extends Omit<DriveItem, "parentId" | "isFolder"> {
  readonly parentId: string | null;
  readonly isFolder: number;
}

const COLUMNS = `id, list_id AS listId, parent_id AS parentId, name, is_folder AS isFolder, tag, version, created,
  modified, author, editor, content_type AS contentType, length(content) AS size`;
/** Source: Graph says a few minutes; five are given. */
const TICKET_MILLISECONDS = 300_000;

export function openFiles(store: Store, people: SitePeople): Files {
  const root = store.prepare<DriveItemRow>(
    `SELECT ${COLUMNS} FROM drive_items WHERE list_id = ? AND parent_id IS NULL`,
  );
  const byId = store.prepare<DriveItemRow>(`SELECT ${COLUMNS} FROM drive_items WHERE id = ?`);
  const child = store.prepare<DriveItemRow>(
    `SELECT ${COLUMNS} FROM drive_items WHERE list_id = ? AND coalesce(parent_id, '') = ? AND folded_name = ?`,
  );
  const children = store.prepare<DriveItemRow>(
    `SELECT ${COLUMNS} FROM drive_items WHERE parent_id = ? ORDER BY folded_name`,
  );
  const content = store.prepare<{ content: Uint8Array }>("SELECT content FROM drive_items WHERE id = ?");
  const insert = store.prepare(
    `INSERT INTO drive_items (id, list_id, parent_id, name, folded_name, is_folder, tag, version, created, modified,
       author, editor, content_type, content) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
  );
  const replace = store.prepare(
    "UPDATE drive_items SET version = version + 1, modified = ?, editor = ?, content_type = ?, content = ? WHERE id = ?",
  );
  const remove = store.prepare("DELETE FROM drive_items WHERE id = ?");
  const ticketKey = randomBytes(32);

  const find = (id: string, what: string): DriveItem => {
    const row = byId.one(id);
    if (!row) throw notFound(what);
    return itemOf(row);
  };
  const add = (
    listId: string,
    parentId: string | null,
    name: string,
    file: { contentType: string; bytes: Uint8Array } | undefined,
    write: { author: number; at: string },
  ): DriveItem => {
    const id = `01${randomBytes(16).toString("hex").toUpperCase()}`;
    insert.run(
      id,
      listId,
      parentId,
      name,
      name.toLowerCase(),
      file ? 0 : 1,
      randomUUID().toUpperCase(),
      write.at,
      write.at,
      write.author,
      write.author,
      file?.contentType ?? "",
      file?.bytes ?? new Uint8Array(),
    );
    return find(id, name);
  };
  const rootOf = (library: List): DriveItem => {
    const row = root.one(library.id);
    if (row) return itemOf(row);
    const author = people.numberOf(LIBRARY_OWNER);
    return add(library.id, null, "root", undefined, { author, at: library.created });
  };
  const childNamed = (parent: DriveItem, name: string): DriveItem | undefined => {
    const row = child.one(parent.listId, parent.id, name.toLowerCase());
    return row && itemOf(row);
  };
  const freeName = (parent: DriveItem, name: string): string => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let number = 1;
    while (childNamed(parent, `${stem} ${number}${ending}`)) number += 1;
    return `${stem} ${number}${ending}`;
  };
  const folderFor = (library: List, names: readonly string[], write: FileWrite): DriveItem => {
    let folder = rootOf(library);
    for (const name of names) {
      const next =
        childNamed(folder, name) ?? add(library.id, folder.id, checkedName(name), undefined, write);
      if (!next.isFolder) throw badRequest(`“${name}” is a file, not a folder.`);
      folder = next;
    }
    return folder;
  };
  const pathOf = (item: DriveItem): string => {
    const names: string[] = [];
    let here = item;
    while (here.parentId !== undefined) {
      names.unshift(here.name);
      here = find(here.parentId, "The parent folder");
    }
    return names.join("/");
  };
  const seal = (text: string) => createHmac("sha256", ticketKey).update(text).digest("base64url");

  return {
    root: rootOf,
    pathOf,
    at: (library, path) => {
      let here = rootOf(library);
      for (const name of path.split("/").filter(Boolean)) {
        const next = childNamed(here, name);
        if (!next) throw notFound(`“${path}” in “${library.displayName}”`);
        here = next;
      }
      return here;
    },
    byId: (library, id) => {
      const item = find(id, `The item ${id} of “${library.displayName}”`);
      if (item.listId !== library.id) throw notFound(`The item ${id} of “${library.displayName}”`);
      return item;
    },
    children: (folder) => children.all(folder.id).map(itemOf),
    content: (item) => content.one(item.id)?.content ?? new Uint8Array(),
    write: (library, path, bytes, contentType, write) =>
      store.atomically(() => {
        const names = path.split("/").filter(Boolean);
        const name = checkedName(names.pop() ?? "");
        const folder = folderFor(library, names, write);
        const existing = childNamed(folder, name);
        if (!existing) {
          if (write.ifMatch !== undefined) throw notFound(`“${path}” in “${library.displayName}”`);
          return { item: add(library.id, folder.id, name, { contentType, bytes }, write), isNew: true };
        }
        if (write.ifMatch !== undefined && !matchesTag(write.ifMatch, ...tagsOf(existing)))
          throw changedElsewhere();
        if (write.conflict === "fail") throw nameTaken(`There is already an item called “${name}”.`);
        if (write.conflict === "rename") {
          return {
            item: add(library.id, folder.id, freeName(folder, name), { contentType, bytes }, write),
            isNew: true,
          };
        }
        if (existing.isFolder) throw nameTaken(`“${name}” is a folder and cannot be replaced by a file.`);
        replace.run(write.at, write.author, contentType, bytes, existing.id);
        return { item: find(existing.id, name), isNew: false };
      }),
    makeFolder: (parent, library, name, write) =>
      store.atomically(() => {
        if (!parent.isFolder) throw badRequest(`“${parent.name}” is a file; it cannot hold a folder.`);
        const existing = childNamed(parent, checkedName(name));
        if (!existing) return add(library.id, parent.id, name, undefined, write);
        if (write.conflict === "rename")
          return add(library.id, parent.id, freeName(parent, name), undefined, write);
        if (write.conflict === "replace" && existing.isFolder) return existing;
        throw nameTaken(`There is already an item called “${name}”.`);
      }),
    remove: (item, ifMatch) =>
      store.atomically(() => {
        if (!matchesTag(ifMatch, ...tagsOf(item))) throw changedElsewhere();
        if (item.parentId === undefined) throw badRequest("The root of a library cannot be deleted.");
        const branch = [item];
        for (const one of branch) {
          if (one.isFolder) branch.push(...children.all(one.id).map(itemOf));
        }
        for (const one of branch) remove.run(one.id);
      }),
    body: (item, library, site, downloadUrl) => {
      const path = pathOf(item);
      const parentPath = path.split("/").slice(0, -1).join("/");
      const address = [library.name, ...path.split("/").filter(Boolean)].map(encodeURIComponent).join("/");
      const driveId = driveIdOf(library);
      const [eTag, cTag] = tagsOf(item);
      return withoutAbsent({
        "@microsoft.graph.downloadUrl": downloadUrl,
        createdDateTime: item.created,
        cTag,
        eTag,
        id: item.id,
        lastModifiedDateTime: item.modified,
        name: item.name,
        size: item.size,
        webUrl: `https://${site.host}${site.path}/${address}`,
        createdBy: people.identitySet(item.author),
        lastModifiedBy: people.identitySet(item.editor),
        parentReference: withoutAbsent({
          driveId,
          driveType: "documentLibrary",
          id: item.parentId,
          path:
            item.parentId === undefined
              ? undefined
              : `/drives/${driveId}/root:${parentPath ? `/${parentPath}` : ""}`,
          siteId: site.id,
        }),
        root: item.parentId === undefined ? {} : undefined,
        file: item.isFolder ? undefined : { mimeType: item.contentType },
        folder: item.isFolder ? { childCount: children.all(item.id).length } : undefined,
        fileSystemInfo: { createdDateTime: item.created, lastModifiedDateTime: item.modified },
      });
    },
    ticketFor: (item, at) => {
      const text = `${item.id}.${at.getTime() + TICKET_MILLISECONDS}`;
      return `${text}.${seal(text)}`;
    },
    redeem: (ticket, at) => {
      const [id = "", expires = "", mac = ""] = ticket.split(".");
      const [expected, shown] = [Buffer.from(seal(`${id}.${expires}`)), Buffer.from(mac)];
      const genuine = expected.length === shown.length && timingSafeEqual(expected, shown);
      if (!genuine || Number(expires) < at.getTime()) throw notFound("The download address");
      return find(id, "The file");
    },
  };
}

const LIBRARY_OWNER: Caller = {
  kind: "app",
  appId: "00000000-0000-0000-0000-000000000000",
  roles: [],
  groups: [],
};

/** eTag (any change) and cTag (content); the sandbox changes nothing but content, so they move together. */
export function tagsOf(item: DriveItem): [eTag: string, cTag: string] {
  return [`"{${item.tag}},${item.version}"`, `"c:{${item.tag}},${item.version}"`];
}

/** A library's drive id: opaque, and always the same for the same library. */
export function driveIdOf(library: List): string {
  return `b!${Buffer.from(library.id.replaceAll("-", ""), "hex").toString("base64url")}`;
}

/** Source: "Restrictions and limitations in OneDrive and SharePoint", file and folder names. */
function checkedName(name: string): string {
  const refused =
    name === "" ||
    name.length > 255 ||
    /["*:<>?/\\|]/.test(name) ||
    /^\s|\s$/.test(name) ||
    /^~\$|^\.lock$|^desktop\.ini$|_vti_/i.test(name) ||
    /\.$/.test(name);
  if (refused) throw badRequest(`“${name}” is not a name that SharePoint allows.`);
  return name;
}

function itemOf(row: DriveItemRow): DriveItem {
  return { ...row, parentId: row.parentId ?? undefined, isFolder: row.isFolder === 1 };
}
