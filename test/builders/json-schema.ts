import { readFileSync } from "node:fs";

type Schema = Readonly<Record<string, unknown>>;

const keywords = new Set([
  "$schema",
  "$defs",
  "$ref",
  "title",
  "description",
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "const",
  "oneOf",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
]);

/** Reads one of our published schemas. @param name file name without ending. */
export function readSchema(name: string): Schema {
  return JSON.parse(
    readFileSync(new URL(`../../shared/contracts/schemas/${name}.json`, import.meta.url), "utf8"),
  );
}

/**
 * What of a value breaks a schema, as paths with a reason; empty when it fits. Knows the keywords that our schemas
 * use and refuses any other, so that none is ever passed over.
 */
export function breaches(value: unknown, schema: Schema, root: Schema = schema, path = "$"): string[] {
  for (const keyword of Object.keys(schema)) {
    if (!keywords.has(keyword))
      throw new Error(`The schema uses “${keyword}” at ${path}, which is not checked.`);
  }
  const found: string[] = [];
  const check = (holds: boolean, reason: string) => {
    if (!holds) found.push(`${path} ${reason}`);
  };
  if (typeof schema["$ref"] === "string") {
    const name = schema["$ref"].replace("#/$defs/", "");
    const target = (root["$defs"] as Record<string, Schema> | undefined)?.[name];
    if (!target) throw new Error(`The schema names ${schema["$ref"]}, which is not there.`);
    return breaches(value, target, root, path);
  }
  if (schema["type"] !== undefined) {
    const types = [schema["type"]].flat() as string[];
    check(
      types.includes(typeOf(value)) || (types.includes("number") && typeOf(value) === "integer"),
      `is not ${types.join(" or ")}`,
    );
  }
  if (schema["const"] !== undefined)
    check(value === schema["const"], `is not ${JSON.stringify(schema["const"])}`);
  if (Array.isArray(schema["enum"]))
    check(schema["enum"].includes(value), `is none of ${schema["enum"].join(", ")}`);
  if (typeof value === "string") {
    if (typeof schema["pattern"] === "string")
      check(new RegExp(schema["pattern"]).test(value), `does not match ${schema["pattern"]}`);
    if (typeof schema["minLength"] === "number") check(value.length >= schema["minLength"], "is too short");
    if (typeof schema["maxLength"] === "number") check(value.length <= schema["maxLength"], "is too long");
  }
  if (typeof value === "number") {
    if (typeof schema["minimum"] === "number")
      check(value >= schema["minimum"], `is below ${schema["minimum"]}`);
    if (typeof schema["maximum"] === "number")
      check(value <= schema["maximum"], `is above ${schema["maximum"]}`);
  }
  if (Array.isArray(value) && schema["items"] !== undefined) {
    for (const [place, item] of value.entries())
      found.push(...breaches(item, schema["items"] as Schema, root, `${path}[${place}]`));
  }
  if (typeOf(value) === "object")
    found.push(...breachesOfObject(value as Record<string, unknown>, schema, root, path));
  if (Array.isArray(schema["oneOf"])) {
    const tried = (schema["oneOf"] as Schema[]).map((choice) => breaches(value, choice, root, path));
    const fitting = tried.filter((reasons) => reasons.length === 0).length;
    const nearest = [...tried].sort((a, b) => a.length - b.length)[0] ?? [];
    check(
      fitting === 1,
      `fits ${fitting} of ${tried.length} choices; nearest: ${nearest.slice(0, 3).join("; ")}`,
    );
  }
  return found;
}

function breachesOfObject(
  value: Record<string, unknown>,
  schema: Schema,
  root: Schema,
  path: string,
): string[] {
  const properties = (schema["properties"] ?? {}) as Record<string, Schema>;
  const more = schema["additionalProperties"];
  const missing = ((schema["required"] ?? []) as string[]).filter((name) => value[name] === undefined);
  return [
    ...missing.map((name) => `${path} lacks ${name}`),
    ...Object.entries(value).flatMap(([name, held]) => {
      const known = properties[name];
      if (known) return breaches(held, known, root, `${path}.${name}`);
      if (more === false) return [`${path} has ${name}, which is not in the schema`];
      return typeof more === "object" && more !== null
        ? breaches(held, more as Schema, root, `${path}.${name}`)
        : [];
    }),
  ];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}
