type Entry<T> = { value: T; endsAtMs: number };

/**
 * What one process remembers for a while: at most `max` things, each at most `keptForMs`. What was
 * remembered first is forgotten first. For what never changes, or may be a little old.
 */
export class Recent<T> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(private readonly bounds: { max: number; keptForMs: number }) {}

  get(key: string): T | undefined {
    const entry = this.entries.get(key);
    return entry && performance.now() < entry.endsAtMs ? entry.value : undefined;
  }

  /** @param keptForMs for something that ends sooner than the rest. */
  set(key: string, value: T, keptForMs = this.bounds.keptForMs): void {
    this.entries.delete(key);
    this.entries.set(key, { value, endsAtMs: performance.now() + keptForMs });
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size > this.bounds.max) this.entries.delete(oldest);
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
