import { formatSection } from "@/lib/kernel/seat-name";
import { unpackAvailability } from "@/lib/seats/availability-wire";
import { hasOverview } from "./draw-grounds";
import { drawMap } from "./draw-map";
import type { FirstSeats, FirstSeatsWindow } from "./first-seats-data";
import type { Hall } from "./hall";
import { loadHall } from "./load-hall";
import { createLooks } from "./map-looks";
import { paletteOf } from "./map-palette";
import type { MapFrame, MapScene } from "./map-scene";
import { fitWhole } from "./map-transform";
import { seatLookAt } from "./seat-looks";

// A script of its own, run while the page still arrives: it draws the seats before React and the rest have come, and
// hands the hall on to them. Whatever it cannot do they do themselves a little later.

const DENSITY_MAX = 2;

function start(data: FirstSeats): void {
  const { geometryUrl, scheduleId } = data.source;
  const loading = loadHall(data.source, { signal: new AbortController().signal, pace: "urgent" });
  const page: FirstSeatsWindow = window;
  page.firstSeats = { geometryUrl, scheduleId, loading };
  void loading.then((loaded) => loaded.ok && draw(loaded.hall, data));
}

function draw(hall: Hall, data: FirstSeats): void {
  // Twice on the page while its parts arrive: what is seen now, and what takes its place.
  const canvases = [...document.querySelectorAll<HTMLCanvasElement>("canvas[data-first-seats]")];
  const seen = canvases.find(({ clientWidth }) => clientWidth > 0);
  if (!seen) return;
  const frame = frameOf(seen, hall);
  for (const canvas of canvases) {
    canvas.width = Math.round(frame.viewport.width * frame.devicePixelRatio);
    canvas.height = Math.round(frame.viewport.height * frame.devicePixelRatio);
    canvas.dataset.phase = data.phase;
  }
  const ctx = seen.getContext("2d");
  if (!ctx) return;
  const style = getComputedStyle(document.documentElement);
  const palette = paletteOf((property) => style.getPropertyValue(property));
  const scene = sceneOf(hall, data);
  const looks = createLooks(hall);
  looks.update(scene.lookOf);
  drawMap({ ctx, scene, looks, frame, palette }, hasOverview(hall.seatCount) ? { alpha: 0, put: () => {} } : null);
  for (const canvas of canvases) {
    if (canvas !== seen) canvas.getContext("2d")?.drawImage(seen, 0, 0);
    canvas.dataset.drawn = "true";
  }
}

function frameOf({ clientWidth: width, clientHeight: height }: HTMLCanvasElement, hall: Hall): MapFrame {
  const viewport = { width, height };
  const devicePixelRatio = Math.min(DENSITY_MAX, window.devicePixelRatio || 1);
  return { transform: fitWhole(hall.bounds, viewport), viewport, devicePixelRatio };
}

function sceneOf(hall: Hall, { availability, hold, locale, words }: FirstSeats): MapScene {
  const statuses = availability && unpackAvailability(availability).statuses;
  const numbers = new Intl.NumberFormat(locale);
  return {
    hall,
    lookOf: (seat) => seatLookAt({ chosen: [], hold }, statuses, seat),
    ...{ filter: null, alone: [], pointed: null, pointedSection: null, cursor: null },
    sectionName: (section) => formatSection(locale, section),
    rowName: (rowLabel) => (locale === "ko" ? `${rowLabel}열` : rowLabel),
    seatsLeft: (count) => words.seatsLeft.replace("{count}", numbers.format(count)),
    soldOut: words.soldOut,
  };
}

const data = document.querySelector("script[data-first-seats]")?.textContent;
if (data) start(JSON.parse(data) as FirstSeats);
