import type { JsonSchema } from "@/lib/api/openapi/types";

/** Which way a value goes: to us, from us when all went well, or from us when it did not. */
export type Direction = "request" | "answer" | "refusal";

/** A schema and those that it may refer to by name. */
type Named = { schema: JsonSchema; named: Readonly<Record<string, JsonSchema>> };
type Pair = { before: Named; after: Named };

/**
 * How `after` breaks what `before` promised. A request must be taken as before, or more freely; an answer must be as
 * before, or more exact. An answer may gain fields and values; a refusal may gain shapes as well.
 */
export function compareSchemas(direction: Direction, place: string, pair: Pair): string[] {
  const [before, after] = [resolve(pair.before), resolve(pair.after)];
  const resolved = { before: { ...pair.before, schema: before }, after: { ...pair.after, schema: after } };
  if (before.anyOf || after.anyOf) return compareAlternatives(direction, place, resolved);
  return [
    ...compareTypes(direction, place, before, after),
    ...compareValues(direction, place, before, after),
    ...compareBounds(direction, place, before, after),
    ...compareFields(direction, place, resolved),
    ...compareItems(direction, place, resolved),
  ];
}

function resolve({ schema, named }: Named): JsonSchema {
  const name = schema.$ref?.split("/").at(-1);
  if (name === undefined) return schema;
  const target = named[name];
  if (!target) throw new Error(`${schema.$ref} is not in the document`);
  return resolve({ schema: target, named });
}

const branchesOf = ({ schema, named }: Named): Named[] =>
  (schema.anyOf ?? [schema]).map((branch) => ({ schema: branch, named }));

/** Each alternative of one side must find one on the other side that does for it. */
function compareAlternatives(direction: Direction, place: string, { before, after }: Pair): string[] {
  const [old, now] = [branchesOf(before), branchesOf(after)];
  const fits = (a: Named, b: Named) => compareSchemas(direction, place, { before: a, after: b }).length === 0;
  const gone = old
    .filter(({ schema }) => direction === "request" || schema.type !== "null")
    .filter((branch) => !now.some((candidate) => fits(branch, candidate)))
    .map(({ schema }) => `${place} is no more ${nameOf(schema)}`);
  if (direction !== "answer") return gone;
  const extra = now
    .filter((branch) => !old.some((candidate) => fits(candidate, branch)))
    .map(({ schema }) => `${place} may be ${nameOf(schema)} now`);
  return [...gone, ...extra];
}

const nameOf = ({ $ref, type, const: value }: JsonSchema) =>
  $ref?.split("/").at(-1) ?? (value === undefined ? `${type}` : `${value}`);

const typesOf = ({ type }: JsonSchema): string[] => (type === undefined ? [] : [type].flat());

function compareTypes(direction: Direction, place: string, before: JsonSchema, after: JsonSchema): string[] {
  const [wide, narrow] = direction === "request" ? [after, before] : [before, after];
  if (typesOf(wide).length === 0) return [];
  const covers = (type: string) =>
    typesOf(wide).includes(type) || (type === "integer" && typesOf(wide).includes("number"));
  const isCovered = typesOf(narrow).length > 0 && typesOf(narrow).every(covers);
  return isCovered
    ? []
    : [
        `${place} was ${typesOf(before).join(" or ") || "anything"} and is ${typesOf(after).join(" or ") || "anything"}`,
      ];
}

const valuesOf = ({ enum: values, const: value }: JsonSchema) => values ?? (value === undefined ? null : [value]);

function compareValues(direction: Direction, place: string, before: JsonSchema, after: JsonSchema): string[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old === null) return now === null || direction !== "request" ? [] : [`${place} takes only ${now.join(", ")} now`];
  if (now === null) return direction === "request" ? [] : [`${place} is no more one of ${old.join(", ")}`];
  return old.filter((value) => !now.includes(value)).map((value) => `${place} knows no ${value} any more`);
}

const LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems"] as const;
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"] as const;
const FORMS = ["pattern", "format", "contentEncoding"] as const;

function compareBounds(direction: Direction, place: string, before: JsonSchema, after: JsonSchema): string[] {
  const [wide, narrow] = direction === "request" ? [after, before] : [before, after];
  const numberOf = (schema: JsonSchema, key: string, none: number) =>
    typeof schema[key] === "number" ? schema[key] : none;
  const lower = LOWER.filter((key) => numberOf(wide, key, -Infinity) > numberOf(narrow, key, -Infinity));
  const upper = UPPER.filter((key) => numberOf(wide, key, Infinity) < numberOf(narrow, key, Infinity));
  const forms = FORMS.filter((key) => wide[key] !== undefined && wide[key] !== narrow[key]);
  const steps = wide.multipleOf !== undefined && (narrow.multipleOf ?? 1) % wide.multipleOf !== 0 ? ["multipleOf"] : [];
  const defaults =
    direction === "request" && before.default !== undefined && before.default !== after.default ? ["default"] : [];
  return [...lower, ...upper, ...forms, ...steps, ...defaults].map(
    (key) => `${place}: ${key} was ${before[key] ?? "free"} and is ${after[key] ?? "free"}`,
  );
}

function compareFields(direction: Direction, place: string, { before, after }: Pair): string[] {
  const [old, now] = [before.schema.properties ?? {}, after.schema.properties ?? {}];
  const [mustBefore, mustNow] = [before.schema.required ?? [], after.schema.required ?? []];
  const shared = Object.keys(old).filter((name) => name in now);
  const lost = Object.keys(old).filter((name) => !(name in now));
  const bound =
    direction === "request"
      ? mustNow.filter((name) => !mustBefore.includes(name)).map((name) => `${place}.${name} is required now`)
      : mustBefore
          .filter((name) => !mustNow.includes(name) && !lost.includes(name))
          .map((name) => `${place}.${name} may be missing now`);
  const inside = shared.flatMap((name) =>
    compareSchemas(direction, `${place}.${name}`, {
      before: { ...before, schema: asSchema(old[name]) },
      after: { ...after, schema: asSchema(now[name]) },
    }),
  );
  return [
    ...lost.map((name) => `${place}.${name} is gone`),
    ...bound,
    ...inside,
    ...compareFurther(direction, place, { before, after }),
  ];
}

/** Fields under any name. */
function compareFurther(direction: Direction, place: string, { before, after }: Pair): string[] {
  const [old, now] = [before.schema.additionalProperties, after.schema.additionalProperties];
  if (direction === "request" && now === false && old !== false) return [`${place} takes no further fields now`];
  if (typeof old !== "object") return [];
  return compareSchemas(direction, `${place}.*`, {
    before: { ...before, schema: old },
    after: { ...after, schema: asSchema(now) },
  });
}

function compareItems(direction: Direction, place: string, { before, after }: Pair): string[] {
  if (before.schema.items === undefined && after.schema.items === undefined) return [];
  return compareSchemas(direction, `${place}[]`, {
    before: { ...before, schema: asSchema(before.schema.items) },
    after: { ...after, schema: asSchema(after.schema.items) },
  });
}

const asSchema = (schema: unknown): JsonSchema =>
  typeof schema === "object" && schema !== null ? (schema as JsonSchema) : {};
