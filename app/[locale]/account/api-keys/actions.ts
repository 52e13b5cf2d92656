"use server";

import { createApiKeyEndpoint, revokeApiKeyEndpoint } from "@/lib/endpoints/accounts";
import { toAction } from "@/lib/web/action";

export const createApiKeyAction = toAction(createApiKeyEndpoint);
export const revokeApiKeyAction = toAction(revokeApiKeyEndpoint);
