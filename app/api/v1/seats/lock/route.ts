import { lockSeatsEndpoint, unlockSeatsEndpoint } from "@/lib/endpoints/api-v1";
import { toRoute } from "@/lib/web/route";

export const POST = toRoute(lockSeatsEndpoint, { status: 200 });
export const DELETE = toRoute(unlockSeatsEndpoint, { status: 200 });
