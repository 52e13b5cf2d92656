import type { DemoEvent } from "./programme";

export const CLUB_EVENTS: readonly DemoEvent[] = [
  {
    slug: "stand-up-on-the-way-home",
    titleKo: "퇴근길 스탠드업",
    titleEn: "Stand-up on the Way Home",
    summaryKo: "회사에서 못 한 말, 여기서 다 합니다. 코미디언 다섯 명의 금요일 밤.",
    summaryEn: "Everything you could not say at work. Five comedians, one Friday night.",
    descriptionKo: `월요일부터 금요일까지 참은 말을 대신 해 드립니다. 다섯 명의 코미디언이 15분씩 마이크를 잡고, 마지막에는 관객이 적어 낸 '이번 주의 사건' 하나를 골라 함께 무대에 올립니다.

지각하셔도 괜찮습니다. 퇴근이 늦었다는 건 모두가 아니까요. 다만 앞자리에 앉으시면 말을 걸 수 있습니다.`,
    descriptionEn: `We say what you swallowed from Monday to Friday. Five comedians have the microphone for fifteen minutes each; at the end they take one “incident of the week” that the house has written down and put it on stage.

Late is fine: we all know why. Sit at the front, though, and somebody may talk to you.`,
    category: "comedy",
    ageMin: 19,
    runningMinutes: 90,
    prices: { VIP: 55_000, R: 44_000, S: 38_000, A: 33_000 },
    schedules: [{ week: 0, weekday: "fri", at: "20:30", sale: "sold_out" }],
  },
  {
    slug: "alley-jazz-night",
    titleKo: "골목 재즈의 밤",
    titleEn: "Alley Jazz Night",
    summaryKo: "매주 토요일, 골목 끝 작은 무대에서 듣는 트리오와 손님 한 사람.",
    summaryEn: "Every Saturday a trio and one guest, on the small stage at the end of the alley.",
    descriptionKo: `피아노, 콘트라베이스, 드럼. 세 사람이 매주 다른 손님 한 명을 맞습니다. 곡 목록은 그날 저녁에 정하고, 두 번째 무대는 신청곡으로 채웁니다.

테이블 자리에는 음료 한 잔이 포함됩니다. 바 자리는 무대가 조금 멀지만 연주자들이 쉬는 곳과 가깝습니다.`,
    descriptionEn: `Piano, double bass, drums: every week the three of them welcome one guest. The list is made that evening, and the second set is what you ask for.

A seat at a table includes one drink. The bar is a little further from the stage, and rather near to where the musicians rest.`,
    category: "concert",
    ageMin: 14,
    runningMinutes: 110,
    prices: { VIP: 66_000, R: 55_000, S: 44_000, A: 33_000 },
    schedules: [
      { week: -3, weekday: "sat", at: "20:00", sale: "over" },
      { week: -2, weekday: "sat", at: "20:00", sale: "over" },
      { week: 0, weekday: "sat", at: "20:00", sale: "sold_out" },
      { week: 1, weekday: "sat", at: "20:00", sale: "open" },
      { week: 2, weekday: "sat", at: "20:00", sale: "open" },
      { week: 4, weekday: "sat", at: "20:00", sale: "opens_next_week" },
    ],
  },
  {
    slug: "a-play-we-have-never-met",
    titleKo: "오늘 처음 만난 연극",
    titleEn: "A Play We Have Never Met",
    summaryKo: "대본도 연출도 없다. 관객이 던진 한 문장으로 시작하는 즉흥극.",
    summaryEn: "No script and no director: improvised comedy that begins with one sentence from the house.",
    descriptionKo: `입장하며 종이에 아무 문장이나 하나 적어 주세요. 배우 여섯 명이 그중 하나를 뽑아 70분짜리 이야기를 즉석에서 만듭니다. 같은 공연은 두 번 다시 없습니다.

지난 시즌에 뽑힌 문장: "우리 집 고양이가 사직서를 냈다."`,
    descriptionEn: `On your way in, write any sentence on a slip of paper. Six actors draw one and make a story of seventy minutes out of it, then and there. No evening has ever happened twice.

Drawn last season: “My cat has handed in her notice.”`,
    category: "comedy",
    ageMin: 14,
    runningMinutes: 70,
    prices: { VIP: 44_000, R: 38_000, S: 33_000, A: 27_000 },
    schedules: [
      { week: 1, weekday: "thu", at: "20:00", sale: "open" },
      { week: 2, weekday: "thu", at: "20:00", sale: "open" },
      { week: 3, weekday: "thu", at: "20:00", sale: "open" },
    ],
  },
  {
    slug: "songs-by-the-campfire",
    titleKo: "모닥불 곁의 노래",
    titleEn: "Songs by the Campfire",
    summaryKo: "기타 두 대와 목소리 둘. 불빛만 켜고 듣던 계절의 마지막 밤.",
    summaryEn: "Two guitars, two voices: the last night of a season of listening by firelight.",
    descriptionKo: `조명을 모두 끄고 작은 불빛 하나만 남긴 채, 두 싱어송라이터가 번갈아 노래했습니다. 앙코르까지 모두 열여덟 곡. 함께해 주신 분들께 고맙습니다.`,
    descriptionEn: `With every lamp out but one, two songwriters took turns: eighteen songs, the encores counted. Thank you to everyone who came.`,
    category: "concert",
    ageMin: 8,
    runningMinutes: 90,
    prices: { VIP: 55_000, R: 44_000, S: 38_000, A: 33_000 },
    schedules: [{ week: -6, weekday: "sat", at: "19:00", sale: "over" }],
  },
];
