import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { prepared } from "@/lib/db/prepared";
import { bookings } from "@/lib/db/schema/bookings";
import { Recent } from "@/lib/kernel/recent";

type Owned = { userId: string; scheduleId: string };

/** Whose a booking is, and for what, never changes. */
const ownerOf = new Recent<Owned>({ max: 20_000, keptForMs: 600_000 });

/** Remembers a booking that was committed, so that paying it need not ask. */
export function rememberOwner(bookingId: string, owned: Owned): void {
  ownerOf.set(bookingId, owned);
}

/** Whose a booking is; `undefined` when there is none. */
export async function findOwner(db: Reader, bookingId: string): Promise<Owned | undefined> {
  const known = ownerOf.get(bookingId);
  if (known) return known;
  const [found] = await readOwner(db, { bookingId });
  if (found) rememberOwner(bookingId, found);
  return found;
}

const readOwner = prepared<{ bookingId: string }, Owned[]>((build) =>
  build
    .select({ userId: bookings.userId, scheduleId: bookings.scheduleId })
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare("read_owner"),
);
