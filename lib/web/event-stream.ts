import "server-only";
import type { z } from "zod";
import type { LiveStream } from "@/lib/seats/live/live-hub";
import type { Endpoint, Who } from "./endpoint";
import { perform } from "./perform";
import { failure } from "./route";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Whatever compresses or collects on the way would keep events back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  // Its connection serves nothing else, and ends with it when the server does.
  Connection: "close",
};

type RouteContext = { params: Promise<Record<string, string>> };

/**
 * Serves an endpoint that opens a stream as server-sent events. `lastEventId` of the input is what a
 * browser that lost its connection says that it has heard. Refusals are answered as by `toRoute`.
 */
export function toEventStream<W extends Who, S extends z.ZodType>(endpoint: Endpoint<W, S, LiveStream>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const raw = {
      ...Object.fromEntries(new URL(request.url).searchParams),
      lastEventId: request.headers.get("last-event-id") ?? undefined,
      ...(await context.params),
    };
    const result = await perform(endpoint, { raw, headers: request.headers, invalidate: () => {} });
    if (!result.ok) return failure(result.error);
    const { body, leave } = result.data;
    request.signal.addEventListener("abort", leave, { once: true });
    if (request.signal.aborted) leave();
    return new Response(body, { headers: HEADERS });
  };
}
