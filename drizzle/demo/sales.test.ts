import { describe, expect, it } from "vitest";
import { DAY_MS } from "./calendar";
import { keepLedger } from "./ledger";
import type { DemoSeat } from "./parties";
import { DEMO_FANS } from "./people";
import type { DemoSale } from "./programme";
import { demoId, seededRandom } from "./random";
import { type DemoHouse, sellDemo } from "./sales";

const now = new Date("2026-11-21T09:00:00Z");

function houseOf(name: string, sale: DemoSale, rows: number, seatsPerRow: number, isLeftToVisitors = false): DemoHouse {
  const seats = Array.from({ length: rows * seatsPerRow }, (_, i): DemoSeat => {
    const row = Math.floor(i / seatsPerRow);
    return { ticketId: i, seatIndex: i, rowKey: `A:${row}`, grade: "R", priceKrw: 150_000 - row * 1_000 };
  });
  const startsAt = new Date(+now + (sale === "over" ? -9 : 9) * DAY_MS);
  const salesOpenAt = new Date(+now + (sale.startsWith("opens") ? 1 : -20) * DAY_MS);
  const salesCloseAt = new Date(+startsAt - DAY_MS / 24);
  return { scheduleId: demoId(name), sale, startsAt, salesOpenAt, salesCloseAt, isLeftToVisitors, seats };
}

const houses = [
  houseOf("full", "sold_out", 8, 10),
  houseOf("open", "open", 10, 20),
  houseOf("reserved for visitors", "open", 10, 20, true),
  houseOf("over", "over", 10, 20),
  houseOf("soon", "opens_within_a_day", 10, 20),
];
const sell = () => sellDemo(seededRandom(1), houses, now);
const bookings = sell();
const of = (position: number) => bookings.filter((booking) => booking.scheduleId === houses[position]?.scheduleId);

describe("sellDemo", () => {
  it("sells the same seats to the same fans every time", () => {
    expect(sell()).toEqual(bookings);
  });

  it("never sells a seat twice, nor more than four of a schedule to one fan", () => {
    for (const [position] of houses.entries()) {
      const sold = of(position).filter((booking) => booking.outcome === "confirmed");
      const seats = sold.flatMap((booking) => booking.seats.map((seat) => seat.ticketId));
      expect(new Set(seats).size).toBe(seats.length);
      for (const [fan] of DEMO_FANS.entries()) {
        const own = sold.filter((booking) => booking.fan === fan).flatMap((booking) => booking.seats);
        expect(own.length).toBeLessThanOrEqual(4);
      }
    }
  });

  it("fills a house that is sold out, and touches none that has not opened", () => {
    expect(of(0).flatMap((booking) => booking.seats)).toHaveLength(80);
    expect(of(1).length).toBeGreaterThan(8);
    expect(of(4)).toEqual([]);
  });

  it("leaves the first five fans free to buy where visitors are expected", () => {
    expect(of(2).every((booking) => booking.fan >= 5)).toBe(true);
  });

  it("seats a party in one row, side by side", () => {
    for (const { seats } of bookings) {
      expect(new Set(seats.map((seat) => seat.rowKey)).size).toBe(1);
      expect(seats.map((seat) => seat.seatIndex)).toEqual(seats.map((_, i) => seats[0]!.seatIndex + i));
    }
  });

  it("lets everything happen while the sale was open, and before now", () => {
    for (const booking of bookings) {
      const house = houses.find((one) => one.scheduleId === booking.scheduleId)!;
      expect(+booking.createdAt).toBeGreaterThanOrEqual(+house.salesOpenAt);
      expect(+booking.decidedAt).toBeGreaterThan(+booking.createdAt);
      expect(+booking.decidedAt).toBeLessThan(Math.min(+now, +house.salesCloseAt));
      if (booking.refundedAt) expect(+booking.refundedAt).toBeLessThan(+now);
    }
  });

  it("gives every booking a number and ids of its own", () => {
    for (const key of ["number", "bookingId", "paymentId"] as const) {
      expect(new Set(bookings.map((booking) => booking[key])).size).toBe(bookings.length);
    }
    expect(bookings.every((booking) => /^RW-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(booking.number))).toBe(true);
  });
});

describe("keepLedger", () => {
  const ledger = keepLedger(bookings, now);

  it("explains every balance, which is never negative and about a million at the end", () => {
    for (const [fan] of DEMO_FANS.entries()) {
      let balance = 0;
      for (const entry of ledger.filter((one) => one.fan === fan)) {
        balance += entry.amount;
        expect(entry.balanceAfter).toBe(balance);
        expect(balance).toBeGreaterThanOrEqual(0);
      }
      expect(balance).toBeGreaterThanOrEqual(1_000_000);
      expect(balance).toBeLessThan(3_000_000);
    }
  });

  it("is in the order of time, for each fan without two entries at one moment, and ends before now", () => {
    expect(ledger.map((entry) => +entry.at)).toEqual(ledger.map((entry) => +entry.at).sort((a, b) => a - b));
    expect(+ledger.at(-1)!.at).toBeLessThan(+now);
    for (const [fan] of DEMO_FANS.entries()) {
      const times = ledger.filter((one) => one.fan === fan).map((one) => +one.at);
      expect(new Set(times).size).toBe(times.length);
    }
  });

  it("charges amounts that a card may be charged for points", () => {
    const charges = ledger.filter((entry) => entry.type === "charge").map((entry) => entry.amount);
    expect(charges.every((amount) => amount >= 1_000 && amount <= 1_000_000 && amount % 1_000 === 0)).toBe(true);
  });

  it("uses and gives back exactly what was booked", () => {
    for (const booking of bookings) {
      const moved = ledger.filter((one) => one.bookingId === booking.bookingId).map((one) => one.amount);
      const expected = { confirmed: [-booking.totalKrw], refunded: [-booking.totalKrw, booking.totalKrw], expired: [] };
      expect(moved).toEqual(expected[booking.outcome]);
    }
  });
});
