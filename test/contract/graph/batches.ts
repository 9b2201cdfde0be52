import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Caller, CONTRACT_COLUMNS, type Connect, type GraphConnection } from "./connection.ts";

interface InnerResponse {
  id: string;
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: what the service sends is what the tests look into
  body?: any;
}

export function batches(connect: Connect): void {
  describe("batches", () => {
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

    const headers = { "Content-Type": "application/json" };
    const post = (id: string, fields: object, more: object = {}) => ({
      id,
      method: "POST",
      url: list.items,
      headers,
      body: { fields },
      ...more,
    });
    const run = async (requests: readonly object[]) => {
      const answer = await graph.post("/$batch", { requests });
      const responses: InnerResponse[] = answer.body.responses ?? [];
      return {
        status: answer.status,
        body: answer.body,
        of: (id: string) => responses.find((one) => one.id === id),
      };
    };

    it("twenty requests run in one, each with its own status, and the answer is 200 though some failed", async () => {
      const requests = Array.from({ length: 20 }, (_, index) =>
        post(`r${index}`, { Key: `B-${index % 19}` }),
      );
      const { status, of } = await run(requests);
      expect(status).toBe(200);
      expect(of("r3")?.status).toBe(201);
      expect(of("r3")?.body.fields.Key).toBe("B-3");
      const failures = requests.filter((request) => (of(request.id)?.status ?? 0) >= 400);
      expect(failures).toHaveLength(1);
    });

    it("Content-Type is written so in inner headers, and a 204 has no body", async () => {
      const made = await graph.post(list.items, { fields: { Key: "B-DELETE" } });
      const { of } = await run([
        { id: "read", method: "GET", url: `${list.items}/${made.body.id}` },
        { id: "gone", method: "DELETE", url: `${list.items}/${made.body.id}`, dependsOn: ["read"] },
      ]);
      expect(of("read")?.headers["Content-Type"]).toContain("application/json");
      expect(of("gone")?.status).toBe(204);
      expect(of("gone")?.body ?? undefined).toBeUndefined();
    });

    it("a malformed batch is 400 as a whole and nothing of it runs", async () => {
      const many = Array.from({ length: 21 }, (_, index) => post(`m${index}`, { Key: `B-MANY-${index}` }));
      const malformed: readonly object[][] = [
        many,
        [post("same", { Key: "B-BAD-1" }), post("SAME", { Key: "B-BAD-2" })],
        [{ ...post("bare", { Key: "B-BAD-3" }), headers: {} }],
        [post("first", { Key: "B-BAD-4" }), post("second", { Key: "B-BAD-5" }, { dependsOn: ["nowhere"] })],
      ];
      for (const requests of malformed) expect((await run(requests)).status).toBe(400);
      const written = await graph.get(`${list.items}?$filter=startswith(fields/Key,'B-BAD')`);
      expect(written.body.value).toEqual([]);
    });

    it("what depends on a failed request is 424, and the rest runs", async () => {
      const { of } = await run([
        post("bad", { Position: "text" }),
        post("after", { Key: "B-AFTER" }, { dependsOn: ["bad"] }),
        post("later", { Key: "B-LATER" }, { dependsOn: ["after"] }),
      ]);
      expect([of("bad")?.status, of("after")?.status, of("later")?.status]).toEqual([400, 424, 424]);
    });

    it("a report, its sections and its tables come in one request", async () => {
      await run(
        [1, 2, 3].map((index) =>
          post(`s${index}`, { Key: `S-${index}`, ReportKey: "CAB/2026/1", Position: index }),
        ),
      );
      const filter = encodeURIComponent("fields/ReportKey eq 'CAB/2026/1'");
      const { of } = await run([
        { id: "list", method: "GET", url: list.path },
        {
          id: "sections",
          method: "GET",
          url: `${list.items}?$filter=${filter}&$expand=fields($select=Key)&$top=100`,
        },
      ]);
      expect(of("list")?.body.id).toBe(list.id);
      expect(of("sections")?.body.value).toHaveLength(3);
    });

    it("If-Match counts inside a batch", async () => {
      const made = await graph.post(list.items, { fields: { Key: "B-TAG" } });
      const patch = { method: "PATCH", url: `${list.items}/${made.body.id}/fields`, body: { Loose: "x" } };
      const { of } = await run([
        { id: "1", ...patch, headers: { ...headers, "If-Match": made.body.eTag } },
        { id: "2", ...patch, headers: { ...headers, "If-Match": made.body.eTag }, dependsOn: ["1"] },
      ]);
      expect([of("1")?.status, of("2")?.status]).toEqual([200, 412]);
    });
  });
}
