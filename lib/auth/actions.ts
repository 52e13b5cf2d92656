"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { SignInInput, SignUpInput } from "@/lib/accounts/schema";
import { localeOf } from "@/lib/api/locale";
import { signUpEndpoint } from "@/lib/endpoints/accounts";
import { getPathname } from "@/lib/i18n/routing";
import { ERRORS, type ErrorCode } from "@/lib/kernel/errors";
import { safeReturnTo } from "@/lib/kernel/return-to";
import { toAction } from "@/lib/web/action";
import type { AccountField, AccountFormState } from "./account-form-state";
import { signIn, signOut, TooManyAttempts } from "./auth";

/** Opens a session and goes on to `returnTo`; a wrong address and a wrong password answer alike. */
export async function signInAction(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = SignInInput.safeParse({ email: form.get("email"), password: form.get("password") });
  if (!parsed.success) return refuse(form, "invalid_input", faultsOf(parsed.error.issues));

  const refused = await openSession(parsed.data);
  return refused ? refuse(form, refused) : goOn(form);
}

const createAccount = toAction(signUpEndpoint);

/** Makes an account, opens its first session and goes on to `returnTo`. */
export async function signUpAction(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = SignUpInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(form, "invalid_input", faultsOf(parsed.error.issues));

  const created = await createAccount(parsed.data);
  if (!created.ok) return refuse(form, created.error.code);
  await openSession(parsed.data);
  return goOn(form);
}

/** Sends the reader to a configured provider, and back to `returnTo`. */
export async function signInWithProviderAction(form: FormData): Promise<void> {
  await signIn(String(form.get("provider")), { redirectTo: safeReturnTo(form.get("returnTo")) });
}

/** Ends the session and goes home. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/" });
}

async function openSession(credentials: SignInInput): Promise<ErrorCode | null> {
  try {
    await signIn("credentials", { email: credentials.email, password: credentials.password, redirect: false });
    return null;
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    if (error instanceof TooManyAttempts) return "too_many_requests";
    return error.type === "CredentialsSignin" ? "wrong_credentials" : "read_only";
  }
}

/**
 * Says what is wrong. A form sent before its script was there gets a page that says so: the framework
 * cannot render a returned state into a prerendered page.
 */
async function refuse(form: FormData, code: ErrorCode, faults: AccountField[] = []): Promise<AccountFormState> {
  const request = await headers();
  const locale = localeOf(request);
  if (!request.has("next-action")) {
    const pathname = form.has("name") ? "/sign-up" : "/sign-in";
    const query = { returnTo: safeReturnTo(form.get("returnTo")), refused: code };
    redirect(getPathname({ locale, href: { pathname, query } }));
  }
  return { typed: typedIn(form), faults, refusal: faults.length > 0 ? null : ERRORS[code][locale] };
}

async function goOn(form: FormData): Promise<never> {
  const locale = localeOf(await headers());
  redirect(getPathname({ locale, href: safeReturnTo(form.get("returnTo")) }));
}

const typedIn = (form: FormData) => ({ name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") });

function faultsOf(issues: readonly { path: readonly PropertyKey[] }[]): AccountField[] {
  const faulty = new Set(issues.map((issue) => issue.path[0]));
  return (["name", "email", "password"] as const).filter((field) => faulty.has(field));
}
