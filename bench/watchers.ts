import { type ClientRequest, get } from "node:http";

/**
 * Many people who watch the seats of one schedule, each over a connection of their own.
 *
 *     const crowd = await openCrowd({ baseUrl: "http://127.0.0.1:3000", scheduleId, count: 1_000 });
 *     const delaysMs = await crowd.hear({ seat: 12, status: 1 }, () => holdSeats(12));
 *     percentile(delaysMs, 0.99);
 *     crowd.close();
 *
 * The server must allow that many (`LIVE_WATCHERS_MAX`, 5,000), and both processes as many open files.
 */
export type Crowd = {
  readonly count: number;
  /** Bytes heard so far by all of them together. */
  bytes(): number;
  /**
   * Runs `change`, after which `seat` must have the status code `status` and must not have had it
   * before, and waits until all have heard of it.
   *
   * @returns for each watcher the milliseconds from the call of `change` until it had heard.
   * @throws Error when some have not heard within ten seconds, or a connection ended.
   */
  hear(seen: { seat: number; status: number }, change: () => Promise<unknown>): Promise<number[]>;
  close(): void;
};

type CrowdOptions = { baseUrl: string; scheduleId: string; count: number };

type Watcher = { request: ClientRequest; onEvent: (event: string) => void };

const OPENED_AT_ONCE = 50;
const HEAR_WITHIN_MS = 10_000;

/** Opens all connections, and resolves when each has heard its first event with seats or the first beat. */
export async function openCrowd({ baseUrl, scheduleId, count }: CrowdOptions): Promise<Crowd> {
  const address = `${baseUrl}/api/v1/schedules/${scheduleId}/availability`;
  const { version } = (await (await fetch(address)).json()) as { version: string };
  const url = `${address}/stream?version=${encodeURIComponent(version)}`;
  const heard = { bytes: 0 };
  const watchers: Watcher[] = [];
  while (watchers.length < count) {
    const batch = Math.min(OPENED_AT_ONCE, count - watchers.length);
    watchers.push(...(await Promise.all(Array.from({ length: batch }, () => openWatcher(url, heard)))));
  }

  return {
    count,
    bytes: () => heard.bytes,
    async hear({ seat, status }, change) {
      const wanted = `[${seat},${status}]`;
      let sentMs = 0;
      const delays = watchers.map(
        (watcher) =>
          new Promise<number>((resolve) => {
            watcher.onEvent = (event) => {
              if (event.startsWith("event: delta") && event.includes(wanted)) resolve(performance.now() - sentMs);
            };
          }),
      );
      sentMs = performance.now();
      await change();
      return within(HEAR_WITHIN_MS, Promise.all(delays));
    },
    close: () => {
      for (const { request } of watchers) request.destroy();
    },
  };
}

/** The value that a share `fraction` of `values` does not exceed. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)] ?? Number.NaN;
}

function openWatcher(url: string, heard: { bytes: number }): Promise<Watcher> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}`));
      const watcher: Watcher = { request, onEvent: () => resolve(watcher) };
      let rest = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        heard.bytes += text.length;
        const events = (rest + text).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) if (event.startsWith("event: ")) watcher.onEvent(event);
      });
    });
    request.on("error", reject);
  });
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not all had heard within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
