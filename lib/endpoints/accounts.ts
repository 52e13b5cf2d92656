import { issueAccessToken } from "@/lib/accounts/access-token";
import { SignInInput, SignUpInput } from "@/lib/accounts/schema";
import { signUp } from "@/lib/accounts/sign-up";
import { verifyCredentials } from "@/lib/accounts/verify-credentials";
import { AppError } from "@/lib/kernel/errors";
import { defineEndpoint } from "./endpoint";

export const signUpEndpoint = defineEndpoint({
  name: "accounts.sign_up",
  who: "anyone",
  input: SignUpInput,
  run: (_actor, input, { services }) => signUp(services.db, input),
});

export const issueTokenEndpoint = defineEndpoint({
  name: "accounts.issue_token",
  who: "anyone",
  input: SignInInput,
  run: async (_actor, input, { services }) => {
    const identity = await verifyCredentials(services.readDb, input);
    if (!identity) throw new AppError("wrong_credentials");
    return issueAccessToken(identity);
  },
});
