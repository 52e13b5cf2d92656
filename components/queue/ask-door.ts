/** What the door says of one person; see the API's document for the shapes. */
export type DoorAnswer =
  | { state: "not_needed" | "admitted" }
  | {
      state: "waiting";
      ahead: number | null;
      waiting: number | null;
      wait_seconds: number | null;
      is_paused: boolean;
      is_live: boolean;
    };

const ASK_TIMEOUT_MS = 8_000;

const doorOf = (scheduleId: string) => `/api/v1/schedules/${scheduleId}/queue`;

/** Comes to the door, which keeps the place of whoever comes; `null` when it cannot be reached. Safe to repeat. */
export async function askDoor(scheduleId: string): Promise<DoorAnswer | null> {
  try {
    const answer = await fetch(doorOf(scheduleId), { method: "POST", signal: AbortSignal.timeout(ASK_TIMEOUT_MS) });
    return answer.ok ? ((await answer.json()) as DoorAnswer) : null;
  } catch {
    return null;
  }
}

/** Gives up the place. @returns whether the door has heard of it. */
export async function leaveDoor(scheduleId: string): Promise<boolean> {
  try {
    return (await fetch(doorOf(scheduleId), { method: "DELETE", signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })).ok;
  } catch {
    return false;
  }
}
