import type { MappedControl } from "../../shared/contracts/document-map.ts";
import type {
  ReportOutline,
  SectionOutline,
  StandardSectionOutline,
  TableOutline,
} from "../../shared/contracts/task-pane-api.ts";
import type { DocumentLink } from "../word/document-link.ts";
import type { Place } from "../word/insert-fragment.ts";
import { isMerged } from "../word/replace-section.ts";

/** A part of the report in its order: a section, a table under its section, or what comes from elsewhere. */
export type Part = {
  readonly key: string;
  readonly title: string;
  /** SHA-256 of what the record holds of it. */
  readonly hash: string;
} & (
  | { readonly kind: "section"; readonly section: SectionOutline }
  | { readonly kind: "table"; readonly table: TableOutline }
  /** An extract of the records, or a standard section: nothing to save back to. */
  | { readonly kind: "extract" | "standard"; readonly opening: string; readonly note: string }
);

/** The report’s own parts in the order of the document. */
export function partsOf(outline: ReportOutline): Part[] {
  const sections = [...outline.sections].sort((left, right) => left.order - right.order);
  const known = new Set(sections.map((section) => section.key));
  const tablePart = (table: TableOutline): Part => ({
    kind: "table",
    key: table.key,
    title: table.title,
    hash: table.hash,
    table,
  });
  const parts = sections.flatMap((section): Part[] => [
    { kind: "section", key: section.key, title: section.heading, hash: section.hash, section },
    ...outline.tables.filter((table) => table.sectionKey === section.key).map(tablePart),
  ]);
  return [...parts, ...outline.tables.filter((table) => !known.has(table.sectionKey)).map(tablePart)];
}

/** What else can be put into the report: extracts of the records, and the council’s standard sections. */
export function otherParts(outline: ReportOutline, standard: readonly StandardSectionOutline[]): Part[] {
  return [
    ...outline.extracts.map(
      ({ key, title, hash, opening }): Part => ({
        kind: "extract",
        key,
        title,
        hash,
        opening,
        note: "From the records",
      }),
    ),
    ...standard
      .filter(({ kinds }) => kinds.includes(outline.report.kind))
      .map(
        ({ key, title, hash, opening, version }): Part => ({
          kind: "standard",
          key,
          title,
          hash,
          opening,
          note: `Standard section, version ${version}`,
        }),
      ),
  ];
}

/** What stands in the document for a part: its control in the map, if the control is really there. */
export function standingFor(part: Pick<Part, "key">, link: DocumentLink): MappedControl | undefined {
  return link.map?.controls.find((control) => control.key === part.key && link.tags.includes(control.tag));
}

/** Whether the record holds something else than what was inserted. */
export function isNewer(part: Part, link: DocumentLink): boolean {
  const standing = standingFor(part, link);
  return standing !== undefined && standing.hash !== part.hash;
}

/** Whether a part stands inside a section’s control: it goes where its section goes. */
export function isInside(part: Pick<Part, "key">, link: DocumentLink): boolean {
  const mark = `data-table="${part.key.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`;
  return (link.map?.controls ?? []).some(
    (control) => isMerged(control) && link.tags.includes(control.tag) && control.base.includes(mark),
  );
}

/** Where a part belongs among those that stand already: after the nearest before it, else before the nearest after. */
export function placeFor(part: Pick<Part, "key">, parts: readonly Part[], link: DocumentLink): Place {
  const index = parts.findIndex((one) => one.key === part.key);
  if (index < 0) return "end";
  const beside = (other: Part): MappedControl | undefined =>
    isInside(other, link) ? undefined : standingFor(other, link);
  for (const earlier of parts.slice(0, index).reverse()) {
    const control = beside(earlier);
    if (control) return { after: control.tag };
  }
  for (const later of parts.slice(index + 1)) {
    const control = beside(later);
    if (control) return { before: control.tag };
  }
  return "end";
}

/** Parts to insert, in the order of the report, together where nothing stands between them. */
export function runsOf(chosen: readonly Part[], parts: readonly Part[], link: DocumentLink): Part[][] {
  const keys = new Set(chosen.map(({ key }) => key));
  const runs: Part[][] = [];
  let open = false;
  for (const part of parts) {
    if (keys.has(part.key) && !standingFor(part, link)) {
      if (open) runs.at(-1)?.push(part);
      else runs.push([part]);
      open = true;
    } else if (standingFor(part, link)) open = false;
  }
  return runs;
}

/** Parts whose title or words hold every word of a search. */
export function partsMatching(parts: readonly Part[], words: string): Part[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return parts.filter((part) => {
    const text = [part.title, ...factsOf(part)].join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function factsOf(part: Part): string[] {
  switch (part.kind) {
    case "section":
      return [part.section.opening, part.section.contributor ?? ""];
    case "table":
      return [];
    default:
      return [part.opening, part.note];
  }
}
