import { describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/accounts/api-keys";
import { errorsOf } from "@/lib/api/openapi/failures";
import type { ApiRoute } from "@/lib/api/route";
import { EXAMPLES } from "@/lib/api/v1/examples";
import { ROUTES } from "@/lib/api/v1/routes";
import type { Db } from "@/lib/db/client";
import { API_SCOPES } from "@/lib/kernel/actor";
import type { ErrorCode } from "@/lib/kernel/errors";
import { type Answer, type Ask, openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { serveLiveSeats } from "@/lib/testing/live-hub-of";
import { openSale } from "@/lib/testing/payments-world";
import { aFan } from "@/lib/testing/world";

const db = testDatabase();
const FREELY = { perUserMax: 1e6, perAddressMax: 1e6, windowSeconds: 60 };
const apiOver = (database: Db) => {
  const { services } = openSale(database);
  return { services, ask: openApi(services, ROUTES, FREELY) };
};
const whole = apiOver(db);
const SECRET = "select secret from somewhere";

/** A database of which every use fails so. */
const failing = (failure: Error): Db =>
  new Proxy(db, {
    get: () => {
      throw failure;
    },
  });
const away = apiOver(failing(Object.assign(new Error(SECRET), { code: "ECONNREFUSED" })));
const broken = apiOver(failing(new Error(SECRET)));

/** The example of a route, as one sends it. */
function send(ask: Ask, { id, method, path }: ApiRoute, sent: Parameters<Ask>[2] = {}): Promise<Answer> {
  const { address = {}, body } = EXAMPLES[id] ?? {};
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => address[name] ?? "");
  const query = new URLSearchParams(Object.entries(address).filter(([name]) => !path.includes(`{${name}}`)));
  return ask(method, `${filled}?${query}`, { ...(method !== "GET" && { body: body ?? {} }), ...sent });
}

/** How every route is brought to each refusal that none has to itself. */
const WAYS: Partial<Record<ErrorCode, (route: ApiRoute) => Promise<Answer>>> = {
  unauthenticated: (route) => send(whole.ask, route),
  invalid_token: (route) => send(whole.ask, route, { as: "not.a.token" }),
  forbidden: (route) =>
    send(whole.ask, route, { headers: { cookie: "authjs.session-token=x", "sec-fetch-site": "cross-site" } }),
  malformed_request: async (route) => send(whole.ask, route, { as: await aFan(db), body: '{"a":' }),
  payload_too_large: async (route) =>
    send(whole.ask, route, { as: await aFan(db), body: JSON.stringify({ a: "x".repeat(70_000) }) }),
  insufficient_scope: async (route) => {
    const scopes = API_SCOPES.filter((scope) => scope !== route.scope);
    const { key } = await createApiKey(db, await aFan(db), { name: "k", scopes, expiresInDays: null });
    return send(whole.ask, route, { as: key });
  },
  read_only: async (route) => {
    serveLiveSeats(away.services);
    return send(away.ask, route, { as: await aFan(db) });
  },
  internal: async (route) => {
    serveLiveSeats(broken.services);
    return send(broken.ask, route, { as: await aFan(db) });
  },
};

const cases = ROUTES.flatMap((route) =>
  errorsOf(route)
    .filter((code) => code in WAYS)
    .map((code) => ({ code, route, name: route.id })),
);

describe("the door of every operation", () => {
  it.each(cases)("$name can refuse with $code", async ({ code, route }) => {
    const answer = await WAYS[code]?.(route);
    expect(answer?.body.error, answer?.text).toMatchObject({ code });
    expect(answer?.text).not.toContain(SECRET);
  });
});
