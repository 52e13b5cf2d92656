import { drawMap } from "./draw-map";
import { createSeatTiles, type SeatTiles } from "./draw-tiles";
import { type Hall, seatPoint } from "./hall";
import { createLooks } from "./map-looks";
import type { MapPalette } from "./map-palette";
import type { MapFrame, MapScene } from "./map-scene";

/** Up to here drawing every seat anew costs less than keeping pictures of them. */
const DRAWN_SINGLY_MAX = 2_000;
/** Zooming that pauses for this long has come to rest. */
const REST_MS = 90;

/** Draws a hall again and again and remembers what need not be drawn twice. */
export type MapSeats = {
  show: (scene: MapScene) => void;
  /** @returns true when nothing is missing on the canvas any more. */
  draw: (ctx: CanvasRenderingContext2D, frame: MapFrame, now: number) => boolean;
  /** Forgets every picture: another size, density, theme or font. */
  forget: () => void;
  setPalette: (palette: MapPalette) => void;
};

export function rememberSeats(hall: Hall, firstPalette: MapPalette): MapSeats {
  const looks = createLooks(hall);
  let scene: MapScene | null = null;
  let palette = firstPalette;
  let tiles: SeatTiles | null = null;
  let scale = { k: 0, since: 0 };

  function show(next: MapScene): void {
    if (next.lookOf !== scene?.lookOf) {
      const points = looks.update(next.lookOf).map((seat) => seatPoint(hall, seat));
      tiles?.spoil(points, hall.pitch);
    }
    if (next.onlyGrade !== scene?.onlyGrade) tiles?.spoilAll();
    scene = next;
  }

  function draw(ctx: CanvasRenderingContext2D, frame: MapFrame, now: number): boolean {
    if (!scene) return true;
    const painter = { ctx, scene, looks, frame, palette };
    if (hall.seatCount <= DRAWN_SINGLY_MAX) return drawMap(painter);
    if (scale.k !== frame.transform.k) scale = { k: frame.transform.k, since: now };
    const isResting = now - scale.since >= REST_MS;
    tiles ??= createSeatTiles(ctx.canvas.width * ctx.canvas.height);
    return drawMap(painter, { tiles, isResting }) && isResting;
  }

  return {
    show,
    draw,
    forget: () => {
      tiles = null;
    },
    setPalette: (next) => {
      palette = next;
      tiles?.spoilAll();
    },
  };
}
