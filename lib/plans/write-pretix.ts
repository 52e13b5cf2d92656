import { v5 as nameUuid } from "uuid";
import { middleOfArea } from "./general-admission";
import type { Plan, PlanArea, PlanSeat } from "./plan";
import type { PlanSidecar } from "./sidecar";

/** Ids are made from names, so that a plan written twice is the same file. */
const NAMESPACE = "6f0d4f5e-9f64-4d5c-8a8e-2f6b54c1a7d3";
/** Half the side of the outline drawn for a standing area that the plan draws none for. */
const OUTLINE_HALF = 100;
const GRADE_ORDER = ["VIP", "R", "S", "A"];
const COLOURS = ["#C62828", "#1565C0", "#2E7D32", "#F9A825", "#6A1B9A", "#00838F"];

export type WrittenPlan = { file: Record<string, unknown>; sidecar: PlanSidecar };

/**
 * A plan as a pretix seating-plan file, with a zone per section, and a sidecar for what that format
 * cannot say. Read back with `parsePretixPlan` and `applySidecar` they give the same seats in the
 * same order, as long as the plan keeps the seats of a section together and standing places last.
 */
export function writePretixPlan(plan: Plan): WrittenPlan {
  const numbered = plan.seats.filter((seat) => !seat.isGeneral);
  const surroundings = {
    name: nameSurroundings(plan),
    uuid: uuidOf("zone", ""),
    position: ORIGIN,
    rows: [],
    areas: plan.areas.map((area, i) => ({ uuid: areaUuid(i), ...writeArea(area) })),
  };
  const zones = [...groupBy(numbered, (seat) => seat.section)].map(([section, seats]) => writeZone(section, seats));
  const file = {
    name: plan.name,
    size: plan.size,
    categories: listCategories(plan.seats).map((name, i) => ({ name, color: COLOURS[i % COLOURS.length] })),
    zones: [surroundings, ...zones],
  };
  return { file, sidecar: writeSidecar(plan) };
}

const ORIGIN = { x: 0, y: 0 };
const uuidOf = (kind: string, name: string) => nameUuid(`${kind} ${name}`, NAMESPACE);
const areaUuid = (index: number) => uuidOf("area", String(index));

/** The zone of stage, walls and words; a name that no section has. */
function nameSurroundings({ name, seats }: Plan): string {
  const sections = new Set(seats.map((seat) => seat.section));
  let free = name;
  while (sections.has(free)) free = `${free} ·`;
  return free;
}

function listCategories(seats: readonly PlanSeat[]): string[] {
  const used = [...new Set(seats.map((seat) => seat.category))];
  const rank = (category: string) => (GRADE_ORDER.includes(category) ? GRADE_ORDER.indexOf(category) : used.length + 4);
  return used.sort((a, b) => rank(a) - rank(b));
}

// Every seat says where it is on the plan itself: a sum of zone, row and seat would lose the last digit.
function writeZone(section: string, seats: readonly PlanSeat[]) {
  const rows = [...groupBy(seats, (seat) => seat.rowLabel)].map(([rowLabel, own]) => ({
    row_number: rowLabel,
    row_number_position: "both",
    uuid: uuidOf("row", JSON.stringify([section, rowLabel])),
    position: ORIGIN,
    seats: own.map((seat) => ({
      seat_number: seat.seatNumber,
      seat_guid: seat.guid,
      uuid: uuidOf("seat", seat.guid),
      category: seat.category,
      position: { x: seat.x, y: seat.y },
    })),
  }));
  return { name: section, uuid: uuidOf("zone", section), position: ORIGIN, rows, areas: [] };
}

function writeArea({ shape, x, y, rotation, fill, stroke, text, width, height, points }: PlanArea) {
  const look = { ...(fill === null ? {} : { color: fill }), ...(stroke === null ? {} : { border_color: stroke }) };
  const area = { shape, position: { x, y }, rotation, ...look };
  const [across, down] = [width ?? 0, height ?? 0];
  switch (shape) {
    case "polygon":
      return { ...area, polygon: { points } };
    case "rectangle":
      return { ...area, rectangle: { width: across, height: down } };
    case "circle":
      return { ...area, circle: { radius: across / 2 } };
    case "ellipse":
      return { ...area, ellipse: { radius: { x: across / 2, y: down / 2 } } };
    case "text": {
      const words = { text: text ?? "", position: ORIGIN, ...(height === null ? {} : { size: height }) };
      return { ...area, text: fill === null ? words : { ...words, color: fill } };
    }
  }
}

function writeSidecar(plan: Plan): PlanSidecar {
  const traits = plan.seats.filter((seat) => !seat.isGeneral).map((seat) => [seat.guid, writeTraits(seat)] as const);
  const standing = groupBy(
    plan.seats.filter((seat) => seat.isGeneral),
    (seat) => seat.section,
  );
  return {
    version: 1,
    ...(plan.focalPoint ? { focal_point: plan.focalPoint } : {}),
    seats: Object.fromEntries(traits.filter(([, own]) => Object.keys(own).length > 0)),
    general_admission: [...standing].map(([name, places]) => ({
      name,
      capacity: places.length,
      category: places[0]!.category,
      area: writeOutline(plan, places[0]!),
    })),
  };
}

function writeTraits({ isAccessible, isCompanion, isRestrictedView, viewNote }: PlanSeat) {
  return {
    ...(isAccessible ? { accessible: true } : {}),
    ...(isCompanion ? { companion: true } : {}),
    ...(isRestrictedView ? { restricted_view: true } : {}),
    ...(viewNote ? { view_note: viewNote } : {}),
  };
}

/** The area in whose middle the places lie; where nothing is drawn there, a square around them. */
function writeOutline({ areas }: Plan, { x, y }: PlanSeat) {
  const drawn = areas.findIndex((area) => {
    if (area.shape === "text") return false;
    const middle = middleOfArea(area);
    return middle.x === x && middle.y === y;
  });
  if (drawn >= 0) return { uuid: areaUuid(drawn) };
  const corners = [[-1, -1] as const, [1, -1] as const, [1, 1] as const, [-1, 1] as const];
  return { points: corners.map(([dx, dy]) => ({ x: x + dx * OUTLINE_HALF, y: y + dy * OUTLINE_HALF })) };
}

/** In the order in which each key first appears. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
