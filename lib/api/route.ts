import type { z } from "zod";
import type { Endpoint, Who } from "@/lib/endpoints/endpoint";
import type { ErrorCode } from "@/lib/kernel/errors";
import type { Result } from "@/lib/kernel/result";
import { answerOnce } from "./answer-once";
import { clientAddress } from "./client-address";
import { identify, type NeededScope } from "./credentials";
import { localeOf } from "./locale";
import { type Call, perform } from "./perform";
import { queuePassIn } from "./queue-pass";
import type { Limits, Meter } from "./rate-limit";
import { failure } from "./respond";

export type Method = "GET" | "POST" | "DELETE";

/** What differs between the processes that serve the API. */
export type Host = Pick<Call, "services" | "invalidate"> & {
  /** How many requests there may be; `settings.requests` unless said otherwise. */
  limits?: Limits;
};

/** What the address of a request names: { booking_id: "…" }. */
export type PathParams = Readonly<Record<string, string>>;

type Answer = (request: Request, params: PathParams, host: Host, meter: Meter) => Promise<Response>;

/** One request that the API answers, and all that its document says of it. */
export type ApiRoute = {
  method: Method;
  /** Below /api/v1, as OpenAPI writes it: "/bookings/{booking_id}". */
  path: string;
  /** Unique, in camelCase: what generated clients call it. */
  id: string;
  summary: string;
  /** What the summary leaves open, in plain sentences. */
  description?: string;
  who: Who;
  scope: NeededScope;
  /** Of path, query and body together, in the wire's names. */
  input: z.ZodType;
  success: {
    status: 200 | 201;
    contentTypes: readonly string[];
    output: z.ZodType | null;
    /** Its answer has an ETag, and who has it already is told 304. */
    hasVersion: boolean;
  };
  /** What it may refuse beyond what every route may. */
  errors: readonly ErrorCode[];
  /** Whether `Idempotency-Key` has an effect: on what changes something, unless its answer is a secret. */
  takesKey: boolean;
  answer: Answer;
};

export type RouteSpec<W extends Who, S extends z.ZodType, T> = {
  method: Method;
  path: string;
  id: string;
  summary: string;
  description?: string;
  /** What is a person's own needs "read", unless said otherwise; what anyone may, nothing. */
  scope?: NeededScope;
  endpoint: Endpoint<W, S, T>;
  /** The wire's own spelling of the operation's input, where it has one. */
  input?: z.ZodType<z.output<S>>;
  errors?: readonly ErrorCode[];
  /** The answer holds a secret, so it is kept nowhere, not even as a first answer. */
  isSecret?: boolean;
};

/** Declares a route; `read` gathers the raw input, `respond` turns what the operation returned into the answer. */
export function declareRoute<W extends Who, S extends z.ZodType, T>(
  {
    endpoint,
    input = endpoint.input as z.ZodType<z.output<S>>,
    errors = [],
    scope = endpoint.who === "anyone" ? "none" : "read",
    isSecret = false,
    ...spec
  }: RouteSpec<W, S, T>,
  success: ApiRoute["success"],
  read: (request: Request, params: PathParams) => Promise<unknown>,
  respond: (request: Request, data: T) => Response,
): ApiRoute {
  const takesKey = spec.method !== "GET" && !isSecret;
  const operation = { ...endpoint, input } as Endpoint<W, z.ZodType<z.output<S>>, T>;
  const answer: Answer = async (request, params, { services, invalidate }, meter) => {
    const idempotencyKey = takesKey ? request.headers.get("idempotency-key") : null;
    const call: Call = {
      read: () => read(request, params),
      identify: () => meter.admit(() => identify(request, scope, services)),
      address: clientAddress(request.headers),
      locale: localeOf(request.headers),
      idempotencyKey,
      queuePassOf: queuePassIn(request.headers),
      ...{ services, invalidate },
    };
    const run = (whole: Call) => perform(operation, whole);
    const toResponse = (result: Result<T>) => (result.ok ? respond(request, result.data) : failure(result.error));
    if (idempotencyKey === null) return toResponse(await run(call));
    return answerOnce(idempotencyKey, call, run, toResponse);
  };
  return { ...spec, who: endpoint.who, scope, input, success, errors, takesKey, answer };
}
