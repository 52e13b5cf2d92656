import { describe, expect, it } from "vitest";
import { chooseRedis } from "./redis";

const nothing = {
  UPSTASH_REDIS_REST_URL: undefined,
  UPSTASH_REDIS_REST_TOKEN: undefined,
  REDIS_URL: undefined,
  REDIS_HOST: undefined,
  REDIS_PORT: 6_379,
};
const upstash = { UPSTASH_REDIS_REST_URL: "https://x.upstash.io", UPSTASH_REDIS_REST_TOKEN: "token" };
const rich = { program: "/usr/bin/redis-server", canInstall: true };
const poor = { program: null, canInstall: false };

describe("chooseRedis", () => {
  it("takes Upstash before everything else", () => {
    expect(chooseRedis({ ...nothing, ...upstash, REDIS_URL: "redis://h:1" }, rich)).toEqual({ kind: "upstash" });
  });

  it("does not take Upstash without its token", () => {
    expect(chooseRedis({ ...nothing, UPSTASH_REDIS_REST_URL: "https://x.upstash.io" }, rich).kind).toBe("program");
  });

  it("takes a given server, by URL before host and port, before any program of this machine", () => {
    expect(chooseRedis({ ...nothing, REDIS_URL: "redis://:pw@h:7000/2", REDIS_HOST: "other" }, rich)).toEqual({
      kind: "given",
      host: "h",
      port: 7_000,
    });
    expect(chooseRedis({ ...nothing, REDIS_HOST: "cache", REDIS_PORT: 6_380 }, rich)).toEqual({
      kind: "given",
      host: "cache",
      port: 6_380,
    });
  });

  it("starts the machine's own program before it installs one", () => {
    expect(chooseRedis(nothing, rich)).toEqual({ kind: "program", path: "/usr/bin/redis-server" });
    expect(chooseRedis(nothing, { program: null, canInstall: true })).toEqual({ kind: "install" });
  });

  it("goes without where there is none and none may be installed", () => {
    expect(chooseRedis(nothing, poor)).toEqual({ kind: "none" });
  });

  it("says so when REDIS_URL is no address", () => {
    expect(() => chooseRedis({ ...nothing, REDIS_URL: "localhost" }, poor)).toThrow("REDIS_URL is not an address");
  });
});
