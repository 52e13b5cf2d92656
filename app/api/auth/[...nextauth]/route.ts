import { atPublicOrigin } from "@/lib/auth/at-public-origin";
import { handlers } from "@/lib/auth/auth";

export const GET = atPublicOrigin(handlers.GET);
export const POST = atPublicOrigin(handlers.POST);
