import type { MapRun, Movement } from "./run";

type MeasuredRun = MapRun & { baseline: Movement };
type Figures = Record<string, number>;
export type Report = {
  address: string;
  at: string;
  runs: number;
  screens: { screen: string; median: Figures; runs: MeasuredRun[] }[];
};

const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99, max: 1 } as const;

/** The middle of each figure over all runs. */
export function medianRun(runs: readonly MeasuredRun[]): Figures {
  const figures = runs.map(figuresOf);
  const names = Object.keys(figures[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      atShare(
        figures.map((run) => run[name] ?? 0),
        0.5,
      ),
    ]),
  );
}

function figuresOf(run: MeasuredRun): Figures {
  const { settlingTasksMs, longTasksMs, baseline } = run;
  return {
    "first paint, ms": run.paintedMs,
    "first seats, ms": run.firstSeatsMs,
    "… after the first paint, ms": run.firstSeatsMs - run.paintedMs,
    "map to be used, ms": run.usableMs,
    ...shares("pan frame", run.pan.frameMs),
    ...shares("zoom frame", run.zoom.frameMs),
    ...shares("pan drawing", run.pan.drawMs),
    ...shares("zoom drawing", run.zoom.drawMs),
    ...shares("empty canvas, pan frame", baseline.pan.frameMs),
    ...shares("empty canvas, zoom frame", baseline.zoom.frameMs),
    "pan p95 against an empty canvas": ratio(run.pan.frameMs, baseline.pan.frameMs),
    "zoom p95 against an empty canvas": ratio(run.zoom.frameMs, baseline.zoom.frameMs),
    "longest task after the first seats, before a move, ms": Math.max(0, ...settlingTasksMs),
    "long tasks while moving": longTasksMs.length,
    "longest of them, ms": Math.max(0, ...longTasksMs),
    "JavaScript, KB gzip": run.scriptKb,
    "of it React and Next, KB": run.frameworkKb,
    "of it in the page itself, KB": run.inlineKb,
    "fetched ahead, KB gzip": run.aheadKb,
    "HTML, KB gzip": run.htmlKb,
    "HTML, KB": run.htmlPlainKb,
    "DOM nodes": run.domNodes,
  };
}

function shares(of: string, valuesMs: readonly number[]): Figures {
  return Object.fromEntries(
    Object.entries(SHARES).map(([name, share]) => [`${of} ${name}, ms`, round(atShare(valuesMs, share))]),
  );
}

const ratio = (ours: readonly number[], theirs: readonly number[]) =>
  Math.round((100 * atShare(ours, 0.95)) / (atShare(theirs, 0.95) || 1)) / 100;

const round = (value: number) => Math.round(value * 10) / 10;

function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length - 1) * share)] ?? 0;
}

/** One line per figure, one column per screen. */
export function printReport({ address, runs, screens }: Report): void {
  console.log(`\n${address}, the median of ${runs} runs\n`);
  const names = Object.keys(screens[0]?.median ?? {});
  console.table(
    Object.fromEntries(
      names.map((name) => [name, Object.fromEntries(screens.map(({ screen, median }) => [screen, median[name]]))]),
    ),
  );
}
