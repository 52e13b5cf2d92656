"use server";

import { cancelBookingEndpoint } from "@/lib/endpoints/bookings";
import { toAction } from "@/lib/web/action";

export const cancelBookingAction = toAction(cancelBookingEndpoint);
