import type { PlanArea } from "@/lib/plans/plan";
import { type MapCanvas, type MapPainter, toPixels, toPlanUnits } from "./map-scene";
import { toScreen } from "./map-transform";

const TEXT_PX_MIN = 11;
const TEXT_UNITS = 20;

/** The stage, walls and words of the plan, in the theme's own quiet colours so that they fit light and dark. */
export function drawAreas(painter: MapPainter, which: "all" | "shapes" = "all"): void {
  const { ctx, scene, palette } = painter;
  toPlanUnits(painter);
  ctx.lineWidth = 1.5 / painter.frame.transform.k;
  for (const area of scene.hall.areas) {
    ctx.save();
    ctx.translate(area.x, area.y);
    ctx.rotate((area.rotation * Math.PI) / 180);
    ctx.beginPath();
    trace(ctx, area);
    ctx.fillStyle = palette.sunken;
    ctx.strokeStyle = palette.line;
    const isOutline = area.stroke !== null && area.fill === null;
    if (!isOutline) ctx.fill();
    ctx.stroke();
    ctx.restore();
  }
  if (which === "shapes") return;
  for (const area of scene.hall.areas) if (area.text) drawText(painter, area, area.text);
}

/** Outlines an area about its own place. */
function trace(ctx: MapCanvas, area: PlanArea): void {
  const [width, height] = [area.width ?? 0, area.height ?? 0];
  switch (area.shape) {
    case "polygon":
      for (const { x, y } of area.points) ctx.lineTo(x - area.x, y - area.y);
      ctx.closePath();
      return;
    case "rectangle":
      ctx.rect(0, 0, width, height);
      return;
    case "ellipse":
    case "circle":
      ctx.ellipse(0, 0, width / 2, height / 2, 0, 0, 2 * Math.PI);
      return;
    case "text":
      return;
  }
}

function drawText(painter: MapPainter, area: PlanArea, text: string): void {
  const { ctx, frame, palette } = painter;
  const isWord = area.shape === "text";
  const isBox = area.shape === "rectangle";
  const units = isWord ? (area.height ?? TEXT_UNITS) : TEXT_UNITS;
  const { k } = frame.transform;
  // In whole pixels, because every other size is a new set of letters to draw.
  const size = Math.round(Math.max(TEXT_PX_MIN, units * k));
  const at = toScreen(frame.transform, area);
  toPixels(painter);
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.rotate((area.rotation * Math.PI) / 180);
  ctx.font = `600 ${size}px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = palette.inkMuted;
  ctx.fillText(text, isBox ? ((area.width ?? 0) / 2) * k : 0, isBox ? ((area.height ?? 0) / 2) * k : 0);
  ctx.restore();
}
