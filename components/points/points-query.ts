import type { PointHistoryItem } from "@/lib/points/queries";
import type { ListPointHistoryInput } from "@/lib/points/schema";

export type PointType = PointHistoryItem["type"];
export const POINT_TYPES = ["charge", "use", "refund", "adjust"] as const satisfies readonly PointType[];

/** Days as YYYY-MM-DD, both counted; `payFor` is the booking that lacks points, `missing` how many. */
export type PointsQuery = {
  type: PointType | null;
  from: string | null;
  to: string | null;
  cursor: string | null;
  payFor: string | null;
  missing: number;
};

const ENTRIES_PER_PAGE = 20;
const DAY_MS = 86_400_000;
/** Points belong to no hall; their days are Seoul's, which has no summer time. */
const SEOUL_OFFSET = "+09:00";

const DAY = /^2\d{3}-\d{2}-\d{2}$/;
const CURSOR = /^\d{1,20}-\d{1,20}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address leniently: what nobody offered is left out, and days the wrong way round are turned. */
export function readPointsQuery(params: SearchParams): PointsQuery {
  const days = [dayIn(params.from), dayIn(params.to)] as const;
  const [from, to] = days[0] && days[1] && days[0] > days[1] ? [days[1], days[0]] : days;
  return {
    type: POINT_TYPES.find((type) => type === params.type) ?? null,
    from,
    to,
    cursor: matching(params.cursor, CURSOR),
    payFor: matching(params.payFor, UUID),
    missing: Number(matching(params.missing, /^\d{1,9}$/) ?? 0),
  };
}

/** The same as the domain wants it: instants, of which `from` counts and `to` does not. */
export function pointsInput({ type, from, to, cursor }: PointsQuery): ListPointHistoryInput {
  return {
    ...(type && { type }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: new Date(startOfDay(to).getTime() + DAY_MS) }),
    ...(cursor && { cursor }),
    limit: ENTRIES_PER_PAGE,
  };
}

/** The address of a filter, which starts at its first page unless a cursor is given. */
export function pointsHref({ type, from, to, cursor }: Partial<PointsQuery>): string {
  const query = new URLSearchParams({
    ...(type && { type }),
    ...(from && { from }),
    ...(to && { to }),
    ...(cursor && { cursor }),
  }).toString();
  return query ? `/points?${query}` : "/points";
}

const startOfDay = (day: string) => new Date(`${day}T00:00:00${SEOUL_OFFSET}`);

function dayIn(value: unknown): string | null {
  const day = matching(value, DAY);
  return day && !Number.isNaN(startOfDay(day).getTime()) ? day : null;
}

const matching = (value: unknown, pattern: RegExp): string | null =>
  typeof value === "string" && pattern.test(value) ? value : null;
