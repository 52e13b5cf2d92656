import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import { linkProvider } from "./link-provider";
import { signUp } from "./sign-up";

const db = testDatabase();
const aProfile = () => ({
  provider: "kakao",
  providerAccountId: randomUUID(),
  email: `${randomUUID()}@rowlock.test`,
  name: "카카오 팬",
});

describe("linkProvider", () => {
  it("finds the same person on every visit, even when the first visits come at once", async () => {
    const profile = aProfile();

    const { won, lost } = await race(Array.from({ length: 5 }, () => () => linkProvider(db, profile)));

    expect(lost).toEqual([]);
    expect(new Set(won.map((identity) => identity.userId)).size).toBe(1);
  });

  it("never takes over an account on a provider's word", async () => {
    const profile = aProfile();
    await signUp(db, { email: profile.email, name: "Owner", password: "correct horse battery" });

    await expect(linkProvider(db, profile)).rejects.toMatchObject({ code: "email_taken" });
  });
});
