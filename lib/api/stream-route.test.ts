import { expect, it } from "vitest";
import { z } from "zod";
import { defineEndpoint } from "@/lib/endpoints/endpoint";
import { AppError } from "@/lib/kernel/errors";
import { guardRedis } from "@/lib/redis/guarded";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { createApi } from "./app";
import { addressHeader } from "./client-address";
import { streamRoute } from "./stream-route";

const { perAddressMax } = settings.live;

/** An API with one stream, whose readers `end` sends away. */
function aStream() {
  const ends: (() => void)[] = [];
  const endpoint = defineEndpoint({
    name: "test.watch",
    who: "anyone",
    input: z.object({ fails: z.string().optional(), last_event_id: z.string().optional() }),
    run: async (_actor, { fails }) => {
      if (fails) throw new AppError("busy");
      const ended = new Promise<void>((resolve) => ends.push(resolve));
      return { body: new ReadableStream<Uint8Array>(), leave: () => {}, ended };
    },
  });
  const words = { method: "GET", path: "/watch", id: "watch", summary: "Watch" } as const;
  const services = { redis: guardRedis(null) } as Services;
  const api = createApi([streamRoute({ ...words, endpoint })], { services: () => services, invalidate: () => {} });
  const watch = (address: string, query = "") =>
    api(new Request(`http://rowlock.test/api/v1/watch${query}`, { headers: { [addressHeader()]: address } }));
  return { watch, ends };
}

it("opens so many streams to one address, and more once one has ended", async () => {
  const { watch, ends } = aStream();
  const statuses = new Set<number>();
  for (let i = 0; i < perAddressMax; i++) statuses.add((await watch("203.0.113.7")).status);

  const refused = await watch("203.0.113.7");
  const elsewhere = await watch("203.0.113.8");
  ends[0]?.();
  const later = await watch("203.0.113.7");

  expect([...statuses]).toEqual([200]);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "10"]);
  expect([elsewhere.status, later.status]).toEqual([200, 200]);
});

it("keeps no place for a stream that did not open", async () => {
  const { watch } = aStream();
  for (let i = 0; i <= perAddressMax; i++) expect((await watch("203.0.113.9", "?fails=1")).status).toBe(503);

  expect((await watch("203.0.113.9")).status).toBe(200);
});
