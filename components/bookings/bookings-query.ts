import type { ListBookingsInput } from "@/lib/bookings/schema";
import type { BookingStatus } from "@/lib/db/schema/bookings";

/** The filters of "my bookings", as they stand in the address, and the states each of them shows. */
export const BOOKING_FILTERS = {
  pending: ["pending"],
  confirmed: ["confirmed"],
  cancelled: ["cancelled", "refunded"],
  expired: ["expired"],
} as const satisfies Record<string, readonly BookingStatus[]>;

export type BookingFilter = keyof typeof BOOKING_FILTERS;
export type BookingsQuery = { filter: BookingFilter | null; cursor: string | null };

const BOOKINGS_PER_PAGE = 10;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address leniently: a filter or cursor nobody made is left out, not an error. */
export function readBookingsQuery({ status, cursor }: SearchParams): BookingsQuery {
  return {
    filter: typeof status === "string" && Object.hasOwn(BOOKING_FILTERS, status) ? (status as BookingFilter) : null,
    cursor: typeof cursor === "string" && UUID.test(cursor) ? cursor : null,
  };
}

/** The same as the domain wants it. */
export function bookingsInput({ filter, cursor }: BookingsQuery): ListBookingsInput {
  return {
    ...(filter && { status: [...BOOKING_FILTERS[filter]] }),
    ...(cursor && { cursor }),
    limit: BOOKINGS_PER_PAGE,
  };
}

/** The address of a filter's first page, or of the page after `cursor`. */
export function bookingsHref(filter: BookingFilter | null, cursor?: string): string {
  const query = new URLSearchParams({ ...(filter && { status: filter }), ...(cursor && { cursor }) }).toString();
  return query ? `/bookings?${query}` : "/bookings";
}
