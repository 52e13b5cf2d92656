import { refusedBy } from "@/lib/api/openapi/failures";
import type { OpenApiDocument, Operation } from "@/lib/api/openapi/types";
import type { ErrorCode } from "@/lib/kernel/errors";
import { curlOf } from "./curl";
import { type FieldRow, rowsOf } from "./rows";

export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  /** Whom it is open to: anyone; a person and a key that allows this; a person alone. */
  access: { kind: "anyone" | "person" } | { kind: "key"; scope: string };
  parameters: (FieldRow & { place: "path" | "query" | "header" })[];
  body: FieldRow[];
  curl: string;
  answer: { status: string; type: string; rows: FieldRow[]; example: string | null };
  refusals: { status: string; code: ErrorCode }[];
};

export type ReferencePart = { name: string; description: string; operations: ReferenceOperation[] };

/** The document as it is read by people: part by part, every shape as rows. `say` puts its words into the reader's language. */
export function referenceOf(
  document: OpenApiDocument,
  server: string,
  say: (words: string) => string,
): ReferencePart[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      ...readOperation(document, { path, method, operation, server }, say),
    })),
  );
  return document.tags.map(({ name, description }) => ({
    name: say(name),
    description: say(description),
    operations: operations.filter(({ tag }) => tag === name),
  }));
}

type Found = { path: string; method: string; operation: Operation; server: string };

function readOperation(
  document: OpenApiDocument,
  { path, method, operation, server }: Found,
  say: (words: string) => string,
): ReferenceOperation {
  const { components } = document;
  const body = operation.requestBody?.content["application/json"];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: say(operation.summary),
    description: operation.description === undefined ? null : say(operation.description),
    access: accessOf(operation),
    parameters: operation.parameters.map(({ name, in: place, required, description, schema }) => {
      const [row] = rowsOf(
        { ...schema, ...(description !== undefined && { description }) },
        { name, required, named: components.schemas, say },
      );
      return { ...(row ?? { name, type: "", required, description: null }), place };
    }),
    body: body ? rowsOf(body.schema, { name: "", required: true, named: components.schemas, say }) : [],
    curl: curlOf({ path, method: method.toUpperCase(), operation, server }),
    answer: answerOf(document, operation, say),
    refusals: refusedBy(operation),
  };
}

function accessOf({ security }: Operation): ReferenceOperation["access"] {
  if (security.some((way) => Object.keys(way).length === 0)) return { kind: "anyone" };
  const key = security.find((way) => "key" in way);
  return key ? { kind: "key", scope: key["key"]?.[0] ?? "" } : { kind: "person" };
}

function answerOf(
  { components }: OpenApiDocument,
  { responses }: Operation,
  say: (words: string) => string,
): ReferenceOperation["answer"] {
  const [status = "200", reply] = Object.entries(responses).find(([known]) => known.startsWith("2")) ?? [];
  const [type = "", media] = Object.entries(reply?.content ?? {})[0] ?? [];
  const rows =
    media && media.schema.type !== "string" && type === "application/json"
      ? rowsOf(media.schema, { name: "", required: true, named: components.schemas, say })
      : [];
  const example = media?.example === undefined ? null : JSON.stringify(media.example, null, 2);
  return { status, type: Object.keys(reply?.content ?? {}).join(", "), rows, example };
}
