import "server-only";
import { updateTag } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { clientAddress } from "@/lib/api/client-address";
import { localeOf } from "@/lib/api/locale";
import { perform } from "@/lib/api/perform";
import { queuePassIn } from "@/lib/api/queue-pass";
import { currentActor } from "@/lib/auth/session";
import type { Endpoint, Who } from "@/lib/endpoints/endpoint";
import type { Result } from "@/lib/kernel/result";
import { services } from "@/lib/runtime/services";

/** Serves an endpoint as a server action: plain input in, Result out, never throws for a refusal. */
export function toAction<W extends Who, S extends z.ZodType, T>(endpoint: Endpoint<W, S, T>) {
  return async (input: z.input<S>): Promise<Result<T>> => {
    const sent = await headers();
    return perform(endpoint, {
      services,
      read: async () => input,
      identify: currentActor,
      locale: localeOf(sent),
      address: clientAddress(sent),
      idempotencyKey: sent.get("idempotency-key"),
      queuePassOf: queuePassIn(sent),
      invalidate: updateTag,
      rethrow: unstable_rethrow, // redirect() and notFound() are control flow, not failures.
    });
  };
}
