import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

test("a password opens its own hash and no other password does", async () => {
  const passwordHash = await hashPassword("rowlock-demo");
  expect(await verifyPassword(passwordHash, "rowlock-demo")).toBe(true);
  expect(await verifyPassword(passwordHash, "Rowlock-demo")).toBe(false);
  expect(await verifyPassword(passwordHash, "")).toBe(false);
});

test("hashes are argon2id at OWASP cost, each with a salt of its own", async () => {
  const [first, second] = await Promise.all([hashPassword("같은 비밀번호"), hashPassword("같은 비밀번호")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, "같은 비밀번호")).toBe(true);
});

test("a stored value that is no hash lets nobody in", async () => {
  expect(await verifyPassword("", "x")).toBe(false);
  expect(await verifyPassword("plain text", "plain text")).toBe(false);
});
