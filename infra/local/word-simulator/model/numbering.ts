import { paragraphsOf } from "./paragraph-text.ts";
import { setWordAttribute, wordAttribute, wordChild, wordChildren } from "./xml.ts";

export interface NumberingLevel {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly indent: Element | undefined;
  /** The level after which this one starts again; undefined for any higher one. */
  readonly restart: number | undefined;
}

/** The level of a list that a paragraph is in, from its own properties or its style's. */
export function numberingOf(
  paragraph: Element,
  styleProperties: (paragraph: Element) => readonly Element[],
): { readonly numId: string; readonly level: number } | undefined {
  const sources = [wordChild(paragraph, "pPr"), ...styleProperties(paragraph)];
  let level: string | undefined;
  for (const source of sources) {
    const numbering = wordChild(source, "numPr");
    if (!numbering) continue;
    level ??= wordAttribute(wordChild(numbering, "ilvl"));
    const numId = wordAttribute(wordChild(numbering, "numId"));
    if (numId === undefined) continue;
    return numId === "0" ? undefined : { numId, level: Number(level ?? 0) };
  }
  return undefined;
}

/** Reads a list's level from numbering.xml, overrides included. */
export function numberingLevel(
  numbering: Element | undefined,
  numId: string,
  level: number,
): NumberingLevel | undefined {
  if (!numbering) return undefined;
  const instance = wordChildren(numbering, "num").find((num) => wordAttribute(num, "numId") === numId);
  if (!instance) return undefined;
  const override = wordChildren(instance, "lvlOverride").find(
    (one) => wordAttribute(one, "ilvl") === String(level),
  );
  const definition = abstractOf(numbering, instance);
  const own = wordChild(override, "lvl");
  const described =
    own ??
    wordChildren(definition ?? instance, "lvl").find((lvl) => wordAttribute(lvl, "ilvl") === String(level));
  if (!described) return undefined;
  const start =
    wordAttribute(wordChild(override, "startOverride")) ??
    wordAttribute(wordChild(described, "start")) ??
    "1";
  const restart = wordAttribute(wordChild(described, "lvlRestart"));
  return {
    format: wordAttribute(wordChild(described, "numFmt")) ?? "decimal",
    text: wordAttribute(wordChild(described, "lvlText")) ?? "",
    start: Number(start),
    indent: wordChild(wordChild(described, "pPr"), "ind"),
    restart: restart === undefined ? undefined : Number(restart),
  };
}

function abstractOf(numbering: Element, instance: Element): Element | undefined {
  const id = wordAttribute(wordChild(instance, "abstractNumId"));
  return wordChildren(numbering, "abstractNum").find((one) => wordAttribute(one, "abstractNumId") === id);
}

/**
 * What Word would print before each numbered paragraph: `1.`, `(b)`, `iv.` or a bullet. Lists that share a
 * definition count on together unless an instance starts again (`w:startOverride`), as Word does.
 */
export function numberLabels(
  body: Element,
  numbering: Element | undefined,
  styleProperties: (paragraph: Element) => readonly Element[],
): Map<Element, string> {
  const labels = new Map<Element, string>();
  if (!numbering) return labels;
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  for (const paragraph of paragraphsOf(body)) {
    const place = numberingOf(paragraph, styleProperties);
    const level = place && numberingLevel(numbering, place.numId, place.level);
    if (!place || !level) continue;
    const instance = wordChildren(numbering, "num").find(
      (num) => wordAttribute(num, "numId") === place.numId,
    );
    const abstract = wordAttribute(wordChild(instance, "abstractNumId")) ?? place.numId;
    const counts = counters.get(abstract) ?? [];
    counters.set(abstract, counts);
    const overridden =
      instance &&
      wordChildren(instance, "lvlOverride").some(
        (one) => wordAttribute(one, "ilvl") === String(place.level) && wordChild(one, "startOverride"),
      );
    const first = `${place.numId}/${place.level}`;
    if (overridden && !begun.has(first)) counts[place.level] = undefined;
    begun.add(first);
    const before = counts[place.level];
    counts[place.level] = before === undefined ? level.start : before + 1;
    for (let deeper = place.level + 1; deeper < 9; deeper++) {
      const below = numberingLevel(numbering, place.numId, deeper);
      if (below?.restart === 0) continue;
      counts[deeper] = undefined;
    }
    labels.set(paragraph, labelOf(numbering, place.numId, level, counts));
  }
  return labels;
}

function labelOf(
  numbering: Element,
  numId: string,
  level: NumberingLevel,
  counts: readonly (number | undefined)[],
): string {
  if (level.format === "bullet") return "•";
  if (level.format === "none") return "";
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const described = numberingLevel(numbering, numId, index);
    return spell(counts[index] ?? described?.start ?? 1, described?.format ?? "decimal");
  });
}

function spell(count: number, format: string): string {
  switch (format) {
    case "lowerRoman":
      return roman(count).toLowerCase();
    case "upperRoman":
      return roman(count);
    case "lowerLetter":
      return letters(count);
    case "upperLetter":
      return letters(count).toUpperCase();
    case "decimalZero":
      return String(count).padStart(2, "0");
    default:
      return String(count);
  }
}

function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(count: number): string {
  let rest = count;
  let text = "";
  for (const [value, letter] of romanSteps) {
    while (rest >= value) {
      text += letter;
      rest -= value;
    }
  }
  return text;
}

/** The definitions a fragment brings, copied under numbers the document does not use yet. */
export function copyNumbering(
  from: Element,
  into: Element,
  usedNumIds: ReadonlySet<string>,
): Map<string, string> {
  const highest = (name: string, attribute: string): number =>
    Math.max(-1, ...wordChildren(into, name).map((one) => Number(wordAttribute(one, attribute) ?? 0)));
  let nextAbstract = highest("abstractNum", "abstractNumId") + 1;
  let nextNum = Math.max(highest("num", "numId") + 1, 1);
  const abstracts = new Map<string, string>();
  const numbers = new Map<string, string>();
  const firstInstance = wordChildren(into, "num")[0] ?? null;
  for (const instance of wordChildren(from, "num")) {
    const numId = wordAttribute(instance, "numId") ?? "";
    if (!usedNumIds.has(numId)) continue;
    const abstractId = wordAttribute(wordChild(instance, "abstractNumId")) ?? "";
    if (!abstracts.has(abstractId)) {
      const definition = abstractOf(from, instance);
      if (!definition) continue;
      const copy = into.ownerDocument.importNode(definition, true);
      setWordAttribute(copy, String(nextAbstract), "abstractNumId");
      // Word takes two definitions with one w:nsid for the same list and would join their counts.
      for (const name of ["nsid", "tmpl"]) {
        const mark = wordChild(copy, name);
        if (mark) copy.removeChild(mark);
      }
      into.insertBefore(copy, firstInstance);
      abstracts.set(abstractId, String(nextAbstract));
      nextAbstract++;
    }
    const copy = into.ownerDocument.importNode(instance, true);
    setWordAttribute(copy, String(nextNum), "numId");
    const reference = wordChild(copy, "abstractNumId");
    if (reference) setWordAttribute(reference, abstracts.get(abstractId) ?? abstractId);
    into.appendChild(copy);
    numbers.set(numId, String(nextNum));
    nextNum++;
  }
  return numbers;
}
