import { readGeometryEndpoint } from "@/lib/endpoints/plans";
import { toImmutableRoute } from "@/lib/web/immutable-route";

export const GET = toImmutableRoute(readGeometryEndpoint);
