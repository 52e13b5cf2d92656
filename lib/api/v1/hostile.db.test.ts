import { createHmac, randomUUID } from "node:crypto";
import fc from "fast-check";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { createApiKey, revokeApiKey } from "@/lib/accounts/api-keys";
import { documentOf } from "@/lib/api/openapi/document";
import type { Method } from "@/lib/api/route";
import { ROUTES } from "@/lib/api/v1/routes";
import { audit } from "@/lib/audit/audit";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import type { Actor } from "@/lib/kernel/actor";
import { holdSeats } from "@/lib/seats/hold-seats";
import { openApi } from "@/lib/testing/api-client";
import { everySpoiledRequest, type HostileRequest, hostileRequests } from "@/lib/testing/hostile-requests";
import { serveLiveSeats } from "@/lib/testing/live-hub-of";
import { aPayment, aPendingBooking, openSale } from "@/lib/testing/payments-world";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { aFan, aSchedule } from "@/lib/testing/world";

/** The same requests in every run; other ones, or more of them, when asked: FUZZ_SEED, FUZZ_RUNS. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20_261_224);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 60);

/** What an answer has no business to tell: SQL, the driver's words, files, stacks. */
const LEAK =
  /node_modules|postgres|drizzle|\bselect .* from\b|syntax error|violates|invalid input syntax|relation "|\bat .+:\d+:\d+|\/lib\/|ECONN/i;

const db = await scratchDatabase();
const { services } = openSale(db);
serveLiveSeats(services);
const ask = openApi(services, ROUTES, { perUserMax: 1e9, perAddressMax: 1e9, windowSeconds: 60 });
const world = await aWorld();
const document = documentOf(ROUTES, "/api/v1");

async function aWorld() {
  const [me, victim] = [await aFan(db, { points: 5_000_000 }), await aFan(db, { points: 5_000_000 })];
  const schedule = await aSchedule(db, { seatCount: 200, seatsPerUserMax: 100, priceKrw: 10_000 });
  const mine = await aPendingBooking(db, me, schedule, { firstSeat: 0 });
  const theirs = await aPendingBooking(db, victim, schedule, { firstSeat: 4 });
  const paid = await aPendingBooking(db, victim, schedule, { firstSeat: 8 });
  await payWithPoints(db, victim, aPayment(paid, { method: "points" }));
  await holdSeats(db, victim, { scheduleId: schedule.scheduleId, seatIndexes: [12, 13] });
  const wish = { name: "k", scopes: ["read" as const], expiresInDays: null };
  const [key, gone, theirKey] = [
    await createApiKey(db, me, wish),
    await createApiKey(db, me, wish),
    await createApiKey(db, victim, wish),
  ];
  await revokeApiKey(db, me, { keyId: gone.id });
  const tokens = [
    ...[null, "", "rlk_", key.key, gone.key, `${key.key}x`, "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9."],
    ...[
      await aToken({ exp: 1 }),
      await aToken({ sub: "' or 1=1" }),
      await aToken({ role: "god" }),
      await aToken({ sub: randomUUID() }),
    ],
  ];
  const seats = (from: number) =>
    [0, 1].map((more) => ({
      ...{ row: `${Math.floor((from + more) / 10) + 1}열`, number: ((from + more) % 10) + 1 },
      ...{ section: "A", seat_section: "A", grade: "R", price: 10_000 },
    }));
  const known = {
    event_id: [schedule.eventId],
    schedule_id: [schedule.scheduleId],
    plan_id: [schedule.planId],
    booking_id: [mine.id, theirs.id, paid.id],
    key_id: [key.id, theirKey.id],
    seats: [seats(30), seats(50), seats(4), seats(12), [...seats(30), ...seats(30)]],
    total_price: [20_000, 40_000],
    receipt_method: ["mobile"],
    expected_total: [20_000],
    method: ["card", "points"],
    card_token: ["tok_approve", "tok_decline_funds"],
    amount: [1_000],
    count: [1, 2],
    area: ["A", "Standing"],
    email: ["a@rowlock.test"],
    password: ["a password"],
    scopes: [["read"]],
    name: ["k"],
  };
  const secrets = [victim.userId, theirs.number, paid.number, theirKey.key, theirKey.id];
  return { me, known, tokens, secrets };
}

async function assertHarmless(sent: HostileRequest, as: Actor | string | null): Promise<void> {
  const answer = await ask(sent.method as Method, sent.path, { as, body: sent.body, headers: sent.headers });
  const isExpected = answer.status < 500 || ["busy", "gateway_unavailable"].includes(answer.body.error.code);
  expect(isExpected, `${sent.path} ${sent.body} ${answer.text}`).toBe(true);
  expect(answer.text).not.toMatch(LEAK);
  for (const secret of world.secrets) expect(answer.text + [...answer.headers]).not.toContain(secret);
}

/** A token signed as ours are, but wrong in one thing. */
async function aToken({ sub = "me", role = "fan", exp = 4_102_444_800 }): Promise<string> {
  const secret = createHmac("sha256", process.env["AUTH_SECRET"] ?? "")
    .update("rowlock.access-tokens")
    .digest();
  const token = new SignJWT({ role }).setProtectedHeader({ alg: "HS256", typ: "at+jwt" }).setSubject(sub);
  return token.setIssuer("rowlock").setAudience("rowlock-api").setExpirationTime(exp).sign(secret);
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: operation.operationId, method, path, operation })),
);

describe("an API among strangers", () => {
  it.each(operations)("answers $name, wrong in any one place, as documented", async ({ method, path, operation }) => {
    for (const sent of everySpoiledRequest(method.toUpperCase(), path, operation, world.known))
      await assertHarmless(sent, world.me);
  });

  it.each(operations)(
    "answers $name, whatever is sent by whomever, as documented",
    async ({ method, path, operation }) => {
      const senders = fc.oneof(
        { weight: 2, arbitrary: fc.constant(world.me) },
        { weight: 1, arbitrary: fc.constantFrom(...world.tokens) },
      );
      const requests = hostileRequests(method.toUpperCase(), path, operation, world.known);
      await fc.assert(fc.asyncProperty(requests, senders, assertHarmless), { seed: SEED, numRuns: RUNS });
    },
  );

  it("has broken no promise afterwards, nor anything of the language's own", async () => {
    expect(await audit(db)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
