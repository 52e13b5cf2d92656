import { z } from "zod";
import { API_SCOPES } from "@/lib/kernel/actor";

export const API_KEY_NAME_LENGTH_MAX = 60;
export const API_KEYS_MAX = 20;
/** How long a key may be good for, in days; null is until it is revoked. */
export const API_KEY_LIFETIMES_DAYS = [30, 90, 365] as const;

/** A key to make. `scopes` is what it may do, each once. */
export const CreateApiKeyInput = z.object({
  name: z.string().trim().min(1).max(API_KEY_NAME_LENGTH_MAX),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1)
    .max(API_SCOPES.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, { error: "Each scope may be named once" }),
  expiresInDays: z.literal(API_KEY_LIFETIMES_DAYS).nullable().default(null),
});
export type CreateApiKeyInput = z.output<typeof CreateApiKeyInput>;

export const RevokeApiKeyInput = z.object({ keyId: z.uuid() });
export type RevokeApiKeyInput = z.output<typeof RevokeApiKeyInput>;
