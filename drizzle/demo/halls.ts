import { drawArena } from "@/lib/plans/draw-arena";
import { drawClub } from "@/lib/plans/draw-club";
import { drawStadium } from "@/lib/plans/draw-stadium";
import { drawTheatre } from "@/lib/plans/draw-theatre";
import type { Plan, PlanSeat } from "@/lib/plans/plan";
import type { HallName } from "./programme";

export type DemoHall = {
  hall: HallName;
  slug: string;
  nameKo: string;
  nameEn: string;
  addressKo: string;
  addressEn: string;
  plan: Plan;
  /** House seats, and places lost to cameras and the mixing desk. */
  isBlocked: (seat: PlanSeat) => boolean;
};

const isOneOf = (...guids: string[]) => {
  const wanted = new Set(guids);
  return (seat: PlanSeat) => wanted.has(seat.guid);
};

/** The four halls of the demo, drawn anew each time they are asked for. */
export function drawHalls(): DemoHall[] {
  return [
    {
      hall: "theatre",
      slug: "mulgyeol-theatre",
      nameKo: "물결아트홀",
      nameEn: "Mulgyeol Theatre",
      addressKo: "서울 종로구 물결길 12",
      addressEn: "12 Mulgyeol-gil, Jongno-gu, Seoul",
      plan: drawTheatre(),
      isBlocked: isOneOf("B-8-6", "B-8-7", "B-8-8", "D-1-13", "E-1-1"),
    },
    {
      hall: "arena",
      slug: "saebyeol-arena",
      nameKo: "새별아레나",
      nameEn: "Saebyeol Arena",
      addressKo: "서울 송파구 새별로 100",
      addressEn: "100 Saebyeol-ro, Songpa-gu, Seoul",
      plan: drawArena(),
      isBlocked: isOneOf("C-9-10", "C-9-11", "D-9-1", "D-9-2", "105-1-6", "105-1-5"),
    },
    {
      hall: "club",
      slug: "club-ondo",
      nameKo: "클럽 온도",
      nameEn: "Club Ondo",
      addressKo: "서울 마포구 골목길 7",
      addressEn: "7 Golmok-gil, Mapo-gu, Seoul",
      plan: drawClub(),
      isBlocked: isOneOf("A-1-11", "A-2-11", "A-3-11", "A-4-11"),
    },
    {
      hall: "stadium",
      slug: "haetsal-stadium",
      nameKo: "햇살스타디움",
      nameEn: "Haetsal Stadium",
      addressKo: "인천 서구 햇살로 2026",
      addressEn: "2026 Haetsal-ro, Seo-gu, Incheon",
      plan: drawStadium(),
      isBlocked: isOneOf("F-26-19", "F-26-20", "G-26-1", "G-26-2", "112-28-11", "112-28-12", "112-28-13"),
    },
  ];
}
