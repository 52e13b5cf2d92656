import { Hono } from "hono";
import { AppError } from "@/lib/kernel/errors";
import { type GuardedRedis, guardRedis } from "@/lib/redis/guarded";
import { settings } from "@/lib/settings";
import { clientAddress } from "./client-address";
import { localeOf } from "./locale";
import { serveDocument } from "./openapi/serve-document";
import { failureOf } from "./perform";
import { createRequestLimiter, type Meter, openMeter, type RequestLimiter } from "./rate-limit";
import { failure } from "./respond";
import type { ApiRoute, Host } from "./route";

export const API_ROOT = "/api/v1";

/**
 * The whole API as one function from Request to Response. It needs no framework, so that whatever
 * serves HTTP can serve it, and all who do answer alike.
 */
export function createApi(routes: readonly ApiRoute[], host: Host): (request: Request) => Promise<Response> {
  const app = new Hono<{ Bindings: { meter: Meter } }>().basePath(API_ROOT);
  let limiter: RequestLimiter | undefined;
  const refuse = (request: Request, thrown: unknown) =>
    failure(failureOf(thrown, { operation: "api", locale: localeOf(request.headers) }));

  for (const { method, path, answer } of routes) {
    app.on(method, toPattern(path), ({ req, env }) => answer(req.raw, req.param(), host, env.meter));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map((route) => route.method);
    app.all(toPattern(path), async ({ req, env }) => {
      await env.meter.admit(nobody);
      const refusal = refuse(req.raw, new AppError("method_not_allowed"));
      refusal.headers.set("Allow", allowed.join(", "));
      return refusal;
    });
  }
  app.get("/openapi.json", async ({ req, env }) => {
    await env.meter.admit(nobody);
    return serveDocument(routes, req.raw);
  });
  app.notFound(async ({ req, env }) => {
    await env.meter.admit(nobody);
    return refuse(req.raw, new AppError("not_found"));
  });
  app.onError((error, { req }) => refuse(req.raw, error));
  return async (request) => {
    limiter ??= createRequestLimiter(redisOf(host), host.limits ?? settings.requests);
    const meter = openMeter(limiter, clientAddress(request.headers));
    return meter.mark(await app.fetch(request, { meter }));
  };
}

const nobody = async () => null;

/** Where nothing can be sold for want of a database, requests are counted all the same. */
function redisOf({ services }: Host): GuardedRedis {
  try {
    return services().redis;
  } catch {
    return guardRedis(null);
  }
}

/** "/bookings/{booking_id}" as the router writes it. */
const toPattern = (path: string) => path.replaceAll(/\{(\w+)\}/g, ":$1");
