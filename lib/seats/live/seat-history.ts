import type { Availability } from "@/lib/seats/availability";
import { createDeltaRing } from "./delta-ring";
import { frames } from "./frames";
import { diffStatuses } from "./seat-delta";
import { compareVersions } from "./version-order";

const RING_LIMITS = { deltasMax: 512, changesMax: 20_000 };
/** A change takes about ten bytes where a snapshot takes a third of one a seat. */
const SEATS_PER_CHANGE = 30;
/** Up to here the difference is not worth a snapshot. */
const CHANGES_ALWAYS_SENT = 64;

/** What brings a reader up to `version`. The bytes are shared by all who get them. */
export type Update = { version: string; bytes: Uint8Array };

/** One schedule's seats as last read, and how they came to be so. */
export type SeatHistory = {
  version(): string | null;
  /** True when a reader of `version` can be brought up to date without a snapshot. */
  reaches(version: string): boolean;
  /** Takes over what was read. @returns whether it is newer than what was known. */
  accept(availability: Availability): boolean;
  /** What somebody lacks who has `version`, or nothing yet; `null` when they lack nothing. */
  updateFrom(version: string | null): Update | null;
};

/** Encodes each update once, however many ask for it. */
export function createSeatHistory(): SeatHistory {
  let current: Availability | null = null;
  let snapshot: Update | null = null;
  const ring = createDeltaRing(RING_LIMITS);
  /** By the version that they build on. */
  const deltas = new Map<string, Update>();

  function snapshotOf(availability: Availability): Update {
    snapshot ??= { version: availability.version, bytes: frames.snapshot(availability) };
    return snapshot;
  }

  function deltaFrom(from: string, to: Availability): Update | null {
    const known = deltas.get(from);
    if (known) return known;
    const changes = ring.since(from);
    const changesMax = Math.max(CHANGES_ALWAYS_SENT, to.statuses.length / SEATS_PER_CHANGE);
    if (changes === null || changes.length > changesMax) return null;
    const update = { version: to.version, bytes: frames.delta({ from, to: to.version, changes }) };
    deltas.set(from, update);
    return update;
  }

  return {
    version: () => current?.version ?? null,
    reaches: (version) => version === current?.version || ring.since(version) !== null,
    accept(next) {
      const before = current;
      const order = before && compareVersions(next.version, before.version);
      if (order !== null && order <= 0) return false;
      [current, snapshot] = [next, null];
      deltas.clear();
      if (before?.statuses.length === next.statuses.length) {
        const changes = diffStatuses(before.statuses, next.statuses);
        ring.push({ from: before.version, to: next.version, changes });
      } else {
        ring.clear();
      }
      return true;
    },
    updateFrom(version) {
      if (current === null || version === current.version) return null;
      return (version === null ? null : deltaFrom(version, current)) ?? snapshotOf(current);
    },
  };
}
