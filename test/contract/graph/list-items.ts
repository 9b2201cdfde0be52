import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Caller, CONTRACT_COLUMNS, type Connect, type GraphConnection, graphClient } from "./connection.ts";

export function listItems(connect: Connect): void {
  describe("list items", () => {
    let connection: GraphConnection;
    let graph: Caller;
    let list: Awaited<ReturnType<Caller["makeList"]>>;
    let number = 0;

    beforeAll(async () => {
      connection = await connect();
      graph = new Caller(connection);
      list = await graph.makeList(CONTRACT_COLUMNS);
    });
    afterAll(async () => {
      await graph.removeList(list);
      await connection.close();
    });
    beforeEach(() => {
      number += 1;
    });

    const add = (fields: object) => graph.post(list.items, { fields });
    const key = (mark: string) => `${mark}-${number}`;
    const fieldsOf = async (id: string, names = "") =>
      (await graph.get(`${list.items}/${id}?$expand=fields${names ? `($select=${names})` : ""}`)).body.fields;

    it("a new item is 201, with an id as text and one ETag at item and fields", async () => {
      const made = await add({ Title: "Annual report", Key: key("A") });
      expect(made.status).toBe(201);
      expect(made.body.id).toMatch(/^\d+$/);
      expect(made.body.eTag).toMatch(/^".+,1"$/);
      expect(made.body.fields["@odata.etag"]).toBe(made.body.eTag);
      expect(made.body.createdDateTime).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
      expect(made.body.parentReference.siteId).toBeTruthy();
    });

    it("empty fields are absent, not null, whether never written or emptied", async () => {
      const { body } = await add({ Key: key("A"), ReportKey: "R", Loose: "words" });
      const patch = { Loose: null, ReportKey: "" };
      await graph.send("PATCH", `${list.items}/${body.id}/fields`, patch);
      const fields = await fieldsOf(body.id);
      for (const name of ["Loose", "ReportKey", "State", "Title"]) expect(fields).not.toHaveProperty(name);
    });

    it("a choice of fields brings those and no system members", async () => {
      const { body } = await add({ Key: key("A"), Position: 3, Exempt: true });
      const fields = await fieldsOf(body.id, "Key,Position,Exempt,Loose");
      expect(fields).toMatchObject({ Key: key("A"), Position: 3, Exempt: true });
      expect(fields).not.toHaveProperty("Modified");
      const whole = await fieldsOf(body.id);
      expect(whole).toHaveProperty("ContentType");
      expect(whole.AuthorLookupId).toMatch(/^\d+$/);
    });

    it("a collection brings no fields unless they are expanded", async () => {
      await add({ Key: key("A") });
      const page = await graph.get(`${list.items}?$top=1`);
      expect(page.body.value[0]).not.toHaveProperty("fields");
    });

    it("a field's name is the column's own, letter for letter, in writing, filtering and selecting", async () => {
      const written = await add({ key: key("A") });
      expect([written.status, written.body.error.code]).toEqual([400, "invalidRequest"]);
      expect((await graph.get(`${list.items}?$filter=fields/reportkey eq 'R'`)).status).toBe(400);
      expect((await graph.get(`${list.items}?$expand=fields($select=reportKey)`)).status).toBe(400);
    });

    it("values of the wrong type, outside the choices, or too long are 400 and nothing is written", async () => {
      const refused = [
        { Position: "three" },
        { State: "Nearly" },
        { Exempt: "yes" },
        { Key: "K".repeat(41) },
        { Loose: "L".repeat(256) },
        { RecordedAt: "next Tuesday" },
        { Body: "B".repeat(70_000) },
        { Title: 5 },
      ];
      for (const fields of refused) {
        const answer = await add({ ReportKey: key("REFUSED"), ...fields });
        expect([answer.status, Object.keys(fields)]).toEqual([400, Object.keys(fields)]);
      }
      const found = await graph.get(`${list.items}?$filter=fields/ReportKey eq '${key("REFUSED")}'`);
      expect(found.body.value).toEqual([]);
    });

    it("a plain note holds 60,000 characters unchanged", async () => {
      const text = "Ünïcödé and <b>markup</b>\n".repeat(2_300);
      const { body } = await add({ Key: key("A"), Body: text });
      expect((await fieldsOf(body.id, "Body")).Body).toBe(text);
    });

    it("a hyperlink cannot be written", async () => {
      const refused = await add({
        Key: key("A"),
        Address: { Url: "https://council.example", Description: "x" },
      });
      expect(refused.status).toBe(400);
    });

    it("an instant keeps whole seconds, in UTC", async () => {
      const { body } = await add({ Key: key("A"), RecordedAt: "2026-12-08T10:00:00.789Z" });
      expect((await fieldsOf(body.id, "RecordedAt")).RecordedAt).toBe("2026-12-08T10:00:00Z");
    });

    it("a value that must be unique is refused the second time, on creating and on changing", async () => {
      const first = await add({ Key: key("TWICE") });
      expect(first.status).toBe(201);
      const second = await add({ Key: key("TWICE") });
      expect(second.status).toBeGreaterThanOrEqual(400);
      const other = await add({ Key: key("ONCE") });
      const changed = await graph.send("PATCH", `${list.items}/${other.body.id}/fields`, {
        Key: key("TWICE"),
      });
      expect(changed.status).toBeGreaterThanOrEqual(400);
      expect((await fieldsOf(other.body.id, "Key")).Key).toBe(key("ONCE"));
      const same = await graph.send("PATCH", `${list.items}/${first.body.id}/fields`, {
        Key: key("TWICE"),
        Position: 1,
      });
      expect(same.status).toBe(200);
    });

    it("both forms of PATCH change the fields that are sent and no others", async () => {
      const { body } = await add({ Key: key("A"), Loose: "before", Position: 1 });
      const flat = await graph.send("PATCH", `${list.items}/${body.id}/fields`, { Loose: "flat" });
      expect([flat.status, flat.body.Loose, flat.body.Position]).toEqual([200, "flat", 1]);
      const nested = await graph.send("PATCH", `${list.items}/${body.id}`, { fields: { Loose: "nested" } });
      expect(nested.status).toBe(200);
      expect(await fieldsOf(body.id, "Loose,Position")).toMatchObject({ Loose: "nested", Position: 1 });
    });

    it("If-Match with a stale ETag is 412 resourceModified and writes nothing; the current one is taken", async () => {
      const { body } = await add({ Key: key("A"), Loose: "first" });
      const address = `${list.items}/${body.id}/fields`;
      const mine = await graph.send("PATCH", address, { Loose: "second" }, { "If-Match": body.eTag });
      expect(mine.status).toBe(200);
      const late = await graph.send("PATCH", address, { Loose: "lost" }, { "If-Match": body.eTag });
      expect([late.status, late.body.error.code]).toEqual([412, "resourceModified"]);
      const lateDelete = await graph.send("DELETE", `${list.items}/${body.id}`, undefined, {
        "If-Match": body.eTag,
      });
      expect(lateDelete.status).toBe(412);
      expect((await fieldsOf(body.id, "Loose")).Loose).toBe("second");
      expect(mine.body["@odata.etag"]).not.toBe(body.eTag);
    });

    it("without If-Match the last writer wins", async () => {
      const { body } = await add({ Key: key("A"), Loose: "first" });
      await graph.send("PATCH", `${list.items}/${body.id}/fields`, { Loose: "second" });
      await graph.send("PATCH", `${list.items}/${body.id}/fields`, { Loose: "third" });
      expect((await fieldsOf(body.id, "Loose")).Loose).toBe("third");
    });

    it("a deleted item is 204 without a body, then 404", async () => {
      const { body } = await add({ Key: key("A") });
      const deleted = await graph.send("DELETE", `${list.items}/${body.id}`);
      expect([deleted.status, deleted.body]).toEqual([204, undefined]);
      expect((await graph.get(`${list.items}/${body.id}`)).status).toBe(404);
      expect((await add({ Key: key("A") })).status).toBe(201);
    });

    it("every change makes a version, newest first, and an older one can be restored", async () => {
      const { body } = await add({ Key: key("A"), Loose: "one" });
      await graph.send("PATCH", `${list.items}/${body.id}/fields`, { Loose: "two" });
      const { value } = (await graph.get(`${list.items}/${body.id}/versions?$expand=fields`)).body;
      expect(value.map((version: { id: string }) => version.id)).toEqual(["2.0", "1.0"]);
      expect(value[1].fields.Loose).toBe("one");
      expect(value[0].lastModifiedDateTime).toBeTruthy();
      const restored = await graph.send("POST", `${list.items}/${body.id}/versions/1.0/restoreVersion`);
      expect(restored.status).toBe(204);
      expect((await fieldsOf(body.id, "Loose")).Loose).toBe("one");
      expect((await graph.get(`${list.items}/${body.id}/versions`)).body.value).toHaveLength(3);
    });

    it("Microsoft's client creates, changes and reads an item", async () => {
      const client = graphClient(connection);
      const made = await client.api(list.items).post({ fields: { Key: key("A"), Position: 7 } });
      await client
        .api(`${list.items}/${made.id}/fields`)
        .header("If-Match", made.eTag)
        .patch({ Position: 8 });
      const read = await client.api(`${list.items}/${made.id}`).expand("fields($select=Position)").get();
      expect(read.fields.Position).toBe(8);
      const late = client
        .api(`${list.items}/${made.id}/fields`)
        .header("If-Match", made.eTag)
        .patch({ Position: 9 });
      await expect(late).rejects.toMatchObject({ statusCode: 412, code: "resourceModified" });
    });
  });
}
