import "server-only";
import { updateTag } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Result } from "@/lib/kernel/result";
import type { Endpoint, Who } from "./endpoint";
import { perform } from "./perform";

/** Serves an endpoint as a server action: plain input in, Result out, never throws for a refusal. */
export function toAction<W extends Who, S extends z.ZodType, T>(endpoint: Endpoint<W, S, T>) {
  return async (input: z.input<S>): Promise<Result<T>> =>
    perform(endpoint, { raw: input, headers: await headers(), invalidate: updateTag });
}
