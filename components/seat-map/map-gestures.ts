import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from "d3-zoom";
import { blendTransforms, easeOut } from "./blend-transform";
import type { Hall } from "./hall";
import { createDrag } from "./map-drag";
import { fitWhole, type MapTransform, scaleBounds, type Viewport } from "./map-transform";
import { boxAround, type Point } from "./plan-box";

const GLIDE_MS = 180;
/** A throw comes to rest after about three times this. */
const COAST_MS = 260;
const COAST_FROM_PX_PER_MS = 0.15;
/** A finger that moves less than this still taps. */
const TAP_SLOP_PX = 6;

type GestureOptions = {
  hall: Hall;
  viewport: () => Viewport;
  onChange: (transform: MapTransform) => void;
  /** A second tap here belongs to a seat and does not zoom. */
  isSeatAt: (clientX: number, clientY: number) => boolean;
};

export type MapGestures = {
  /** Shows the whole hall again. */
  fit: () => void;
  glideTo: (target: MapTransform) => void;
  jumpTo: (target: MapTransform) => void;
  zoomBy: (factor: number) => void;
  /** The canvas has another size: a map that showed the whole hall goes on doing so. */
  resized: () => void;
  close: () => void;
};

/** Pan, pinch, wheel and double tap on a canvas, and the same by program. */
export function bindGestures(canvas: HTMLCanvasElement, options: GestureOptions): MapGestures {
  const { hall, viewport, onChange, isSeatAt } = options;
  const selection = select<HTMLCanvasElement, unknown>(canvas);
  let current: MapTransform = zoomIdentity;
  let isWhole = true;
  let glide = 0;
  const drag = createDrag();

  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .clickDistance(TAP_SLOP_PX)
    .duration(isStill() ? 0 : GLIDE_MS)
    .extent(() => [
      [0, 0],
      [viewport().width, viewport().height],
    ])
    .filter((event: Event) => isGesture(event) && !(isSecondTap(event) && isSeatAt(...placeOf(event))))
    .on("start", ({ sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      if (!sourceEvent) return;
      cancelAnimationFrame(glide);
      drag.begin();
    })
    .on("zoom", ({ sourceEvent, transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      current = { k: transform.k, x: transform.x, y: transform.y };
      if (sourceEvent) {
        isWhole = false;
        drag.note(current, performance.now());
      }
      onChange(current);
    })
    .on("end", ({ sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      if (sourceEvent && sourceEvent.type !== "wheel" && !isStill()) coast(drag.speedAt(performance.now()));
    });
  selection.call(behaviour);

  const jumpTo = ({ k, x, y }: MapTransform) => behaviour.transform(selection, zoomIdentity.translate(x, y).scale(k));

  function glideTo(target: MapTransform) {
    cancelAnimationFrame(glide);
    isWhole = false;
    if (isStill()) return jumpTo(target);
    const [from, startedAt] = [current, performance.now()];
    const step = (now: number) => {
      const progress = Math.min(1, Math.max(0, now - startedAt) / GLIDE_MS);
      jumpTo(blendTransforms(from, target, { viewport: viewport(), progress: easeOut(progress) }));
      if (progress < 1) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  /** A map that was let go of in motion goes on and slows down. */
  function coast({ x: perMsX, y: perMsY }: Point) {
    if (Math.hypot(perMsX, perMsY) < COAST_FROM_PX_PER_MS) return;
    const startedAt = performance.now();
    let [lastWay, way] = [0, 0];
    const step = (now: number) => {
      const passedMs = Math.max(0, now - startedAt);
      [lastWay, way] = [way, COAST_MS * (1 - Math.exp(-passedMs / COAST_MS))];
      const moved = (way - lastWay) / current.k;
      behaviour.translateBy(selection, perMsX * moved, perMsY * moved);
      if (passedMs < COAST_MS * 4) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  function resized() {
    const fitted = fitWhole(hall.bounds, viewport());
    limit(behaviour, hall, fitted);
    if (isWhole) jumpTo(fitted);
    else behaviour.translateBy(selection, 0, 0);
  }

  return {
    fit: () => {
      glideTo(fitWhole(hall.bounds, viewport()));
      isWhole = true;
    },
    glideTo,
    jumpTo: (target) => {
      cancelAnimationFrame(glide);
      isWhole = false;
      jumpTo(target);
    },
    zoomBy: (factor) => {
      const { width, height } = viewport();
      const [min, max] = behaviour.scaleExtent();
      const k = Math.min(max, Math.max(min, current.k * factor));
      const ratio = k / current.k;
      glideTo({ k, x: width / 2 - (width / 2 - current.x) * ratio, y: height / 2 - (height / 2 - current.y) * ratio });
    },
    resized,
    close: () => {
      cancelAnimationFrame(glide);
      selection.on(".zoom", null);
    },
  };
}

/** The reader has asked for as little motion as possible. */
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function limit(behaviour: ZoomBehavior<HTMLCanvasElement, unknown>, hall: Hall, fitted: MapTransform): void {
  const { minX, minY, maxX, maxY } = boxAround(hall.bounds, hall.pitch * 4);
  behaviour.scaleExtent(scaleBounds(fitted, hall.pitch)).translateExtent([
    [minX, minY],
    [maxX, maxY],
  ]);
}

const isGesture = (event: Event) =>
  !(event instanceof MouseEvent) || ((!event.ctrlKey || event.type === "wheel") && event.button === 0);

const isSecondTap = ({ type }: Event) => type === "dblclick" || type === "touchend";

function placeOf(event: Event): [clientX: number, clientY: number] {
  const place = "changedTouches" in event ? (event as TouchEvent).changedTouches[0] : (event as MouseEvent);
  return [place?.clientX ?? 0, place?.clientY ?? 0];
}
