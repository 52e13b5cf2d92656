import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { API_ROOT } from "@/lib/api/app";
import { documentOf } from "@/lib/api/openapi/document";
import type { Operation, Reply } from "@/lib/api/openapi/types";
import type { ApiRoute } from "@/lib/api/route";

type Answer = { status: number; headers: Headers; body: unknown };

/** What no operation answers for: there is no such address, or it takes no such request. */
const OUTSIDE = new Set(["not_found", "method_not_allowed"]);
const ID = "document";

/**
 * Holds answers against the document of `routes` by a validator that has nothing to do with what made them.
 * Stricter than the document in one thing: an answer may have no field that is not documented.
 *
 * @returns throws an Error that names the operation, the status and the path of each departure.
 */
export function openContract(routes: readonly ApiRoute[]) {
  const document = documentOf(routes, `http://rowlock.test${API_ROOT}`);
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema(pointedAt(closed({ $id: ID, $defs: document.components.schemas })));
  const compiled = new Map<object, ValidateFunction>();
  const validatorOf = (schema: object) => {
    const known = compiled.get(schema) ?? ajv.compile(pointedAt(closed(schema)));
    compiled.set(schema, known);
    return known;
  };

  return (method: string, address: string, answer: Answer): void => {
    const operation = findOperation(document.paths, method, address);
    const fault = operation ? departure(operation, answer, validatorOf) : outsideFault(answer);
    if (fault)
      throw new Error(`${method} ${address} answered ${answer.status}: ${fault}\n${JSON.stringify(answer.body)}`);
  };
}

type Paths = Readonly<Record<string, Record<string, Operation>>>;

/** Addresses that name a thing win over those with a place for any thing. */
function findOperation(paths: Paths, method: string, address: string): Operation | undefined {
  const [pathname = ""] = address.split("?");
  const fitting = Object.keys(paths)
    .filter((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname))
    .sort((a, b) => a.split("{").length - b.split("{").length);
  return fitting.map((path) => paths[path]?.[method.toLowerCase()]).find((operation) => operation !== undefined);
}

function departure(
  operation: Operation,
  answer: Answer,
  validatorOf: (schema: object) => ValidateFunction,
): string | null {
  const reply = operation.responses[answer.status];
  if (!reply) return `${operation.operationId} documents no such status`;
  const lacking = Object.keys(reply.headers ?? {}).filter((name) => !answer.headers.has(name) && !SOMETIMES.has(name));
  if (lacking.length > 0) return `without the headers ${lacking}`;
  return reply.content ? contentFault(reply.content, answer, validatorOf) : null;
}

/** What comes with some answers of a status only. */
const SOMETIMES = new Set(["Retry-After", "Idempotency-Replayed"]);

function contentFault(
  content: NonNullable<Reply["content"]>,
  answer: Answer,
  validatorOf: (schema: object) => ValidateFunction,
) {
  const [type = ""] = (answer.headers.get("content-type") ?? "").split(";");
  const media = content[type];
  if (!media) return `documented are ${Object.keys(content)}, not ${type}`;
  if (type !== "application/json") return null;
  const validate = validatorOf(media.schema);
  if (validate(answer.body)) return null;
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`).join("; ");
}

function outsideFault({ body }: Answer): string | null {
  const code = typeof body === "object" && body !== null && "error" in body ? codeOf(body.error) : undefined;
  if (code === undefined) return null;
  return OUTSIDE.has(code) ? null : `${code} from an address that is not documented`;
}

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;

/** The schema, and every schema in it, with no room for fields that it does not name. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const isShape = "properties" in schema && !("additionalProperties" in schema) && "type" in schema;
  return { ...Object.fromEntries(entries), ...(isShape && { additionalProperties: false }) };
}

const pointedAt = <T extends object>(schema: T): T =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${ID}#/$defs/`));
