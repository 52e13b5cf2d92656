import { integer, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * The test card company's own books. They live in a schema of their own and are written on their
 * own connection, outside every transaction of the sale: as with a real gateway, a charge survives
 * whatever happens to us afterwards.
 */
export const testGatewaySchema = pgSchema("test_gateway");

export const testGatewayCharges = testGatewaySchema.table("charges", {
  reference: text().primaryKey(),
  idempotencyKey: uuid().notNull().unique("charges_idempotency_key_unique"),
  amountKrw: integer().notNull(),
  status: text({ enum: ["approved", "declined"] }).notNull(),
  declineCode: text(),
  refundedKrw: integer().notNull().default(0),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
