import { describe, expect, it } from "vitest";
import { assertSameOrigin } from "./same-origin";

const post = (headers: Record<string, string>) =>
  new Request("http://rowlock.test/api", { method: "POST", headers: { host: "rowlock.test", ...headers } });

describe("assertSameOrigin", () => {
  it("refuses what another site sent with our cookie", () => {
    expect(() => assertSameOrigin(post({ "sec-fetch-site": "cross-site" }))).toThrowError("forbidden");
    expect(() => assertSameOrigin(post({ origin: "https://evil.test" }))).toThrowError("forbidden");
    expect(() => assertSameOrigin(post({ origin: "null" }))).toThrowError("forbidden");
  });

  it("lets our own pages and plain clients through", () => {
    expect(() => assertSameOrigin(post({ "sec-fetch-site": "same-origin" }))).not.toThrow();
    expect(() => assertSameOrigin(post({ origin: "http://rowlock.test" }))).not.toThrow();
    expect(() => assertSameOrigin(post({}))).not.toThrow();
  });
});
