import type { ListStyle } from "../../contracts/section-content.ts";
import { wordNamespaces, xmlDeclaration } from "./word-xml.ts";

const levels = 9;
const bullets = ["•", "–", "▪"];
const abstractIds: Readonly<Record<ListStyle, number>> = { bullet: 1, decimal: 2, roman: 3 };
const formats: Readonly<Record<ListStyle, string>> = {
  bullet: "bullet",
  decimal: "decimal",
  roman: "lowerRoman",
};

/** The number that all bullet lists share: they never restart. */
const bulletsId = 1;

/**
 * The numbering of one document. Each ordered list is a numbering of its own that starts where it should, so a
 * list never carries on where another stopped.
 */
export class ListNumbering {
  readonly #ordered: { id: number; style: ListStyle; level: number; start: number }[] = [];

  /** The numbering id for a list at a level (0 for the outermost). */
  idFor(style: ListStyle, level: number, start = 1): number {
    if (style === "bullet") return bulletsId;
    const id = bulletsId + 1 + this.#ordered.length;
    this.#ordered.push({ id, style, level: Math.min(level, levels - 1), start });
    return id;
  }

  /** The numbering part. Abstract definitions come first: the schema wants them so. */
  render(): string {
    const abstracts = (Object.keys(abstractIds) as ListStyle[]).map(renderAbstract).join("");
    const bulletsNumber = `<w:num w:numId="${bulletsId}"><w:abstractNumId w:val="${abstractIds.bullet}"/></w:num>`;
    const ordered = this.#ordered.map(
      ({ id, style, level, start }) =>
        `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractIds[style]}"/>` +
        `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    );
    return `${xmlDeclaration}<w:numbering ${wordNamespaces}>${abstracts}${bulletsNumber}${ordered.join("")}</w:numbering>`;
  }
}

function renderAbstract(style: ListStyle): string {
  const rows = Array.from({ length: levels }, (_, level) => {
    const text = style === "bullet" ? bullets[level % bullets.length] : `%${level + 1}.`;
    const indent = 454 * (level + 1);
    return (
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${formats[style]}"/>` +
      `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="${indent}" w:hanging="454"/></w:pPr></w:lvl>`
    );
  });
  return (
    `<w:abstractNum w:abstractNumId="${abstractIds[style]}"><w:multiLevelType w:val="hybridMultilevel"/>` +
    `${rows.join("")}</w:abstractNum>`
  );
}
