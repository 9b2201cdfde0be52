import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as tls from "node:tls";
import { ensureCertificate } from "./certificate/certificate.ts";
import { type GraphSandbox, startGraphSandbox } from "./graph-sandbox/sandbox.ts";
import { type Issuer, startIssuer } from "./identity/issuer.ts";
import { localCouncil, localPeople } from "./local-council.ts";

/** The part of the platform that records need: the Graph sandbox and the issuer of tokens. */
export interface RecordsPlatform {
  readonly issuer: Issuer;
  readonly sandbox: GraphSandbox;
  /** PEM file of the certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly certFile: string;
  close(): Promise<void>;
}

/**
 * Starts the Graph sandbox and the issuer over the data of a folder. This process trusts their certificate from
 * here on; other processes are told of it by `NODE_EXTRA_CA_CERTS`.
 * @param ports 0 for any free one.
 */
export async function startRecordsPlatform(
  home: string,
  ports: { readonly graph: number; readonly issuer: number },
  publicAddress: string,
): Promise<RecordsPlatform> {
  const { cert, key, certFile } = await ensureCertificate(join(home, "certificate"));
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), readFileSync(certFile, "utf8")]);
  const people = Object.values(localPeople);
  const issuer = await startIssuer({
    port: ports.issuer,
    tls: { cert, key },
    tenantId: localCouncil.tenantId,
    keyFile: join(home, "signing-key.json"),
    clients: [
      { clientId: localCouncil.apiClientId, secret: localCouncil.apiClientSecret, kind: "api" },
      { clientId: localCouncil.botAppId, secret: localCouncil.botAppSecret, kind: "bot" },
      {
        clientId: localCouncil.paneClientId,
        kind: "spa",
        redirectUris: [`${publicAddress}/addin/sign-in-redirect.html`],
      },
    ],
    users: people,
    graphAppRoles: ["Sites.Manage.All", "User.Read.All"],
  });
  const sandbox = await startGraphSandbox({
    databaseFile: join(home, "sharepoint.sqlite"),
    port: ports.graph,
    tls: { cert, key },
    verifyToken: issuer.verifyGraphToken,
    tenantId: localCouncil.tenantId,
    siteHost: localCouncil.siteHost,
    sitePath: localCouncil.sitePath,
    users: people,
  });
  return {
    issuer,
    sandbox,
    certFile,
    async close() {
      await sandbox.close();
      await issuer.close();
    },
  };
}
