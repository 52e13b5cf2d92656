import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { EXAMPLES } from "@/lib/api/v1/examples";
import { ROUTES } from "@/lib/api/v1/routes";
import { documentOf } from "./document";
import type { Operation } from "./types";

const document = documentOf(ROUTES, "https://rowlock.test/api/v1");
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

describe("the document of the API", () => {
  it("is OpenAPI 3.1 by the specification's own schema", async () => {
    const verdict = await new Validator().validate(structuredClone(document) as never);
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
  });

  it("has every route, each under a name of its own", () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
    expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
  });

  it("names in its parameters exactly what stands in the address", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters, operationId } of Object.values(methods)) {
        const documented = parameters.filter((parameter) => parameter.in === "path");
        expect(documented.map(({ name }) => name).sort(), operationId).toEqual(names.sort());
        expect(documented.every(({ required }) => required)).toBe(true);
      }
    }
  });

  it("asks nobody to sign in for what anybody may see, and everybody else for the rest", () => {
    for (const { id, who } of ROUTES) {
      const isOpen = operations.some(
        ({ operationId, security }) => operationId === id && security.some((way) => Object.keys(way).length === 0),
      );
      expect(isOpen, id).toBe(who === "anyone");
    }
  });

  it("refers only to shapes that it has", () => {
    const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(referred)].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });
});

describe("the examples", () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["components"]);
  const faults = (schema: object, value: unknown) => {
    const validate = ajv.compile({ ...schema, components: document.components });
    return validate(value) ? [] : validate.errors;
  };

  it("are of routes that there are, and every route has one", () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
  });

  it.each(operations.map((operation): [string, Operation] => [operation.operationId, operation]))(
    "fit what is documented: %s",
    (id, { requestBody, responses, parameters }) => {
      const { address = {}, body, answer } = EXAMPLES[id] ?? {};
      const inBody = requestBody?.content["application/json"]?.schema;
      if (inBody) expect(faults(inBody, body)).toEqual([]);
      const reply = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
      const inAnswer = reply?.content?.["application/json"]?.schema;
      if (inAnswer && answer !== undefined) expect(faults(inAnswer, answer)).toEqual([]);
      const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
      expect(Object.keys(address)).toEqual(expect.arrayContaining(required));
      expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(address)));
    },
  );
});
