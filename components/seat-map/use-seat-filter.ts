"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { GradeCode } from "@/lib/db/schema/catalog";
import type { Hold } from "@/lib/seats/find-hold";
import type { Hall } from "./hall";
import { filterSeats, isFiltering, kindOf, NO_FILTER, type SeatFilter, withGrade, withPrices } from "./seat-filter";
import { readSession, writeSession } from "./session-memory";
import { prepareSittingOrder } from "./sitting-order";
import { formatWish, parseWish } from "./stored-wish";

type FilterOptions = { hall: Hall; statuses: string | null; hold: Hold | null };

/** Begun when the page has settled, worked at in small pieces: no frame is lost to it. */
const START_MS = 1_500;
const SLICE_MS = 4;
const REST_MS = 50;

/** What the fan looks for, and what of it is left; told anew whenever seats come or go. */
export function useSeatFilter({ hall, statuses, hold }: FilterOptions) {
  const { grades, scheduleId } = hall.map;
  const key = `rowlock:wish:${scheduleId}`;
  const [wishAtFirst] = useState(() => parseWish(readSession(key), grades));
  const [filter, setFilter] = useState<SeatFilter>(wishAtFirst.filter);
  const [party, setParty] = useState(wishAtFirst.party);
  const kind = useMemo(() => kindOf(hall, filter), [hall, filter]);
  const filtered = useMemo(() => {
    const mine = hold?.seats.map(({ seatIndex }) => seatIndex) ?? [];
    return filterSeats(hall, { statuses, kind, together: filter.together, mine });
  }, [hall, statuses, kind, filter.together, hold]);

  useEffect(() => prepareWhenIdle(hall), [hall]);
  useEffect(() => writeSession(key, formatWish({ filter, party })), [key, filter, party]);

  const change = useMemo(
    () => ({
      grade: (grade: GradeCode | null) => setFilter((now) => withGrade(now, grade, grades)),
      prices: (prices: SeatFilter["priceKrw"]) => setFilter((now) => withPrices(now, prices, grades)),
      together: (together: number) => setFilter((now) => ({ ...now, together })),
      isAccessible: (isAccessible: boolean) => setFilter((now) => ({ ...now, isAccessible })),
      nothing: () => setFilter(NO_FILTER),
    }),
    [grades],
  );
  /** Whoever looks for seats together looks for them for everybody who comes along. */
  const changeParty = useCallback((count: number) => {
    setParty(count);
    setFilter((now) => (now.together > 1 ? { ...now, together: count } : now));
  }, []);
  return { filter, changeFilter: change, filtered, isFiltered: isFiltering(filter), party, changeParty };
}

/** Who sits beside whom is asked for at the first press of a button, and ready by then. @returns a way to stop. */
function prepareWhenIdle(hall: Hall): () => void {
  const work = () => {
    const until = performance.now() + SLICE_MS;
    if (!prepareSittingOrder(hall, () => performance.now() < until)) timer = setTimeout(work, REST_MS);
  };
  let timer = setTimeout(work, START_MS);
  return () => clearTimeout(timer);
}
