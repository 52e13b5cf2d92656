import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { payByCard } from "@/lib/bookings/pay-by-card";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import type { Tx } from "@/lib/db/client";
import { chargePoints } from "@/lib/points/charge-points";
import { cancelBookingSafely } from "@/lib/sales/cancel";
import { aPayment, aPurchase, openSale, type Purchase } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { audit, RULES } from "./audit";
import type { AuditScope, Violation } from "./rule";

const db = await scratchDatabase();
const { services, gateway } = openSale(db);

type World = { byPoints: Purchase; byCard: Purchase; cancelled: Purchase; pending: Purchase; chargeId: string };
let world: World;

beforeAll(async () => {
  const [byPoints, byCard, cancelled, pending] = [
    await aPurchase(db),
    await aPurchase(db),
    await aPurchase(db),
    await aPurchase(db),
  ];
  await payWithPoints(db, byPoints.fan, aPayment(byPoints.booking, { method: "points" }));
  for (const { fan, booking } of [byCard, cancelled]) {
    await payByCard(services, fan, aPayment(booking, { cardToken: "tok_approve" }));
  }
  await cancelBookingSafely(services, cancelled.fan, { bookingId: cancelled.booking.id });
  const chargeId = randomUUID();
  await chargePoints(services, byPoints.fan, { chargeId, amountKrw: 30_000, cardToken: "tok_approve" });
  await gateway.notified();
  world = { byPoints, byCard, cancelled, pending, chargeId };
});

class RolledBack extends Error {}

/** What the audit says once `damage` is done; the damage itself is taken back. */
async function auditAfter(damage: (world: World) => SQL[], scope?: AuditScope): Promise<Violation[]> {
  let violations: Violation[] = [];
  const broken = db.transaction(async (tx: Tx) => {
    for (const statement of damage(world)) await tx.execute(statement);
    violations = await audit(tx, scope);
    throw new RolledBack();
  });
  await broken.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return violations;
}

const drop = (table: string, constraint: string) => sql.raw(`alter table ${table} drop constraint ${constraint}`);
const ticketsOf = ({ booking }: Purchase) =>
  sql`id in (select ticket_id from booking_seats where booking_id = ${booking.id})`;

const DAMAGE: Record<string, (world: World) => SQL[]> = {
  seat_booked_twice: ({ byPoints, pending }) => [
    sql`drop index booking_seats_one_live_per_ticket`,
    sql`insert into booking_seats select ${pending.booking.id}, ticket_id, grade, price_krw, true
      from booking_seats where booking_id = ${byPoints.booking.id}`,
  ],
  hold_incomplete: ({ pending }) => [
    drop("tickets", "tickets_held_is_complete"),
    sql`update tickets set hold_token = null where ${ticketsOf(pending)}`,
  ],
  sold_without_confirmed_booking: ({ byPoints }) => [
    sql`update bookings set status = 'cancelled', ended_at = now() where id = ${byPoints.booking.id}`,
  ],
  confirmed_seat_not_sold: ({ byPoints }) => [
    sql`update tickets set status = 'available', booking_id = null where ${ticketsOf(byPoints)}`,
  ],
  live_seat_without_ticket: ({ pending }) => [sql`update tickets set booking_id = null where ${ticketsOf(pending)}`],
  ticket_names_booking_without_seat: ({ pending }) => [
    sql`delete from booking_seats where booking_id = ${pending.booking.id}`,
  ],
  held_for_wrong_booking: ({ pending, byCard }) => [
    sql`update tickets set held_by = ${byCard.fan.userId} where ${ticketsOf(pending)}`,
  ],
  ended_booking_keeps_seats: ({ pending }) => [
    sql`update bookings set status = 'expired', ended_at = now() where id = ${pending.booking.id}`,
  ],
  booking_without_all_its_seats: ({ pending }) => [
    sql`update booking_seats set live = false
      where ticket_id = (select min(ticket_id) from booking_seats where booking_id = ${pending.booking.id})`,
  ],
  total_differs_from_seats: ({ pending }) => [
    sql`update booking_seats set price_krw = 1 where booking_id = ${pending.booking.id}`,
  ],
  paid_twice: ({ byPoints }) => [
    sql`drop index payments_one_live_per_booking`,
    sql`insert into payments (id, booking_id, user_id, method, amount_krw, status, created_at)
      select gen_random_uuid(), booking_id, user_id, method, amount_krw, status, now()
      from payments where booking_id = ${byPoints.booking.id}`,
  ],
  confirmed_without_payment: ({ byCard }) => [sql`delete from payments where booking_id = ${byCard.booking.id}`],
  paid_without_confirmation: ({ byCard }) => [
    sql`update bookings set status = 'pending' where id = ${byCard.booking.id}`,
  ],
  payment_differs_from_booking: ({ byCard }) => [
    sql`update payments set amount_krw = 1 where booking_id = ${byCard.booking.id}`,
  ],
  refund_missing: ({ cancelled }) => [sql`delete from payments where booking_id = ${cancelled.booking.id}`],
  balance_negative: ({ byPoints }) => [
    drop("point_accounts", "point_accounts_balance_not_negative"),
    sql`update point_accounts set balance = -1 where user_id = ${byPoints.fan.userId}`,
  ],
  balance_differs_from_history: ({ byPoints }) => [
    sql`update point_accounts set balance = balance + 1 where user_id = ${byPoints.fan.userId}`,
  ],
  history_chain_broken: ({ byPoints }) => [
    sql`drop trigger point_histories_append_only on point_histories`,
    sql`update point_histories set balance_after = 7 where user_id = ${byPoints.fan.userId} and type = 'use'`,
  ],
  points_differ_from_payments: ({ byPoints }) => [
    sql`insert into point_histories (user_id, type, amount, balance_after, booking_id, created_at)
      values (${byPoints.fan.userId}, 'refund', 20000, 1030000, ${byPoints.booking.id}, now())`,
  ],
  charge_not_credited_once: ({ chargeId }) => [
    sql`drop trigger point_histories_append_only on point_histories`,
    sql`delete from point_histories where charge_id = ${chargeId}`,
  ],
  charge_of_nobody: () => [
    sql`insert into test_gateway.charges (reference, idempotency_key, amount_krw, status)
      values ('tg_nobody', gen_random_uuid(), 5000, 'approved')`,
  ],
  succeeded_without_charge: ({ byCard }) => [
    sql`delete from test_gateway.charges
      where idempotency_key in (select id from payments where booking_id = ${byCard.booking.id})`,
  ],
  charge_used_twice: ({ byCard, chargeId }) => [
    sql`update point_charges set gateway_reference =
      (select gateway_reference from payments where booking_id = ${byCard.booking.id}) where id = ${chargeId}`,
  ],
  refund_not_made: ({ cancelled }) => [
    sql`update test_gateway.charges set refunded_krw = 0
      where idempotency_key in (select id from payments where booking_id = ${cancelled.booking.id})`,
  ],
  money_kept: ({ byCard }) => [
    sql`update payments set status = 'declined', reason = 'no_answer' where booking_id = ${byCard.booking.id}`,
    sql`update test_gateway.charges set created_at = now() - interval '2 hours'`,
  ],
};

describe("audit", () => {
  it("finds nothing in a sale that was paid, cancelled and left pending", async () => {
    expect(await audit(db)).toEqual([]);
  });

  it.each(RULES.map((rule) => rule.name))("names %s when that promise is broken", async (rule) => {
    const violations = await auditAfter(DAMAGE[rule] ?? (() => []));

    expect(violations.map((violation) => violation.rule)).toContain(rule);
    for (const { subject, detail } of violations)
      expect([subject, detail]).toEqual([expect.any(String), expect.any(String)]);
    expect(await audit(db)).toEqual([]);
  });

  it("looks only where its scope says", async () => {
    const damage = DAMAGE.confirmed_without_payment ?? (() => []);
    const { byCard, byPoints } = world;

    const inside = await auditAfter(damage, { scheduleIds: [byCard.schedule.scheduleId] });
    expect(inside).toMatchObject([{ rule: "confirmed_without_payment", subject: `booking ${byCard.booking.id}` }]);
    const ofFan = await auditAfter(damage, { userIds: [byCard.fan.userId] });
    expect(ofFan).toMatchObject([{ rule: "confirmed_without_payment" }]);
    expect(await auditAfter(damage, { scheduleIds: [byPoints.schedule.scheduleId] })).toEqual([]);
    expect(await auditAfter(damage, { scheduleIds: [], userIds: [] })).toEqual([]);
  });

  it("is right at every instant of a running sale", async () => {
    const buy = async () => {
      const { fan, booking } = await aPurchase(db);
      await payByCard(services, fan, aPayment(booking, { cardToken: "tok_duplicate_notification" }));
      await cancelBookingSafely(services, fan, { bookingId: booking.id });
    };
    let isOpen = true;
    const sale = race(Array.from({ length: 15 }, () => buy)).finally(() => {
      isOpen = false;
    });

    // Purchases write their fans' points in two steps, so only what is sold is looked at while they do.
    const schedules = sql`select id from schedules`;
    while (isOpen) {
      const known = await db.execute<{ id: string }>(schedules);
      expect(await audit(db, { scheduleIds: known.map((schedule) => schedule.id) })).toEqual([]);
    }

    expect((await sale).lost).toEqual([]);
    await gateway.notified();
    expect(await audit(db)).toEqual([]);
  });
});
