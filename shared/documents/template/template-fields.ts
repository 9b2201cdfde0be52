/**
 * Content controls of a template’s header and footer that a document fills, by tag. They may stand anywhere in
 * either, or be left out.
 */
export const templateFields = {
  council: { tag: "clear-days-council", title: "Name of the council" },
  title: { tag: "clear-days-title", title: "Title of the report" },
} as const;

export type TemplateField = keyof typeof templateFields;

/** Stands in a part until a document is written; an XML comment cannot be mistaken for the template’s own words. */
export function fieldMark(field: TemplateField): string {
  return `clear-days-field:${field}`;
}
