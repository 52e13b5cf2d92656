import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import { bookings } from "@/lib/db/schema/bookings";
import { expireBooking } from "@/lib/testing/expire";
import { aPayment, aPendingBooking, aPurchase, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { asStranger } from "@/lib/testing/stranger";
import { aFan } from "@/lib/testing/world";
import { expireBookings } from "./expire-bookings";

const db = await scratchDatabase();
const BATCH_MAX = 500;

describe("expireBookings", () => {
  it("expires a pending booking whose time is up and frees its seats", async () => {
    const [dead, live] = [await aPurchase(db), await aPurchase(db)];
    await expireBooking(db, dead.booking.id);

    const count = await expireBookings(db, BATCH_MAX);

    expect(count).toBe(1);
    expect(await standingOf(db, dead)).toMatchObject({ booking: "expired", freeSeats: 4 });
    expect(await standingOf(db, live)).toMatchObject({ booking: "pending", freeSeats: 2 });
    expect(await audit(db)).toEqual([]);
  });

  it("leaves a seat alone that has gone on to another fan", async () => {
    const old = await aPurchase(db);
    await expireBooking(db, old.booking.id);
    const next = { ...old, fan: await aFan(db, { points: 50_000 }) };
    next.booking = await aPendingBooking(db, next.fan, old.schedule, { seatCount: 1 });
    await payWithPoints(db, next.fan, aPayment(next.booking, { method: "points" }));

    await expireBookings(db, BATCH_MAX);

    expect(await standingOf(db, old)).toMatchObject({ booking: "expired", soldSeats: 0, freeSeats: 3 });
    expect(await standingOf(db, next)).toMatchObject({ booking: "confirmed", soldSeats: 1 });
    expect(await audit(db)).toEqual([]);
  });

  it("passes by a booking that somebody is working on", async () => {
    const purchase = await aPurchase(db);
    await expireBooking(db, purchase.booking.id);

    await asStranger(db, async ({ tx }) => {
      await tx.select().from(bookings).where(eq(bookings.id, purchase.booking.id)).for("update");
      expect(await expireBookings(db, BATCH_MAX)).toBe(0);
    });

    expect(await expireBookings(db, BATCH_MAX)).toBe(1);
  });

  it("expires each booking once when three sweep at the same moment, while others take the seats over", async () => {
    const purchases = [];
    for (let i = 0; i < 12; i++) purchases.push(await aPurchase(db));
    for (const { booking } of purchases) await expireBooking(db, booking.id);
    const heirs = await Promise.all(purchases.map(() => aFan(db)));

    const { lost } = await race<unknown>([
      ...Array.from({ length: 3 }, () => () => expireBookings(db, 5)),
      ...purchases.map(
        ({ schedule }, i) =>
          () =>
            aPendingBooking(db, heirs[i] ?? { userId: "", role: "fan" }, schedule, { seatCount: 1 }),
      ),
    ]);
    while ((await expireBookings(db, 5)) > 0);

    expect(lost).toEqual([]);
    for (const purchase of purchases) {
      expect(await standingOf(db, purchase)).toMatchObject({ booking: "expired", freeSeats: 3 });
    }
    expect(await audit(db)).toEqual([]);
  });
});
