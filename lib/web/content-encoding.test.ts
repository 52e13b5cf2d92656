import { describe, expect, it } from "vitest";
import { pickEncoding } from "./content-encoding";

describe("pickEncoding", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["GZIP", "gzip"],
    ["*", "br"],
    ["deflate", "identity"],
    ["", "identity"],
    [null, "identity"],
  ])("answers %j with %s", (accepted, encoding) => {
    expect(pickEncoding(accepted)).toBe(encoding);
  });
});
