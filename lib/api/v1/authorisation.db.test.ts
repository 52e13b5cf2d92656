import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/accounts/api-keys";
import { documentOf } from "@/lib/api/openapi/document";
import type { Method } from "@/lib/api/route";
import { ROUTES } from "@/lib/api/v1/routes";
import type { Actor } from "@/lib/kernel/actor";
import { openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { aPurchase, openSale, standingOf } from "@/lib/testing/payments-world";
import { aFan } from "@/lib/testing/world";

const db = testDatabase();
const ask = openApi(openSale(db).services, ROUTES, { perUserMax: 1e6, perAddressMax: 1e6, windowSeconds: 60 });

/** What anybody may know of. */
const PUBLIC = new Set(["event_id", "schedule_id", "plan_id"]);
/** What the sender chooses; one that stands for somebody else's is `id_reused`, as refusals.db.test.ts shows. */
const CHOSEN = new Set(["payment_id", "charge_id", "cursor"]);

type Reach = { method: Method; path: (id: string) => string; body?: object; make: (owner: Actor) => Promise<string> };

const aBooking = async () => {
  const purchase = await aPurchase(db);
  return { ...purchase, id: purchase.booking.id };
};
const aKey = async (owner: Actor) =>
  (await createApiKey(db, owner, { name: "k", scopes: ["read"], expiresInDays: null })).id;
const ofBooking = async () => (await aBooking()).id;

/** How each operation reaches for what belongs to one person. */
const OWNED: Record<string, Reach> = {
  "findBooking.booking_id": { method: "GET", path: (id) => `/bookings/${id}`, make: ofBooking },
  "payBooking.booking_id": {
    ...{ method: "POST", path: (id) => `/bookings/${id}/payment`, make: ofBooking },
    body: { expected_total: 20_000, method: "points" },
  },
  "cancelBooking.booking_id": { method: "POST", path: (id) => `/bookings/${id}/cancellation`, make: ofBooking },
  "revokeApiKey.key_id": { method: "DELETE", path: (id) => `/api-keys/${id}`, make: aKey },
};

/** Every field of every request that names a thing, as "operation.field". */
function idsTaken(): string[] {
  const { paths } = documentOf(ROUTES, "/api/v1");
  return Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, parameters, requestBody }) => {
      const { properties = {} } = requestBody?.content["application/json"]?.schema ?? {};
      const inBody = Object.entries(properties).map(([name, schema]) => ({ name, schema }));
      return [...parameters, ...inBody]
        .filter(({ schema }) => typeof schema === "object" && schema.format === "uuid")
        .map(({ name }) => `${operationId}.${name}`);
    }),
  );
}

describe("what belongs to somebody else", () => {
  it("is tried for below by every operation that takes its id", () => {
    const nameOf = (id: string) => id.split(".")[1] ?? "";
    const owned = idsTaken().filter((id) => !PUBLIC.has(nameOf(id)) && !CHOSEN.has(nameOf(id)));
    expect(owned.sort()).toEqual(Object.keys(OWNED).sort());
  });

  it.each(Object.entries(OWNED))(
    "is not there for a stranger, of whatever role: %s",
    async (_, { method, path, body, make }) => {
      const id = await make(await aFan(db));
      for (const role of ["fan", "owner"] as const) {
        const stranger = { ...(await aFan(db, { points: 100_000 })), role };
        const theirs = await ask(method, path(id), { as: stranger, body });
        const nothing = await ask(method, path(randomUUID()), { as: stranger, body });

        expect(theirs).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
        // Nothing tells a thing of somebody's from one that never was.
        expect({ ...theirs.body.error, request_id: "" }).toEqual({ ...nothing.body.error, request_id: "" });
      }
    },
  );

  it("stays as it was", async () => {
    const purchase = await aBooking();
    const stranger = await aFan(db, { points: 100_000 });

    await ask("POST", `/bookings/${purchase.id}/payment`, {
      as: stranger,
      body: { expected_total: 20_000, method: "points" },
    });
    await ask("POST", `/bookings/${purchase.id}/cancellation`, { as: stranger });
    await ask("DELETE", "/seats/lock", { as: stranger, body: { schedule_id: purchase.schedule.scheduleId } });

    expect(await standingOf(db, purchase)).toMatchObject({ booking: "pending", freeSeats: 2 });
  });
});
