import { drawAreas } from "./draw-areas";
import { drawLabels } from "./draw-labels";
import { drawRing, drawSeats } from "./draw-seats";
import { type MapPainter, toPixels } from "./map-scene";

/** Draws one frame of the map from nothing. Seats off screen cost nothing. */
export function drawMap(painter: MapPainter): void {
  const { ctx, scene, frame, palette } = painter;
  toPixels(painter);
  ctx.clearRect(0, 0, frame.viewport.width, frame.viewport.height);
  drawAreas(painter);
  drawSeats(painter);
  drawLabels(painter);
  if (scene.pointed !== null) drawRing(painter, scene.pointed, { colour: palette.ink, widthPx: 2 });
  if (scene.cursor !== null) drawRing(painter, scene.cursor, { colour: palette.focus, widthPx: 3 });
}
