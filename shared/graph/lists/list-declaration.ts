import { type CalendarDate, toCalendarDate } from "../../contracts/calendar-date.ts";
import type { DatedName } from "../../rules/people/portfolio.ts";

/**
 * How a SharePoint list is declared, once: from the declaration come its provisioning, the checks of what comes
 * in, and the types of its rows. Column names are ASCII PascalCase, fixed at creation; what people read is the
 * display name. No lookup, person, multi-choice or hyperlink columns: rows relate by keys.
 */
export type ColumnDeclaration =
  | { readonly type: "text"; readonly required?: true; readonly indexed?: true; readonly unique?: true }
  | { readonly type: "note" }
  | {
      readonly type: "choice";
      readonly choices: readonly string[];
      readonly required?: true;
      readonly indexed?: true;
    }
  | { readonly type: "number"; readonly required?: true; readonly indexed?: true }
  | { readonly type: "boolean" };

export type Columns = Readonly<Record<string, ColumnDeclaration>>;

export interface ListDeclaration<C extends Columns = Columns> {
  /** Display name of the list and its name in addresses: `ForwardPlanItems`. */
  readonly name: string;
  readonly description: string;
  readonly columns: C;
}

type Value<C extends ColumnDeclaration> = C extends { type: "text" | "note" }
  ? string
  : C extends { type: "choice"; choices: readonly (infer Choice)[] }
    ? Choice
    : C extends { type: "number" }
      ? number
      : boolean;

type IsRequired<C extends ColumnDeclaration> = C extends { required: true } ? true : false;

/** A row's values as the list holds them; SharePoint leaves empty columns out. */
export type Row<C extends Columns> = {
  readonly [Name in keyof C as IsRequired<C[Name]> extends true ? Name : never]: Value<C[Name]>;
} & {
  readonly [Name in keyof C as IsRequired<C[Name]> extends true ? never : Name]?: Value<C[Name]>;
};

/** The column every list has: the row's own key, upper-case, composite. */
export const keyColumn = { type: "text", required: true, indexed: true, unique: true } as const;

/** Declares a list; every list has `Key`. */
export function declareList<const C extends Columns>(declaration: {
  name: string;
  description: string;
  columns: C;
}): ListDeclaration<C & { readonly Key: typeof keyColumn }> {
  return { ...declaration, columns: { Key: keyColumn, ...declaration.columns } };
}

/** Says which column of which row does not hold what its list declares. */
export class UnexpectedColumn extends Error {
  override readonly name = "UnexpectedColumn";
  readonly list: string;
  readonly column: string;
  constructor(list: string, column: string, key: string, problem: string) {
    super(`The list ${list} holds a row (${key}) whose column ${column} ${problem}. Mend it in SharePoint.`);
    this.list = list;
    this.column = column;
  }
}

/**
 * Checks the fields of a list item against the declaration.
 * @throws {UnexpectedColumn} naming the first column that is missing or of the wrong kind.
 */
export function readRow<C extends Columns>(
  list: ListDeclaration<C>,
  fields: Readonly<Record<string, unknown>>,
): Row<C> {
  const key = typeof fields.Key === "string" ? fields.Key : "no key";
  const row: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(list.columns)) {
    const value = fields[name];
    if (value === undefined || value === null || value === "") {
      if ("required" in column && column.required)
        throw new UnexpectedColumn(list.name, name, key, "is empty");
      continue;
    }
    const problem = wrongKind(column, value);
    if (problem) throw new UnexpectedColumn(list.name, name, key, problem);
    row[name] = value;
  }
  return row as Row<C>;
}

function wrongKind(column: ColumnDeclaration, value: unknown): string | null {
  switch (column.type) {
    case "text":
    case "note":
      return typeof value === "string" ? null : "is not text";
    case "choice":
      return typeof value === "string" && column.choices.includes(value)
        ? null
        : `holds none of its choices (${column.choices.join(", ")})`;
    case "number":
      return typeof value === "number" ? null : "is not a number";
    case "boolean":
      return typeof value === "boolean" ? null : "is neither yes nor no";
  }
}

/** The entries that hold something: columns left empty are left out of a row, and of the entity read from it. */
export function held<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(entries) as { [Name in keyof Values]?: Exclude<Values[Name], undefined> };
}

/** Several short texts in one text column, in their order; none of them contains `;`. */
export function joinTexts(texts: readonly string[]): string {
  return texts.join("; ");
}

/** The texts of a column written by {@link joinTexts}. */
export function splitTexts(text: string | undefined): string[] {
  return (text ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Several names in one note, one a line, in their order. */
export function joinLines(lines: readonly string[] | undefined): string | undefined {
  return lines?.map((line) => line.replace(/\s+/g, " ").trim()).join("\n");
}

/** The lines of a column written by {@link joinLines}; undefined when it is empty. */
export function splitLines(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  return text.split(/\r?\n/).filter((line) => line !== "");
}

/** A day in a column that may be empty. @throws {Error} when the text is no calendar date. */
export function readDay(text: string | undefined): CalendarDate | undefined {
  return text === undefined ? undefined : toCalendarDate(text);
}

/** Names with the time they were in use, one a line: `Name | 2009-05-01 | 2015-05-20`; either day may be missing. */
export function joinDatedNames(names: readonly DatedName[] | undefined): string | undefined {
  return names
    ?.map(({ name, from, to }) => [name, from ?? "", to ?? ""].join(" | ").replace(/[ |]+$/, ""))
    .join("\n");
}

/** The names of a column written by {@link joinDatedNames}. @throws {Error} when a day is no calendar date. */
export function splitDatedNames(text: string | undefined): DatedName[] {
  return (splitLines(text) ?? []).map((line) => {
    const [name = "", from, to] = line.split("|").map((part) => part.trim());
    return {
      name,
      ...(from ? { from: toCalendarDate(from) } : {}),
      ...(to ? { to: toCalendarDate(to) } : {}),
    };
  });
}
