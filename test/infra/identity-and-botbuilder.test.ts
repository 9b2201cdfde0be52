import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { type Activity, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { AppCredentials, MsalServiceClientCredentialsFactory } from "botframework-connector";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Issuer } from "../../infra/local/identity/issuer.ts";
import { API_CLIENT, BOT_CLIENT, OFFICER, startTestIssuer } from "../builders/tenant.ts";
import { trustedCertificate } from "../builders/trusted-certificate.ts";

const SERVICE_URL = "http://127.0.0.1:56150/_connector";

describe("the issuer and Microsoft's bot library", () => {
  let certificate: Awaited<ReturnType<typeof trustedCertificate>>;
  let issuer: Issuer;
  let bot: ConfigurationBotFrameworkAuthentication;
  let credentials: MsalServiceClientCredentialsFactory;

  beforeAll(async () => {
    certificate = await trustedCertificate();
    issuer = await startTestIssuer(certificate);
    const application = new ConfidentialClientApplication({
      auth: {
        clientId: BOT_CLIENT.clientId,
        clientSecret: BOT_CLIENT.secret,
        authority: issuer.tenantAddress,
        knownAuthorities: [new URL(issuer.tenantAddress).host],
      },
    });
    // botbuilder carries an msal-node of its own, whose type is another by name only.
    type Application = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
    credentials = new MsalServiceClientCredentialsFactory(
      BOT_CLIENT.clientId,
      application as unknown as Application,
    );
    bot = new ConfigurationBotFrameworkAuthentication(
      {
        ValidateAuthority: "true",
        ToBotFromChannelTokenIssuer: issuer.botConnectorIssuer,
        ToBotFromChannelOpenIdMetadataUrl: issuer.botOpenIdConfigurationAddress,
        ToBotFromEmulatorOpenIdMetadataUrl: issuer.botOpenIdConfigurationAddress,
        ToChannelFromBotLoginUrl: issuer.tenantAddress,
        ToChannelFromBotOAuthScope: "https://api.botframework.com",
        OAuthUrl: issuer.tenantAddress,
      },
      credentials,
    );
  });
  afterAll(async () => {
    await issuer.close();
    await certificate.forget();
  });

  const receive = (token: string, serviceUrl = SERVICE_URL) =>
    bot.authenticateRequest(
      { type: "message", channelId: "msteams", serviceUrl } as Activity,
      `Bearer ${token}`,
    );

  it("botbuilder takes the connector's token for its own service address and refuses every other", async () => {
    // botbuilder also prints what it refuses.
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    const good = await issuer.signBotActivityToken({ serviceUrl: SERVICE_URL });
    await expect(receive(good)).resolves.toMatchObject({ audience: "https://api.botframework.com" });
    await expect(receive(good, "https://elsewhere.example/")).rejects.toThrow();
    const others = [
      await issuer.signBotActivityToken({ serviceUrl: SERVICE_URL, lifetimeSeconds: -3600 }),
      await issuer.issueUserToken({ oid: OFFICER.oid }),
      await issuer.issueGraphAppToken(),
      `${good.slice(0, -4)}AAAA`,
    ];
    for (const token of others) await expect(receive(token)).rejects.toThrow();
    const stranger = await startTestIssuer(certificate);
    await expect(receive(await stranger.signBotActivityToken({ serviceUrl: SERVICE_URL }))).rejects.toThrow();
    await stranger.close();
    const otherBot = await startTestIssuer(certificate, {
      clients: [API_CLIENT, { ...BOT_CLIENT, clientId: API_CLIENT.clientId }],
    });
    await expect(receive(await otherBot.signBotActivityToken({ serviceUrl: SERVICE_URL }))).rejects.toThrow();
    await otherBot.close();
    expect(printed).toHaveBeenCalled();
    printed.mockRestore();
  });

  it("botbuilder's credentials get an outgoing token that the issuer recognises", async () => {
    const outgoing = await credentials.createCredentials(
      BOT_CLIENT.clientId,
      "https://api.botframework.com",
      issuer.tenantAddress,
      true,
    );
    if (!(outgoing instanceof AppCredentials))
      throw new Error("botbuilder gave credentials of another kind.");
    const token = await outgoing.getToken();
    await expect(issuer.verifyBotOutboundToken(token)).resolves.toEqual({ appId: BOT_CLIENT.clientId });
  });

  it("a process started with NODE_EXTRA_CA_CERTS trusts the certificate, and one without does not", async () => {
    const program = `
      const { ConfidentialClientApplication } = require("@azure/msal-node");
      const authority = ${JSON.stringify(issuer.tenantAddress)};
      const application = new ConfidentialClientApplication({ auth: {
        clientId: ${JSON.stringify(API_CLIENT.clientId)}, clientSecret: ${JSON.stringify(API_CLIENT.secret)},
        authority, knownAuthorities: [new URL(authority).host] } });
      fetch(authority + "/discovery/v2.0/keys")
        .then((response) => response.json())
        .then(() => application.acquireTokenByClientCredential({ scopes: ["https://graph.microsoft.com/.default"] }))
        .then((answer) => console.log(answer.accessToken.split(".").length), (error) => console.log(String(error)));`;
    const run = async (environment: Record<string, string>) => {
      const { NODE_EXTRA_CA_CERTS: _inherited, ...rest } = process.env;
      const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], {
        env: { ...rest, ...environment },
      });
      return stdout.trim();
    };
    expect(await run({ NODE_EXTRA_CA_CERTS: certificate.certFile })).toBe("3");
    expect(await run({})).toContain("fetch failed");
  });
});
