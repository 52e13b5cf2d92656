import type { ApiRoute } from "@/lib/api/route";
import { operationOf } from "./operation";
import { openSchemaBook } from "./schemas";
import { TAGS } from "./tags";
import type { OpenApiDocument, Operation } from "./types";

const VERSION = "1.0.0";
const DESCRIPTION = [
  "Seats of events: find them, hold them, book them, pay for them. No seat is ever sold twice.",
  "Times are in UTC, prices in whole won. Answers may gain fields: pass over those that you do not know.",
  'A refusal is `{"error": {code, message, request_id}}`: branch on the code, show the message.',
].join("\n\n");

/**
 * The document of the API, made of the very schemas that check requests. Equal routes give equal documents.
 * @param server the address that the paths stand below, such as "https://rowlock.example/api/v1".
 */
export function documentOf(routes: readonly ApiRoute[], server: string): OpenApiDocument {
  const book = openSchemaBook();
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const method = route.method.toLowerCase();
    paths[route.path] = { ...paths[route.path], [method]: operationOf(route, book) };
  }
  const used = new Set(Object.values(paths).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags)));
  return {
    openapi: "3.1.1",
    info: { title: "Rowlock", version: VERSION, description: DESCRIPTION },
    servers: [{ url: server }],
    tags: TAGS.filter(({ name }) => used.has(name)),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(book.schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An access token from POST /auth/token" },
        key: {
          ...{ type: "http", scheme: "bearer" },
          description: "A personal API key that allows what the operation names: read, buy or points",
        },
        session: {
          ...{ type: "apiKey", in: "cookie", name: "authjs.session-token" },
          description: "The session of the site's own pages; what changes something must come from them",
        },
      },
    },
  };
}
