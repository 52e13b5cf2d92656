import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { hashPassword } from "@/lib/accounts/passwords";
import { publishSchedule } from "@/lib/catalog/publish-schedule";
import type { Db } from "@/lib/db/client";
import { users } from "@/lib/db/schema/accounts";
import { events } from "@/lib/db/schema/catalog";
import type { Actor } from "@/lib/kernel/actor";
import { formatSeatName } from "@/lib/kernel/seat-name";
import { importPlan } from "@/lib/plans/import-plan";
import { PLAIN_SEAT, type Plan, type PlanSeat } from "@/lib/plans/plan";
import { aFan } from "@/lib/testing/world";

const HOUR_MS = 3_600_000;
const PASSWORD = "a password of the tests";
const PITCH = 26;
const SEATS_IN_A_ROW = 8;
export const STANDING_AREA = "스탠딩 A";

/** The prices of every show: the first row of section A, the rest of it, section B; A is for larger halls. */
export const PRICES = { VIP: 150_000, R: 99_000, S: 66_000, A: 44_000 } as const;

const GRADES = ["VIP", "R", "S", "A"] as const;

/** Somebody who can sign in. */
export type Fan = Actor & { email: string; password: string; name: string };

let passwordHash: Promise<string> | undefined;

/** A fan of this test's own, with a password, and points that their history explains. */
export async function aFanWithPassword(db: Db, options: { points?: number } = {}): Promise<Fan> {
  passwordHash ??= hashPassword(PASSWORD);
  const actor = await aFan(db, options);
  const name = `팬 ${actor.userId.slice(0, 4)}`;
  await db
    .update(users)
    .set({ name, passwordHash: await passwordHash })
    .where(eq(users.id, actor.userId));
  return { ...actor, name, email: `${actor.userId}@rowlock.test`, password: PASSWORD };
}

export type ShowSeat = Pick<PlanSeat, "section" | "rowLabel" | "seatNumber" | "x" | "y"> & {
  seatIndex: number;
  grade: keyof typeof PRICES;
  priceKrw: number;
  /** As a fan reads it: "A구역 1열 1번". */
  nameKo: string;
  nameEn: string;
};

/** An event and its one schedule, on sale. */
export type Show = {
  eventId: string;
  slug: string;
  titleKo: string;
  titleEn: string;
  scheduleId: string;
  seats: readonly ShowSeat[];
};

type ShowOptions = {
  salesOpenAt?: Date;
  startsAt?: Date;
  seatsPerUserMax?: number;
  leavesNoOrphans?: boolean;
  /** So many places of an area "스탠딩 A" below the seats, of grade S; seatIndex goes on where the seats end. */
  standingPlaces?: number;
  plan?: Plan;
};

/** A hall of two sections (or of the `plan` given, whose categories are grades), an event of a title that no other test uses, and one schedule of it that sells now. */
export async function aShow(db: Db, options: ShowOptions = {}): Promise<Show> {
  const eventId = randomUUID();
  const mark = eventId.slice(0, 8);
  const [titleKo, titleEn] = [`한밤의 시험 ${mark}`, `Midnight Trial ${mark}`];
  const plan = options.plan ?? aPlan(options.standingPlaces ?? 0);
  const codes = GRADES.filter((code) => plan.seats.some(({ category }) => category === code));
  const { planId } = await importPlan(db, {
    venue: { slug: `hall-${eventId}`, nameKo: `시험 극장 ${mark}`, nameEn: `Trial Hall ${mark}` },
    plan,
    source: null,
  });
  await db.insert(events).values({
    id: eventId,
    slug: eventId,
    titleKo,
    titleEn,
    summaryKo: "시험을 위해 열린 공연이에요.",
    summaryEn: "A show that exists to be tried.",
    descriptionKo: "한 좌석은 언제나 한 사람의 것이에요.",
    descriptionEn: "One seat only ever belongs to one person.",
    category: "concert",
    runningMinutes: 120,
    posterSeed: eventId,
    status: "published",
  });
  const startsAt = options.startsAt ?? new Date(Date.now() + 72 * HOUR_MS);
  const { scheduleId } = await publishSchedule(db, {
    eventId,
    planId,
    startsAt,
    salesOpenAt: options.salesOpenAt ?? new Date(Date.now() - HOUR_MS),
    salesCloseAt: new Date(startsAt.getTime() - HOUR_MS),
    seatsPerUserMax: options.seatsPerUserMax ?? 4,
    leavesNoOrphans: options.leavesNoOrphans ?? false,
    grades: codes.map((code) => ({ code, priceKrw: PRICES[code] })),
    gradeOfCategory: Object.fromEntries(codes.map((code) => [code, code])),
  });
  return { eventId, slug: eventId, titleKo, titleEn, scheduleId, seats: plan.seats.map(toShowSeat) };
}

function toShowSeat(seat: PlanSeat, seatIndex: number): ShowSeat {
  const grade = GRADES.find((code) => code === seat.category) ?? "S";
  const { section, rowLabel, seatNumber, x, y } = seat;
  const [nameKo, nameEn] = [formatSeatName("ko", seat), formatSeatName("en", seat)];
  return { seatIndex, section, rowLabel, seatNumber, x, y, grade, priceKrw: PRICES[grade], nameKo, nameEn };
}

const gradeOf = ({ section, rowLabel }: Pick<PlanSeat, "section" | "rowLabel">): keyof typeof PRICES =>
  section !== "A" ? "S" : rowLabel === "1" ? "VIP" : "R";

/** A stage, before it two sections side by side, four rows of eight each, and behind them perhaps a standing area. */
function aPlan(standingPlaces: number): Plan {
  const sections = [
    { section: "A", left: 60 },
    { section: "B", left: 60 + (SEATS_IN_A_ROW + 2) * PITCH },
  ];
  const seats = sections.flatMap(({ section, left }) =>
    Array.from({ length: 4 * SEATS_IN_A_ROW }, (_, place) => {
      const [row, column] = [Math.floor(place / SEATS_IN_A_ROW), place % SEATS_IN_A_ROW];
      const name = { section, rowLabel: String(row + 1), seatNumber: String(column + 1) };
      const at = { x: left + column * PITCH, y: 160 + row * PITCH };
      const traits = { isAccessible: section === "B" && row === 3 && column === 7 };
      return { ...PLAIN_SEAT, guid: `${section}-${place}`, category: gradeOf(name), ...name, ...at, ...traits };
    }),
  );
  const stage = { shape: "rectangle", x: 120, y: 40, width: 360, height: 60, rotation: 0 } as const;
  const ground = { shape: "rectangle", x: 120, y: 262, width: 360, height: 48, rotation: 0 } as const;
  const places = Array.from({ length: standingPlaces }, (_, place) => ({
    ...{ ...PLAIN_SEAT, guid: `standing-${place}`, category: "S", isGeneral: true, x: 300, y: 286 },
    ...{ section: STANDING_AREA, rowLabel: "", seatNumber: String(place + 1) },
  }));
  const nothing = { fill: null, stroke: null, text: null, points: [] };
  return {
    name: "Trial hall",
    size: { width: 600, height: 320 },
    areas: [{ ...stage, ...nothing }, ...(standingPlaces > 0 ? [{ ...ground, ...nothing }] : [])],
    focalPoint: null,
    seats: [...seats, ...places],
  };
}
