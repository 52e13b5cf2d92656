import { Hono } from "hono";
import { AppError } from "@/lib/kernel/errors";
import { localeOf } from "./locale";
import { serveDocument } from "./openapi/serve-document";
import { failureOf } from "./perform";
import { failure } from "./respond";
import type { ApiRoute, Host } from "./route";

export const API_ROOT = "/api/v1";

/**
 * The whole API as one function from Request to Response. It needs no framework, so that whatever
 * serves HTTP can serve it, and all who do answer alike.
 */
export function createApi(routes: readonly ApiRoute[], host: Host): (request: Request) => Promise<Response> {
  const app = new Hono().basePath(API_ROOT);
  const refuse = (request: Request, thrown: unknown) =>
    failure(failureOf(thrown, { operation: "api", locale: localeOf(request.headers) }));

  for (const { method, path, answer } of routes) {
    app.on(method, toPattern(path), ({ req }) => answer(req.raw, req.param(), host));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map((route) => route.method);
    app.all(toPattern(path), ({ req }) => {
      const refusal = refuse(req.raw, new AppError("method_not_allowed"));
      refusal.headers.set("Allow", allowed.join(", "));
      return refusal;
    });
  }
  app.get("/openapi.json", ({ req }) => serveDocument(routes, req.raw));
  app.notFound(({ req }) => refuse(req.raw, new AppError("not_found")));
  app.onError((error, { req }) => refuse(req.raw, error));
  return async (request) => app.fetch(request);
}

/** "/bookings/{booking_id}" as the router writes it. */
const toPattern = (path: string) => path.replaceAll(/\{(\w+)\}/g, ":$1");
