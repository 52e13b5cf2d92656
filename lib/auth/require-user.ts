import "server-only";
import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/routing";
import { type CurrentUser, currentUser } from "./session";

/** The signed-in reader; anybody else is sent to sign in and comes back to `returnTo` (a path of ours). */
export async function requireUser(returnTo: string): Promise<CurrentUser> {
  const user = await currentUser();
  if (user) return user;
  return redirect({ href: { pathname: "/sign-in", query: { returnTo } }, locale: await getLocale() });
}
