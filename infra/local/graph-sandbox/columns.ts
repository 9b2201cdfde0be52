import { badRequest, GraphError, notImitated } from "./graph-error.ts";
import { isObject, type Json, type JsonObject, withoutAbsent } from "./json.ts";
import { type SiteZone, storedInstant } from "./site-time.ts";

/** The type facets the sandbox imitates; `note` is a text column with several lines, `counter` the ID. */
export type ColumnType =
  | "text"
  | "note"
  | "choice"
  | "number"
  | "boolean"
  | "dateTime"
  | "personOrGroup"
  | "lookup"
  | "hyperlinkOrPicture"
  | "counter";

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly readOnly: boolean;
  /** The columnDefinition as Graph shows it, facet and all. */
  readonly definition: JsonObject;
}

/** What one field of an item holds once stored. */
export type StoredValue = string | number | boolean;

const FACETS: readonly string[] = [
  "text",
  "choice",
  "number",
  "boolean",
  "dateTime",
  "personOrGroup",
  "lookup",
  "hyperlinkOrPicture",
];
const OTHER_FACETS: readonly string[] = [
  "calculated",
  "currency",
  "geolocation",
  "term",
  "thumbnail",
  "contentApprovalStatus",
];
const UNINDEXABLE: readonly ColumnType[] = ["note", "hyperlinkOrPicture"];
const MOST_TEXT = 255;
/** A plain note takes about this many characters through Graph (observed on one tenant). */
const MOST_NOTE = 63_000;
/** Source: "Add an index to a list or library column": at most 20 indexes a list. */
export const MOST_INDEXES = 20;
const SETTABLE = [
  "displayName",
  "description",
  "required",
  "indexed",
  "enforceUniqueValues",
  "hidden",
  "defaultValue",
  "validation",
];

/**
 * Reads a columnDefinition that a client posts.
 *
 * @throws GraphError 400 when it breaks a rule of SharePoint's, 501 for a kind the sandbox does not imitate.
 */
export function columnFromDefinition(given: JsonObject, id: string): Column {
  const name = given.name;
  if (typeof name !== "string" || name === "") throw badRequest("A column needs a name.");
  const unknown = Object.keys(given).find((member) => OTHER_FACETS.includes(member));
  if (unknown) throw notImitated(`${unknown} columns`);
  const facets = FACETS.filter((facet) => given[facet] !== undefined);
  const [facet] = facets;
  if (!facet || facets.length > 1) throw badRequest(`The column ${name} must have exactly one type facet.`);
  return assemble(
    withoutAbsent({ ...defaultsOf(name), ...given, [facet]: facetOf(facet, given[facet], name) }),
    facet,
    id,
  );
}

/** The column with some of its settings changed; its name and type stay. @throws as columnFromDefinition. */
export function changedColumn(column: Column, changes: JsonObject): Column {
  const facet = facetName(column);
  const refused = Object.keys(changes).find(
    (member) =>
      !SETTABLE.includes(member) &&
      member !== facet &&
      !member.startsWith("@odata.") &&
      changes[member] !== column.definition[member],
  );
  if (refused) throw badRequest(`${refused} of the column ${column.name} cannot be changed.`);
  const facetChange = changes[facet];
  const merged = isObject(facetChange)
    ? { ...(column.definition[facet] as JsonObject), ...facetChange }
    : column.definition[facet];
  return assemble(
    withoutAbsent({ ...column.definition, ...changes, [facet]: facetOf(facet, merged, column.name) }),
    facet,
    column.id,
  );
}

function defaultsOf(name: string): JsonObject {
  return {
    columnGroup: "Custom Columns",
    description: "",
    displayName: name,
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    name,
    readOnly: false,
    required: false,
  };
}

function assemble(definition: JsonObject, facet: string, id: string): Column {
  const type = typeOf(facet, definition[facet] as JsonObject);
  const column: Column = {
    id,
    name: String(definition.name),
    type,
    indexed: definition.indexed === true,
    enforceUniqueValues: definition.enforceUniqueValues === true,
    readOnly: definition.readOnly === true,
    definition: { ...definition, id },
  };
  if (column.indexed && UNINDEXABLE.includes(type)) {
    throw badRequest(`The column ${column.name} is of a type that cannot be indexed.`);
  }
  if (column.enforceUniqueValues && !column.indexed) {
    // SharePoint was seen to answer 500 here, which tells nobody what is wrong; the message does.
    throw new GraphError(500, "generalException", `${column.name} must be indexed to enforce unique values.`);
  }
  return column;
}

function typeOf(facet: string, settings: JsonObject): ColumnType {
  return facet === "text" && settings.allowMultipleLines === true ? "note" : (facet as ColumnType);
}

function facetName(column: Column): string {
  return column.type === "note" ? "text" : column.type;
}

function facetOf(facet: string, given: Json | undefined, name: string): JsonObject {
  if (!isObject(given)) throw badRequest(`The ${facet} facet of ${name} must be an object.`);
  switch (facet) {
    case "text":
      return textFacet(given, name);
    case "choice": {
      const choices = given.choices;
      if (
        !Array.isArray(choices) ||
        choices.length === 0 ||
        !choices.every((one) => typeof one === "string")
      ) {
        throw badRequest(`The choice column ${name} needs a list of choices.`);
      }
      if (given.displayAs === "checkBoxes")
        throw badRequest("Creating a checkBoxes choice column is refused.");
      return { allowTextEntry: false, displayAs: "dropDownMenu", ...given };
    }
    case "dateTime":
      return { displayAs: "default", format: "dateTime", ...given };
    case "personOrGroup":
      if (given.allowMultipleSelection === true) throw notImitated("columns with several people");
      return { allowMultipleSelection: false, chooseFromType: "peopleAndGroups", ...given };
    case "lookup":
      if (given.allowMultipleValues === true) throw notImitated("lookups with several values");
      return { allowMultipleValues: false, ...given };
    default:
      return given;
  }
}

function textFacet(given: JsonObject, name: string): JsonObject {
  const length = given.maxLength;
  if (length !== undefined && (typeof length !== "number" || length < 1 || length > MOST_TEXT)) {
    throw badRequest(`maxLength of ${name} is from 1 to ${MOST_TEXT}.`);
  }
  const several = given.allowMultipleLines === true;
  if (several && given.linesForEditing === 0) {
    throw badRequest(`The several-line column ${name} needs linesForEditing other than 0.`);
  }
  return several
    ? { appendChangesToExistingText: false, linesForEditing: 6, textType: "plain", ...given }
    : {
        allowMultipleLines: false,
        appendChangesToExistingText: false,
        linesForEditing: 0,
        maxLength: MOST_TEXT,
        textType: "plain",
        ...given,
      };
}

/** The name under which a column's value appears among an item's fields. */
export function fieldNameOf(column: Column): string {
  return column.type === "personOrGroup" || column.type === "lookup" ? `${column.name}LookupId` : column.name;
}

/**
 * A field's value as SharePoint would keep it; undefined when the write empties the field.
 *
 * @throws GraphError 400 when the value is of the wrong type, too long, not a choice, or cannot be written.
 */
export function storedValue(column: Column, value: Json, zone: SiteZone): StoredValue | undefined {
  if (column.readOnly) throw badRequest(`Field '${column.name}' is read-only.`);
  if (column.type === "hyperlinkOrPicture") {
    throw badRequest(`Field '${column.name}' is a hyperlink; Graph refuses to write it.`);
  }
  if (value === null || value === "") return undefined;
  const facet = column.definition[facetName(column)] as JsonObject;
  switch (column.type) {
    case "text":
      return shortEnough(column, textOf(column, value), Number(facet.maxLength ?? MOST_TEXT));
    case "note": {
      const text = shortEnough(column, textOf(column, value), MOST_NOTE);
      return facet.textType === "richText" ? `<div class="ExternalClass">${text}</div>` : text;
    }
    case "choice": {
      const text = textOf(column, value);
      if (facet.allowTextEntry !== true && !(facet.choices as readonly Json[]).includes(text)) {
        throw badRequest(`“${text}” is not one of the choices of ${column.name}.`);
      }
      return shortEnough(column, text, MOST_TEXT);
    }
    case "number":
      return numberOf(column, value, facet);
    case "boolean":
      if (typeof value !== "boolean") throw wrongType(column, "true or false");
      return value;
    case "dateTime":
      return storedInstant(
        textOf(column, value),
        facet.format === "dateOnly" ? "dateOnly" : "dateTime",
        zone,
      );
    case "personOrGroup":
    case "lookup":
      if (!/^[1-9]\d*$/.test(String(value))) throw wrongType(column, "the number of a person or an item");
      return String(value);
    case "counter":
      throw badRequest(`Field '${column.name}' is read-only.`);
  }
}

function textOf(column: Column, value: Json): string {
  if (typeof value !== "string") throw wrongType(column, "text");
  return value;
}

function shortEnough(column: Column, text: string, most: number): string {
  if (text.length > most) {
    throw badRequest(`Field '${column.name}' takes ${most} characters; the value has ${text.length}.`);
  }
  return text;
}

function numberOf(column: Column, value: Json, facet: JsonObject): number {
  if (typeof value !== "number") throw wrongType(column, "a number");
  const { minimum, maximum } = facet;
  if ((typeof minimum === "number" && value < minimum) || (typeof maximum === "number" && value > maximum)) {
    throw badRequest(`Field '${column.name}' does not take ${value}.`);
  }
  return value;
}

function wrongType(column: Column, expected: string): GraphError {
  return badRequest(`Field '${column.name}' takes ${expected}.`);
}

/** The columns that come with every list, in the order SharePoint shows them. */
export function columnsOfNewList(isLibrary: boolean, idOf: (name: string) => string): Column[] {
  const system = (name: string, facet: JsonObject, more: JsonObject = {}): Column => {
    const [kind = "text"] = Object.keys(facet);
    const type = (name === "ID" ? "counter" : kind) as ColumnType;
    const definition = {
      ...defaultsOf(name),
      columnGroup: "_Hidden",
      readOnly: true,
      ...more,
      ...facet,
      id: idOf(name),
    };
    return {
      id: idOf(name),
      name,
      type,
      indexed: false,
      enforceUniqueValues: false,
      readOnly: true,
      definition,
    };
  };
  const title = columnFromDefinition(
    { name: "Title", columnGroup: "Custom Columns", text: { maxLength: MOST_TEXT } },
    idOf("Title"),
  );
  const text = { text: { allowMultipleLines: false, maxLength: MOST_TEXT } };
  const instant = { dateTime: { displayAs: "default", format: "dateTime" } };
  const person = {
    personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleAndGroups", displayAs: "account" },
  };
  return [
    title,
    system("ID", { number: {} }),
    system("ContentType", { text: { maxLength: MOST_TEXT } }, { displayName: "Content Type" }),
    system("Modified", instant),
    system("Created", instant),
    system("Author", person, { displayName: "Created By" }),
    system("Editor", person, { displayName: "Modified By" }),
    system("_UIVersionString", text, { displayName: "Version" }),
    ...(isLibrary ? [] : [system("Attachments", { boolean: {} })]),
  ];
}
