import { env } from "./env";

const SECOND_MS = 1_000;

/** Every time and limit of the sale, in one place. Overridable by environment; units stand in the names. */
export const settings = {
  /** How long a hold keeps its seats before it must become a booking. */
  holdTtlMs: env.SEAT_LOCK_TIMEOUT * SECOND_MS,
  /** Re-holding may extend, but never past this from the first hold. */
  holdExtendMaxMs: env.HOLD_EXTEND_MAX * SECOND_MS,
  /** Lease of the Redis lock around one write: longer than any transaction may last, far shorter than a hold. */
  lockLeaseMs: env.SEAT_LOCK_LEASE * SECOND_MS,
  /** How long a pending booking keeps its seats while it waits for payment. */
  bookingPaymentTimeoutMs: env.BOOKING_PAYMENT_TIMEOUT * SECOND_MS,
  /** Defaults for a new schedule; the schedule's own columns decide. */
  seatsPerBookingMax: env.SEATS_PER_BOOKING_MAX,
  seatsPerUserMax: env.SEATS_PER_USER_MAX,
  availabilityCacheTtlMs: env.AVAILABILITY_CACHE_TTL * SECOND_MS,
  live: {
    /** Seat maps that one process tells of changes; more of them ask again and again instead. */
    watchersMax: env.LIVE_WATCHERS_MAX,
    /** Of those, how many from one address: a household or an office, not the whole process. */
    perAddressMax: env.LIVE_STREAMS_PER_ADDRESS_MAX,
    /** Roughly; then a map comes again, perhaps to another process. */
    lifetimeMs: env.LIVE_STREAM_LIFETIME * SECOND_MS,
    /** What may wait for one slow reader: more than a snapshot of 100,000 seats. */
    queueBytesMax: 65_536,
    /** A reader who takes nothing for this long is told nothing more. */
    stuckMaxMs: 20 * SECOND_MS,
    /** A connection on which no byte moves for this long is closed; it beats every 15 s. */
    silentMaxMs: 40 * SECOND_MS,
  },
  /** Defaults for a schedule's waiting room; its own row decides. */
  queueActiveMax: env.QUEUE_ACTIVE_MAX,
  queueAdmitPerMinute: env.QUEUE_ADMIT_PER_MINUTE,
  queuePassTtlSeconds: env.QUEUE_PASS_TTL,
  /** From then on before the sale opens a page shows the waiting room; until then the hall may be looked at. */
  queueShownBeforeMs: 30 * 60 * SECOND_MS,
  /** Whoever waits and is not heard of for this long has left. */
  queueSilentMaxMs: 120 * SECOND_MS,
  /** Requests to the API in one window: of a person, and of an address while nobody is signed in there. */
  requests: {
    perUserMax: env.RATE_LIMIT_PER_USER,
    perAddressMax: env.RATE_LIMIT_PER_ADDRESS,
    windowSeconds: env.RATE_LIMIT_WINDOW,
  },
  /** Attempts to sign in, get a token or sign up in one window. */
  signIn: {
    perEmailMax: env.SIGN_IN_PER_EMAIL,
    perAddressMax: env.SIGN_IN_PER_ADDRESS,
    windowSeconds: env.SIGN_IN_WINDOW,
  },
  eventListCacheTtlSeconds: env.EVENT_LIST_CACHE_TTL,
  scheduleListCacheTtlSeconds: env.SCHEDULE_LIST_CACHE_TTL,
  sweepIntervalMs: env.SWEEP_INTERVAL * SECOND_MS,
  sweepBatchMax: env.SWEEP_BATCH_MAX,
  /** A charge unanswered for this long is treated as unknown and reconciled with the gateway. */
  gatewayTimeoutMs: env.GATEWAY_TIMEOUT * SECOND_MS,
  pointBalanceMax: env.POINT_BALANCE_MAX,
  databasePoolMax: env.DATABASE_POOL_MAX,
  /** Proxies in front of this process whose X-Forwarded headers are believed; what anybody else says is not. */
  trustedProxies: env.TRUSTED_PROXIES,
  lockTimeoutMs: 3 * SECOND_MS,
  transactionTimeoutMs: 10 * SECOND_MS,
} as const;
