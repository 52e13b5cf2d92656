import { PLAIN_SEAT, type Plan, type PlanPoint } from "./plan";
import { checkSeatCount, firstFault, planFault } from "./plan-fault";
import { listUnknownFields, PretixFile } from "./pretix-file";
import { type FileArea, layOut } from "./pretix-layout";
import { count, type DraftSeat, nameSeats } from "./pretix-names";

export type ParsedPlan = {
  plan: Plan;
  /** Those that have seats, in the file's own order. */
  categories: string[];
  /** Those that the file lists, with or without seats. */
  declaredCategories: string[];
  /** What was put right, in words. */
  repairs: string[];
  /** Where the file's own areas came to lie on the plan, for what else speaks of them. */
  fileAreas: FileArea[];
  /** By how much everything was moved to lie on the paper. */
  shift: PlanPoint;
};

const FALLBACK_CATEGORY = "General";

/**
 * Reads a pretix seating plan. What real files get wrong is put right and told: repeated seat ids
 * and names, missing positions and zone names, floors drawn on top of each other. A plan of nothing
 * but areas has no seats yet; what stands beside it may bring some (see `assertHasSeats`).
 *
 * @throws AppError `invalid_input` {path, message} naming the first fault that cannot be put right,
 *   such as `zones[0].rows[3].seats[2].seat_number`.
 */
export function parsePretixPlan(json: unknown): ParsedPlan {
  const file = readFile(json);
  const { seats, repairs: naming } = nameSeats(file);
  checkSeatCount("zones", seats.length);

  const identity = repairGuids(seats);
  const { categories, repairs: categorising } = settleCategories(file, seats);
  const { size, areas, fileAreas, shift, repairs: arranging } = layOut(file, seats);
  const unknown = listUnknownFields(file);
  return {
    plan: {
      name: file.name || "Plan",
      size,
      areas,
      focalPoint: null,
      seats: seats.map(({ zone: _, uuid: __, ...seat }) => ({ ...seat, ...PLAIN_SEAT })),
    },
    categories,
    declaredCategories: (file.categories ?? []).map((category) => category.name),
    fileAreas,
    shift,
    repairs: [
      ...identity,
      ...naming,
      ...categorising,
      ...arranging,
      ...(unknown.length > 0
        ? [`Fields that the format does not have are kept but not used: ${unknown.join(", ")}.`]
        : []),
    ],
  };
}

/** @throws AppError `invalid_input` {path, message} when neither the file nor its sidecar has anything to sell. */
export function assertHasSeats({ plan }: ParsedPlan): void {
  if (plan.seats.length === 0) throw planFault("zones", "The plan has no seats, and no standing area beside it");
}

function readFile(json: unknown): PretixFile {
  const parsed = PretixFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw firstFault(parsed.error, "The file is not a seating plan");
}

/** The first seat of an id keeps it; the others are known by their uuid, or by a name made here. */
function repairGuids(seats: DraftSeat[]): string[] {
  const taken = new Set<string>();
  const repaired = { repeated: 0, missing: 0, made: 0 };
  // Ids of the file come first: a uuid that stands in for one must not take another seat's id.
  const claimed = new Set(seats.map((seat) => seat.guid));
  for (const seat of seats) {
    if (seat.guid === "" || taken.has(seat.guid)) {
      repaired[seat.guid === "" ? "missing" : "repeated"]++;
      const isUuidFree = seat.uuid !== "" && !taken.has(seat.uuid) && !claimed.has(seat.uuid);
      if (!isUuidFree) repaired.made++;
      seat.guid = isUuidFree ? seat.uuid : makeGuid(seat, taken, claimed);
    }
    taken.add(seat.guid);
  }
  const { repeated, missing, made } = repaired;
  return [
    ...(repeated > 0
      ? [`${count(repeated, "seat")} of ${seats.length} repeated another's seat_guid; each is now known by its uuid.`]
      : []),
    ...(missing > 0 ? [`${count(missing, "seat")} had no seat_guid; each is now known by its uuid.`] : []),
    ...(made > 0
      ? [`${count(made, "seat")} of those had no uuid of their own either; their ids are made from their names.`]
      : []),
  ];
}

function makeGuid(seat: DraftSeat, taken: ReadonlySet<string>, claimed: ReadonlySet<string>): string {
  const name = [seat.section, seat.rowLabel, seat.seatNumber].join("-");
  for (let n = 1; ; n++) {
    const guid = n === 1 ? name : `${name}#${n}`;
    if (!taken.has(guid) && !claimed.has(guid)) return guid;
  }
}

function settleCategories(file: PretixFile, seats: DraftSeat[]): { categories: string[]; repairs: string[] } {
  const repairs: string[] = [];
  const declared = (file.categories ?? []).map((category) => category.name);
  const without = seats.filter((seat) => seat.category === "");
  for (const seat of without) seat.category = FALLBACK_CATEGORY;
  if (without.length > 0)
    repairs.push(`${count(without.length, "seat")} had no category; theirs is "${FALLBACK_CATEGORY}".`);

  const used = new Set(seats.map((seat) => seat.category));
  const undeclared = [...used].filter((category) => !declared.includes(category));
  const unlisted = undeclared.filter((category) => category !== FALLBACK_CATEGORY || without.length === 0);
  if (unlisted.length > 0) {
    repairs.push(
      `Seats name categories that the plan does not list; added last: ${unlisted.map((name) => `"${name}"`).join(", ")}.`,
    );
  }
  return { categories: [...new Set([...declared, ...undeclared])].filter((category) => used.has(category)), repairs };
}
