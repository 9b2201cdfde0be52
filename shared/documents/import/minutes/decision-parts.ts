import { inlineWords } from "../forms/inline-marks.ts";
import { inlineParts } from "../lines/inline-parts.ts";
import { type PaperBlock, romanNumber } from "../lines/paper-blocks.ts";

/** A part of a decision, with the parts nested below it. */
export interface DecisionPart {
  /** Its place from the outermost: `(3)(B)`. */
  readonly ref: string;
  /** As printed: “(B)”, “2.”. */
  readonly label: string;
  /** Its words; a line break between its paragraphs. */
  readonly text: string;
  /** Points below it that carry no letter or number. */
  readonly bullets: readonly string[];
  readonly parts: readonly DecisionPart[];
}

/** A decision taken apart. */
export interface DecisionText {
  /** The words before the parts, or all of them where there are none; a line break between paragraphs. */
  readonly text: string;
  readonly bullets: readonly string[];
  readonly parts: readonly DecisionPart[];
  /** Paragraphs that follow the decision and belong to the minute, not to it. */
  readonly after: readonly string[];
}

type LabelStyle = "number" | "upper" | "lower" | "roman" | "upperRoman";

interface OpenPart {
  readonly ref: string;
  readonly label: string;
  readonly style: LabelStyle;
  readonly value: number;
  /** How far its line is set in. */
  readonly indent: number;
  text: string;
  readonly bullets: string[];
  readonly parts: OpenPart[];
}

/** A part takes no more paragraphs once it is as long as this, in characters. */
const longestPart = 20_000;
/** No decision is parted more deeply. */
const deepest = 12;

/** Reads a decision's blocks, read with their labels, into its words and nested parts. */
export function decisionParts(printed: readonly PaperBlock[]): DecisionText {
  const blocks = printed.flatMap(withInlinePartsApart);
  const roots: OpenPart[] = [];
  const stack: OpenPart[] = [];
  const lead: string[] = [];
  const bullets: string[] = [];
  const after: string[] = [];
  const lastPart = blocks.findLastIndex((block) => block.kind === "item" && block.label !== undefined);
  const laterPart = (from: number) => lastPart >= from;
  for (const [place, block] of blocks.entries()) {
    if (block.kind === "table") {
      after.push(block.rows.map(({ cells }) => cells.filter((cell) => cell !== "").join(" | ")).join("\n"));
      continue;
    }
    const text = inlineWords(block.text);
    const last = stack.at(-1);
    if (block.kind === "item" && block.label !== undefined) {
      addPart(block.label, block.indent, text, roots, stack);
    } else if (block.kind === "item" && after.length === 0) {
      (last?.bullets ?? bullets).push(text);
    } else if (last) {
      // A paragraph between two parts belongs to the first; after the last, only one that goes on with it.
      const goesOn = !/[.!?]["”'’)]*$/.test(last.text.slice(-20)) || /^(?:\p{Ll}|and\b)/u.test(text);
      if (after.length === 0 && last.text.length < longestPart && (goesOn || laterPart(place + 1))) {
        // Bullets below come in their own place; what follows them is kept with the part's words.
        last.text = `${last.text}\n${text}`;
      } else after.push(text);
    } else if (
      after.length === 0 &&
      (lead.length === 0 ||
        laterPart(place + 1) ||
        /^(?:that|and|to|subject to|provided)\b/i.test(text) ||
        !/[.!?]["”'’)]*$/.test(lead.at(-1) ?? ""))
    ) {
      lead.push(text);
    } else after.push(text);
  }
  // “It was resolved that:” and its only point are one sentence.
  const [only] = bullets;
  if (
    roots.length === 0 &&
    only !== undefined &&
    bullets.length === 1 &&
    /^(?:that|to)\s*[:–-]*$/i.test(lead.join("\n"))
  )
    return { text: `${lead.join("").replace(/\s*[:–-]+$/, "")} ${only}`, bullets: [], parts: [], after };
  return { text: lead.join("\n"), bullets, parts: roots.map(closed), after };
}

/** A paragraph that holds several parts, “(1) …; (2) …”, as a block for each. */
function withInlinePartsApart(block: PaperBlock): PaperBlock[] {
  if (block.kind === "table") return [block];
  const label = block.kind === "item" ? block.label : undefined;
  const parts = inlineParts(label === undefined ? block.text : `${label} ${block.text}`);
  if (parts.length < 2) return [block];
  const indent = block.kind === "item" ? block.indent : 0;
  return parts.map((part, at): PaperBlock => {
    const found = /^(\s*)(\(?\w{1,5}[.)])\s+(.*)$/s.exec(part);
    const edges = {
      line: block.line,
      lines: 1,
      lastLine: block.lastLine,
      blankBefore: at === 0 && block.blankBefore,
      blankAfter: at === parts.length - 1 && block.blankAfter,
    };
    return found?.[2] && found[3] !== undefined
      ? {
          kind: "item",
          style: "decimal",
          label: found[2],
          indent: indent + (found[1] ?? "").length,
          text: found[3],
          ...edges,
        }
      : { kind: "text", text: part, hashes: 0, ...edges };
  });
}

function closed({ ref, label, text, bullets, parts }: OpenPart): DecisionPart {
  return { ref, label, text, bullets, parts: parts.map(closed) };
}

function addPart(label: string, indent: number, text: string, roots: OpenPart[], stack: OpenPart[]): void {
  const token = label.replace(/[().]/g, "");
  const readings = readingsOf(token);
  const deeper = stack.length < deepest && indent > (stack.at(-1)?.indent ?? indent);
  // A first number set in below a number is a part of it, where a list inside a list begins again at 1.
  const below = deeper && readings.find(({ style, value }) => value === 1 && style === stack.at(-1)?.style);
  if (below) {
    push(below, label, indent, token, text, roots, stack);
    return;
  }
  // The same style with the next value goes on at that level; else a first value opens a level below.
  for (let level = stack.length - 1; level >= 0; level -= 1) {
    const open = stack[level];
    const fitting = readings.find(
      ({ style, value }) => open && style === open.style && value > open.value && value <= open.value + 2,
    );
    if (!open || !fitting) continue;
    // Of two levels that it could go on with, it stands with the one that is set in as far.
    const further = stack
      .slice(0, level)
      .some(
        (outer) =>
          outer.indent === indent &&
          open.indent > indent &&
          outer.style === fitting.style &&
          fitting.value > outer.value &&
          fitting.value <= outer.value + 2,
      );
    if (further) continue;
    stack.length = level;
    push(fitting, label, indent, token, text, roots, stack);
    return;
  }
  const first = readings.find(({ value }) => value === 1);
  const reading = first ?? readings[0] ?? { style: "number" as const, value: 0 };
  const sameLevel = stack.findIndex(({ style }) => style === reading.style);
  if (sameLevel >= 0) stack.length = sameLevel;
  push(reading, label, indent, token, text, roots, stack);
}

function push(
  { style, value }: { readonly style: LabelStyle; readonly value: number },
  label: string,
  indent: number,
  token: string,
  text: string,
  roots: OpenPart[],
  stack: OpenPart[],
): void {
  const parent = stack.at(-1);
  const part: OpenPart = {
    ref: `${parent?.ref ?? ""}(${token})`,
    label,
    style,
    value,
    indent,
    text,
    bullets: [],
    parts: [],
  };
  (parent?.parts ?? roots).push(part);
  stack.push(part);
}

/** “i” may be the ninth letter or the first roman number: both readings, the likelier first. */
function readingsOf(token: string): { style: LabelStyle; value: number }[] {
  if (/^\d+$/.test(token)) return [{ style: "number", value: Number(token) }];
  const lower = token.toLowerCase();
  const upper = token !== lower;
  const roman = /^[ivx]+$/.test(lower) ? romanNumber(lower) : 0;
  const letter = lower.length === 1 ? lower.charCodeAt(0) - 96 : 0;
  const readings: { style: LabelStyle; value: number }[] = [];
  if (letter > 0) readings.push({ style: upper ? "upper" : "lower", value: letter });
  if (roman > 0) readings.push({ style: upper ? "upperRoman" : "roman", value: roman });
  // “i” after “h” is a letter: the letter's reading is tried first against what is open.
  return readings;
}
