import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Below this what is saved is not worth the work: it fits one packet. */
const BYTES_MIN = 1_024;
/** Most of what there is to save, for a fraction of the work. */
const LEVEL = 3;

const zip = promisify(gzip);

/** The same answer in gzip, if it is JSON of some length and its reader takes gzip. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const { status, headers } = response;
  if (!headers.get("content-type")?.startsWith("application/json")) return response;
  headers.append("Vary", "Accept-Encoding");
  if (!request.headers.get("accept-encoding")?.includes("gzip")) return response;
  const text = await response.text();
  if (text.length < BYTES_MIN) return new Response(text, { status, headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(new Uint8Array(await zip(text, { level: LEVEL })), { status, headers });
}
