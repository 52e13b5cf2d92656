import { DAY_MS, HOUR_MS, MINUTE_MS } from "./calendar";
import { DEMO_FANS } from "./people";
import { demoId } from "./random";
import type { DemoBooking } from "./sales";

export type LedgerEntry = {
  fan: number;
  type: "charge" | "use" | "refund" | "adjust";
  amount: number;
  balanceAfter: number;
  bookingId: string | null;
  at: Date;
  /** Of a charge: its own id. */
  chargeId: string | null;
};

type Movement = { amount: number; at: Date; bookingId: string };

const WELCOME_POINTS = 5_000;
const CHARGES_KRW = [50_000, 100_000, 200_000, 300_000, 500_000, 1_000_000];
const POCKET_KRW = 1_000_000;

/** When everybody joined: before the first sale of the demo. */
export const joinedAt = (now: Date, fan: number) => new Date(+now - 100 * DAY_MS + fan * 7 * HOUR_MS);

/**
 * What each fan charged, spent and got back, so that no balance was ever negative and each fan has
 * about 1,000,000 points now. Oldest first.
 */
export function keepLedger(bookings: readonly DemoBooking[], now: Date): LedgerEntry[] {
  const entries = DEMO_FANS.flatMap((_, fan) => keepFanLedger(fan, movementsOf(fan, bookings), now));
  return entries.sort((a, b) => +a.at - +b.at);
}

function movementsOf(fan: number, bookings: readonly DemoBooking[]): Movement[] {
  const movements = bookings
    .filter((booking) => booking.fan === fan && booking.outcome !== "expired")
    .flatMap(({ bookingId, totalKrw, decidedAt, refundedAt }): Movement[] => [
      { amount: -totalKrw, at: decidedAt, bookingId },
      ...(refundedAt ? [{ amount: totalKrw, at: refundedAt, bookingId }] : []),
    ]);
  return movements.sort((a, b) => +a.at - +b.at);
}

function keepFanLedger(fan: number, movements: readonly Movement[], now: Date): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let balance = 0;
  let charges = 0;
  const enter = (type: LedgerEntry["type"], amount: number, at: Date, bookingId: string | null = null) => {
    balance += amount;
    const chargeId = type === "charge" ? demoId(`charge:${fan}:${charges++}`) : null;
    entries.push({ fan, type, amount, balanceAfter: balance, bookingId, at, chargeId });
  };

  enter("adjust", WELCOME_POINTS, joinedAt(now, fan));
  for (const { amount, at, bookingId } of movements) {
    if (balance + amount < 0) {
      const missing = -amount - balance;
      const previousAt = entries.at(-1)!.at;
      enter("charge", CHARGES_KRW.find((charge) => charge >= missing)!, shortlyBefore(at, previousAt));
    }
    enter(amount < 0 ? "use" : "refund", amount, at, bookingId);
  }
  const topUp = Math.ceil((POCKET_KRW - balance) / 10_000) * 10_000;
  if (topUp > 0) enter("charge", topUp, new Date(+now - (30 + fan) * MINUTE_MS));
  return entries;
}

/** Some minutes before `at`, but after whatever happened last. */
function shortlyBefore(at: Date, previousAt: Date): Date {
  return new Date(Math.max(+at - 20 * MINUTE_MS, Math.floor((+at + +previousAt) / 2)));
}
