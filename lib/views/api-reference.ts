import "server-only";
import { documentOf } from "@/lib/api/openapi/document";
import { KOREAN } from "@/lib/api/reference/korean";
import { type ReferencePart, referenceOf } from "@/lib/api/reference/reference";
import { ROUTES } from "@/lib/api/v1/routes";
import { env } from "@/lib/env";
import { ERRORS, type ErrorCode } from "@/lib/kernel/errors";
import type { Locale } from "@/lib/kernel/locale";

const ROOT = "/api/v1";
const LOCAL = "http://localhost:3000";

export type ErrorLine = { code: ErrorCode; status: number; isRetryable: boolean; message: string };

/** The public API as a person reads about it, in their language. */
export function readApiReference(locale: Locale): { server: string; parts: ReferencePart[]; errors: ErrorLine[] } {
  const server = new URL(ROOT, env.APP_URL ?? LOCAL).href;
  const say = (words: string) => (locale === "ko" ? (KOREAN[words] ?? words) : words);
  const parts = referenceOf(documentOf(ROUTES, server), server, say);
  const known = new Set(
    parts.flatMap(({ operations }) => operations.flatMap(({ refusals }) => refusals.map(({ code }) => code))),
  );
  const errors = [...known].map((code) => ({
    code,
    status: ERRORS[code].status,
    isRetryable: ERRORS[code].retryable,
    message: ERRORS[code][locale],
  }));
  return { server, parts, errors: errors.sort((a, b) => a.status - b.status) };
}
