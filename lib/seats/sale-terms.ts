import { events, schedules } from "@/lib/db/schema/catalog";

/** The columns of `SaleTerms`, for a select from schedules joined with their event. */
export const saleTermsColumns = {
  scheduleStatus: schedules.status,
  eventStatus: events.status,
  salesOpenAt: schedules.salesOpenAt,
  salesCloseAt: schedules.salesCloseAt,
  seatsPerBookingMax: schedules.seatsPerBookingMax,
  seatsPerUserMax: schedules.seatsPerUserMax,
  leavesNoOrphans: schedules.leavesNoOrphans,
};
