import "server-only";
import type { z } from "zod";
import { type ContentEncoding, pickEncoding } from "./content-encoding";
import type { Endpoint, Who } from "./endpoint";
import { perform } from "./perform";
import { failure } from "./route";

type RouteContext = { params: Promise<Record<string, string>> };

/** JSON that never changes under its address. */
type ImmutableContent = { hash: string; bytes: (encoding: ContentEncoding) => Promise<Uint8Array<ArrayBuffer>> };

/**
 * Serves what never changes: kept for a year by browsers and whatever stands before us, and sent as
 * it was compressed once. A refusal is not kept.
 */
export function toImmutableRoute<W extends Who, S extends z.ZodType>(endpoint: Endpoint<W, S, ImmutableContent>) {
  return async ({ headers }: Request, context: RouteContext): Promise<Response> => {
    const result = await perform(endpoint, { raw: await context.params, headers, invalidate: () => {} });
    if (!result.ok) return failure(result.error);
    const { hash, bytes } = result.data;
    // Weak, because one content has several encodings.
    const etag = `W/"${hash}"`;
    const lasting = {
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: etag,
      Vary: "Accept-Encoding",
    };
    if (headers.get("if-none-match")?.includes(`"${hash}"`))
      return new Response(null, { status: 304, headers: lasting });
    const encoding = pickEncoding(headers.get("accept-encoding"));
    return new Response(await bytes(encoding), {
      headers: {
        ...lasting,
        "Content-Type": "application/json; charset=utf-8",
        ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
      },
    });
  };
}
