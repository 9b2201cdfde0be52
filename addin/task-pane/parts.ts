import type { MappedControl } from "../../shared/contracts/document-map.ts";
import type { ReportOutline, SectionOutline, TableOutline } from "../../shared/contracts/task-pane-api.ts";
import type { DocumentLink } from "../word/document-link.ts";
import type { Place } from "../word/insert-fragment.ts";

/** A part of the report in its order: a section, or a table under its section. */
export type Part =
  | {
      readonly kind: "section";
      readonly key: string;
      readonly title: string;
      readonly section: SectionOutline;
    }
  | { readonly kind: "table"; readonly key: string; readonly title: string; readonly table: TableOutline };

/** The report’s parts in the order of the document. */
export function partsOf(outline: ReportOutline): Part[] {
  const sections = [...outline.sections].sort((left, right) => left.order - right.order);
  const known = new Set(sections.map((section) => section.key));
  const tablePart = (table: TableOutline): Part => ({
    kind: "table",
    key: table.key,
    title: table.title,
    table,
  });
  const parts = sections.flatMap((section): Part[] => [
    { kind: "section", key: section.key, title: section.heading, section },
    ...outline.tables.filter((table) => table.sectionKey === section.key).map(tablePart),
  ]);
  return [...parts, ...outline.tables.filter((table) => !known.has(table.sectionKey)).map(tablePart)];
}

/** What stands in the document for a part: its control in the map, if the control is really there. */
export function standingFor(part: Pick<Part, "kind" | "key">, link: DocumentLink): MappedControl | undefined {
  return link.map?.controls.find(
    (control) => control.kind === part.kind && control.key === part.key && link.tags.includes(control.tag),
  );
}

/** Where a part belongs among those that stand already: after the nearest before it, else before the nearest after. */
export function placeFor(part: Part, parts: readonly Part[], link: DocumentLink): Place {
  const index = parts.findIndex((one) => one.kind === part.kind && one.key === part.key);
  for (const earlier of parts.slice(0, index).reverse()) {
    const control = standingFor(earlier, link);
    if (control) return { after: control.tag };
  }
  for (const later of parts.slice(index + 1)) {
    const control = standingFor(later, link);
    if (control) return { before: control.tag };
  }
  return "end";
}
