import { decodeGeometry } from "@/lib/plans/decode-geometry";
import { type ScheduleSeats, toSeatMap } from "@/lib/plans/seat-map";
import { type Hall, hallSteps } from "./hall";

/** What the page knows of a hall before its geometry has come. */
export type HallSource = ScheduleSeats & {
  /** Names its content, so that the browser may keep it for ever. */
  geometryUrl: string;
};

/** Why there is no hall: no network, no answer, an address that is no longer, or an answer that makes no sense. */
export type HallFault = "offline" | "no_answer" | "not_found" | "unreadable";

export type LoadedHall = { ok: true; hall: Hall } | { ok: false; fault: HallFault };

const ANSWER_WITHIN_MS = 30_000;
/** Work that may be done before the page gets its turn: half a frame, or less than what would be felt as a stop. */
const SLICE_MS = { patient: 8, urgent: 48 } as const;

type LoadOptions = {
  signal: AbortSignal;
  /** Asks the server anew even where the browser has kept an answer, in case that is what was wrong. */
  isRetry?: boolean;
  /** `urgent` goes before most else that the page has to do; there must be nothing yet that moves. */
  pace?: keyof typeof SLICE_MS;
};

/** Fetches, reads and builds a hall, without ever holding up the page. Never throws; an aborted load answers with a fault. */
export async function loadHall({ geometryUrl, ...schedule }: HallSource, options: LoadOptions): Promise<LoadedHall> {
  const answer = await fetchGeometry(geometryUrl, options);
  if (!answer) return { ok: false, fault: navigator.onLine ? "no_answer" : "offline" };
  if (answer.status === 404) return { ok: false, fault: "not_found" };
  if (!answer.ok) return { ok: false, fault: "no_answer" };
  try {
    const wire = await inflate(answer);
    if (options.pace !== "urgent") await nextTurn();
    const map = toSeatMap(decodeGeometry(wire), schedule);
    return { ok: true, hall: await inSlices(hallSteps(map), options) };
  } catch {
    return { ok: false, fault: options.signal.aborted ? "no_answer" : "unreadable" };
  }
}

/** The answer is a gzip file, so that it is compressed once and not for every fan; the browser inflates it beside the page. */
const inflate = ({ body }: Response): Promise<unknown> =>
  new Response(body?.pipeThrough(new DecompressionStream("gzip"))).json();

const fetchGeometry = (url: string, { signal, isRetry = false }: LoadOptions): Promise<Response | null> =>
  fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    ...(isRetry ? { cache: "reload" } : {}),
  }).catch(() => null);

async function inSlices<T>(
  steps: Generator<undefined, T>,
  { signal, pace = "patient" }: Pick<LoadOptions, "signal" | "pace">,
): Promise<T> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS[pace]) continue;
    await nextTurn();
    signal.throwIfAborted();
    since = performance.now();
  }
}

/** Lets the browser paint and hear its user first. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
