ALTER TABLE "point_histories" ADD COLUMN "charge_id" uuid;--> statement-breakpoint
CREATE INDEX "payments_unanswered_idx" ON "payments" USING btree ("settled_at") WHERE reason = 'no_answer';--> statement-breakpoint
CREATE INDEX "point_charges_unanswered_idx" ON "point_charges" USING btree ("settled_at") WHERE reason = 'no_answer';