import type { Run } from "../../../contracts/section-content.ts";
import { canonicalRuns, textOf } from "../../content/canonical-content.ts";

type Look = Omit<Run, "text">;

/** Words with their looks, and the links that lead nowhere. */
export interface InlineText {
  readonly runs: readonly Run[];
  /** Words of links without an address (“[here](#)”). */
  readonly deadLinks: readonly string[];
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  pound: "£",
  euro: "€",
  hellip: "…",
  bull: "•",
};

const mark =
  /(?<escaped>\\[\\`*_{}[\]()#+.!|~<>-])|(?<boldItalic>\*\*\*)|(?<bold>\*\*|__(?=\S)|(?<=\S)__)|(?<italic>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))|(?<link>\[(?<words>(?:\\.|[^\]\\[]){0,500})\]\((?<address>[^()\s]{0,2000}(?:\([^()]{0,200}\)[^()\s]{0,2000})?)(?:\s+"[^"]*")?\))|<a\s[^<>]{0,500}?href="(?<htmlAddress>[^"]{0,2000})"[^<>]{0,500}>(?<htmlWords>.{0,500}?)<\/a>|<(?<auto>(?:https?:\/\/|mailto:)[^<>\s]+)>|(?<bare>https?:\/\/[^\s<>()\]]+[^\s<>()\].,;:!?'”’"])|<(?<close>\/?)(?<tag>b|strong|i|em|u|sup|sub|span|p|div)(?:\s[^>]*)?>|(?<line><br\s*\/?>)|&(?:#(?<code>\d+)|#x(?<hex>[0-9a-f]+)|(?<entity>[a-z]+));/gis;

/** Reads Markdown and HTML marks inside a line: bold, italic, links, entities, escapes. Other marks are dropped. */
export function inlineText(text: string): InlineText {
  const deadLinks: string[] = [];
  const runs = read(text, {}, deadLinks);
  return { runs: canonicalRuns(runs), deadLinks };
}

/** The words of a text with Markdown and HTML marks: no looks, one space between them, its line breaks kept. */
export function inlineWords(text: string): string {
  return textOf(inlineText(text).runs)
    .replace(/[ \t]+/g, " ")
    .trim();
}

function read(text: string, outer: Look, deadLinks: string[]): Run[] {
  const runs: Run[] = [];
  let bold = outer.bold ?? false;
  let italic = outer.italic ?? false;
  let place = 0;
  const look = (): Look => ({
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(outer.href ? { href: outer.href } : {}),
  });
  const add = (words: string) => {
    if (words !== "") runs.push({ ...look(), text: words });
  };
  // A mark that is never closed is an ordinary star.
  const closes = (sign: string, from: number) => text.indexOf(sign, from) >= 0;
  for (const match of text.matchAll(mark)) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length;
    add(text.slice(place, match.index));
    place = end;
    if (groups.escaped) add(groups.escaped.slice(1));
    else if (groups.boldItalic) {
      if (bold || closes("***", end)) {
        bold = !bold;
        italic = bold;
      } else add("***");
    } else if (groups.bold) {
      if (bold || closes(groups.bold, end)) bold = !bold;
      else if (groups.bold !== "**") add(groups.bold);
    } else if (groups.italic) {
      if (italic || closes("*", end)) italic = !italic;
      else add("*");
    } else if (groups.link || groups.htmlAddress !== undefined) {
      const words = groups.words ?? groups.htmlWords ?? "";
      const href = addressOf(groups.address ?? groups.htmlAddress ?? "");
      if (!href) deadLinks.push(words);
      runs.push(...read(words, { ...look(), ...(href ? { href } : {}) }, deadLinks));
    } else if (groups.auto || groups.bare) {
      const address = groups.auto ?? groups.bare ?? "";
      const href = outer.href ?? addressOf(address);
      runs.push({ ...look(), text: address.replace(/^mailto:/, ""), ...(href ? { href } : {}) });
    } else if (groups.tag) {
      const tag = groups.tag.toLowerCase();
      if (tag === "b" || tag === "strong") bold = groups.close !== "/";
      if (tag === "i" || tag === "em") italic = groups.close !== "/";
    } else if (groups.line) add("\n");
    else if (groups.code) add(String.fromCodePoint(Number(groups.code)));
    else if (groups.hex) add(String.fromCodePoint(Number.parseInt(groups.hex, 16)));
    else if (groups.entity) add(entities[groups.entity.toLowerCase()] ?? match[0]);
  }
  add(text.slice(place));
  return runs;
}

function addressOf(address: string): string | null {
  const whole = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(whole)) return null;
  return ["http:", "https:", "mailto:"].includes(new URL(whole).protocol) ? whole : null;
}
