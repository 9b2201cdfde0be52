import type { Document, Element } from "@xmldom/xmldom";
import { strFromU8 } from "fflate";
import type { ListStyle } from "../../contracts/section-content.ts";
import {
  childElements,
  childNamed,
  elements,
  mainPart,
  parseXml,
  partAt,
  printXml,
  propertyValue,
  type Relationship,
  relationshipsOf,
  relationshipsPart,
  UnreadableWordFile,
  unpack,
  wordAttribute,
} from "../read/word-package.ts";
import { officeRelationships, wordNamespace, xmlDeclaration } from "../write/word-xml.ts";
import { defaultTemplateFile } from "./default-template.ts";
import { listFormats, listLevels, ownLevel } from "./list-levels.ts";
import { ownStyleId, renderStyle, type StyleIds, type StyleKey, styleNames } from "./report-styles.ts";
import { fieldMark, type TemplateField, templateFields } from "./template-fields.ts";

/** What a template gives to the lists of a document. */
export interface TemplateNumbering {
  /** The template’s own definitions and the numbers that use them, as XML. */
  readonly definitions: string;
  readonly numbers: string;
  /** Ids that the template does not use, nor any after them. */
  readonly nextDefinition: number;
  readonly nextNumber: number;
  /** The nine levels of each kind of list, as XML. */
  readonly levels: Readonly<Record<ListStyle, readonly string[]>>;
}

/** A part of the template that goes into every report document. */
export interface TemplatePart {
  readonly name: string;
  readonly contentType: string;
  /** XML with marks where a document’s own words go, or bytes as they are. */
  readonly content: string | Uint8Array;
}

/** A Word template, read once: what documents take from it. */
export interface WordTemplate {
  readonly styleId: StyleIds;
  /** The styles part, ours added where the template has none of that name. */
  readonly styles: string;
  readonly numbering: TemplateNumbering;
  /** Children of the section’s properties, references to headers and footers left out. */
  readonly page: string;
  /** Width of the text between the margins, in twentieths of a point. */
  readonly textWidth: number;
  /** References of the section to headers and footers, as XML, by the ids of {@link relations}. */
  readonly headersAndFooters: string;
  /** Relationships of the document to the parts that follow. */
  readonly relations: readonly string[];
  /** Settings, theme, fonts, headers, footers, their pictures. */
  readonly parts: readonly TemplatePart[];
}

const ownPage =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1276" w:right="1276" w:bottom="1276" w:left="1276" w:header="624" w:footer="624" w:gutter="0"/>';
const ownTextWidth = 9354;

/** Parts beside styles and numbering that a document takes from its template. */
const taken = new Set([
  "settings",
  "theme",
  "fontTable",
  "webSettings",
  "footnotes",
  "endnotes",
  "header",
  "footer",
]);

/** Settings that are about the template as a file, or would hinder the people who write. */
const leftOut = new Set([
  "attachedTemplate",
  "documentProtection",
  "writeProtection",
  "trackRevisions",
  "mailMerge",
  "docVars",
  "rsids",
  "saveThroughXslt",
  "schemaLibrary",
]);

let own: WordTemplate | undefined;

/** Our own template. */
export function defaultTemplate(): WordTemplate {
  own ??= readTemplate(defaultTemplateFile());
  return own;
}

/**
 * Reads a template: a .docx or .dotx, ours restyled or any other.
 * @throws {UnreadableWordFile} when it is no Word document.
 */
export function readTemplate(bytes: Uint8Array): WordTemplate {
  const files = unpack(bytes);
  const tree = (name: string): Document | undefined => {
    const content = files.get(name);
    return content && parseXml(strFromU8(content), name);
  };
  const main =
    relationshipsOf(tree("_rels/.rels")).find(({ type }) => type === "officeDocument")?.target ?? mainPart;
  const name = main.replace(/^\.?\//, "");
  const body = elements(tree(name) ?? failed(), "body")[0] ?? failed();
  const relations = relationshipsOf(tree(relationshipsPart(name)));
  const related = (type: string) => {
    const relation = relations.find((one) => one.type === type && !one.external);
    return relation && tree(partAt(name, relation.target));
  };

  const { styles, styleId, listNumbers } = readStyles(related("styles"));
  const section = childElements(body).findLast((child) => child.localName === "sectPr");
  const carried = carriedParts(files, tree, name, relations, section);
  return {
    styleId,
    styles,
    numbering: readNumbering(related("numbering"), listNumbers),
    page: section ? pageOf(section) : ownPage,
    textWidth: section ? textWidthOf(section) : ownTextWidth,
    ...carried,
  };
}

function failed(): never {
  throw new UnreadableWordFile("it holds no text.");
}

interface ReadStyles {
  readonly styles: string;
  readonly styleId: StyleIds;
  /** Numbering ids behind the list styles, where the template has them. */
  readonly listNumbers: Readonly<Record<ListStyle, string | undefined>>;
}

const listStyleKeys: Readonly<Record<ListStyle, StyleKey>> = {
  bullet: "reportBullets",
  decimal: "reportNumbers",
  roman: "reportRoman",
};

function readStyles(part: Document | undefined): ReadStyles {
  const document = part ?? parseXml(`<w:styles xmlns:w="${wordNamespace}"/>`, "styles");
  const root = document.documentElement as Element;
  const present = childElements(root).filter((child) => child.localName === "style");
  const idOf = (style: Element) => wordAttribute(style, "styleId") ?? "";
  const nameOf = (style: Element) => (propertyValue(style, "name") ?? "").toLowerCase();
  const byName = new Map(present.map((style) => [nameOf(style), style]));
  const used = new Set(present.map(idOf));
  const ids = new Map<StyleKey, string>();
  const missing: StyleKey[] = [];
  for (const key of Object.keys(styleNames) as StyleKey[]) {
    const style = byName.get(styleNames[key].toLowerCase()) ?? defaultStyle(present, key);
    if (style) ids.set(key, idOf(style));
    else if (!/^report(Bullets|Numbers|Roman)$/.test(key)) {
      let id = ownStyleId(key);
      while (used.has(id)) id += "1";
      used.add(id);
      ids.set(key, id);
      missing.push(key);
    }
  }
  const styleId: StyleIds = (key) => ids.get(key) ?? ownStyleId(key);
  writeInEnglish(document, root);
  const added = missing.map((key) => renderStyle(key, styleId)).join("");
  const xml = printXml(root);
  const styles = `${xmlDeclaration}${xml.endsWith("/>") ? `${xml.slice(0, -2)}></${root.nodeName}>` : xml}`;
  const numberOf = (style: ListStyle) => {
    const found = byName.get(styleNames[listStyleKeys[style]].toLowerCase());
    return propertyValue(childNamed(childNamed(found, "pPr"), "numPr"), "numId");
  };
  return {
    styles: styles.replace(new RegExp(`</${root.nodeName}>$`), () => `${added}</${root.nodeName}>`),
    styleId,
    listNumbers: { bullet: numberOf("bullet"), decimal: numberOf("decimal"), roman: numberOf("roman") },
  };
}

/** Normal and the normal table are known by being the default, whatever they are called. */
function defaultStyle(styles: readonly Element[], key: StyleKey): Element | undefined {
  const type = key === "normal" ? "paragraph" : key === "tableNormal" ? "table" : null;
  return styles.find(
    (style) =>
      wordAttribute(style, "type") === type && /^(1|true|on)$/.test(wordAttribute(style, "default") ?? ""),
  );
}

/** Whatever language the template was made in, a report is in British English. */
function writeInEnglish(document: Document, root: Element): void {
  const child = (parent: Element, name: string, first = false) => {
    const present = childNamed(parent, name);
    if (present) return present;
    const made = document.createElementNS(wordNamespace, `w:${name}`);
    parent.insertBefore(made, first ? parent.firstChild : null);
    return made;
  };
  const run = child(child(child(root, "docDefaults", true), "rPrDefault", true), "rPr");
  const language = child(run, "lang");
  language.setAttributeNS(wordNamespace, "w:val", "en-GB");
  language.setAttributeNS(
    wordNamespace,
    "w:eastAsia",
    language.getAttributeNS(wordNamespace, "eastAsia") || "en-GB",
  );
  language.setAttributeNS(wordNamespace, "w:bidi", language.getAttributeNS(wordNamespace, "bidi") || "ar-SA");
}

function readNumbering(
  part: Document | undefined,
  listNumbers: ReadStyles["listNumbers"],
): TemplateNumbering {
  const root = part?.documentElement ?? null;
  const children = root ? childElements(root) : [];
  // Pictures as bullets stay behind: they need parts of their own that no fragment may carry.
  const definitions = children.filter((child) => child.localName === "abstractNum");
  for (const picture of definitions.flatMap((definition) => elements(definition, "lvlPicBulletId")))
    picture.parentNode?.removeChild(picture);
  const numbers = children.filter((child) => child.localName === "num");
  const highest = (all: readonly Element[], attribute: string) =>
    Math.max(0, ...all.map((one) => Number(wordAttribute(one, attribute) ?? "0")));
  const definitionOf = (style: ListStyle) => {
    const number = numbers.find((one) => wordAttribute(one, "numId") === listNumbers[style]);
    const id = propertyValue(number, "abstractNumId");
    return id === undefined
      ? undefined
      : definitions.find((one) => wordAttribute(one, "abstractNumId") === id);
  };
  const levels = (style: ListStyle) =>
    Array.from({ length: listLevels }, (_, level) => templateLevel(definitionOf(style), style, level));
  return {
    definitions: definitions.map(printXml).join(""),
    numbers: numbers.map(printXml).join(""),
    nextDefinition: highest(definitions, "abstractNumId") + 1,
    nextNumber: highest(numbers, "numId") + 1,
    levels: { bullet: levels("bullet"), decimal: levels("decimal"), roman: levels("roman") },
  };
}

/** The template’s look of a level, or ours where it would make another kind of list of it. */
function templateLevel(definition: Element | undefined, style: ListStyle, level: number): string {
  const found =
    definition &&
    childElements(definition).find(
      (child) => child.localName === "lvl" && wordAttribute(child, "ilvl") === String(level),
    );
  const text = propertyValue(found, "lvlText") ?? "";
  const numbered = new RegExp(`^[^\\p{L}\\p{N}%]*%${level + 1}[^\\p{L}\\p{N}%]*$`, "u").test(text);
  if (!found || propertyValue(found, "numFmt") !== listFormats[style] || (style !== "bullet" && !numbered))
    return ownLevel(style, level);
  const copy = found.cloneNode(true) as Element;
  for (const name of ["pStyle", "lvlRestart", "isLgl", "lvlPicBulletId"]) {
    const child = childNamed(copy, name);
    if (child) copy.removeChild(child);
  }
  childNamed(copy, "start")?.setAttributeNS(wordNamespace, "w:val", "1");
  return printXml(copy);
}

const isReference = (element: Element) => /^(header|footer)Reference$/.test(element.localName ?? "");
/** Properties of a section that belong to the template’s text or need parts we leave behind. */
const notPage = new Set(["sectPrChange", "printerSettings", "type", "footnotePr", "endnotePr"]);

function pageOf(section: Element): string {
  return childElements(section)
    .filter((child) => !isReference(child) && !notPage.has(child.localName ?? ""))
    .map(printXml)
    .join("");
}

function textWidthOf(section: Element): number {
  const size = childNamed(section, "pgSz");
  const margins = childNamed(section, "pgMar");
  const number = (element: Element | undefined, name: string) =>
    Number((element && wordAttribute(element, name)) ?? Number.NaN);
  const width = number(size, "w") - number(margins, "left") - number(margins, "right");
  return Number.isFinite(width) && width > 2_000 ? width : ownTextWidth;
}

/** The parts a report document takes over, with everything they need in turn. */
function carriedParts(
  files: ReadonlyMap<string, Uint8Array>,
  tree: (name: string) => Document | undefined,
  main: string,
  relations: readonly Relationship[],
  section: Element | undefined,
): Pick<WordTemplate, "headersAndFooters" | "relations" | "parts"> {
  const references = section ? childElements(section).filter(isReference) : [];
  const idOf = (reference: Element) => reference.getAttributeNS(officeRelationships, "id") ?? "";
  const shown = new Set(references.map(idOf));
  const wanted = relations.filter(
    (one) =>
      !one.external && taken.has(one.type) && (!/^(header|footer)$/.test(one.type) || shown.has(one.id)),
  );
  const types = contentTypes(tree("[Content_Types].xml"));
  const parts = new Map<string, TemplatePart>();
  const add = (name: string, type: string) => {
    const bytes = files.get(name);
    if (!bytes || parts.has(name)) return;
    const document = name.endsWith(".xml") ? tree(name) : undefined;
    const content = document ? printedPart(document, type) : bytes;
    parts.set(name, { name, contentType: types(name), content });
    if (type === "settings") return;
    const below = relationshipsPart(name);
    const further = relationshipsOf(tree(below));
    if (further.length === 0) return;
    parts.set(below, { name: below, contentType: "", content: files.get(below) as Uint8Array });
    for (const one of further) if (!one.external) add(partAt(name, one.target), one.type);
  };
  const kept: string[] = [];
  const place = new Map(wanted.map((relation, index) => [relation.id, index]));
  for (const relation of wanted) {
    const name = partAt(main, relation.target);
    add(name, relation.type);
    if (!parts.has(name)) {
      place.delete(relation.id);
      continue;
    }
    kept.push(
      `<Relationship Id="rIdTemplate${place.get(relation.id)}" Type="${officeRelationships}/${relation.type}" Target="/${name}"/>`,
    );
  }
  const headersAndFooters = references
    .filter((reference) => place.has(idOf(reference)))
    .map(
      (reference) =>
        `<w:${reference.localName} w:type="${wordAttribute(reference, "type") ?? "default"}" r:id="rIdTemplate${place.get(idOf(reference))}"/>`,
    )
    .join("");
  return { headersAndFooters, relations: kept, parts: [...parts.values()] };
}

function printedPart(document: Document, type: string): string {
  const root = document.documentElement as Element;
  if (type === "settings") {
    for (const setting of childElements(root)) {
      const refers = setting.getAttributeNS(officeRelationships, "id");
      if (leftOut.has(setting.localName ?? "") || refers) root.removeChild(setting);
    }
  }
  if (type === "header" || type === "footer") markFields(document);
  return xmlDeclaration + printXml(root);
}

/** Replaces the content controls that a document fills by a run with a mark, in the look of their first run. */
function markFields(document: Document): void {
  for (const control of elements(document, "sdt")) {
    const tag = propertyValue(childNamed(control, "sdtPr"), "tag");
    const field = (Object.keys(templateFields) as TemplateField[]).find(
      (name) => templateFields[name].tag === tag,
    );
    const run = field && elements(control, "r")[0];
    if (!field || !run) continue;
    for (const child of childElements(run)) if (child.localName !== "rPr") run.removeChild(child);
    const text = document.createElementNS(wordNamespace, "w:t");
    text.appendChild(document.createComment(fieldMark(field)));
    run.appendChild(text);
    const content = childNamed(control, "sdtContent");
    const paragraph = content && childNamed(content, "p");
    const kept = paragraph ?? run;
    if (paragraph) {
      for (const child of childElements(paragraph)) {
        if (child !== run && child.localName !== "pPr") paragraph.removeChild(child);
      }
      if (run.parentNode !== paragraph) paragraph.appendChild(run);
    }
    control.parentNode?.replaceChild(kept, control);
  }
}

/** The content type of each part by its name. */
function contentTypes(part: Document | undefined): (name: string) => string {
  const entries = part?.documentElement ? childElements(part.documentElement) : [];
  const find = (attribute: string, value: string) =>
    entries.find((entry) => entry.getAttribute(attribute)?.toLowerCase() === value.toLowerCase());
  return (name) =>
    (find("PartName", `/${name}`) ?? find("Extension", name.slice(name.lastIndexOf(".") + 1)))?.getAttribute(
      "ContentType",
    ) ?? "application/octet-stream";
}

/** A part as it goes into a document: its marks replaced by the document’s own words. */
export function filledPart(
  part: TemplatePart,
  words: Readonly<Record<TemplateField, string>>,
): string | Uint8Array {
  if (typeof part.content !== "string") return part.content;
  return (Object.keys(words) as TemplateField[]).reduce(
    (xml, field) => xml.replaceAll(`<!--${fieldMark(field)}-->`, () => words[field]),
    part.content,
  );
}
