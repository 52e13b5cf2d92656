"use server";

import { headers } from "next/headers";
import { AuthError } from "next-auth";
import { SignInInput, type SignUpInput } from "@/lib/accounts/schema";
import { signUpEndpoint } from "@/lib/endpoints/accounts";
import { ERRORS } from "@/lib/kernel/errors";
import type { Result } from "@/lib/kernel/result";
import { safeReturnTo } from "@/lib/kernel/return-to";
import { toAction } from "@/lib/web/action";
import { localeOf } from "@/lib/web/locale";
import { signIn, signOut } from "./auth";

/** Opens a session; a wrong address and a wrong password answer alike. */
export async function signInAction(input: { email: string; password: string }): Promise<Result<null>> {
  const locale = localeOf(await headers());
  const requestId = crypto.randomUUID();
  const refuse = (code: "invalid_input" | "wrong_credentials" | "read_only"): Result<null> => ({
    ok: false,
    error: { code, message: ERRORS[code][locale], details: {}, requestId },
  });

  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) return refuse("invalid_input");
  try {
    await signIn("credentials", { ...parsed.data, redirect: false });
    return { ok: true, data: null };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    return refuse(error.type === "CredentialsSignin" ? "wrong_credentials" : "read_only");
  }
}

const createAccount = toAction(signUpEndpoint);

/** Makes an account and opens its first session. */
export async function signUpAction(input: SignUpInput): Promise<Result<null>> {
  const created = await createAccount(input);
  if (!created.ok) return created;
  return signInAction({ email: input.email, password: input.password });
}

/** Sends the reader to a configured provider, and back to `returnTo`. */
export async function signInWithProviderAction(form: FormData): Promise<void> {
  await signIn(String(form.get("provider")), { redirectTo: safeReturnTo(form.get("returnTo")) });
}

/** Ends the session and goes home. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/" });
}
