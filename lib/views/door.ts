import "server-only";
import { headers } from "next/headers";
import { queuePassIn } from "@/lib/api/queue-pass";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/kernel/errors";
import { readQueueTerms } from "@/lib/queue/queue-terms";
import { assertAdmitted } from "@/lib/queue/waiting-room";
import { services } from "@/lib/runtime/services";
import { settings } from "@/lib/settings";
import { readOrElse } from "./read-safely";

/** What stands before a schedule's seats for the reader: nothing, a line to wait in, or that nobody knows who they are. */
export type Door = "open" | "wait" | "sign_in";

type Sale = { id: string; status: "published" | "cancelled"; salesCloseAt: Date };

/** A door that cannot be read does not keep anybody from looking; holding a seat asks again. */
export async function readDoor({ id: scheduleId, status, salesCloseAt }: Sale): Promise<Door> {
  if (status === "cancelled" || salesCloseAt.getTime() <= Date.now()) return "open";
  const terms = await readOrElse("queue-terms", null, () => readQueueTerms(services().readDb, scheduleId));
  if (!terms || terms.salesOpenAt.getTime() - Date.now() > settings.queueShownBeforeMs) return "open";
  const actor = await currentActor();
  if (!actor) return "sign_in";
  try {
    await assertAdmitted(services(), actor, { scheduleId, pass: queuePassIn(await headers())(scheduleId) });
    return "open";
  } catch (refusal) {
    if (refusal instanceof AppError && refusal.code === "queue_pass_required") return "wait";
    throw refusal;
  }
}
