import { drawMap } from "./draw-map";
import { drawSections } from "./draw-overview";
import { drawSeats } from "./draw-seats";
import { createPlanTiles, type PlanTiles } from "./draw-tiles";
import { type Hall, seatPoint } from "./hall";
import { createLooks } from "./map-looks";
import type { MapPalette } from "./map-palette";
import type { MapFrame, MapScene } from "./map-scene";

/** Up to here drawing every seat anew costs less than keeping pictures of them. */
const DRAWN_SINGLY_MAX = 2_000;
/** Seats that change at once and are still looked up one by one. */
const SPOILT_SINGLY_MAX = 500;
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
  let layers: { seats: PlanTiles; sections: PlanTiles } | null = null;
  let scale = { k: 0, since: 0 };

  function show(next: MapScene): void {
    if (next.lookOf !== scene?.lookOf) {
      const points = looks.update(next.lookOf).map((seat) => seatPoint(hall, seat));
      layers?.seats.spoil(points, hall.pitch);
      layers?.sections.spoil(points, hall.pitch);
    }
    if (next.filter !== scene?.filter) spoilWhere(scene?.filter?.fits ?? null, next.filter?.fits ?? null);
    scene = next;
  }

  /** Seats that begin or cease to stand out; once they are many, looking for their tiles costs more than drawing all anew. */
  function spoilWhere(before: Uint8Array | null, now: Uint8Array | null): void {
    const changed: number[] = [];
    for (let seat = 0; seat < hall.seatCount && changed.length <= SPOILT_SINGLY_MAX; seat++) {
      if ((before?.[seat] ?? 1) !== (now?.[seat] ?? 1)) changed.push(seat);
    }
    if (changed.length > SPOILT_SINGLY_MAX) {
      spoilAll();
      return;
    }
    const points = changed.map((seat) => seatPoint(hall, seat));
    layers?.seats.spoil(points, hall.pitch);
    layers?.sections.spoil(points, hall.pitch);
  }

  function spoilAll(): void {
    layers?.seats.spoilAll();
    layers?.sections.spoilAll();
  }

  function draw(ctx: CanvasRenderingContext2D, frame: MapFrame, now: number): boolean {
    if (!scene) return true;
    const painter = { ctx, scene, looks, frame, palette };
    if (hall.seatCount <= DRAWN_SINGLY_MAX) return drawMap(painter);
    if (scale.k !== frame.transform.k) scale = { k: frame.transform.k, since: now };
    const isResting = now - scale.since >= REST_MS;
    layers ??= openLayers(ctx.canvas.width * ctx.canvas.height);
    return drawMap(painter, { ...layers, isResting }) && isResting;
  }

  return {
    show,
    draw,
    forget: () => {
      layers = null;
    },
    setPalette: (next) => {
      palette = next;
      spoilAll();
    },
  };
}

const openLayers = (screenPixels: number) => ({
  seats: createPlanTiles(screenPixels, (painter) => drawSeats(painter, "others")),
  sections: createPlanTiles(screenPixels, (painter) => drawSections(painter, "seated", 1)),
});
