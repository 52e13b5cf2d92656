import { describe, expect, it } from "vitest";
import { ROUTES } from "./routes";

describe("the routes of the API", () => {
  it("are each of an id and of an address of their own", () => {
    const addresses = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(ROUTES.length);
    expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
  });

  it("change nothing for a key that may only look", () => {
    const changing = ROUTES.filter(({ method, who }) => method !== "GET" && who !== "anyone");
    expect(changing.filter(({ scope }) => scope === "read" || scope === "none")).toEqual([]);
    expect(changing.length).toBeGreaterThan(0);
  });

  it("take in their input all that their address names", () => {
    for (const { path, id, input } of ROUTES) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      const faults = input.safeParse({}).error?.issues.map((issue) => issue.path[0]) ?? [];
      expect(faults, id).toEqual(expect.arrayContaining(named));
    }
  });
});
