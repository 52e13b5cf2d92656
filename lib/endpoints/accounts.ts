import { SignUpInput } from "@/lib/accounts/schema";
import { signUp } from "@/lib/accounts/sign-up";
import { defineEndpoint } from "@/lib/web/endpoint";

export const signUpEndpoint = defineEndpoint({
  name: "accounts.sign_up",
  who: "anyone",
  input: SignUpInput,
  run: (_actor, input, { services }) => signUp(services.db, input),
});
