import { prepare } from "./prepare.mjs";

await prepare();
const { runTests } = await import("./testing/run-tests.ts");
await runTests();
