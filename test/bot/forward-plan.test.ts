import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoopbackConnector, openLoopbackConnector } from "../../infra/cli/bench/loopback-connector.ts";
import { type LocalService, startLocalService } from "../../infra/cli/bench/start-local-service.ts";
import { localPeople } from "../../infra/local/local-council.ts";
import type { PublishedPlan } from "../../shared/contracts/forward-plan-api.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

interface SearchAnswer {
  readonly composeExtension: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: { readonly type: string; readonly body: readonly unknown[] };
      readonly preview: { readonly content: { readonly title: string; readonly text: string } };
    }[];
  };
}

const items = [
  anItem({ title: "Library Service Review", wards: ["Linacre"] }),
  anItem({ title: "Highways Maintenance", by: "Cabinet Member – Locality", on: "2018-08-14" }),
  anItem({ title: "Depot <b>Sale</b>", on: "2018-09-06", secrecy: "part-exempt", exemptParagraphs: [3] }),
];

let service: LocalService;
let connector: LoopbackConnector;

beforeAll(async () => {
  connector = await openLoopbackConnector();
  service = await startLocalService(async ({ records }) => {
    await records.addForwardPlan(anEdition(), items);
  });
});
afterAll(async () => {
  await service?.close();
  await connector?.close();
});

async function invoke(value: unknown, signed = true): Promise<Response> {
  const { serviceUrl } = connector;
  const token = await service.platform.issuer.signBotActivityToken({ serviceUrl });
  return fetch(`${service.botAddress}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(signed ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({
      type: "invoke",
      name: "composeExtension/query",
      id: "invoke-1",
      channelId: "msteams",
      serviceUrl,
      from: { id: "29:someone", name: "Someone" },
      conversation: { id: "chat-of-members", conversationType: "groupChat" },
      recipient: { id: "28:bot", name: "Clear Days" },
      value,
    }),
  });
}

async function search(words: string, queryOptions = {}): Promise<SearchAnswer["composeExtension"]> {
  const parameters =
    words === "" ? [{ name: "initialRun", value: "true" }] : [{ name: "words", value: words }];
  const response = await invoke({ commandId: "searchForwardPlan", parameters, queryOptions });
  expect(response.status).toBe(200);
  return ((await response.json()) as SearchAnswer).composeExtension;
}

const titles = ({ attachments = [] }: SearchAnswer["composeExtension"]): string[] =>
  attachments.map(({ preview }) => preview.content.title);

describe("the search of the Forward Plan in Teams", () => {
  it("shows the whole plan before anything is typed, in its order, with who decides and when", async () => {
    const answer = await search("");
    expect(titles(answer)).toEqual(["Library Service Review", "Highways Maintenance", "Depot ‹b›Sale‹/b›"]);
    expect(answer.attachments?.[1]?.preview.content.text).toBe("Cabinet Member – Locality, 14 Aug 2018");
    expect(answer.attachments?.[2]?.preview.content.text).toContain("Part exempt");
  });

  it.each([
    ["lib", ["Library Service Review"]],
    ["linacre", ["Library Service Review"]],
    ["locality high", ["Highways Maintenance"]],
    ["highwys", ["Highways Maintenance"]],
  ])("finds while %o is typed", async (words, found) => {
    expect(titles(await search(words))).toEqual(found);
  });

  it("puts the item’s card into the message", async () => {
    const [found] = (await search("library")).attachments ?? [];
    expect(found?.content.type).toBe("AdaptiveCard");
    expect(JSON.stringify(found?.content.body)).toContain("Robin Marsh");
  });

  it("pages, and ends with an empty list", async () => {
    expect(titles(await search("", { skip: 1, count: 1 }))).toEqual(["Highways Maintenance"]);
    const past = await search("", { skip: 25, count: 25 });
    expect(past).toMatchObject({ type: "result", attachments: [] });
  });

  it("says when nothing matches", async () => {
    expect(await search("zeppelin")).toMatchObject({
      type: "message",
      text: expect.stringContaining("Nothing"),
    });
  });

  it("refuses other commands, and activities that nobody signed", async () => {
    expect((await invoke({ commandId: "everything" })).status).toBe(400);
    expect((await invoke({ commandId: "searchForwardPlan" }, false)).status).toBe(401);
  });
});

describe("GET /api/forward-plan", () => {
  const plan = (headers: Record<string, string>) =>
    fetch(`${service.botAddress}/api/forward-plan`, { headers });

  it("gives a signed-in person the published edition", async () => {
    const token = await service.platform.issuer.issueUserToken({ oid: localPeople.councillor.oid });
    const response = await plan({ authorization: `Bearer ${token}` });
    expect(response.status).toBe(200);
    const { edition, items: listed } = (await response.json()) as PublishedPlan;
    expect(edition?.key).toBe("FP/2018-07");
    expect(listed.map(({ title }) => title)).toEqual([
      "Library Service Review",
      "Highways Maintenance",
      "Depot <b>Sale</b>",
    ]);
  });

  it("gives nobody else anything", async () => {
    const ofGraph = await service.platform.issuer.issueGraphUserToken({ oid: localPeople.councillor.oid });
    expect((await plan({})).status).toBe(401);
    expect((await plan({ authorization: `Bearer ${ofGraph}` })).status).toBe(401);
  });
});
