import type { Locale } from "@/lib/kernel/locale";
import type { PackedAvailability } from "@/lib/seats/availability-wire";
import type { HallSource, LoadedHall } from "./load-hall";
import type { SalePhase } from "./sale-phase";
import type { Selection } from "./seat-selection";

/** All that is needed to draw a hall as it first stands. */
export type FirstSeats = {
  source: HallSource;
  availability: PackedAvailability | null;
  hold: Selection["hold"];
  phase: SalePhase;
  locale: Locale;
  /** `seatsLeft` has "{count}" in the place of the number. */
  words: { seatsLeft: string; soldOut: string };
};

/** What the script that draws first leaves behind for the page. */
export type FirstSeatsWindow = Window & {
  firstSeats?: { geometryUrl: string; scheduleId: string; loading: Promise<LoadedHall> };
};
