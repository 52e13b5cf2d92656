"use server";

import { cancelBookingEndpoint, payBookingEndpoint } from "@/lib/endpoints/bookings";
import { toAction } from "@/lib/web/action";

export const payBookingAction = toAction(payBookingEndpoint);
export const cancelBookingAction = toAction(cancelBookingEndpoint);
