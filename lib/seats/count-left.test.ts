import { expect, it } from "vitest";
import { countLeft } from "./count-left";

it("counts what anybody may take, over all and by grade", () => {
  const counts = countLeft("0123000", [
    ["VIP", 2],
    ["R", 3],
    ["VIP", 2],
  ]);

  expect(counts).toEqual({ total: 7, available: 4, byGrade: { VIP: 3, R: 1, S: 0, A: 0 } });
});

it("counts nothing where there is nothing", () => {
  expect(countLeft("", [])).toEqual({ total: 0, available: 0, byGrade: { VIP: 0, R: 0, S: 0, A: 0 } });
});
