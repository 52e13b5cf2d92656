import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";

const SECRET = vi.hoisted(() => "a secret of the tests, long enough to be one");
vi.mock("@/lib/env", async (original) => {
  const { env } = await original<typeof import("@/lib/env")>();
  return { env: { ...env, AUTH_SECRET: SECRET } };
});

const { readSession } = await import("./read-session");

const PLAIN = "authjs.session-token";
const SECURE = `__Secure-${PLAIN}`;
const CHUNK_LENGTH = 200;

/** A session's cookie as next-auth writes it, `salt` being its name. */
const aToken = (salt: string, claims: object = {}, secret = SECRET) =>
  encode({ token: { sub: "a-fan", role: "fan", ...claims }, secret, salt });
const read = (cookie: string) => readSession(new Headers({ cookie }));

describe("readSession", () => {
  it.each([PLAIN, SECURE])("reads the cookie %s", async (name) => {
    expect(await read(`theme=dark; ${name}=${await aToken(name)}; a=b`)).toEqual({ userId: "a-fan", role: "fan" });
  });

  it.each([PLAIN, SECURE])("puts %s together when it is too long for one cookie", async (name) => {
    const token = await aToken(name, { padding: "x".repeat(1_000) });
    const chunks = token.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, "g")) ?? [];
    const cookies = chunks.map((chunk, i) => `${name}.${i}=${chunk}`);

    expect(cookies.length).toBeGreaterThan(5);
    expect(await read(cookies.reverse().join("; "))).toEqual({ userId: "a-fan", role: "fan" });
  });

  it("takes nobody's word: another secret, another cookie's token, no role, cut short", async () => {
    const good = await aToken(PLAIN);

    expect(await read(`${PLAIN}=${await aToken(PLAIN, {}, "another secret of the tests, also long")}`)).toBeNull();
    expect(await read(`${SECURE}=${good}`)).toBeNull();
    expect(await read(`${PLAIN}=${await aToken(PLAIN, { role: "king" })}`)).toBeNull();
    expect(await read(`${PLAIN}=${good.slice(0, -5)}`)).toBeNull();
    expect(await read("theme=dark")).toBeNull();
  });
});
