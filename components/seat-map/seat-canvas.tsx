"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { seatPoint } from "./hall";
import type { MapFrame } from "./map-scene";
import { centreOn, type PointerKind, READING_PITCH_PX, toScreen } from "./map-transform";
import { placeCard } from "./place-card";
import { SeatCard } from "./seat-card";
import { SectionJump } from "./section-jump";
import { useMapKeys } from "./use-map-keys";
import { useMapScene } from "./use-map-scene";
import { useMapStage } from "./use-map-stage";
import type { SeatPicker } from "./use-seat-picker";
import { ZoomControls } from "./zoom-controls";

type SeatCanvasProps = { picker: SeatPicker };

/** The hall to look at, point at, pinch and walk through with the arrow keys. */
export function SeatCanvas({ picker }: SeatCanvasProps) {
  const t = useTranslations("seatMap.canvas");
  const { hall, toggle, openTool, shownSeats } = picker;
  const [pointed, setPointed] = useState<number | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const pointer = useRef<PointerKind>("mouse");
  const card = useRef<HTMLDivElement>(null);
  const onCard = pointed ?? cursor;

  const placeOnSeat = useCallback(
    ({ transform, viewport }: MapFrame) => {
      if (onCard === null || !card.current) return;
      const seat = { ...toScreen(transform, seatPoint(hall, onCard)), radius: hall.radius * 1.5 * transform.k };
      const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
      const { x, y } = placeCard({ seat, card: size, area: viewport });
      card.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      card.current.style.visibility = "visible";
    },
    [hall, onCard],
  );
  const { canvas, stage } = useMapStage(useMapScene(picker, { pointed, cursor }), placeOnSeat);
  const keys = useMapKeys({ picker, stage, cursor, setCursor });

  useEffect(() => {
    if (shownSeats.length > 0) stage.current?.showSeats(shownSeats, coveredPx(canvas.current));
  }, [shownSeats, stage, canvas]);

  /** A standing area has no seats to look at: it opens where its places are sold. */
  function goToSection(section: number) {
    if (hall.sections[section]?.outline.isGeneral) openTool({ what: "standing", section });
    else stage.current?.showSection(section);
  }

  function onPointerMove({ clientX, clientY, pointerType, buttons }: PointerEvent) {
    if (pointerType === "mouse")
      setPointed(buttons ? null : (stage.current?.seatAtClient(clientX, clientY, "mouse") ?? null));
  }

  function onClick({ clientX, clientY, detail, nativeEvent }: MouseEvent<HTMLCanvasElement>) {
    // The second half of a double click must not take back what the first half chose.
    if (!stage.current || detail > 1 || nativeEvent.defaultPrevented) return;
    const seat = stage.current.seatAtClient(clientX, clientY, pointer.current);
    if (pointer.current !== "mouse") setPointed(seat);
    if (seat !== null) return toggle(seat);
    const section = stage.current.sectionAtClient(clientX, clientY);
    if (section !== null) {
      return goToSection(section);
    }
    const { transform, viewport } = stage.current.frame();
    const reading = READING_PITCH_PX / hall.pitch;
    if (
      stage.current.seatAtClient(clientX, clientY, "mouse") === null &&
      transform.k * hall.pitch >= READING_PITCH_PX / 2
    )
      return;
    stage.current.glideTo(centreOn(stage.current.planPoint(clientX, clientY), reading, viewport));
  }

  return (
    <div className="relative size-full overflow-hidden bg-paper">
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: arrow keys walk the seats; the list says the same without a picture. */}
      <canvas
        ref={canvas}
        data-testid="seat-canvas"
        role="application"
        aria-label={t("label")}
        aria-describedby="seat-canvas-keys"
        tabIndex={0}
        className="absolute inset-0 size-full cursor-grab touch-none outline-offset-[-3px] active:cursor-grabbing data-[phase=cancelled]:opacity-45 data-[phase=closed]:opacity-45 data-[seat=true]:cursor-pointer"
        data-phase={picker.phase}
        data-seat={pointed !== null}
        onPointerDown={(event) => {
          pointer.current = event.pointerType === "touch" || event.pointerType === "pen" ? event.pointerType : "mouse";
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPointed(null)}
        onClick={onClick}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
      />
      <p id="seat-canvas-keys" className="sr-only">
        {t("keys")}
      </p>
      {onCard !== null && <SeatCard key={onCard} ref={card} seat={onCard} picker={picker} />}
      <SectionJump picker={picker} onChosen={goToSection} />
      <ZoomControls
        onIn={() => stage.current?.zoomBy(1.6)}
        onOut={() => stage.current?.zoomBy(1 / 1.6)}
        onFit={() => stage.current?.fit()}
      />
    </div>
  );
}

/** How much of the map's lower part the panel lies over, as it does on a phone. */
function coveredPx(canvas: HTMLCanvasElement | null): number {
  const panel = document.querySelector("[data-covers-map]")?.getBoundingClientRect();
  const map = canvas?.getBoundingClientRect();
  if (!panel || !map || panel.left >= map.right) return 0;
  return Math.max(0, Math.min(map.height - SEEN_MIN_PX, map.bottom - panel.top));
}

const SEEN_MIN_PX = 120;
