"use client";

import { useCallback, useRef } from "react";
import { type Hall, seatPoint } from "./hall";
import type { MapFrame } from "./map-scene";
import { toScreen } from "./map-transform";
import { placeCard } from "./place-card";

/** Keeps the card of a seat or of a section beside it, frame by frame, and never over it. */
export function useMapCard(hall: Hall, { seat, section }: { seat: number | null; section: number | null }) {
  const card = useRef<HTMLDivElement>(null);

  const place = useCallback(
    ({ transform, viewport }: MapFrame) => {
      const spot = spotOf(hall, seat, section);
      if (!spot || !card.current) return;
      const at = { ...toScreen(transform, spot), radius: spot.radius * transform.k };
      const size = sizeOf(card.current);
      const { x, y } = placeCard({ seat: at, card: size, area: viewport });
      card.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      card.current.style.visibility = "visible";
    },
    [hall, seat, section],
  );
  return { card, place };
}

/** What a card stands beside, in plan units. */
function spotOf(hall: Hall, seat: number | null, section: number | null) {
  if (seat !== null) return { ...seatPoint(hall, seat), radius: hall.radius * 1.5 };
  const bounds = section === null ? undefined : hall.sections[section]?.outline.bounds;
  if (!bounds) return null;
  const { minX, maxX, minY, maxY } = bounds;
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2, radius: (maxY - minY) / 2 };
}

const sizes = new WeakMap<HTMLElement, { width: number; height: number }>();

/** Asked once per card: asking lays the whole page out, which would be every frame. */
function sizeOf(card: HTMLElement) {
  const known = sizes.get(card) ?? { width: card.offsetWidth, height: card.offsetHeight };
  sizes.set(card, known);
  return known;
}
