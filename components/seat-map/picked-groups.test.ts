import { describe, expect, it } from "vitest";
import { buildHall } from "./hall";
import { groupByRow, groupPlaces } from "./picked-groups";
import { gridMap } from "./test-hall";

/** Two rows of four seats; the second is a standing area. */
const map = gridMap({ rows: 2, seatsPerRow: 4 });
for (const place of [4, 5, 6, 7]) map.seats.flags[place] = 8;
const hall = buildHall(map);

describe("groups of picked seats", () => {
  it("puts the seats of a row together, in the order in which the rows come up", () => {
    expect(groupByRow(hall, [6, 1, 4, 0])).toEqual([
      [6, 4],
      [1, 0],
    ]);
  });

  it("shows each seat by itself and the places of a standing area as one", () => {
    expect(groupPlaces(hall, [1, 4, 2, 5])).toEqual([[1], [2], [4, 5]]);
  });
});
