import { type SeatDelta, withChanges } from "@/lib/seats/live/seat-delta";
import { compareVersions } from "@/lib/seats/live/version-order";
import { SEAT_CODES } from "@/lib/seats/rules";

/** The seats at one version: statuses as the server had them, one character a seat. */
export type KnownSeats = { version: string; statuses: string };

/** What a page knows of the seats, and from where. */
export type AvailabilityState = {
  /** What the next delta of the stream builds on; `null` until a snapshot has come. */
  base: KnownSeats | null;
  /** An answer to a question of the page's own, for as long as the stream has not caught up with it. */
  ahead: KnownSeats | null;
  /** Seats that a refusal called taken, which neither of the two has heard of yet. */
  refused: ReadonlySet<number>;
};

export type AvailabilityEvent =
  | ({ type: "snapshot" } & KnownSeats)
  | ({ type: "delta" } & SeatDelta)
  /** An answer to a question; `hasStream` says whether one is open, or opening. */
  | ({ type: "answer"; hasStream: boolean } & KnownSeats)
  /** The answer was that nothing has changed. */
  | { type: "same" }
  | { type: "refused"; seats: readonly number[] }
  | { type: "stream_lost" };

type Step = {
  state: AvailabilityState;
  /** True when the stream no longer fits: it must be opened anew, and begin with a snapshot. */
  mustResync: boolean;
};

const NONE: ReadonlySet<number> = new Set();

/** What is known when a page opens. */
export const initialAvailability = (base: KnownSeats | null): AvailabilityState => ({
  base,
  ahead: null,
  refused: NONE,
});

/**
 * Every change of what a page knows. What `seatsShown` answers is at all times what the server had at
 * one version, refusals aside; where an event does not fit, the stream begins anew rather than
 * anything being guessed.
 */
export function nextAvailability(state: AvailabilityState, event: AvailabilityEvent): Step {
  switch (event.type) {
    case "snapshot":
      return takeSnapshot(state, event);
    case "delta":
      return applyDelta(state, event);
    case "answer":
      return takeAnswer({ ...state, refused: NONE }, event);
    case "same":
      return fits({ ...state, refused: NONE });
    case "refused":
      return fits({ ...state, refused: new Set([...state.refused, ...event.seats]) });
    case "stream_lost":
      return fits({ ...state, base: newest(state), ahead: null });
  }
}

/** The newest version known; `null` when nothing is. */
export const newest = ({ base, ahead }: AvailabilityState): KnownSeats | null => ahead ?? base;

/** The statuses to show. */
export function seatsShown(state: AvailabilityState): string | null {
  const statuses = newest(state)?.statuses ?? null;
  if (statuses === null || state.refused.size === 0) return statuses;
  const seats = [...state.refused].filter((seat) => seat < statuses.length).sort((a, b) => a - b);
  const held = seats.map((seat) => [seat, Number(SEAT_CODES.held)] as const);
  return withChanges(statuses, held) ?? statuses;
}

const fits = (state: AvailabilityState): Step => ({ state, mustResync: false });
/** What is shown stays until the snapshot comes. */
const resync = (state: AvailabilityState): Step => ({
  state: { ...state, base: null, ahead: newest(state) },
  mustResync: true,
});

/** A new base; an answer that is newer still goes on being shown. */
function rebase(state: AvailabilityState, { version, statuses }: KnownSeats): AvailabilityState {
  const isStillAhead = state.ahead !== null && (compareVersions(state.ahead.version, version) ?? 0) > 0;
  return { ...state, base: { version, statuses }, ahead: isStillAhead ? state.ahead : null };
}

function takeSnapshot(state: AvailabilityState, snapshot: KnownSeats): Step {
  const order = state.base && compareVersions(snapshot.version, state.base.version);
  if (order !== null && order < 0) return fits(state);
  return fits(rebase({ ...state, refused: NONE }, snapshot));
}

function applyDelta(state: AvailabilityState, { from, to, changes }: SeatDelta): Step {
  const { base } = state;
  if (base === null) return resync(state);
  if (from !== base.version) {
    const isOld = (compareVersions(to, base.version) ?? 1) <= 0;
    return isOld ? fits(state) : resync(state);
  }
  const statuses = withChanges(base.statuses, changes);
  if (statuses === null) return resync(state);
  const told = new Set(changes.map(([seat]) => seat));
  const refused = new Set([...state.refused].filter((seat) => !told.has(seat)));
  return fits(rebase({ ...state, refused }, { version: to, statuses }));
}

function takeAnswer(
  state: AvailabilityState,
  { version, statuses, hasStream }: KnownSeats & { hasStream: boolean },
): Step {
  const known = newest(state);
  const order = known && compareVersions(version, known.version);
  if (order !== null && order <= 0) return fits(state);
  if (!hasStream) return fits({ ...state, base: { version, statuses }, ahead: null });
  const answered = { ...state, ahead: { version, statuses } };
  // Of another epoch: nobody can say when the stream has caught up with it.
  return known !== null && order === null ? resync(answered) : fits(answered);
}
