import { listTicketsEndpoint } from "@/lib/endpoints/api-v1";
import { toRoute } from "@/lib/web/route";

export const GET = toRoute(listTicketsEndpoint, { status: 200 });
