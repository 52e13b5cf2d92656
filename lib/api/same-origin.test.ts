import { describe, expect, it } from "vitest";
import { assertSameOrigin } from "./same-origin";

const post = (headers: Record<string, string>) => new Headers({ host: "rowlock.test", ...headers });

describe("assertSameOrigin", () => {
  it("refuses what another site sent with our cookie", () => {
    expect(() => assertSameOrigin(post({ "sec-fetch-site": "cross-site" }))).toThrowError("forbidden");
    expect(() => assertSameOrigin(post({ "sec-fetch-site": "same-site" }))).toThrowError("forbidden");
    expect(() => assertSameOrigin(post({ origin: "https://evil.test" }))).toThrowError("forbidden");
    expect(() => assertSameOrigin(post({ origin: "null" }))).toThrowError("forbidden");
  });

  it("refuses a cookie that comes without a proof", () => {
    expect(() => assertSameOrigin(post({}))).toThrowError("forbidden");
  });

  it("takes the host from a proxy only when that is ours", () => {
    const forwarded = post({ origin: "https://tickets.test", "x-forwarded-host": "tickets.test" });

    expect(() => assertSameOrigin(forwarded, 1)).not.toThrow();
    expect(() => assertSameOrigin(forwarded, 0)).toThrowError("forbidden");
    expect(() =>
      assertSameOrigin(post({ origin: "https://rowlock.test", "x-forwarded-host": "tickets.test" }), 1),
    ).toThrow();
  });

  it("lets our own pages through", () => {
    expect(() => assertSameOrigin(post({ "sec-fetch-site": "same-origin" }))).not.toThrow();
    expect(() => assertSameOrigin(post({ origin: "http://rowlock.test" }))).not.toThrow();
  });
});
