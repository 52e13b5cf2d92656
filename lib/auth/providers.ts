import type { NextAuthConfig } from "next-auth";
import Google from "next-auth/providers/google";
import Kakao from "next-auth/providers/kakao";
import Naver from "next-auth/providers/naver";
import { env } from "@/lib/env";

/** The providers whose keys are configured; their buttons appear on the sign-in page in this order. */
export const PROVIDERS = [
  { id: "kakao", label: "Kakao", create: Kakao, clientId: env.AUTH_KAKAO_ID, clientSecret: env.AUTH_KAKAO_SECRET },
  { id: "naver", label: "Naver", create: Naver, clientId: env.AUTH_NAVER_ID, clientSecret: env.AUTH_NAVER_SECRET },
  { id: "google", label: "Google", create: Google, clientId: env.AUTH_GOOGLE_ID, clientSecret: env.AUTH_GOOGLE_SECRET },
].filter((provider) => provider.clientId && provider.clientSecret);

/** The configured providers as next-auth wants them. */
export const oauthProviders = (): NextAuthConfig["providers"] =>
  PROVIDERS.map(({ create, clientId, clientSecret }) =>
    create({ clientId: clientId ?? "", clientSecret: clientSecret ?? "" }),
  );
