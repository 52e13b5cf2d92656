"use client";

import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { seatPoint } from "./hall";
import type { MapStage } from "./map-stage";
import { bringIntoView, centreOn, READING_PITCH_PX } from "./map-transform";
import { isGeneral } from "./seat-shape";
import { firstSeat, type Step, stepFrom } from "./seat-steps";
import type { SeatPicker } from "./use-seat-picker";

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "row_start",
  End: "row_end",
  PageDown: "next_section",
  PageUp: "previous_section",
};
/** Kept free around the cursor, so that the next seat and the card are seen. */
const MARGIN_PX = 90;
const ZOOM_STEP = 1.6;

type MapKeys = {
  picker: SeatPicker;
  stage: RefObject<MapStage | null>;
  cursor: number | null;
  setCursor: (seat: number | null) => void;
};

/** Arrows walk, Enter and Space choose, + − 0 zoom. Each step is said aloud. */
export function useMapKeys({ picker, stage, cursor, setCursor }: MapKeys) {
  const { hall, lookOf, words, toggle, announce } = picker;

  // Places of a standing area are sold by number of people, in the list, and nobody walks over them.
  const isThere = (seat: number) => lookOf(seat) !== "blocked" && !isGeneral(hall, seat);
  const isFree = (seat: number) => lookOf(seat) === "free" && !isGeneral(hall, seat);

  function moveTo(seat: number) {
    setCursor(seat);
    announce(words.full(seat, lookOf(seat)));
    if (!stage.current) return;
    const { transform, viewport } = stage.current.frame();
    const point = seatPoint(hall, seat);
    const isReadable = transform.k * hall.pitch >= READING_PITCH_PX / 2;
    const margin = Math.min(MARGIN_PX, viewport.width / 3, viewport.height / 3);
    stage.current.glideTo(
      isReadable
        ? bringIntoView(transform, point, viewport, margin)
        : centreOn(point, READING_PITCH_PX / hall.pitch, viewport),
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) {
      const start = cursor ?? firstSeat(hall, isFree);
      if (start !== null) moveTo(cursor === null ? start : stepFrom(hall, start, step, isThere));
    } else if (event.key === "Enter" || event.key === " ") {
      if (cursor !== null) toggle(cursor);
    } else if (event.key === "+" || event.key === "=") {
      stage.current?.zoomBy(ZOOM_STEP);
    } else if (event.key === "-") {
      stage.current?.zoomBy(1 / ZOOM_STEP);
    } else if (event.key === "0") {
      stage.current?.fit();
    } else {
      return;
    }
    event.preventDefault();
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    // A mouse that clicks a seat focuses the map as well, and has no use for a cursor.
    if (cursor !== null || !event.currentTarget.matches(":focus-visible")) return;
    const seat = firstSeat(hall, isFree);
    setCursor(seat);
    if (seat !== null) announce(words.full(seat, lookOf(seat)));
  }

  return { onKeyDown, onFocus, onBlur: () => setCursor(null) };
}
