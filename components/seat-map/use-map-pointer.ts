"use client";

import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import type { MapStage } from "./map-stage";
import { centreOn, type PointerKind, READING_PITCH_PX } from "./map-transform";
import type { SeatPicker } from "./use-seat-picker";

/** What lies under the pointer: a seat, or a section where one points at sections. */
type Pointed = { seat: number | null; section: number | null };

const NOTHING: Pointed = { seat: null, section: null };

type MapPointer = {
  picker: SeatPicker;
  stage: RefObject<MapStage | null>;
  /** Goes into a section, or where its places are sold when it has no seats. */
  onSection: (section: number) => void;
};

/** A click chooses a seat, enters a section, or looks closer; a mouse that rests shows what it is on. */
export function useMapPointer({ picker: { hall, toggle }, stage, onSection }: MapPointer) {
  const [pointed, setPointed] = useState<Pointed>(NOTHING);
  const kind = useRef<PointerKind>("mouse");

  function point(next: Pointed) {
    if (next.seat !== pointed.seat || next.section !== pointed.section) setPointed(next);
  }

  function under(clientX: number, clientY: number, pointer: PointerKind): Pointed {
    const seat = stage.current?.seatAtClient(clientX, clientY, pointer) ?? null;
    return { seat, section: seat === null ? (stage.current?.sectionAtClient(clientX, clientY) ?? null) : null };
  }

  function onPointerMove({ clientX, clientY, pointerType, buttons }: PointerEvent) {
    if (pointerType === "mouse") point(buttons ? NOTHING : under(clientX, clientY, "mouse"));
  }

  function onClick({ clientX, clientY, detail, nativeEvent }: MouseEvent<HTMLCanvasElement>) {
    // The second half of a double click must not take back what the first half chose.
    if (!stage.current || detail > 1 || nativeEvent.defaultPrevented) return;
    const { seat, section } = under(clientX, clientY, kind.current);
    const isGeneral = section !== null && hall.sections[section]?.outline.isGeneral === true;
    if (kind.current !== "mouse") point({ seat, section: isGeneral ? section : null });
    if (seat !== null) return toggle(seat);
    if (section === null) return lookCloser(stage.current, clientX, clientY);
    onSection(section);
  }

  function lookCloser(map: MapStage, clientX: number, clientY: number) {
    const { transform, viewport } = map.frame();
    const isCloseAlready = transform.k * hall.pitch >= READING_PITCH_PX / 2;
    if (isCloseAlready && map.seatAtClient(clientX, clientY, "mouse") === null) return;
    map.glideTo(centreOn(map.planPoint(clientX, clientY), READING_PITCH_PX / hall.pitch, viewport));
  }

  const handlers = {
    onPointerDown: ({ pointerType }: PointerEvent) => {
      kind.current = pointerType === "touch" || pointerType === "pen" ? pointerType : "mouse";
    },
    onPointerMove,
    onPointerLeave: () => point(NOTHING),
    onClick,
  };
  return { pointed, handlers };
}
