import type { PretixFile, PretixZone } from "./pretix-file";

/** A seat of the file on its way into a plan. `zone` is the zone's position in the file. */
export type DraftSeat = {
  zone: number;
  section: string;
  rowLabel: string;
  seatNumber: string;
  guid: string;
  uuid: string;
  category: string;
  x: number;
  y: number;
};

type DraftRow = { rowLabel: string; seats: DraftSeat[] };

/**
 * Puts every seat of the file in its place (zone + row + seat) under a name of its own.
 *
 * Where a zone repeats a row, as a file does that draws many blocks as one zone, the zone becomes
 * several sections, "Floor 1", "Floor 2" …: a fan can find those, and could not find a made-up row.
 */
export function nameSeats(file: PretixFile): { seats: DraftSeat[]; repairs: string[] } {
  const repairs: string[] = [];
  const zoneNames = nameZones(file.zones, repairs);
  const taken = new Set(zoneNames);
  const seats = file.zones.flatMap((zone, i) => {
    const blocks = splitIntoBlocks(readRows(zone, i, zoneNames[i]!, repairs));
    if (blocks.length > 1) renameBlocks(blocks, zoneNames[i]!, taken, repairs);
    return blocks.flat().flatMap((row) => row.seats);
  });
  reportRowsWithoutPosition(file, repairs);
  return { seats, repairs };
}

function nameZones(zones: readonly PretixZone[], repairs: string[]): string[] {
  const names = new Set<string>();
  return zones.map((zone, i) => {
    const given = zone.name || zone.zone_id || "";
    const name = freeName(names, given || String.fromCharCode(65 + (i % 26)));
    names.add(name);
    if (!zone.name) repairs.push(`Zone ${i + 1} has no name; it is called "${name}".`);
    else if (name !== zone.name)
      repairs.push(`There is more than one zone "${zone.name}"; zone ${i + 1} is called "${name}".`);
    return name;
  });
}

/** `wanted`, or `wanted 2`, `wanted 3` … */
function freeName(taken: ReadonlySet<string>, wanted: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if (!taken.has(name)) return name;
  }
}

function readRows(zone: PretixZone, zoneIndex: number, section: string, repairs: string[]): DraftRow[] {
  let renumbered = 0;
  const rows = zone.rows.map((row) => {
    const rowLabel = row.row_number ?? "";
    const numbers = new Set<string>();
    const seats = row.seats.map((seat): DraftSeat => {
      const seatNumber = numbers.has(seat.seat_number) ? freeNumber(numbers, seat.seat_number) : seat.seat_number;
      if (seatNumber !== seat.seat_number) renumbered++;
      numbers.add(seatNumber);
      return {
        zone: zoneIndex,
        section,
        rowLabel,
        seatNumber,
        guid: seat.seat_guid ?? "",
        uuid: seat.uuid ?? "",
        category: seat.category ?? "",
        x: (zone.position?.x ?? 0) + (row.position?.x ?? 0) + seat.position.x,
        y: (zone.position?.y ?? 0) + (row.position?.y ?? 0) + seat.position.y,
      };
    });
    return { rowLabel, seats };
  });
  if (renumbered > 0) {
    repairs.push(
      `${count(renumbered, "seat")} of "${section}" repeated a number of their own row; they became "5-2", "5-3" and so on.`,
    );
  }
  return rows;
}

function freeNumber(taken: ReadonlySet<string>, wanted: string): string {
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** A new block begins where a row would repeat a seat name of the block so far. */
function splitIntoBlocks(rows: readonly DraftRow[]): DraftRow[][] {
  const blocks: DraftRow[][] = [[]];
  let names = new Set<string>();
  for (const row of rows) {
    const own = row.seats.map((seat) => `${row.rowLabel}\n${seat.seatNumber}`);
    if (own.some((name) => names.has(name))) {
      blocks.push([]);
      names = new Set();
    }
    blocks.at(-1)!.push(row);
    for (const name of own) names.add(name);
  }
  return blocks;
}

function renameBlocks(blocks: DraftRow[][], zoneName: string, taken: Set<string>, repairs: string[]): void {
  let number = 0;
  const names = blocks.map((block) => {
    do number++;
    while (taken.has(`${zoneName} ${number}`));
    const section = `${zoneName} ${number}`;
    taken.add(section);
    for (const row of block) for (const seat of row.seats) seat.section = section;
    return section;
  });
  repairs.push(
    `"${zoneName}" has the same rows and seat numbers ${blocks.length} times over; it is split into the sections "${names[0]}" to "${names.at(-1)}".`,
  );
}

function reportRowsWithoutPosition(file: PretixFile, repairs: string[]): void {
  const rows = file.zones.flatMap((zone) => zone.rows);
  const unplaced = rows.filter((row) => !row.position).length;
  if (unplaced > 0) repairs.push(`${count(unplaced, "row")} had no position; their seats count from the zone's own.`);
  const unnamed = rows.filter((row) => !row.row_number).length;
  if (unnamed > 0) repairs.push(`${count(unnamed, "row")} had no number; their seats are named without a row.`);
}

/** "1 seat", "738 seats". */
export const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? "" : "s"}`;
