import { Template } from "adaptivecards-templating";

/** An Adaptive Card (1.5) with the plain words that stand beside it. */
export interface Card {
  readonly json: Readonly<Record<string, unknown>>;
  /** Stands alone: for screen readers, notifications, and channels without cards. */
  readonly text: string;
}

/** A card’s own look: how its inputs become a card, and named examples for tests and the gallery. */
export interface CardKind<Inputs> {
  readonly name: string;
  draw(inputs: Inputs): Card;
  readonly examples: Readonly<Record<string, Inputs>>;
}

/** The most a card may weigh, in bytes of its JSON: Teams refuses more. */
export const cardLimit = 28_000;

/** Reading the expressions of a template costs far more than filling it: each is read once. */
const preparedTemplates = new WeakMap<object, Template>();

function prepared(template: object): Template {
  let ready = preparedTemplates.get(template);
  if (!ready) {
    ready = new Template(template);
    preparedTemplates.set(template, ready);
  }
  return ready;
}

/**
 * Makes a card from its template. Texts are escaped for the Markdown that Teams reads in text blocks, so that
 * nothing in a record or a question becomes a link or a heading.
 */
export function fillTemplate(template: object, data: Readonly<Record<string, unknown>>, text: string): Card {
  const json = prepared(template).expand({ $root: data }) as Record<string, unknown>;
  return { json: { ...json, fallbackText: text, speak: text }, text };
}

/** Escapes the marks of Markdown, so that a text is shown as it is. */
export function asShown(text: string): string {
  return text.replace(/([\\`*_[\]#<>~|])/g, "\\$1").replace(/^(\s*)([-+]|\d+\.)(\s)/gm, "$1\\$2$3");
}

/** Shortens a text at a word, with an ellipsis, to at most `length` characters. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).trimEnd()}…`;
}
