import type { ApiRoute } from "@/lib/api/route";
import { EXAMPLES } from "@/lib/api/v1/examples";
import { RATE_HEADERS, refusalsOf } from "./failures";
import type { SchemaBook } from "./schemas";
import { tagOf } from "./tags";
import type { Content, JsonSchema, Operation, Parameter, Reply } from "./types";

const JSON_TYPE = "application/json";
const TEXT: JsonSchema = { type: "string" };

/** What the document says of one route. */
export function operationOf(route: ApiRoute, book: SchemaBook): Operation {
  const fields = fieldsOf(route, book);
  const body = fields.filter((field) => field.place === "body");
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.description !== undefined && { description: route.description }),
    tags: [tagOf(route.path)],
    security: securityOf(route),
    parameters: [...fields.flatMap(toParameter), ...headersOf(route)],
    ...(body.length > 0 && { requestBody: bodyOf(route, body) }),
    responses: { ...successOf(route, book), ...refusalsOf(route, book) },
  };
}

/** What anyone may needs nobody's name; a key must be allowed what it is used for, and some things no key may. */
function securityOf({ who, scope }: ApiRoute): Operation["security"] {
  const key = scope === "never" ? [] : [{ key: scope === "none" ? [] : [scope] }];
  return [...(who === "anyone" ? [{}] : []), { token: [] }, ...key, { session: [] }];
}

type Field = { name: string; place: Parameter["in"] | "body"; required: boolean; schema: JsonSchema };

/** The fields of the input, each with the part of the request that it stands in. */
function fieldsOf(route: ApiRoute, book: SchemaBook): Field[] {
  const { properties = {}, required = [] } = book.write(route.input, "input");
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    place: placeOf(name, route),
    required: required.includes(name),
    schema: typeof schema === "boolean" ? {} : schema,
  }));
}

function placeOf(name: string, { path, method, success }: ApiRoute): Field["place"] {
  if (path.includes(`{${name}}`)) return "path";
  if (name === "last_event_id" && success.contentTypes.includes("text/event-stream")) return "header";
  return method === "GET" ? "query" : "body";
}

function toParameter({ name, place, required, schema: { description, ...schema } }: Field): Parameter[] {
  if (place === "body") return [];
  const wireName = place === "header" ? "Last-Event-ID" : name;
  return [
    { name: wireName, in: place, required, ...(description !== undefined && { description }), schema: asList(schema) },
  ];
}

/** In an address one value is a list of one: what takes one or several is a list. */
const asList = (schema: JsonSchema): JsonSchema => schema.anyOf?.find(({ type }) => type === "array") ?? schema;

function bodyOf(route: ApiRoute, body: readonly Field[]): NonNullable<Operation["requestBody"]> {
  const required = body.filter((field) => field.required).map(({ name }) => name);
  const schema: JsonSchema = {
    type: "object",
    properties: Object.fromEntries(body.map((field) => [field.name, field.schema])),
    ...(required.length > 0 && { required }),
  };
  const example = EXAMPLES[route.id]?.body;
  return { required: required.length > 0, content: { [JSON_TYPE]: { schema, ...(example && { example }) } } };
}

const LANGUAGE: Parameter = {
  ...{ name: "Accept-Language", in: "header", required: false },
  description: "The language of messages: ko (when nothing else is asked for) or en",
  schema: { type: "string" },
};

const KEY: Parameter = {
  ...{ name: "Idempotency-Key", in: "header", required: false },
  description:
    "A text of your own, new for each thing you want done. The same request sent again under it within 24 hours is done once and gets the first answer",
  schema: { type: "string", pattern: "^[\x21-\x7e]{1,255}$" },
};

const PASS: Parameter = {
  ...{ name: "Queue-Pass", in: "header", required: false },
  description: "Where the schedule has a waiting room: the pass that its queue gave you",
  schema: { type: "string" },
};

const headersOf = ({ takesKey, errors }: ApiRoute): Parameter[] => [
  ...(takesKey ? [KEY] : []),
  ...(errors.includes("queue_pass_required") ? [PASS] : []),
  LANGUAGE,
];

function successOf(route: ApiRoute, book: SchemaBook): Record<string, Reply> {
  const { status, contentTypes, output, hasVersion } = route.success;
  const schema = output ? book.write(output, "output") : { type: "string" as const };
  const example = EXAMPLES[route.id]?.answer;
  const content: Content = Object.fromEntries(
    contentTypes.map((type) => [type, { schema, ...(example !== undefined && { example }) }]),
  );
  const tag = { ETag: { description: "The version of this answer", schema: TEXT } };
  const headers = {
    ...RATE_HEADERS,
    ...(hasVersion && tag),
    ...(route.takesKey && {
      "Idempotency-Replayed": { description: "true: this is the first answer to a request sent again", schema: TEXT },
    }),
  };
  return {
    [String(status)]: {
      description: status === 201 ? "Made" : "Done",
      ...(Object.keys(headers).length > 0 && { headers }),
      content,
    },
    ...(hasVersion && {
      "304": {
        description: "You have this version already: you named its ETag in If-None-Match",
        headers: { ...RATE_HEADERS, ...tag },
      },
    }),
  };
}
