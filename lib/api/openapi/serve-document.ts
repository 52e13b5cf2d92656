import { createHash } from "node:crypto";
import { publicOrigin } from "@/lib/api/public-origin";
import type { ApiRoute } from "@/lib/api/route";
import { env } from "@/lib/env";
import { documentOf } from "./document";
import type { OpenApiDocument } from "./types";

const MAX_AGE_SECONDS = 300;

const made = new WeakMap<readonly ApiRoute[], OpenApiDocument>();

/** Answers with the document of the API, or 304 to whom has it. Paths stand below the public address, or below the asker's own. */
export function serveDocument(routes: readonly ApiRoute[], request: Request): Response {
  const { pathname } = new URL(request.url);
  const root = pathname.slice(0, pathname.lastIndexOf("/"));
  const document = made.get(routes) ?? documentOf(routes, root);
  made.set(routes, document);
  const text = JSON.stringify({
    ...document,
    servers: [{ url: new URL(root, env.APP_URL ?? publicOrigin(request)).href }],
  });
  const headers = {
    "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}`,
    ETag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
    Vary: "Host",
  };
  if (request.headers.get("if-none-match")?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}
