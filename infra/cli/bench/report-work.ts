import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { type Inserted, insertFragment } from "../../../addin/word/insert-fragment.ts";
import type { InWord } from "../../../addin/word/run-in-word.ts";
import type { Fragment } from "../../../shared/contracts/task-pane-api.ts";
import type { Caller } from "../../../shared/services/caller.ts";
import { localPeople } from "../../local/local-council.ts";
import type { Faults } from "../../local/word-simulator/model/insert-file.ts";
import { OpenDocument } from "../../local/word-simulator/model/open-document.ts";
import type { XmlTools } from "../../local/word-simulator/model/xml.ts";
import type { Batch } from "../../local/word-simulator/office-js/batch.ts";
import { makeWordRun, OfficeExtensionError } from "../../local/word-simulator/office-js/request-context.ts";
import { WordHost } from "../../local/word-simulator/office-js/word-host.ts";
import { type Figure, figure, median } from "./figures.ts";
import type { LocalService } from "./start-local-service.ts";

const xmlTools: XmlTools = {
  parse: (text) => new DOMParser().parseFromString(text, "text/xml") as unknown as Document,
  serialize: (node) => new XMLSerializer().serializeToString(node as never),
};

/** The person whose rights the report is read with: its author, signed in. */
async function signedInAuthor({ platform }: LocalService): Promise<Caller> {
  const { oid, name, roles } = localPeople.author;
  return { entraObjectId: oid, name, roles, token: await platform.issuer.issueUserToken({ oid }) };
}

/**
 * Measures what a whole report costs: requests to Graph, round trips to Word, and the time to write the document.
 * @param reportKey a report of the author’s, in the records.
 */
export async function measureReportWork(service: LocalService, reportKey: string): Promise<Figure[]> {
  const { services } = service;
  const caller = await signedInAuthor(service);
  // Once before, so that neither tokens nor connections are counted.
  const before = await services.reports.outline(caller, reportKey);

  const load = await requestsOf(service, () => services.reports.outline(caller, reportKey));
  let fragment: Fragment = { fileBase64: "", controls: [] };
  const whole = await requestsOf(service, async () => {
    fragment = await services.reports.fragment(caller, reportKey, { parts: "all" });
  });
  const page = await services.reports.document(caller, reportKey);
  const blank = await documentOf(service, page.fileName);
  const clean = await insert(blank, fragment, reportKey, {});
  const repaired = await insert(blank, fragment, reportKey, { dropTags: true });

  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < 12; round++) {
    const started = performance.now();
    bytes = (await services.reports.assemble(reportKey)).length;
    if (round >= 2) times.push(performance.now() - started);
  }
  const size = `${before.sections.length} sections, ${before.tables.length} tables`;
  return [
    figure({
      key: "graph.report-load",
      what: `Requests to Graph to load a report (${size})`,
      unit: "requests",
      measured: load,
      target: { of: "measured", atMost: 1 },
    }),
    figure({
      key: "graph.whole-fragment",
      what: "Requests to Graph for a whole-report fragment",
      unit: "requests",
      measured: whole,
      target: { of: "measured", atMost: 1 },
    }),
    figure({
      key: "word.insertions",
      what: "Insertions for a whole report",
      unit: "insertions",
      measured: clean.insertions,
      target: { of: "measured", atMost: 1 },
    }),
    figure({
      key: "word.syncs",
      what: "Syncs for a whole report, nothing dropped",
      unit: "syncs",
      measured: clean.syncs,
      target: { of: "measured", atMost: 3 },
    }),
    figure({
      key: "word.syncs-repaired",
      what: "Syncs for a whole report, every tag dropped",
      unit: "syncs",
      measured: repaired.syncs,
      target: { of: "measured", atMost: 6 },
    }),
    figure({
      key: "document.assemble",
      what: `Whole report read and written (${Math.round(bytes / 1024)} KB)`,
      unit: "ms",
      measured: median(times),
    }),
  ];
}

async function requestsOf({ platform }: LocalService, work: () => Promise<unknown>): Promise<number> {
  const before = platform.sandbox.requests().length;
  await work();
  return platform.sandbox.requests().length - before;
}

async function documentOf({ platform }: LocalService, fileName: string): Promise<Uint8Array> {
  const address = `${platform.sandbox.siteAddress}/drive/root:/${encodeURIComponent(fileName)}:/content`;
  const token = await platform.issuer.issueGraphAppToken();
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`The report’s document cannot be read (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Inserts as the pane does, into the simulator’s Word, and counts what crosses to it. */
async function insert(
  document: Uint8Array,
  fragment: Fragment,
  reportKey: string,
  faults: Faults,
): Promise<{ syncs: number; insertions: number }> {
  const host = new WordHost(await OpenDocument.open(document, xmlTools, faults));
  let insertions = 0;
  const run = makeWordRun((batch: Batch) => {
    insertions += batch.actions.filter(
      (action) => "name" in action && action.name === "insertFileFromBase64",
    ).length;
    return host.run(structuredClone(batch));
  });
  Object.assign(globalThis, { Word: { run }, OfficeExtension: { Error: OfficeExtensionError } });
  const done: InWord<Inserted> = await insertFragment(reportKey, fragment, "end", null);
  if (done.value.map.controls.length !== fragment.controls.length) {
    throw new Error("The insertion left parts of the report out.");
  }
  return { syncs: host.syncs, insertions };
}
