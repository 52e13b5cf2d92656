import { prepare } from "./prepare.mjs";

await prepare();
const { runBrowserTests } = await import("./testing/run-browser-tests.ts");
await runBrowserTests(process.argv.slice(2));
