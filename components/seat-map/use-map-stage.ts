"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { MapFrame, MapScene } from "./map-scene";
import { type MapStage, openMapStage } from "./map-stage";

type MapStageOptions = {
  /** Where the stage is to be found while it is open. */
  stage: RefObject<MapStage | null>;
  scene: MapScene;
  onDrawn: (frame: MapFrame) => void;
};

/** Ties a stage to a canvas for as long as both are on screen, and shows it every new scene. */
export function useMapStage({ stage, scene, onDrawn }: MapStageOptions): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const tellDrawn = useLatest(onDrawn);
  const latestScene = useLatest(scene);

  // Before anything is painted, so that the hall is never seen to go away.
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const opened = openMapStage(canvas.current, scene.hall, (frame) => tellDrawn.current(frame));
    stage.current = opened;
    opened.show(latestScene.current);
    return () => {
      opened.close();
      stage.current = null;
    };
  }, [stage, scene.hall, tellDrawn, latestScene]);

  useEffect(() => stage.current?.show(scene), [stage, scene]);

  return canvas;
}

/** A value that callbacks made once can read as it is now. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
