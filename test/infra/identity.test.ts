import { createHash, randomBytes } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureCertificate } from "../../infra/local/certificate/certificate.ts";
import type { Issuer } from "../../infra/local/identity/issuer.ts";
import {
  API_CLIENT,
  AUTHOR,
  BOT_CLIENT,
  OFFICER,
  PAGE_CLIENT,
  SERVICE_ROLES,
  startTestIssuer,
  TENANT_ID,
} from "../builders/tenant.ts";
import { trustedCertificate } from "../builders/trusted-certificate.ts";

type Trusted = Awaited<ReturnType<typeof trustedCertificate>>;

let certificate: Trusted;
let issuer: Issuer;

beforeAll(async () => {
  certificate = await trustedCertificate();
  issuer = await startTestIssuer(certificate);
});

afterAll(async () => {
  await issuer.close();
  await certificate.forget();
});

const API_SCOPE = `api://${API_CLIENT.clientId}/access_as_user`;
const PAGE_ADDRESS = PAGE_CLIENT.redirectUris[0];
const PAGE_ORIGIN = new URL(PAGE_ADDRESS).origin;
const ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";

function serviceOf(authority: string) {
  return new ConfidentialClientApplication({
    auth: {
      clientId: API_CLIENT.clientId,
      clientSecret: API_CLIENT.secret,
      authority,
      knownAuthorities: [new URL(authority).host],
    },
  });
}

async function askForToken(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${issuer.tenantAddress}/oauth2/v2.0/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string>,
  };
}

function onBehalfOf(assertion: string) {
  return askForToken({
    grant_type: ON_BEHALF_OF,
    client_id: API_CLIENT.clientId,
    client_secret: API_CLIENT.secret,
    requested_token_use: "on_behalf_of",
    scope: "https://graph.microsoft.com/Sites.Read.All",
    assertion,
  });
}

describe("the local certificate", () => {
  it("is kept and used again while it is valid, with its key readable by the owner only", async () => {
    const again = await ensureCertificate(certificate.folder);
    expect(again.cert).toBe(certificate.cert);
    expect((await stat(again.keyFile)).mode & 0o777).toBe(0o600);
  });

  it("is replaced when its files are damaged", async () => {
    const folder = join(certificate.folder, "damaged");
    const first = await ensureCertificate(folder);
    const { writeFile } = await import("node:fs/promises");
    await writeFile(first.certFile, "not a certificate");
    const second = await ensureCertificate(folder);
    expect(second.cert).toContain("BEGIN CERTIFICATE");
    expect(await readFile(second.certFile, "utf8")).toBe(second.cert);
    expect(second.key).not.toBe(first.key);
  });
});

describe("an application asking for itself", () => {
  it("msal-node gets an app-only Graph token with the granted roles and no person in it", async () => {
    const answer = await serviceOf(issuer.tenantAddress).acquireTokenByClientCredential({
      scopes: ["https://graph.microsoft.com/.default"],
    });
    const claims = decodeJwt(answer?.accessToken ?? "");
    expect(claims).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: `${issuer.tenantAddress}/v2.0`,
      tid: TENANT_ID,
      appid: API_CLIENT.clientId,
      roles: [...SERVICE_ROLES],
    });
    expect(claims).not.toHaveProperty("scp");
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    await expect(issuer.verifyGraphToken(answer?.accessToken ?? "")).resolves.toMatchObject({ kind: "app" });
  });

  it("a wrong secret is refused with 401 invalid_client", async () => {
    const answer = await askForToken({
      grant_type: "client_credentials",
      client_id: API_CLIENT.clientId,
      client_secret: "something else",
      scope: "https://graph.microsoft.com/.default",
    });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: "invalid_client", error_codes: [7000215] });
  });

  it("an unknown client, an unknown resource and an unknown grant are refused", async () => {
    const good = {
      grant_type: "client_credentials",
      client_id: API_CLIENT.clientId,
      client_secret: API_CLIENT.secret,
      scope: "https://graph.microsoft.com/.default",
    };
    const refusals = await Promise.all([
      askForToken({ ...good, client_id: TENANT_ID }),
      askForToken({ ...good, scope: "https://elsewhere.example/.default" }),
      askForToken({ ...good, grant_type: "password" }),
    ]);
    expect(refusals.map((refusal) => [refusal.status, refusal.body.error])).toEqual([
      [400, "unauthorized_client"],
      [400, "invalid_resource"],
      [400, "unsupported_grant_type"],
    ]);
  });

  it("the bot's outgoing token is recognised, and a Graph token is not taken for one", async () => {
    const answer = await askForToken({
      grant_type: "client_credentials",
      client_id: BOT_CLIENT.clientId,
      client_secret: BOT_CLIENT.secret,
      scope: "https://api.botframework.com/.default",
    });
    await expect(issuer.verifyBotOutboundToken(answer.body.access_token ?? "")).resolves.toEqual({
      appId: BOT_CLIENT.clientId,
    });
    await expect(issuer.verifyBotOutboundToken(await issuer.issueGraphAppToken())).rejects.toThrow(/aud/);
  });
});

describe("acting on behalf of a person", () => {
  it("msal-node exchanges a person's API token for a Graph token with that person and the asked scope", async () => {
    const answer = await serviceOf(issuer.tenantAddress).acquireTokenOnBehalfOf({
      oboAssertion: await issuer.issueUserToken({ oid: OFFICER.oid }),
      scopes: ["https://graph.microsoft.com/Sites.Read.All"],
    });
    expect(decodeJwt(answer?.accessToken ?? "")).toMatchObject({
      aud: "https://graph.microsoft.com",
      oid: OFFICER.oid,
      name: OFFICER.name,
      preferred_username: OFFICER.userPrincipalName,
      scp: "Sites.Read.All",
    });
    expect(decodeJwt(answer?.accessToken ?? "")).not.toHaveProperty("roles");
  });

  it("a person's API token carries the scope, the app roles and our API as its audience", async () => {
    expect(decodeJwt(await issuer.issueUserToken({ oid: AUTHOR.oid }))).toMatchObject({
      aud: API_CLIENT.clientId,
      scp: "access_as_user",
      roles: ["ReportAuthor"],
      ver: "2.0",
    });
  });

  it("a forged, an expired, a Graph and an application's assertion are each refused", async () => {
    const token = await issuer.issueUserToken({ oid: OFFICER.oid });
    const [header, payload, signature] = token.split(".");
    const altered = Buffer.from(JSON.stringify({ ...decodeJwt(token), oid: AUTHOR.oid })).toString(
      "base64url",
    );
    const assertions = [
      `${header}.${altered}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`,
      await issuer.issueUserToken({ oid: OFFICER.oid, lifetimeSeconds: -10 }),
      await issuer.issueGraphUserToken({ oid: OFFICER.oid }),
      await issuer.issueGraphAppToken(),
    ];
    const answers = await Promise.all(assertions.map(onBehalfOf));
    expect(answers.map((answer) => [answer.status, answer.body.error])).toEqual(
      assertions.map(() => [400, "invalid_grant"]),
    );
    expect((await onBehalfOf(token)).status).toBe(200);
  });

  it("a token of another issuer with another key is refused", async () => {
    const other = await startTestIssuer(certificate);
    const answer = await onBehalfOf(await other.issueUserToken({ oid: OFFICER.oid }));
    await other.close();
    expect([answer.status, answer.body.error]).toEqual([400, "invalid_grant"]);
  });

  it("a permission nobody has consented to is refused as consent_required", async () => {
    const answer = await askForToken({
      grant_type: ON_BEHALF_OF,
      client_id: API_CLIENT.clientId,
      client_secret: API_CLIENT.secret,
      requested_token_use: "on_behalf_of",
      scope: "https://graph.microsoft.com/Mail.Send",
      assertion: await issuer.issueUserToken({ oid: OFFICER.oid }),
    });
    expect(answer.body).toMatchObject({ error: "invalid_grant", suberror: "consent_required" });
  });
});

describe("a page signing somebody in", () => {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const request = {
    client_id: PAGE_CLIENT.clientId,
    response_type: "code",
    redirect_uri: PAGE_ADDRESS,
    response_mode: "fragment",
    scope: `${API_SCOPE} openid profile offline_access`,
    state: "a state & more",
    nonce: "a nonce",
    code_challenge: challenge,
    code_challenge_method: "S256",
  };

  async function authorise(fields: Record<string, string>, chosen?: string) {
    const address = `${issuer.tenantAddress}/oauth2/v2.0/authorize`;
    const response =
      chosen === undefined
        ? await fetch(`${address}?${new URLSearchParams(fields)}`, { redirect: "manual" })
        : await fetch(address, {
            method: "POST",
            redirect: "manual",
            body: new URLSearchParams({ ...fields, chosen }),
          });
    const location = response.headers.get("location");
    return {
      status: response.status,
      html: await response.text(),
      location,
      answer: location ? new URLSearchParams(new URL(location).hash.slice(1)) : new URLSearchParams(),
    };
  }

  function redeem(code: string, more: Record<string, string> = {}, origin = PAGE_ORIGIN) {
    return askForToken(
      {
        grant_type: "authorization_code",
        client_id: PAGE_CLIENT.clientId,
        redirect_uri: PAGE_ADDRESS,
        code,
        code_verifier: verifier,
        client_info: "1",
        ...more,
      },
      { origin },
    );
  }

  async function silentCode(more: Record<string, string> = {}) {
    const { answer } = await authorise({
      ...request,
      ...more,
      prompt: "none",
      login_hint: OFFICER.userPrincipalName,
    });
    return answer.get("code") ?? "";
  }

  it("prompt=none with a known hint answers at once, and the code buys tokens for our API", async () => {
    const { status, location, answer } = await authorise({
      ...request,
      prompt: "none",
      login_hint: OFFICER.userPrincipalName.toUpperCase(),
    });
    expect(status).toBe(302);
    expect(location?.startsWith(`${PAGE_ADDRESS}#`)).toBe(true);
    expect(answer.get("state")).toBe("a state & more");

    const tokens = await redeem(answer.get("code") ?? "");
    expect(tokens.status).toBe(200);
    expect(tokens.headers.get("access-control-allow-origin")).toBe(PAGE_ORIGIN);
    const keys = createRemoteJWKSet(new URL(`${issuer.tenantAddress}/discovery/v2.0/keys`));
    const access = await jwtVerify(tokens.body.access_token ?? "", keys, {
      issuer: issuer.issuer,
      audience: API_CLIENT.clientId,
    });
    expect(access.payload).toMatchObject({ oid: OFFICER.oid, azp: PAGE_CLIENT.clientId });
    const id = await jwtVerify(tokens.body.id_token ?? "", keys, { audience: PAGE_CLIENT.clientId });
    expect(id.payload).toMatchObject({ nonce: "a nonce", name: OFFICER.name, tid: TENANT_ID });
    expect(JSON.parse(Buffer.from(tokens.body.client_info ?? "", "base64url").toString())).toEqual({
      uid: OFFICER.oid,
      utid: TENANT_ID,
    });
  });

  it("prompt=none without a known hint is refused with login_required", async () => {
    for (const hint of [{}, { login_hint: "stranger@council.example" }]) {
      const { answer } = await authorise({ ...request, ...hint, prompt: "none" });
      expect(answer.get("error")).toBe("login_required");
      expect(answer.get("code")).toBeNull();
    }
  });

  it("without prompt=none a page in British English offers every person as a button, names escaped", async () => {
    const { status, html } = await authorise({ ...request, login_hint: OFFICER.userPrincipalName });
    expect(status).toBe(200);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain("<h1>Who are you?</h1>");
    expect(html.match(/<button /g)).toHaveLength(2);
    expect(html).toContain("Tom O&#39;Brien");
    const chosen = await authorise(request, AUTHOR.oid);
    const tokens = await redeem(chosen.answer.get("code") ?? "");
    expect(decodeJwt(tokens.body.access_token ?? "")).toMatchObject({ oid: AUTHOR.oid });
  });

  it("response_mode=query puts the code in the query", async () => {
    const { location } = await authorise({ ...request, response_mode: "query" }, OFFICER.oid);
    expect(new URL(location ?? "").searchParams.get("code")).toBeTruthy();
  });

  it("a code works once, for its own verifier, reply address and origin", async () => {
    const code = await silentCode();
    expect((await redeem(code)).status).toBe(200);
    const refusals = [
      await redeem(code),
      await redeem(await silentCode(), { code_verifier: "another verifier" }),
      await redeem(await silentCode(), { redirect_uri: "http://localhost:3978/elsewhere.html" }),
      await redeem(await silentCode(), {}, "https://elsewhere.example"),
    ];
    expect(refusals.map((refusal) => refusal.status)).toEqual([400, 400, 400, 400]);
    expect(refusals.at(-1)?.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("nothing is sent to a reply address that is not registered, nor to an unknown client", async () => {
    for (const wrong of [{ redirect_uri: "https://elsewhere.example/" }, { client_id: TENANT_ID }]) {
      const { status, location, html } = await authorise({ ...request, ...wrong });
      expect([status, location]).toEqual([400, null]);
      expect(html).toContain("Sign-in is not possible");
    }
  });

  it("a request without an S256 challenge is refused", async () => {
    const { code_challenge: _omitted, ...without } = request;
    expect((await authorise(without, OFFICER.oid)).answer.get("error")).toBe("invalid_request");
  });

  it("a refresh token buys new tokens for its own client only", async () => {
    const first = await redeem(await silentCode());
    const refresh = { grant_type: "refresh_token", refresh_token: first.body.refresh_token ?? "" };
    const again = await askForToken({ ...refresh, client_id: PAGE_CLIENT.clientId }, { origin: PAGE_ORIGIN });
    expect(decodeJwt(again.body.access_token ?? "")).toMatchObject({ oid: OFFICER.oid });
    const forged = await askForToken(
      { ...refresh, refresh_token: first.body.access_token ?? "", client_id: PAGE_CLIENT.clientId },
      { origin: PAGE_ORIGIN },
    );
    expect([forged.status, forged.body.error]).toEqual([400, "invalid_grant"]);
  });
});

describe("the issuer's documents", () => {
  it("plain http mounted on another door gives metadata at that door's address and the same issuer", async () => {
    const door = createServer((incoming, outgoing) => {
      void issuer.handler(incoming, outgoing).then((handled) => {
        if (!handled) outgoing.writeHead(418).end();
      });
    });
    await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
    const base = `http://localhost:${(door.address() as AddressInfo).port}`;
    const configuration = await fetch(`${base}/${TENANT_ID}/v2.0/.well-known/openid-configuration`);
    expect(await configuration.json()).toEqual({ ...issuer.openIdConfiguration(base) });
    expect(issuer.openIdConfiguration(base)).toMatchObject({
      issuer: issuer.issuer,
      token_endpoint: `${base}/${TENANT_ID}/oauth2/v2.0/token`,
    });
    expect((await fetch(`${base}/something/else`)).status).toBe(418);
    door.close();
    door.closeAllConnections();
  });

  it("the bot's metadata leads to keys endorsed for Teams that verify an activity's token", async () => {
    const metadata = (await (await fetch(issuer.botOpenIdConfigurationAddress)).json()) as Record<
      string,
      string
    >;
    expect(metadata).toMatchObject({ id_token_signing_alg_values_supported: ["RS256"] });
    const keySet = (await (await fetch(metadata.jwks_uri ?? "")).json()) as {
      keys: Record<string, unknown>[];
    };
    expect(keySet.keys[0]).toMatchObject({ kty: "RSA", endorsements: ["msteams"] });
    expect(keySet.keys[0]).not.toHaveProperty("d");
    const token = await issuer.signBotActivityToken({ serviceUrl: "http://127.0.0.1:56150/_connector" });
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata.jwks_uri ?? "")), {
      issuer: "https://api.botframework.com",
      audience: BOT_CLIENT.clientId,
    });
    expect(payload.serviceurl).toBe("http://127.0.0.1:56150/_connector");
  });

  it("the signing key outlives a restart when it is kept in a file, mode 600", async () => {
    const keyFile = join(certificate.folder, "signing-key.json");
    const first = await startTestIssuer(certificate, { keyFile });
    const port = Number(new URL(first.address).port);
    const token = await first.issueGraphUserToken({ oid: OFFICER.oid });
    await first.close();
    const second = await startTestIssuer(certificate, { keyFile, port });
    await expect(second.verifyGraphToken(token)).resolves.toMatchObject({ kind: "user", oid: OFFICER.oid });
    await second.close();
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it("people may be a question asked each time, so somebody new can sign in at once", async () => {
    const people = [OFFICER];
    const asking = await startTestIssuer(certificate, { users: async () => people });
    await expect(asking.issueUserToken({ oid: AUTHOR.oid })).rejects.toThrow(/Nobody in the directory/);
    people.push(AUTHOR);
    await expect(asking.issueUserToken({ oid: AUTHOR.oid })).resolves.toBeTypeOf("string");
    await asking.close();
  });
});
