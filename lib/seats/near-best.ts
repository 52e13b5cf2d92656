/** Of all that it is shown, those whose score is at most a fraction above the lowest: good enough to spread a crowd over. */
export class NearBest<T> {
  readonly #shown: { candidate: T; score: number }[] = [];
  readonly #spread: number;
  /** Nothing that scores more than this is worth showing. */
  limit = Number.POSITIVE_INFINITY;

  constructor(spread: number) {
    this.#spread = spread;
  }

  add(candidate: T, score: number): void {
    if (score > this.limit) return;
    this.limit = Math.min(this.limit, score * (1 + this.#spread));
    this.#shown.push({ candidate, score });
  }

  /** `random` in [0, 1). `null` when nothing was shown. */
  pick(random: () => number): T | null {
    const near = this.#shown.filter(({ score }) => score <= this.limit);
    return near[Math.floor(random() * near.length)]?.candidate ?? null;
  }
}
