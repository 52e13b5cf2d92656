import { hasOverview, isOverview } from "./draw-grounds";
import { drawMap, drawPicturedMap } from "./draw-map";
import { createPlates, type PlateKind } from "./draw-plates";
import { drawSeats } from "./draw-seats";
import { forgetWidths } from "./draw-section-words";
import { createPlanTiles, type PlanTiles, type TileState } from "./draw-tiles";
import { type Hall, seatPoint } from "./hall";
import { createLooks } from "./map-looks";
import type { MapPalette } from "./map-palette";
import type { ZoomWay } from "./map-plates";
import { type MapFrame, type MapPainter, type MapScene, pitchPxOf } from "./map-scene";
import { drawMiniature } from "./miniature";

/** Seats that change at once and are still looked up one by one. */
const SPOILT_SINGLY_MAX = 500;
/** A map that has not changed for this long has come to rest. */
const REST_MS = 100;
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
  /**
   * Draws a frame; `isAsked` unless it only goes on with what the last one left undone.
   * @returns true when nothing is left to do.
   */
  draw: (ctx: CanvasRenderingContext2D, frame: MapFrame, time: { now: number; isAsked: boolean }) => boolean;
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
  let pixels = 0;
  const plates = createPlates(readyTiles);
  let motion: Motion = { k: 0, at: 0, way: 0 };
  let isSections = isTiled;
  let shown = isTiled ? 0 : 1;
  let pace = { frameMs: 0, at: 0 };
  /** From the first step of a zoom until everything on screen is drawn at its new size. */
  let isStretched = false;
  let isDrawn = false;
  let drawnAt = 0;

  function show(next: MapScene): void {
    if (next.lookOf !== scene?.lookOf) spoil(looks.update(next.lookOf));
    if (next.filter !== scene?.filter) {
      spoilWhere(scene?.filter?.fits ?? null, next.filter?.fits ?? null);
      plates.spoil();
    }
    scene = next;
  }

  function spoil(seats: readonly number[]): void {
    if (seats.length > 0) plates.spoil();
    tiles?.spoil(
      seats.map((seat) => seatPoint(hall, seat)),
      hall.pitch,
    );
  }

  /** Seats that begin or cease to stand out; once they are many, looking for their tiles costs more than drawing all anew. */
  function spoilWhere(before: Uint8Array | null, now: Uint8Array | null): void {
    const changed: number[] = [];
    for (let seat = 0; seat < hall.seatCount && changed.length <= SPOILT_SINGLY_MAX; seat++) {
      if ((before?.[seat] ?? 1) !== (now?.[seat] ?? 1)) changed.push(seat);
    }
    if (changed.length > SPOILT_SINGLY_MAX) tiles?.spoilAll();
    else spoil(changed);
  }

  function draw(ctx: CanvasRenderingContext2D, frame: MapFrame, { now, isAsked }: { now: number; isAsked: boolean }) {
    if (!scene) return true;
    const painter = { ctx, scene, looks, frame, palette };
    if (!isTiled) {
      drawMap(painter);
      return true;
    }
    if (isDrawn && !isAsked) return now - drawnAt >= REST_MS && plates.settle(painter, kindShown());
    const passedMs = Math.min(FRAME_MS_MAX, now - pace.at);
    pace = { frameMs: pace.frameMs + (passedMs - pace.frameMs) / AVERAGED_OVER, at: now };
    motion = moved(motion, frame, now);
    pixels = frame.viewport.width * frame.viewport.height * frame.devicePixelRatio ** 2;
    isSections = isOverview(hall.seatCount, pitchPxOf(painter), isSections);
    const isZooming = now - motion.at < REST_MS;
    isStretched ||= isZooming;
    drawnAt = now;
    isDrawn = false;
    if (isStretched && drawStretched(painter, { isZooming, passedMs })) return false;
    const state = drawSharp(painter, { isZooming, passedMs });
    if (!isZooming && state.isSharp) isStretched = false;
    isDrawn = !isZooming && state.isWhole;
    return false;
  }

  const kindShown = (): PlateKind => (isSections ? "sections" : "seats");

  /** Draws pictures of the map, larger or smaller than life. @returns false when there are none, or there is no more need of them. */
  function drawStretched(painter: MapPainter, { isZooming, passedMs }: Step): boolean {
    if (isZooming || !plates.has(painter, kindShown())) plates.improve(painter, kindShown(), motion.way);
    const isFading = shown > 0 && shown < 1;
    if (!isZooming && !isFading && shown === (isSections ? 0 : 1)) {
      if (isSections || readyTiles().prepare(painter, true).isSharp) return false;
    }
    const isThere = plates.has(painter, kindShown());
    const other = isSections ? "seats" : "sections";
    const isOtherNeeded = shown !== (isSections ? 0 : 1);
    if (isOtherNeeded ? !plates.has(painter, other) : !isThere) return false;
    shown = nextShown(shown, { isSections, isEnough: isThere, passedMs });
    drawPicturedMap(painter, { alpha: shown, put: (alpha) => plates.put(painter, alpha) });
    return true;
  }

  /** Draws the map itself, as far as a frame has time for it. */
  function drawSharp(painter: MapPainter, { isZooming, passedMs }: Step): Pick<TileState, "isSharp" | "isWhole"> {
    const state = isSections && shown === 0 ? null : readyTiles().prepare(painter, !isZooming && !isSections);
    const isEnough = isSections || (state !== null && state.covered >= COVERED_ENOUGH);
    shown = nextShown(shown, { isSections, isEnough, passedMs });
    painter.ctx.imageSmoothingEnabled = !isZooming || pace.frameMs < HURRIED_MS;
    drawMap(painter, { alpha: shown, put: (alpha) => tiles?.put(painter, alpha) });
    const isDone = shown === (isSections ? 0 : 1);
    return {
      isSharp: isDone && (isSections || state?.isSharp === true),
      isWhole: isDone && (isSections || state?.isWhole === true),
    };
  }

  function readyTiles(): PlanTiles {
    tiles ??= createPlanTiles(pixels, (tilePainter) => drawSeats(tilePainter, "others"));
    return tiles;
  }

  return {
    show,
    draw,
    drawMiniature: (ctx, frame) => {
      if (scene) drawMiniature({ ctx, scene, looks, frame, palette });
    },
    seatsShown: () => shown,
    forget: () => {
      plates.close();
      tiles?.close();
      tiles = null;
    },
    setPalette: (next) => {
      palette = next;
      forgetWidths();
      plates.spoil();
      tiles?.spoilAll();
    },
  };
}

/** The last step of a zoom. */
type Motion = { k: number; at: number; way: ZoomWay };

function moved(before: Motion, { transform: { k } }: MapFrame, now: number): Motion {
  return k === before.k ? before : { k, at: now, way: k > before.k ? 1 : -1 };
}

type Step = { isZooming: boolean; passedMs: number };
type Showing = { isSections: boolean; isEnough: boolean; passedMs: number };

/** What comes into view comes no sooner than there is something to see. */
function nextShown(shown: number, { isSections, isEnough, passedMs }: Showing): number {
  if (!isEnough) return shown;
  const step = passedMs / FADE_MS;
  return isSections ? Math.max(0, shown - step) : Math.min(1, shown + step);
}
