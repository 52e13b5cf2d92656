import { toHoldWire } from "@/lib/endpoints/hold-wire";
import { holdGeneralEndpoint } from "@/lib/endpoints/seats";
import { toRoute } from "@/lib/web/route";

export const POST = toRoute(holdGeneralEndpoint, { status: 200, present: toHoldWire });
