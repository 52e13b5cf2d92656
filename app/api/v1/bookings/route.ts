import { createBookingByNameEndpoint } from "@/lib/endpoints/api-v1";
import { listBookingsEndpoint } from "@/lib/endpoints/bookings";
import { toRoute } from "@/lib/web/route";

export const GET = toRoute(listBookingsEndpoint, { status: 200 });
export const POST = toRoute(createBookingByNameEndpoint, { status: 201 });
