import { drawAreas } from "./draw-areas";
import { drawGrounds, drawSectionRing } from "./draw-grounds";
import { drawLabels } from "./draw-labels";
import { drawRing, drawSeats } from "./draw-seats";
import { drawSectionWords } from "./draw-section-words";
import { type MapPainter, toPixels } from "./map-scene";

/** Seats that come as pictures, and how far they have come into view: 0 only the sections, 1 only the seats. */
export type PicturedSeats = { put: (alpha: number) => void; alpha: number };

/** Words of the overview leave before those among the seats come, so that they never lie over each other. */
const halfOf = (share: number) => Math.max(0, share * 2 - 1);

/**
 * Draws one frame of the map. Seats off screen cost nothing. A large hall's seats come `pictured`, a small one's
 * are drawn from nothing.
 */
export function drawMap(painter: MapPainter, pictured: PicturedSeats | null = null): void {
  clear(painter);
  drawAreas(painter);
  drawGrounds(painter, "general", 1);
  const alpha = pictured?.alpha ?? 1;
  if (pictured) {
    drawGrounds(painter, "seated", 1 - alpha);
    if (alpha > 0) pictured.put(alpha);
    drawSeats(painter, "mine");
  } else {
    drawSeats(painter, "all");
  }
  drawUpon(painter, alpha);
}

/** The same from pictures that hold all but what is written and marked on the map, which is drawn as ever. */
export function drawPicturedMap(painter: MapPainter, { put, alpha }: PicturedSeats): void {
  clear(painter);
  put(alpha);
  drawSeats(painter, "mine");
  drawUpon(painter, alpha);
}

function clear(painter: MapPainter): void {
  const { width, height } = painter.frame.viewport;
  toPixels(painter);
  painter.ctx.clearRect(0, 0, width, height);
}

/** Words and marks. */
function drawUpon(painter: MapPainter, alpha: number): void {
  const { scene, palette } = painter;
  if (scene.pointedSection !== null)
    drawSectionRing(painter, scene.pointedSection, { colour: palette.ink, widthPx: 2.5 });
  drawSectionWords(painter, "general", 1);
  if (alpha < 0.5) drawSectionWords(painter, "seated", halfOf(1 - alpha));
  if (alpha > 0.5) {
    drawLabels(painter, halfOf(alpha));
    for (const seat of scene.alone) drawRing(painter, seat, { colour: palette.ember, widthPx: 3, dashPx: 4 });
  }
  if (scene.pointed !== null) drawRing(painter, scene.pointed, { colour: palette.ink, widthPx: 2 });
  if (scene.cursor !== null) drawRing(painter, scene.cursor, { colour: palette.focus, widthPx: 3 });
}
