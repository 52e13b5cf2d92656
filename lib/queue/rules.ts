const SECONDS_A_MINUTE = 60;
/** Of a pass's life, that people stay inside on the whole: some book and go, some let it run out. */
const STAY_SHARE = 0.5;

type Pace = { admitPerMinute: number; activeMax: number; passTtlSeconds: number };

/**
 * How long it may take until somebody is let in, in whole seconds: at the door's pace for as many as
 * there is room for, and then as fast as those inside leave. A guess, rather too long than too short.
 */
export function waitSecondsOf(
  { admitPerMinute, activeMax, passTtlSeconds }: Pace,
  { ahead, room }: { ahead: number; room: number },
): number {
  const place = ahead + 1;
  const byPace = (place * SECONDS_A_MINUTE) / admitPerMinute;
  const byRoom = (Math.max(0, place - room) * passTtlSeconds * STAY_SHARE) / activeMax;
  return Math.ceil(Math.max(byPace, byRoom));
}
