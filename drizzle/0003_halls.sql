ALTER TABLE "plan_seats" ADD COLUMN "is_companion" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_seats" ADD COLUMN "is_general" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_seats" ADD COLUMN "view_note" jsonb;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "focal_point" jsonb;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "sidecar" jsonb;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "leaves_no_orphans" boolean DEFAULT false NOT NULL;