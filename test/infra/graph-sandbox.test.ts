import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type GraphSandbox,
  type GraphSandboxOptions,
  startGraphSandbox,
} from "../../infra/local/graph-sandbox/sandbox.ts";
import type { Issuer } from "../../infra/local/identity/issuer.ts";
import { AUTHOR, OFFICER, startTestIssuer, TENANT_ID } from "../builders/tenant.ts";
import { trustedCertificate } from "../builders/trusted-certificate.ts";
import { Caller, CONTRACT_COLUMNS, graphClient } from "../contract/graph/connection.ts";

type List = Awaited<ReturnType<Caller["makeList"]>>;

const SITE = { siteHost: "council.sharepoint.example", sitePath: "/sites/democratic-services" };

let certificate: Awaited<ReturnType<typeof trustedCertificate>>;
let issuer: Issuer;
let folder: string;

beforeAll(async () => {
  certificate = await trustedCertificate();
  issuer = await startTestIssuer(certificate);
  folder = await mkdtemp(join(tmpdir(), "clear-days-graph-"));
});
afterAll(async () => {
  await issuer.close();
  await certificate.forget();
  await rm(folder, { recursive: true });
});

function start(more: Partial<GraphSandboxOptions> = {}): Promise<GraphSandbox> {
  return startGraphSandbox({
    databaseFile: ":memory:",
    port: 0,
    tls: certificate,
    verifyToken: issuer.verifyGraphToken,
    tenantId: TENANT_ID,
    users: [
      { ...OFFICER, groups: ["exempt-readers"] },
      { ...AUTHOR, mail: "tom.obrien@council.example" },
    ],
    ...SITE,
    ...more,
  });
}

function callerOf(
  sandbox: GraphSandbox,
  token: () => Promise<string> = () => issuer.issueGraphAppToken(),
): Caller {
  return new Caller({
    address: sandbox.address,
    siteId: sandbox.siteId,
    ...SITE,
    token,
    close: () => sandbox.close(),
  });
}

async function fill(graph: Caller, list: List, fields: readonly object[]): Promise<void> {
  for (let from = 0; from < fields.length; from += 20) {
    const requests = fields.slice(from, from + 20).map((one, index) => ({
      id: String(index),
      method: "POST",
      url: list.items,
      headers: { "Content-Type": "application/json" },
      body: { fields: one },
    }));
    const { body } = await graph.post("/$batch", { requests });
    const failed = body.responses.find((response: { status: number }) => response.status !== 201);
    if (failed) throw new Error(JSON.stringify(failed));
  }
}

describe("limits that only show at scale", () => {
  let sandbox: GraphSandbox;
  let graph: Caller;
  let list: List;

  beforeAll(async () => {
    sandbox = await start({ viewThreshold: 50, pageSize: 40 });
    graph = callerOf(sandbox);
    list = await graph.makeList(CONTRACT_COLUMNS);
    await fill(
      graph,
      list,
      Array.from({ length: 120 }, (_, index) => ({
        Key: `T-${index}`,
        ReportKey: index < 45 ? "few" : "many",
        Loose: "x",
      })),
    );
  });
  afterAll(() => sandbox.close());

  const search = (filter: string, headers = {}) =>
    graph.get(`${list.items}?$filter=${encodeURIComponent(filter)}`, headers);

  it("a filter that offers more items than the threshold is 429, although nobody is too busy", async () => {
    expect((await search("fields/ReportKey eq 'few'")).status).toBe(200);
    const refused = await search("fields/ReportKey eq 'many'");
    expect([refused.status, refused.body.error.message]).toEqual([429, "The request has been throttled"]);
    expect(refused.headers.get("retry-after")).toBeNull();
  });

  it("above the threshold the Prefer header no longer helps", async () => {
    const prefer = { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };
    expect((await search("fields/Loose eq 'x'", prefer)).status).toBe(429);
  });

  it("reading page by page has no threshold, and a page is as long as the service says", async () => {
    const first = await graph.get(list.items);
    expect(first.body.value).toHaveLength(40);
    const whole = await graph.get(`${list.items}?$top=9000`);
    expect(whole.body.value).toHaveLength(120);
    expect(whole.body).not.toHaveProperty("@odata.nextLink");
  });

  it("ordering by an indexed column goes on over pages", async () => {
    const first = await graph.get(
      `${list.items}?$orderby=fields/Key desc&$top=100&$expand=fields($select=Key)`,
    );
    const second = await graph.get(first.body["@odata.nextLink"]);
    const keys = [...first.body.value, ...second.body.value].map((item) => item.fields.Key);
    expect(keys).toHaveLength(120);
    expect(keys).toEqual([...keys].sort().reverse());
  });

  it("comparing id is 500, and ordering by id is taken and ignored", async () => {
    expect((await search("id gt 5")).status).toBe(500);
    const ordered = await graph.get(`${list.items}?$orderby=id desc&$top=1`);
    expect([ordered.status, ordered.body.value[0].id]).toEqual([200, "1"]);
  });

  it("a filter names one indexed field at a time, unless the sandbox is told to be lenient", async () => {
    const filter = "fields/ReportKey eq 'few' and startswith(fields/Key,'T-1')";
    expect((await search(filter)).status).toBe(400);
    const lenient = await start({ severalFieldsInFilter: true });
    const other = callerOf(lenient);
    const small = await other.makeList(CONTRACT_COLUMNS);
    await fill(other, small, [
      { Key: "T-1", ReportKey: "few" },
      { Key: "T-2", ReportKey: "few" },
    ]);
    const found = await other.get(`${small.items}?$filter=${encodeURIComponent(filter)}`);
    expect(found.body.value).toHaveLength(1);
    await lenient.close();
  });

  it("a list has at most twenty indexes", async () => {
    const columns = Array.from({ length: 20 }, (_, index) => ({
      name: `Column${index}`,
      text: {},
      indexed: true,
    }));
    const wide = await graph.makeList(columns);
    const refused = await graph.post(`${wide.path}/columns`, { name: "OneMore", text: {}, indexed: true });
    expect(refused.status).toBe(400);
  });
});

describe("values with a surprise in them", () => {
  let sandbox: GraphSandbox;
  let graph: Caller;
  let list: List;

  beforeAll(async () => {
    sandbox = await start();
    graph = callerOf(sandbox);
    list = await graph.makeList([
      { name: "Day", dateTime: { format: "dateOnly" } },
      { name: "Rich", text: { allowMultipleLines: true, linesForEditing: 6, textType: "richText" } },
      { name: "Owner", personOrGroup: {}, indexed: true },
    ]);
  });
  afterAll(() => sandbox.close());

  const kept = async (fields: object) => (await graph.post(list.items, { fields })).body.fields;

  it("a date-only value is midnight in London, so a summer day reads back as the evening before", async () => {
    expect((await kept({ Day: "2026-07-01" })).Day).toBe("2026-06-30T23:00:00Z");
    expect((await kept({ Day: "2026-12-08" })).Day).toBe("2026-12-08T00:00:00Z");
  });

  it("rich text comes back wrapped in markup", async () => {
    expect((await kept({ Rich: "words" })).Rich).toBe('<div class="ExternalClass">words</div>');
  });

  it("a person is written and read by LookupId, and comes back as text", async () => {
    expect((await kept({ OwnerLookupId: 6 })).OwnerLookupId).toBe("6");
    expect((await graph.post(list.items, { fields: { Owner: "Priya" } })).status).toBe(400);
  });

  it("filtering a person by text filters nothing out", async () => {
    const all = (await graph.get(list.items)).body.value.length;
    const found = await graph.get(`${list.items}?$filter=fields/Owner eq 'Nobody'`);
    expect(found.body.value).toHaveLength(all);
    const byId = await graph.get(`${list.items}?$filter=fields/OwnerLookupId eq 6`);
    expect(byId.body.value).toHaveLength(1);
  });
});

describe("who may do what", () => {
  let sandbox: GraphSandbox;
  let service: Caller;
  let officer: Caller;
  let author: Caller;
  let list: List;

  beforeAll(async () => {
    sandbox = await start({
      libraries: ["Exempt papers"],
      access: {
        people: { lists: "read", libraries: "write" },
        restricted: [{ list: "Exempt papers", readers: ["exempt-readers"] }],
      },
    });
    service = callerOf(sandbox);
    officer = callerOf(sandbox, () => issuer.issueGraphUserToken({ oid: OFFICER.oid }));
    author = callerOf(sandbox, () => issuer.issueGraphUserToken({ oid: AUTHOR.oid }));
    list = await service.makeList(CONTRACT_COLUMNS);
    await service.post(list.items, { fields: { Key: "A-1" } });
  });
  afterAll(() => sandbox.close());

  it("people read lists and cannot write them; the service can", async () => {
    const read = await author.get(list.items);
    expect([read.status, read.body.value.length]).toEqual([200, 1]);
    for (const [method, path, body] of [
      ["POST", list.items, { fields: { Key: "A-2" } }],
      ["PATCH", `${list.items}/1/fields`, { Loose: "mine" }],
      ["DELETE", `${list.items}/1`, undefined],
      ["POST", `${list.path}/columns`, { name: "Mine", text: {} }],
    ] as const) {
      const refused = await author.send(method, path, body);
      expect([method, refused.status, refused.body.error.code]).toEqual([method, 403, "accessDenied"]);
    }
    expect((await service.get(`${list.items}/1?$expand=fields`)).body.fields).not.toHaveProperty("Loose");
  });

  it("a person's token never makes or changes lists and columns here, whatever its scope", async () => {
    const scopes = ["Sites.Manage.All", "Sites.FullControl.All"];
    const manager = callerOf(sandbox, () => issuer.issueGraphUserToken({ oid: OFFICER.oid, scopes }));
    expect((await manager.get(list.items)).status).toBe(200);
    expect((await manager.post(`${list.path}/columns`, { name: "Mine", text: {} })).status).toBe(403);
    expect((await manager.post(`${manager.site}/lists`, { displayName: "Mine" })).status).toBe(403);
  });

  it("people write in libraries that are not restricted, under their own name", async () => {
    const put = await author.send("PUT", `${author.site}/drive/root:/draft.docx:/content`, Buffer.from("x"));
    expect(put.status).toBe(201);
    expect(put.body.createdBy.user).toMatchObject({ id: AUTHOR.oid, displayName: AUTHOR.name });
    expect((await service.post(list.items, { fields: { Key: "A-3" } })).body.createdBy).toHaveProperty(
      "application",
    );
  });

  it("a restricted library is refused to people outside its group, and not even listed for them", async () => {
    const { value } = (await service.get(`${service.site}/drives`)).body;
    const drive = value.find((one: { name: string }) => one.name === "Exempt papers").id;
    await service.send("PUT", `/drives/${drive}/root:/secret.docx:/content`, Buffer.from("exempt"));
    expect((await author.get(`/drives/${drive}/root/children`)).status).toBe(403);
    expect((await author.get(`/drives/${drive}/root:/secret.docx:/content`)).status).toBe(403);
    expect((await author.get(`${author.site}/drives`)).body.value).toHaveLength(1);
    expect((await author.get(`${author.site}/lists/Exempt%20papers`)).status).toBe(403);
    expect((await officer.get(`/drives/${drive}/root/children`)).body.value).toHaveLength(1);
    const written = await officer.send(
      "PUT",
      `/drives/${drive}/root:/secret.docx:/content`,
      Buffer.from("x"),
    );
    expect(written.status).toBe(403);
  });

  it("a token without the permission is 403, whatever the site allows", async () => {
    const narrow = callerOf(sandbox, () =>
      issuer.issueGraphUserToken({ oid: AUTHOR.oid, scopes: ["User.Read"] }),
    );
    expect((await narrow.get(list.items)).status).toBe(403);
    const reader = callerOf(sandbox, () => issuer.issueGraphAppToken({ roles: ["Sites.Read.All"] }));
    expect((await reader.get(list.items)).status).toBe(200);
    expect((await reader.post(list.items, { fields: { Key: "A-4" } })).status).toBe(403);
    const writer = callerOf(sandbox, () => issuer.issueGraphAppToken({ roles: ["Sites.ReadWrite.All"] }));
    expect((await writer.post(list.items, { fields: { Key: "A-5" } })).status).toBe(201);
    expect((await writer.post(`${writer.site}/lists`, { displayName: "New" })).status).toBe(403);
  });

  it("Sites.Selected gives nothing until the site has granted it", async () => {
    const selected = () => issuer.issueGraphAppToken({ roles: ["Sites.Selected"] });
    expect((await callerOf(sandbox, selected).get(list.items)).status).toBe(403);
    const { appId } = await issuer.verifyGraphToken(await selected());
    const granting = await start({ access: { selected: { [appId]: "fullcontrol" } } });
    expect((await callerOf(granting, selected).get(`/sites/${granting.siteId}/lists`)).status).toBe(200);
    await granting.close();
  });

  it("an expired token and another tenant's token are 401", async () => {
    const expired = callerOf(sandbox, () => issuer.issueGraphAppToken({ lifetimeSeconds: -5 }));
    expect((await expired.get(list.items)).status).toBe(401);
    const ours = callerOf(sandbox, () => issuer.issueUserToken({ oid: AUTHOR.oid }));
    expect((await ours.get(list.items)).status).toBe(401);
  });

  it("/me is the signed-in person, with Graph's default properties, and no application's", async () => {
    const me = await author.get("/me");
    expect(me.body).toMatchObject({ id: AUTHOR.oid, displayName: AUTHOR.name, surname: "O'Brien" });
    expect((await service.get("/me")).status).toBe(400);
  });

  it("people are found by id, by name and by filter, in pages", async () => {
    expect((await service.get(`/users/${OFFICER.userPrincipalName}`)).body.id).toBe(OFFICER.oid);
    expect((await service.get("/users/nobody@council.example")).status).toBe(404);
    const filter = encodeURIComponent("startswith(displayName,'Tom')");
    expect((await service.get(`/users?$filter=${filter}&$select=id`)).body.value).toEqual([
      { id: AUTHOR.oid },
    ]);
    const first = await service.get("/users?$top=1");
    const second = await service.get(first.body["@odata.nextLink"]);
    expect([first.body.value[0].id, second.body.value[0].id]).toEqual([OFFICER.oid, AUTHOR.oid]);
  });
});

describe("who wrote what", () => {
  it("a refused first write leaves nobody numbered wrongly", async () => {
    const sandbox = await start({ access: { people: { lists: "write", libraries: "write" } } });
    const service = callerOf(sandbox);
    const list = await service.makeList(CONTRACT_COLUMNS);
    await service.post(list.items, { fields: { Key: "TAKEN" } });
    const [author, officer] = [AUTHOR, OFFICER].map((user) =>
      callerOf(sandbox, () => issuer.issueGraphUserToken({ oid: user.oid })),
    );
    expect((await author?.post(list.items, { fields: { Key: "TAKEN" } }))?.status).toBe(400);
    const byOfficer = await officer?.post(list.items, { fields: { Key: "OFFICER" } });
    const byAuthor = await author?.post(list.items, { fields: { Key: "AUTHOR" } });
    expect(byOfficer?.body.createdBy.user.id).toBe(OFFICER.oid);
    expect(byAuthor?.body.createdBy.user.id).toBe(AUTHOR.oid);
    expect(byAuthor?.body.fields.AuthorLookupId).not.toBe(byOfficer?.body.fields.AuthorLookupId);
    await sandbox.close();
  });

  it("the directory is asked for people's requests only, so that it may itself be read from the lists", async () => {
    let asked = 0;
    const users = async () => {
      asked += 1;
      return [OFFICER, AUTHOR];
    };
    const sandbox = await start({
      users,
      access: { restricted: [{ list: "Documents", readers: [OFFICER.oid] }] },
    });
    await callerOf(sandbox).get(`/sites/${sandbox.siteId}/lists`);
    expect(asked).toBe(0);
    const officer = callerOf(sandbox, () => issuer.issueGraphUserToken({ oid: OFFICER.oid }));
    expect((await officer.get(`/sites/${sandbox.siteId}/drive/root/children`)).status).toBe(200);
    expect(asked).toBe(1);
    await sandbox.close();
  });
});

describe("things going wrong on purpose", () => {
  let sandbox: GraphSandbox;
  let graph: Caller;
  let list: List;

  beforeAll(async () => {
    sandbox = await start();
    graph = callerOf(sandbox);
    list = await graph.makeList(CONTRACT_COLUMNS);
  });
  afterAll(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.resetRequests();
  });

  it("a 429 with Retry-After strikes as often as asked, and Microsoft's client gets through", async () => {
    sandbox.faults.add({ status: 429, retryAfterSeconds: 0, path: "/items", times: 2 });
    const read = await graphClient(graph.connection).api(list.items).get();
    expect(read.value).toEqual([]);
    expect(sandbox.requests().map((request) => request.status)).toEqual([429, 429, 200]);
  });

  it("503 and 504 come with or without Retry-After", async () => {
    sandbox.faults.add({ status: 503 });
    sandbox.faults.add({ status: 504, retryAfterSeconds: 7 });
    const [first, second] = [await graph.get(list.path), await graph.get(list.path)];
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, null]);
    expect([second.status, second.headers.get("retry-after")]).toEqual([504, "7"]);
    expect(first.body.error.code).toBe("serviceNotAvailable");
  });

  it("inside a batch one request is struck and the others run", async () => {
    sandbox.faults.add({ status: 429, retryAfterSeconds: 3, inBatch: true, method: "POST", skip: 1 });
    const requests = ["1", "2", "3"].map((id) => ({
      id,
      method: "POST",
      url: list.items,
      headers: { "Content-Type": "application/json" },
      body: { fields: { Key: `F-${id}` } },
    }));
    const { body } = await graph.post("/$batch", { requests });
    const struck = body.responses.filter((response: { status: number }) => response.status === 429);
    expect(struck).toHaveLength(1);
    expect(struck[0].headers["Retry-After"]).toBe("3");
    expect((await graph.get(`${list.items}?$filter=startswith(fields/Key,'F-')`)).body.value).toHaveLength(2);
  });

  it("after commit the answer is lost but the item is there", async () => {
    sandbox.faults.add({ status: 504, when: "afterCommit", method: "POST" });
    const lost = await graph.post(list.items, { fields: { Key: "LOST" } });
    expect(lost.status).toBe(504);
    const found = await graph.get(`${list.items}?$filter=fields/Key eq 'LOST'`);
    expect(found.body.value).toHaveLength(1);
  });

  it("Microsoft's client repeats a POST after a 504, which unique keys turn into a refusal and not a double", async () => {
    sandbox.faults.add({ status: 504, retryAfterSeconds: 0, when: "afterCommit", method: "POST" });
    const twice = graphClient(graph.connection)
      .api(list.items)
      .post({ fields: { Key: "TWICE" } });
    await expect(twice).rejects.toMatchObject({ statusCode: 400 });
    expect((await graph.get(`${list.items}?$filter=fields/Key eq 'TWICE'`)).body.value).toHaveLength(1);
  });

  it("a delta can be told to start afresh", async () => {
    sandbox.faults.add({ status: 410, path: "/delta" });
    const gone = await graph.get(`${list.items}/delta?token=whatever&$expand=fields`);
    expect([gone.status, gone.body.error.code]).toEqual([410, "resyncChangesApplyDifferences"]);
    const fresh = gone.headers.get("location") ?? "";
    expect(fresh).not.toContain("token=");
    expect(fresh).toContain("$expand=fields");
  });

  it("a proxy's HTML page has no JSON in it", async () => {
    sandbox.faults.add({ status: 502, html: true });
    const response = await fetch(`${sandbox.address}/v1.0${list.path}`, {
      headers: { Authorization: `Bearer ${await issuer.issueGraphAppToken()}` },
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
    expect(await response.text()).toContain("<html>");
  });

  it("a fault without a status is only slow", async () => {
    sandbox.faults.add({ delayMilliseconds: 60, path: list.path });
    const before = performance.now();
    expect((await graph.get(list.path)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  it("another process steers faults and counts requests with the key, off the Graph surface", async () => {
    const admin = (method: string, what: string, body?: object, key = sandbox.administrationKey) =>
      fetch(`${sandbox.address}/_sandbox/${what}`, {
        method,
        headers: { "x-sandbox-key": key },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    expect((await admin("POST", "faults", { status: 503 }, "guess")).status).toBe(403);
    expect((await admin("POST", "faults", { statsu: 503 })).status).toBe(400);
    expect((await admin("POST", "faults", { status: 503 })).status).toBe(204);
    expect((await graph.get(list.path)).status).toBe(503);
    const log = (await (await admin("GET", "requests")).json()) as object[];
    expect(log).toHaveLength(1);
    expect((await admin("DELETE", "requests")).status).toBe(204);
    expect(sandbox.requests()).toEqual([]);
    expect((await graph.get("/_sandbox/faults")).status).toBe(501);
  });

  it("what the sandbox does not imitate is 501, never an answer made up", async () => {
    const unknown = await graph.get("/sites/root/termStore");
    expect([unknown.status, unknown.body.error.code]).toEqual([501, "notSupported"]);
    expect((await graph.send("DELETE", "/me")).status).toBe(405);
  });
});

describe("counting", () => {
  it("a batch is one request in the log, with what was inside and what it cost", async () => {
    const sandbox = await start();
    const graph = callerOf(sandbox);
    const list = await graph.makeList(CONTRACT_COLUMNS);
    sandbox.resetRequests();
    const read = { method: "GET", url: `${list.items}?$top=1` };
    const { body } = await graph.post("/$batch", {
      requests: [
        { id: "a", method: "GET", url: list.path },
        { id: "b", ...read },
      ],
    });
    // Graph promises no order, so the sandbox never gives the one that was asked.
    expect(body.responses.map((response: { id: string }) => response.id)).toEqual(["b", "a"]);
    expect(sandbox.requests()).toEqual([
      {
        method: "POST",
        path: "/$batch",
        status: 200,
        resourceUnits: 3,
        batch: [
          { method: "GET", path: list.path, status: 200 },
          { method: "GET", path: read.url, status: 200 },
        ],
      },
    ]);
    await sandbox.close();
  });

  it("from 80 % of the quota answers warn, and past it they are 429 with Retry-After until the minute is over", async () => {
    let time = Date.now();
    const sandbox = await start({ resourceUnitsPerMinute: 20, now: () => new Date(time) });
    const graph = callerOf(sandbox);
    const lists = `/sites/${sandbox.siteId}/lists`;
    const answers = [];
    for (let index = 0; index < 11; index += 1) answers.push(await graph.get(lists));
    expect(answers.map((answer) => answer.headers.get("ratelimit-remaining"))).toEqual([
      ...Array.from({ length: 7 }, () => null),
      "4",
      "2",
      "0",
      "0",
    ]);
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(50);
    time += 60_000;
    expect((await graph.get(lists)).status).toBe(200);
    await sandbox.close();
  });
});

describe("lasting and lapsing", () => {
  it("everything survives a restart: lists, items, versions, delta tokens, files, numbering", async () => {
    const databaseFile = join(folder, "restart.sqlite");
    const first = await start({ databaseFile });
    const graph = callerOf(first);
    const list = await graph.makeList(CONTRACT_COLUMNS);
    const kept = await graph.post(list.items, { fields: { Key: "KEPT" } });
    const gone = await graph.post(list.items, { fields: { Key: "GONE" } });
    await graph.send("DELETE", `${list.items}/${gone.body.id}`);
    const { body } = await graph.get(`${list.items}/delta?token=latest`);
    await graph.send("PUT", `${graph.site}/drive/root:/kept.txt:/content`, Buffer.from("kept"));
    await first.close();

    const second = await start({ databaseFile, port: Number(new URL(first.address).port) });
    expect(second.siteId).toBe(first.siteId);
    const again = callerOf(second);
    expect((await again.get(`${list.items}/${kept.body.id}`)).body.eTag).toBe(kept.body.eTag);
    const added = await again.post(list.items, { fields: { Key: "NEW" } });
    expect(Number(added.body.id)).toBe(Number(gone.body.id) + 1);
    const since = await again.get(body["@odata.deltaLink"]);
    expect(since.body.value.map((item: { id: string }) => item.id)).toEqual([added.body.id]);
    expect((await again.get(`${again.site}/drive/root:/kept.txt`)).body.size).toBe(4);
    await second.close();
  });

  it("a download address lapses after a few minutes and takes no token", async () => {
    let time = Date.now();
    const sandbox = await start({ now: () => new Date(time) });
    const graph = callerOf(sandbox);
    await graph.send("PUT", `${graph.site}/drive/root:/a.txt:/content`, Buffer.from("a"));
    const address =
      (await graph.get(`${graph.site}/drive/root:/a.txt:/content`)).headers.get("location") ?? "";
    expect(new URL(address).hostname).toBe("127.0.0.1");
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address, { headers: { Authorization: "Bearer x" } })).status).toBe(401);
    expect((await fetch(address.slice(0, -3))).status).toBe(404);
    time += 6 * 60_000;
    expect((await fetch(address)).status).toBe(404);
    await sandbox.close();
  });

  it("five hundred items go in through batches in well under two seconds", async () => {
    const sandbox = await start({ databaseFile: join(folder, "speed.sqlite") });
    const graph = callerOf(sandbox);
    const list = await graph.makeList(CONTRACT_COLUMNS);
    const items = Array.from({ length: 500 }, (_, index) => ({
      Key: `S-${index}`,
      ReportKey: `R-${index % 50}`,
      Position: index,
      State: "Draft",
      Body: "A paragraph of a report. ".repeat(40),
    }));
    const before = performance.now();
    await fill(graph, list, items);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect((await graph.get(`${list.items}?$top=1000`)).body.value).toHaveLength(500);
    await sandbox.close();
  });

  it("a file that another program made is refused in words", async () => {
    const { DatabaseSync } = await import("node:sqlite");
    const databaseFile = join(folder, "foreign.sqlite");
    const foreign = new DatabaseSync(databaseFile);
    foreign.exec("PRAGMA user_version = 77");
    foreign.close();
    await expect(start({ databaseFile })).rejects.toThrow(/another version of the Graph sandbox/);
  });
});
