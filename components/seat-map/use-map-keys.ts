"use client";

import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { seatPoint } from "./hall";
import type { MapStage } from "./map-stage";
import { bringIntoView, centreOn, READING_PITCH_PX } from "./map-transform";
import { isGeneral } from "./seat-shape";
import { entrySeat, firstSeat, type Step, stepFrom, stepFromSection } from "./seat-steps";
import type { SeatPicker } from "./use-seat-picker";
import type { SectionWords } from "./use-section-words";

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
  sectionWords: (section: number) => SectionWords | null;
  /** The seat that the keyboard is on; where sections are shown, the section of that seat. */
  cursor: number | null;
  setCursor: (seat: number | null) => void;
  /** Goes into a section, or where its places are sold when it has no seats. */
  onSection: (section: number) => void;
};

/** Arrows walk, Enter and Space choose, + − 0 zoom. Each step is said aloud. */
export function useMapKeys({ picker, stage, sectionWords, cursor, setCursor, onSection }: MapKeys) {
  const { hall, lookOf, words, toggle, announce } = picker;
  const isFree = (seat: number) => lookOf(seat) === "free";
  const sectionOf = (seat: number) => hall.map.seats.section[seat] ?? 0;
  const isOverview = () => stage.current?.isOverview() ?? false;
  /** Sections while they are shown instead of seats, and standing areas always, are walked as one. */
  const isWalkedAsSection = (seat: number) => isOverview() || isGeneral(hall, seat);

  function put(seat: number) {
    setCursor(seat);
    const spoken = isWalkedAsSection(seat) ? sectionWords(sectionOf(seat))?.spoken : words.full(seat, lookOf(seat));
    if (spoken) announce(spoken);
  }

  function goTo(seat: number) {
    put(seat);
    if (!stage.current || isOverview()) return;
    const { transform, viewport } = stage.current.frame();
    const isReadable = transform.k * hall.pitch >= READING_PITCH_PX / 2;
    const margin = Math.min(MARGIN_PX, viewport.width / 3, viewport.height / 3);
    if (isReadable) stage.current.glideTo(bringIntoView(transform, seatPoint(hall, seat), viewport, margin));
    else bringClose(seat);
  }

  function bringClose(seat: number) {
    if (!stage.current) return;
    const { viewport } = stage.current.frame();
    stage.current.glideTo(centreOn(seatPoint(hall, seat), READING_PITCH_PX / hall.pitch, viewport));
  }

  function walk(step: Step) {
    const start = cursor ?? firstSeat(hall, isFree);
    if (start === null) return;
    if (cursor === null) return goTo(start);
    if (!isOverview()) return goTo(stepFrom(hall, start, step, (seat) => lookOf(seat) !== "blocked"));
    const seat = entrySeat(hall, stepFromSection(hall, sectionOf(start), step), isFree);
    if (seat !== null) put(seat);
  }

  function choose(seat: number) {
    if (isGeneral(hall, seat)) return onSection(sectionOf(seat));
    if (!isOverview()) return toggle(seat);
    const entry = entrySeat(hall, sectionOf(seat), isFree) ?? seat;
    setCursor(entry);
    announce(words.full(entry, lookOf(entry)));
    bringClose(entry);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) walk(step);
    else if (event.key === "Enter" || event.key === " ") cursor !== null && choose(cursor);
    else if (event.key === "+" || event.key === "=") stage.current?.zoomBy(ZOOM_STEP);
    else if (event.key === "-") stage.current?.zoomBy(1 / ZOOM_STEP);
    else if (event.key === "0") stage.current?.fit();
    else return;
    event.preventDefault();
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    // A mouse that clicks a seat focuses the map as well, and has no use for a cursor.
    if (cursor !== null || !event.currentTarget.matches(":focus-visible")) return;
    const seat = firstSeat(hall, isFree);
    if (seat !== null) put(seat);
  }

  return { onKeyDown, onFocus, onBlur: () => setCursor(null) };
}
