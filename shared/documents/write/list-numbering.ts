import type { ListStyle } from "../../contracts/section-content.ts";
import { listFormats, listLevels } from "../template/list-levels.ts";
import type { TemplateNumbering } from "../template/word-template.ts";
import { wordNamespaces, xmlDeclaration } from "./word-xml.ts";

const styles = Object.keys(listFormats) as ListStyle[];

/**
 * The numbering of one document. Each ordered list is a numbering of its own that starts where it should, so a
 * list never carries on where another stopped. What the template numbers keeps its ids; ours come after them.
 */
export class ListNumbering {
  readonly #template: TemplateNumbering;
  readonly #ordered: { id: number; style: ListStyle; level: number; start: number }[] = [];

  constructor(template: TemplateNumbering) {
    this.#template = template;
  }

  /** The number that all bullet lists share: they never restart. */
  get #bulletsId(): number {
    return this.#template.nextNumber;
  }

  /** The numbering id for a list at a level (0 for the outermost). */
  idFor(style: ListStyle, level: number, start = 1): number {
    if (style === "bullet") return this.#bulletsId;
    const id = this.#bulletsId + 1 + this.#ordered.length;
    this.#ordered.push({ id, style, level: Math.min(level, listLevels - 1), start });
    return id;
  }

  /** The numbering part. Definitions come before the numbers that use them: the schema wants them so. */
  render(): string {
    const { definitions, numbers, nextDefinition, levels } = this.#template;
    const definitionOf = (style: ListStyle) => nextDefinition + styles.indexOf(style);
    const own = styles.map(
      (style) =>
        `<w:abstractNum w:abstractNumId="${definitionOf(style)}"><w:multiLevelType w:val="hybridMultilevel"/>${levels[style].join("")}</w:abstractNum>`,
    );
    const bullets = `<w:num w:numId="${this.#bulletsId}"><w:abstractNumId w:val="${definitionOf("bullet")}"/></w:num>`;
    const ordered = this.#ordered.map(
      ({ id, style, level, start }) =>
        `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionOf(style)}"/>` +
        `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    );
    return `${xmlDeclaration}<w:numbering ${wordNamespaces}>${definitions}${own.join("")}${numbers}${bullets}${ordered.join("")}</w:numbering>`;
  }
}
