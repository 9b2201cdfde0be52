import { randomBytes } from "node:crypto";
import { toSeconds } from "./exchange.ts";
import type { ConflictBehaviour, DriveItem, Files } from "./files.ts";
import { badRequest, GraphError, notFound } from "./graph-error.ts";
import type { JsonObject } from "./json.ts";
import type { List, Lists } from "./lists.ts";
import type { Store } from "./store.ts";

/** Upload sessions: large files in fragments, in order. They survive a restart until they expire. */
export interface Uploads {
  /** @returns the session's id, which is also the right to use it. */
  open(
    library: List,
    path: string,
    conflict: ConflictBehaviour,
    author: number,
    at: Date,
  ): { id: string; expires: string };
  /** @throws GraphError 400, 404, 413, 416, and what writing the file throws once the last byte is in. */
  put(id: string, range: string | undefined, bytes: Uint8Array, at: Date): UploadState;
  /** @throws GraphError 404 once it has ended or expired. */
  status(id: string, at: Date): JsonObject;
  cancel(id: string, at: Date): void;
}

export type UploadState =
  | { readonly kind: "expecting"; readonly body: JsonObject }
  | { readonly kind: "complete"; readonly item: DriveItem; readonly library: List; readonly isNew: boolean };

/** Source: createUploadSession: fragments are multiples of 320 KiB, each under 60 MiB. In bytes. */
const FRAGMENT_UNIT = 327_680;
const MOST_FRAGMENT = 60 * 1024 * 1024;
const SESSION_MILLISECONDS = 86_400_000;

interface UploadRow {
  id: string;
  list_id: string;
  path: string;
  conflict: ConflictBehaviour;
  expires: string;
  author: number;
  total: number | null;
}

export function openUploads(store: Store, lists: Lists, files: Files): Uploads {
  const insert = store.prepare(
    "INSERT INTO uploads (id, list_id, path, conflict, expires, author, total, content_type) VALUES (?, ?, ?, ?, ?, ?, NULL, '')",
  );
  const byId = store.prepare<UploadRow>("SELECT * FROM uploads WHERE id = ?");
  const setTotal = store.prepare("UPDATE uploads SET total = ? WHERE id = ?");
  const remove = store.prepare("DELETE FROM uploads WHERE id = ?");
  const addFragment = store.prepare(
    "INSERT INTO upload_fragments (upload_id, start, bytes) VALUES (?, ?, ?)",
  );
  const received = store.prepare<{ bytes: number }>(
    "SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM upload_fragments WHERE upload_id = ?",
  );
  const fragments = store.prepare<{ bytes: Uint8Array }>(
    "SELECT bytes FROM upload_fragments WHERE upload_id = ? ORDER BY start",
  );
  const dropFragment = store.prepare("DELETE FROM upload_fragments WHERE upload_id = ? AND start = ?");

  const find = (id: string, at: Date): UploadRow => {
    const row = byId.one(id);
    if (!row || Date.parse(row.expires) < at.getTime()) throw notFound("The upload session");
    return row;
  };
  const expecting = (row: UploadRow): JsonObject => ({
    expirationDateTime: row.expires,
    nextExpectedRanges: [`${received.one(row.id)?.bytes ?? 0}-`],
  });

  return {
    open: (library, path, conflict, author, at) => {
      const id = randomBytes(24).toString("base64url");
      const expires = toSeconds(new Date(at.getTime() + SESSION_MILLISECONDS));
      insert.run(id, library.id, path, conflict, expires, author);
      return { id, expires };
    },
    put: (id, range, bytes, at) => {
      const row = find(id, at);
      const { start, total } = checkedRange(range, bytes.length);
      const next = received.one(id)?.bytes ?? 0;
      if (row.total !== null && row.total !== total)
        throw badRequest("The size of the file must not change.");
      if (start !== next) {
        throw new GraphError(416, "invalidRange", `The next byte expected is ${next}, not ${start}.`);
      }
      addFragment.run(id, start, bytes);
      setTotal.run(total, id);
      if (start + bytes.length < total) return { kind: "expecting", body: expecting(row) };
      const library = lists.find(row.list_id);
      try {
        return store.atomically(() => {
          const whole = Buffer.concat(fragments.all(id).map((fragment) => fragment.bytes));
          const written = files.write(library, row.path, whole, mediaType(row.path), {
            author: row.author,
            at: toSeconds(at),
            conflict: row.conflict,
          });
          remove.run(id);
          return { kind: "complete", library, ...written };
        });
      } catch (error) {
        // The session stays open, and the last fragment can be sent again.
        dropFragment.run(id, start);
        throw error;
      }
    },
    status: (id, at) => expecting(find(id, at)),
    cancel: (id, at) => {
      remove.run(find(id, at).id);
    },
  };
}

function checkedRange(range: string | undefined, length: number): { start: number; total: number } {
  const found = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range ?? "");
  if (!found) throw badRequest("Content-Range must be written bytes {first}-{last}/{size}.");
  const [start, end, total] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (end - start + 1 !== length || end >= total)
    throw badRequest("Content-Range does not fit the bytes sent.");
  if (length >= MOST_FRAGMENT)
    throw new GraphError(413, "invalidRequest", "A fragment must be under 60 MiB.");
  if (end + 1 < total && length % FRAGMENT_UNIT !== 0) {
    throw badRequest(`Every fragment but the last must be a multiple of ${FRAGMENT_UNIT} bytes.`);
  }
  return { start, total };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  txt: "text/plain",
  html: "text/html",
  json: "application/json",
};

/** SharePoint tells a file's type by its name, whatever Content-Type the upload had. */
export function mediaType(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}
