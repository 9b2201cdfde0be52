import type { VNode } from "preact";
import { h } from "preact";
import { useMemo } from "preact/hooks";

/** Elements of the section subset (shared/contracts/section-content.ts), with the attributes each may have. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  H2: [],
  H3: [],
  H4: [],
  P: [],
  STRONG: [],
  EM: [],
  A: ["href"],
  UL: [],
  OL: ["start", "type"],
  LI: [],
  TABLE: [],
  CAPTION: [],
  THEAD: [],
  TBODY: [],
  TR: [],
  TH: ["colspan", "rowspan"],
  TD: ["colspan", "rowspan"],
  BR: [],
};

/** Shows the HTML of a section: only what the subset knows; anything else gives its words. */
export function SectionHtml({ html }: { readonly html: string }) {
  const content = useMemo(() => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return [...parsed.body.childNodes].map(shown);
  }, [html]);
  return <div class="section-html">{content}</div>;
}

function shown(node: Node): VNode | string {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "";
  const children = [...node.childNodes].map(shown);
  const attributes = allowed[node.tagName];
  if (!attributes) return h("span", null, children);
  const kept: Record<string, string> = {};
  for (const name of attributes) {
    const value = node.getAttribute(name);
    if (value !== null && (name !== "href" || /^(?:https?:|mailto:)/i.test(value))) kept[name] = value;
  }
  if (node.tagName === "A") Object.assign(kept, { target: "_blank", rel: "noopener noreferrer" });
  if (node.tagName === "TH") kept.scope = "col";
  // Headings of a section stand below the panel’s own.
  const name = /^H[234]$/.test(node.tagName) ? `h${Number(node.tagName[1]) + 1}` : node.tagName.toLowerCase();
  return h(name, kept, node.tagName === "BR" ? undefined : children);
}
