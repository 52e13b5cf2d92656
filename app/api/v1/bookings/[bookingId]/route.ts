import { findBookingEndpoint } from "@/lib/endpoints/bookings";
import { toRoute } from "@/lib/web/route";

export const GET = toRoute(findBookingEndpoint, {
  status: 200,
  present: ({ id, number, status, expiresAt, payment }) => ({ id, number, status, expires_at: expiresAt, payment }),
});
