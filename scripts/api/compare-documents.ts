import type { OpenApiDocument, Operation, Reply } from "@/lib/api/openapi/types";
import { compareSchemas, type Direction } from "./compare-schemas";

type Found = { operation: Operation; document: OpenApiDocument };

/**
 * What a client written for `before` would miss in `after`: one sentence for each operation, field, value,
 * status or freedom that is gone. Empty when everything that worked still works; whatever is new passes.
 */
export function findBreaks(before: OpenApiDocument, after: OpenApiDocument): string[] {
  return operationsOf(before).flatMap(([name, operation]) => {
    const now = operationsOf(after).find(([other]) => other === name)?.[1];
    if (!now) return [`${name} is gone`];
    return compareOperations({ operation, document: before }, { operation: now, document: after }).map(
      (fault) => `${name}: ${fault}`,
    );
  });
}

const operationsOf = (document: OpenApiDocument): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

function compareOperations(before: Found, after: Found): string[] {
  const renamed = before.operation.operationId !== after.operation.operationId;
  return [
    ...(renamed ? [`is called ${after.operation.operationId}, no more ${before.operation.operationId}`] : []),
    ...compareSecurity(before.operation, after.operation),
    ...compareParameters(before, after),
    ...compareBodies(before, after),
    ...compareReplies(before, after),
  ];
}

function compareSecurity(before: Operation, after: Operation): string[] {
  const waysOf = ({ security }: Operation) => security.map((way) => Object.keys(way).sort().join(" and ") || "nobody");
  return waysOf(before)
    .filter((way) => !waysOf(after).includes(way))
    .map((way) => `no longer open to ${way}`);
}

function compareParameters(before: Found, after: Found): string[] {
  const nameOf = (parameter: { in: string; name: string }) => `${parameter.in} ${parameter.name}`;
  const known = new Map(before.operation.parameters.map((parameter) => [nameOf(parameter), parameter]));
  const now = new Map(after.operation.parameters.map((parameter) => [nameOf(parameter), parameter]));
  const lost = [...known.keys()].filter((name) => !now.has(name)).map((name) => `${name} is gone`);
  const changed = [...now].flatMap(([name, parameter]) => {
    const old = known.get(name);
    if (parameter.required && !old?.required) return [`${name} is required now`];
    return old ? schemaBreaks("request", name, [old.schema, before], [parameter.schema, after]) : [];
  });
  return [...lost, ...changed];
}

function compareBodies(before: Found, after: Found): string[] {
  const [old, now] = [before.operation.requestBody, after.operation.requestBody];
  if (now?.required && !old?.required) return ["a body is required now"];
  if (!old) return [];
  if (!now) return ["takes no body any more"];
  return compareContents("request", "body", [old.content, before], [now.content, after]);
}

function compareReplies(before: Found, after: Found): string[] {
  return Object.entries(before.operation.responses).flatMap(([status, reply]) => {
    const now = after.operation.responses[status];
    if (!now) return [`status ${status} is gone`];
    const lost = Object.keys(reply.headers ?? {}).filter((name) => !(name in (now.headers ?? {})));
    const direction = Number(status) < 400 ? "answer" : "refusal";
    return [
      ...lost.map((name) => `${status} has no header ${name} any more`),
      ...compareContents(direction, status, [reply.content ?? {}, before], [now.content ?? {}, after]),
    ];
  });
}

type Contents = NonNullable<Reply["content"]>;

function compareContents(
  direction: Direction,
  place: string,
  [before, beforeOf]: [Contents, Found],
  [after, afterOf]: [Contents, Found],
): string[] {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const now = after[type];
    if (!now) return [`${place} is no more in ${type}`];
    return schemaBreaks(direction, place, [schema, beforeOf], [now.schema, afterOf]);
  });
}

type SchemaOf = [Operation["parameters"][number]["schema"], Found];

const schemaBreaks = (direction: Direction, place: string, [before, beforeOf]: SchemaOf, [after, afterOf]: SchemaOf) =>
  compareSchemas(direction, place, {
    before: { schema: before, named: beforeOf.document.components.schemas },
    after: { schema: after, named: afterOf.document.components.schemas },
  });
