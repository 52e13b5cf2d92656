import { z } from "zod";

/**
 * The pretix seating-plan file as it is found in the wild, rather than as its schema has it: names
 * may be numbers, positions and zone names may be missing, and fields that nobody knows are let be.
 */
const Name = z
  .union([z.string(), z.number()], { error: "expected a name or a number" })
  .transform((name) => String(name).trim());
const Position = z.looseObject({ x: z.number(), y: z.number() });
const Colour = z.string().nullish();
const Length = z.number().nonnegative();

const Category = z.looseObject({ name: Name, color: Colour });

const Seat = z.looseObject({
  seat_number: Name.refine((name) => name !== "", "A seat needs a number"),
  seat_guid: Name.nullish(),
  uuid: Name.nullish(),
  category: Name.nullish(),
  position: Position,
  radius: z.number().nullish(),
  start_direction: z.unknown().optional(),
});

const Row = z.looseObject({
  row_number: Name.nullish(),
  row_label: z.unknown().optional(),
  seat_label: z.unknown().optional(),
  row_number_position: z.unknown().optional(),
  uuid: z.unknown().optional(),
  position: Position.nullish(),
  seats: z.array(Seat),
});

const Area = z.looseObject({
  shape: z.enum(["polygon", "rectangle", "ellipse", "circle", "text"]),
  color: Colour,
  border_color: Colour,
  rotation: z.number().nullish(),
  uuid: z.unknown().optional(),
  position: Position,
  text: z
    .looseObject({ position: Position.nullish(), color: Colour, text: z.string().nullish(), size: Length.nullish() })
    .nullish(),
  rectangle: z.looseObject({ width: Length, height: Length }).nullish(),
  circle: z.looseObject({ radius: Length }).nullish(),
  ellipse: z.looseObject({ radius: z.looseObject({ x: Length, y: Length }) }).nullish(),
  polygon: z.looseObject({ points: z.array(Position) }).nullish(),
});

const Zone = z.looseObject({
  name: Name.nullish(),
  zone_id: Name.nullish(),
  uuid: z.unknown().optional(),
  position: Position.nullish(),
  rows: z.array(Row),
  areas: z.array(Area).nullish(),
});

export const PretixFile = z.looseObject({
  name: Name.nullish(),
  categories: z.array(Category).nullish(),
  zones: z.array(Zone),
  size: z.looseObject({ width: Length, height: Length }).nullish(),
});

export type PretixFile = z.output<typeof PretixFile>;
export type PretixZone = z.output<typeof Zone>;
export type PretixArea = z.output<typeof Area>;

const KNOWN_FIELDS = {
  seat: new Set(Object.keys(Seat.shape)),
  row: new Set(Object.keys(Row.shape)),
  area: new Set(Object.keys(Area.shape)),
  zone: new Set(Object.keys(Zone.shape)),
};

/** "seat.foo" for each field that this format does not have, once each, in alphabetical order. */
export function listUnknownFields(file: PretixFile): string[] {
  const unknown = new Set<string>();
  const look = (kind: keyof typeof KNOWN_FIELDS, thing: object) => {
    for (const field of Object.keys(thing)) if (!KNOWN_FIELDS[kind].has(field)) unknown.add(`${kind}.${field}`);
  };
  for (const field of Object.keys(file)) if (!(field in PretixFile.shape)) unknown.add(field);
  for (const zone of file.zones) {
    look("zone", zone);
    for (const area of zone.areas ?? []) look("area", area);
    for (const row of zone.rows) {
      look("row", row);
      for (const seat of row.seats) look("seat", seat);
    }
  }
  return [...unknown].sort();
}
