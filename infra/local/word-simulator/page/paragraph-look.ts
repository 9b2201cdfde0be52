import type { Styles } from "../model/styles.ts";
import { isOn, wordAttribute, wordChild } from "../model/xml.ts";

const twip = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${Number(value) / 20}pt`;

const alignments: Readonly<Record<string, string>> = {
  center: "center",
  right: "right",
  end: "right",
  both: "justify",
  left: "left",
  start: "left",
};

/** The first of several property holders that says something. */
function first(sources: readonly (Element | undefined)[], name: string): Element | undefined {
  for (const source of sources) {
    const found = wordChild(source, name);
    if (found) return found;
  }
  return undefined;
}

/** Outline level of a paragraph, 1 to 6; undefined for body text. */
export function headingLevel(paragraph: Element, styles: Styles | undefined): number | undefined {
  const sources = [wordChild(paragraph, "pPr"), ...(styles?.paragraphProperties(paragraph) ?? [])];
  const level = wordAttribute(first(sources, "outlineLvl"));
  return level === undefined || Number(level) > 8 ? undefined : Math.min(Number(level) + 1, 6);
}

/** Puts a paragraph's look (own properties, then its styles’) on the element that shows it. */
export function lookLikeParagraph(
  shown: HTMLElement,
  paragraph: Element,
  styles: Styles | undefined,
  listIndent: Element | undefined,
): void {
  const own = wordChild(paragraph, "pPr");
  const inherited = styles?.paragraphProperties(paragraph) ?? [];
  const sources = [own, ...inherited];
  const align = wordAttribute(first(sources, "jc"));
  if (align) shown.style.textAlign = alignments[align] ?? "";
  const indent = wordChild(own, "ind") ?? listIndent ?? first(inherited, "ind");
  const left = wordAttribute(indent, "left") ?? wordAttribute(indent, "start");
  if (left) shown.style.marginLeft = twip(left) ?? "";
  const hanging = wordAttribute(indent, "hanging");
  if (hanging && listIndent) shown.style.setProperty("--hang", twip(hanging) ?? "");
  const spacing = first(sources, "spacing");
  shown.style.marginTop = twip(wordAttribute(spacing, "before")) ?? "";
  shown.style.marginBottom = twip(wordAttribute(spacing, "after")) ?? "";
  const line = wordAttribute(spacing, "line");
  if (line && (wordAttribute(spacing, "lineRule") ?? "auto") === "auto")
    shown.style.lineHeight = String((Number(line) / 240) * 1.17);
  const chain = styles?.ofParagraph(paragraph) ?? [];
  lookLikeRun(shown, [...chain.map((style) => wordChild(style, "rPr")), documentRun(styles)]);
}

function documentRun(styles: Styles | undefined): Element | undefined {
  return wordChild(wordChild(wordChild(styles?.root, "docDefaults"), "rPrDefault"), "rPr");
}

/** Puts a run's look on the element that shows it, the first source that says something winning. */
export function lookLikeRun(shown: HTMLElement, sources: readonly (Element | undefined)[]): void {
  const size = wordAttribute(first(sources, "sz"));
  if (size) shown.style.fontSize = `${Number(size) / 2}pt`;
  const font = wordAttribute(first(sources, "rFonts"), "ascii");
  if (font) shown.style.fontFamily = `"${font.replace(/"/g, "")}", sans-serif`;
  const colour = wordAttribute(first(sources, "color"));
  if (colour && /^[0-9a-f]{6}$/i.test(colour)) shown.style.color = `#${colour}`;
  const bold = first(sources, "b");
  if (bold) shown.style.fontWeight = isOn(bold) ? "bold" : "normal";
  const italic = first(sources, "i");
  if (italic) shown.style.fontStyle = isOn(italic) ? "italic" : "normal";
  const underline = wordAttribute(first(sources, "u"));
  if (underline && underline !== "none") shown.style.textDecoration = "underline";
  if (isOn(first(sources, "caps"))) shown.style.textTransform = "uppercase";
}

/** The look of a run: its own properties, then its character style’s. */
export function runSources(run: Element, styles: Styles | undefined): (Element | undefined)[] {
  const own = wordChild(run, "rPr");
  const style = styles?.byId(wordAttribute(wordChild(own, "rStyle")));
  return [own, ...(styles?.chain(style).map((one) => wordChild(one, "rPr")) ?? [])];
}
