DROP INDEX "tickets_expiring_idx";--> statement-breakpoint
DROP INDEX "tickets_holder_idx";--> statement-breakpoint
CREATE INDEX "tickets_expiring_idx" ON "tickets" USING btree ("held_until") WHERE held_until is not null;--> statement-breakpoint
CREATE INDEX "tickets_holder_idx" ON "tickets" USING btree ("held_by","schedule_id") WHERE held_by is not null;