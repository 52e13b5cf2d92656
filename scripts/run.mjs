// Runs one of the typed commands beside it from nothing, too: node scripts/run.mjs scripts/audit.ts
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare } from "./prepare.mjs";

await prepare();
// From here on it looks as if the named script had been started itself.
process.argv.splice(1, 1);
await import(pathToFileURL(resolve(process.argv[1])).href);
