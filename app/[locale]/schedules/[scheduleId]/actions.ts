"use server";

import { createBookingEndpoint } from "@/lib/endpoints/bookings";
import { holdBestEndpoint, holdGeneralEndpoint, holdSeatsEndpoint, releaseSeatsEndpoint } from "@/lib/endpoints/seats";
import { toAction } from "@/lib/web/action";

export const holdSeatsAction = toAction(holdSeatsEndpoint);
export const holdBestAction = toAction(holdBestEndpoint);
export const holdGeneralAction = toAction(holdGeneralEndpoint);
export const releaseSeatsAction = toAction(releaseSeatsEndpoint);
export const createBookingAction = toAction(createBookingEndpoint);
