CREATE TABLE "schedule_queues" (
	"schedule_id" uuid PRIMARY KEY NOT NULL,
	"is_paused" boolean DEFAULT false NOT NULL,
	"active_max" integer NOT NULL,
	"admit_per_minute" integer NOT NULL,
	"pass_ttl_seconds" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_queues_positive" CHECK (active_max > 0 and admit_per_minute > 0 and pass_ttl_seconds > 0)
);
--> statement-breakpoint
ALTER TABLE "schedule_queues" ADD CONSTRAINT "schedule_queues_schedule_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE no action ON UPDATE no action;