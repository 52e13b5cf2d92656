import { issueAccessToken } from "@/lib/accounts/access-token";
import { API_ROOT, createApi } from "@/lib/api/app";
import type { Limits } from "@/lib/api/rate-limit";
import type { ApiRoute, Method } from "@/lib/api/route";
import { ROUTES } from "@/lib/api/v1/routes";
import type { Actor } from "@/lib/kernel/actor";
import type { Services } from "@/lib/services";
import { openContract } from "./api-contract";

/** What a client reads out of an answer has whatever shape it expects of it. */
type Json = ReturnType<typeof JSON.parse>;
export type Answer = { status: number; headers: Headers; body: Json /** Word for word. */; text: string };

type Sent = { as?: Actor | string | null; body?: unknown; headers?: Record<string, string> };
export type Ask = (method: Method, path: string, sent?: Sent) => Promise<Answer>;

/**
 * The whole API over `services`, without a server: `as` is who asks, or the very token. Every answer is
 * held against the API's document, and one that departs from it fails the test. Of a stream only its beginning is read.
 */
export function openApi(services: Services, routes: readonly ApiRoute[] = ROUTES, limits?: Limits): Ask {
  const api = createApi(routes, { services: () => services, invalidate: () => {}, ...(limits ? { limits } : {}) });
  const assertKept = openContract(routes);
  return async (method, path, { as = null, body, headers = {} } = {}) => {
    const token = as !== null && typeof as === "object" ? (await issueAccessToken(as)).token : as;
    const request = new Request(`http://rowlock.test${API_ROOT}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const response = await api(request);
    const text = await textOf(response);
    const read: Json = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text;
    const answer = { status: response.status, headers: response.headers, text, body: read };
    assertKept(method, path, answer);
    return answer;
  };
}

async function textOf(response: Response): Promise<string> {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  if (!isStream) return response.text();
  await response.body?.cancel();
  return "";
}
