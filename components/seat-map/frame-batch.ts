/** Hands on the last of what is pushed within a frame; out of sight, where there are no frames, at once. */
export function handOncePerFrame<T>(hand: (value: T) => void): { push: (value: T) => void; drop: () => void } {
  let waiting: { value: T } | null = null;
  let frame = 0;

  function go(): void {
    const ready = waiting;
    waiting = null;
    if (ready) hand(ready.value);
  }

  return {
    push(value) {
      const isPlanned = waiting !== null;
      waiting = { value };
      if (document.visibilityState !== "visible") go();
      else if (!isPlanned) frame = requestAnimationFrame(go);
    },
    /** Forgets what has not been handed on. */
    drop() {
      waiting = null;
      cancelAnimationFrame(frame);
    },
  };
}
