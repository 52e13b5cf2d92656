import { expect, it } from "vitest";
import { gradeCategories } from "./grade-categories";

it("sells categories as VIP, R, S and A in the plan's order", () => {
  expect(gradeCategories(["Gold", "Silver", "Bronze"])).toEqual({
    gradeOfCategory: { Gold: "VIP", Silver: "R", Bronze: "S" },
    notes: [],
  });
});

it("sells a fifth category and those after it as A, and says so", () => {
  const { gradeOfCategory, notes } = gradeCategories(["1", "2", "3", "4", "5", "6"]);

  expect(gradeOfCategory).toEqual({ 1: "VIP", 2: "R", 3: "S", 4: "A", 5: "A", 6: "A" });
  expect(notes).toEqual(['There are 4 grades; "5", "6" became A as well.']);
});
