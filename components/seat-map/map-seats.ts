import { hasOverview, isOverview } from "./draw-grounds";
import { drawMap } from "./draw-map";
import { drawSeats } from "./draw-seats";
import { forgetWidths } from "./draw-section-words";
import { createPlanTiles, type PlanTiles, type TileState } from "./draw-tiles";
import { type Hall, seatPoint } from "./hall";
import { createLooks } from "./map-looks";
import type { MapPalette } from "./map-palette";
import { type MapFrame, type MapPainter, type MapScene, pitchPxOf } from "./map-scene";
import { drawMiniature } from "./miniature";

/** Seats that change at once and are still looked up one by one. */
const SPOILT_SINGLY_MAX = 500;
/** Zooming that pauses for this long has come to rest. */
const REST_MS = 140;
/** Seats come into view over this long once most of them are drawn, and leave as slowly. */
const FADE_MS = 180;
const COVERED_ENOUGH = 0.9;
const FRAME_MS_MAX = 50;
/** A machine that needs this long for a frame, on average over some, shows moving pictures a little rougher. */
const HURRIED_MS = 21;
const AVERAGED_OVER = 8;

/** Draws a hall again and again and remembers what need not be drawn twice. */
export type MapSeats = {
  show: (scene: MapScene) => void;
  /** @returns true when nothing is missing on the canvas any more. */
  draw: (ctx: CanvasRenderingContext2D, frame: MapFrame, now: number) => boolean;
  /** Draws the whole hall small, as its sections. */
  drawMiniature: (ctx: CanvasRenderingContext2D, frame: MapFrame) => void;
  /** How far seats have taken the place of their sections in the last frame, 0 to 1. */
  seatsShown: () => number;
  /** Forgets every picture: another pixel density. */
  forget: () => void;
  setPalette: (palette: MapPalette) => void;
};

export function rememberSeats(hall: Hall, firstPalette: MapPalette): MapSeats {
  const looks = createLooks(hall);
  const isTiled = hasOverview(hall.seatCount);
  let scene: MapScene | null = null;
  let palette = firstPalette;
  let tiles: PlanTiles | null = null;
  let scale = { k: 0, since: 0 };
  let isSections = isTiled;
  let shown = isTiled ? 0 : 1;
  let pace = { frameMs: 0, at: 0 };

  function show(next: MapScene): void {
    if (next.lookOf !== scene?.lookOf) spoil(looks.update(next.lookOf));
    if (next.filter !== scene?.filter) spoilWhere(scene?.filter?.fits ?? null, next.filter?.fits ?? null);
    scene = next;
  }

  const spoil = (seats: readonly number[]) =>
    tiles?.spoil(
      seats.map((seat) => seatPoint(hall, seat)),
      hall.pitch,
    );

  /** Seats that begin or cease to stand out; once they are many, looking for their tiles costs more than drawing all anew. */
  function spoilWhere(before: Uint8Array | null, now: Uint8Array | null): void {
    const changed: number[] = [];
    for (let seat = 0; seat < hall.seatCount && changed.length <= SPOILT_SINGLY_MAX; seat++) {
      if ((before?.[seat] ?? 1) !== (now?.[seat] ?? 1)) changed.push(seat);
    }
    if (changed.length > SPOILT_SINGLY_MAX) tiles?.spoilAll();
    else spoil(changed);
  }

  function draw(ctx: CanvasRenderingContext2D, frame: MapFrame, now: number): boolean {
    if (!scene) return true;
    const painter = { ctx, scene, looks, frame, palette };
    if (!isTiled) {
      drawMap(painter);
      return true;
    }
    const passedMs = Math.min(FRAME_MS_MAX, now - pace.at);
    pace = { frameMs: pace.frameMs + (passedMs - pace.frameMs) / AVERAGED_OVER, at: now };
    if (scale.k !== frame.transform.k) scale = { k: frame.transform.k, since: now };
    const isResting = now - scale.since >= REST_MS;
    isSections = isOverview(hall.seatCount, pitchPxOf(painter), isSections);
    const own = isSections && shown === 0 ? null : prepared(painter, isResting && !isSections);
    shown = nextShown(shown, { isSections, isEnough: own !== null && own.state.covered >= COVERED_ENOUGH, passedMs });
    ctx.imageSmoothingEnabled = isResting || pace.frameMs < HURRIED_MS;
    drawMap(painter, { alpha: shown, put: (alpha) => own?.tiles.put(painter, alpha) });
    return isResting && (isSections ? shown === 0 : shown === 1 && own?.state.isWhole === true);
  }

  function prepared(painter: MapPainter, isResting: boolean): { tiles: PlanTiles; state: TileState } {
    const { width, height } = painter.frame.viewport;
    const pixels = width * height * painter.frame.devicePixelRatio ** 2;
    tiles ??= createPlanTiles(pixels, (tilePainter) => drawSeats(tilePainter, "others"));
    return { tiles, state: tiles.prepare(painter, isResting) };
  }

  return {
    show,
    draw,
    drawMiniature: (ctx, frame) => {
      if (scene) drawMiniature({ ctx, scene, looks, frame, palette });
    },
    seatsShown: () => shown,
    forget: () => {
      tiles?.close();
      tiles = null;
    },
    setPalette: (next) => {
      palette = next;
      forgetWidths();
      tiles?.spoilAll();
    },
  };
}

type Showing = { isSections: boolean; isEnough: boolean; passedMs: number };

/** Seats come no sooner than there is something to see. */
function nextShown(shown: number, { isSections, isEnough, passedMs }: Showing): number {
  if (isSections) return Math.max(0, shown - passedMs / FADE_MS);
  return isEnough ? Math.min(1, shown + passedMs / FADE_MS) : shown;
}
