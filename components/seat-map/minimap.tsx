"use client";

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import type { Hall } from "./hall";
import type { MapFrame } from "./map-scene";
import type { MapStage } from "./map-stage";
import { toPlan } from "./map-transform";
import { lensOn, miniatureBeside } from "./miniature";

/** The map counts as moving until it has stood still for this long. */
const STILL_MS = 200;

/** Ties the minimap to the map: `show` moves its lens, once per drawn frame. */
export function useMinimap(hall: Hall) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const lens = useRef<HTMLDivElement>(null);
  const frame = useRef<MapFrame | null>(null);
  const still = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(
    (shown: MapFrame) => {
      const box = canvas.current?.parentElement;
      if (!canvas.current || !lens.current || !box) return;
      frame.current = miniatureBeside(hall.bounds, shown.viewport.width);
      const { minX, minY, maxX, maxY } = lensOn(frame.current, shown);
      const moved = `translate(${minX.toFixed(1)}px, ${minY.toFixed(1)}px)`;
      if (moved === lens.current.style.transform) return;
      lens.current.style.transform = moved;
      lens.current.style.width = `${Math.max(6, maxX - minX).toFixed(1)}px`;
      lens.current.style.height = `${Math.max(6, maxY - minY).toFixed(1)}px`;
      box.dataset.moving = "true";
      clearTimeout(still.current);
      still.current = setTimeout(() => {
        box.dataset.moving = "false";
      }, STILL_MS);
    },
    [hall],
  );
  useEffect(() => () => clearTimeout(still.current), []);

  return { canvas, lens, frame, show };
}

type MinimapProps = { minimap: ReturnType<typeof useMinimap>; stage: RefObject<MapStage | null> };

/**
 * The whole hall in a corner, and which part of it the map shows. Pressing or dragging goes there; whoever has no
 * pointer walks by keys. On a phone it is there only while the map moves, so that it covers no seat for long.
 */
export function Minimap({ minimap: { canvas, lens, frame }, stage }: MinimapProps) {
  useEffect(() => {
    const opened = stage.current;
    opened?.setMiniature(canvas.current);
    return () => opened?.setMiniature(null);
  }, [stage, canvas]);

  function goTo({ clientX, clientY, buttons, currentTarget, type }: PointerEvent<HTMLElement>) {
    if (!frame.current || (type === "pointermove" && !buttons)) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    const point = toPlan(frame.current.transform, { x: clientX - left, y: clientY - top });
    if (type === "pointerdown") stage.current?.glideToPoint(point);
    else stage.current?.jumpToPoint(point);
  }

  return (
    <div
      aria-hidden="true"
      data-testid="minimap"
      data-moving="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
      className="absolute top-3 right-3 touch-none overflow-hidden rounded-md border border-line bg-surface shadow-float transition-[opacity,visibility] duration-180 max-sm:invisible max-sm:opacity-0 max-sm:delay-1000 max-sm:data-[moving=true]:visible max-sm:data-[moving=true]:opacity-100 max-sm:data-[moving=true]:delay-0 sm:top-auto sm:right-auto sm:bottom-17 sm:left-3 sm:cursor-pointer"
    >
      <canvas ref={canvas} className="block" />
      <div ref={lens} className="absolute top-0 left-0 rounded-[4px] border-2 border-ink bg-ink/10" />
    </div>
  );
}
