import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packStatuses, unpackStatuses } from "./seat-bits";

const statuses = (minLength = 0, maxLength = 400) =>
  fc.string({ unit: fc.constantFrom("0", "1", "2", "3"), minLength, maxLength });

describe("packStatuses", () => {
  it("loses nothing, whatever the number of seats", () => {
    fc.assert(
      fc.property(statuses(), (seats) => {
        expect(unpackStatuses(packStatuses(seats), seats.length)).toBe(seats);
      }),
    );
  });

  it("is the base64 of two bits a seat, the first seat highest", () => {
    fc.assert(
      fc.property(statuses(), (seats) => {
        const bytes = Buffer.alloc(Math.ceil(seats.length / 4));
        [...seats].forEach((code, seat) => {
          bytes[seat >> 2] = (bytes[seat >> 2] ?? 0) | (Number(code) << (6 - 2 * (seat & 3)));
        });
        expect(packStatuses(seats)).toBe(bytes.toString("base64"));
      }),
    );
  });

  it("changes one character in three seats", () => {
    fc.assert(
      fc.property(statuses(1), fc.nat(), fc.constantFrom("0", "1", "2", "3"), (seats, anywhere, code) => {
        const seat = anywhere % seats.length;
        const [before, after] = [seats, seats.slice(0, seat) + code + seats.slice(seat + 1)].map(packStatuses);
        const changed = [...(after ?? "")].flatMap((character, at) => (character === before?.[at] ? [] : [at]));
        expect(changed.every((at) => at === Math.floor(seat / 3))).toBe(true);
      }),
    );
  });

  it("holds 50,000 seats in 12,500 bytes", () => {
    expect(Buffer.from(packStatuses("1".repeat(50_000)), "base64")).toHaveLength(12_500);
  });
});

describe("unpackStatuses", () => {
  it("refuses what is too short or is not base64", () => {
    expect(() => unpackStatuses("AAAA", 13)).toThrow(RangeError);
    expect(() => unpackStatuses("A-A=", 9)).toThrow(RangeError);
  });
});
