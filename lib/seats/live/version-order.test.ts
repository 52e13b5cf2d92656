import { expect, it } from "vitest";
import { compareVersions } from "./version-order";

it.each([
  ["e.9", "e.10", -1],
  ["e.10", "e.9", 1],
  ["e.9", "e.9", 0],
  ["a hash", "a hash", 0],
  ["e.9", "f.10", null],
  ["a hash", "another", null],
  ["e.f.1", "e.f.2", -1],
])("knows which of %s and %s is newer, or that it cannot", (a, b, order) => {
  expect(compareVersions(a, b)).toBe(order);
});
