import type { DemoEvent } from "./programme";

export const STADIUM_EVENTS: readonly DemoEvent[] = [
  {
    slug: "stars-at-noon",
    titleKo: "나래 스타디움 라이브 〈한낮의 별〉",
    titleEn: "NARAE Stadium Live: Stars at Noon",
    summaryKo: "객석 오만, 무대 하나. 거리 공연으로 시작한 싱어송라이터 나래의 첫 스타디움 공연.",
    summaryEn: "Fifty thousand places, one stage: the first stadium show of NARAE, who began by singing in the street.",
    descriptionKo: `역 앞 광장에서 노래하던 나래가 데뷔 십 년 만에 스타디움에 섭니다. 열두 명의 밴드와 함께 대표곡은 물론, 이날 처음 공개하는 신곡 세 곡을 들려드립니다.

무대 앞 스탠딩 A·B 구역은 입장 번호 순서대로 들어갑니다. 시작 두 시간 전까지 구역별 집결지로 와 주세요. 무대 옆 뒤쪽 구역은 무대 일부와 대형 화면이 가려 시야제한석으로 판매합니다.

하층 102~122구역 맨 뒷줄과 플로어 E·H구역 맨 뒷줄에 휠체어석과 동반자석이 있습니다. 비가 와도 공연은 열립니다.`,
    descriptionEn: `Ten years after her debut, NARAE, who once sang in the square before the station, plays a stadium. With a band of twelve she brings the songs you know and three that nobody has heard before.

Standing areas A and B, in front of the stage, are entered in the order of the number on your ticket; please be at your area’s meeting point two hours before the start. Seats beside and behind the stage are sold as restricted view, because part of the stage and of the screens is hidden.

There is room for wheelchairs and companions in the last row of the lower sections 102 to 122, and of floor blocks E and H. The show goes on in rain.`,
    category: "concert",
    ageMin: 8,
    runningMinutes: 150,
    prices: { VIP: 198_000, R: 165_000, S: 132_000, A: 99_000 },
    leavesNoOrphans: true,
    schedules: [{ week: 5, weekday: "sat", at: "18:00", sale: "open" }],
  },
];
