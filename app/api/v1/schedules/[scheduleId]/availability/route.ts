import { readAvailabilityEndpoint } from "@/lib/endpoints/seats";
import { packAvailability } from "@/lib/seats/availability-wire";
import { toRoute } from "@/lib/web/route";

export const GET = toRoute(readAvailabilityEndpoint, {
  status: 200,
  present: packAvailability,
  version: (availability) => availability.version,
});
