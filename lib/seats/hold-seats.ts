import type { GradeCode } from "@/lib/db/schema/catalog";

/** A seat as its holder sees it. */
export type HeldSeat = {
  ticketId: number;
  seatIndex: number;
  section: string;
  rowLabel: string;
  seatNumber: string;
  grade: GradeCode;
  priceKrw: number;
};

/** Everything one fan holds in one schedule and has not booked yet; it runs out as a whole. */
export type Hold = { holdToken: number; seats: HeldSeat[]; expiresAt: Date };
