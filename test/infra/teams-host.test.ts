import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTeamsHost } from "../../infra/local/teams-host/create-teams-host.ts";
import { answerTab, type HostState, isTabRequest } from "../../infra/local/teams-host/page/host-protocol.ts";

const state: HostState = { theme: "dark", subPage: "LIBRARY", token: async () => "a-token" };
const ask = (func: string, given: Partial<HostState> = {}) =>
  answerTab({ id: 1, func }, { ...state, ...given });

describe("the page that is Teams around the tab", () => {
  it("knows a request of teams-js from other messages", () => {
    expect(isTabRequest({ id: 0, uuidAsString: "u", func: "initialize", args: [] })).toBe(true);
    for (const other of [null, "initialize", { id: "0", func: "x" }, { id: 0 }, [1]])
      expect(isTabRequest(other)).toBe(false);
  });

  it("greets the tab with the runtime that teams-js reads", async () => {
    const [frame, client, runtime, version] = (await ask("initialize")) ?? [];
    expect([frame, client, version]).toEqual(["content", "web", "2.58.0"]);
    expect(JSON.parse(String(runtime))).toMatchObject({ apiVersion: 2, isLegacyTeams: false });
  });

  it("hands on theme and deep link in the flat names that teams-js turns round", async () => {
    expect(await ask("getContext")).toEqual([
      expect.objectContaining({ theme: "dark", entityId: "forward-plan", subEntityId: "LIBRARY" }),
    ]);
    expect((await ask("getContext", { subPage: undefined }))?.[0]).not.toHaveProperty("subEntityId");
  });

  it("gives a token, or Entra’s word for why not", async () => {
    expect(await ask("authentication.getAuthToken")).toEqual([true, "a-token"]);
    const refused = () => Promise.reject(new Error("resourceRequiresConsent"));
    expect(await ask("authentication.getAuthToken", { token: refused })).toEqual([
      false,
      "resourceRequiresConsent",
    ]);
  });

  it("answers nothing where Teams answers nothing", async () => {
    for (const func of ["appInitialization.success", "registerHandler"]) expect(await ask(func)).toBeNull();
  });
});

describe("the server of that page", () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    const host = createTeamsHost({ issueUserToken: async ({ oid }) => `token of ${oid.slice(-2)}` });
    server = createServer((request, response) => {
      host(request, response).then(
        (answered) => answered || response.writeHead(404).end("not ours"),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const at = server.address();
    if (at === null || typeof at === "string") throw new Error("The machine gave no port.");
    address = `http://127.0.0.1:${at.port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it("serves the page with its script and style, and leaves other addresses alone", async () => {
    for (const [path, type] of [
      ["/teams/", "text/html"],
      ["/teams/?person=officer", "text/html"],
      ["/teams/page.js", "text/javascript"],
      ["/teams/page.css", "text/css"],
    ]) {
      const response = await fetch(`${address}${path}`);
      expect([path, response.status, response.headers.get("content-type")]).toEqual([
        path,
        200,
        `${type}; charset=utf-8`,
      ]);
    }
    expect((await fetch(`${address}/teams/nothing`)).status).toBe(404);
    expect(await (await fetch(`${address}/elsewhere`)).text()).toBe("not ours");
  });

  it("hands a token to its own page for a person it knows, and to nobody else", async () => {
    const token = (person: string, site?: string) =>
      fetch(`${address}/teams/token?person=${person}`, site ? { headers: { "sec-fetch-site": site } } : {});
    expect(await (await token("officer", "same-origin")).text()).toBe("token of 22");
    expect((await token("officer", "cross-site")).status).toBe(403);
    expect((await token("stranger")).status).toBe(403);
    const people = (await (await fetch(`${address}/teams/people.json`)).json()) as { id: string }[];
    expect(people.map(({ id }) => id)).toContain("councillor");
  });
});
