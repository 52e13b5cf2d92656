import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,scripts,drizzle,bench}/**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/*.db.test.ts"],
          // No test is about time; a machine that others use too is sometimes ten times slower.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{lib,scripts,drizzle}/**/*.db.test.ts"],
          globalSetup: ["lib/testing/global-setup.ts"],
          env: { AUTH_SECRET: "a secret of the tests, long enough to be one" },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
