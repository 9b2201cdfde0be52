import type { Document, Element } from "@xmldom/xmldom";
import type { ListStyle } from "../../contracts/section-content.ts";
import { childElements, childNamed, elements, propertyValue, wordAttribute } from "./word-package.ts";
import type { WordStyles } from "./word-styles.ts";

/** Where a numbered paragraph stands. */
export type NumberedLine =
  | {
      readonly kind: "item";
      readonly numbering: string;
      readonly level: number;
      readonly style: ListStyle;
      /** Its own number, as Word counts; bullets have 1. */
      readonly number: number;
    }
  /** Numbering that section content cannot hold; the label is what Word prints before the words. */
  | { readonly kind: "label"; readonly label: string; readonly outside: string };

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** Whether a higher level makes it begin again. */
  readonly restarts: boolean;
}

const kept: ReadonlyMap<string, ListStyle> = new Map([
  ["bullet", "bullet"],
  ["decimal", "decimal"],
  ["lowerRoman", "roman"],
]);

/** The numbering of a document, counting through its paragraphs in order as Word does. */
export class WordNumbering {
  readonly #styles: WordStyles;
  readonly #definitions: Map<string, Element>;
  readonly #numbers: Map<string, Element>;
  readonly #levels: Map<string, Level | null>;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param known the numbering of the same document, to share what it has read, but not how far it has counted. */
  constructor(part: Document | undefined, styles: WordStyles, known?: WordNumbering) {
    this.#styles = styles;
    this.#definitions = known ? known.#definitions : new Map();
    this.#numbers = known ? known.#numbers : new Map();
    this.#levels = known ? known.#levels : new Map();
    if (!part || known) return;
    for (const definition of elements(part, "abstractNum"))
      this.#definitions.set(wordAttribute(definition, "abstractNumId") ?? "", definition);
    for (const number of elements(part, "num"))
      this.#numbers.set(wordAttribute(number, "numId") ?? "", number);
  }

  /** The same numbering, counting from the beginning. */
  fromTheBeginning(): WordNumbering {
    return new WordNumbering(undefined, this.#styles, this);
  }

  /** The place of a paragraph in its list, from its own properties or its style’s; null outside lists. Counts on. */
  lineOf(properties: Element | undefined): NumberedLine | null {
    const place = this.#placeOf(properties);
    if (!place) return null;
    const { numbering, level } = place;
    const described = this.#level(numbering, level);
    if (!described) return null;
    const number = this.#count(numbering, level, described);
    const style = kept.get(described.format);
    const ownNumberOnly = new RegExp(`^[^\\p{L}\\p{N}%]*%${level + 1}[^\\p{L}\\p{N}%]*$`, "u");
    if (style === "bullet") return { kind: "item", numbering, level, style, number: 1 };
    if (style && ownNumberOnly.test(described.text)) return { kind: "item", numbering, level, style, number };
    const label = this.#label(numbering, described);
    return label === "" ? null : { kind: "label", label, outside: outsideOf(described) };
  }

  #placeOf(properties: Element | undefined): { numbering: string; level: number } | null {
    const styleId = propertyValue(properties, "pStyle");
    const sources = [...(properties ? [properties] : []), ...this.#styles.properties(styleId, "pPr")];
    let level: string | undefined;
    for (const source of sources) {
      const numbered = childNamed(source, "numPr");
      if (!numbered) continue;
      level ??= propertyValue(numbered, "ilvl");
      const numbering = propertyValue(numbered, "numId");
      if (numbering === undefined) continue;
      if (numbering === "0") return null;
      return { numbering, level: Number(level ?? this.#levelOfStyle(numbering, styleId) ?? "0") };
    }
    return null;
  }

  /** A style that numbers its paragraphs is named by the level it stands on. */
  #levelOfStyle(numbering: string, styleId: string | undefined): string | undefined {
    const definition = this.#definitionOf(numbering);
    const level =
      definition &&
      childElements(definition).find(
        (child) =>
          child.localName === "lvl" && styleId !== undefined && propertyValue(child, "pStyle") === styleId,
      );
    return level && wordAttribute(level, "ilvl");
  }

  #definitionOf(numbering: string, links = 0): Element | undefined {
    const id = propertyValue(this.#numbers.get(numbering), "abstractNumId");
    const definition = id === undefined ? undefined : this.#definitions.get(id);
    const link = definition && propertyValue(definition, "numStyleLink");
    if (!link || links > 8) return definition;
    const behind = this.#styles
      .properties(link, "pPr")
      .map((properties) => propertyValue(childNamed(properties, "numPr"), "numId"))
      .find((one) => one !== undefined);
    return behind === undefined ? definition : this.#definitionOf(behind, links + 1);
  }

  #level(numbering: string, level: number): Level | null {
    const key = `${numbering}/${level}`;
    const known = this.#levels.get(key);
    if (known !== undefined) return known;
    const override = this.#override(numbering, level);
    const definition = this.#definitionOf(numbering);
    const described =
      childNamed(override, "lvl") ??
      (definition &&
        childElements(definition).find(
          (child) => child.localName === "lvl" && wordAttribute(child, "ilvl") === String(level),
        ));
    const made = described
      ? {
          format: propertyValue(described, "numFmt") ?? "decimal",
          text: propertyValue(described, "lvlText") ?? "",
          start: Number(propertyValue(override, "startOverride") ?? propertyValue(described, "start") ?? "1"),
          restarts: propertyValue(described, "lvlRestart") !== "0",
        }
      : null;
    this.#levels.set(key, made);
    return made;
  }

  #override(numbering: string, level: number): Element | undefined {
    const number = this.#numbers.get(numbering);
    return (
      number &&
      childElements(number).find(
        (child) => child.localName === "lvlOverride" && wordAttribute(child, "ilvl") === String(level),
      )
    );
  }

  /** Numbers of one definition count on together, unless one of them starts again. */
  #counters(numbering: string): (number | undefined)[] {
    const id = propertyValue(this.#numbers.get(numbering), "abstractNumId") ?? numbering;
    const counts = this.#counts.get(id) ?? [];
    this.#counts.set(id, counts);
    return counts;
  }

  #count(numbering: string, level: number, described: Level): number {
    const counts = this.#counters(numbering);
    const key = `${numbering}/${level}`;
    if (!this.#begun.has(key) && childNamed(this.#override(numbering, level), "startOverride"))
      counts[level] = undefined;
    this.#begun.add(key);
    const before = counts[level];
    const number = before === undefined ? described.start : before + 1;
    counts[level] = number;
    for (let deeper = level + 1; deeper < counts.length; deeper++) {
      if (this.#level(numbering, deeper)?.restarts !== false) counts[deeper] = undefined;
    }
    return number;
  }

  #label(numbering: string, { text }: Level): string {
    const counts = this.#counters(numbering);
    return text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const level = this.#level(numbering, Number(digit) - 1);
        return written(counts[Number(digit) - 1] ?? level?.start ?? 1, level?.format ?? "decimal");
      })
      .trim();
  }
}

function outsideOf({ format, text }: Level): string {
  if (/letter/i.test(format)) return "a list with letters";
  if ((text.match(/%/g) ?? []).length > 1) return "a list with numbers of several levels";
  return "a list with numbers of another kind";
}

function written(number: number, format: string): string {
  switch (format) {
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperRoman":
      return roman(number);
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(number);
  }
}

/** Word counts a to z, then aa, bb, cc. */
function letters(number: number): string {
  if (number < 1) return "";
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romanNumerals = "M1000 CM900 D500 CD400 C100 XC90 L50 XL40 X10 IX9 V5 IV4 I1"
  .split(" ")
  .map((each) => [each.replace(/\d+/, ""), Number(each.replace(/\D+/, ""))] as const);

function roman(number: number): string {
  let rest = number;
  let text = "";
  for (const [numeral, value] of romanNumerals) {
    text += numeral.repeat(Math.max(0, Math.floor(rest / value)));
    rest %= value;
  }
  return text;
}
