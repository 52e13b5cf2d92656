/** The words of the API's document in Korean, by the English ones. A test misses none and finds none too many. */
export const KOREAN: Readonly<Record<string, string>> = {
  "A section may be left out where row and number alone name one seat. Seats that you hold already stay yours, for longer.":
    "열과 번호만으로 한 좌석을 알 수 있으면 구역은 빼도 돼요. 이미 선점한 좌석은 그대로 내 것이고 시간이 늘어나요.",
  "seats is base64 of two bits for each seat, in the order of the plan: 0 available, 1 held, 2 sold, 3 blocked. Send the ETag back as If-None-Match and get 304 while nothing has changed.":
    "seats는 좌석마다 2비트씩, 배치도 순서로 이은 base64예요. 0은 예매 가능, 1은 선점, 2는 판매, 3은 판매하지 않음이에요. ETag를 If-None-Match로 돌려보내면 바뀌지 않은 동안 304를 받아요.",
  "snapshot and delta carry the version in their id; beat comes every 15 seconds; stale and fresh say when the server cannot tell of changes, and when it can again. Nothing for 40 seconds: open it anew.":
    "snapshot과 delta의 id는 버전이에요. beat는 15초마다 와요. stale과 fresh는 변화를 알려 줄 수 없을 때와 다시 알려 줄 수 있을 때 와요. 40초 동안 아무것도 없으면 다시 여세요.",
  "With .gz after the hash it is the same as a gzip file.": "해시 뒤에 .gz를 붙이면 같은 내용을 gzip 파일로 받아요.",
  "Prices are compared with ours: another one is refused, never charged. Pay before expires_at, or the seats are free again.":
    "보낸 값은 실제 값과 비교해요. 다르면 거절할 뿐 결제하지 않아요. expires_at 전에 결제하지 않으면 좌석이 풀려요.",
  "The same payment sent again is charged once and gets the same answer.":
    "같은 결제를 다시 보내도 한 번만 결제되고 같은 답을 받아요.",
  "Points come back at once, a card's money within some days.": "포인트는 바로, 카드 결제는 며칠 안에 돌아가요.",
  'As 12 or "12번"': "12 또는 “12번”처럼 써요",
  'As "1열" or "1"': "“1열” 또는 “1”처럼 써요",
  'As "A구역" or "A"': "“A구역” 또는 “A”처럼 써요",
  "What you were shown, in won": "화면에서 본 값이에요. 원 단위예요",
  "Yours, new for each attempt; made of the Idempotency-Key where you send none":
    "직접 만드는 id예요. 시도마다 새로 만드세요. 없으면 Idempotency-Key로 만들어요",
  "Yours, new for each charge; made of the Idempotency-Key where you send none":
    "직접 만드는 id예요. 충전마다 새로 만드세요. 없으면 Idempotency-Key로 만들어요",
  "The next_cursor of the page before": "앞 쪽의 next_cursor예요",
  "Stands for a card; needed to pay by card": "카드를 대신하는 토큰이에요. 카드로 결제할 때 필요해요",
  "Stands for a card": "카드를 대신하는 토큰이에요",
  "What is on: what can be bought first, then what opens soonest":
    "지금 열리는 공연 목록이에요. 예매할 수 있는 공연이 먼저, 그다음은 곧 열리는 순서예요",
  "Words of title, summary or hall, in either language":
    "제목, 소개, 공연장에 있는 낱말이에요. 한국어와 영어 모두 찾아요",
  "First day, on the venue's calendar": "첫날이에요. 공연장 달력을 따라요",
  "Last day, on the venue's calendar": "마지막 날이에요. 공연장 달력을 따라요",
  "The language of messages: ko (when nothing else is asked for) or en":
    "메시지 언어예요. 따로 정하지 않으면 ko, 또는 en이에요",
  "Whole won": "원 단위 정수예요",
  "The schedules of an event in time order": "공연의 회차를 시간 순서로 알려줘요",
  "Dearest first": "비싼 등급부터예요",
  "The seats of a schedule and what can be had": "회차의 좌석과 지금 고를 수 있는지를 알려줘요",
  'As "1열"; null for a place of a standing area': "“1열”처럼 써요. 스탠딩 구역의 자리는 null이에요",
  "As 12; a text where it is no number": "12처럼 숫자예요. 숫자가 아니면 글자 그대로예요",
  "Hold seats by name, all or none": "좌석을 이름으로 선점해요. 전부 되거나 하나도 안 돼요",
  "A text of your own, new for each thing you want done. The same request sent again under it within 24 hours is done once and gets the first answer":
    "직접 만드는 글자예요. 새로운 일마다 새로 만드세요. 24시간 안에 같은 키로 다시 보낸 같은 요청은 한 번만 처리되고 처음 답을 받아요",
  "Where the schedule has a waiting room: the pass that its queue gave you":
    "대기열이 있는 회차라면, 대기열에서 받은 입장권이에요",
  "Names one seat of one schedule for ever": "한 회차의 한 좌석을 언제까지나 가리켜요",
  "Release all that you hold in a schedule": "회차에서 선점한 좌석을 모두 놓아요",
  "Choose the best seats together and hold them": "함께 앉을 수 있는 가장 좋은 자리를 골라 선점해요",
  "Wheelchair places and the seats beside them, and only those": "휠체어석과 그 옆자리만 골라요",
  "Those chosen now": "이번에 고른 좌석이에요",
  "The party sits in two neighbouring rows": "일행이 앞뒤 두 줄에 나뉘어 앉아요",
  "All that you hold in this schedule": "이 회차에서 선점하고 있는 좌석 전부예요",
  "Hold so many places of a standing area in all": "스탠딩 구역의 자리를 모두 합쳐 이만큼 선점해요",
  "The state of every seat, two bits each": "모든 좌석의 상태예요. 한 좌석에 2비트예요",
  "Changes of seats as they happen, as server-sent events": "좌석이 바뀌는 대로 서버 전송 이벤트(SSE)로 알려줘요",
  "Where the seats of a hall are; never changes under its address":
    "공연장 좌석의 위치예요. 같은 주소의 내용은 바뀌지 않아요",
  "Book seats that you hold, or that nobody holds; one element for each seat":
    "내가 선점했거나 아무도 선점하지 않은 좌석을 예매해요. 답은 좌석마다 하나씩이에요",
  "Of the whole booking": "예매 전체의 값이에요",
  "Your bookings, newest first": "내 예매 목록이에요. 최근 것부터예요",
  "What a fan reads out on the phone, such as RW-7K3M-9QXD": "전화로 불러 줄 수 있는 예매 번호예요. 예: RW-7K3M-9QXD",
  "When a pending booking loses its seats": "결제를 기다리는 예매가 좌석을 잃는 때예요",
  "One of your bookings as it is now, with its latest payment": "내 예매 하나의 지금 모습과 마지막 결제예요",
  "Pay a pending booking, by points or by card": "결제를 기다리는 예매를 포인트나 카드로 결제해요",
  '"processing": ask for the booking until it is settled': "“processing”이면 정해질 때까지 예매를 다시 조회하세요",
  "Cancel a booking; what was paid goes back": "예매를 취소해요. 결제한 돈은 돌아가요",
  "Your balance": "내 포인트 잔액이에요",
  "Buy points by card": "카드로 포인트를 충전해요",
  "After the charge": "충전한 뒤의 잔액이에요",
  "Your point history, newest first": "내 포인트 내역이에요. 최근 것부터예요",
  "A day or a moment; counts": "날짜나 시각이에요. 이때부터 들어가요",
  "A day or a moment; does not count": "날짜나 시각이에요. 이때는 들어가지 않아요",
  Signed: "쓴 것은 음수예요",
  "Take a place in the line, or hear how it stands; come again every few seconds":
    "대기열에 서거나 지금 순서를 들어요. 몇 초마다 다시 물어보세요",
  "The schedule has no waiting room": "대기열이 없는 회차예요",
  "Send it as the Queue-Pass header when you hold and book": "선점하고 예매할 때 Queue-Pass 헤더로 보내세요",
  "Before you; null before the opening, and while nobody can count":
    "내 앞에 있는 사람 수예요. 열리기 전이거나 셀 수 없을 때는 null이에요",
  "In the line in all": "줄에 선 사람 전부예요",
  "A guess": "어림한 시간이에요",
  "False while the line cannot be read; places in it are kept":
    "줄을 읽을 수 없는 동안 false예요. 순서는 그대로 남아요",
  "How your place in the line stands; takes none": "내 순서만 알려줘요. 줄을 서지는 않아요",
  "Give up your place, or your pass": "내 순서나 입장권을 내려놓아요",
  "Exchange email and password for a bearer token": "이메일과 비밀번호로 접근 토큰을 받아요",
  Seconds: "초 단위예요",
  "Make a personal key; the key itself is shown this once": "개인 키를 만들어요. 키는 이번 한 번만 보여요",
  "The last letters of the key": "키의 마지막 글자예요",
  "To the minute": "분 단위까지예요",
  "Your personal keys, newest first": "내 개인 키 목록이에요. 최근 것부터예요",
  "End a personal key at once": "개인 키를 바로 끝내요",
  "Signing in": "로그인",
  "Who you are": "내가 누구인지 알려줘요",
  Events: "공연",
  "What is on, when, where, and at what price": "무엇이 언제, 어디서, 얼마인지 알려줘요",
  Seats: "좌석",
  "What is free, live; choosing and holding": "지금 비어 있는 자리를 보고, 고르고, 선점해요",
  Bookings: "예매",
  "Booking, paying, cancelling": "예매하고, 결제하고, 취소해요",
  Points: "포인트",
  "The prepaid balance and its history": "미리 충전한 잔액과 그 내역이에요",
};
