import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Caller, CONTRACT_COLUMNS, type Connect, type GraphConnection } from "./connection.ts";

const UNINDEXED = "HonorNonIndexedQueriesWarningMayFailRandomly";

export function searching(connect: Connect): void {
  describe("filtering and paging", () => {
    let connection: GraphConnection;
    let graph: Caller;
    let list: Awaited<ReturnType<Caller["makeList"]>>;

    beforeAll(async () => {
      connection = await connect();
      graph = new Caller(connection);
      list = await graph.makeList(CONTRACT_COLUMNS);
      const people = ["O'Brien", "Shah", "Ahmed & Sons", "Shaw", "Jones", "Price #2", "Evans"];
      for (const [index, name] of people.entries()) {
        const fields = {
          Key: `K-${index}`,
          ReportKey: name,
          Position: index,
          Loose: name,
          State: index < 3 ? "Draft" : "Cleared",
        };
        await graph.post(list.items, { fields });
      }
    });
    afterAll(async () => {
      await graph.removeList(list);
      await connection.close();
    });

    const search = (options: Record<string, string>, headers: Record<string, string> = {}) => {
      const query = Object.entries({ $expand: "fields($select=Key)", ...options })
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("&");
      return graph.get(`${list.items}?${query}`, headers);
    };
    const keys = async (filter: string, headers?: Record<string, string>) => {
      const { status, body } = await search({ $filter: filter }, headers);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body.value.map((item: { fields: { Key: string } }) => item.fields.Key).join(" ");
    };

    it.each([
      ["fields/ReportKey eq 'Shah'", "K-1"],
      ["fields/ReportKey eq 'O''Brien'", "K-0"],
      ["fields/ReportKey eq 'Ahmed & Sons'", "K-2"],
      ["fields/ReportKey eq 'Price #2'", "K-5"],
      ["startswith(fields/ReportKey,'Sha')", "K-1 K-3"],
      ["fields/Position ge 5", "K-5 K-6"],
      ["fields/Position gt 5", "K-6"],
      ["fields/Position le 1", "K-0 K-1"],
      ["fields/Position lt 1", "K-0"],
      ["fields/State ne 'Cleared'", "K-0 K-1 K-2"],
      ["fields/Position ge 2 and fields/Position lt 4", "K-2 K-3"],
      ["fields/ReportKey eq 'Shah' or fields/ReportKey eq 'Jones'", "K-1 K-4"],
      ["(fields/Position eq 0 or fields/Position eq 6) and fields/Position gt 3", "K-6"],
    ])("the filter %s finds %s", async (filter, expected) => {
      expect(await keys(filter)).toBe(expected);
    });

    it("a column without an index is 400 in a filter or an order, and the message names the Prefer header", async () => {
      for (const options of [{ $filter: "fields/Loose eq 'Shah'" }, { $orderby: "fields/Loose" }]) {
        const refused = await search(options);
        expect([refused.status, refused.body.error.code]).toEqual([400, "invalidRequest"]);
        expect(refused.body.error.message).toContain("not indexed");
        expect(refused.body.error.message).toContain(UNINDEXED);
      }
    });

    it("the Prefer header lets a small list be searched without an index", async () => {
      expect(await keys("fields/Loose eq 'Shah'", { Prefer: UNINDEXED })).toBe("K-1");
    });

    it("operators beyond the documented ones are refused", async () => {
      for (const filter of [
        "contains(fields/ReportKey,'h')",
        "endswith(fields/ReportKey,'h')",
        "fields/ReportKey in ('Shah')",
        "not(fields/ReportKey eq 'Shah')",
        "fields/ReportKey eq",
        "fields/Position eq 'two'",
      ]) {
        expect([filter, (await search({ $filter: filter })).status]).toEqual([filter, 400]);
      }
    });

    it("createdDateTime and fields/id are not filterable", async () => {
      expect((await search({ $filter: "createdDateTime gt 2020-01-01T00:00:00Z" })).status).toBe(400);
      expect((await search({ $filter: "fields/ID gt 1" })).status).toBe(400);
    });

    it("pages follow an absolute link with an opaque token until there is none, each item once", async () => {
      const seen: string[] = [];
      let next: string | undefined =
        `${connection.address}/v1.0${list.items}?$top=3&$expand=fields($select=Key)`;
      let pages = 0;
      while (next) {
        expect(next.startsWith("https://")).toBe(true);
        const { body } = await graph.get(next);
        seen.push(...body.value.map((item: { fields: { Key: string } }) => item.fields.Key));
        next = body["@odata.nextLink"];
        pages += 1;
      }
      expect(pages).toBe(3);
      expect(seen).toEqual(["K-0", "K-1", "K-2", "K-3", "K-4", "K-5", "K-6"]);
    });

    it("a filter goes on over its pages", async () => {
      const first = await search({ $filter: "fields/Position ge 2", $top: "3" });
      const second = await graph.get(first.body["@odata.nextLink"]);
      expect(second.body.value.map((item: { fields: { Key: string } }) => item.fields.Key)).toEqual([
        "K-5",
        "K-6",
      ]);
      expect(second.body).not.toHaveProperty("@odata.nextLink");
    });

    it("$count and $skip are refused, and items/$count is 404", async () => {
      const counted = await graph.get(`${list.items}?$count=true`);
      expect(counted.status).toBe(400);
      expect(counted.body.error.message).toContain("$count is not supported on this API");
      expect((await graph.get(`${list.items}?$skip=2`)).status).toBe(400);
      const path = await graph.get(`${list.items}/$count`);
      expect([path.status, path.body.error.code]).toEqual([404, "itemNotFound"]);
    });

    it("an option written without its dollar sign is refused", async () => {
      expect((await graph.get(`${list.items}?expand=fields(select=Key)`)).status).toBe(400);
    });

    it("a list brings its items along when they are expanded", async () => {
      const { body } = await graph.get(`${list.path}?$expand=columns,items($expand=fields($select=Key))`);
      expect(body.items).toHaveLength(7);
      expect(body.items[0].fields.Key).toBe("K-0");
      expect(body.columns.length).toBeGreaterThan(7);
    });
  });
}
