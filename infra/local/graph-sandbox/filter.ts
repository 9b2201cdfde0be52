import { badRequest } from "./graph-error.ts";

/** One comparison of a filter. `field` is as written after `fields/`, or a member of the item itself. */
export interface Condition {
  readonly kind: "condition";
  readonly field: string;
  /** False for a member of the item itself, such as `id` or `createdDateTime`. */
  readonly inFields: boolean;
  readonly operator: "eq" | "ne" | "lt" | "gt" | "le" | "ge" | "startswith";
  readonly value: string | number | boolean | null;
}

export type Filter =
  | Condition
  | { readonly kind: "and" | "or"; readonly left: Filter; readonly right: Filter };

const TOKEN =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?(?![\w:-]))|(?<word>[A-Za-z_][\w/.]*)|(?<mark>[(),]))/y;
const INSTANT = /\s*(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)/y;
const OPERATORS: readonly string[] = ["eq", "ne", "lt", "gt", "le", "ge"];

/**
 * Reads a `$filter` in the part of OData that Graph documents for list items: eq ne lt gt le ge, startswith,
 * and, or, brackets.
 *
 * @throws GraphError 400 for anything else (`contains`, `in`, `not`, arithmetic, …).
 */
export function parseFilter(text: string): Filter {
  const reader = new FilterReader(text);
  const filter = reader.either();
  reader.end();
  return filter;
}

/** The comparisons, from left to right. */
export function conditionsOf(filter: Filter): Condition[] {
  return filter.kind === "condition"
    ? [filter]
    : [...conditionsOf(filter.left), ...conditionsOf(filter.right)];
}

/** Whether the filter holds, given what each comparison comes to. */
export function holds(filter: Filter, test: (condition: Condition) => boolean): boolean {
  switch (filter.kind) {
    case "condition":
      return test(filter);
    case "and":
      return holds(filter.left, test) && holds(filter.right, test);
    case "or":
      return holds(filter.left, test) || holds(filter.right, test);
  }
}

type Token = { readonly kind: "text" | "number" | "word" | "mark" | "instant"; readonly text: string };

class FilterReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  either(): Filter {
    let left = this.#both();
    while (this.#takeWord("or")) left = { kind: "or", left, right: this.#both() };
    return left;
  }

  end(): void {
    if (this.#source.slice(this.#at).trim() !== "") throw this.#refusal();
  }

  #both(): Filter {
    let left = this.#one();
    while (this.#takeWord("and")) left = { kind: "and", left, right: this.#one() };
    return left;
  }

  #one(): Filter {
    const token = this.#next();
    if (token.kind === "mark" && token.text === "(") {
      const inner = this.either();
      this.#mark(")");
      return inner;
    }
    if (token.kind !== "word") throw this.#refusal();
    if (token.text === "startswith") {
      this.#mark("(");
      const target = this.#word();
      this.#mark(",");
      const value = this.#value();
      this.#mark(")");
      if (typeof value !== "string") throw this.#refusal();
      // Graph also takes the comparison written out: startswith(…) eq true.
      if (this.#takeWord("eq") && this.#word() !== "true") throw this.#refusal();
      return { ...this.#target(target), kind: "condition", operator: "startswith", value };
    }
    const operator = this.#word();
    if (!OPERATORS.includes(operator)) throw this.#refusal();
    return {
      ...this.#target(token.text),
      kind: "condition",
      operator: operator as Condition["operator"],
      value: this.#value(),
    };
  }

  #target(word: string): { field: string; inFields: boolean } {
    const inFields = word.startsWith("fields/");
    const field = inFields ? word.slice("fields/".length) : word;
    if (field === "" || field.includes("/")) throw this.#refusal();
    return { field, inFields };
  }

  #value(): Condition["value"] {
    const token = this.#next();
    switch (token.kind) {
      case "text":
        return token.text.slice(1, -1).replaceAll("''", "'");
      case "number":
        return Number(token.text);
      case "instant":
        return token.text;
      case "word":
        if (token.text === "true" || token.text === "false") return token.text === "true";
        if (token.text === "null") return null;
        throw this.#refusal();
      case "mark":
        throw this.#refusal();
    }
  }

  #word(): string {
    const token = this.#next();
    if (token.kind !== "word") throw this.#refusal();
    return token.text;
  }

  #mark(mark: string): void {
    const token = this.#next();
    if (token.kind !== "mark" || token.text !== mark) throw this.#refusal();
  }

  #takeWord(word: string): boolean {
    const before = this.#at;
    if (this.#source.slice(this.#at).trim() === "") return false;
    const token = this.#next();
    if (token.kind === "word" && token.text === word) return true;
    this.#at = before;
    return false;
  }

  #next(): Token {
    INSTANT.lastIndex = this.#at;
    const instant = INSTANT.exec(this.#source);
    if (instant?.[1]) {
      this.#at = INSTANT.lastIndex;
      return { kind: "instant", text: instant[1] };
    }
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#source);
    const [kind, text] =
      Object.entries(found?.groups ?? {}).find(
        (entry): entry is [Token["kind"], string] => entry[1] !== undefined,
      ) ?? [];
    if (kind === undefined || text === undefined) throw this.#refusal();
    this.#at = TOKEN.lastIndex;
    return { kind, text };
  }

  #refusal() {
    return badRequest(
      `The filter “${this.#source}” is not one that list items support, near character ${this.#at + 1}.`,
    );
  }
}
