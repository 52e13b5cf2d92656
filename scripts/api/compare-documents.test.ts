import { describe, expect, it } from "vitest";
import type { JsonSchema, OpenApiDocument, Operation } from "@/lib/api/openapi/types";
import { findBreaks } from "./compare-documents";

const REQUEST: JsonSchema = {
  type: "object",
  properties: {
    count: { type: "integer", minimum: 1, maximum: 20, multipleOf: 4 },
    grade: { type: "string", enum: ["VIP", "R"] },
    note: { type: "string", maxLength: 40 },
    number: { anyOf: [{ type: "integer" }, { type: "string" }] },
    page: { type: "integer", default: 20 },
  },
  required: ["count"],
};
const ANSWER: JsonSchema = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    status: { type: "string", enum: ["pending", "confirmed"] },
    total: { type: "integer", minimum: 0 },
    seats: { type: "array", items: { $ref: "#/components/schemas/Seat" } },
    ended_at: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] },
    fields: { type: "object", additionalProperties: { type: "string" } },
  },
  required: ["id", "status"],
};
const SEAT: JsonSchema = { type: "object", properties: { row: { type: "string" } }, required: ["row"] };
const refusal = (...names: string[]): JsonSchema => ({
  anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
});
const codeOf = (code: string): JsonSchema => ({
  type: "object",
  properties: { code: { type: "string", const: code } },
  required: ["code"],
});

function aDocument(): OpenApiDocument & { lock: Operation } {
  const lock: Operation = {
    operationId: "lockSeats",
    summary: "",
    tags: [],
    security: [{ bearer: [] }, { session: [] }],
    parameters: [{ name: "limit", in: "query", required: false, schema: { type: "integer", maximum: 50 } }],
    requestBody: { required: true, content: { "application/json": { schema: structuredClone(REQUEST) } } },
    responses: {
      "200": {
        description: "",
        headers: { ETag: { schema: { type: "string" } } },
        content: {
          "application/json": { schema: structuredClone(ANSWER) },
          "application/gzip": { schema: { type: "string" } },
        },
      },
      "409": { description: "", content: { "application/json": { schema: refusal("Taken", "Closed") } } },
    },
  };
  return {
    openapi: "3.1.1",
    info: { title: "", version: "", description: "" },
    servers: [],
    tags: [],
    paths: { "/seats/lock": { post: lock } },
    components: {
      schemas: { Seat: structuredClone(SEAT), Taken: codeOf("taken"), Closed: codeOf("closed"), Late: codeOf("late") },
      securitySchemes: {},
    },
    lock,
  };
}

type Change = (document: ReturnType<typeof aDocument>) => void;

function breaksOf(change: Change): string[] {
  const after = aDocument();
  change(after);
  return findBreaks(aDocument(), after);
}

const bodyOf = ({ lock }: ReturnType<typeof aDocument>) => lock.requestBody?.content["application/json"]?.schema ?? {};
const answerOf = ({ lock }: ReturnType<typeof aDocument>) =>
  lock.responses["200"]?.content?.["application/json"]?.schema ?? {};
const field = (schema: JsonSchema, name: string) => schema.properties?.[name] as JsonSchema;

describe("an API that breaks its promise", () => {
  const planted: [string, Change, RegExp][] = [
    ["an operation is gone", (d) => delete d.paths["/seats/lock"], /POST \/seats\/lock is gone/],
    [
      "an operation is called otherwise",
      (d) => {
        d.lock.operationId = "lock";
      },
      /no more lockSeats/,
    ],
    ["a way in is closed", (d) => void d.lock.security.pop(), /no longer open to session/],
    ["a parameter is gone", (d) => void d.lock.parameters.pop(), /query limit is gone/],
    [
      "a parameter is required",
      (d) =>
        d.lock.parameters.forEach((p) => {
          p.required = true;
        }),
      /query limit is required/,
    ],
    [
      "a new parameter is required",
      (d) => void d.lock.parameters.push({ name: "x", in: "query", required: true, schema: {} }),
      /query x is required/,
    ],
    [
      "a parameter takes less",
      (d) =>
        d.lock.parameters.forEach((p) => {
          p.schema.maximum = 10;
        }),
      /query limit: maximum/,
    ],
    ["a body is not taken any more", (d) => delete d.lock.requestBody, /takes no body/],
    ["a field of the request is gone", (d) => delete bodyOf(d).properties?.["note"], /body\.note is gone/],
    ["a field of the request is required", (d) => void bodyOf(d).required?.push("grade"), /body\.grade is required/],
    [
      "a field takes another type",
      (d) => {
        field(bodyOf(d), "note").type = "integer";
      },
      /body\.note was string/,
    ],
    ["a field takes fewer values", (d) => void field(bodyOf(d), "grade").enum?.pop(), /knows no R/],
    [
      "a free field takes certain values only",
      (d) => {
        field(bodyOf(d), "note").enum = ["a"];
      },
      /takes only a/,
    ],
    [
      "a number's least rises",
      (d) => {
        field(bodyOf(d), "count").minimum = 2;
      },
      /count: minimum/,
    ],
    [
      "a number's most falls",
      (d) => {
        field(bodyOf(d), "count").maximum = 8;
      },
      /count: maximum/,
    ],
    [
      "a number's steps are wider",
      (d) => {
        field(bodyOf(d), "count").multipleOf = 8;
      },
      /count: multipleOf/,
    ],
    [
      "a text is shorter",
      (d) => {
        field(bodyOf(d), "note").maxLength = 20;
      },
      /note: maxLength/,
    ],
    [
      "a text must have a form",
      (d) => {
        field(bodyOf(d), "note").pattern = "^a";
      },
      /note: pattern/,
    ],
    [
      "one of several types is not taken",
      (d) => void field(bodyOf(d), "number").anyOf?.pop(),
      /number is no more string/,
    ],
    [
      "what is taken for granted changes",
      (d) => {
        field(bodyOf(d), "page").default = 10;
      },
      /page: default/,
    ],
    [
      "fields that nobody knows are refused",
      (d) => {
        bodyOf(d).additionalProperties = false;
      },
      /no further fields/,
    ],
    ["a status is gone", (d) => delete d.lock.responses["409"], /status 409 is gone/],
    ["a header is gone", (d) => delete d.lock.responses["200"]?.headers, /no header ETag/],
    [
      "a form of the answer is gone",
      (d) => delete d.lock.responses["200"]?.content?.["application/gzip"],
      /no more in application\/gzip/,
    ],
    ["a field of the answer is gone", (d) => delete answerOf(d).properties?.["total"], /200\.total is gone/],
    ["a field of the answer may be missing", (d) => void answerOf(d).required?.pop(), /200\.status may be missing/],
    [
      "a field of the answer may be null",
      (d) => {
        field(answerOf(d), "total").type = ["integer", "null"];
      },
      /200\.total was integer/,
    ],
    [
      "a shape of the answer may be null",
      (d) => {
        field(answerOf(d), "seats").anyOf = [{ type: "null" }, { ...field(answerOf(d), "seats") }];
      },
      /200\.seats may be null/,
    ],
    [
      "a field of the answer has another type",
      (d) => {
        field(answerOf(d), "total").type = "string";
      },
      /200\.total was integer/,
    ],
    [
      "an answer knows a value less",
      (d) => void field(answerOf(d), "status").enum?.pop(),
      /200\.status knows no confirmed/,
    ],
    ["an answer has any value", (d) => delete field(answerOf(d), "status").enum, /no more one of/],
    ["an answer has no form any more", (d) => delete field(answerOf(d), "id").format, /200\.id: format/],
    [
      "a number of the answer may be less",
      (d) => {
        field(answerOf(d), "total").minimum = -1;
      },
      /200\.total: minimum/,
    ],
    [
      "values under any name change",
      (d) => {
        field(answerOf(d), "fields").additionalProperties = { type: "integer" };
      },
      /200\.fields\.\* was string/,
    ],
    [
      "a field deep in a named shape is gone",
      (d) => delete d.components.schemas["Seat"]?.properties?.["row"],
      /200\.seats\[\]\.row is gone/,
    ],
    [
      "a reason for a refusal is gone",
      (d) => {
        d.lock.responses["409"] = {
          description: "",
          content: { "application/json": { schema: refusal("Taken") } },
        };
      },
      /409 is no more Closed/,
    ],
  ];

  it.each(planted)("is found out: %s", (_, change, sentence) => {
    const breaks = breaksOf(change);
    expect(breaks.join("\n")).toMatch(sentence);
    expect(breaks).toHaveLength(1);
  });
});

describe("an API that only grows", () => {
  const grown: [string, Change][] = [
    ["nothing changed", () => {}],
    [
      "a new operation",
      (d) => {
        d.paths["/points"] = { get: { ...d.lock, operationId: "findBalance" } };
      },
    ],
    ["a new way in", (d) => void d.lock.security.push({})],
    ["a new parameter", (d) => void d.lock.parameters.push({ name: "x", in: "query", required: false, schema: {} })],
    ["a new field of the request", (d) => void Object.assign(bodyOf(d).properties ?? {}, { more: { type: "string" } })],
    ["a field of the request need not be there", (d) => void bodyOf(d).required?.pop()],
    ["a field takes more", (d) => void Object.assign(field(bodyOf(d), "count"), { maximum: 40, multipleOf: 2 })],
    ["a field takes any value", (d) => delete field(bodyOf(d), "grade").enum],
    [
      "a new field of the answer",
      (d) => void Object.assign(answerOf(d).properties ?? {}, { more: { type: "string" } }),
    ],
    ["an answer knows a value more", (d) => void field(answerOf(d), "status").enum?.push("refunded")],
    ["a field of the answer is always there", (d) => void answerOf(d).required?.push("total")],
    ["a field of the answer is never null", (d) => void field(answerOf(d), "ended_at").anyOf?.pop()],
    [
      "a new status",
      (d) => {
        d.lock.responses["410"] = { description: "" };
      },
    ],
    [
      "a new reason for a refusal",
      (d) => {
        d.lock.responses["409"] = {
          description: "",
          content: { "application/json": { schema: refusal("Taken", "Closed", "Late") } },
        };
      },
    ],
    [
      "a shape gets a name",
      (d) => {
        answerOf(d).properties = { ...answerOf(d).properties, seats: { type: "array", items: SEAT } };
      },
    ],
    [
      "other words",
      (d) => {
        d.lock.summary = "Lock";
      },
    ],
  ];

  it.each(grown)("keeps its promise: %s", (_, change) => {
    expect(breaksOf(change)).toEqual([]);
  });
});
