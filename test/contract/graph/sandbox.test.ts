import { afterAll, beforeAll, describe } from "vitest";
import { startGraphSandbox } from "../../../infra/local/graph-sandbox/sandbox.ts";
import { AUTHOR, OFFICER, startTestIssuer, TENANT_ID } from "../../builders/tenant.ts";
import { trustedCertificate } from "../../builders/trusted-certificate.ts";
import { batches } from "./batches.ts";
import { changes } from "./changes.ts";
import type { GraphConnection } from "./connection.ts";
import { files } from "./files.ts";
import { listItems } from "./list-items.ts";
import { listsAndColumns } from "./lists-and-columns.ts";
import { searching } from "./searching.ts";

const SITE = { siteHost: "council.sharepoint.example", sitePath: "/sites/democratic-services" };

describe("the Graph sandbox keeps the contract", () => {
  let certificate: Awaited<ReturnType<typeof trustedCertificate>>;
  beforeAll(async () => {
    certificate = await trustedCertificate();
  });
  afterAll(() => certificate.forget());

  const connect = async (): Promise<GraphConnection> => {
    const issuer = await startTestIssuer(certificate);
    const sandbox = await startGraphSandbox({
      databaseFile: ":memory:",
      port: 0,
      tls: certificate,
      verifyToken: issuer.verifyGraphToken,
      tenantId: TENANT_ID,
      users: [OFFICER, AUTHOR],
      ...SITE,
    });
    return {
      address: sandbox.address,
      siteId: sandbox.siteId,
      ...SITE,
      token: () => issuer.issueGraphAppToken(),
      close: async () => {
        await sandbox.close();
        await issuer.close();
      },
    };
  };

  listsAndColumns(connect);
  listItems(connect);
  searching(connect);
  batches(connect);
  changes(connect);
  files(connect);
});
