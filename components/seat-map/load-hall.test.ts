import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { encodeGeometry } from "@/lib/plans/encode-geometry";
import { type HallSource, loadHall } from "./load-hall";
import { gridMap } from "./test-hall";

const { scheduleId, planId, grades, seats, ...plan } = gridMap({ rows: 2, seatsPerRow: 3 });
const source: HallSource = {
  ...{ scheduleId, planId, grades },
  geometryUrl: "/geometry/hash.gz",
  gradeRuns: [
    ["R", 3],
    ["S", 3],
  ],
};
const file = gzipSync(JSON.stringify(encodeGeometry({ ...plan, seats })));
const never = new AbortController().signal;

function answerWith(answer: () => Response | Promise<Response>, { onLine = true } = {}) {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => answer());
  vi.stubGlobal("fetch", asked);
  vi.stubGlobal("navigator", { onLine });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("loadHall", () => {
  it("builds the hall of what the server sent and the page knew", async () => {
    answerWith(() => new Response(file));

    const loaded = await loadHall(source, { signal: never });

    expect(loaded).toMatchObject({ ok: true, hall: { seatCount: 6, sections: [{ name: "A", seatCount: 6 }] } });
    expect(loaded.ok && loaded.hall.map.seats.grade).toEqual(["R", "R", "R", "S", "S", "S"]);
    expect(loaded.ok && loaded.hall.map.seats.x).toEqual(seats.x);
  });

  it.each([
    ["an address that is no longer", () => new Response(null, { status: 404 }), "not_found"],
    ["a server in trouble", () => new Response(null, { status: 503 }), "no_answer"],
    ["a file that is cut off", () => new Response(file.subarray(0, file.length - 9)), "unreadable"],
    ["something that is no geometry", () => new Response(gzipSync('{"format":1}')), "unreadable"],
    ["no answer at all", () => Promise.reject(new TypeError("Failed to fetch")), "no_answer"],
  ])("says what is wrong with %s", async (_, answer, fault) => {
    answerWith(answer);

    expect(await loadHall(source, { signal: never })).toEqual({ ok: false, fault });
  });

  it("refuses the grades of another hall", async () => {
    answerWith(() => new Response(file));

    const loaded = await loadHall({ ...source, gradeRuns: [["R", 5]] }, { signal: never });

    expect(loaded).toEqual({ ok: false, fault: "unreadable" });
  });

  it("knows that there is no network", async () => {
    answerWith(() => Promise.reject(new TypeError("Failed to fetch")), { onLine: false });

    expect(await loadHall(source, { signal: never })).toEqual({ ok: false, fault: "offline" });
  });

  it("asks past what the browser has kept only when it asks again", async () => {
    const asked = answerWith(() => new Response(file));

    await loadHall(source, { signal: never });
    await loadHall(source, { signal: never, isRetry: true });

    expect(asked.mock.calls.map(([, init]) => init.cache)).toEqual([undefined, "reload"]);
  });
});
