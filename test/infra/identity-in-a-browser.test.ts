import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import chromium from "@sparticuz/chromium";
import { decodeJwt } from "jose";
import { type Browser, chromium as playwright } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Issuer } from "../../infra/local/identity/issuer.ts";
import { API_CLIENT, AUTHOR, OFFICER, PAGE_CLIENT, startTestIssuer } from "../builders/tenant.ts";
import { trustedCertificate } from "../builders/trusted-certificate.ts";

const LIBRARY = join(dirname(createRequire(import.meta.url).resolve("@azure/msal-browser")), "..", "lib");
const SCOPE = `api://${API_CLIENT.clientId}/access_as_user`;

describe("Microsoft's browser library against the issuer over plain http", () => {
  let certificate: Awaited<ReturnType<typeof trustedCertificate>>;
  let issuer: Issuer;
  let door: Server;
  let base: string;
  let browser: Browser;

  beforeAll(async () => {
    certificate = await trustedCertificate();
    // The door is opened first, because the page's reply addresses contain its port.
    const pages = new Map<string, { type: string; body: string }>();
    door = createServer((request, response) => {
      void issuer.handler(request, response).then((handled) => {
        if (handled) return;
        const page = pages.get(new URL(request.url ?? "/", base).pathname);
        response.writeHead(page ? 200 : 404, { "Content-Type": page?.type ?? "text/plain" }).end(page?.body);
      });
    });
    await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
    base = `http://localhost:${(door.address() as AddressInfo).port}`;
    const redirectUris = [`${base}/page.html`, `${base}/signed-in.html`];
    issuer = await startTestIssuer(certificate, { clients: [API_CLIENT, { ...PAGE_CLIENT, redirectUris }] });

    const script = async (name: string) => ({
      type: "text/javascript",
      body: await readFile(join(LIBRARY, name), "utf8"),
    });
    pages.set("/msal.js", await script("msal-browser.min.js"));
    pages.set("/bridge.js", await script("redirect-bridge/msal-redirect-bridge.min.js"));
    const html = (body: string) => ({ type: "text/html", body: `<!doctype html><title>Test</title>${body}` });
    const configuration = {
      auth: {
        clientId: PAGE_CLIENT.clientId,
        authority: issuer.tenantAddress,
        knownAuthorities: [new URL(issuer.tenantAddress).host],
        authorityMetadata: JSON.stringify(issuer.openIdConfiguration(base)),
      },
    };
    pages.set(
      "/page.html",
      html(`<script src="/msal.js"></script><script>
        const configuration = ${JSON.stringify(configuration)};
        window.client = new msal.PublicClientApplication(configuration);
        window.ready = client.initialize().then(() => client.handleRedirectPromise());
      </script>`),
    );
    pages.set(
      "/signed-in.html",
      html(
        '<script src="/bridge.js"></script><script>msalRedirectBridge.broadcastResponseToMainFrame();</script>',
      ),
    );
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await issuer?.close();
    door?.close();
    door?.closeAllConnections();
    await certificate?.forget();
  });

  it("msal-browser signs somebody in by redirect and gets a token for our API", async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/page.html`);
    await page.evaluate(
      `ready.then(() => { void client.acquireTokenRedirect({ scopes: ["${SCOPE}"], redirectUri: "${base}/page.html" }); })`,
    );
    await page.getByRole("heading", { name: "Who are you?" }).waitFor();
    await page.getByRole("button", { name: AUTHOR.name }).click();
    await page.waitForURL((url) => url.pathname === "/page.html");
    const token = await page.evaluate<string>("ready.then((answer) => answer.accessToken)");
    expect(decodeJwt(token)).toMatchObject({
      aud: API_CLIENT.clientId,
      oid: AUTHOR.oid,
      scp: "access_as_user",
      roles: AUTHOR.roles,
    });
    await page.close();
  });

  it("msal-browser signs somebody in silently with a login hint, and renews with the refresh token", async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/page.html`);
    const token = await page.evaluate<string>(
      `ready.then(() => client.ssoSilent({ scopes: ["${SCOPE}"], loginHint: "${OFFICER.userPrincipalName}", redirectUri: "${base}/signed-in.html" })).then((answer) => answer.accessToken)`,
    );
    expect(decodeJwt(token)).toMatchObject({ aud: API_CLIENT.clientId, oid: OFFICER.oid });
    const renewed = await page.evaluate<string>(
      `client.acquireTokenSilent({ scopes: ["${SCOPE}"], account: client.getAllAccounts()[0], forceRefresh: true }).then((answer) => answer.accessToken)`,
    );
    expect(renewed).not.toBe(token);
    expect(decodeJwt(renewed)).toMatchObject({ oid: OFFICER.oid });
    await page.close();
  });

  it("the sign-in page, and the page that refuses, have no accessibility fault that axe can find", async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const request = new URLSearchParams({
      client_id: PAGE_CLIENT.clientId,
      response_type: "code",
      redirect_uri: `${base}/page.html`,
      scope: SCOPE,
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    });
    const address = `${base}/${new URL(issuer.tenantAddress).pathname.slice(1)}/oauth2/v2.0/authorize`;
    for (const [query, heading] of [
      [request.toString(), "Who are you?"],
      ["", "Sign-in is not possible"],
    ]) {
      const page = await browser.newPage();
      await page.goto(`${address}?${query}`);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(heading);
      await page.evaluate(axe);
      const found = await page.evaluate<{ violations: { id: string }[] }>("axe.run()");
      expect(found.violations.map((violation) => violation.id)).toEqual([]);
      await page.close();
    }
  });

  it("msal-browser hears that a person must choose when the hint names nobody", async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/page.html`);
    const code = await page.evaluate<string>(
      `ready.then(() => client.ssoSilent({ scopes: ["${SCOPE}"], loginHint: "nobody@council.example", redirectUri: "${base}/signed-in.html" })).then(() => "signed in", (error) => error.errorCode)`,
    );
    expect(code).toBe("login_required");
    await page.close();
  });
});
