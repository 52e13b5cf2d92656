import { expect, it } from "vitest";
import { createApi } from "@/lib/api/app";
import { ROUTES } from "@/lib/api/v1/routes";

const api = createApi(ROUTES, {
  services: () => {
    throw new Error("The document needs no database");
  },
  invalidate: () => {},
});
const ask = (headers: Record<string, string> = {}) =>
  api(new Request("https://tickets.example/api/v1/openapi.json", { headers }));

it("tells any program where the API stands and what it takes", async () => {
  const answer = await ask();

  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const document = await answer.json();
  expect(document.servers).toEqual([{ url: "https://tickets.example/api/v1" }]);
  expect(Object.keys(document.paths)).toContain("/seats/lock");
});

it("sends it once to whoever keeps it", async () => {
  const tag = (await ask()).headers.get("etag") ?? "";

  const again = await ask({ "if-none-match": tag });

  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});
