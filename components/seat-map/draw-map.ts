import { drawAreas } from "./draw-areas";
import { drawLabels } from "./draw-labels";
import { drawSections, drawSectionWords, shareOf } from "./draw-overview";
import { drawRing, drawSeats } from "./draw-seats";
import type { PlanTiles } from "./draw-tiles";
import { type MapPainter, toPixels } from "./map-scene";

export type TiledSeats = { seats: PlanTiles; sections: PlanTiles; isResting: boolean };

/**
 * Draws one frame of the map. Seats off screen cost nothing. A large hall's seats come out of `tiled`, a small
 * one's are drawn from nothing.
 * @returns true when the frame is as it should be; false when the next one will show more.
 */
export function drawMap(painter: MapPainter, tiled: TiledSeats | null = null): boolean {
  const { ctx, scene, frame, palette } = painter;
  toPixels(painter);
  ctx.clearRect(0, 0, frame.viewport.width, frame.viewport.height);
  drawAreas(painter);
  drawSections(painter, "general", 1);
  const isWhole = tiled ? drawTiled(painter, tiled) : drawAll(painter);
  drawSectionWords(painter, "general");
  if (shareOf(painter) > 0.5) drawSectionWords(painter, "seated");
  else drawLabels(painter);
  if (scene.pointed !== null) drawRing(painter, scene.pointed, { colour: palette.ink, widthPx: 2 });
  if (scene.cursor !== null) drawRing(painter, scene.cursor, { colour: palette.focus, widthPx: 3 });
  return isWhole;
}

function drawAll(painter: MapPainter): boolean {
  drawSeats(painter, "all");
  return true;
}

function drawTiled(painter: MapPainter, { seats, sections, isResting }: TiledSeats): boolean {
  const share = shareOf(painter);
  const under = () => drawSections(painter, "seated", 1);
  const areSectionsWhole = share === 0 || sections.draw(painter, { isResting, alpha: share, under });
  const areSeatsWhole = share === 1 || seats.draw(painter, { isResting, alpha: 1 - share, under });
  drawSeats(painter, "mine");
  return areSectionsWhole && areSeatsWhole;
}
