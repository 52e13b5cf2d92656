import { describe, expect, it } from "vitest";
import { addressHeader, clientAddress } from "./client-address";

const from = (connection: string, forwarded?: string) =>
  new Headers({ [addressHeader()]: connection, ...(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }) });

describe("clientAddress", () => {
  it("is the connection's, whatever is claimed", () => {
    expect(clientAddress(from("203.0.113.7"), 0)).toBe("203.0.113.7");
    expect(clientAddress(from("203.0.113.7", "198.51.100.1"), 0)).toBe("203.0.113.7");
  });

  it("is what the nearest proxies of ours saw, not what came to them", () => {
    expect(clientAddress(from("10.0.0.1", "203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(from("10.0.0.1", "198.51.100.1, 203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(from("10.0.0.1", "198.51.100.1, 203.0.113.7, 10.0.0.2"), 2)).toBe("203.0.113.7");
  });

  it("is the farthest that is known when fewer proxies were passed than there are", () => {
    expect(clientAddress(from("203.0.113.7"), 2)).toBe("203.0.113.7");
  });

  it("is taken from the platform's proxy where no connection is seen, and nowhere else", () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": "198.51.100.1, 203.0.113.7" }), 1)).toBe("203.0.113.7");
    expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.7" }), 0)).toBe("unknown");
  });

  it("knows an IPv6 address by its network", () => {
    for (const address of ["2001:db8:1:2:3:4:5:6", "2001:0DB8:1:2::9", "2001:db8:1:2::"]) {
      expect(clientAddress(from(address), 0)).toBe("2001:db8:1:2::/64");
    }
    expect(clientAddress(from("::1"), 0)).toBe("0:0:0:0::/64");
    expect(clientAddress(from("::ffff:203.0.113.7"), 0)).toBe("203.0.113.7");
    expect(clientAddress(from("fe80::1%eth0"), 0)).toBe("fe80:0:0:0::/64");
  });
});
