import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { describeError } from "./log";

describe("describeError", () => {
  it("names a database error by its code and never repeats the statement or its parameters", () => {
    const driver = Object.assign(new Error('duplicate key "fan@rowlock.test"'), {
      code: "23505",
      constraint_name: "users_email_unique",
    });
    const error = new DrizzleQueryError("insert into users values ($1)", ["fan@rowlock.test"], driver);

    const line = JSON.stringify(describeError(error));

    expect(line).toContain("23505");
    expect(line).toContain("users_email_unique");
    expect(line).not.toContain("insert into");
    expect(line).not.toContain("fan@rowlock.test");
  });

  it("tells what a bug of ours said and where, in one line", () => {
    const described = describeError(new Error("Invariant broken: one row"));

    expect(described).toMatchObject({ type: "Error", message: "Invariant broken: one row" });
    expect(String(described.at)).not.toContain("\n");
  });
});
