const GROUPED = new Intl.NumberFormat("ko-KR", { maximumFractionDigits: 0 });

/** "₩198,000", the same in both languages; `amountKrw` is whole won. */
export function formatKrw(amountKrw: number): string {
  return amountKrw < 0 ? `-₩${GROUPED.format(-amountKrw)}` : `₩${GROUPED.format(amountKrw)}`;
}

/** "12,000P"; 1 point is 1 won. */
export function formatPoints(points: number): string {
  return `${GROUPED.format(points)}P`;
}
