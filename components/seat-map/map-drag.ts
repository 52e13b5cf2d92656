import type { MapTransform } from "./map-transform";
import type { Point } from "./plan-box";

/** How long a hand may rest before it lets go and still throw; also how far back its speed is measured. */
const LOOK_BACK_MS = 90;
const NOWHERE: Point = { x: 0, y: 0 };

type Note = { x: number; y: number; k: number; atMs: number };

/** One drag of a map, as far as is needed to know how fast it was let go. */
export type Drag = {
  begin: () => void;
  note: (transform: MapTransform, atMs: number) => void;
  /** CSS pixels per millisecond; none after a pinch. */
  speedAt: (nowMs: number) => Point;
};

export function createDrag(): Drag {
  let notes: Note[] = [];
  return {
    begin: () => {
      notes = [];
    },
    note: ({ x, y, k }, atMs) => {
      notes = [...notes.filter((note) => atMs - note.atMs <= LOOK_BACK_MS), { x, y, k, atMs }];
    },
    speedAt: (nowMs) => {
      const recent = notes.filter((note) => nowMs - note.atMs <= LOOK_BACK_MS);
      const [first, last] = [recent[0], recent.at(-1)];
      if (!first || !last || last.atMs === first.atMs || first.k !== last.k) return NOWHERE;
      const passedMs = last.atMs - first.atMs;
      return { x: (last.x - first.x) / passedMs, y: (last.y - first.y) / passedMs };
    },
  };
}
