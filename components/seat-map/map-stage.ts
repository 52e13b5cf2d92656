import { hasOverview } from "./draw-grounds";
import { type Hall, seatAt, seatPoint } from "./hall";
import { bindGestures, type MapGestures } from "./map-gestures";
import { sectionAt } from "./map-outlines";
import { paletteOf } from "./map-palette";
import type { MapFrame, MapScene } from "./map-scene";
import { rememberSeats } from "./map-seats";
import { canPickSeat, centreOn, closeUp, type PointerKind, toPlan } from "./map-transform";
import { keepMiniature } from "./miniature";
import { joinBoxes, type Point } from "./plan-box";

/** A canvas that shows a hall: draws when something has changed, and only then. */
export type MapStage = Omit<MapGestures, "resized" | "close"> & {
  show: (scene: MapScene) => void;
  frame: () => MapFrame;
  /** The seat at a place of the window, or `null`; seats too small for this pointer are not offered. */
  seatAtClient: (clientX: number, clientY: number, pointer: PointerKind) => number | null;
  /** The section at a place of the window where sections are shown instead of seats, or one sold by number of people. */
  sectionAtClient: (clientX: number, clientY: number) => number | null;
  /** Sections are shown instead of seats. */
  isOverview: () => boolean;
  /** Keeps a small picture of the whole hall on another canvas; `null` ends that. */
  setMiniature: (canvas: HTMLCanvasElement | null) => void;
  /** Brings a place of the plan into the middle. */
  glideToPoint: (point: Point) => void;
  jumpToPoint: (point: Point) => void;
  /** Glides until a section fills the map. */
  showSection: (section: number) => void;
  /** Glides until these seats are in the middle of the upper `seenPx` CSS pixels of the map; something lies over the rest. */
  showSeats: (seats: readonly number[], seenPx: number) => void;
  /** A place of the window in plan units. */
  planPoint: (clientX: number, clientY: number) => Point;
  close: () => void;
};

/** More pixels than these cost frames and show nothing more of a seat. */
const DENSITY_MAX = 2;

/** Takes the canvas over until `close`. `onDrawn` is told after each frame. */
export function openMapStage(canvas: HTMLCanvasElement, hall: Hall, onDrawn: (frame: MapFrame) => void): MapStage {
  const frame: MapFrame = { transform: { k: 1, x: 0, y: 0 }, viewport: { width: 1, height: 1 }, devicePixelRatio: 1 };
  let scene: MapScene | null = null;
  const seats = rememberSeats(hall, readPalette());
  const miniature = keepMiniature(hall, seats);
  let request = 0;
  let isAsked = false;

  function draw(now: number) {
    request = 0;
    const ctx = canvas.getContext("2d");
    if (!scene || !ctx) return;
    const isWhole = seats.draw(ctx, frame, { now, isAsked });
    isAsked = false;
    miniature.refresh(frame);
    Object.assign(canvas.dataset, frame.transform);
    onDrawn(frame);
    if (!isWhole) goOn();
  }
  const goOn = () => {
    request ||= requestAnimationFrame(draw);
  };
  const redraw = () => {
    isAsked = true;
    goOn();
  };
  const drawNow = () => {
    isAsked = true;
    cancelAnimationFrame(request);
    draw(performance.now());
  };
  const isOverview = () => hasOverview(hall.seatCount) && seats.seatsShown() < 0.5;
  const centred = (point: Point) => centreOn(point, frame.transform.k, frame.viewport);
  const planPoint = (clientX: number, clientY: number) => {
    const { left, top } = canvas.getBoundingClientRect();
    return toPlan(frame.transform, { x: clientX - left, y: clientY - top });
  };
  const seatAtClient = (clientX: number, clientY: number, pointer: PointerKind) => {
    if (!scene || !canPickSeat(hall.pitch * frame.transform.k, pointer)) return null;
    const { lookOf } = scene;
    return seatAt(hall, planPoint(clientX, clientY), (seat) => lookOf(seat) !== "blocked");
  };
  const gestures = bindGestures(canvas, {
    hall,
    viewport: () => frame.viewport,
    onChange: (transform) => {
      frame.transform = transform;
      redraw();
    },
    isSeatAt: (clientX, clientY) => seatAtClient(clientX, clientY, "touch") !== null,
  });
  const stopWatching = watchSurroundings(canvas, {
    onSize: () => {
      const density = Math.min(DENSITY_MAX, window.devicePixelRatio || 1);
      if (density !== frame.devicePixelRatio) seats.forget();
      frame.devicePixelRatio = density;
      frame.viewport = { width: canvas.clientWidth, height: canvas.clientHeight };
      const width = Math.round(frame.viewport.width * frame.devicePixelRatio);
      const height = Math.round(frame.viewport.height * frame.devicePixelRatio);
      const isAnother = canvas.width !== width || canvas.height !== height;
      if (isAnother) [canvas.width, canvas.height] = [width, height];
      if (width > 0 && height > 0) gestures.resized();
      // Another size empties a canvas: it is filled within the frame that shows it.
      if (isAnother) drawNow();
      else redraw();
    },
    onTheme: () => {
      seats.setPalette(readPalette());
      miniature.spoil();
      redraw();
    },
  });

  return {
    ...gestures,
    show: (next) => {
      if (next.lookOf !== scene?.lookOf || next.filter !== scene?.filter) miniature.spoil();
      scene = next;
      seats.show(next);
      redraw();
    },
    frame: () => frame,
    seatAtClient,
    isOverview,
    setMiniature: (target) => {
      miniature.moveTo(target);
      redraw();
    },
    glideToPoint: (point) => gestures.glideTo(centred(point)),
    jumpToPoint: (point) => gestures.jumpTo(centred(point)),
    sectionAtClient: (clientX, clientY) => {
      const outlines = hall.sections.map(({ outline }) => outline);
      const section = sectionAt(outlines, planPoint(clientX, clientY));
      return section !== null && (isOverview() || outlines[section]?.isGeneral) ? section : null;
    },
    showSection: (section) => {
      const bounds = hall.sections[section]?.outline.bounds;
      if (bounds) gestures.glideTo(closeUp(bounds, hall.pitch, frame.viewport));
    },
    showSeats: (shown, seenPx) => {
      const boxes = shown.map((seat) => {
        const { x, y } = seatPoint(hall, seat);
        return { minX: x, minY: y, maxX: x, maxY: y };
      });
      const bounds = joinBoxes(boxes);
      const { width } = frame.viewport;
      if (bounds && width > 1) gestures.glideTo(closeUp(bounds, hall.pitch, { width, height: seenPx }));
    },
    planPoint,
    close: () => {
      cancelAnimationFrame(request);
      stopWatching();
      gestures.close();
    },
  };
}

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  return paletteOf((property) => style.getPropertyValue(property));
}

/** Size, pixel density, theme and fonts: whatever makes the last frame wrong. */
function watchSurroundings(canvas: HTMLCanvasElement, on: { onSize: () => void; onTheme: () => void }): () => void {
  const sizes = new ResizeObserver(on.onSize);
  sizes.observe(canvas);
  const themes = new MutationObserver(on.onTheme);
  themes.observe(document.documentElement, { attributeFilter: ["class", "style", "data-theme"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", on.onTheme);
  window.addEventListener("resize", on.onSize);
  document.fonts.addEventListener("loadingdone", on.onTheme);
  return () => {
    sizes.disconnect();
    themes.disconnect();
    scheme.removeEventListener("change", on.onTheme);
    window.removeEventListener("resize", on.onSize);
    document.fonts.removeEventListener("loadingdone", on.onTheme);
  };
}
