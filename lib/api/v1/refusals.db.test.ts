import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { API_KEYS_MAX } from "@/lib/accounts/api-key-schema";
import { createApiKey } from "@/lib/accounts/api-keys";
import { payByCard } from "@/lib/bookings/pay-by-card";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import { settleCardPayment } from "@/lib/bookings/settle-card-payment";
import { schedules } from "@/lib/db/schema/catalog";
import type { Actor } from "@/lib/kernel/actor";
import { GatewayUnreachableError } from "@/lib/payments/gateway";
import { chargePoints } from "@/lib/points/charge-points";
import { settlePointCharge } from "@/lib/points/settle-point-charge";
import { openWaitingRoom } from "@/lib/queue/open-waiting-room";
import { holdGeneralSafely } from "@/lib/sales/hold-general";
import { holdSeats } from "@/lib/seats/hold-seats";
import { settings } from "@/lib/settings";
import { type Answer, openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking } from "@/lib/testing/expire";
import { serveLiveSeats } from "@/lib/testing/live-hub-of";
import { aPayment, aPurchase, lost, openSale, type Purchase } from "@/lib/testing/payments-world";
import { aStandingShow } from "@/lib/testing/standing-show";
import { aFan, aSchedule, type TestSchedule } from "@/lib/testing/world";
import { ROUTES } from "./routes";

const db = testDatabase();
const FREELY = { perUserMax: 1e6, perAddressMax: 1e6, windowSeconds: 60 };
const { services } = openSale(db);
const ask = openApi(services, ROUTES, FREELY);
const HOUR_MS = 3_600_000;
const PRICE = 99_000;
const BRIEFLY = { gatewayTimeoutMs: 50, pointBalanceMax: settings.pointBalanceMax };

type Sale = { schedule: TestSchedule; as: Actor; count: number };
type Cases = Record<string, () => Promise<Answer>>;

const oneOf = ({ eventId, scheduleId }: TestSchedule) => ({ event_id: eventId, schedule_id: scheduleId });
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, more) => from + more);
const lock = ({ schedule, as, count }: Sale, from = 1) =>
  ask("POST", "/seats/lock", {
    as,
    body: { ...oneOf(schedule), seats: numbers(count, from).map((number) => ({ row: "1열", number })) },
  });
const best = ({ schedule, as, count }: Sale) =>
  ask("POST", `/schedules/${schedule.scheduleId}/best-available`, { as, body: { count } });
const stand = ({ schedule, as, count }: Sale, area = "Standing") =>
  ask("POST", `/schedules/${schedule.scheduleId}/general-admission`, { as, body: { area, count } });
const book = ({ schedule, as, count }: Sale, { from = 1, price = PRICE, headers = {} } = {}) => {
  const seats = numbers(count, from).map((number) => ({
    ...{ row: "1열", number, grade: "R" },
    price,
    seat_section: "A",
  }));
  return ask("POST", "/bookings", {
    as,
    headers,
    body: { ...oneOf(schedule), seats, total_price: count * price, receipt_method: "mobile" },
  });
};

/** What a schedule itself may be against, the same for everything that takes its seats. */
function saleCases(
  id: string,
  make: (options?: Parameters<typeof aSchedule>[1]) => Promise<TestSchedule>,
  take: (sale: Sale) => Promise<Answer>,
): Cases {
  const attempt = async (schedule: TestSchedule, count = 1) => take({ schedule, as: await aFan(db), count });
  const shifted = async (values: Partial<typeof schedules.$inferInsert>) => {
    const schedule = await make();
    await db.update(schedules).set(values).where(eq(schedules.id, schedule.scheduleId));
    return attempt(schedule);
  };
  return {
    [`${id} not_found`]: async () => attempt({ ...(await make()), scheduleId: randomUUID() }),
    [`${id} sales_not_open`]: () => shifted({ salesOpenAt: new Date(Date.now() + HOUR_MS) }),
    [`${id} sales_closed`]: () => shifted({ salesOpenAt: new Date(0), salesCloseAt: new Date(Date.now() - HOUR_MS) }),
    [`${id} seat_limit_exceeded`]: async () => attempt(await make(), 5),
    [`${id} queue_pass_required`]: async () => {
      const schedule = await make();
      await openWaitingRoom(db, schedule.scheduleId, {});
      return attempt(schedule);
    },
  };
}

const aHall = () => aSchedule(db);
const withSale = async (use: (sale: Sale, rival: Actor) => Promise<Answer>, count = 1) =>
  use({ schedule: await aHall(), as: await aFan(db), count }, await aFan(db));
const nobodys =
  (path: string, method: "GET" | "POST" | "DELETE" = "GET", body?: object) =>
  async () =>
    ask(method, path.replace("ID", randomUUID()), { as: await aFan(db), ...(body && { body }) });

const holding: Cases = {
  ...saleCases("lockSeats", aHall, lock),
  ...saleCases("holdBestAvailable", aHall, best),
  ...saleCases("holdGeneralAdmission", () => aStandingShow(db), stand),
  ...saleCases("createBooking", aHall, book),
  "lockSeats seat_unavailable": () =>
    withSale(async (sale, rival) => {
      await lock({ ...sale, as: rival });
      return lock(sale);
    }),
  "lockSeats would_leave_orphan": async () => lock(await anOrderlySale(), 2),
  "holdBestAvailable no_seats_together": () =>
    withSale(async (sale, rival) => {
      await holdSeats(db, rival, { scheduleId: sale.schedule.scheduleId, seatIndexes: [2, 3, 6, 7] });
      return best({ ...sale, count: 4 });
    }),
  "holdGeneralAdmission no_seats_together": async () => stand({ ...(await aCrowd(9)), count: 3 }),
  "holdGeneralAdmission seat_unavailable": async () => stand(await aCrowd(10)),
  "createBooking seat_unavailable": () =>
    withSale(async (sale, rival) => {
      await lock({ ...sale, as: rival });
      return book(sale);
    }),
  "createBooking would_leave_orphan": async () => book(await anOrderlySale(), { from: 2 }),
  "createBooking price_changed": () => withSale((sale) => book(sale, { price: 1 })),
  "createBooking id_reused": () =>
    withSale(async (sale) => {
      await book(sale, { headers: { "idempotency-key": "mine" } });
      return book({ ...sale, count: 2 }, { headers: { "idempotency-key": "mine" } });
    }),
};

/** A sale that leaves no seat on its own. */
async function anOrderlySale(): Promise<Sale> {
  const schedule = await aHall();
  await db.update(schedules).set({ leavesNoOrphans: true }).where(eq(schedules.id, schedule.scheduleId));
  return { schedule, as: await aFan(db), count: 1 };
}

/** A standing area in which others have taken so many of its ten places. */
async function aCrowd(taken: number): Promise<Sale> {
  const schedule = await aStandingShow(db);
  for (let left = taken; left > 0; left -= 4) {
    await holdGeneralSafely(services, await aFan(db), {
      scheduleId: schedule.scheduleId,
      area: schedule.area,
      count: Math.min(4, left),
    });
  }
  return { schedule, as: await aFan(db), count: 1 };
}

const looking: Cases = {
  "listSchedules not_found": nobodys("/events/ID/schedules"),
  "listTickets not_found": nobodys(`/events/${randomUUID()}/tickets?schedule_id=${randomUUID()}`),
  "readAvailability not_found": nobodys("/schedules/ID/availability"),
  "readGeometry not_found": nobodys("/plans/ID/geometry/x"),
  "watchAvailability not_found": async () => {
    serveLiveSeats(services);
    return nobodys("/schedules/ID/availability/stream")();
  },
  "watchAvailability busy": async () => {
    serveLiveSeats(services, 0);
    return ask("GET", `/schedules/${(await aHall()).scheduleId}/availability/stream`);
  },
  "findBooking not_found": nobodys("/bookings/ID"),
  "revokeApiKey not_found": nobodys("/api-keys/ID", "DELETE"),
  "issueToken wrong_credentials": () =>
    ask("POST", "/auth/token", { body: { email: `${randomUUID()}@rowlock.test`, password: "wrong" } }),
  "createApiKey api_key_limit_exceeded": async () => {
    const as = await aFan(db);
    const wish = { name: "k", scopes: ["read" as const], expiresInDays: null };
    for (let made = 0; made < API_KEYS_MAX; made++) await createApiKey(db, as, wish);
    return ask("POST", "/api-keys", { as, body: { name: "k", scopes: ["read"] } });
  },
};

const TOTAL = 20_000;
const CARD = { method: "card", card_token: "tok_approve" };
const POINTS = { method: "points" };
const pay = ({ fan, booking }: Purchase, means: object, more: object = {}, by = ask) =>
  by("POST", `/bookings/${booking.id}/payment`, { as: fan, body: { expected_total: TOTAL, ...means, ...more } });
const cancel = ({ fan, booking }: Purchase) => ask("POST", `/bookings/${booking.id}/cancellation`, { as: fan });
const withPurchase = async (use: (purchase: Purchase) => Promise<Answer>, points = 1_000_000) =>
  use(await aPurchase(db, { points }));

/** A payment whose answer never came, nor any notification. */
async function leaveProcessing({ fan, booking }: Purchase): Promise<string> {
  const payment = aPayment(booking, { cardToken: "tok_timeout_after_charge" });
  await payByCard(openSale(db, { notify: lost }).services, fan, payment, BRIEFLY);
  return payment.paymentId;
}

const unreachable = openApi(
  openSale(db, { gateway: () => ({ charge: () => Promise.reject(new GatewayUnreachableError("connection refused")) }) })
    .services,
  ROUTES,
  FREELY,
);

const paying: Cases = {
  "payBooking not_found": nobodys("/bookings/ID/payment", "POST", { expected_total: TOTAL, ...POINTS }),
  "payBooking price_changed": () => withPurchase((purchase) => pay(purchase, POINTS, { expected_total: 1 })),
  "payBooking payment_in_progress": () =>
    withPurchase(async (purchase) => {
      await leaveProcessing(purchase);
      return pay(purchase, POINTS);
    }),
  "payBooking already_paid": () =>
    withPurchase(async (purchase) => {
      await pay(purchase, POINTS);
      return pay(purchase, POINTS);
    }),
  "payBooking booking_not_payable": () =>
    withPurchase(async (purchase) => {
      await cancel(purchase);
      return pay(purchase, POINTS);
    }),
  "payBooking booking_expired": () =>
    withPurchase(async (purchase) => {
      await expireBooking(db, purchase.booking.id);
      return pay(purchase, POINTS);
    }),
  "payBooking insufficient_points": () => withPurchase((purchase) => pay(purchase, POINTS), 0),
  "payBooking card_declined": () =>
    withPurchase((purchase) => pay(purchase, { ...CARD, card_token: "tok_decline_funds" })),
  "payBooking gateway_unavailable": () => withPurchase((purchase) => pay(purchase, CARD, {}, unreachable)),
  "payBooking id_reused": () =>
    withPurchase(async (purchase) => {
      const other = aPayment((await aPurchase(db)).booking, POINTS as { method: "points" });
      const rival = await aPurchase(db);
      await payWithPoints(db, rival.fan, aPayment(rival.booking, { method: "points" }, other.paymentId));
      return pay(purchase, POINTS, { payment_id: other.paymentId });
    }),
  "payBooking payment_refunded": () =>
    withPurchase(async (purchase) => {
      const paymentId = await leaveProcessing(purchase);
      await expireBooking(db, purchase.booking.id);
      const rival = await aFan(db);
      await holdSeats(db, rival, { scheduleId: purchase.schedule.scheduleId, seatIndexes: [0, 1] });
      await settleCardPayment(
        services,
        paymentId,
        (await services.gateway.find(paymentId)) ?? { status: "given_up", reason: "no_answer" },
      );
      return pay(purchase, CARD, { payment_id: paymentId });
    }),
  "cancelBooking not_found": nobodys("/bookings/ID/cancellation", "POST"),
  "cancelBooking booking_not_cancellable": async () => {
    const purchase = await aPurchase(db, { startsAt: new Date(Date.now() + 48 * HOUR_MS) });
    await pay(purchase, POINTS);
    await db
      .update(schedules)
      .set({ startsAt: new Date(Date.now() - HOUR_MS), salesOpenAt: new Date(0), salesCloseAt: new Date(1) })
      .where(eq(schedules.id, purchase.schedule.scheduleId));
    return cancel(purchase);
  },
  "cancelBooking payment_in_progress": () =>
    withPurchase(async (purchase) => {
      await leaveProcessing(purchase);
      return cancel(purchase);
    }),
};

const charge = async (card_token: string, { points = 0, by = ask, charge_id = randomUUID() } = {}) =>
  by("POST", "/points/charges", { as: await aFan(db, { points }), body: { amount: 10_000, card_token, charge_id } });

const charging: Cases = {
  "chargePoints point_limit_exceeded": () => charge("tok_approve", { points: settings.pointBalanceMax }),
  "chargePoints card_declined": () => charge("tok_decline_funds"),
  "chargePoints gateway_unavailable": () => charge("tok_approve", { by: unreachable }),
  "chargePoints id_reused": async () => {
    const charge_id = randomUUID();
    await charge("tok_approve", { charge_id });
    return charge("tok_approve", { charge_id });
  },
  "chargePoints payment_refunded": async () => {
    const [as, chargeId] = [await aFan(db), randomUUID()];
    const wish = { chargeId, amountKrw: 10_000, cardToken: "tok_timeout_after_charge" };
    await chargePoints(openSale(db, { notify: lost }).services, as, wish, BRIEFLY);
    await settlePointCharge(services, chargeId, { status: "given_up", reason: "no_answer" });
    const found = await services.gateway.find(chargeId);
    if (found) await settlePointCharge(services, chargeId, found);
    return ask("POST", "/points/charges", {
      as,
      body: { amount: 10_000, card_token: "tok_approve", charge_id: chargeId },
    });
  },
};

const CASES: Cases = { ...looking, ...holding, ...paying, ...charging };

describe("what the document says an operation may refuse", () => {
  it("is shown to happen below, every code of every operation", () => {
    const documented = ROUTES.flatMap(({ id, errors }) => errors.map((code) => `${id} ${code}`));
    expect(Object.keys(CASES).sort()).toEqual([...new Set(documented)].sort());
  });

  it.each(Object.entries(CASES))("really happens: %s", async (name, happen) => {
    const answer = await happen();
    expect(answer.body.error, answer.text).toMatchObject({ code: name.split(" ")[1] });
  });
});
