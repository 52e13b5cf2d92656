import type { GradeCode } from "@/lib/db/schema/catalog";

/** The colours and font of the map, as CSS writes them. */
export type MapPalette = {
  paper: string;
  surface: string;
  sunken: string;
  line: string;
  lineStrong: string;
  ink: string;
  inkMuted: string;
  ember: string;
  focus: string;
  seatSold: string;
  seatHeld: string;
  /** The ground of a section that is sold out. */
  soldGround: string;
  grade: Record<GradeCode, string>;
  font: string;
};

/** Reads the theme's tokens; `read` answers a custom property of the page, for example "--ink". */
export function paletteOf(read: (property: string) => string): MapPalette {
  const token = (name: string) => read(`--${name}`).trim();
  return {
    paper: token("paper"),
    surface: token("surface"),
    sunken: token("sunken"),
    line: token("line"),
    lineStrong: token("line-strong"),
    ink: token("ink"),
    inkMuted: token("ink-muted"),
    ember: token("ember"),
    focus: token("focus"),
    seatSold: token("seat-sold"),
    seatHeld: token("seat-held"),
    soldGround: token("sunken"),
    grade: { VIP: token("grade-vip"), R: token("grade-r"), S: token("grade-s"), A: token("grade-a") },
    font: `${token("font-sans") || "system-ui"}, sans-serif`,
  };
}
