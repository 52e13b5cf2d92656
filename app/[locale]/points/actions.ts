"use server";

import { chargePointsEndpoint } from "@/lib/endpoints/points";
import { toAction } from "@/lib/web/action";

export const chargePointsAction = toAction(chargePointsEndpoint);
