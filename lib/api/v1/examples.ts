/** What a request and its answer look like, by the id of the route. A test holds each against the document's own shapes. */
type Example = {
  /** Of the path and the query. */
  address?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
  answer?: unknown;
};

const EVENT = "0198f1d2-6b1e-7c43-9a57-3f0c8d2e4b10";
const SCHEDULE = "0198f1d2-6b2f-7d12-8c4e-91b7a5c0f3d4";
const PLAN = "0198f1d2-6b30-7a21-b6c8-24d5e9f7a811";
const BOOKING = "0198f1d3-0c52-7e3a-a1b4-6d2f8e90c715";
const FAN = "0198f1d2-9e77-7b08-8f21-5c3a1d4e6f92";
const CHARGE = "0198f1d3-4a66-7f90-9c3d-7b1e5a2f8d04";
const PAYMENT = "0198f1d3-2b61-7c55-8d0f-1e9a4b7c6d33";
const UNTIL = "2026-12-24T10:02:00.000Z";

const oneSchedule = { event_id: EVENT, schedule_id: SCHEDULE };
const held = { section: "A", row: "1열", number: 1, grade: "VIP", price: 150_000, ticket_id: 184_201 };
const booking = {
  id: BOOKING,
  number: "RW-7K3M-9QXD",
  status: "confirmed",
  event: { slug: "winter-lights", title: { ko: "겨울의 빛", en: "Winter Lights" } },
  schedule: { id: SCHEDULE, starts_at: "2026-12-31T10:30:00.000Z" },
  venue: { name: { ko: "로락 극장", en: "Rowlock Theatre" }, time_zone: "Asia/Seoul" },
  seats: [{ ticket_id: 184_201, seat_section: "A", row: "1열", number: 1, grade: "VIP", price: 150_000 }],
  total_price: 150_000,
  receipt_method: "mobile",
  booked_at: "2026-12-24T10:00:30.000Z",
  expires_at: "2026-12-24T10:05:30.000Z",
  confirmed_at: "2026-12-24T10:01:10.000Z",
  ended_at: null,
};

const apiKey = {
  ...{ id: "0198f1d2-7c11-7d6e-b0a9-4e8f1c2d3b57", name: "My calendar", scopes: ["read"], hint: "a9Q4" },
  ...{ created_at: "2026-12-24T09:00:00.000Z", last_used_at: null, expires_at: "2027-03-24T09:00:00.000Z" },
};

export const EXAMPLES: Readonly<Record<string, Example>> = {
  issueToken: {
    body: { email: "fan1@rowlock.test", password: "rowlock-demo" },
    answer: { access_token: "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9…", token_type: "Bearer", expires_in: 3_600 },
  },
  createApiKey: {
    body: { name: "My calendar", scopes: ["read"], expires_in_days: 90 },
    answer: { ...apiKey, key: "rlk_mXy3…a9Q4" },
  },
  listApiKeys: { answer: { items: [apiKey] } },
  revokeApiKey: { address: { key_id: apiKey.id }, answer: { revoked: true } },
  listEvents: { address: { category: "musical" } },
  listSchedules: { address: { event_id: EVENT } },
  listTickets: {
    address: { ...oneSchedule, status: "available" },
    answer: {
      items: [
        { id: 184_201, seat_section: "A", row: "1열", number: 1, grade: "VIP", price: 150_000, status: "available" },
        { id: 184_202, seat_section: "A", row: "1열", number: 2, grade: "VIP", price: 150_000, status: "available" },
      ],
      next_cursor: "184202",
    },
  },
  lockSeats: {
    body: {
      ...oneSchedule,
      seats: [
        { row: "1열", number: 1, section: "A" },
        { row: "1열", number: 2, section: "A" },
      ],
    },
    answer: {
      success: true,
      message: "2개의 좌석이 잠금되었습니다.",
      locked_seats: [
        { section: "A", row: "1열", number: 1, ticket_id: 184_201 },
        { section: "A", row: "1열", number: 2, ticket_id: 184_202 },
      ],
      expires_at: UNTIL,
    },
  },
  unlockSeats: {
    body: { schedule_id: SCHEDULE },
    answer: { success: true, released_seats: [{ section: "A", row: "1열", number: 1 }] },
  },
  holdBestAvailable: {
    address: { schedule_id: SCHEDULE },
    body: { count: 1, grade: "VIP" },
    answer: { chosen_seats: [held], is_split: false, held_seats: [held], expires_at: UNTIL },
  },
  holdGeneralAdmission: {
    address: { schedule_id: SCHEDULE },
    body: { area: "스탠딩", count: 2 },
    answer: {
      held_seats: [1, 2].map((number) => ({
        ...{ section: "스탠딩", row: null, number, grade: "R", price: 99_000, ticket_id: 190_000 + number },
      })),
      expires_at: UNTIL,
    },
  },
  readAvailability: {
    address: { schedule_id: SCHEDULE },
    answer: {
      ...{ schedule_id: SCHEDULE, version: "e5f0c9d2.1742", as_of: "2026-12-24T10:00:00.000Z" },
      ...{ seat_count: 5, seats: "GMA=" },
    },
  },
  watchAvailability: { address: { schedule_id: SCHEDULE, version: "e5f0c9d2.1742" } },
  readGeometry: { address: { plan_id: PLAN, hash: "3q2-7wEjRWeJq83vEjRWeA" } },
  createBooking: {
    body: {
      ...oneSchedule,
      seats: [
        { row: "1열", number: 1, grade: "VIP", price: 150_000, seat_section: "A" },
        { row: "1열", number: 2, grade: "VIP", price: 150_000, seat_section: "A" },
      ],
      total_price: 300_000,
      receipt_method: "mobile",
    },
    answer: [184_201, 184_202].map((ticket_id) => ({
      ...{ id: `${BOOKING}:${ticket_id}`, user_id: FAN, ticket_id, status: "pending", total_price: 300_000 },
      ...{ booked_at: "2026-12-24T10:00:30.000Z", expires_at: "2026-12-24T10:05:30.000Z", booking_id: BOOKING },
    })),
  },
  listBookings: { address: { status: "confirmed" }, answer: { items: [booking], next_cursor: null } },
  findBooking: {
    address: { booking_id: BOOKING },
    answer: { ...booking, payment: { method: "card", status: "succeeded", reason: null, refunded_at: null } },
  },
  payBooking: {
    address: { booking_id: BOOKING },
    body: { expected_total: 300_000, method: "points" },
    answer: { status: "succeeded", booking_id: BOOKING, payment_id: PAYMENT },
  },
  cancelBooking: {
    address: { booking_id: BOOKING },
    answer: { booking_id: BOOKING, status: "refunded", refund: { method: "points", amount: 300_000 } },
  },
  enterQueue: {
    address: { schedule_id: SCHEDULE },
    answer: {
      ...{ state: "waiting", ahead: 412, waiting: 9_804, wait_seconds: 124 },
      ...{ opens_at: "2026-12-24T10:00:00.000Z", is_paused: false, is_live: true },
    },
  },
  lookAtQueue: {
    address: { schedule_id: SCHEDULE },
    answer: { state: "admitted", pass: "eyJhbGciOiJIUzI1NiIsInR5cCI6InF1ZXVl…", pass_ends_at: UNTIL },
  },
  leaveQueue: { address: { schedule_id: SCHEDULE }, answer: { left: true } },
  findBalance: { answer: { balance: 500_000 } },
  chargePoints: {
    body: { amount: 100_000, card_token: "tok_approve" },
    answer: { status: "succeeded", charge_id: CHARGE, balance: 600_000 },
  },
  listPointHistory: {
    address: { type: "use", limit: "20" },
    answer: {
      items: [
        {
          ...{ id: 5_031, type: "use", amount: -300_000, balance_after: 200_000 },
          ...{ booking_id: BOOKING, booking_number: "RW-7K3M-9QXD", created_at: "2026-12-24T10:01:10.000Z" },
        },
      ],
      next_cursor: null,
    },
  },
};
