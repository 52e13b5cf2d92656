import { mergeChanges, type SeatDelta, type SeatNow } from "./seat-delta";

type RingLimits = {
  deltasMax: number;
  /** In all deltas together. */
  changesMax: number;
};

/** The latest deltas of one schedule, each beginning where the one before it ends. */
export type DeltaRing = {
  push(delta: SeatDelta): void;
  /** Everything that came after `version`; `null` when the ring does not reach back that far. */
  since(version: string): SeatNow[] | null;
  clear(): void;
};

/** Forgets the oldest deltas once there are too many; one delta alone is forgotten at once when it is too large. */
export function createDeltaRing({ deltasMax, changesMax }: RingLimits): DeltaRing {
  const deltas: SeatDelta[] = [];
  let changesCount = 0;

  return {
    push(delta) {
      deltas.push(delta);
      changesCount += delta.changes.length;
      while (deltas.length > deltasMax || changesCount > changesMax)
        changesCount -= deltas.shift()?.changes.length ?? 0;
    },
    since(version) {
      const start = deltas.findLastIndex((delta) => delta.from === version);
      return start < 0 ? null : mergeChanges(deltas.slice(start));
    },
    clear() {
      deltas.length = 0;
      changesCount = 0;
    },
  };
}
