import { POINT_CHARGE_MAX_KRW, POINT_CHARGE_MIN_KRW, POINT_CHARGE_STEP_KRW } from "@/lib/points/schema";

export const QUICK_AMOUNTS_KRW = [10_000, 30_000, 50_000, 100_000] as const;

export type AmountFault = "missing" | "outOfBounds" | "uneven";

const DIGITS_MAX = 9;

/** "30,000" of whatever was typed or pasted; nothing of nothing. */
export function formatAmount(typed: string): string {
  const digits = typed.replace(/\D/g, "").replace(/^0+/, "").slice(0, DIGITS_MAX);
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Whole won; 0 for an empty field. */
export function amountKrwOf(formatted: string): number {
  return Number(formatted.replaceAll(",", ""));
}

export function findAmountFault(amountKrw: number): AmountFault | null {
  if (amountKrw === 0) return "missing";
  if (amountKrw < POINT_CHARGE_MIN_KRW || amountKrw > POINT_CHARGE_MAX_KRW) return "outOfBounds";
  return amountKrw % POINT_CHARGE_STEP_KRW === 0 ? null : "uneven";
}

/** The least amount that can be charged and covers what is missing. */
export function amountCovering(missing: number): number {
  const covering = Math.ceil(missing / POINT_CHARGE_STEP_KRW) * POINT_CHARGE_STEP_KRW;
  return Math.min(POINT_CHARGE_MAX_KRW, covering);
}
