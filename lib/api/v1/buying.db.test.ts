import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/accounts/passwords";
import { users } from "@/lib/db/schema/accounts";
import { openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { expectAuditClean, openSale } from "@/lib/testing/payments-world";
import { aFan, aSchedule } from "@/lib/testing/world";

const db = testDatabase();
const ask = openApi(openSale(db).services);
const PASSWORD = "a password of the tests";

describe("a client written from the documented lines alone", () => {
  it("signs in, locks, books, pays and finds its booking", async () => {
    const fan = await aFan(db, { points: 500_000 });
    await db
      .update(users)
      .set({ passwordHash: await hashPassword(PASSWORD) })
      .where(eq(users.id, fan.userId));
    const { eventId, scheduleId, priceKrw } = await aSchedule(db);
    const one = { event_id: eventId, schedule_id: scheduleId };

    const signedIn = await ask("POST", "/auth/token", {
      body: { email: `${fan.userId}@rowlock.test`, password: PASSWORD },
    });
    expect(signedIn).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 3_600 } });
    const as: string = signedIn.body.access_token;

    const seats = [1, 2].map((number) => ({ row: "1열", number }));
    const locked = await ask("POST", "/seats/lock", { as, body: { ...one, seats } });
    expect(locked).toMatchObject({ status: 200, body: { success: true, message: "2개의 좌석이 잠금되었습니다." } });

    const booked = await ask("POST", "/bookings", {
      as,
      body: {
        ...one,
        seats: seats.map((seat) => ({ ...seat, grade: "R", price: priceKrw, seat_section: "A" })),
        total_price: 2 * priceKrw,
        receipt_method: "mobile",
      },
    });
    expect(booked.status).toBe(201);
    expect(booked.body).toHaveLength(2);
    const id: string = booked.body[0].booking_id;

    const paid = await ask("POST", `/bookings/${id}/payment`, {
      as,
      body: { expected_total: 2 * priceKrw, method: "points" },
    });
    expect(paid).toMatchObject({ status: 200, body: { status: "succeeded", booking_id: id } });

    const found = await ask("GET", `/bookings/${id}`, { as });
    expect(found.body).toMatchObject({ status: "confirmed", total_price: 2 * priceKrw, payment: { method: "points" } });
    const left = await ask("GET", "/points", { as });
    expect(left.body).toEqual({ balance: 500_000 - 2 * priceKrw });
    const sold = await ask("GET", `/events/${eventId}/tickets?schedule_id=${scheduleId}&status=sold`);
    expect(sold.body.items).toHaveLength(2);
    await expectAuditClean(db, { scheduleId });
  });

  it("is told that somebody else has the seat, and locks nothing", async () => {
    const [first, second] = [await aFan(db), await aFan(db)];
    const { eventId, scheduleId } = await aSchedule(db);
    const body = (...numbers: number[]) => ({
      event_id: eventId,
      schedule_id: scheduleId,
      seats: numbers.map((number) => ({ row: "1열", number })),
    });
    await ask("POST", "/seats/lock", { as: first, body: body(2) });

    const refused = await ask("POST", "/seats/lock", { as: second, body: body(1, 2) });

    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      code: "seat_unavailable",
      message: "이미 선택된 좌석입니다.",
      seats: [{ row: "1열", number: 2 }],
    });
    const held = await ask("GET", `/events/${eventId}/tickets?schedule_id=${scheduleId}&status=held`);
    expect(held.body.items).toHaveLength(1);
  });
});

describe("the door of the API", () => {
  it("refuses what is no token, a forged one and one that is none of ours", async () => {
    const forged = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl";
    for (const as of ["nonsense", forged, ""]) {
      const refused = await ask("GET", "/points", { as });
      expect(refused, as).toMatchObject({ status: 401, body: { error: { code: "invalid_token" } } });
      expect(refused.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    }
    expect(await ask("GET", "/points")).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
  });

  it("says what an address takes, and that there is no such address", async () => {
    const wrong = await ask("DELETE", "/points");
    expect(wrong).toMatchObject({ status: 405, body: { error: { code: "method_not_allowed" } } });
    expect(wrong.headers.get("allow")).toBe("GET");
    expect(await ask("GET", "/nowhere")).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
  });

  it("reads no more of a body than is allowed, whether or not it says how long it is", async () => {
    const as = await aFan(db);
    const body = JSON.stringify({ filler: "x".repeat(70_000) });
    const tooLong = { status: 413, body: { error: { code: "payload_too_large" } } };
    expect(await ask("POST", "/seats/lock", { as, body, headers: { "content-length": "70016" } })).toMatchObject(
      tooLong,
    );
    expect(await ask("POST", "/seats/lock", { as, body })).toMatchObject(tooLong);
    const torn = await ask("POST", "/seats/lock", { as, body: '{"event_id":' });
    expect(torn).toMatchObject({ status: 400, body: { error: { code: "malformed_request" } } });
  });
});
