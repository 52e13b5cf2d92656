import { z } from "zod";
import type { JsonSchema } from "./types";

/** The schemas of one document: what has a name of its own is written once, and referred to. */
export type SchemaBook = {
  schemas: Record<string, JsonSchema>;
  write(schema: z.ZodType, io: "input" | "output"): JsonSchema;
};

export function openSchemaBook(): SchemaBook {
  const schemas: Record<string, JsonSchema> = {};
  return {
    schemas,
    write: (schema, io) => {
      const { $schema: _, $defs = {}, ...written } = z.toJSONSchema(schema, { io, override: tidy });
      for (const [name, definition] of Object.entries($defs)) schemas[name] = refer(definition);
      return refer(written);
    },
  };
}

/** Takes out what says nothing to a reader: the long patterns behind formats, and the bounds of every whole number in JSON. */
function tidy({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  // Clients must bear fields that are new to them.
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  // "contentEncoding" says it already; this is no format of JSON Schema.
  if (jsonSchema.format === "base64") delete jsonSchema.format;
  if (jsonSchema.oneOf) {
    jsonSchema.anyOf = jsonSchema.oneOf;
    delete jsonSchema.oneOf;
  }
}

const refer = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
