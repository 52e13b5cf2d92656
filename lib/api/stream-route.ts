import type { z } from "zod";
import type { Who } from "@/lib/endpoints/endpoint";
import type { LiveStream } from "@/lib/seats/live/live-hub";
import { queryOf } from "./json-route";
import { type ApiRoute, declareRoute, type RouteSpec } from "./route";
import { takeStreamPlace } from "./stream-places";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Whatever compresses or collects on the way would keep events back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  // Its connection serves nothing else, and ends with it when the server does.
  Connection: "close",
};

/**
 * A route of server-sent events. `lastEventId` of the input is what a browser that lost its connection
 * says that it has heard. Refusals are answered as everywhere.
 */
export function streamRoute<W extends Who, S extends z.ZodType>(spec: RouteSpec<W, S, LiveStream>): ApiRoute {
  const success = { status: 200, contentTypes: ["text/event-stream"], output: null, hasVersion: false } as const;
  const { endpoint } = spec;
  const run: typeof endpoint.run = async (actor, input, context) => {
    const giveBack = takeStreamPlace(context.address);
    try {
      const stream = await endpoint.run(actor, input, context);
      void stream.ended.then(giveBack);
      return stream;
    } catch (refusal) {
      giveBack();
      throw refusal;
    }
  };
  return declareRoute(
    { ...spec, endpoint: { ...endpoint, run } },
    success,
    async (request, params) => ({
      ...queryOf(request),
      last_event_id: request.headers.get("last-event-id") ?? undefined,
      ...params,
    }),
    (request, { body, leave }) => {
      request.signal.addEventListener("abort", leave, { once: true });
      if (request.signal.aborted) leave();
      return new Response(body, { headers: HEADERS });
    },
  );
}
