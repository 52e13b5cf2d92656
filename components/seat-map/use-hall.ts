"use client";

import { startTransition, useCallback, useEffect, useState } from "react";
import { useRouter } from "@/lib/i18n/routing";
import type { FirstSeatsWindow } from "./first-seats-data";
import { type Hall, indexNow } from "./hall";
import { type HallFault, type HallSource, type LoadedHall, loadHall } from "./load-hall";
import { useLatest } from "./use-map-stage";

export type HallState =
  | { is: "loading" }
  | { is: "ready"; hall: Hall }
  | { is: "failed"; fault: HallFault; retry: () => void };

/** Long enough for the first picture, and sooner than a hand is on it. */
const INDEX_AFTER_MS = 250;

/**
 * The hall of a page, once its geometry has come. It is built once: a page that is read again brings
 * an equal one, and building anew would throw the view back to the whole hall.
 */
export function useHall(source: HallSource): HallState {
  const router = useRouter();
  const [loaded, setLoaded] = useState<LoadedHall | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useLatest(source);
  const hall = loaded?.ok ? loaded.hall : null;
  const isReady = hall !== null;
  const { geometryUrl } = source;

  useEffect(() => {
    if (isReady) return;
    const stop = new AbortController();
    const { signal } = stop;
    void startedOrNew({ ...latest.current, geometryUrl }, { signal, isRetry: attempt > 0 }).then((answer) => {
      if (!signal.aborted) startTransition(() => setLoaded(answer));
    });
    return () => stop.abort();
  }, [isReady, geometryUrl, attempt, latest]);

  const fault = loaded?.ok === false ? loaded.fault : null;
  const retry = useCallback(() => {
    setLoaded(null);
    setAttempt((before) => before + 1);
    // The page is older than the server: it names an address that is no more.
    if (fault === "not_found") router.refresh();
  }, [fault, router]);

  useEffect(() => {
    if (fault !== "offline") return;
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [fault, retry]);

  useEffect(() => {
    if (!hall) return;
    const timer = setTimeout(() => indexNow(hall), INDEX_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hall]);

  if (hall) return { is: "ready", hall };
  return fault === null ? { is: "loading" } : { is: "failed", fault, retry };
}

/** The hall that the page's first script is loading, or one loaded here. */
async function startedOrNew(source: HallSource, options: Parameters<typeof loadHall>[1]): Promise<LoadedHall> {
  const page: FirstSeatsWindow = window;
  const { firstSeats } = page;
  delete page.firstSeats;
  const isSame = firstSeats?.geometryUrl === source.geometryUrl && firstSeats.scheduleId === source.scheduleId;
  const started = isSame ? await firstSeats.loading : null;
  return started?.ok ? started : loadHall(source, options);
}
