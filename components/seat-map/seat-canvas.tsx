"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { hasOverview } from "./draw-grounds";
import type { MapFrame } from "./map-scene";
import type { MapStage } from "./map-stage";
import { Minimap, useMinimap } from "./minimap";
import { OverviewKey } from "./overview-key";
import { SeatCard } from "./seat-card";
import { isGeneral } from "./seat-shape";
import { SectionCard } from "./section-card";
import { SectionJump } from "./section-jump";
import { useMapCard } from "./use-map-card";
import { useMapKeys } from "./use-map-keys";
import { useMapPointer } from "./use-map-pointer";
import { useMapScene } from "./use-map-scene";
import { useMapStage } from "./use-map-stage";
import type { SeatPicker } from "./use-seat-picker";
import { useSectionWords } from "./use-section-words";
import { ZoomControls } from "./zoom-controls";

type SeatCanvasProps = { picker: SeatPicker };

/** The hall to look at, point at, pinch and walk through with the arrow keys. */
export function SeatCanvas({ picker }: SeatCanvasProps) {
  const t = useTranslations("seatMap.canvas");
  const { hall, openTool, shownSeats } = picker;
  const isLarge = hasOverview(hall.seatCount);
  const [isOverview, setOverview] = useState(isLarge);
  const [cursor, setCursor] = useState<number | null>(null);
  const sectionWords = useSectionWords(picker);
  const stage = useRef<MapStage>(null);
  const { pointed, handlers } = useMapPointer({ picker, stage, onSection: goToSection });
  const keys = useMapKeys({ picker, stage, sectionWords, cursor, setCursor, onSection: goToSection });

  const isSectionShown = (section: number) => isOverview || hall.sections[section]?.outline.isGeneral === true;
  // Zooming turns sections into seats under a mouse that does not move.
  const pointedSection = pointed.section !== null && isSectionShown(pointed.section) ? pointed.section : null;
  const isOnSection = cursor !== null && (isOverview || isGeneral(hall, cursor));
  const cursorSection = isOnSection ? (hall.map.seats.section[cursor] ?? null) : null;
  const seat = pointedSection === null ? (pointed.seat ?? (isOnSection ? null : cursor)) : null;
  const section = pointed.seat === null ? (pointedSection ?? cursorSection) : null;
  const minimap = useMinimap(hall);
  const { card, place } = useMapCard(hall, { seat, section });
  const scene = useMapScene(picker, {
    pointed: pointed.seat,
    pointedSection: section,
    cursor: isOnSection ? null : cursor,
  });
  const onDrawn = (frame: MapFrame) => {
    place(frame);
    minimap.show(frame);
    setOverview(stage.current?.isOverview() ?? isLarge);
  };
  const canvas = useMapStage({ stage, scene, onDrawn });

  useEffect(() => {
    if (shownSeats.length > 0) stage.current?.showSeats(shownSeats, seenPx(canvas.current));
  }, [shownSeats, canvas]);

  /** A standing area has no seats to look at: it opens where its places are sold. */
  function goToSection(section: number) {
    if (hall.sections[section]?.outline.isGeneral) openTool({ what: "standing", section });
    else stage.current?.showSection(section);
  }

  const shownSection = section === null ? null : sectionWords(section);

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
        data-seat={pointed.seat !== null || pointedSection !== null}
        {...handlers}
        {...keys}
      />
      <p id="seat-canvas-keys" className="sr-only">
        {t("keys")}
      </p>
      {seat !== null && <SeatCard key={seat} ref={card} seat={seat} picker={picker} />}
      {shownSection && <SectionCard key={section} ref={card} words={shownSection} />}
      {isLarge && (isOverview ? <OverviewKey /> : <Minimap minimap={minimap} stage={stage} />)}
      <SectionJump picker={picker} onChosen={goToSection} />
      <ZoomControls
        onIn={() => stage.current?.zoomBy(1.6)}
        onOut={() => stage.current?.zoomBy(1 / 1.6)}
        onFit={() => stage.current?.fit()}
      />
    </div>
  );
}

/** How much of the map's upper part can be seen: on a phone the panel lies over the lower. */
function seenPx(canvas: HTMLCanvasElement | null): number {
  const panel = document.querySelector("[data-covers-map]")?.getBoundingClientRect();
  const map = canvas?.getBoundingClientRect();
  if (!map) return SEEN_MIN_PX;
  const isBeside = !panel || panel.left >= map.right;
  return isBeside ? map.height : Math.max(SEEN_MIN_PX, Math.min(map.bottom, panel.top) - map.top);
}

const SEEN_MIN_PX = 120;
