import { fromBestWire, toBestWire } from "@/lib/endpoints/hold-wire";
import { holdBestEndpoint } from "@/lib/endpoints/seats";
import { toRoute } from "@/lib/web/route";

export const POST = toRoute(holdBestEndpoint, { status: 200, read: fromBestWire, present: toBestWire });
