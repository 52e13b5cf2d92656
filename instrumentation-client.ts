// Zod would try whether it may compile code. Our policy forbids that, and browsers report the attempt.
// Zod reads this before anything else; to import it for this alone would put it on every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
