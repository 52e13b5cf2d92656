import type { GradeCode } from "@/lib/db/schema/catalog";
import type { SeatMap } from "@/lib/plans/seat-map";
import { SEAT_CODES } from "@/lib/seats/rules";
import type { Hall } from "./hall";
import { isGeneral, isMadeForOne } from "./seat-shape";
import { sittingOrder } from "./sitting-order";

/** What the fan looks for; everything else steps back, on the map as in the list. */
export type SeatFilter = {
  grade: GradeCode | null;
  /** Whole won, bounds included. */
  priceKrw: { min: number; max: number } | null;
  /** How many free seats must lie side by side; 1 asks for nothing. */
  together: number;
  /** Wheelchair spaces and the seats beside them, and only those. */
  isAccessible: boolean;
};

export const NO_FILTER: SeatFilter = { grade: null, priceKrw: null, together: 1, isAccessible: false };

/** A hall under a filter, at one moment. */
export type FilteredSeats = {
  /** The grades that the filter lets through. */
  grades: ReadonlySet<GradeCode>;
  /** 1 for each seat of the kind looked for, free or not; `null` when every seat is. */
  suits: Uint8Array | null;
  /** 1 for each seat that stands out: of that kind and, where seats together are asked for, free beside enough others. */
  fits: Uint8Array | null;
  /** How many seats of a section suit, free or not. */
  sizeOf: (section: number) => number;
  /** Free seats of a section that fit; `null` while nothing is known of the seats. */
  leftIn: (section: number) => number | null;
  /** Free seats of the hall that fit. */
  left: number | null;
};

export const isFiltering = ({ grade, priceKrw, together, isAccessible }: SeatFilter): boolean =>
  grade !== null || priceKrw !== null || together > 1 || isAccessible;

type Offer = SeatMap["grades"];

/** Asks for one grade, or any; prices that would rule it out are no longer asked for. */
export function withGrade(filter: SeatFilter, grade: GradeCode | null, offer: Offer): SeatFilter {
  const price = offer.find(({ code }) => code === grade)?.priceKrw;
  const isRuledOut = price !== undefined && !isWithin(filter.priceKrw, price);
  return { ...filter, grade, priceKrw: isRuledOut ? null : filter.priceKrw };
}

/** Asks for prices, or any; a grade that they rule out is no longer asked for, and all prices are no wish at all. */
export function withPrices(filter: SeatFilter, prices: SeatFilter["priceKrw"], offer: Offer): SeatFilter {
  const isRuledOut = offer.some(({ code, priceKrw }) => code === filter.grade && !isWithin(prices, priceKrw));
  const isAll = offer.every(({ priceKrw }) => isWithin(prices, priceKrw));
  return { ...filter, grade: isRuledOut ? null : filter.grade, priceKrw: isAll ? null : prices };
}

const isWithin = (prices: SeatFilter["priceKrw"], priceKrw: number) =>
  prices === null || (priceKrw >= prices.min && priceKrw <= prices.max);

/** Seats of one kind, whatever their state. */
export type SeatKind = Pick<FilteredSeats, "grades" | "suits">;

/** The kind of seat that a filter looks for. One pass over the hall. */
export function kindOf(hall: Hall, { grade, priceKrw, isAccessible }: SeatFilter): SeatKind {
  const { map, seatCount } = hall;
  const offered = map.grades.filter(
    ({ code, priceKrw: price }) => (grade === null || code === grade) && isWithin(priceKrw, price),
  );
  const grades = new Set(offered.map(({ code }) => code));
  if (offered.length === map.grades.length && !isAccessible) return { grades, suits: null };
  const suits = new Uint8Array(seatCount);
  for (let seat = 0; seat < seatCount; seat++) {
    const code = map.seats.grade[seat];
    if (code !== undefined && grades.has(code) && (!isAccessible || isMadeForOne(hall, seat))) suits[seat] = 1;
  }
  return { grades, suits };
}

type Moment = { statuses: string | null; kind: SeatKind; together: number; mine: readonly number[] };

/** The hall as the filter leaves it now. A few passes over the hall, well under a frame for 50,000 seats. */
export function filterSeats(hall: Hall, moment: Moment): FilteredSeats {
  const { statuses, together } = moment;
  const { suits } = moment.kind;
  const fits = together > 1 && statuses !== null ? seatsTogether(hall, { ...moment, statuses }) : suits;
  const sizes = new Int32Array(hall.sections.length);
  const counts = new Int32Array(hall.sections.length);
  const { section } = hall.map.seats;
  let left = 0;
  for (let seat = 0; seat < hall.seatCount; seat++) {
    const at = section[seat] ?? 0;
    if (suits === null || suits[seat] === 1) sizes[at] = (sizes[at] ?? 0) + 1;
    if (statuses?.[seat] !== SEAT_CODES.available || (fits !== null && fits[seat] === 0)) continue;
    counts[at] = (counts[at] ?? 0) + 1;
    left += 1;
  }
  return {
    ...moment.kind,
    fits,
    sizeOf: (at) => sizes[at] ?? 0,
    leftIn: (at) => (statuses === null ? null : (counts[at] ?? 0)),
    left: statuses === null ? null : left,
  };
}

/** Suiting free seats with enough suiting free ones beside them. Nobody sits in a standing area: its places always fit. */
function seatsTogether(hall: Hall, { statuses, kind, together, mine }: Moment & { statuses: string }): Uint8Array {
  const { suits } = kind;
  const fits = new Uint8Array(hall.seatCount);
  const own = new Set(mine);
  const { seats, isEnd } = sittingOrder(hall);
  let first = 0;
  for (let place = 0; place < seats.length; place++) {
    const seat = seats[place] ?? 0;
    const isOpen = statuses[seat] === SEAT_CODES.available || own.has(seat);
    if (!isOpen || (suits !== null && suits[seat] === 0)) {
      first = place + 1;
      continue;
    }
    const length = place - first + 1;
    if (length === together) for (let other = first; other <= place; other++) fits[seats[other] ?? 0] = 1;
    else if (length > together) fits[seat] = 1;
    if (isEnd[place] === 1) first = place + 1;
  }
  for (let seat = 0; seat < hall.seatCount; seat++) {
    if (isGeneral(hall, seat) && (suits === null || suits[seat] === 1)) fits[seat] = 1;
  }
  return fits;
}
