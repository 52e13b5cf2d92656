import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pointAccounts } from "@/lib/db/schema/points";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import { signUp } from "./sign-up";
import { verifyCredentials } from "./verify-credentials";

const db = testDatabase();
const anAddress = () => `${randomUUID()}@rowlock.test`;

describe("signUp", () => {
  it("makes a person who can sign in and has an empty point account", async () => {
    const email = anAddress();

    const { userId } = await signUp(db, { email, name: "한소리", password: "correct horse battery" });

    await expect(verifyCredentials(db, { email, password: "correct horse battery" })).resolves.toMatchObject({
      userId,
      name: "한소리",
      role: "fan",
    });
    const accounts = await db.select().from(pointAccounts).where(eq(pointAccounts.userId, userId));
    expect(accounts).toEqual([{ userId, balance: 0 }]);
  });

  it("gives an address to exactly one of five people who ask at once", async () => {
    const email = anAddress();

    const { won, lost } = await race(
      Array.from({ length: 5 }, () => () => signUp(db, { email, name: "Fan", password: "correct horse battery" })),
    );

    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(4);
    for (const reason of lost) expect(reason).toMatchObject({ code: "email_taken" });
  });
});

describe("verifyCredentials", () => {
  it("answers null alike for a wrong password and for an unknown address", async () => {
    const email = anAddress();
    await signUp(db, { email, name: "Fan", password: "correct horse battery" });

    await expect(verifyCredentials(db, { email, password: "wrong" })).resolves.toBeNull();
    await expect(verifyCredentials(db, { email: anAddress(), password: "wrong" })).resolves.toBeNull();
  });
});
