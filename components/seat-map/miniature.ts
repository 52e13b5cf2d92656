import { drawAreas } from "./draw-areas";
import { drawGrounds } from "./draw-grounds";
import type { Hall } from "./hall";
import type { MapFrame, MapPainter } from "./map-scene";
import type { MapSeats } from "./map-seats";
import { fitBox, type MapTransform, type Viewport } from "./map-transform";
import type { Box } from "./plan-box";

const EDGE_PX = 6;
const ROOM = { phone: { width: 104, height: 104 }, wide: { width: 172, height: 150 } } as const;
const PHONE_WIDTH_MAX_PX = 640;

/** The miniature of a hall beside a map of this width, in CSS pixels. */
export const miniatureBeside = (bounds: Box, mapWidth: number): MapFrame =>
  miniatureFrame(bounds, ROOM[mapWidth < PHONE_WIDTH_MAX_PX ? "phone" : "wide"]);

/** The whole hall within a box of this size, in CSS pixels; the picture takes the hall's own proportions. */
export function miniatureFrame(bounds: Box, room: Viewport): MapFrame {
  const edges = { side: EDGE_PX, top: EDGE_PX, bottom: EDGE_PX };
  const { k } = fitBox(bounds, room, edges);
  const viewport = {
    width: Math.round((bounds.maxX - bounds.minX) * k + 2 * EDGE_PX),
    height: Math.round((bounds.maxY - bounds.minY) * k + 2 * EDGE_PX),
  };
  return { transform: fitBox(bounds, viewport, edges), viewport, devicePixelRatio: 1 };
}

/** Draws the hall as its sections alone, without words. */
export function drawMiniature(painter: MapPainter): void {
  const { ctx, frame } = painter;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, frame.viewport.width * frame.devicePixelRatio, frame.viewport.height * frame.devicePixelRatio);
  drawAreas(painter, "shapes");
  drawGrounds(painter, "general", 1);
  drawGrounds(painter, "seated", 1);
}

/** Where on the miniature the part lies that the map shows, kept within it. */
export function lensOn(miniature: MapFrame, shown: { transform: MapTransform; viewport: Viewport }): Box {
  const { transform, viewport } = miniature;
  const across = (px: number) => ((px - shown.transform.x) / shown.transform.k) * transform.k + transform.x;
  const down = (px: number) => ((px - shown.transform.y) / shown.transform.k) * transform.k + transform.y;
  return {
    minX: Math.max(0, across(0)),
    minY: Math.max(0, down(0)),
    maxX: Math.min(viewport.width, across(shown.viewport.width)),
    maxY: Math.min(viewport.height, down(shown.viewport.height)),
  };
}

type Miniature = {
  moveTo: (canvas: HTMLCanvasElement | null) => void;
  /** The next refresh draws it anew. */
  spoil: () => void;
  refresh: (map: MapFrame) => void;
};

/** A small picture of the whole hall, drawn anew only when it would look different. */
export function keepMiniature(hall: Hall, seats: Pick<MapSeats, "drawMiniature">): Miniature {
  let canvas: HTMLCanvasElement | null = null;
  let isStale = true;
  return {
    moveTo: (target) => {
      canvas = target;
      isStale = true;
    },
    spoil: () => {
      isStale = true;
    },
    refresh: (map) => {
      const { devicePixelRatio } = map;
      const frame = { ...miniatureBeside(hall.bounds, map.viewport.width), devicePixelRatio };
      const [width, height] = [frame.viewport.width * devicePixelRatio, frame.viewport.height * devicePixelRatio];
      const ctx = canvas?.getContext("2d");
      if (!canvas || !ctx || (!isStale && canvas.width === Math.round(width))) return;
      canvas.width = Math.round(width);
      canvas.height = Math.round(height);
      canvas.style.width = `${frame.viewport.width}px`;
      canvas.style.height = `${frame.viewport.height}px`;
      seats.drawMiniature(ctx, frame);
      isStale = false;
    },
  };
}
