import { readFileSync } from "node:fs";
import { issueAccessToken } from "@/lib/accounts/access-token";

// Reads ids of fans from standard input, one a line, and prints an access token for each, in the server's own secret.
const ids = readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const userId of ids) console.log((await issueAccessToken({ userId, role: "fan" })).token);
