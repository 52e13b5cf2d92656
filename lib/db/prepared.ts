import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Reader } from "./client";

/** What a builder's `.prepare(name)` gives. */
type Built<T> = { execute: (values?: Record<string, unknown>) => Promise<T> };

const BUILDER = drizzle.mock({ casing: "snake_case" });
export type Builder = typeof BUILDER;

/**
 * A query of a path where every round trip counts: built once a process, and parsed by the database
 * once a connection, where others are built and described anew each time. Inside a transaction several
 * may be sent without awaiting those before; each still begins when the one before has ended, with a
 * snapshot of its own.
 *
 * Lists are passed as one value, see `listOf`, so that their length makes no new statement.
 *
 *     const findTicket = prepared<{ id: number }, Ticket[]>((build) =>
 *       build.select().from(tickets).where(eq(tickets.id, sql.placeholder("id"))).prepare("find_ticket"));
 *     const [ticket] = await findTicket(tx, { id });
 */
export function prepared<V extends Record<string, unknown>, T>(
  build: (builder: Builder) => Built<T>,
): (where: Reader, values: V) => Promise<T> {
  let built: Built<T> | undefined;
  return (where, values) => {
    built ??= build(BUILDER);
    const bound: Built<T> = Object.create(built, { client: { value: clientOf(where) } });
    return bound.execute(values);
  };
}

/** Whole numbers as one value of a prepared query: `id = any(${sql.placeholder("ids")}::bigint[])`. */
export const listOf = (numbers: readonly number[]): string => `{${numbers.join(",")}}`;

/** The driver below: the pool's, or the transaction's own. Drizzle has it at hand but does not say so. */
const clientOf = (where: Reader): Sql => (where as unknown as { session: { client: Sql } }).session.client;
