import "server-only";
import type { z } from "zod";
import type { Endpoint, Who } from "./endpoint";
import { perform } from "./perform";
import { failure } from "./route";

type RouteContext = { params: Promise<Record<string, string>> };

/** Bytes that never change under their address. */
type ImmutableContent = {
  /** Names these bytes and no others. */
  tag: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
};

/** Serves what never changes: kept for a year by browsers and by whatever stands before us. A refusal is not kept. */
export function toImmutableRoute<W extends Who, S extends z.ZodType>(endpoint: Endpoint<W, S, ImmutableContent>) {
  return async ({ headers }: Request, context: RouteContext): Promise<Response> => {
    const result = await perform(endpoint, { raw: await context.params, headers, invalidate: () => {} });
    if (!result.ok) return failure(result.error);
    const { tag, contentType, bytes } = result.data;
    const lasting = { "Cache-Control": "public, max-age=31536000, immutable", ETag: `"${tag}"` };
    const isKnown = headers.get("if-none-match")?.includes(lasting.ETag);
    if (isKnown) return new Response(null, { status: 304, headers: lasting });
    return new Response(bytes, { headers: { ...lasting, "Content-Type": contentType } });
  };
}
