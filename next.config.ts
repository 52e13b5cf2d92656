import { buildSync } from "esbuild";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Messages are compiled while building, so that no browser is sent a parser for them.
const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    messages: {
      path: ["./lib/i18n/messages/ko", "./lib/i18n/messages/en"],
      locales: "infer",
      format: "json",
      precompile: true,
    },
  },
});

const isDevelopment = process.env.NODE_ENV === "development";

// Static shells carry inline scripts and cannot carry a nonce, so inline stays allowed; everything
// else comes from this origin only. React needs eval in development for its error overlay.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self' https://accounts.google.com https://kauth.kakao.com https://nid.naver.com",
  "frame-ancestors 'none'",
].join("; ");

// The script that draws the seats while the rest of the page still arrives is in the page itself, so it is one text.
const firstSeats = buildSync({
  entryPoints: ["components/seat-map/first-seats.ts"],
  ...{ bundle: true, minify: true, write: false, format: "iife", target: "es2022", charset: "utf8" },
});

const nextConfig: NextConfig = {
  // Tests build beside a running `npm start` without touching its build.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typescript: {
    tsconfigPath: process.env.NEXT_DIST_DIR ? "tsconfig.test.json" : "tsconfig.json",
    // `npm run check` and `npm test` check all types, the tests' too; who only starts it need not wait for that.
    ignoreBuildErrors: true,
  },
  compiler: { define: { FIRST_SEATS_SCRIPT: firstSeats.outputFiles[0]?.text ?? "" } },
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  allowedDevOrigins: ["127.0.0.1"],
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "ioredis", "pino", "postgres", "prom-client", "rate-limiter-flexible"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: contentSecurityPolicy },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default withNextIntl(nextConfig);
