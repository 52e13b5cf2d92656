import { describe, expect, it } from "vitest";
import { toBestWire, toHoldWire } from "./hold-wire";

const expiresAt = new Date("2026-12-24T10:02:00.000Z");
const seat = {
  ticketId: 7,
  seatIndex: 3,
  section: "A",
  rowLabel: "1",
  seatNumber: "4",
  grade: "R",
  priceKrw: 99_000,
} as const;

describe("a hold in the public API", () => {
  it("names a seat by section, row and number, and a place of a standing area without a row", () => {
    const place = { ...seat, section: "스탠딩", rowLabel: "" };

    expect(toHoldWire({ holdToken: 1, seats: [seat, place], expiresAt })).toEqual({
      held_seats: [
        { section: "A", row: "1열", number: 4, grade: "R", price: 99_000, ticket_id: 7 },
        { section: "스탠딩", row: null, number: 4, grade: "R", price: 99_000, ticket_id: 7 },
      ],
      expires_at: "2026-12-24T10:02:00.000Z",
    });
  });

  it("tells the seats chosen now from those held before", () => {
    const before = { ...seat, ticketId: 8, seatIndex: 9 };
    const wire = toBestWire({ holdToken: 1, seats: [seat, before], expiresAt, seatIndexes: [3], isSplit: false });

    expect(wire.chosen_seats.map((chosen) => chosen.ticket_id)).toEqual([7]);
    expect(wire.held_seats).toHaveLength(2);
    expect(wire.is_split).toBe(false);
  });
});
