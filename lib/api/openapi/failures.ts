import { z } from "zod";
import { ERROR_DETAILS } from "@/lib/api/error-details";
import type { ApiRoute } from "@/lib/api/route";
import { ERRORS, type ErrorCode } from "@/lib/kernel/errors";
import type { SchemaBook } from "./schemas";
import type { JsonSchema, Operation, Reply } from "./types";

const WHOLE: JsonSchema = { type: "integer" };
const TEXT: JsonSchema = { type: "string" };

/** How many requests there may be; on every answer, whatever it is. */
export const RATE_HEADERS: NonNullable<Reply["headers"]> = {
  "RateLimit-Limit": { description: "How many requests there may be in one window", schema: WHOLE },
  "RateLimit-Remaining": { description: "How many are left of them", schema: WHOLE },
  "RateLimit-Reset": { description: "Seconds until the next window", schema: WHOLE },
  "RateLimit-Policy": { description: "The limit and the seconds of its window", schema: TEXT },
};

/** Every code that a route may answer: its own, and those that come of how it is called. */
export function errorsOf(route: ApiRoute): ErrorCode[] {
  const isWrite = route.method !== "GET";
  const codes: ErrorCode[] = [
    ...(isWrite ? (["malformed_request", "payload_too_large", "forbidden"] as const) : []),
    ...(route.who === "anyone" ? [] : (["unauthenticated"] as const)),
    "invalid_token",
    ...(route.scope === "none" ? [] : (["insufficient_scope"] as const)),
    ...(takesInput(route) ? (["invalid_input"] as const) : []),
    ...route.errors,
    ...(route.takesKey && route.who !== "anyone" ? (["request_in_progress", "id_reused"] as const) : []),
    ...(isWrite && route.who !== "anyone" ? (["busy"] as const) : []),
    ...(["too_many_requests", "internal", "read_only"] as const),
  ];
  return [...new Set(codes)].sort((a, b) => ERRORS[a].status - ERRORS[b].status);
}

const takesInput = ({ input }: ApiRoute) => !(input instanceof z.ZodObject) || Object.keys(input.shape).length > 0;

/** The refusals of a route, one reply for each status. */
export function refusalsOf(route: ApiRoute, book: SchemaBook): Record<string, Reply> {
  const codes = errorsOf(route);
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      replyOf(
        codes.filter((code) => ERRORS[code].status === status),
        book,
      ),
    ]),
  );
}

function replyOf(codes: readonly ErrorCode[], book: SchemaBook): Reply {
  const refs = codes.map((code) => refTo(code, book));
  const [only] = refs;
  const headers = {
    ...(codes.includes("too_many_requests") && RATE_HEADERS),
    ...(codes.some((code) => ERRORS[code].retryable) && {
      "Retry-After": { description: "Seconds after which the same request may succeed", schema: WHOLE },
    }),
    ...(codes.some((code) => ERRORS[code].status === 401) && {
      "WWW-Authenticate": { description: "How to say who you are (RFC 6750)", schema: TEXT },
    }),
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].en}`).join("\n"),
    ...(Object.keys(headers).length > 0 && { headers }),
    content: { "application/json": { schema: refs.length === 1 && only ? only : { anyOf: refs } } },
  };
}

/** The shape of one refusal, written into the document under a name of its own. */
function refTo(code: ErrorCode, book: SchemaBook): JsonSchema {
  const name = `${code.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Error`;
  const error = z.object({
    code: z.literal(code),
    message: z.string().describe("For people, in the language asked for by Accept-Language, Korean by default"),
    request_id: z.uuid().describe("Quote it to support: the log has the same"),
    ...ERROR_DETAILS[code]?.shape,
  });
  book.schemas[name] ??= book.write(z.object({ error }).describe(ERRORS[code].en), "output");
  return { $ref: `#/components/schemas/${name}` };
}

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === "string" && code in ERRORS;

/** The other way round: the codes that an operation of the document may answer, by status. */
export function refusedBy({ responses }: Pick<Operation, "responses">): { status: string; code: ErrorCode }[] {
  return Object.entries(responses).flatMap(([status, { description }]) =>
    [...description.matchAll(/^`(\w+)`:/gm)]
      .map(([, code]) => code)
      .filter(isErrorCode)
      .map((code) => ({ status, code })),
  );
}
