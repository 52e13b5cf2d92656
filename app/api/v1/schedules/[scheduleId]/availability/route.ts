import { readAvailabilityEndpoint } from "@/lib/endpoints/seats";
import { toRoute } from "@/lib/web/route";

export const GET = toRoute(readAvailabilityEndpoint, { status: 200, version: (availability) => availability.version });
