import "server-only";
import { connection } from "next/server";
import { cache } from "react";
import { type Actor, ROLES } from "@/lib/kernel/actor";
import { auth } from "./auth";

export type CurrentUser = Actor & { name: string; email: string };

/** Who is signed in on this request, or `null`. Read once however many parts of a page ask. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  // Reading a session seals it anew with random bytes, which no prerendered shell may contain.
  await connection();
  const session = await auth();
  if (!session?.userId || !ROLES.includes(session.role)) return null;
  return {
    userId: session.userId,
    role: session.role,
    name: session.user?.name ?? "",
    email: session.user?.email ?? "",
  };
});

/** Who is asking, as the domain wants to know it. */
export async function currentActor(): Promise<Actor | null> {
  const user = await currentUser();
  return user && { userId: user.userId, role: user.role };
}
