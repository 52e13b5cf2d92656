import { describe, expect, it } from "vitest";
import { buildHall } from "./hall";
import { createLooks } from "./map-looks";
import type { SeatLook } from "./seat-looks";
import { gridMap } from "./test-hall";

// Row 1 is grade R, row 2 is S; A is seats 0–7, B is seats 8–15.
const hall = buildHall(gridMap({ rows: 2, seatsPerRow: 4, sections: ["A", "B"] }));
const all =
  (look: SeatLook, others: Record<number, SeatLook> = {}) =>
  (seat: number) =>
    others[seat] ?? look;

describe("createLooks", () => {
  it("names exactly the seats that changed", () => {
    const looks = createLooks(hall);
    expect(looks.update(all("free"))).toHaveLength(16);

    expect(looks.update(all("free", { 3: "sold", 9: "chosen" }))).toEqual([3, 9]);
    expect(looks.update(all("free", { 9: "chosen" }))).toEqual([3]);
    expect(looks.mine()).toEqual([9]);
  });

  it("keeps count of the free seats of each section", () => {
    const looks = createLooks(hall);
    looks.update(all("free"));
    looks.update(all("free", { 0: "sold", 1: "held", 12: "blocked" }));

    expect([looks.freeIn(0), looks.freeIn(1)]).toEqual([6, 7]);
  });

  it("counts nothing before anything is known", () => {
    const looks = createLooks(hall);
    looks.update(all("unknown", { 2: "chosen" }));

    expect(looks.freeIn(0)).toBeNull();
  });
});
