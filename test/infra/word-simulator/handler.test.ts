import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWordSimulator } from "../../../infra/local/word-simulator/create-word-simulator.ts";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const documents = new Map<string, Uint8Array>([["/Shared Documents/Report.docx", new Uint8Array([80, 75])]]);
let server: Server;

beforeAll(async () => {
  const simulator = createWordSimulator({
    readDocument: async (address) => {
      const bytes = documents.get(address);
      if (!bytes) throw new Error("There is no such document in the library.");
      return bytes;
    },
    saveDocument: async (address, bytes) => {
      documents.set(address, bytes);
    },
    paneAddress: "https://localhost:3979/addin/task-pane.html",
    listDocuments: async () => [...documents.keys()].map((address) => ({ name: "Report", address })),
  });
  server = createServer(async (incoming, response) => {
    if (!(await simulator(incoming, response))) response.writeHead(404).end("not ours");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: options.method ?? "GET",
        headers: { host: "localhost:3978", ...options.headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString("utf8"),
            headers: response.headers,
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(options.body);
  });
}

const document = `/word/document?address=${encodeURIComponent("/Shared Documents/Report.docx")}`;

describe("the simulator's handler", () => {
  it("leaves other paths to others", async () => {
    expect((await ask("/other")).text).toBe("not ours");
    expect((await ask("/wordless")).text).toBe("not ours");
  });

  it("answers only requests to a loopback name", async () => {
    for (const host of ["evil.test", "localhost.evil.test", "10.0.0.1:3978"])
      expect((await ask("/word/", { headers: { host } })).status).toBe(403);
    for (const host of ["localhost:3978", "127.0.0.1", "[::1]:3978"])
      expect((await ask("/word/", { headers: { host } })).status).toBe(200);
  });

  it("serves the page, its script and office.js, with a policy that frames the pane and nothing else", async () => {
    const page = await ask("/word/");
    expect(page.text).toContain("/word/page.js");
    expect(page.headers["content-security-policy"]).toContain("frame-src 'self' https://localhost:3979;");
    const office = await ask("/word/office.js");
    expect(office.headers["content-type"]).toContain("javascript");
    expect(office.text).toContain("OfficeOnline");
    expect((await ask("/word/page.js")).text.length).toBeGreaterThan(10_000);
    expect((await ask("/word/../create-word-simulator.ts")).status).toBe(404);
  });

  it("reads and saves documents through its callbacks", async () => {
    expect((await ask(document)).text).toBe("PK");
    const saved = await ask(document, {
      method: "PUT",
      headers: { "content-type": wordType },
      body: new Uint8Array([80, 75, 33]),
    });
    expect(saved.status).toBe(204);
    expect((await ask(document)).text).toBe("PK!");
    expect(JSON.parse((await ask("/word/documents.json")).text)).toEqual([
      { name: "Report", address: "/Shared Documents/Report.docx" },
    ]);
  });

  it("says what is wrong with a request", async () => {
    expect((await ask("/word/document?address=/none.docx")).text).toBe(
      "There is no such document in the library.",
    );
    expect((await ask("/word/document")).status).toBe(400);
    expect((await ask(document, { method: "DELETE" })).status).toBe(405);
  });

  it("refuses another site's page", async () => {
    const body = new Uint8Array([0]);
    const cross = { "content-type": wordType, "sec-fetch-site": "cross-site" };
    expect((await ask(document, { method: "PUT", headers: cross, body })).status).toBe(403);
    expect(
      (await ask(document, { method: "PUT", headers: { "content-type": "text/plain" }, body })).status,
    ).toBe(415);
    expect((await ask(document)).text).toBe("PK!");
  });
});
