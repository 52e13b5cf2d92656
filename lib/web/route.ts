import "server-only";
import { revalidateTag } from "next/cache";
import type { z } from "zod";
import { AppError, ERRORS } from "@/lib/kernel/errors";
import type { Failure } from "@/lib/kernel/result";
import type { Endpoint, Who } from "./endpoint";
import { localeOf } from "./locale";
import { perform } from "./perform";
import { assertSameOrigin } from "./same-origin";
import { faultsInWireNames, fromWireNames, type WireNames } from "./wire-names";

type RouteContext = { params: Promise<Record<string, string>> };

type RouteOptions<T> = {
  status: 200 | 201;
  /** Fields that the wire calls otherwise than the operation's input. */
  names?: WireNames;
  /** Turns the operation's answer into the wire's shape. */
  present?: (data: T) => unknown;
  /** Names the version of the answer; a reader who has it already gets 304 without a body. */
  version?: (data: T) => string;
};

/**
 * Serves an endpoint over HTTP. Path parameters win over body or query fields of the same name.
 * A request that changes something must come from this origin, because the browser sends its
 * session cookie along with anybody's form.
 */
export function toRoute<W extends Who, S extends z.ZodType, T>(endpoint: Endpoint<W, S, T>, options: RouteOptions<T>) {
  const { names = {} } = options;
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const isRead = request.method === "GET";
    try {
      if (!isRead) assertSameOrigin(request);
      const fields = isRead ? Object.fromEntries(new URL(request.url).searchParams) : await bodyOf(request);
      const wire = { ...fields, ...(await context.params) };
      const raw = fromWireNames(wire, names);
      const invalidate = (tag: string) => revalidateTag(tag, { expire: 0 });
      const result = await perform(endpoint, { raw, headers: request.headers, invalidate });
      if (!result.ok) return failure(result.error, names);
      return success(request, result.data, options);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const message = ERRORS[error.code][localeOf(request.headers)];
      return failure({ code: error.code, message, details: error.details, requestId: crypto.randomUUID() });
    }
  };
}

function success<T>(request: Request, data: T, { status, present, version }: RouteOptions<T>): Response {
  const body = () => (present ? present(data) : data);
  if (!version) return Response.json(body(), { status, headers: { "Cache-Control": "no-store" } });
  // "no-cache" lets a browser keep the answer but makes it ask, by ETag, before each use.
  const headers = { "Cache-Control": "private, no-cache", ETag: `"${version(data)}"` };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  return Response.json(body(), { status, headers });
}

const RETRY_AFTER_SECONDS = "1";

/** A refusal as every route answers it. */
export function failure({ code, message, details, requestId }: Failure, names: WireNames = {}): Response {
  const { status, retryable } = ERRORS[code];
  const { fields } = details;
  const told = typeof fields === "object" && !Array.isArray(fields) ? faultsInWireNames({ ...fields }, names) : fields;
  return Response.json(
    { error: { code, message, ...details, ...(told && { fields: told }), request_id: requestId } },
    { status, headers: { "Cache-Control": "no-store", ...(retryable ? { "Retry-After": RETRY_AFTER_SECONDS } : {}) } },
  );
}

async function bodyOf(request: Request): Promise<object> {
  if (request.headers.get("content-length") === "0" || request.body === null) return {};
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new AppError("malformed_request");
  return body;
}
