import { describe, expect, it } from "vitest";
import { openWaitingRoom } from "@/lib/queue/open-waiting-room";
import { openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { expectAuditClean, openSale } from "@/lib/testing/payments-world";
import { testRedis } from "@/lib/testing/redis";
import { aFan, aSchedule } from "@/lib/testing/world";

const db = testDatabase();
const ask = openApi(openSale(db, { redis: testRedis() }).services);

async function aQueuedSchedule() {
  const schedule = await aSchedule(db);
  await openWaitingRoom(db, schedule.scheduleId, { activeMax: 1, admitPerMinute: 6_000 });
  const one = { event_id: schedule.eventId, schedule_id: schedule.scheduleId };
  const seats = [{ row: "1열", number: 1 }];
  const booking = {
    ...one,
    seats: [{ row: "1열", number: 1, seat_section: "A", grade: "R", price: schedule.priceKrw }],
    total_price: schedule.priceKrw,
    receipt_method: "mobile",
  };
  const lock = { ...one, seats };
  return { ...schedule, lock, booking, door: `/schedules/${schedule.scheduleId}/queue` };
}

const isRefused = { status: 403, body: { error: { code: "queue_pass_required" } } };

describe("the door of a schedule with a waiting room", () => {
  it("holds and books for a pass, which the booking gives back to the next in line", async () => {
    const { scheduleId, lock, booking, door } = await aQueuedSchedule();
    const [fan, next] = [await aFan(db), await aFan(db)];
    expect(await ask("POST", "/seats/lock", { as: fan, body: lock })).toMatchObject(isRefused);
    expect(await ask("GET", door, { as: fan })).toMatchObject({ status: 200, body: { state: "outside" } });

    const entered = await ask("POST", door, { as: fan });
    expect(entered).toMatchObject({ status: 200, body: { state: "admitted" } });
    expect(entered.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    const headers = { "queue-pass": entered.body.pass };
    expect(await ask("POST", door, { as: next })).toMatchObject({ body: { state: "waiting", ahead: 0 } });
    expect(await ask("POST", "/seats/lock", { as: next, body: lock, headers })).toMatchObject(isRefused);

    expect(await ask("POST", "/seats/lock", { as: fan, body: lock, headers })).toMatchObject({ status: 200 });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    const keyed = { "idempotency-key": "once", cookie };
    const booked = await ask("POST", "/bookings", { as: fan, body: booking, headers: keyed });
    expect(booked.status).toBe(201);

    expect(await ask("POST", door, { as: next })).toMatchObject({ body: { state: "admitted" } });
    expect(await ask("POST", "/seats/lock", { as: fan, body: lock, headers })).toMatchObject(isRefused);
    const repeated = await ask("POST", "/bookings", { as: fan, body: booking, headers: keyed });
    expect(repeated).toMatchObject({ status: 201, body: booked.body });
    await expectAuditClean(db, { scheduleId });
  });

  it("books what was held in time for whose pass has ended meanwhile, and nothing else", async () => {
    const { lock, booking, door } = await aQueuedSchedule();
    const fan = await aFan(db);
    const headers = { "queue-pass": (await ask("POST", door, { as: fan })).body.pass };
    expect(await ask("POST", "/seats/lock", { as: fan, body: lock, headers })).toMatchObject({ status: 200 });

    const more = { ...booking, seats: [{ ...booking.seats[0], number: 2 }] };
    expect(await ask("POST", "/bookings", { as: fan, body: more })).toMatchObject(isRefused);
    expect(await ask("POST", "/bookings", { as: fan, body: booking })).toMatchObject({ status: 201 });
  });

  it("lets a person give up their place", async () => {
    const { door } = await aQueuedSchedule();
    const [first, second] = [await aFan(db), await aFan(db)];
    await ask("POST", door, { as: first });
    await ask("POST", door, { as: second });

    expect(await ask("DELETE", door, { as: first })).toMatchObject({ status: 200, body: { left: true } });

    expect(await ask("GET", door, { as: first })).toMatchObject({ body: { state: "outside" } });
    expect(await ask("GET", door, { as: second })).toMatchObject({ body: { state: "admitted" } });
  });
});
