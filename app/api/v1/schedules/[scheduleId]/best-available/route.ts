import { BEST_WIRE_NAMES, toBestWire } from "@/lib/endpoints/hold-wire";
import { holdBestEndpoint } from "@/lib/endpoints/seats";
import { toRoute } from "@/lib/web/route";

export const POST = toRoute(holdBestEndpoint, { status: 200, names: BEST_WIRE_NAMES, present: toBestWire });
