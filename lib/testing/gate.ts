/** A door that the test opens itself: what waits behind it goes on when the test says so, not when time has passed. */
export type Gate = { opened: Promise<void>; open: () => void };

export function aGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
