import { z } from "zod";
import { CreateApiKeyInput } from "@/lib/accounts/api-key-schema";
import type { ApiKey } from "@/lib/accounts/api-keys";
import { jsonRoute } from "@/lib/api/json-route";
import {
  createApiKeyEndpoint,
  issueTokenEndpoint,
  listApiKeysEndpoint,
  revokeApiKeyEndpoint,
} from "@/lib/endpoints/accounts";
import { API_SCOPES } from "@/lib/kernel/actor";
import { Id, Instant, instantOf } from "./shapes";

const KeyShape = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(z.enum(API_SCOPES)),
  hint: z.string().describe("The last letters of the key"),
  created_at: Instant,
  last_used_at: Instant.nullable().describe("To the minute"),
  expires_at: Instant.nullable(),
});
const Key = KeyShape.meta({ id: "ApiKey" });

const toKeyWire = ({ id, name, scopes, hint, ...key }: ApiKey) => ({
  ...{ id, name, scopes, hint },
  created_at: key.createdAt.toISOString(),
  last_used_at: instantOf(key.lastUsedAt),
  expires_at: instantOf(key.expiresAt),
});

const { name, scopes, expiresInDays } = CreateApiKeyInput.shape;

export const accountRoutes = [
  jsonRoute({
    ...{ method: "POST", path: "/auth/token", id: "issueToken", isSecret: true },
    summary: "Exchange email and password for a bearer token",
    endpoint: issueTokenEndpoint,
    output: z.object({
      access_token: z.string(),
      token_type: z.literal("Bearer"),
      expires_in: z.int().describe("Seconds"),
    }),
    present: ({ token, expiresInSeconds }) => ({
      ...{ access_token: token, token_type: "Bearer" as const, expires_in: expiresInSeconds },
    }),
    errors: ["wrong_credentials"],
  }),
  jsonRoute({
    ...{ method: "POST", path: "/api-keys", id: "createApiKey", scope: "never", isSecret: true },
    status: 201,
    summary: "Make a personal key; the key itself is shown this once",
    endpoint: createApiKeyEndpoint,
    input: z
      .object({ name, scopes, expires_in_days: expiresInDays })
      .transform(({ expires_in_days, ...rest }) => ({ ...rest, expiresInDays: expires_in_days })),
    output: KeyShape.extend({ key: z.string() }).meta({ id: "NewApiKey" }),
    present: ({ key, ...rest }) => ({ ...toKeyWire(rest), key }),
    errors: ["api_key_limit_exceeded"],
  }),
  jsonRoute({
    ...{ method: "GET", path: "/api-keys", id: "listApiKeys", scope: "never" },
    summary: "Your personal keys, newest first",
    endpoint: listApiKeysEndpoint,
    output: z.object({ items: z.array(Key) }),
    present: (keys) => ({ items: keys.map(toKeyWire) }),
  }),
  jsonRoute({
    ...{ method: "DELETE", path: "/api-keys/{key_id}", id: "revokeApiKey", scope: "never" },
    summary: "End a personal key at once",
    endpoint: revokeApiKeyEndpoint,
    input: z.object({ key_id: Id }).transform(({ key_id }) => ({ keyId: key_id })),
    output: z.object({ revoked: z.literal(true) }),
    present: () => ({ revoked: true as const }),
    errors: ["not_found"],
  }),
];
