import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Reports } from "../../../shared/services/reports.ts";
import type { DeliveryRecord } from "../../../shared/store/state-store.ts";
import type { Handler } from "../front-door/front-door.ts";
import type { WordDocuments } from "../word-documents.ts";
import { galleryPage } from "./gallery-page.ts";
import { postedRows } from "./posted.ts";
import { type ReportToOpen, welcomePage } from "./welcome-page.ts";
import { personOf, type Who, whoAsks } from "./who.ts";

export interface HubNeeds {
  readonly documents: WordDocuments;
  readonly playground: string;
  readonly deliveries: () => Promise<readonly DeliveryRecord[]>;
  readonly reports: Pick<Reports, "mine" | "document">;
  /** Looks for changes in the records. */
  readonly refresh: () => Promise<void>;
  /** A person’s token for our API, as the pane would get it. */
  readonly tokenOf: (entraObjectId: string) => Promise<string>;
}

const packages = createRequire(import.meta.url);
const scripts: Readonly<Record<string, string>> = {
  "/cards/adaptivecards.js": join(
    dirname(packages.resolve("adaptivecards/package.json")),
    "dist",
    "adaptivecards.min.js",
  ),
  "/cards/markdown-it.js": join(
    dirname(packages.resolve("markdown-it/package.json")),
    "dist",
    "browser",
    "markdown-it.umd.min.js",
  ),
};

/** The first page a newcomer sees, and the gallery of cards. */
export function createHub(needs: HubNeeds): Handler {
  return async (request, response) => {
    const path = (request.url ?? "/").replace(/\?.*$/, "");
    const send = (type: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) => {
      response
        .writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store", ...headers })
        .end(body);
      return true;
    };
    switch (path) {
      case "/": {
        const { who, headers } = whoAsks(request);
        return send("text/html", await welcome(needs, who), headers);
      }
      case "/cards":
        return send("text/html", galleryPage());
      default: {
        const script = scripts[path];
        return script ? send("text/javascript", await readFile(script)) : false;
      }
    }
  };
}

async function welcome(needs: HubNeeds, who: Who): Promise<string> {
  await needs.refresh();
  const [reports, documents, deliveries] = await Promise.all([
    reportsOf(needs, who),
    needs.documents.list(),
    needs.deliveries(),
  ]);
  const own = new Set(reports.map(({ address }) => address));
  return welcomePage({
    who,
    playground: needs.playground,
    reports,
    otherDocuments: who === "councillor" ? [] : documents.filter(({ address }) => !own.has(address)),
    posted: postedRows(deliveries),
  });
}

/** The reports a person works on, each with its document. */
async function reportsOf({ reports, tokenOf }: HubNeeds, who: Who): Promise<readonly ReportToOpen[]> {
  const { oid, name, roles } = personOf(who);
  if (roles.length === 0) return [];
  const caller = { entraObjectId: oid, name, roles, token: await tokenOf(oid) };
  const { reports: own } = await reports.mine(caller);
  return Promise.all(
    own.map(async (report) => ({
      report,
      address: (await reports.document(caller, report.key)).address,
    })),
  );
}
