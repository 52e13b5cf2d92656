import { parseArgs } from "node:util";
import { serve } from "@/lib/front/serve";
import { parsePort } from "./services/ports";

// The process before Next: node --import tsx scripts/front.ts --port 3000 --pages 3001

const { values } = parseArgs({ options: { port: { type: "string" }, pages: { type: "string" } } });

await serve({ port: parsePort(values.port), pagesPort: parsePort(values.pages) });
