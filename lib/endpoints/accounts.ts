import { z } from "zod";
import { issueAccessToken } from "@/lib/accounts/access-token";
import { CreateApiKeyInput, RevokeApiKeyInput } from "@/lib/accounts/api-key-schema";
import { createApiKey, listApiKeys, revokeApiKey } from "@/lib/accounts/api-keys";
import { SignInInput, SignUpInput } from "@/lib/accounts/schema";
import { countAttempt } from "@/lib/accounts/sign-in-attempts";
import { signUp } from "@/lib/accounts/sign-up";
import { verifyCredentials } from "@/lib/accounts/verify-credentials";
import { AppError } from "@/lib/kernel/errors";
import { defineEndpoint } from "./endpoint";

export const signUpEndpoint = defineEndpoint({
  name: "accounts.sign_up",
  who: "anyone",
  input: SignUpInput,
  run: async (_actor, input, { services, address }) => {
    await countAttempt(services.redis, { email: input.email, address });
    return signUp(services.db, input);
  },
});

export const issueTokenEndpoint = defineEndpoint({
  name: "accounts.issue_token",
  who: "anyone",
  input: SignInInput,
  run: async (_actor, input, { services, address }) => {
    await countAttempt(services.redis, { email: input.email, address });
    const identity = await verifyCredentials(services.readDb, input);
    if (!identity) throw new AppError("wrong_credentials");
    return issueAccessToken(identity);
  },
});

export const createApiKeyEndpoint = defineEndpoint({
  name: "api_keys.create",
  who: "fan",
  input: CreateApiKeyInput,
  run: (actor, input, { services }) => createApiKey(services.db, actor, input),
});

export const listApiKeysEndpoint = defineEndpoint({
  name: "api_keys.list",
  who: "fan",
  input: z.object({}),
  run: (actor, _input, { services }) => listApiKeys(services.db, actor),
});

export const revokeApiKeyEndpoint = defineEndpoint({
  name: "api_keys.revoke",
  who: "fan",
  input: RevokeApiKeyInput,
  run: (actor, input, { services }) => revokeApiKey(services.db, actor, input),
});
