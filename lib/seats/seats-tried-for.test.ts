import { describe, expect, it } from "vitest";
import { SeatsTriedFor } from "./seats-tried-for";

/** Work that lasts until it is told to end. */
function someWork() {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => over, end };
}

describe("SeatsTriedFor", () => {
  it("knows a seat for as long as anybody tries for it, in its own schedule", async () => {
    const tried = new SeatsTriedFor();
    const [first, second] = [someWork(), someWork()];
    const one = tried.during("a", [1, 2], first.work);
    const other = tried.during("a", [2, 3], second.work);

    expect([1, 2, 3, 4].map((seat) => tried.has("a", seat))).toEqual([true, true, true, false]);
    expect(tried.has("b", 1)).toBe(false);
    first.end();
    await one;
    expect([1, 2, 3].map((seat) => tried.has("a", seat))).toEqual([false, true, true]);
    second.end();
    await other;
    expect([1, 2, 3].map((seat) => tried.has("a", seat))).toEqual([false, false, false]);
  });

  it("lets go of seats when the attempt fails", async () => {
    const tried = new SeatsTriedFor();

    await expect(tried.during("a", [1], () => Promise.reject(new Error("no")))).rejects.toThrow("no");

    expect(tried.has("a", 1)).toBe(false);
  });
});
