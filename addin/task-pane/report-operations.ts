import type { DocumentMap, MappedControl } from "../../shared/contracts/document-map.ts";
import {
  type ConflictChoice,
  type ReportOutline,
  type SectionMerge,
  type SectionSaved,
  settledHtml,
} from "../../shared/contracts/task-pane-api.ts";
import { branchOf, movedSections } from "../../shared/rules/reports/section-order.ts";
import type { Progress } from "../ui/use-work.ts";
import { type DocumentLink, withControls, writeDocumentMap } from "../word/document-link.ts";
import { insertFragment, type Place } from "../word/insert-fragment.ts";
import type { KeptControl, KeptOperation } from "../word/kept-copy.ts";
import { moveControls } from "../word/move-controls.ts";
import { readSection } from "../word/read-section.ts";
import { isMerged, replaceSection } from "../word/replace-section.ts";
import { WordError } from "../word/word-error.ts";
import { isInside, type Part, placeFor, runsOf, standingFor } from "./parts.ts";
import type { ReportServer } from "./report-server.ts";

/** What every operation on a report in the open document needs. */
export interface Desk {
  readonly server: ReportServer;
  readonly reportKey: string;
  readonly link: DocumentLink;
  readonly progress: Progress;
  /** Told after every step that changed the document, so that stopping or failing leaves the truth. */
  readonly onLink: (link: DocumentLink) => void;
}

/** What an operation changed in the document, to go back to. */
export interface Done {
  readonly link: DocumentLink;
  readonly kept: KeptOperation;
}

/**
 * Inserts parts where they belong: one request and one insertion (three syncs) for each run of neighbours. It can
 * be stopped between runs; what is in by then stays.
 * @param parts the report’s own, in order; chosen parts that are not among them (standard sections, extracts) go
 *   after the part with the key `othersAfter`, or to the end.
 */
export async function insertParts(
  desk: Desk,
  chosen: readonly Part[],
  parts: readonly Part[],
  tell: (done: Done) => void,
  othersAfter?: string,
): Promise<Done> {
  const { server, reportKey, progress, onLink } = desk;
  const before = desk.link;
  let link = before;
  const added: string[] = [];
  const all = chosen.length === parts.length && chosen.every((part) => !standingFor(part, link));
  const inOrder = runsOf(chosen, parts, link);
  const others = chosen.filter((part) => !parts.some(({ key }) => key === part.key)).map((part) => [part]);
  const runs = [...inOrder, ...others];
  let done = 0;
  for (const run of runs) {
    const [first] = run;
    if (!first) continue;
    progress.step(
      run.length === 1 ? `Inserting ${first.title}` : `Inserting ${run.length} parts`,
      done,
      chosen.length,
    );
    const wanted = all ? "all" : run.map(({ key }) => key);
    const fragment = await server.fragment(reportKey, { parts: wanted }, progress.signal);
    progress.cannotStop();
    const place = inOrder.includes(run) ? placeFor(first, parts, link) : placeAfter(othersAfter, parts, link);
    const { value } = await insertFragment(reportKey, fragment, place, link.map);
    const tags = fragment.controls.map(({ tag }) => tag);
    link = { map: value.map, tags: [...link.tags.filter((tag) => !tags.includes(tag)), ...tags], copies: [] };
    added.push(...tags);
    done += run.length;
    onLink(link);
    tell({ link, kept: { link: before, added, changed: [] } });
  }
  return { link, kept: { link: before, added, changed: [] } };
}

/** Beside the part with that key, where it stands in the document; else the end. */
function placeAfter(key: string | undefined, parts: readonly Part[], link: DocumentLink): Place {
  const part = parts.find((one) => one.key === key);
  const standing = part && !isInside(part, link) ? standingFor(part, link) : undefined;
  return standing ? { after: standing.tag } : "end";
}

/** A section whose changes need a person. */
export interface Unsettled {
  readonly part: Part;
  readonly merge: SectionMerge;
}

/** What refreshing came to. */
export interface Refreshed {
  readonly done: Done;
  /** Titles of the parts that now hold the record’s changes. */
  readonly refreshed: readonly string[];
  readonly unsettled: readonly Unsettled[];
  /** Parts left alone, each with the reason. */
  readonly leftAlone: readonly string[];
}

/**
 * Brings the record’s changes into the document and keeps the author’s own. A section is read, merged by the
 * server and replaced: two requests, seven syncs; a table is replaced: one request, five syncs. Can be stopped
 * between parts.
 */
export async function refreshParts(desk: Desk, newer: readonly Part[]): Promise<Refreshed> {
  const { progress } = desk;
  let link = desk.link;
  const changed: KeptControl[] = [];
  const refreshed: string[] = [];
  const unsettled: Unsettled[] = [];
  const leftAlone: string[] = [];
  for (const [index, part] of newer.entries()) {
    if (progress.signal.aborted) break;
    progress.step(`Refreshing ${part.title}`, index, newer.length);
    try {
      const outcome = await refreshPart({ ...desk, link }, part);
      if ("merge" in outcome) {
        unsettled.push({ part, merge: outcome.merge });
        continue;
      }
      link = outcome.link;
      changed.push(...outcome.kept);
      refreshed.push(part.title);
      desk.onLink(link);
    } catch (error) {
      if (progress.signal.aborted) break;
      if (!(error instanceof WordError) || (error.kind !== "has-remarks" && error.kind !== "edited"))
        throw error;
      leftAlone.push(error.message);
    }
  }
  return { done: { link, kept: { link: desk.link, added: [], changed } }, refreshed, unsettled, leftAlone };
}

type PartRefreshed =
  | { readonly link: DocumentLink; readonly kept: readonly KeptControl[] }
  | { readonly merge: SectionMerge };

async function refreshPart(desk: Desk, part: Part): Promise<PartRefreshed> {
  const { server, reportKey, link, progress } = desk;
  const standing = standingFor(part, link);
  if (!standing) return { link, kept: [] };
  if (!isMerged(standing)) return replaceWith(desk, part, standing, undefined);
  const { ooxml } = (await readSection(standing.tag)).value;
  const merge = await server.mergeSection(
    reportKey,
    part.key,
    { ooxml, base: standing.base, baseVersion: standing.version },
    progress.signal,
  );
  if (merge.pieces.some(({ kind }) => kind === "conflict")) return { merge };
  return settle(desk, part, merge, []);
}

/** Puts a merge whose conflicts are settled into the document; the author’s changes wait to be saved back. */
export async function settle(
  desk: Desk,
  part: Part,
  merge: SectionMerge,
  choices: readonly ConflictChoice[],
): Promise<{ readonly link: DocumentLink; readonly kept: readonly KeptControl[] }> {
  const { link, reportKey, progress } = desk;
  const standing = standingFor(part, link);
  if (!standing) return { link, kept: [] };
  const html = settledHtml(merge.pieces, choices);
  if (html !== merge.yours) return replaceWith(desk, part, standing, html);
  // The words stay as they are: only what they are compared with is new.
  progress.cannotStop();
  const map = withControls(link.map, reportKey, [
    { ...standing, base: merge.theirs, version: merge.theirVersion, hash: merge.theirHash },
  ]);
  await writeDocumentMap(map);
  return { link: { ...link, map }, kept: [] };
}

async function replaceWith(
  { server, reportKey, link, progress }: Desk,
  part: Part,
  standing: MappedControl,
  html: string | undefined,
): Promise<{ readonly link: DocumentLink; readonly kept: readonly KeptControl[] }> {
  const fragment = await server.fragment(
    reportKey,
    { parts: [part.key], ...(html === undefined ? {} : { texts: { [part.key]: html } }) },
    progress.signal,
  );
  progress.cannotStop();
  const { value } = await replaceSection(reportKey, standing.tag, fragment, link.map);
  return {
    link: {
      map: value.map,
      tags: [...new Set([...link.tags, ...fragment.controls.map(({ tag }) => tag)])],
      copies: [],
    },
    kept: [value.kept],
  };
}

/** What saving came to: stored, or held back by changes that need a person. */
export type Saved =
  | { readonly saved: SectionSaved; readonly done: Done | null; readonly released: number }
  | { readonly merge: SectionMerge };

/**
 * Saves a section back: two requests and four syncs. Where the record has changed since, both changes are merged,
 * saved and put into the document; only a true conflict is handed back.
 */
export async function saveBack(
  desk: Desk,
  part: Part,
  settled?: { readonly merge: SectionMerge; readonly choices: readonly ConflictChoice[] },
): Promise<Saved | null> {
  const { server, reportKey, link, progress } = desk;
  const standing = standingFor(part, link);
  if (!standing) return null;
  progress.cannotStop();
  if (settled) return saveMerge(desk, part, standing, settled.merge, settled.choices);
  const { ooxml, released } = (await readSection(standing.tag)).value;
  const answer = await server.saveSection(reportKey, part.key, {
    ooxml,
    baseVersion: standing.version,
    baseHash: standing.hash,
  });
  if (answer.outcome === "saved") {
    const map = await mapAfter(desk, standing, answer.saved);
    return {
      saved: answer.saved,
      released,
      done: { link: { ...link, map }, kept: { link, added: [], changed: [] } },
    };
  }
  const merge = await server.mergeSection(reportKey, part.key, {
    ooxml,
    base: standing.base,
    baseVersion: standing.version,
  });
  if (merge.pieces.some(({ kind }) => kind === "conflict")) return { merge };
  return saveMerge(desk, part, standing, merge, []);
}

/** The document first: what cannot be put there is not stored either. */
async function saveMerge(
  desk: Desk,
  part: Part,
  standing: MappedControl,
  merge: SectionMerge,
  choices: readonly ConflictChoice[],
): Promise<Saved> {
  const { server, reportKey } = desk;
  const html = settledHtml(merge.pieces, choices);
  const { link, kept } = await settle(desk, part, merge, choices);
  desk.onLink(link);
  const answer = await server.saveSection(reportKey, part.key, {
    html,
    baseVersion: merge.theirVersion,
    baseHash: merge.theirHash,
  });
  // Changed once more within a second: the next save merges with that.
  if (answer.outcome === "changed")
    throw new WordError(
      "refused",
      "Someone else saved this section just now. Save it again to merge with theirs.",
    );
  const map = await mapAfter({ ...desk, link }, standingFor(part, link) ?? standing, answer.saved);
  return {
    saved: answer.saved,
    released: 0,
    done: { link: { ...link, map }, kept: { link: desk.link, added: [], changed: kept } },
  };
}

async function mapAfter(
  { link, reportKey }: Desk,
  standing: MappedControl,
  { version, hash, html }: SectionSaved,
): Promise<DocumentMap> {
  const map = withControls(link.map, reportKey, [{ ...standing, version, hash, base: html }]);
  await writeDocumentMap(map);
  return map;
}

/** What moving came to: the outline in its new order, and the document after it. */
export interface Moved extends Done {
  readonly outline: ReportOutline;
}

/**
 * Moves a section, with the deeper sections below it, past its neighbour: in the document (five syncs, none when it
 * does not stand there) and then in the record (one request).
 * @returns null when there is nothing to move past.
 */
export async function movePart(
  desk: Desk,
  outline: ReportOutline,
  parts: readonly Part[],
  key: string,
  direction: "up" | "down",
): Promise<Moved | null> {
  const { server, reportKey, link, progress } = desk;
  const sections = parts.flatMap((part) => (part.kind === "section" ? [part.section] : []));
  const keys = movedSections(sections, key, direction);
  if (!keys) return null;
  const branch = new Set(branchOf(sections, key));
  const isMoving = (part: Part): boolean =>
    branch.has(part.kind === "table" ? part.table.sectionKey : part.key);
  const standing = (part: Part): string[] => {
    const control = isInside(part, link) ? undefined : standingFor(part, link);
    return control ? [control.tag] : [];
  };
  const tags = parts.filter(isMoving).flatMap(standing);
  const resting = parts.filter((part) => !isMoving(part) && standing(part).length > 0);
  progress.cannotStop();
  let changed: readonly KeptControl[] = [];
  if (tags.length > 0 && resting.length > 0) {
    const place = placeAmong(keys, branch, resting, link);
    const back = placeAmong(
      sections.map((section) => section.key),
      branch,
      resting,
      link,
    );
    if (JSON.stringify(place) !== JSON.stringify(back))
      changed = (await moveControls(tags, place)).value.map((control) => ({ ...control, place: back }));
  }
  const next = await server.orderSections(reportKey, { keys }).catch(async (error: unknown) => {
    // The record kept its order: the document goes back to it.
    const [first] = changed;
    if (first?.place) await moveControls(tags, first.place);
    throw error;
  });
  return { outline: { ...outline, ...next }, link, kept: { link, added: [], changed } };
}

/** Where the moving branch stands in an order of sections, beside what rests. */
function placeAmong(
  keys: readonly string[],
  branch: ReadonlySet<string>,
  resting: readonly Part[],
  link: DocumentLink,
): Place {
  const sectionOf = (part: Part): string => (part.kind === "table" ? part.table.sectionKey : part.key);
  const at = keys.findIndex((key) => branch.has(key));
  const before = resting.filter((part) => keys.indexOf(sectionOf(part)) < at);
  const nearest = [...before].sort((a, b) => keys.indexOf(sectionOf(a)) - keys.indexOf(sectionOf(b))).at(-1);
  const tagOf = (part: Part | undefined): string => (part && standingFor(part, link)?.tag) ?? "";
  if (nearest) return { after: tagOf(nearest) };
  return { before: tagOf(resting[0]) };
}
