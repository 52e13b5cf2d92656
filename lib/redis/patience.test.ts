import { expect, it, vi } from "vitest";
import { PatienceEnded, withPatience } from "./patience";

const PATIENCE_MS = 100;

function standStill(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it("hands on the answer, and the failure", async () => {
  expect(await withPatience(Promise.resolve(7), PATIENCE_MS)).toBe(7);
  await expect(withPatience(Promise.reject(new Error("no")), PATIENCE_MS)).rejects.toThrow("no");
});

it("gives up when nobody answers", async () => {
  await expect(withPatience(new Promise(() => {}), PATIENCE_MS)).rejects.toBeInstanceOf(PatienceEnded);
});

/**
 * An answer that arrives while this process stands still. Begun right after an immediate, so that the
 * next round of the event loop looks at its timers before it comes to this one.
 */
async function anAnswerMeanwhile(): Promise<{ answer: Promise<string> }> {
  await new Promise((resolve) => setImmediate(resolve));
  return { answer: new Promise((resolve) => void setImmediate(resolve, "the answer")) };
}

it("does not blame the other side for the time this process stood still", async () => {
  const { answer } = await anAnswerMeanwhile();
  const heard = withPatience(answer, PATIENCE_MS);
  standStill(PATIENCE_MS * 3);

  expect(await heard).toBe("the answer");
});

// Negative control: a timer alone comes due before the answer that has long arrived is read.
it("would blame it if it looked at the timer alone", async () => {
  const { answer } = await anAnswerMeanwhile();
  const timer = new Promise<string>((resolve) => void setTimeout(resolve, PATIENCE_MS, "given up"));
  const first = Promise.race([answer, timer]);
  standStill(PATIENCE_MS * 3);

  expect(await first).toBe("given up");
});

it("gives up all the same when the other side is silent after a standstill", async () => {
  vi.useFakeTimers();
  try {
    const answer = withPatience(new Promise(() => {}), PATIENCE_MS).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS * 2);
    expect(await answer).toBeInstanceOf(PatienceEnded);
  } finally {
    vi.useRealTimers();
  }
});
