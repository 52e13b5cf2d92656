import { drawAreas } from "./draw-areas";
import { drawGrounds } from "./draw-grounds";
import type { PlanTiles } from "./draw-tiles";
import {
  coverOf,
  isGood,
  isUsable,
  type PlateRect,
  plateFrame,
  rectOfPlate,
  widened,
  type ZoomWay,
} from "./map-plates";
import type { MapCanvas, MapFrame, MapPainter } from "./map-scene";

/** What a picture shows: the sections in the shade of what is left, or their plain floor with the seats on it. */
export type PlateKind = "sections" | "seats";

type Plate = { frame: MapFrame; picture: ImageBitmap };
type Begun = { kind: PlateKind; frame: MapFrame; floor: ImageBitmap; isExact: boolean; framesLeft: number };

type Next = Pick<Begun, "kind" | "frame" | "isExact">;

/** Frames that a picture waits for seats that are still missing. */
const PATIENCE_FRAMES = 8;
/** New seats that took longer than this leave a frame no time for putting them together. */
const BUSY_MS = 1.5;
/** Around a map at rest, so that there is something to show when it begins to shrink. */
const EDGE_PX = 120;
/** A machine that draws a picture's floor and seats faster than this has time to stretch it smoothly. */
const FAST_MS = 5;

/** Pictures of the whole map without the words of its sections and rows, to be stretched while it is zoomed: each costs several frames, showing it next to nothing. */
export type Plates = {
  /** Draws a part of the next picture, where a better one is wanted. */
  improve: (painter: MapPainter, kind: PlateKind, way: ZoomWay) => void;
  /** Pictures a map at rest, from where the next zoom begins. @returns true once that is done. */
  settle: (painter: MapPainter, kind: PlateKind) => boolean;
  /** There is a picture of this that is worth showing. */
  has: (painter: MapPainter, kind: PlateKind) => boolean;
  /** Shows the pictures instead of the map's floor and seats: only sections at 0, only seats at 1. */
  put: (painter: MapPainter, shown: number) => void;
  /** What has been pictured looks different now. */
  spoil: () => void;
  /** Gives the memory of all pictures back. */
  close: () => void;
};

export function createPlates(tiles: () => PlanTiles): Plates {
  let canvas: OffscreenCanvas | null = null;
  const easel = () => {
    canvas ??= new OffscreenCanvas(1, 1);
    return canvas;
  };
  const kept = new Map<PlateKind, Plate>();
  const stale = new Set<PlateKind>();
  let begun: Begun | null = null;
  let costMs = 0;
  let isFast = false;

  function improve(painter: MapPainter, kind: PlateKind, way: ZoomWay): void {
    const known = kept.get(kind);
    if (begun?.isExact || (begun && begun.kind !== kind)) drop();
    if (!begun && known && !stale.has(kind) && isGood(known.frame, painter.frame, way)) return;
    const frame = begun?.frame ?? plateFrame(painter.frame, way);
    work(painter, { kind, isExact: false, frame }, isGood(frame, painter.frame, way));
  }

  function settle(painter: MapPainter, kind: PlateKind): boolean {
    const frame = widened(painter.frame, EDGE_PX);
    const known = kept.get(kind);
    if (known && !stale.has(kind) && isSame(known.frame, frame)) return true;
    if (begun && !(begun.isExact && begun.kind === kind && isSame(begun.frame, frame))) drop();
    work(painter, { kind, frame, isExact: true }, true);
    return false;
  }

  function work(painter: MapPainter, next: Next, isWorthMore: boolean): void {
    const startedAt = performance.now();
    if (begun) finish(painter, begun, isWorthMore);
    else begin(painter, next);
    costMs += performance.now() - startedAt;
  }

  function begin(painter: MapPainter, { kind, frame, isExact }: Next): void {
    costMs = 0;
    const own = stand(painter, frame);
    if (!own) return;
    drawAreas(own);
    drawGrounds(own, "general", 1);
    drawGrounds(own, "seated", kind === "sections" ? 1 : 0);
    const floor = easel().transferToImageBitmap();
    if (kind === "sections") keep(kind, { frame, picture: floor });
    else begun = { kind, frame, floor, isExact, framesLeft: PATIENCE_FRAMES };
  }

  function finish(painter: MapPainter, one: Begun, isWorthMore: boolean): void {
    const own = stand(painter, one.frame);
    if (!own) return;
    const preparedFrom = performance.now();
    const { covered } = tiles().prepare(own, one.isExact);
    one.framesLeft--;
    if (one.framesLeft > 0 && (covered < 1 || performance.now() - preparedFrom > BUSY_MS)) return;
    own.ctx.setTransform(1, 0, 0, 1, 0, 0);
    own.ctx.drawImage(one.floor, 0, 0);
    if (covered < 1) fillGaps(own);
    tiles().put(own, 1);
    keep(one.kind, { frame: one.frame, picture: easel().transferToImageBitmap() });
    isFast = costMs < FAST_MS;
    one.framesLeft = PATIENCE_FRAMES;
    if (covered === 1 || !isWorthMore) drop();
  }

  /** Seats that are missing still come from the picture before. */
  function fillGaps(own: MapPainter): void {
    const before = kept.get("seats");
    if (!before) return;
    const gaps = new Path2D();
    for (const { left, top, right, bottom } of tiles().gaps(own)) gaps.rect(left, top, right - left, bottom - top);
    own.ctx.save();
    own.ctx.clip(gaps);
    own.ctx.imageSmoothingEnabled = isFast;
    stretch(own.ctx, before, own.frame);
    own.ctx.restore();
  }

  /** The painter of a picture, before an easel that `transferToImageBitmap` has left empty. */
  function stand(painter: MapPainter, frame: MapFrame): MapPainter | null {
    const { viewport, devicePixelRatio } = frame;
    const own = easel();
    const width = Math.round(viewport.width * devicePixelRatio);
    const height = Math.round(viewport.height * devicePixelRatio);
    if (own.width !== width) own.width = width;
    if (own.height !== height) own.height = height;
    const ctx = own.getContext("2d");
    return ctx && { ...painter, ctx, frame };
  }

  function keep(kind: PlateKind, plate: Plate): void {
    kept.get(kind)?.picture.close();
    kept.set(kind, plate);
    stale.delete(kind);
  }

  function drop(): void {
    begun?.floor.close();
    begun = null;
  }

  function put(painter: MapPainter, shown: number): void {
    const { ctx, frame } = painter;
    const [seats, sections] = [kept.get("seats"), kept.get("sections")];
    const main = (shown < 0.5 ? sections : seats) ?? sections ?? seats;
    const rect = main && rectOfPlate(main.frame, frame);
    if (rect && coverOf(rect, frame) < 1) drawAround(painter, rect, shown);
    ctx.imageSmoothingEnabled = isFast;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (shown > 0 && seats) stretch(ctx, seats, frame);
    ctx.globalAlpha = shown > 0 ? 1 - shown : 1;
    if (shown < 1 && sections) stretch(ctx, sections, frame);
    ctx.globalAlpha = 1;
  }

  return {
    improve,
    settle,
    has: ({ frame }, kind) => {
      const known = kept.get(kind);
      return known !== undefined && isUsable(known.frame, frame);
    },
    put,
    spoil: () => {
      drop();
      for (const kind of kept.keys()) stale.add(kind);
    },
    close: () => {
      drop();
      for (const { picture } of kept.values()) picture.close();
      kept.clear();
    },
  };
}

function stretch(ctx: MapCanvas, { picture, frame: pictured }: Plate, frame: MapFrame): void {
  const { left, top, width, height } = rectOfPlate(pictured, frame);
  ctx.drawImage(picture, left, top, width, height);
}

/** What no picture covers yet is at least floor. */
function drawAround(painter: MapPainter, { left, top, width, height }: PlateRect, shown: number): void {
  const { ctx, frame } = painter;
  const { viewport, devicePixelRatio } = frame;
  const around = new Path2D();
  around.rect(0, 0, viewport.width * devicePixelRatio, viewport.height * devicePixelRatio);
  around.rect(left, top, width, height);
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clip(around, "evenodd");
  drawAreas(painter, "shapes");
  drawGrounds(painter, "general", 1);
  drawGrounds(painter, "seated", 1 - shown);
  ctx.restore();
}

const isSame = (one: MapFrame, other: MapFrame): boolean =>
  one.transform.k === other.transform.k &&
  one.transform.x === other.transform.x &&
  one.transform.y === other.transform.y &&
  one.viewport.width === other.viewport.width &&
  one.viewport.height === other.viewport.height;
