import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { type Part, partsOf } from "../../../addin/task-pane/parts.ts";
import {
  type Desk,
  insertParts,
  movePart,
  refreshParts,
  saveBack,
} from "../../../addin/task-pane/report-operations.ts";
import type { ReportServer } from "../../../addin/task-pane/report-server.ts";
import { type DocumentLink, emptyLink } from "../../../addin/word/document-link.ts";
import { type Inserted, insertFragment } from "../../../addin/word/insert-fragment.ts";
import { type KeptOperation, revertOperation } from "../../../addin/word/kept-copy.ts";
import type { InWord } from "../../../addin/word/run-in-word.ts";
import type { Fragment } from "../../../shared/contracts/task-pane-api.ts";
import type { Caller } from "../../../shared/services/caller.ts";
import { localPeople } from "../../local/local-council.ts";
import { controlsOf } from "../../local/word-simulator/model/content-controls.ts";
import type { Faults } from "../../local/word-simulator/model/insert-file.ts";
import { OpenDocument } from "../../local/word-simulator/model/open-document.ts";
import { wordNamespace } from "../../local/word-simulator/model/open-xml-names.ts";
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

  const steps = await measureOperations(service, caller, reportKey, blank);
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
    ...steps,
    figure({
      key: "document.assemble",
      what: `Whole report read and written (${Math.round(bytes / 1024)} KB)`,
      unit: "ms",
      measured: median(times),
    }),
  ];
}

/** What one operation of the pane costs: calls to the server, requests to Graph, round trips to Word. */
interface Cost {
  readonly calls: number;
  readonly requests: number;
  readonly syncs: number;
}

/** Does one of each of the pane’s operations on a report that stands in a document, and counts what it took. */
async function measureOperations(
  service: LocalService,
  caller: Caller,
  reportKey: string,
  blank: Uint8Array,
): Promise<Figure[]> {
  const { reports } = service.services;
  const document = await OpenDocument.open(blank, xmlTools);
  const host = new WordHost(document);
  const run = makeWordRun((batch: Batch) => host.run(structuredClone(batch)));
  Object.assign(globalThis, {
    Word: { run },
    OfficeExtension: { Error: OfficeExtensionError },
    DOMParser,
    XMLSerializer,
  });
  let calls = 0;
  const counted = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    calls++;
    return answer;
  };
  const server: ReportServer = {
    reports: () => counted(reports.mine(caller)),
    begin: (wanted) => counted(reports.begin(caller, wanted)),
    meetings: async () => reports.meetingsToWriteFor(),
    outline: (key) => counted(reports.outline(caller, key)),
    document: (key) => counted(reports.document(caller, key)),
    fragment: (key, request) => counted(reports.fragment(caller, key, request)),
    saveSection: async (key, section, save) => ({
      outcome: "saved",
      saved: await counted(reports.saveSection(caller, key, section, save)),
    }),
    mergeSection: (key, section, request) => counted(reports.mergeSection(caller, key, section, request)),
    orderSections: (key, order) => counted(reports.orderSections(caller, key, order)),
    standardSections: () => counted(reports.standardSections(caller)),
  };
  const progress = { signal: new AbortController().signal, step: () => {}, cannotStop: () => {} };
  let link: DocumentLink = emptyLink;
  const onLink = (now: DocumentLink): void => {
    link = now;
  };
  const desk = (): Desk => ({ server, reportKey, link, progress, onLink });
  let outline = await reports.outline(caller, reportKey);
  const parts = () => partsOf(outline);
  const section = () => parts().find(({ kind }) => kind === "section") as Part;

  async function cost(work: () => Promise<unknown>): Promise<Cost> {
    const before = { calls, syncs: host.syncs };
    const requests = await requestsOf(service, work);
    return { calls: calls - before.calls, requests, syncs: host.syncs - before.syncs };
  }
  async function changeInRecord(): Promise<void> {
    outline = await reports.outline(caller, reportKey);
    const first = outline.sections[0];
    if (!first) throw new Error("The report has no section.");
    const html = `<p>${first.opening || "Words"} and more.</p>`;
    await reports.saveSection(caller, reportKey, first.key, { html, baseVersion: first.version });
    outline = await reports.outline(caller, reportKey);
  }

  let kept: KeptOperation = { link, added: [], changed: [] };
  const costs: [string, string, Cost][] = [];
  const step = async (key: string, what: string, work: () => Promise<unknown>) =>
    void costs.push([key, what, await cost(work)]);
  await step("insert", "inserting one section", () => insertParts(desk(), [section()], parts(), () => {}));
  await insertParts(desk(), parts(), parts(), () => {});
  await changeInRecord();
  await step("refresh", "refreshing one section", async () => {
    kept = (await refreshParts(desk(), [section()])).done.kept;
  });
  await step("undo", "undoing a refresh", async () => {
    link = (await revertOperation(kept)).value;
  });
  await refreshParts(desk(), [section()]);
  const typedIn = controlsOf(document.body)
    .flatMap((control) => [...control.getElementsByTagNameNS(wordNamespace, "t")])
    .at(1);
  if (typedIn) typedIn.textContent += " Typed by the author.";
  await step("save", "saving one section back", () => saveBack(desk(), section()));
  await step("move", "moving one section", () => movePart(desk(), outline, parts(), section().key, "down"));
  return costs.flatMap(([key, what, { calls: toServer, requests, syncs }]) => [
    figure({ key: `word.syncs-${key}`, what: `Syncs for ${what}`, unit: "syncs", measured: syncs }),
    figure({
      key: `pane.requests-${key}`,
      what: `Requests of the pane for ${what}`,
      unit: "requests",
      measured: toServer,
    }),
    figure({
      key: `graph.requests-${key}`,
      what: `Requests to Graph for ${what}`,
      unit: "requests",
      measured: requests,
    }),
  ]);
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
