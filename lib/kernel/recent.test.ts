import { afterEach, expect, it, vi } from "vitest";
import { Recent } from "./recent";

afterEach(() => void vi.useRealTimers());

it("forgets a thing when its time is up", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const recent = new Recent<number>({ max: 10, keptForMs: 1_000 });
  recent.set("long", 1);
  recent.set("short", 2, 500);

  vi.advanceTimersByTime(500);
  expect([recent.get("long"), recent.get("short")]).toEqual([1, undefined]);
  vi.advanceTimersByTime(500);
  expect(recent.get("long")).toBeUndefined();
});

it("keeps no more than it may, and lets go of the oldest", () => {
  const recent = new Recent<number>({ max: 2, keptForMs: 60_000 });
  recent.set("a", 1);
  recent.set("b", 2);
  recent.set("a", 3);
  recent.set("c", 4);

  expect(["a", "b", "c"].map((key) => recent.get(key))).toEqual([3, undefined, 4]);
});

it("forgets at once what it is told to", () => {
  const recent = new Recent<number>({ max: 2, keptForMs: 60_000 });
  recent.set("a", 1);
  recent.delete("a");

  expect(recent.get("a")).toBeUndefined();
});
