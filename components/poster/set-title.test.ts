import { describe, expect, it } from "vitest";
import { setTitle } from "./set-title";

const WIDTH_PX = 520;

describe("setTitle", () => {
  it("sets a short title as large as it gets, on one line", () => {
    expect(setTitle("햄릿", WIDTH_PX)).toEqual({ lines: ["햄릿"], sizePx: 128 });
  });

  it("breaks between words and loses none of them", () => {
    const { lines } = setTitle("The Lighthouse Keeper’s Song", WIDTH_PX);

    expect(lines.join(" ")).toBe("The Lighthouse Keeper’s Song");
    expect(lines.length).toBeGreaterThan(1);
  });

  it("sets a longer title smaller", () => {
    const short = setTitle("밤의 주파수", WIDTH_PX).sizePx;
    const long = setTitle("아무도 기억하지 못하는 어느 여름밤의 아주 긴 이야기", WIDTH_PX).sizePx;

    expect(long).toBeLessThan(short);
  });

  it("breaks a word that no size can hold, and keeps its every letter", () => {
    const word = "가".repeat(40);
    const { lines } = setTitle(word, WIDTH_PX);

    expect(lines.every((line) => line.length < 40)).toBe(true);
    expect(lines.join("")).toBe(word);
  });

  it("sets nothing for an empty title", () => {
    expect(setTitle("  ", WIDTH_PX).lines).toEqual([]);
  });
});
