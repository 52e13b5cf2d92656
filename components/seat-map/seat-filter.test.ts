import { describe, expect, it } from "vitest";
import { buildHall } from "./hall";
import { filterSeats, kindOf, NO_FILTER, type SeatFilter } from "./seat-filter";
import { gridMap } from "./test-hall";

const ROWS = { rows: 2, seatsPerRow: 6 };

/** Two sections of two rows of six; the first row of each is R at 99,000 won, the second S at 66,000. */
function underFilter(filter: Partial<SeatFilter>, statuses = "0".repeat(24), mine: number[] = []) {
  const hall = buildHall(gridMap({ ...ROWS, sections: ["A", "B"] }));
  const kind = kindOf(hall, { ...NO_FILTER, ...filter });
  return filterSeats(hall, { statuses, kind, together: filter.together ?? 1, mine });
}
const standing = ({ fits }: { fits: Uint8Array | null }) =>
  [...(fits ?? [])].flatMap((fit, seat) => (fit ? [seat] : []));

describe("filterSeats", () => {
  it("lets every seat stand out while nothing is looked for", () => {
    const { fits, left, leftIn } = underFilter({});

    expect([fits, left, leftIn(0)]).toEqual([null, 24, 12]);
  });

  it("brings one grade forward and counts what is left of it, section by section", () => {
    const { left, leftIn, sizeOf, fits } = underFilter({ grade: "R" }, `21${"0".repeat(22)}`);

    expect([left, leftIn(0), leftIn(1), sizeOf(0)]).toEqual([10, 4, 6, 6]);
    expect(fits?.[6]).toBe(0);
  });

  it("takes prices with their bounds", () => {
    expect(underFilter({ priceKrw: { min: 66_000, max: 66_000 } }).left).toBe(12);
    expect(underFilter({ priceKrw: { min: 66_001, max: 98_999 } }).left).toBe(0);
    expect(underFilter({ priceKrw: { min: 66_000, max: 99_000 } }).fits).toBeNull();
  });

  it("keeps only free seats with enough free ones beside them in the row", () => {
    // Row 1 of A: free, free, sold, free, free, free. Row 2: all sold but the last; its neighbour by number is in B.
    const statuses = `002000${"222220"}${"0".repeat(12)}`;

    expect(standing(underFilter({ together: 2 }, statuses)).slice(0, 6)).toEqual([0, 1, 3, 4, 5, 12]);
    expect(standing(underFilter({ together: 3 }, statuses)).slice(0, 4)).toEqual([3, 4, 5, 12]);
    expect(standing(underFilter({ together: 7 }, statuses))).toEqual([]);
  });

  it("counts a seat that I hold as one of those together", () => {
    const statuses = `012222${"2".repeat(18)}`;

    expect(standing(underFilter({ together: 2 }, statuses))).toEqual([]);
    expect(standing(underFilter({ together: 2 }, statuses, [1]))).toEqual([0, 1]);
  });

  it("does not seat a party across an aisle, nor across the border of the kind looked for", () => {
    const map = gridMap(ROWS);
    map.seats.x = map.seats.x.map((x, seat) => (seat % 6 >= 3 ? x + 60 : x));
    map.seats.grade[1] = "S";
    const hall = buildHall(map);
    const together = (filter: Partial<SeatFilter>, party: number) =>
      standing(
        filterSeats(hall, {
          statuses: "0".repeat(12),
          kind: kindOf(hall, { ...NO_FILTER, ...filter }),
          ...{ together: party, mine: [] },
        }),
      );

    expect(together({}, 4)).toEqual([]);
    expect(together({}, 3)).toHaveLength(12);
    expect(together({ grade: "R" }, 2)).toEqual([3, 4, 5]);
  });

  it("looks for wheelchair spaces and the seats beside them", () => {
    const map = gridMap(ROWS);
    map.seats.flags[4] = 1;
    map.seats.flags[5] = 4;
    const hall = buildHall(map);
    const kind = kindOf(hall, { ...NO_FILTER, isAccessible: true });

    expect(standing(filterSeats(hall, { statuses: "0".repeat(12), kind, together: 1, mine: [] }))).toEqual([4, 5]);
  });

  it("leaves the places of a standing area in, because nobody sits there", () => {
    const map = gridMap(ROWS);
    for (const seat of [6, 7, 8, 9, 10, 11]) {
      map.seats.flags[seat] = 8;
      map.seats.rowLabel[seat] = "";
    }
    const hall = buildHall(map);
    const statuses = `022222${"020202"}`;
    const filtered = filterSeats(hall, { statuses, kind: kindOf(hall, NO_FILTER), together: 4, mine: [] });

    expect(standing(filtered)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(filtered.left).toBe(3);
  });

  it("counts nothing before anything is known", () => {
    const hall = buildHall(gridMap(ROWS));
    const filtered = filterSeats(hall, { statuses: null, kind: kindOf(hall, NO_FILTER), together: 2, mine: [] });

    expect([filtered.left, filtered.leftIn(0)]).toEqual([null, null]);
  });
});
