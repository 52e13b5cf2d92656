import type { Db } from "@/lib/db/client";
import { scheduleQueues } from "@/lib/db/schema/queues";
import { settings } from "@/lib/settings";

/** How a waiting room shall let people in; what is left out is as the settings say. */
export type WaitingRoomWish = {
  isPaused?: boolean;
  activeMax?: number;
  admitPerMinute?: number;
  passTtlSeconds?: number;
};

/** Gives a schedule a waiting room, or changes how the one it has lets people in. Heard everywhere within two seconds. */
export async function openWaitingRoom(db: Db, scheduleId: string, wish: WaitingRoomWish = {}): Promise<void> {
  const terms = {
    isPaused: false,
    activeMax: settings.queueActiveMax,
    admitPerMinute: settings.queueAdmitPerMinute,
    passTtlSeconds: settings.queuePassTtlSeconds,
    ...wish,
  };
  await db
    .insert(scheduleQueues)
    .values({ scheduleId, ...terms })
    .onConflictDoUpdate({ target: scheduleQueues.scheduleId, set: terms });
}
