/** Bits of `SeatColumns.flags`: what is special about a seat. They travel in stored answers, so they are never renumbered. */
export const SEAT_ACCESSIBLE = 1;
export const SEAT_RESTRICTED_VIEW = 2;
export const SEAT_COMPANION = 4;
/** A place of a general-admission area: sold by number of people, never picked one by one. */
export const SEAT_GENERAL = 8;

/** Every bit there is. */
export const SEAT_FLAGS = SEAT_ACCESSIBLE | SEAT_RESTRICTED_VIEW | SEAT_COMPANION | SEAT_GENERAL;

/** The most seats a plan may have. */
export const PLAN_SEATS_MAX = 100_000;
