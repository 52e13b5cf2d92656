import { z } from "zod";
import { jsonRoute } from "@/lib/api/json-route";
import { issueTokenEndpoint } from "@/lib/endpoints/accounts";

export const accountRoutes = [
  jsonRoute({
    ...{ method: "POST", path: "/auth/token", id: "issueToken" },
    summary: "Exchange email and password for a bearer token",
    endpoint: issueTokenEndpoint,
    output: z.object({
      access_token: z.string(),
      token_type: z.literal("Bearer"),
      expires_in: z.int().describe("Seconds"),
    }),
    present: ({ token, expiresInSeconds }) => ({
      ...{ access_token: token, token_type: "Bearer" as const, expires_in: expiresInSeconds },
    }),
    errors: ["wrong_credentials"],
  }),
];
