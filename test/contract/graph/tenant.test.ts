import { ConfidentialClientApplication } from "@azure/msal-node";
import { describe, it } from "vitest";
import { batches } from "./batches.ts";
import { changes } from "./changes.ts";
import type { GraphConnection } from "./connection.ts";
import { files } from "./files.ts";
import { listItems } from "./list-items.ts";
import { listsAndColumns } from "./lists-and-columns.ts";
import { searching } from "./searching.ts";

/** What a real tenant needs: a site for tests and an application with Sites.Manage.All on it. */
const SETTINGS = [
  "GRAPH_CONTRACT_SITE",
  "GRAPH_CONTRACT_TENANT",
  "GRAPH_CONTRACT_CLIENT_ID",
  "GRAPH_CONTRACT_CLIENT_SECRET",
] as const;
const missing = SETTINGS.filter((name) => !process.env[name]);

describe("Microsoft Graph itself keeps the contract", () => {
  if (missing.length > 0) {
    it("the whole suite against a real tenant", (test) => {
      test.skip(`${missing.join(", ")} not set; nothing here has met the real service on this machine`);
    });
    return;
  }
  const [site = "", tenant = "", clientId = "", clientSecret = ""] = SETTINGS.map(
    (name) => process.env[name] ?? "",
  );
  const application = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: `https://login.microsoftonline.com/${tenant}` },
  });
  const token = async () => {
    const answer = await application.acquireTokenByClientCredential({
      scopes: ["https://graph.microsoft.com/.default"],
    });
    if (!answer) throw new Error("Entra gave no token.");
    return answer.accessToken;
  };
  const connect = async (): Promise<GraphConnection> => {
    const { hostname, pathname } = new URL(site);
    const sitePath = pathname.replace(/\/$/, "");
    const address = "https://graph.microsoft.com";
    const response = await fetch(`${address}/v1.0/sites/${hostname}:${sitePath}`, {
      headers: { Authorization: `Bearer ${await token()}` },
    });
    const found = (await response.json()) as { id?: string };
    if (!found.id) throw new Error(`GRAPH_CONTRACT_SITE was not found: ${JSON.stringify(found)}`);
    return { address, siteId: found.id, siteHost: hostname, sitePath, token, close: async () => {} };
  };
  listsAndColumns(connect);
  listItems(connect);
  searching(connect);
  batches(connect);
  changes(connect);
  files(connect);
});
