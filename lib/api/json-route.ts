import type { z } from "zod";
import type { Who } from "@/lib/endpoints/endpoint";
import { AppError } from "@/lib/kernel/errors";
import { type ApiRoute, declareRoute, type PathParams, type RouteSpec } from "./route";

const BODY_BYTES_MAX = 65_536;

type JsonSpec<W extends Who, S extends z.ZodType, T, O extends z.ZodType> = RouteSpec<W, S, T> & {
  status?: 200 | 201;
  output: O;
  /** Turns what the operation returned into the wire's shape. */
  present: (data: T) => z.input<O>;
  /** What a browser shall keep, as `Set-Cookie` says it; `null` is nothing. */
  cookie?: (data: T) => string | null;
  /** Names the version of the answer; a reader who has it already gets 304 without a body. */
  version?: (data: T) => string;
};

/** A route that takes and gives JSON. Path parameters win over body or query fields of the same name. */
export function jsonRoute<W extends Who, S extends z.ZodType, T, O extends z.ZodType>(
  spec: JsonSpec<W, S, T, O>,
): ApiRoute {
  const { status = 200, output, present, cookie, version, ...route } = spec;
  const success = { status, contentTypes: ["application/json"], output, hasVersion: version !== undefined };
  return declareRoute(route, success, readFields, (request, data) => {
    const kept = cookie?.(data);
    if (!version) {
      const headers = { "Cache-Control": "no-store", ...(kept ? { "Set-Cookie": kept } : {}) };
      return Response.json(present(data), { status, headers });
    }
    // "no-cache" lets a browser keep the answer but makes it ask, by ETag, before each use.
    const headers = { "Cache-Control": "private, no-cache", ETag: `"${version(data)}"` };
    if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
    return Response.json(present(data), { status, headers });
  });
}

/** @throws AppError `malformed_request`, `payload_too_large`. */
async function readFields(request: Request, params: PathParams): Promise<object> {
  const fields = request.method === "GET" ? queryOf(request) : await bodyOf(request);
  return { ...fields, ...params };
}

/** A field that is named twice is a list. */
export function queryOf(request: Request): Record<string, string | string[]> {
  const query = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const [first = "", ...more] = query.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

async function bodyOf(request: Request): Promise<object> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) throw new AppError("payload_too_large");
  const text = await textOf(request);
  if (text === "") return {};
  const body = parseJson(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new AppError("malformed_request");
  return body;
}

/** Reads no more than is allowed, whatever the request says of its length. */
async function textOf(request: Request): Promise<string> {
  if (request.headers.has("content-length")) return request.text();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) throw new AppError("payload_too_large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
