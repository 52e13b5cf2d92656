import { z } from "zod";
import { drawPolygon, drawText } from "./draw-rows";
import { drawPlaces, isInside, middleOfArea } from "./general-admission";
import type { PlanArea, PlanPoint, PlanSeat } from "./plan";
import { checkSeatCount, firstFault, formatPath, planFault } from "./plan-fault";
import type { ParsedPlan } from "./pretix";
import { PLAN_SEATS_MAX } from "./rules";

/** What a pretix file cannot say, in a file beside it. Fields that nobody knows are let be. */
const Point = z.looseObject({ x: z.number(), y: z.number() });
const Words = z.string().trim().min(1, "Words are needed in both languages").max(200);

const SeatTraits = z.looseObject({
  accessible: z.boolean().optional(),
  companion: z.boolean().optional(),
  restricted_view: z.boolean().optional(),
  view_note: z.looseObject({ ko: Words, en: Words }).optional(),
});

const AreaByUuid = z.looseObject({ uuid: z.string().min(1) });
const AreaByPlace = z.looseObject({ zone: z.int().min(0), area: z.int().min(0) });
const AreaOfPoints = z.looseObject({ points: z.array(Point).min(3) });

const Area = z.union([AreaByUuid, AreaByPlace, AreaOfPoints], {
  error: "expected a uuid, a zone and an area, or three points or more",
});

const GeneralAdmission = z.looseObject({
  name: z.string().trim().min(1, "A name is needed").max(100),
  capacity: z.int().min(1, "At least one place is needed").max(PLAN_SEATS_MAX),
  category: z.string().trim().min(1, "A category is needed"),
  area: Area,
});

const Sidecar = z.looseObject({
  version: z.literal(1),
  focal_point: Point.nullish(),
  seats: z.record(z.string(), SeatTraits).optional(),
  general_admission: z.array(GeneralAdmission).optional(),
});

export type PlanSidecar = z.input<typeof Sidecar>;
type GeneralAdmission = z.output<typeof GeneralAdmission>;

/**
 * The plan with everything that its sidecar says: traits of seats, the focal point, and the places
 * of general-admission areas after all seats. Lengths of the sidecar are those of the file.
 *
 * @throws AppError `invalid_input` {path, message}, such as `general_admission[0].capacity`.
 */
export function applySidecar(parsed: ParsedPlan, json: unknown): ParsedPlan {
  const result = Sidecar.safeParse(json);
  if (!result.success) throw firstFault(result.error, "The file is not a sidecar");
  const sidecar = result.data;
  const { plan, shift } = parsed;
  const general = addGeneralAdmission(parsed, sidecar.general_admission ?? []);
  const seats = [...describeSeats(plan.seats, sidecar.seats ?? {}), ...general.places];
  return {
    ...parsed,
    plan: {
      ...plan,
      seats,
      areas: [...plan.areas, ...general.areas],
      focalPoint: sidecar.focal_point ? moveBy(sidecar.focal_point, shift) : plan.focalPoint,
    },
    categories: listCategories(parsed, seats),
  };
}

function describeSeats(seats: readonly PlanSeat[], traitsOf: Record<string, z.output<typeof SeatTraits>>): PlanSeat[] {
  const known = new Set(seats.map((seat) => seat.guid));
  const stranger = Object.keys(traitsOf).find((guid) => !known.has(guid));
  if (stranger !== undefined)
    throw planFault(formatPath(["seats", stranger]), "The plan has no seat of this seat_guid");
  const traits = new Map(Object.entries(traitsOf));
  return seats.map((seat) => {
    const own = traits.get(seat.guid);
    if (!own) return seat;
    return {
      ...seat,
      isAccessible: own.accessible ?? seat.isAccessible,
      isCompanion: own.companion ?? seat.isCompanion,
      isRestrictedView: own.restricted_view ?? seat.isRestrictedView,
      viewNote: own.view_note ? { ko: own.view_note.ko, en: own.view_note.en } : seat.viewNote,
    };
  });
}

function addGeneralAdmission(parsed: ParsedPlan, entries: readonly GeneralAdmission[]) {
  const sections = new Set(parsed.plan.seats.map((seat) => seat.section));
  const guids = new Set(parsed.plan.seats.map((seat) => seat.guid));
  const places: PlanSeat[] = [];
  const areas: PlanArea[] = [];
  checkCapacities(parsed.plan.seats.length, entries);
  for (const [i, { name, capacity, category, area }] of entries.entries()) {
    const at = (...path: PropertyKey[]) => formatPath(["general_admission", i, ...path]);
    if (sections.has(name)) throw planFault(at("name"), `The plan already has a section "${name}"`);
    const { shape, isNew } = findShape(parsed, area, at("area"));
    const middle = middleOfArea(shape);
    const own = drawPlaces({ name, capacity, category, middle });
    const taken = own.find((place) => guids.has(place.guid));
    if (taken) throw planFault(at("name"), `Its places would have the id "${taken.guid}", which another seat has`);
    sections.add(name);
    for (const place of own) {
      places.push(place);
      guids.add(place.guid);
    }
    if (isNew) areas.push(shape, drawText(middle, name));
  }
  return { places, areas };
}

/** Before any place is drawn: there might be a hundred thousand of them. */
function checkCapacities(seatCount: number, entries: readonly GeneralAdmission[]): void {
  let total = seatCount;
  for (const [i, { capacity }] of entries.entries()) {
    total += capacity;
    checkSeatCount(formatPath(["general_admission", i, "capacity"]), total);
  }
}

function findShape(parsed: ParsedPlan, wanted: GeneralAdmission["area"], path: string) {
  const asPoints = AreaOfPoints.safeParse(wanted);
  if (asPoints.success) {
    return { shape: outlineOf(asPoints.data.points, parsed, `${path}.points`), isNew: true };
  }
  const found = parsed.fileAreas.find((one) =>
    "uuid" in wanted ? one.uuid === wanted.uuid : one.zone === wanted.zone && one.area === wanted.area,
  );
  if (!found) throw planFault(path, "The plan has no such area");
  if (!found.shape) throw planFault(path, "The area has no outline, only words");
  return { shape: found.shape, isNew: false };
}

function outlineOf(points: readonly PlanPoint[], { plan, shift }: ParsedPlan, path: string): PlanArea {
  const placed = points.map((point) => moveBy(point, shift));
  const outside = placed.findIndex(({ x, y }) => x < 0 || y < 0 || x > plan.size.width || y > plan.size.height);
  if (outside >= 0) throw planFault(`${path}[${outside}]`, "The point lies off the plan");
  const area = drawPolygon(placed, null);
  if (!isInside(middleOfArea(area), area.points)) throw planFault(path, "The points do not enclose anything");
  return area;
}

function listCategories({ categories, declaredCategories }: ParsedPlan, seats: readonly PlanSeat[]): string[] {
  const used = new Set(seats.map((seat) => seat.category));
  return [...new Set([...declaredCategories, ...categories, ...used])].filter((category) => used.has(category));
}

const moveBy = ({ x, y }: PlanPoint, shift: PlanPoint): PlanPoint => ({ x: x + shift.x, y: y + shift.y });
