import type { DemoEvent } from "./programme";

export const THEATRE_EVENTS: readonly DemoEvent[] = [
  {
    slug: "the-lighthouse-keepers-song",
    titleKo: "등대지기의 노래",
    titleEn: "The Lighthouse Keeper’s Song",
    summaryKo: "불을 끄지 못한 사람과 돌아오지 못한 배. 서른 해를 건너온 한 곡의 노래.",
    summaryEn: "A keeper who could not put out the light, a ship that could not come home, and one song between them.",
    descriptionKo: `1991년 겨울, 남쪽 바다의 작은 섬. 등대지기 해원은 폭풍 속으로 나간 배를 기다리며 밤마다 같은 노래를 부릅니다. 서른 해 뒤, 철거를 앞둔 등대에 젊은 음향 기사 도윤이 찾아와 낡은 녹음테이프 하나를 발견합니다.

두 시간이 한 무대 위에서 겹칩니다. 열네 명의 배우와 아홉 명의 연주자가 파도와 바람, 그리고 멀리서 들려오는 뱃고동까지 모두 무대 위에서 직접 만듭니다.

중간 휴식 20분이 포함되어 있습니다. 1부에 5초가량 객석까지 완전히 어두워지는 장면이 있습니다.`,
    descriptionEn: `Winter 1991, a small island in the southern sea. Night after night Haewon, who keeps the light, sings the same song for a ship that sailed into the storm. Thirty years on, the lighthouse is to be pulled down, and a young sound engineer named Doyun finds an old tape in it.

Two times share one stage. Fourteen actors and nine musicians make every wave, every gust and every distant horn in front of you.

There is one interval of 20 minutes. In the first act the whole house goes dark for about five seconds.`,
    category: "musical",
    ageMin: 8,
    runningMinutes: 150,
    prices: { VIP: 165_000, R: 132_000, S: 99_000, A: 66_000 },
    schedules: [
      { week: 0, weekday: "fri", at: "19:30", sale: "open" },
      { week: 0, weekday: "sat", at: "14:00", sale: "open" },
      { week: 0, weekday: "sat", at: "19:00", sale: "open" },
      { week: 0, weekday: "sun", at: "15:00", sale: "open" },
      { week: 1, weekday: "fri", at: "19:30", sale: "open" },
      { week: 1, weekday: "sat", at: "14:00", sale: "open" },
      { week: 1, weekday: "sun", at: "15:00", sale: "open" },
    ],
  },
  {
    slug: "the-third-chair",
    titleKo: "세 번째 의자",
    titleEn: "The Third Chair",
    summaryKo: "두 사람이 사는 집에 의자는 세 개. 오늘 저녁, 누군가 그 자리에 앉는다.",
    summaryEn: "Two people live here, and there are three chairs. Tonight someone sits down in the third.",
    descriptionKo: `이십 년을 함께 산 부부의 식탁에는 늘 비어 있는 의자가 하나 있습니다. 아무도 치우자고 말하지 않았고, 아무도 앉지 않았습니다. 어느 비 오는 저녁, 길을 잃은 손님이 문을 두드리기 전까지는요.

웃음이 터지다가 문득 조용해지는, 세 배우의 팽팽한 80분. 휴식 없이 이어집니다.`,
    descriptionEn: `At the table of a couple who have lived together for twenty years, one chair is always empty. Nobody ever said to put it away, and nobody ever sat on it, until a stranger who has lost the way knocks one rainy evening.

Three actors, eighty minutes, no interval: you laugh, and then all at once the room is quiet.`,
    category: "play",
    ageMin: 14,
    runningMinutes: 80,
    prices: { VIP: 77_000, R: 66_000, S: 55_000, A: 33_000 },
    schedules: [
      { week: 2, weekday: "wed", at: "19:30", sale: "open" },
      { week: 2, weekday: "thu", at: "19:30", sale: "open" },
      { week: 2, weekday: "fri", at: "19:30", sale: "open" },
      { week: 2, weekday: "sat", at: "16:00", sale: "open" },
    ],
  },
  {
    slug: "gayageum-by-moonlight",
    titleKo: "달빛 아래 가야금",
    titleEn: "Gayageum by Moonlight",
    summaryKo: "열두 줄과 스물다섯 줄, 그리고 현악 사중주가 만나는 저녁.",
    summaryEn: "Twelve strings, twenty-five strings and a string quartet meet for one evening.",
    descriptionKo: `산조의 느린 숨에서 시작해 새로 쓴 사중주까지, 가야금이 지나온 길을 한 저녁에 걷습니다. 1부에서는 열두 줄 가야금 독주로 산조 한바탕을 듣고, 2부에서는 스물다섯 줄 가야금과 현악 사중주가 함께하는 신작 세 곡을 초연합니다.

연주 전 20분 동안 로비에서 작은 해설 시간이 열립니다.`,
    descriptionEn: `From the slow breath of a sanjo to quartets written this year, one evening walks the road the gayageum has come. The first half is a full sanjo on twelve strings; the second brings three first performances for twenty-five strings and string quartet.

A short talk in the foyer begins twenty minutes before the concert.`,
    category: "classical",
    ageMin: 7,
    runningMinutes: 100,
    prices: { VIP: 90_000, R: 70_000, S: 50_000, A: 30_000 },
    schedules: [
      { week: 1, weekday: "tue", at: "19:30", sale: "open" },
      { week: 1, weekday: "wed", at: "19:30", sale: "open" },
    ],
  },
  {
    slug: "brahms-in-the-evening",
    titleKo: "저녁의 브람스",
    titleEn: "Brahms in the Evening",
    summaryKo: "클라리넷 오중주와 피아노 사중주. 브람스가 말년에 남긴 가장 따뜻한 두 작품.",
    summaryEn: "The Clarinet Quintet and a piano quartet: the warmest of what Brahms left us, played late in the day.",
    descriptionKo: `작곡을 그만두겠다던 브람스는 한 클라리넷 연주자의 소리를 듣고 다시 펜을 들었습니다. 그렇게 태어난 클라리넷 오중주 b단조와, 젊은 날의 뜨거움이 남아 있는 피아노 사중주 1번 g단조를 나란히 듣습니다.

객석 조명을 낮추고, 말 없이 음악만 이어 갑니다. 중간 휴식 15분이 있습니다.`,
    descriptionEn: `Brahms had said that he would write no more; then he heard a clarinet. The quintet in B minor that came of it stands beside the Piano Quartet No. 1 in G minor, in which his younger fire still burns.

The house lights stay low and nobody speaks between the pieces. There is one interval of 15 minutes.`,
    category: "classical",
    ageMin: 7,
    runningMinutes: 110,
    prices: { VIP: 120_000, R: 90_000, S: 60_000, A: 40_000 },
    schedules: [
      { week: 4, weekday: "thu", at: "19:30", sale: "opens_next_week" },
      { week: 4, weekday: "fri", at: "19:30", sale: "opens_next_week" },
    ],
  },
  {
    slug: "a-midsummer-nights-dream",
    titleKo: "한여름 밤의 꿈",
    titleEn: "A Midsummer Night’s Dream",
    summaryKo: "사랑에 빠진 넷, 요정의 왕과 왕비, 그리고 연극이 서툰 목수들.",
    summaryEn: "Four lovers, a fairy king and queen, and some carpenters who cannot act.",
    descriptionKo: `셰익스피어의 희극을 도시의 옥상으로 옮겼습니다. 에어컨 실외기 사이로 요정이 숨고, 배달 기사들이 연극을 연습합니다. 마지막 장면에서는 객석 위로 종이 별이 내립니다.`,
    descriptionEn: `Shakespeare’s comedy moves to the rooftops of a city. Fairies hide between the air conditioners, delivery riders rehearse their play, and in the last scene paper stars fall on the house.`,
    category: "play",
    ageMin: 8,
    runningMinutes: 130,
    prices: { VIP: 88_000, R: 77_000, S: 55_000, A: 33_000 },
    schedules: [
      { week: -4, weekday: "fri", at: "19:30", sale: "over" },
      { week: -4, weekday: "sat", at: "15:00", sale: "over" },
      { week: -4, weekday: "sun", at: "15:00", sale: "over" },
    ],
  },
];
