import type { Palette } from "../palettes";
import type { Random } from "../random";

export const WIDTH = 600;
export const HEIGHT = 800;

/** What every composition is given. It fills the canvas and keeps its subject around `cy`. */
export type ArtProps = {
  random: Random;
  palette: Palette;
  /** Prefix for ids, unique on the page. */
  id: string;
  /** Height of the subject: the title stands at the other end. */
  cy: number;
};

/** Counts 0 … count - 1. */
export const steps = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A coordinate short enough for markup; the same on server and browser. */
export const at = (value: number): number => Math.round(value * 10) / 10;
