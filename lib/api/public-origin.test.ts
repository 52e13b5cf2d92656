import { expect, it } from "vitest";
import { publicOrigin } from "./public-origin";

const request = (headers: Record<string, string>) => ({
  url: "http://localhost:40001/api/auth/csrf",
  headers: new Headers(headers),
});
const FORWARDED = { host: "10.0.0.1", "x-forwarded-host": "tickets.test", "x-forwarded-proto": "https" };

it("is what a proxy of ours says, and what nobody else says", () => {
  expect(publicOrigin(request(FORWARDED), 1)).toBe("https://tickets.test");
  expect(publicOrigin(request(FORWARDED), 0)).toBe("http://10.0.0.1");
});

it("is the host that was asked for, never an address of inside", () => {
  expect(publicOrigin(request({ host: "rowlock.test:3000" }), 0)).toBe("http://rowlock.test:3000");
  expect(publicOrigin(request({ host: "rowlock.test:3000" }), 1)).toBe("http://rowlock.test:3000");
});
