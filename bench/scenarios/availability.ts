import { measureBest } from "@/bench/availability/best";
import { measureHerd } from "@/bench/availability/herd";
import { measureReading } from "@/bench/availability/reading";
import { measureSize } from "@/bench/availability/size";
import { measureWatching } from "@/bench/availability/watching";
import type { Scenario } from "@/bench/harness/scenario";
import { aScheduleOf } from "@/bench/harness/seed";
import { step } from "@/scripts/steps";

const SEATS = 50_000;

/** Looking: by far the most of what a crowd does. */
export const availability: Scenario = {
  name: "availability",
  title: "Availability of 50,000 seats",
  timeLimitMs: 240_000,
  run: async function* (stage) {
    const scheduleId = await step("A hall of 50,000 seats", () => aScheduleOf(stage.db, SEATS));
    // First, while the server's memory is not yet swollen by other work.
    yield step("1,000 open maps", () => measureWatching(stage, scheduleId));
    yield step("Reading", () => measureReading(stage, scheduleId));
    yield step("Reading beside a sale", () => measureHerd(stage, scheduleId, SEATS));
    yield step("The best seats for a crowd", () => measureBest(stage, scheduleId));
    yield step("Halls of 1,000, 10,000 and 50,000 seats", () => measureSize(stage));
  },
};
