import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Caller, CONTRACT_COLUMNS, type Connect, type GraphConnection, graphClient } from "./connection.ts";

export function listsAndColumns(connect: Connect): void {
  describe("sites, lists and columns", () => {
    let connection: GraphConnection;
    let graph: Caller;
    let list: Awaited<ReturnType<Caller["makeList"]>>;

    beforeAll(async () => {
      connection = await connect();
      graph = new Caller(connection);
      list = await graph.makeList(CONTRACT_COLUMNS);
    });
    afterAll(async () => {
      await graph.removeList(list);
      await connection.close();
    });

    it("a site is found by its path, and its id is host, site collection and web", async () => {
      const found = await graph.get(`/sites/${connection.siteHost}:${connection.sitePath}`);
      expect(found.status).toBe(200);
      expect(found.body.id).toBe(connection.siteId);
      expect(found.body.id).toMatch(/^[^,]+,[0-9a-f-]{36},[0-9a-f-]{36}$/i);
      const missing = await graph.get(`/sites/${connection.siteHost}:/sites/there-is-no-such-site`);
      expect([missing.status, missing.body.error.code]).toEqual([404, "itemNotFound"]);
    });

    it("colon addressing goes on after the site's path", async () => {
      const found = await graph.get(`/sites/${connection.siteHost}:${connection.sitePath}:/lists/${list.id}`);
      expect([found.status, found.body.id]).toEqual([200, list.id]);
    });

    it("a list comes with its columns when they are expanded, by id or by title", async () => {
      for (const name of [list.id, encodeURIComponent(list.displayName)]) {
        const found = await graph.get(`${graph.site}/lists/${name}?$expand=columns`);
        expect(found.status).toBe(200);
        expect(found.body.list.template).toBe("genericList");
        const key = found.body.columns.find((column: { name: string }) => column.name === "Key");
        expect(key).toMatchObject({ indexed: true, enforceUniqueValues: true, text: { maxLength: 40 } });
        expect(found.body.columns.map((column: { name: string }) => column.name)).toContain("Title");
      }
    });

    it("Microsoft's client reads the list", async () => {
      const found = await graphClient(connection).api(`${list.path}?$expand=columns`).get();
      expect(found.displayName).toBe(list.displayName);
    });

    it("sending a list's name is refused: the server gives it", async () => {
      const refused = await graph.post(`${graph.site}/lists`, { name: "x", displayName: "x" });
      expect(refused.status).toBe(400);
    });

    it("a second list of the same title is refused with nameAlreadyExists", async () => {
      const refused = await graph.post(`${graph.site}/lists`, { displayName: list.displayName });
      expect([refused.status, refused.body.error.code]).toEqual([409, "nameAlreadyExists"]);
    });

    it("a column can be added, read and changed", async () => {
      const added = await graph.post(`${list.path}/columns`, {
        name: "Ward",
        text: {},
        description: "Where",
      });
      expect(added.status).toBe(201);
      const changed = await graph.send("PATCH", `${list.path}/columns/${added.body.id}`, { indexed: true });
      expect([changed.status, changed.body.indexed]).toEqual([200, true]);
      const read = await graph.get(`${list.path}/columns/${added.body.id}`);
      expect(read.body).toMatchObject({ name: "Ward", indexed: true, description: "Where" });
    });

    it("a column has exactly one type", async () => {
      for (const types of [{}, { text: {}, number: {} }]) {
        expect((await graph.post(`${list.path}/columns`, { name: "Odd", ...types })).status).toBe(400);
      }
    });

    it("unique values need an index, and notes cannot have one", async () => {
      const unindexed = await graph.post(`${list.path}/columns`, {
        name: "Odd",
        text: {},
        enforceUniqueValues: true,
      });
      expect(unindexed.status).toBe(500);
      const note = { name: "Odd", text: { allowMultipleLines: true, linesForEditing: 6 }, indexed: true };
      expect((await graph.post(`${list.path}/columns`, note)).status).toBe(400);
    });

    it("a list that does not exist is 404 itemNotFound, with innerError in camel case and the caller's id", async () => {
      const id = crypto.randomUUID();
      const missing = await graph.get(`${graph.site}/lists/${crypto.randomUUID()}`, {
        "client-request-id": id,
      });
      expect(missing.status).toBe(404);
      expect(missing.headers.get("content-type")).toContain("application/json");
      expect(missing.body.error).toMatchObject({
        code: "itemNotFound",
        innerError: { "client-request-id": id },
      });
    });

    it("a request without a token, or with a forged one, is 401", async () => {
      for (const authorization of ["", "Bearer not.a.token"]) {
        const refused = await graph.get(list.path, { Authorization: authorization });
        expect([refused.status, refused.body.error.code]).toEqual([401, "InvalidAuthenticationToken"]);
      }
    });
  });
}
