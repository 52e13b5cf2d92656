import type { JsonSchema } from "@/lib/api/openapi/types";

/** One field of a shape, however deep: "seats[].row". */
export type FieldRow = { name: string; type: string; required: boolean; description: string | null };

type Place = {
  name: string;
  required: boolean;
  named: Readonly<Record<string, JsonSchema>>;
  say: (words: string) => string;
};

/** A shape as rows, outer before inner. The whole itself, which has no name, is a row only where it has no fields. */
export function rowsOf(schema: JsonSchema, place: Place): FieldRow[] {
  const whole = resolve(schema, place.named);
  const description = schema.description ?? whole.description;
  const inner = innerOf(whole, place);
  const row = {
    name: place.name,
    type: typeOf(whole, place.named),
    required: place.required,
    description: description === undefined || schema.$ref ? null : place.say(description),
  };
  return place.name === "" && inner.length > 0 ? inner : [row, ...inner];
}

/** What stands in both languages has two fields, and two rows for each would hide the rest. */
const isText = ({ properties = {} }: JsonSchema) => Object.keys(properties).join() === "ko,en";

function innerOf(schema: JsonSchema, { name, named, say }: Place): FieldRow[] {
  const shapes = (schema.anyOf ?? [schema]).map((one) => resolve(one, named));
  const seen = new Map<string, FieldRow>();
  for (const shape of shapes) {
    if (typeof shape.items === "object" && !Array.isArray(shape.items)) {
      const list = `${name}[]`;
      for (const row of rowsOf(shape.items, { name: list, required: true, named, say }))
        if (row.name !== list) seen.set(row.name, row);
    }
    if (isText(shape)) continue;
    for (const [field, inside] of Object.entries(shape.properties ?? {})) {
      const place = {
        name: name === "" ? field : `${name}.${field}`,
        required: shape.required?.includes(field) ?? false,
        named,
        say,
      };
      for (const row of rowsOf(asSchema(inside), place)) seen.set(row.name, merged(seen.get(row.name), row));
    }
  }
  return [...seen.values()];
}

/** The same field of several shapes. */
const merged = (known: FieldRow | undefined, row: FieldRow): FieldRow =>
  known && known.type !== row.type
    ? { ...row, type: `${known.type} | ${row.type}`, description: row.description ?? known.description }
    : row;

function resolve(schema: JsonSchema, named: Place["named"]): JsonSchema {
  const target = schema.$ref === undefined ? undefined : named[schema.$ref.split("/").at(-1) ?? ""];
  return target ? resolve(target, named) : schema;
}

const asSchema = (schema: unknown): JsonSchema =>
  typeof schema === "object" && schema !== null ? (schema as JsonSchema) : {};

/** As short as it can be said: "integer 1…20", "VIP | R", "uuid | null", "object[] 1…20". */
function typeOf(schema: JsonSchema, named: Place["named"]): string {
  const whole = resolve(schema, named);
  if (whole.anyOf) return [...new Set(whole.anyOf.map((one) => typeOf(one, named)))].join(" | ");
  if (isText(whole)) return "{ ko, en }";
  if (whole.enum) return whole.enum.map(String).join(" | ");
  if (whole.const !== undefined) return String(whole.const);
  if (typeof whole.items === "object" && !Array.isArray(whole.items))
    return `${typeOf(whole.items, named)}[]${rangeOf(whole.minItems, whole.maxItems)}`;
  const name = whole.contentEncoding ?? whole.format ?? [whole.type ?? "object"].flat().join(" | ");
  const step = whole.multipleOf === undefined ? "" : ` × ${whole.multipleOf}`;
  return name + rangeOf(whole.minimum ?? whole.minLength, whole.maximum ?? whole.maxLength) + step;
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (most !== undefined) return least === undefined ? ` ≤ ${most}` : ` ${least}…${most}`;
  return least === undefined ? "" : ` ≥ ${least}`;
}
