import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Caller, CONTRACT_COLUMNS, type Connect, type GraphConnection } from "./connection.ts";

interface Change {
  id: string;
  deleted?: { state: string };
  fields?: Record<string, unknown>;
}

export function changes(connect: Connect): void {
  describe("changes since last time", () => {
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

    /** Follows links to the end; the last word on each item stands. */
    const readOn = async (address: string) => {
      const seen = new Map<string, Change>();
      let next: string | undefined = address;
      let deltaLink = "";
      while (next) {
        const { status, body } = await graph.get(next);
        expect(status).toBe(200);
        for (const change of body.value as Change[]) seen.set(change.id, change);
        deltaLink = body["@odata.deltaLink"] ?? "";
        next = body["@odata.nextLink"];
      }
      return { seen, deltaLink };
    };
    const delta = () => `${list.items}/delta?$expand=fields($select=Key,Loose)`;
    const add = async (fields: object): Promise<string> => (await graph.post(list.items, { fields })).body.id;

    it("token=latest gives a deltaLink and no items", async () => {
      await add({ Key: "L-1" });
      const { body } = await graph.get(`${list.items}/delta?token=latest`);
      expect(body.value).toEqual([]);
      expect(body["@odata.deltaLink"]).toMatch(/^https:/);
      expect((await readOn(body["@odata.deltaLink"])).seen.size).toBe(0);
    });

    it("the first reading gives everything in pages, then only what changed, as it is now", async () => {
      const ids = await Promise.all(["C-1", "C-2", "C-3"].map((key) => add({ Key: key })));
      const first = await readOn(`${delta()}&$top=2`);
      for (const id of ids) expect(first.seen.has(id)).toBe(true);

      await graph.send("PATCH", `${list.items}/${ids[0]}/fields`, { Loose: "once" });
      await graph.send("PATCH", `${list.items}/${ids[0]}/fields`, { Loose: "twice" });
      const fresh = await add({ Key: "C-4" });
      await graph.send("DELETE", `${list.items}/${ids[2]}`);
      const second = await readOn(first.deltaLink);
      expect([...second.seen.keys()].sort()).toEqual([ids[0], ids[2], fresh].sort());
      expect(second.seen.get(ids[0] ?? "")?.fields?.Loose).toBe("twice");
      expect(second.seen.get(ids[2] ?? "")?.deleted?.state).toBeTruthy();
      expect((await readOn(second.deltaLink)).seen.size).toBe(0);
    });

    it("a token that cannot be used is 410 with a resync code and an address to start afresh from", async () => {
      const gone = await graph.get(`${list.items}/delta?token=nonsense`);
      expect(gone.status).toBe(410);
      expect(gone.body.error.code).toMatch(/^resync/);
      const { seen } = await readOn(gone.headers.get("location") ?? "");
      expect(seen.size).toBeGreaterThan(0);
    });
  });
}
