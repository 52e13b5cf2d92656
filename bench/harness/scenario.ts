import type { Stage } from "./stage";

/** What a scenario found: one row a measure; the cells stand below `columns`. Numbers are formatted when they are shown. */
export type Table = { title: string; columns: readonly string[]; rows: readonly Row[] };
export type Row = { measure: string; cells: readonly (number | string)[] };

/** One thing worth measuring. Each is a file of its own in bench/scenarios, named in bench/bench.ts. */
export type Scenario = {
  /** As it is named on the command line. */
  name: string;
  title: string;
  /** It is given up, as a failure, when it takes longer. */
  timeLimitMs: number;
  /** Gives each table as soon as it is measured: what came before a failure is kept. */
  run: (stage: Stage) => AsyncIterable<Table>;
};
