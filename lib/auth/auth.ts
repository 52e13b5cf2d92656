import "server-only";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { linkProvider } from "@/lib/accounts/link-provider";
import { SignInInput } from "@/lib/accounts/schema";
import { verifyCredentials } from "@/lib/accounts/verify-credentials";
import { env } from "@/lib/env";
import type { Role } from "@/lib/kernel/actor";
import { log } from "@/lib/ops/log";
import { services } from "@/lib/runtime/services";
import { oauthProviders } from "./providers";

declare module "next-auth" {
  interface User {
    role?: Role;
  }
  interface Session {
    userId: string;
    role: Role;
  }
}

/** Sign-in by email and password, or by a configured provider. Sessions are signed cookies. */
export const { handlers, auth, signIn, signOut } = NextAuth({
  ...(env.AUTH_SECRET ? { secret: env.AUTH_SECRET } : {}),
  trustHost: true,
  logger: {
    // A wrong password is no fault of ours; what is, is logged without its stack.
    error: (error) => error.name !== "CredentialsSignin" && log.error({ err: error }, "Sign-in failed"),
    warn: (code) => log.warn({ code }, "Sign-in"),
    debug: () => {},
  },
  session: { strategy: "jwt" },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials) => {
        const parsed = SignInInput.safeParse(credentials);
        if (!parsed.success) return null;
        const identity = await verifyCredentials(services().readDb, parsed.data);
        return identity && { id: identity.userId, email: identity.email, name: identity.name, role: identity.role };
      },
    }),
    ...oauthProviders,
  ],
  callbacks: {
    signIn: async ({ user, account }) => {
      if (!account || account.provider === "credentials") return true;
      if (!user.email) return false;
      const { provider, providerAccountId } = account;
      const profile = { provider, providerAccountId, email: user.email, name: user.name ?? user.email };
      const identity = await linkProvider(services().db, profile);
      user.id = identity.userId;
      user.role = identity.role;
      return true;
    },
    jwt: ({ token, user }) => (user?.id ? { ...token, sub: user.id, role: user.role } : token),
    session: ({ session, token }) => ({ ...session, userId: token.sub, role: token.role }),
  },
});
