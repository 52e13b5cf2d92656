import { cancelBookingEndpoint } from "@/lib/endpoints/bookings";
import { toRoute } from "@/lib/web/route";

export const POST = toRoute(cancelBookingEndpoint, { status: 200 });
