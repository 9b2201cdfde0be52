import type { ListStyle } from "../../contracts/section-content.ts";

/** Word numbers nine levels of a list. */
export const listLevels = 9;

export const listFormats: Readonly<Record<ListStyle, string>> = {
  bullet: "bullet",
  decimal: "decimal",
  roman: "lowerRoman",
};

const bullets = ["•", "–", "▪"];

/** Our own look of a list’s level (0 for the outermost), as XML. */
export function ownLevel(style: ListStyle, level: number): string {
  const text = style === "bullet" ? bullets[level % bullets.length] : `%${level + 1}.`;
  const indent = 454 * (level + 1);
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${listFormats[style]}"/>` +
    `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${indent}" w:hanging="454"/></w:pPr></w:lvl>`
  );
}

/** Our own look of a whole list. */
export function ownLevels(style: ListStyle): string[] {
  return Array.from({ length: listLevels }, (_, level) => ownLevel(style, level));
}
