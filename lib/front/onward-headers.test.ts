import { describe, expect, it } from "vitest";
import { answerHeaders, onwardHeaders } from "./onward-headers";

const from = (headers: Record<string, string>) => ({
  headers: { host: "rowlock.test", ...headers },
  socket: { remoteAddress: "203.0.113.7" },
});
const SPOOFED = {
  "x-forwarded-for": "198.51.100.1",
  "x-forwarded-host": "evil.test",
  "x-forwarded-proto": "https",
  forwarded: "for=198.51.100.1",
};

describe("onwardHeaders", () => {
  it("believes nobody who says where a request comes from", () => {
    expect(onwardHeaders(from(SPOOFED), 0)).toEqual({
      host: "rowlock.test",
      "x-forwarded-for": "203.0.113.7",
      "x-forwarded-host": "rowlock.test",
      "x-forwarded-port": "80",
      "x-forwarded-proto": "http",
    });
  });

  it("passes on what a proxy that is ours said, and adds the proxy", () => {
    expect(onwardHeaders(from(SPOOFED), 1)).toMatchObject({
      "x-forwarded-for": "198.51.100.1, 203.0.113.7",
      "x-forwarded-host": "evil.test",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    });
  });

  it("keeps to itself what concerns the connection, and what the connection names", () => {
    const onward = onwardHeaders(
      from({ connection: "keep-alive, X-Mine", "x-mine": "1", te: "trailers", cookie: "a=b" }),
      0,
    );

    expect(Object.keys(onward).filter((name) => !name.startsWith("x-forwarded"))).toEqual(["host", "cookie"]);
  });
});

describe("answerHeaders", () => {
  it("gives back each header in its order, repeated ones too, but for those of the connection", () => {
    const raw = ["Set-Cookie", "a", "Connection", "x-hop", "Set-Cookie", "b", "Keep-Alive", "timeout=5", "X-Hop", "1"];

    expect(answerHeaders(raw)).toEqual(["Set-Cookie", "a", "Set-Cookie", "b"]);
  });
});
