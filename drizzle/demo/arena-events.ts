import type { DemoEvent } from "./programme";

export const ARENA_EVENTS: readonly DemoEvent[] = [
  {
    slug: "four-am-first-train",
    titleKo: "새벽네시 단독 콘서트 〈첫차〉",
    titleEn: "4 A.M. Live: First Train",
    summaryKo: "밤을 지새운 사람들을 위한 두 시간. 4인조 밴드 새벽네시의 첫 아레나 공연.",
    summaryEn: "Two hours for everyone who has been up all night: the first arena show of the four-piece band 4 A.M.",
    descriptionKo: `지하 연습실에서 시작해 팔 년, 새벽네시가 처음으로 아레나 무대에 섭니다. 정규 3집 〈첫차〉의 전곡과 한 번도 라이브로 연주하지 않았던 초기 데모 두 곡을 들려드립니다.

돌출 무대를 가운데까지 뻗어 어느 자리에서도 멀지 않습니다. 공연 중 강한 조명과 섬광 효과가 사용됩니다.

첫차가 다닐 때까지 놀지는 않지만, 막차는 놓칠지도 모릅니다.`,
    descriptionEn: `Eight years after a basement rehearsal room, 4 A.M. play their first arena. You will hear the whole of the third album, First Train, and two early demos that have never been played live.

A runway reaches into the floor, so no seat is far away. The show uses strong and flashing light.

We will not keep you until the first train. You may still miss the last one.`,
    category: "concert",
    ageMin: 7,
    runningMinutes: 130,
    prices: { VIP: 176_000, R: 154_000, S: 132_000, A: 99_000 },
    schedules: [
      { week: 2, weekday: "sat", at: "18:00", sale: "open" },
      { week: 2, weekday: "sun", at: "17:00", sale: "open" },
    ],
  },
  {
    slug: "aurora-cup-grand-final",
    titleKo: "오로라컵 e스포츠 결승전",
    titleEn: "Aurora Cup Esports Grand Final",
    summaryKo: "열여섯 팀이 시작해 두 팀이 남았다. 5전 3선승, 단 하루.",
    summaryEn: "Sixteen teams began, two are left. Best of five, one day only.",
    descriptionKo: `석 달 동안 이어진 오로라컵의 마지막 경기입니다. 플로어 A·B구역은 양 팀 응원석으로 운영되며, 무대 위 대형 화면으로 모든 자리에서 경기를 선명하게 볼 수 있습니다.

경기 수에 따라 종료 시각이 달라질 수 있습니다. 문은 시작 두 시간 전에 열리고, 로비에서 선수 사인회가 열립니다.`,
    descriptionEn: `The last match of a cup that has run for three months. Floor blocks A and B are the two teams’ own stands, and screens above the stage show every move to every seat.

The evening may end earlier or later with the number of games. Doors open two hours before the start; the players sign in the foyer.`,
    category: "sports",
    ageMin: 12,
    runningMinutes: 240,
    prices: { VIP: 99_000, R: 77_000, S: 55_000, A: 33_000 },
    schedules: [{ week: 3, weekday: "sat", at: "17:00", sale: "opens_within_a_day" }],
  },
];
