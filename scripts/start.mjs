import { prepare } from "./prepare.mjs";

await prepare();
const { launch } = await import("./launch.ts");
await launch("production", process.argv.slice(2));
