import type { Hall } from "./hall";
import type { SeatLook } from "./seat-looks";

const LOOKS: readonly SeatLook[] = ["unknown", "free", "chosen", "held_by_me", "held", "sold", "blocked"];
const CODE_OF = Object.fromEntries(LOOKS.map((look, code) => [look, code])) as Record<SeatLook, number>;
const NOT_READ = 255;
const isMine = (code: number) => code === CODE_OF.chosen || code === CODE_OF.held_by_me;

/** Every look of a hall as it was drawn last, so that the next one can be told apart seat by seat. */
export type MapLooks = {
  lookAt: (seat: number) => SeatLook;
  /** The reader's own seats. */
  mine: () => readonly number[];
  /** How many seats of a section are free; `null` while nothing is known. */
  freeIn: (section: number) => number | null;
  /** Reads every seat anew. @returns the seats that look different now. */
  update: (lookOf: (seat: number) => SeatLook) => number[];
};

export function createLooks({ map, seatCount, sections }: Hall): MapLooks {
  const codes = new Uint8Array(seatCount).fill(NOT_READ);
  const free = new Int32Array(sections.length);
  let mine: number[] = [];
  let isKnown = false;

  function addFree(seat: number, by: 1 | -1): void {
    const section = map.seats.section[seat] ?? 0;
    free[section] = (free[section] ?? 0) + by;
  }

  function update(lookOf: (seat: number) => SeatLook): number[] {
    const changed: number[] = [];
    mine = [];
    for (let seat = 0; seat < seatCount; seat++) {
      const code = CODE_OF[lookOf(seat)];
      if (isMine(code)) mine.push(seat);
      if (codes[seat] === code) continue;
      if (codes[seat] === CODE_OF.free) addFree(seat, -1);
      if (code === CODE_OF.free) addFree(seat, 1);
      codes[seat] = code;
      changed.push(seat);
    }
    isKnown = codes.some((code) => code !== CODE_OF.unknown && !isMine(code));
    return changed;
  }

  return {
    lookAt: (seat) => LOOKS[codes[seat] ?? CODE_OF.unknown] ?? "unknown",
    mine: () => mine,
    freeIn: (section) => (isKnown ? (free[section] ?? 0) : null),
    update,
  };
}
