import type { z } from "zod";
import type { Actor } from "@/lib/kernel/actor";
import type { Locale } from "@/lib/kernel/locale";
import type { Services } from "@/lib/services";

type Caller = { anyone: Actor | null; fan: Actor };
export type Who = keyof Caller;

/** What a request carries besides its input. */
export type RequestContext = {
  services: Services;
  locale: Locale;
  /** Where it comes from, as `clientAddress` tells it. */
  address: string;
  /** From the `Idempotency-Key` header, or the form's own key; `null` when the caller sent none. */
  idempotencyKey: string | null;
  /** The pass into a schedule's waiting room that came along, from the `Queue-Pass` header or the page's cookie. */
  queuePassOf: (scheduleId: string) => string | null;
};

/** One operation the outside world may perform. Written once, served as a server action and as a route. */
export type Endpoint<W extends Who, S extends z.ZodType, T> = {
  /** Dotted, stable: the metric label and log field. */
  name: string;
  who: W;
  input: S;
  run: (actor: Caller[W], input: z.output<S>, context: RequestContext) => Promise<T>;
  /** Cache tags that are stale once `run` has returned. */
  touches?: (input: z.output<S>, output: T) => string[];
};

export const defineEndpoint = <W extends Who, S extends z.ZodType, T>(endpoint: Endpoint<W, S, T>) => endpoint;
