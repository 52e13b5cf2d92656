import { config } from "zod/v4/core";

// Zod would try whether it may compile code. Our policy forbids that, and browsers report the attempt.
config({ jitless: true });
