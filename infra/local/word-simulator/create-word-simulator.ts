import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { bundlePage, type PageFiles } from "./bundle-page.ts";

export interface WordSimulatorSettings {
  /** Reads a document by its address. @throws when there is none. */
  readDocument(address: string): Promise<Uint8Array>;
  saveDocument(address: string, bytes: Uint8Array): Promise<void>;
  /** Where the task pane is, absolute or relative to the simulator’s origin. */
  readonly paneAddress: string;
  /** Documents to choose from when the page is opened without one. */
  listDocuments?(): Promise<readonly { readonly name: string; readonly address: string }[]>;
  /** The path below which the simulator answers, `/word/` unless said. */
  readonly prefix?: string;
}

/** Answers a request below the prefix; false when it is not for the simulator. */
export type WordSimulator = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** The most a saved document may be, in bytes. */
const documentLimit = 50 * 1024 * 1024;

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * The Word simulator as an http handler: `office.js` for the pane, and the page that is Word around it. It
 * answers only requests that came to a loopback name, and writes only what its own page sends.
 *
 * `{prefix}?document=<address>` opens a document; `user=<principal name>` says who is signed in to Word, and
 * `fault=dropTags` (or `dropControls`, `loseLastStyle`) switches a fault on.
 */
export function createWordSimulator(settings: WordSimulatorSettings): WordSimulator {
  const prefix = settings.prefix ?? "/word/";
  let files: Promise<PageFiles> | undefined;
  const pageFiles = (): Promise<PageFiles> => {
    files ??= bundlePage(fileURLToPath(new URL(".", import.meta.url)), prefix);
    return files;
  };

  return async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (`${url.pathname}/` === prefix) {
      answer(response, 308, "text/plain", "", { location: `${prefix}${url.search}` });
      return true;
    }
    if (!url.pathname.startsWith(prefix)) return false;
    if (!loopback.test(request.headers.host ?? "")) {
      refuse(response, 403, "The Word simulator answers only on this machine.");
      return true;
    }
    const name = url.pathname.slice(prefix.length);
    try {
      if (name === "document") await answerDocument(request, response, url, settings);
      else if (name === "documents.json")
        answer(response, 200, "application/json", JSON.stringify((await settings.listDocuments?.()) ?? []));
      else if (name === "settings.json")
        answer(response, 200, "application/json", JSON.stringify({ paneAddress: settings.paneAddress }));
      else await answerFile(response, name, await pageFiles(), settings.paneAddress);
    } catch (error) {
      refuse(response, 500, error instanceof Error ? error.message : String(error));
    }
    return true;
  };
}

async function answerFile(
  response: ServerResponse,
  name: string,
  files: PageFiles,
  paneAddress: string,
): Promise<void> {
  const file = files.get(name === "" ? "index.html" : name);
  if (!file) {
    refuse(response, 404, "The Word simulator has no such file.");
    return;
  }
  const pane = /^https?:/.test(paneAddress) ? new URL(paneAddress).origin : "";
  answer(response, 200, file.type, file.content, {
    "content-security-policy": `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' ${pane}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    // The pane loads office.js from here even when it has another port.
    "cross-origin-resource-policy": "cross-origin",
  });
}

async function answerDocument(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  settings: WordSimulatorSettings,
): Promise<void> {
  const address = url.searchParams.get("address");
  if (!address) return refuse(response, 400, "Say which document: ?address=");
  if (request.headers["sec-fetch-site"] && request.headers["sec-fetch-site"] !== "same-origin")
    return refuse(response, 403, "Documents are read and saved only by the simulator’s own page.");
  if (request.method === "GET") {
    const bytes = await settings.readDocument(address);
    answer(response, 200, wordType, bytes, { "cache-control": "no-store" });
    return;
  }
  if (request.method !== "PUT")
    return refuse(response, 405, "Documents are read with GET and saved with PUT.");
  // A content type of its own keeps another site's page from sending this without being asked first.
  if (request.headers["content-type"] !== wordType) return refuse(response, 415, "Send a Word document.");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > documentLimit) return refuse(response, 413, "The document is over 50 MB.");
    chunks.push(chunk);
  }
  await settings.saveDocument(address, new Uint8Array(Buffer.concat(chunks)));
  answer(response, 204, "text/plain", "");
}

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function refuse(response: ServerResponse, status: number, message: string): void {
  answer(response, status, "text/plain; charset=utf-8", message);
}

function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff", ...headers });
  response.end(body);
}
