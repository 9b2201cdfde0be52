import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { build } from "vite";
import { createWordSimulator } from "../../infra/local/word-simulator/create-word-simulator.ts";
import { renderSectionHtml, type SectionContent } from "../../shared/contracts/section-content.ts";
import type {
  ExtractOutline,
  FragmentRequest,
  PaneSettings,
  ReportOutline,
  ReportSummary,
  SectionMerge,
  SectionMergeRequest,
  SectionOrder,
  SectionOutline,
  SectionSave,
  StandardSectionOutline,
  TableOutline,
} from "../../shared/contracts/task-pane-api.ts";
import { mergeSections } from "../../shared/rules/reports/merge-sections.ts";
import { fragmentOf, type TestSection, testHash, testHtml } from "./fragments.ts";

/** A section of the test record. */
export interface RecordSection extends SectionOutline {
  readonly tag: string;
  readonly text: string;
}

/** What the test server holds and has seen; tests read and change it. */
export interface CouncilServer {
  /** `http://localhost:<port>`. */
  readonly address: string;
  readonly sections: RecordSection[];
  reports: ReportSummary[];
  readonly documents: Map<string, Uint8Array>;
  /** Requests to the API, “GET /api/reports”. */
  readonly requests: string[];
  /** Milliseconds that every request to the API takes. */
  delay: number;
  /** The next request to the API is refused so. */
  refuseNext: { readonly status: number; readonly code: string; readonly message: string } | null;
  close(): Promise<void>;
}

const clientId = "6e0d1f0a-0000-4000-8000-00000000c1d5";
const tenant = "11111111-2222-4333-8444-555555555555";
const person = {
  name: "Alex Author",
  userName: "alex@council.test",
  id: "aaaaaaaa-0000-4000-8000-000000000001",
};
// msal-browser takes the first step of an endpoint's path for the tenant and rewrites it to the authority's.
const issuer = `/${tenant}/oauth2/v2.0`;
let built: Promise<unknown> | undefined;

const standardText = "The council has had regard to its equality duty.";
const standardSections: readonly StandardSectionOutline[] = [
  {
    key: "STD/EQUALITY",
    title: "Equality implications",
    version: 2,
    inForceFrom: "2026-09-14",
    opening: standardText,
    hash: testHash(testHtml(standardText)),
    kinds: ["cabinet-member-report", "covering-report"],
  },
];
const extracts: readonly ExtractOutline[] = [
  {
    key: "EXT/MEETINGS",
    title: "Meetings of the committee",
    opening: "Last met, what it considered, next meeting",
    hash: testHash(testHtml("Last met, what it considered, next meeting")),
  },
];

/**
 * A server for tests of the pane: its files, an issuer, the API with one report in memory, and the Word
 * simulator, on one loopback port. Not the product: it knows only what these tests need.
 */
export async function startCouncilServer(
  report: ReportSummary,
  sections: readonly RecordSection[],
  tables: readonly TableOutline[] = [],
): Promise<CouncilServer> {
  built ??= build({ configFile: "addin/vite.config.ts", logLevel: "error" });
  await built;
  const documents = new Map<string, Uint8Array>();
  const simulator = createWordSimulator({
    readDocument: async (address) => {
      const bytes = documents.get(address);
      if (!bytes) throw new Error("There is no such document.");
      return bytes;
    },
    saveDocument: async (address, bytes) => {
      documents.set(address, bytes);
    },
    paneAddress: "/addin/task-pane.html",
    listDocuments: async () => [...documents.keys()].map((address) => ({ name: address.slice(1), address })),
  });
  const codes = new Map<string, { readonly challenge: string; readonly nonce: string }>();
  const tokens = new Set<string>();

  const state: CouncilServer = {
    address: "",
    sections: sections.map((section) => ({ ...section })),
    reports: [report],
    documents,
    requests: [],
    delay: 0,
    refuseNext: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (request.destroyed) return;
      send(response, 500, { code: "unexpected", message: String(error) });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await simulator(request, response)) return;
    const url = new URL(request.url ?? "/", state.address);
    if (url.pathname === "/addin/settings.json") {
      send(response, 200, paneSettings(state.address));
      return;
    }
    if (url.pathname.startsWith("/addin/")) return sendFile(response, url.pathname.slice("/addin/".length));
    if (url.pathname === `${issuer}/authorize`) return authorize(url, response);
    if (url.pathname === `${issuer}/token`) return giveToken(await text(request), response);
    if (url.pathname.startsWith("/api/")) return api(request, response, url);
    send(response, 404, { code: "not-found", message: "There is nothing here." });
  }

  function authorize(url: URL, response: ServerResponse): void {
    const query = url.searchParams;
    const back = new URL(query.get("redirect_uri") ?? "");
    const answerWith = (fields: Record<string, string>): void => {
      back.hash = new URLSearchParams({ ...fields, state: query.get("state") ?? "" }).toString();
      response.writeHead(302, { location: back.href }).end();
    };
    const asked = query.get("chosen") ?? query.get("login_hint");
    if (query.get("prompt") === "none" && asked !== person.userName) {
      answerWith({ error: "login_required", error_description: "Nobody is signed in." });
      return;
    }
    if (asked === person.userName) {
      const code = randomUUID();
      codes.set(code, { challenge: query.get("code_challenge") ?? "", nonce: query.get("nonce") ?? "" });
      answerWith({ code, client_info: clientInfo });
      return;
    }
    const chosen = new URL(url);
    chosen.searchParams.set("chosen", person.userName);
    response.writeHead(200, { "content-type": "text/html" });
    response.end(
      `<!doctype html><title>Who are you?</title><h1>Who are you?</h1><a href="${chosen.href.replace(/&/g, "&amp;")}">${person.name}</a>`,
    );
  }

  function giveToken(form: string, response: ServerResponse): void {
    const fields = new URLSearchParams(form);
    const known = codes.get(fields.get("code") ?? "");
    const verifier = createHash("sha256")
      .update(fields.get("code_verifier") ?? "")
      .digest("base64url");
    const refreshed = fields.get("grant_type") === "refresh_token";
    if (!refreshed && (!known || known.challenge !== verifier)) {
      send(response, 400, { error: "invalid_grant", error_description: "The code is not good." });
      return;
    }
    const now = Math.floor(Date.now() / 1000);
    const token = randomUUID();
    tokens.add(token);
    send(response, 200, {
      token_type: "Bearer",
      scope: paneSettings(state.address).apiScope,
      expires_in: 3600,
      access_token: token,
      refresh_token: randomUUID(),
      client_info: clientInfo,
      id_token: unsigned({
        iss: `https://${new URL(state.address).host}/${tenant}/v2.0`,
        sub: person.id,
        aud: clientId,
        oid: person.id,
        tid: tenant,
        name: person.name,
        preferred_username: person.userName,
        nonce: known?.nonce,
        iat: now,
        nbf: now,
        exp: now + 3600,
        ver: "2.0",
      }),
    });
  }

  const outline = (): ReportOutline => ({
    report,
    sections: state.sections.map(({ tag: _tag, text, ...section }) => ({
      ...section,
      hash: testHash(testHtml(text)),
    })),
    tables,
    extracts,
  });

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    state.requests.push(`${request.method} ${decodeURIComponent(url.pathname)}`);
    if (state.delay > 0) await new Promise((resolve) => setTimeout(resolve, state.delay));
    const refusal = state.refuseNext;
    if (refusal) {
      state.refuseNext = null;
      return send(response, refusal.status, refusal);
    }
    if (!tokens.has((request.headers.authorization ?? "").replace("Bearer ", ""))) {
      send(response, 401, {
        code: "not-signed-in",
        message: "Your sign-in has run out. Sign in again.",
      });
      return;
    }
    if (url.pathname === "/api/standard-sections") {
      send(response, 200, { sections: standardSections });
      return;
    }
    const [, , , key, what, part, verb] = url.pathname.split("/").map(decodeURIComponent);
    if (key === undefined) {
      send(response, 200, { reports: state.reports });
      return;
    }
    if (key !== report.key) {
      send(response, 404, { code: "not-found", message: "There is no such report." });
      return;
    }
    if (what === undefined) {
      send(response, 200, outline());
      return;
    }
    if (what === "document") {
      send(response, 200, { fileName: "Report.docx", address: `${state.address}/word/`, made: false });
      return;
    }
    const content: unknown = JSON.parse(await text(request));
    if (what === "fragments") {
      send(response, 200, await fragment(content as FragmentRequest));
      return;
    }
    if (what === "order") {
      const { keys } = content as SectionOrder;
      state.sections.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
      for (const [index, section] of state.sections.entries())
        state.sections[index] = { ...section, order: index + 1, version: `${Number(section.version) + 1}` };
      send(response, 200, outline());
      return;
    }
    if (verb === "merge") return merge(response, part ?? "", content as SectionMergeRequest);
    if (what === "sections") return save(response, part ?? "", content as SectionSave);
    send(response, 404, { code: "not-found", message: "There is nothing here." });
  }

  function merge(response: ServerResponse, key: string, { ooxml, base }: SectionMergeRequest): void {
    const section = state.sections.find((one) => one.key === key);
    if (!section) {
      send(response, 404, { code: "not-found", message: "There is no such section." });
      return;
    }
    const paragraphs = (lines: readonly string[]): SectionContent =>
      lines.filter(Boolean).map((text) => ({ kind: "paragraph", runs: [{ text }] }));
    const yours = paragraphs(wordsOf(ooxml).slice(1));
    const theirs = paragraphs(section.text.split("\n"));
    const before = paragraphs(linesOf(base));
    const answer: SectionMerge = {
      key,
      pieces: mergeSections(before, yours, theirs).map((piece) =>
        piece.kind === "agreed"
          ? { kind: "agreed", html: renderSectionHtml(piece.content) }
          : {
              kind: "conflict",
              base: renderSectionHtml(piece.base),
              yours: renderSectionHtml(piece.yours),
              theirs: renderSectionHtml(piece.theirs),
            },
      ),
      yours: renderSectionHtml(yours),
      theirs: renderSectionHtml(theirs),
      theirVersion: section.version,
      theirHash: testHash(renderSectionHtml(theirs)),
      notes: /<w:drawing|w:footnoteReference/.test(ooxml) ? [{ kind: "a picture", place: "the start" }] : [],
    };
    send(response, 200, answer);
  }

  function fragment({ parts, texts }: FragmentRequest): ReturnType<typeof fragmentOf> {
    const ofSection = (section: RecordSection): TestSection => ({
      key: section.key,
      tag: section.tag,
      heading: section.heading,
      text: texts?.[section.key] === undefined ? section.text : linesOf(texts[section.key] ?? "").join("\n"),
      base: testHtml(section.text),
      version: section.version,
    });
    const ofTable = (table: TableOutline): TestSection => ({
      key: table.key,
      tag: `tab-${table.key.replace(/\W/g, "")}`,
      heading: table.title,
      text: "Figures in £000.",
      version: table.version,
      kind: "table",
      extra: [
        {
          table: [
            ["Year", "Budget"],
            ["2026/27", "1,240"],
          ],
        },
      ],
    });
    const others = [...standardSections, ...extracts].map(
      ({ key, title, opening }): TestSection => ({
        key,
        tag: `std-${key.replace(/\W/g, "")}`,
        heading: title,
        text: opening,
        kind: key.startsWith("EXT") ? "table" : "section",
      }),
    );
    const all = state.sections.flatMap((section) => [
      ofSection(section),
      ...tables.filter((table) => table.sectionKey === section.key).map(ofTable),
    ]);
    return fragmentOf(parts === "all" ? all : [...all, ...others].filter((one) => parts.includes(one.key)));
  }

  function save(response: ServerResponse, key: string, saved: SectionSave): void {
    const index = state.sections.findIndex((section) => section.key === key);
    const section = state.sections[index];
    if (!section) {
      send(response, 404, { code: "not-found", message: "There is no such section." });
      return;
    }
    const ooxml = "ooxml" in saved ? saved.ooxml : "";
    const words = "html" in saved ? linesOf(saved.html) : wordsOf(ooxml).slice(1);
    const html = testHtml(words.join("\n"));
    const theirs = testHtml(section.text);
    if (saved.baseVersion !== section.version && saved.baseHash !== testHash(theirs)) {
      send(response, 409, {
        code: "changed-elsewhere",
        message: "Sam Finance changed this section while you were writing.",
        yours: html,
        theirs,
        theirVersion: section.version,
      });
      return;
    }
    const version = `${Number(section.version) + 1}`;
    const changed = html !== theirs;
    state.sections[index] = { ...section, text: words.join("\n"), version, opening: words[0] ?? "" };
    const notes = /w:comment/.test(ooxml) ? [{ kind: "a comment", place: "“The cost”" }] : [];
    send(response, 200, { key, version, hash: testHash(html), html, notes, changed });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  Object.assign(state, { address: `http://localhost:${(server.address() as AddressInfo).port}` });
  return state;
}

const clientInfo = Buffer.from(JSON.stringify({ uid: person.id, utid: tenant })).toString("base64url");

function paneSettings(address: string): PaneSettings {
  const { host } = new URL(address);
  const authority = `https://${host}/${tenant}`;
  return {
    clientId,
    authority,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify({
      issuer: `${authority}/v2.0`,
      authorization_endpoint: `${address}${issuer}/authorize`,
      token_endpoint: `${address}${issuer}/token`,
      end_session_endpoint: `${address}${issuer}/logout`,
      jwks_uri: `${address}${issuer}/keys`,
    }),
    apiScope: `api://${clientId}/access_as_user`,
  };
}

function unsigned(payload: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(payload)}.none`;
}

/** The paragraphs of a test section’s HTML. */
function linesOf(html: string): string[] {
  return [...html.matchAll(/<p>(.*?)<\/p>/g)].map((match) => match[1] ?? "");
}

/** The paragraphs of a section’s package, as far as a test needs them. */
function wordsOf(ooxml: string): string[] {
  const content = /<w:sdtContent[\s\S]*<\/w:sdtContent>/.exec(ooxml)?.[0] ?? "";
  const paragraphs = content.match(/<w:p[ >][\s\S]*?<\/w:p>/g) ?? [];
  return paragraphs
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(""),
    )
    .filter((line) => line !== "");
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  let content = await readFile(join("addin/dist", name), "utf8");
  if (name === "task-pane.html") content = content.replace("__OFFICE_JS__", "/word/office.js");
  response.writeHead(200, {
    "content-type": types[extname(name)] ?? "application/octet-stream",
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  });
  response.end(content);
}

function send(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(content));
}
