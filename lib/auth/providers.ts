import type { NextAuthConfig } from "next-auth";
import Google from "next-auth/providers/google";
import Kakao from "next-auth/providers/kakao";
import Naver from "next-auth/providers/naver";
import { env } from "@/lib/env";

type Keys = { clientId: string; clientSecret: string };

const keysOf = (clientId: string | undefined, clientSecret: string | undefined): Keys | null =>
  clientId && clientSecret ? { clientId, clientSecret } : null;

const kakao = keysOf(env.AUTH_KAKAO_ID, env.AUTH_KAKAO_SECRET);
const naver = keysOf(env.AUTH_NAVER_ID, env.AUTH_NAVER_SECRET);
const google = keysOf(env.AUTH_GOOGLE_ID, env.AUTH_GOOGLE_SECRET);

/** The providers whose keys are configured, as next-auth wants them. */
export const oauthProviders: NextAuthConfig["providers"] = [
  ...(kakao ? [Kakao(kakao)] : []),
  ...(naver ? [Naver(naver)] : []),
  ...(google ? [Google(google)] : []),
];

/** Their buttons on the sign-in page, in this order. */
export const PROVIDER_BUTTONS = [
  { id: "kakao", isConfigured: kakao !== null },
  { id: "naver", isConfigured: naver !== null },
  { id: "google", isConfigured: google !== null },
].filter((provider) => provider.isConfigured);
