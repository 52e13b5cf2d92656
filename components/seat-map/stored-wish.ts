import type { SeatMap } from "@/lib/plans/seat-map";
import { NO_FILTER, type SeatFilter } from "./seat-filter";

/** What a fan looked for, and for how many, as it outlives signing in and reloading. */
export type Wish = { filter: SeatFilter; party: number };

const PARTY_AT_FIRST = 2;

/** A stored wish as far as this hall can still grant it; no wish for anything else that may lie under the key. */
export function parseWish(stored: string | null, offer: SeatMap["grades"]): Wish {
  const { grade, priceKrw, together, isAccessible, party } = fieldsOf(stored);
  const prices = fieldsOf(priceKrw);
  const code = offer.find((offered) => offered.code === grade)?.code ?? null;
  const isPrice = (price: unknown): price is number => offer.some((offered) => offered.priceKrw === price);
  const { min, max } = prices;
  return {
    party: isCount(party) ? party : PARTY_AT_FIRST,
    filter: {
      grade: code,
      priceKrw: code === null && isPrice(min) && isPrice(max) && min <= max ? { min, max } : null,
      together: isCount(together) ? together : NO_FILTER.together,
      isAccessible: isAccessible === true,
    },
  };
}

export const formatWish = ({ filter, party }: Wish): string => JSON.stringify({ ...filter, party });

const PARTY_MAX = 20;

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= PARTY_MAX;

function fieldsOf(stored: unknown): Record<string, unknown> {
  try {
    const value: unknown = typeof stored === "string" ? JSON.parse(stored) : stored;
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
