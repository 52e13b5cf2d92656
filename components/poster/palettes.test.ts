import { describe, expect, it } from "vitest";
import { PALETTES } from "./palettes";

const AA = 4.5;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("PALETTES", () => {
  it.each(PALETTES.map((palette) => [palette.ground, palette] as const))("reads on %s", (_, palette) => {
    expect(contrast(palette.text, palette.ground)).toBeGreaterThan(AA);
    expect(contrast(palette.text, palette.deep)).toBeGreaterThan(AA);
  });

  it.each(PALETTES.map((palette) => [palette.dark, palette] as const))(
    "reads on %s when the page is dark",
    (_, palette) => {
      const ink = palette.dark === palette.ground ? palette.text : palette.ground;

      expect(contrast(ink, palette.dark)).toBeGreaterThan(AA);
    },
  );
});
