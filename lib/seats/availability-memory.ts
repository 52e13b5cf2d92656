import type { GuardedRedis } from "@/lib/redis/guarded";
import type { Availability } from "./availability";
import { newEpoch } from "./availability-board";
import type { StatusReading } from "./read-statuses";

/** At 50,000 seats a schedule this is 5 MB. */
const LAST_KNOWN_MAX = 100;
/** Without Redis nobody tells this process of another's sales; this is how late it may learn of them. */
const OWN_READING_MS = 1_000;

type Flight = { current: Promise<Availability>; next: Promise<Availability> | null };
/** A place is taken before the read begins, so that a change meanwhile can clear it. */
type OwnReading = { version: string; endsAtMs: number };

/** What one process remembers about the availability it serves. One per Redis, so that tests share nothing. */
export class AvailabilityMemory {
  /** What was last shown of each schedule, oldest first: served while the database is away. */
  private readonly lastKnown = new Map<string, Availability>();
  private readonly flights = new Map<string, Flight>();
  /** What was read without Redis, and until when it may be shown again. */
  private readonly ownReadings = new Map<string, OwnReading>();
  private readonly ownEpoch = newEpoch();
  private ownSequence = 0;
  /** Schedules of which Redis has not heard a change: its board may be stale. One mark per change. */
  readonly unannounced = new Map<string, symbol>();

  known(scheduleId: string): Availability | undefined {
    return this.lastKnown.get(scheduleId);
  }

  remember(availability: Availability): Availability {
    const { scheduleId } = availability;
    this.lastKnown.delete(scheduleId);
    this.lastKnown.set(scheduleId, availability);
    const [oldest] = this.lastKnown.keys();
    if (oldest !== undefined && this.lastKnown.size > LAST_KNOWN_MAX) {
      this.lastKnown.delete(oldest);
      this.ownReadings.delete(oldest);
    }
    return availability;
  }

  /**
   * One read at a time, and nobody gets the answer of a read that began before they asked: whoever
   * comes while one is under way shares the next.
   */
  share(scheduleId: string, read: () => Promise<Availability>): Promise<Availability> {
    const flight = this.flights.get(scheduleId);
    if (!flight) return this.takeOff(scheduleId, read);
    flight.next ??= flight.current.then(
      () => this.takeOff(scheduleId, read),
      () => this.takeOff(scheduleId, read),
    );
    return flight.next;
  }

  private takeOff(scheduleId: string, read: () => Promise<Availability>): Promise<Availability> {
    const current = read().finally(() => {
      if (this.flights.get(scheduleId)?.next === null) this.flights.delete(scheduleId);
    });
    this.flights.set(scheduleId, { current, next: null });
    return current;
  }

  /** What this process read without Redis a moment ago, if that may still be shown. */
  ownReading(scheduleId: string): Availability | null {
    const own = this.ownReadings.get(scheduleId);
    const known = this.lastKnown.get(scheduleId);
    return own && known?.version === own.version && performance.now() < own.endsAtMs ? known : null;
  }

  /** Call it before reading without Redis; `rememberOwn` wants what it returns. */
  beginOwnReading(scheduleId: string): OwnReading {
    const begun = { version: "", endsAtMs: 0 };
    this.ownReadings.set(scheduleId, begun);
    return begun;
  }

  /** Gives what was read without Redis a version of this process's own, and keeps it unless something changed since it began. */
  rememberOwn(scheduleId: string, begun: OwnReading, { statuses, heldForMs }: StatusReading): Availability {
    const known = this.lastKnown.get(scheduleId);
    const isOwn = known?.version.startsWith(`${this.ownEpoch}.`) ?? false;
    const isSame = isOwn && known?.statuses === statuses;
    if (!isSame) this.ownSequence += 1;
    const version = isSame && known ? known.version : `${this.ownEpoch}.${this.ownSequence}`;
    const firstEndMs = heldForMs.reduce((first, [, ms]) => Math.min(first, ms), OWN_READING_MS);
    if (this.ownReadings.get(scheduleId) === begun)
      this.ownReadings.set(scheduleId, { version, endsAtMs: performance.now() + firstEndMs });
    return this.remember({ scheduleId, version, statuses, asOf: new Date().toISOString() });
  }

  /** Something has changed: what this process read without Redis is old. */
  dropOwnReading(scheduleId: string): void {
    this.ownReadings.delete(scheduleId);
  }
}

// A process may hold several copies of this module, one for each kind of entry that was bundled, and has one Redis.
const kept: typeof globalThis & { rowlockAvailability?: WeakMap<GuardedRedis, AvailabilityMemory> } = globalThis;

export function memoryOf(redis: GuardedRedis): AvailabilityMemory {
  kept.rowlockAvailability ??= new WeakMap();
  const memory = kept.rowlockAvailability.get(redis) ?? new AvailabilityMemory();
  kept.rowlockAvailability.set(redis, memory);
  return memory;
}
