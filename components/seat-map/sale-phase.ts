/** What can be done on the map at an instant. */
export type SalePhase = "cancelled" | "opening_soon" | "on_sale" | "closed";

export type SaleWindow = { status: "published" | "cancelled"; salesOpenAt: Date; salesCloseAt: Date };

/** The phase at `nowMs` on the server's clock; the window includes its opening and not its end. */
export function salePhaseAt({ status, salesOpenAt, salesCloseAt }: SaleWindow, nowMs: number): SalePhase {
  if (status === "cancelled") return "cancelled";
  if (nowMs < salesOpenAt.getTime()) return "opening_soon";
  return nowMs < salesCloseAt.getTime() ? "on_sale" : "closed";
}

export type TimeLeft = { days: number; hours: number; minutes: number; seconds: number };

/** `ms` in whole seconds, rounded up so that nothing is left only when nothing is left. */
export function timeLeft(ms: number): TimeLeft {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    seconds: seconds % 60,
  };
}
