type ErrorSpec = { status: number; retryable: boolean; ko: string; en: string };

/**
 * Every way an operation can fail on purpose. Codes are public API: clients branch on them, so add
 * freely and never rename. `ko` and `en` are what a fan may read: what happened, what is safe, what
 * to do. `retryable` means that the same request, sent again unchanged, may succeed.
 */
export const ERRORS = {
  malformed_request: {
    status: 400,
    retryable: false,
    ko: "요청을 읽을 수 없어요.",
    en: "We could not read that request.",
  },
  unauthenticated: { status: 401, retryable: false, ko: "로그인이 필요해요.", en: "Please sign in to continue." },
  wrong_credentials: {
    status: 401,
    retryable: false,
    ko: "이메일 또는 비밀번호가 맞지 않아요.",
    en: "That email and password do not match.",
  },
  invalid_token: {
    status: 401,
    retryable: false,
    ko: "인증 토큰이 올바르지 않거나 만료됐어요.",
    en: "That access token is not valid or has expired.",
  },
  forbidden: {
    status: 403,
    retryable: false,
    ko: "이 작업을 할 권한이 없어요.",
    en: "You do not have access to this.",
  },
  insufficient_scope: {
    status: 403,
    retryable: false,
    ko: "이 키로는 할 수 없는 작업이에요.",
    en: "This key does not allow that.",
  },
  queue_pass_required: {
    status: 403,
    retryable: false,
    ko: "대기열을 거쳐야 예매할 수 있어요. 차례가 되면 들어올 수 있어요.",
    en: "This performance has a waiting room. You can buy once it is your turn.",
  },
  not_found: { status: 404, retryable: false, ko: "찾을 수 없어요.", en: "We could not find that." },
  method_not_allowed: {
    status: 405,
    retryable: false,
    ko: "이 주소에서는 할 수 없는 요청이에요.",
    en: "This address does not take that kind of request.",
  },
  seat_unavailable: {
    status: 409,
    retryable: false,
    ko: "이미 선택된 좌석입니다.",
    en: "Someone else has already taken that seat.",
  },
  would_leave_orphan: {
    status: 409,
    retryable: false,
    ko: "이렇게 고르면 한 자리만 외따로 남아요. 옆으로 한 칸 옮겨 골라 주세요.",
    en: "That would leave a single seat on its own. Please move your choice along by one seat.",
  },
  no_seats_together: {
    status: 409,
    retryable: false,
    ko: "그만큼 함께 앉을 수 있는 자리가 남아 있지 않아요. 인원이나 조건을 바꿔 주세요.",
    en: "There are not that many places left together. Please try fewer people or other choices.",
  },
  seat_limit_exceeded: {
    status: 409,
    retryable: false,
    ko: "한 회차에 고를 수 있는 좌석 수를 넘었어요.",
    en: "That is more seats than one person may have for this performance.",
  },
  sales_not_open: {
    status: 409,
    retryable: false,
    ko: "아직 예매가 열리지 않았어요.",
    en: "Sales have not opened yet.",
  },
  sales_closed: { status: 409, retryable: false, ko: "예매가 끝났어요.", en: "Sales are closed." },
  price_changed: {
    status: 409,
    retryable: false,
    ko: "가격이 달라졌어요. 새 가격을 확인해 주세요. 결제되지 않았어요.",
    en: "The price has changed. Please check the new price. You were not charged.",
  },
  payment_in_progress: {
    status: 409,
    retryable: true,
    ko: "이 예매의 결제를 확인하고 있어요. 두 번 결제되지 않아요.",
    en: "A payment for this booking is being confirmed. You will not be charged twice.",
  },
  already_paid: {
    status: 409,
    retryable: false,
    ko: "이미 결제된 예매예요. 다시 결제되지 않았어요.",
    en: "This booking is already paid. You were not charged again.",
  },
  booking_not_payable: {
    status: 409,
    retryable: false,
    ko: "결제할 수 없는 예매예요.",
    en: "This booking can no longer be paid.",
  },
  booking_not_cancellable: {
    status: 409,
    retryable: false,
    ko: "취소할 수 없는 예매예요.",
    en: "This booking can no longer be cancelled.",
  },
  insufficient_points: {
    status: 409,
    retryable: false,
    ko: "포인트가 부족해요. 결제되지 않았어요.",
    en: "You do not have enough points. You were not charged.",
  },
  point_limit_exceeded: {
    status: 409,
    retryable: false,
    ko: "보유할 수 있는 포인트 한도를 넘어요. 결제되지 않았어요.",
    en: "That would exceed the most points one person may hold. You were not charged.",
  },
  api_key_limit_exceeded: {
    status: 409,
    retryable: false,
    ko: "만들 수 있는 API 키 수를 넘었어요. 쓰지 않는 키를 없애 주세요.",
    en: "You have as many API keys as one person may have. Please revoke one you no longer use.",
  },
  email_taken: {
    status: 409,
    retryable: false,
    ko: "이미 가입된 이메일이에요.",
    en: "That email already has an account.",
  },
  request_in_progress: {
    status: 409,
    retryable: true,
    ko: "같은 요청을 처리하고 있어요.",
    en: "The same request is still being processed.",
  },
  booking_expired: {
    status: 410,
    retryable: false,
    ko: "결제 시간이 끝나 좌석이 풀렸어요. 결제되지 않았어요.",
    en: "The time to pay ran out and the seats were released. You were not charged.",
  },
  payment_refunded: {
    status: 410,
    retryable: false,
    ko: "결제가 시간이 지난 뒤 도착해 바로 환불했어요.",
    en: "Your payment arrived after the time ran out, so it was refunded.",
  },
  payload_too_large: {
    status: 413,
    retryable: false,
    ko: "요청이 너무 커요.",
    en: "That request is too large.",
  },
  invalid_input: {
    status: 422,
    retryable: false,
    ko: "표시된 항목을 확인해 주세요.",
    en: "Please check the highlighted fields.",
  },
  id_reused: {
    status: 422,
    retryable: false,
    ko: "같은 요청 번호로 다른 내용을 보냈어요.",
    en: "That request id was already used for something else.",
  },
  card_declined: {
    status: 422,
    retryable: false,
    ko: "카드가 거절됐어요. 결제되지 않았고 좌석은 그대로예요.",
    en: "The card was declined. You were not charged and your seats are still yours.",
  },
  too_many_requests: {
    status: 429,
    retryable: true,
    ko: "요청이 너무 많아요. 잠시 뒤에 다시 해 주세요.",
    en: "Too many requests. Please try again in a moment.",
  },
  internal: {
    status: 500,
    retryable: false,
    ko: "저희 쪽에 문제가 생겼어요.",
    en: "Something went wrong on our side.",
  },
  busy: {
    status: 503,
    retryable: true,
    ko: "지금 무척 붐벼요. 잠시 뒤에 다시 해 주세요.",
    en: "It is very busy right now. Please try again.",
  },
  read_only: {
    status: 503,
    retryable: true,
    ko: "잠시 예매를 멈추고 둘러보기만 할 수 있어요. 결제되지 않았어요.",
    en: "Sales are paused for a moment; you can still look around. You were not charged.",
  },
  gateway_unavailable: {
    status: 503,
    retryable: true,
    ko: "카드사와 연결되지 않아요. 결제되지 않았고 좌석은 그대로예요.",
    en: "We cannot reach the card company. You were not charged and your seats are still yours.",
  },
} as const satisfies Record<string, ErrorSpec>;

export type ErrorCode = keyof typeof ERRORS;

/** Facts the caller may see: ids, counts, field names. Never secrets, never SQL. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An expected failure. Anything else that is thrown is a bug and surfaces as `internal`. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: { cause: unknown },
  ) {
    super(code, options);
  }
}
