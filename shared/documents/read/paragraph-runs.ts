import type { Element } from "@xmldom/xmldom";
import type { Run } from "../../contracts/section-content.ts";
import { draftMark } from "../../rules/reports/table-blocks.ts";
import { safeAddress } from "../content/link-address.ts";
import type { ReadingNotes } from "./reading-notes.ts";
import { symbolLetter } from "./symbol-letters.ts";
import {
  childElements,
  childNamed,
  elements,
  propertyValue,
  type Relationship,
  wordAttribute,
} from "./word-package.ts";
import type { WordStyles } from "./word-styles.ts";

/** Elements that mark places and carry no words. */
export const placeMarks = new Set([
  "bookmarkStart",
  "bookmarkEnd",
  "proofErr",
  "permStart",
  "permEnd",
  "lastRenderedPageBreak",
  "commentRangeEnd",
  "moveFromRangeStart",
  "moveFromRangeEnd",
  "moveToRangeStart",
  "moveToRangeEnd",
  "customXmlInsRangeStart",
  "customXmlInsRangeEnd",
  "customXmlDelRangeStart",
  "customXmlDelRangeEnd",
  "customXmlMoveFromRangeStart",
  "customXmlMoveFromRangeEnd",
  "customXmlMoveToRangeStart",
  "customXmlMoveToRangeEnd",
  "sectPr",
  "pPr",
  "rPr",
  "sdtPr",
  "sdtEndPr",
  "smartTagPr",
  "customXmlPr",
]);

/** Wrappers whose words are the paragraph’s own. */
const wrappers = new Set(["smartTag", "customXml", "dir", "bdo", "rt", "rubyBase"]);

/** Direct formatting that the record cannot hold, by the property of the run. */
const looks: Readonly<Record<string, string>> = {
  u: "underlining",
  color: "a colour",
  strike: "strikethrough",
  dstrike: "strikethrough",
  vertAlign: "superscript or subscript",
  smallCaps: "small capitals",
  caps: "capitals as a look",
  highlight: "highlighting",
  shd: "shading",
  outline: "outlined letters",
  shadow: "shadowed letters",
  emboss: "embossed letters",
  imprint: "engraved letters",
  bdr: "a border around words",
};

const ownCharacterStyles = new Set([
  "hyperlink",
  "followedhyperlink",
  "draft mark",
  "default paragraph font",
  "strong",
  "emphasis",
]);

/** A property that is on when it is present, unless it says 0 or false. */
export function isOn(properties: Element | undefined, name: string): boolean | undefined {
  const property = childNamed(properties, name);
  if (!property) return undefined;
  return !["0", "false", "off"].includes(wordAttribute(property, "val") ?? "1");
}

interface OpenField {
  code: string;
  part: "code" | "result";
}

/** Reads the words of paragraphs, one after the other: fields may reach over several. */
export class ParagraphRuns {
  readonly #styles: WordStyles;
  readonly #links: ReadonlyMap<string, Relationship>;
  readonly #notes: ReadingNotes;
  readonly #fields: OpenField[] = [];

  constructor(styles: WordStyles, relations: readonly Relationship[], notes: ReadingNotes) {
    this.#styles = styles;
    this.#links = new Map(relations.filter((one) => one.type === "hyperlink").map((one) => [one.id, one]));
    this.#notes = notes;
  }

  /** The runs of a paragraph, tracked changes taken as accepted. */
  read(paragraph: Element): Run[] {
    return this.#inside(paragraph, undefined);
  }

  /** Every word of an element that a reader sees, to tell its place. */
  static wordsOf(element: Element): string {
    return elements(element, "t")
      .map((text) => text.textContent ?? "")
      .join("");
  }

  #inside(parent: Element, href: string | undefined): Run[] {
    return childElements(parent).flatMap((child) => this.#one(child, href));
  }

  #one(element: Element, href: string | undefined): Run[] {
    const name = element.localName ?? "";
    if (placeMarks.has(name)) return [];
    if (wrappers.has(name)) return this.#inside(element, href);
    switch (name) {
      case "r":
        return this.#run(element, href);
      case "hyperlink":
        return this.#inside(element, this.#addressOf(element) ?? href);
      case "ins":
        this.#notes.add("a tracked insertion");
        return this.#inside(element, href);
      case "moveTo":
        this.#notes.add("a tracked move");
        return this.#inside(element, href);
      case "del":
        this.#notes.add("a tracked deletion");
        return [];
      case "moveFrom":
        this.#notes.add("a tracked move");
        return [];
      case "fldSimple":
        return this.#simpleField(element, href);
      case "sdt":
        return this.#control(element, href);
      case "commentRangeStart":
        this.#notes.add("a comment");
        return [];
      case "ruby":
        this.#notes.add("a reading aid above words");
        return this.#inside(childNamed(element, "rubyBase") ?? element, href);
      case "oMath":
      case "oMathPara": {
        this.#notes.add("an equation");
        const text = ParagraphRuns.wordsOf(element);
        return text === "" ? [] : [{ text, ...(href ? { href } : {}) }];
      }
      case "AlternateContent":
        return this.#alternate(element, href);
      default:
        this.#notes.add(outsideKind(element));
        return this.#inside(element, href).filter((run) => run.text.trim() !== "");
    }
  }

  /** Word keeps the part of an address after `#` apart from it. */
  #addressOf(link: Element): string | undefined {
    const id = link.getAttributeNS(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "id",
    );
    const anchor = wordAttribute(link, "anchor");
    const target = this.#links.get(id ?? "")?.target;
    if (target === undefined) {
      this.#notes.add("a link inside the document");
      return undefined;
    }
    const address = safeAddress(
      anchor === undefined || target.includes("#") ? target : `${target}#${anchor}`,
    );
    if (address === undefined) this.#notes.add("a link that is no web or mail address");
    return address;
  }

  #simpleField(element: Element, href: string | undefined): Run[] {
    const code = wordAttribute(element, "instr") ?? "";
    const address = fieldAddress(code);
    if (address === undefined) this.#notes.add(fieldKind(code));
    return this.#inside(element, address ?? href);
  }

  #control(element: Element, href: string | undefined): Run[] {
    this.#notes.add("a content control");
    if (isOn(childNamed(element, "sdtPr"), "showingPlcHdr")) return [];
    const content = childNamed(element, "sdtContent");
    return content ? this.#inside(content, href) : [];
  }

  #alternate(element: Element, href: string | undefined): Run[] {
    const choice = childNamed(element, "Choice") ?? childNamed(element, "Fallback");
    if (!choice) return [];
    const words = childElements(choice).filter((child) => child.localName === "r" || child.localName === "t");
    if (words.length > 0) return this.#inside(choice, href);
    this.#notes.add(outsideKind(childElements(choice)[0] ?? element));
    return [];
  }

  #run(run: Element, href: string | undefined): Run[] {
    const properties = childNamed(run, "rPr");
    const styleId = propertyValue(properties, "rStyle");
    const styleName = styleId === undefined ? "" : this.#styles.nameOf(styleId);
    const field = this.#fields.at(-1);
    const inCode = () => this.#fields.some((open) => open.part === "code");
    const address =
      field?.part === "result"
        ? (this.#fields.map((open) => fieldAddress(open.code)).find(Boolean) ?? href)
        : href;
    if (isOn(properties, "vanish") || isOn(properties, "webHidden")) {
      if (elements(run, "t").length > 0) this.#notes.add("hidden text, left out of the record");
      for (const child of childElements(run)) if (child.localName === "fldChar") this.#fieldMark(child);
      return [];
    }
    let text = "";
    for (const child of childElements(run)) {
      if (child.localName === "fldChar") this.#fieldMark(child);
      else if (child.localName === "instrText") {
        const open = this.#fields.at(-1);
        if (open?.part === "code") open.code += child.textContent ?? "";
      } else if (!inCode()) text += this.#textOf(child);
    }
    if (styleName === "draft mark") text = text.replace(draftMark, "").trim();
    if (text === "") return [];
    this.#noteLooks(properties, styleName, address);
    const sources = [...(properties ? [properties] : []), ...this.#styles.properties(styleId, "rPr")];
    const on = (names: readonly string[]) =>
      sources
        .map((source) => names.map((name) => isOn(source, name)).find((value) => value !== undefined))
        .find((value) => value !== undefined);
    const rightToLeft = isOn(properties, "rtl") === true || isOn(properties, "cs") === true;
    const draft = styleName === "draft mark";
    return [
      {
        text,
        ...(!draft && on(rightToLeft ? ["bCs", "b"] : ["b"]) ? { bold: true as const } : {}),
        ...(!draft && on(rightToLeft ? ["iCs", "i"] : ["i"]) ? { italic: true as const } : {}),
        ...(address ? { href: address } : {}),
      },
    ];
  }

  #fieldMark(mark: Element): void {
    const type = wordAttribute(mark, "fldCharType");
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ code: "", part: "code" });
    else if (type === "separate" && field) {
      field.part = "result";
      if (fieldAddress(field.code) === undefined) this.#notes.add(fieldKind(field.code));
    } else if (type === "end") {
      const ended = this.#fields.pop();
      if (ended?.part === "code") this.#notes.add(fieldKind(ended.code));
    }
  }

  #textOf(child: Element): string {
    const name = child.localName ?? "";
    switch (name) {
      case "t":
        return child.textContent ?? "";
      case "br": {
        const type = wordAttribute(child, "type");
        if (type === "page") this.#notes.add("a page break");
        if (type === "column") this.#notes.add("a column break");
        return type === undefined || type === "textWrapping" ? "\n" : " ";
      }
      case "cr":
        return "\n";
      case "tab":
      case "ptab":
        this.#notes.add("a tab");
        return " ";
      case "noBreakHyphen":
        return "\u2011";
      case "softHyphen":
        return "\u00AD";
      case "sym":
        this.#notes.add("a symbol");
        return symbolLetter(wordAttribute(child, "font") ?? "", wordAttribute(child, "char") ?? "");
      case "AlternateContent":
        return this.#alternate(child, undefined)
          .map((run) => run.text)
          .join("");
      case "delText":
      case "delInstrText":
        this.#notes.add("a tracked deletion");
        return "";
      case "ruby":
        return this.#one(child, undefined)
          .map((run) => run.text)
          .join("");
      case "annotationRef":
      case "footnoteRef":
      case "endnoteRef":
      case "separator":
      case "continuationSeparator":
        return "";
      default:
        if (!placeMarks.has(name)) this.#notes.add(outsideKind(child));
        return "";
    }
  }

  #noteLooks(properties: Element | undefined, styleName: string, href: string | undefined): void {
    if (styleName !== "" && !ownCharacterStyles.has(styleName)) this.#notes.add(`the style “${styleName}”`);
    if (!properties) return;
    if (childNamed(properties, "rPrChange")) this.#notes.add("a tracked change of look");
    for (const [property, kind] of Object.entries(looks)) {
      const found = childNamed(properties, property);
      if (!found) continue;
      // A link is underlined and coloured anyway, and some programs say so again.
      if (href && (property === "u" || property === "color")) continue;
      const value = wordAttribute(found, "val") ?? "1";
      const fill = wordAttribute(found, "fill") ?? "auto";
      const plain =
        property === "shd"
          ? (value === "clear" || value === "nil") && fill === "auto"
          : ["none", "auto", "baseline", "0", "false", "off", "nil", "000000"].includes(value);
      if (!plain) this.#notes.add(kind);
    }
  }
}

function fieldAddress(code: string): string | undefined {
  const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(code);
  const anchor = /\\l\s+"([^"]*)"/i.exec(code)?.[1];
  const target = address?.[1] ?? address?.[2];
  if (!target || target.startsWith("\\")) return undefined;
  return safeAddress(anchor && !target.includes("#") ? `${target}#${anchor}` : target);
}

function fieldKind(code: string): string {
  if (/^\s*TOC\b/i.test(code)) return "a table of contents";
  if (/^\s*HYPERLINK\b/i.test(code)) return "a link inside the document";
  return "a field";
}

const kinds: ReadonlyMap<string, string> = new Map([
  ["object", "an embedded object"],
  ["footnoteReference", "a footnote"],
  ["endnoteReference", "an endnote"],
  ["commentReference", "a comment"],
  ["oMath", "an equation"],
  ["oMathPara", "an equation"],
  ["altChunk", "inserted outside content"],
  ["contentPart", "handwriting"],
  ["subDoc", "a linked document"],
]);

/** What an element outside the subset is, in words. */
export function outsideKind(element: Element): string {
  const name = element.localName ?? "";
  if (name === "drawing" || name === "pict" || name === "AlternateContent") {
    if (elements(element, "txbxContent").length > 0) return "a text box";
    if (elements(element, "chart").length > 0) return "a chart";
    if (elements(element, "relIds").length > 0) return "a diagram";
    if (elements(element, "pic").length > 0 || elements(element, "imagedata").length > 0) return "a picture";
    if (elements(element, "rect").some((rect) => rect.getAttribute("o:hr") === "t"))
      return "a line across the page";
    return name === "AlternateContent" ? "a drawing" : "a picture";
  }
  return kinds.get(name) ?? `something that cannot be read (${name})`;
}
