import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPeople } from "../../infra/local/local-council.ts";
import { type RunningBot, startRunningBot } from "../builders/running-bot.ts";

let bot: RunningBot;
beforeAll(async () => {
  bot = await startRunningBot();
});
afterAll(() => bot.close());

/**
 * Open to everyone, by decision: health, the pane’s static files and its public settings, and calendars at addresses
 * that cannot be guessed.
 */
const openByDecision = ["get /health", "get /addin/settings.json", "get /addin/*", "get /calendar/:token"];

describe("every route", () => {
  it("has a door, and only those decided upon are open to everyone", () => {
    expect(bot.server.routes.length).toBeGreaterThan(7);
    const open = bot.server.routes.filter((route) => route.door === "open");
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...openByDecision].sort());
  });

  it("that restify knows is in the list of doors", async () => {
    // A route that nobody listed would answer something other than “not found” here.
    for (const path of ["/api/reports/x/unknown", "/api/everything", "/api/messages/x", "/admin"]) {
      expect((await fetch(bot.address + path)).status, path).toBe(404);
    }
  });
});

describe("a route for signed-in people", () => {
  const refusals: { name: string; token: () => Promise<string | null> }[] = [
    { name: "no token", token: async () => null },
    { name: "a token that is none", token: async () => "x.y.z" },
    { name: "a forged token", token: forged },
    {
      name: "an expired token",
      token: async () =>
        bot.platform.issuer.issueUserToken({ oid: localPeople.author.oid, lifetimeSeconds: -60 }),
    },
    {
      name: "a token for Graph, another audience",
      token: async () => bot.platform.issuer.issueGraphUserToken({ oid: localPeople.author.oid }),
    },
    {
      name: "a token of the Bot Connector",
      token: async () => bot.platform.issuer.signBotActivityToken({ serviceUrl: "http://127.0.0.1/" }),
    },
    {
      name: "a token of the application itself",
      token: async () => bot.platform.issuer.issueGraphAppToken(),
    },
  ];

  it.each(refusals)("turns $name away, on each route, in words", async ({ token }) => {
    const bearer = await token();
    const routes = bot.server.routes.filter((route) => route.door === "person");
    expect(routes.length).toBeGreaterThan(3);
    for (const { method, path } of routes) {
      const response = await fetch(bot.address + path.replace(/:\w+/g, "KEY"), {
        method: method.toUpperCase(),
        headers: {
          "content-type": "application/json",
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        },
        ...(method === "get" ? {} : { body: "{}" }),
      });
      expect(response.status, `${method} ${path}`).toBe(401);
      const refusal = (await response.json()) as { code: string; message: string };
      expect(refusal.code).toBe("not-signed-in");
      expect(refusal.message).toMatch(/\.$/);
    }
  });

  it("lets a person of the tenant in", async () => {
    const token = await bot.platform.issuer.issueUserToken({ oid: localPeople.author.oid });
    const response = await fetch(`${bot.address}/api/reports`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ reports: [] });
  });

  async function forged(): Promise<string> {
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    expect((await exportJWK(publicKey)).kty).toBe("RSA");
    return new SignJWT({
      scp: "access_as_user",
      oid: localPeople.author.oid,
      tid: bot.settings.entra.tenantId,
    })
      .setProtectedHeader({ alg: "RS256", kid: "forged" })
      .setIssuer(`${bot.settings.entra.authority}/v2.0`)
      .setAudience(bot.settings.entra.apiClientId)
      .setExpirationTime("5m")
      .sign(privateKey);
  }
});

describe("the bot’s own route", () => {
  it.each([
    { name: "no token", header: async () => undefined },
    {
      name: "a person’s token",
      header: async () => bot.platform.issuer.issueUserToken({ oid: localPeople.author.oid }),
    },
    {
      name: "an expired token",
      header: async () =>
        bot.platform.issuer.signBotActivityToken({
          serviceUrl: "http://127.0.0.1:1/",
          lifetimeSeconds: -600,
        }),
    },
    {
      name: "a token for another service address",
      header: async () => bot.platform.issuer.signBotActivityToken({ serviceUrl: "http://127.0.0.1:2/" }),
    },
  ])("turns $name away, and answers nobody", async ({ header }) => {
    const token = await header();
    const before = bot.sent.length;
    const response = await fetch(`${bot.address}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({
        type: "message",
        text: "what is coming up",
        channelId: "msteams",
        serviceUrl: "http://127.0.0.1:1/",
        from: { id: "a" },
        recipient: { id: "b" },
        conversation: { id: "c" },
      }),
    });
    expect(response.status).toBe(401);
    expect(bot.sent.length).toBe(before);
  });
});

describe("the static files", () => {
  it.each([
    "/addin/../package.json",
    "/addin/%2e%2e/package.json",
    "/addin/..%2fpackage.json",
    "/addin/",
    "/addin/%00",
    "/addin/nothing.js",
  ])("%s gives nothing away", async (path) => {
    const response = await fetch(bot.address + path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain("dependencies");
  });
});
