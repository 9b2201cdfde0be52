import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Caller, type Connect, type GraphConnection, graphClient } from "./connection.ts";

const CONFLICT = "@microsoft.graph.conflictBehavior";
const UNIT = 327_680;

export function files(connect: Connect): void {
  describe("files of a library", () => {
    let connection: GraphConnection;
    let graph: Caller;
    let drive: string;
    const folder = `Contract ${Date.now().toString(36)}`;
    const at = (name: string) => `${drive}/root:/${encodeURIComponent(folder)}/${encodeURIComponent(name)}`;

    beforeAll(async () => {
      connection = await connect();
      graph = new Caller(connection);
      drive = `/drives/${(await graph.get(`${graph.site}/drive`)).body.id}`;
    });
    afterAll(async () => {
      await graph.send("DELETE", `${drive}/root:/${encodeURIComponent(folder)}`);
      await connection.close();
    });

    const put = (name: string, text: string, headers?: Record<string, string>, query = "") =>
      graph.send("PUT", `${at(name)}:/content${query}`, Buffer.from(text), headers);
    const download = async (address: string) => {
      const response = await fetch(address);
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const contentOf = async (name: string) => {
      const found = await graph.get(`${at(name)}:/content`);
      expect(found.status).toBe(302);
      return (await download(found.headers.get("location") ?? "")).bytes.toString();
    };

    it("a new file is 201 with its folders made, and reads back byte for byte through a redirect", async () => {
      const made = await put("Báo cáo #1.docx", "the content");
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({ name: "Báo cáo #1.docx", size: 11, file: {} });
      expect(made.body.file.mimeType).toContain("wordprocessingml");
      expect(await contentOf("Báo cáo #1.docx")).toBe("the content");
    });

    it("an item is read by path and by id, with an eTag, a cTag and a download address", async () => {
      await put("by-path.txt", "one");
      const byPath = await graph.get(at("by-path.txt"));
      expect(byPath.status).toBe(200);
      expect(byPath.body.eTag).toBeTruthy();
      expect(byPath.body.cTag).toContain("c:");
      const byId = await graph.get(`${drive}/items/${byPath.body.id}`);
      expect(byId.body.name).toBe("by-path.txt");
      expect((await download(byId.body["@microsoft.graph.downloadUrl"])).bytes.toString()).toBe("one");
      expect((await graph.get(at("nothing.txt"))).status).toBe(404);
    });

    it("writing again replaces, unless the request says fail or rename", async () => {
      const first = await put("report.docx", "one");
      const second = await put("report.docx", "two");
      expect([second.status, second.body.id]).toEqual([200, first.body.id]);
      expect(second.body.eTag).not.toBe(first.body.eTag);
      const failed = await put("report.docx", "three", {}, `?${CONFLICT}=fail`);
      expect([failed.status, failed.body.error.code]).toEqual([409, "nameAlreadyExists"]);
      const renamed = await put("report.docx", "four", {}, `?${CONFLICT}=rename`);
      expect(renamed.body.name).not.toBe("report.docx");
      expect(await contentOf("report.docx")).toBe("two");
    });

    it("If-Match with a stale eTag is 412 and the file stays", async () => {
      const first = await put("shared.docx", "one");
      expect((await put("shared.docx", "two", { "If-Match": first.body.eTag })).status).toBe(200);
      const late = await put("shared.docx", "lost", { "If-Match": first.body.eTag });
      expect([late.status, late.body.error.code]).toEqual([412, "resourceModified"]);
      expect(await contentOf("shared.docx")).toBe("two");
    });

    it("a folder lists its children", async () => {
      await put("child-a.txt", "a");
      const { body } = await graph.get(`${drive}/root:/${encodeURIComponent(folder)}:/children?$select=name`);
      expect(body.value.map((child: { name: string }) => child.name)).toContain("child-a.txt");
    });

    it("part of a file can be downloaded", async () => {
      const made = await put("range.txt", "0123456789");
      const { body } = await graph.get(`${drive}/items/${made.body.id}`);
      const response = await fetch(body["@microsoft.graph.downloadUrl"], { headers: { Range: "bytes=2-4" } });
      expect([response.status, await response.text()]).toEqual([206, "234"]);
    });

    it("Microsoft's client writes a file and follows the redirect to read it", async () => {
      const client = graphClient(connection);
      const bytes = randomBytes(5_000);
      await client.api(`${at("client.docx")}:/content`).put(bytes);
      const stream: ReadableStream<Uint8Array> = await client
        .api(`${at("client.docx")}:/content`)
        .getStream();
      expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(bytes)).toBe(true);
    });

    it("an upload session takes fragments in order, tells what it expects, and makes the file at the end", async () => {
      const bytes = randomBytes(UNIT + 1_000);
      const session = await graph.send("POST", `${at("large.docx")}:/createUploadSession`, {
        item: { [CONFLICT]: "replace" },
      });
      expect(session.status).toBe(200);
      const { uploadUrl } = session.body;
      const send = (start: number, end: number, headers: Record<string, string> = {}) =>
        fetch(uploadUrl, {
          method: "PUT",
          headers: { "Content-Range": `bytes ${start}-${end - 1}/${bytes.length}`, ...headers },
          body: bytes.subarray(start, end),
        });
      expect((await send(0, UNIT, { Authorization: `Bearer ${await connection.token()}` })).status).toBe(401);
      const first = await send(0, UNIT);
      expect(first.status).toBe(202);
      expect(await first.json()).toMatchObject({ nextExpectedRanges: [expect.stringMatching(`^${UNIT}-`)] });
      expect((await send(0, UNIT)).status).toBe(416);
      const status = await fetch(uploadUrl);
      expect(await status.json()).toMatchObject({ nextExpectedRanges: [expect.stringMatching(`^${UNIT}-`)] });
      const last = await send(UNIT, bytes.length);
      expect([200, 201]).toContain(last.status);
      const { body } = await graph.get(at("large.docx"));
      expect((await download(body["@microsoft.graph.downloadUrl"])).bytes.equals(bytes)).toBe(true);
    });

    it("an upload session for a taken name ends in 409 unless it may replace, and can be given up", async () => {
      await put("taken.docx", "here already");
      const open = async () =>
        (
          await graph.send("POST", `${at("taken.docx")}:/createUploadSession`, {
            item: { [CONFLICT]: "fail" },
          })
        ).body;
      const session = await open();
      if (session.uploadUrl) {
        const late = await fetch(session.uploadUrl, {
          method: "PUT",
          headers: { "Content-Range": "bytes 0-2/3" },
          body: "new",
        });
        expect(late.status).toBe(409);
        expect((await fetch(session.uploadUrl, { method: "DELETE" })).status).toBe(204);
        expect((await fetch(session.uploadUrl)).status).toBe(404);
      } else {
        expect(session.error.code).toBe("nameAlreadyExists");
      }
      expect(await contentOf("taken.docx")).toBe("here already");
    });
  });
}
