/**
 * Seats that choices under way are trying to take, by schedule. Whoever chooses meanwhile chooses
 * others: a crowd of one process never goes for the same seats. It decides nothing; the hold does.
 */
export class SeatsTriedFor {
  readonly #schedules = new Map<string, Map<number, number>>();

  has(scheduleId: string, seatIndex: number): boolean {
    return this.#schedules.get(scheduleId)?.has(seatIndex) ?? false;
  }

  /** Counts the seats as tried for while `work` lasts. */
  async during<T>(scheduleId: string, seatIndexes: readonly number[], work: () => Promise<T>): Promise<T> {
    const tried = this.#schedules.get(scheduleId) ?? new Map<number, number>();
    this.#schedules.set(scheduleId, tried);
    for (const seatIndex of seatIndexes) tried.set(seatIndex, (tried.get(seatIndex) ?? 0) + 1);
    try {
      return await work();
    } finally {
      for (const seatIndex of seatIndexes) {
        const others = (tried.get(seatIndex) ?? 1) - 1;
        if (others > 0) tried.set(seatIndex, others);
        else tried.delete(seatIndex);
      }
      if (tried.size === 0) this.#schedules.delete(scheduleId);
    }
  }
}
