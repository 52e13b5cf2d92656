import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { linkProvider } from "@/lib/accounts/link-provider";
import { SignInInput } from "@/lib/accounts/schema";
import { countAttempt } from "@/lib/accounts/sign-in-attempts";
import { verifyCredentials } from "@/lib/accounts/verify-credentials";
import { clientAddress } from "@/lib/api/client-address";
import { env } from "@/lib/env";
import type { Role } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
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

/** A refusal that tells nothing of the account. */
export class TooManyAttempts extends CredentialsSignin {
  override code = "too_many_requests";
}

/** Sign-in by email and password, or by a configured provider. Sessions are signed cookies. */
export const { handlers, auth, signIn, signOut } = NextAuth({
  ...(env.AUTH_SECRET ? { secret: env.AUTH_SECRET } : {}),
  trustHost: true,
  logger: {
    // A wrong password is no fault of ours; what is, is logged without its stack.
    error: (error) => !(error instanceof CredentialsSignin) && log.error({ err: error }, "Sign-in failed"),
    warn: (code) => log.warn({ code }, "Sign-in"),
    debug: () => {},
  },
  session: { strategy: "jwt" },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        const parsed = SignInInput.safeParse(credentials);
        if (!parsed.success) return null;
        await countSignIn(parsed.data.email, clientAddress(request.headers));
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

/** @throws TooManyAttempts. */
async function countSignIn(email: string, address: string): Promise<void> {
  try {
    await countAttempt(services().redis, { email, address });
  } catch (error) {
    if (error instanceof AppError) throw new TooManyAttempts();
    throw error;
  }
}
