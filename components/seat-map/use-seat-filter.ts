"use client";

import { useMemo, useState } from "react";
import type { Hold } from "@/lib/seats/find-hold";
import type { Hall } from "./hall";
import { filterSeats, isFiltering, kindOf, NO_FILTER, type SeatFilter } from "./seat-filter";

type FilterOptions = { hall: Hall; statuses: string | null; hold: Hold | null };

/** What the fan looks for, and what of it is left; told anew whenever seats come or go. */
export function useSeatFilter({ hall, statuses, hold }: FilterOptions) {
  const [filter, setFilter] = useState<SeatFilter>(NO_FILTER);
  const kind = useMemo(() => kindOf(hall, filter), [hall, filter]);
  const filtered = useMemo(() => {
    const mine = hold?.seats.map(({ seatIndex }) => seatIndex) ?? [];
    return filterSeats(hall, { statuses, kind, together: filter.together, mine });
  }, [hall, statuses, kind, filter.together, hold]);
  return { filter, setFilter, filtered, isFiltered: isFiltering(filter) };
}
