import { detach, makeWord, setWordAttribute, wordAttribute, wordChild, wordDescendants } from "./xml.ts";

/** The most characters a content control's tag or title holds. */
export const tagLimit = 64;

/** The content controls of an element, in document order, nested ones after the one around them. */
export function controlsOf(element: Element): Element[] {
  return wordDescendants(element, "sdt").filter((control) => wordChild(control, "sdtContent"));
}

export function controlProperties(control: Element): Element {
  const properties = wordChild(control, "sdtPr");
  if (properties) return properties;
  return control.insertBefore(makeWord(control, "sdtPr"), control.firstChild);
}

export function controlTag(control: Element): string {
  return wordAttribute(wordChild(controlProperties(control), "tag")) ?? "";
}

export function controlTitle(control: Element): string {
  return wordAttribute(wordChild(controlProperties(control), "alias")) ?? "";
}

export function controlId(control: Element): number {
  return Number(wordAttribute(wordChild(controlProperties(control), "id")) ?? 0);
}

/** Order of `w:sdtPr`’s first children in the schema. */
const propertyOrder = ["rPr", "alias", "tag", "id"];

/** Sets `tag`, `alias` or `id` at the place the schema wants it; an empty text takes it away. */
export function setControlProperty(control: Element, name: "tag" | "alias" | "id", value: string): void {
  const properties = controlProperties(control);
  const existing = wordChild(properties, name);
  if (value === "") {
    if (existing) detach(existing);
    return;
  }
  if (existing) {
    setWordAttribute(existing, value);
    return;
  }
  const later = propertyOrder.slice(0, propertyOrder.indexOf(name));
  let before: Node | null = properties.firstChild;
  while (before && later.includes((before as Element).localName)) before = before.nextSibling;
  properties.insertBefore(makeWord(properties, name, { val: value }), before);
}

/** Gives every control of `added` an id that no other control in `whole` has; a control without one gets one. */
export function makeControlIdsUnique(whole: Element, added: readonly Element[]): void {
  const fresh = new Set(added);
  const used = new Set(
    controlsOf(whole)
      .filter((control) => !fresh.has(control))
      .map(controlId),
  );
  let next = 100_000_001;
  for (const control of added) {
    const id = controlId(control);
    if (id !== 0 && !used.has(id)) {
      used.add(id);
      continue;
    }
    while (used.has(next)) next++;
    used.add(next);
    setControlProperty(control, "id", String(next));
  }
}
