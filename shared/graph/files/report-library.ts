import type { GraphConnection, GraphRequest } from "../client/graph-client.ts";
import { GraphFailure } from "../client/graph-failure.ts";

/** A document in the site's library. */
export interface LibraryDocument {
  readonly name: string;
  /** Where it opens in Word. */
  readonly address: string;
  readonly version: string;
}

/** The documents of reports: the site's default library. */
export interface ReportLibrary {
  find(name: string): Promise<LibraryDocument | null>;
  /** The request of {@link find}, to travel with others in a batch. */
  findRequest(name: string): GraphRequest;
  /** What a batch answered to {@link findRequest}; null when there is no such document. */
  found(answer: unknown): LibraryDocument | null;
  read(name: string): Promise<Uint8Array>;
  /** @throws {GraphFailure} of kind `already-exists` when `replace` is false and the name is taken. */
  write(name: string, bytes: Uint8Array, options?: { replace: boolean }): Promise<LibraryDocument>;
}

interface DriveItem {
  readonly name: string;
  readonly webUrl: string;
  readonly eTag: string;
}

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @see https://learn.microsoft.com/graph/api/driveitem-put-content */
export function openReportLibrary(graph: GraphConnection, sitePath: string): ReportLibrary {
  const at = (name: string) => `${sitePath}/drive/root:/${encodeURIComponent(name)}`;
  const asDocument = (item: DriveItem) => ({ name: item.name, address: item.webUrl, version: item.eTag });
  const findRequest = (name: string) => ({ method: "GET", path: at(name) }) as const;
  const found = (answer: unknown): LibraryDocument | null => {
    if (answer instanceof GraphFailure) {
      if (answer.kind === "not-found") return null;
      throw answer;
    }
    return asDocument(answer as DriveItem);
  };
  return {
    async find(name) {
      try {
        return found(await graph.request<DriveItem>(findRequest(name)));
      } catch (error) {
        if (error instanceof GraphFailure) return found(error);
        throw error;
      }
    },
    findRequest,
    found,
    read: (name) => graph.download(`${at(name)}:/content`),
    async write(name, bytes, { replace } = { replace: true }) {
      const item = await graph.request<DriveItem>({
        method: "PUT",
        path: `${at(name)}:/content?@microsoft.graph.conflictBehavior=${replace ? "replace" : "fail"}`,
        body: bytes,
        headers: { "Content-Type": word },
      });
      return asDocument(item);
    },
  };
}
