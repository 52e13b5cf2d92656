import type { z } from "zod";
import type { Who } from "@/lib/endpoints/endpoint";
import { type ApiRoute, declareRoute, type RouteSpec } from "./route";

/** Bytes that never change under their address. */
type ImmutableContent = {
  /** Names these bytes and no others. */
  tag: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
};

type BytesSpec<W extends Who, S extends z.ZodType> = RouteSpec<W, S, ImmutableContent> & {
  /** All that the content may be. */
  contentTypes: readonly string[];
};

/** A route of what never changes: kept for a year by browsers and by whatever stands before us. A refusal is not kept. */
export function bytesRoute<W extends Who, S extends z.ZodType>({ contentTypes, ...spec }: BytesSpec<W, S>): ApiRoute {
  const success = { status: 200, contentTypes, output: null, hasVersion: true } as const;
  return declareRoute(
    spec,
    success,
    async (_request, params) => params,
    ({ headers }, { tag, contentType, bytes }) => {
      const lasting = { "Cache-Control": "public, max-age=31536000, immutable", ETag: `"${tag}"` };
      const isKnown = headers.get("if-none-match")?.includes(lasting.ETag);
      if (isKnown) return new Response(null, { status: 304, headers: lasting });
      return new Response(bytes, { headers: { ...lasting, "Content-Type": contentType } });
    },
  );
}
