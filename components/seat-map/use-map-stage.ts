"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { MapFrame, MapScene } from "./map-scene";
import { type MapStage, openMapStage } from "./map-stage";

/** Ties a stage to a canvas for as long as both are on screen, and shows it every new scene. */
export function useMapStage(scene: MapScene, onDrawn: (frame: MapFrame) => void) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<MapStage>(null);
  const tellDrawn = useLatest(onDrawn);
  const latestScene = useLatest(scene);

  useEffect(() => {
    if (!canvas.current) return;
    const opened = openMapStage(canvas.current, scene.hall, (frame) => tellDrawn.current(frame));
    stage.current = opened;
    opened.show(latestScene.current);
    return () => {
      opened.close();
      stage.current = null;
    };
  }, [scene.hall, tellDrawn, latestScene]);

  useEffect(() => stage.current?.show(scene), [scene]);

  return { canvas, stage };
}

/** A value that callbacks made once can read as it is now. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
