import { payBookingEndpoint } from "@/lib/endpoints/bookings";
import { toRoute } from "@/lib/web/route";

export const POST = toRoute(payBookingEndpoint, { status: 200 });
