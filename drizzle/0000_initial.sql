CREATE SCHEMA "test_gateway";
--> statement-breakpoint
CREATE SEQUENCE "public"."hold_token_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "provider_accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" text DEFAULT 'fan' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_role_known" CHECK (role in ('fan', 'viewer', 'box_office', 'manager', 'owner')),
	CONSTRAINT "users_email_is_address" CHECK (email like '%_@_%')
);
--> statement-breakpoint
CREATE TABLE "booking_seats" (
	"booking_id" uuid NOT NULL,
	"ticket_id" bigint NOT NULL,
	"grade" text NOT NULL,
	"price_krw" integer NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	CONSTRAINT "booking_seats_booking_id_ticket_id_pk" PRIMARY KEY("booking_id","ticket_id"),
	CONSTRAINT "booking_seats_price_not_negative" CHECK (price_krw >= 0)
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"user_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"total_krw" integer NOT NULL,
	"receipt_method" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bookings_number_unique" UNIQUE("number"),
	CONSTRAINT "bookings_status_known" CHECK (status in ('pending', 'confirmed', 'cancelled', 'refunded', 'expired')),
	CONSTRAINT "bookings_receipt_method_known" CHECK (receipt_method in ('on_site', 'mobile', 'delivery')),
	CONSTRAINT "bookings_total_not_negative" CHECK (total_krw >= 0),
	CONSTRAINT "bookings_confirmed_has_time" CHECK (status <> 'confirmed' or confirmed_at is not null),
	CONSTRAINT "bookings_ended_has_time" CHECK ((status in ('cancelled', 'refunded', 'expired')) = (ended_at is not null))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title_ko" text NOT NULL,
	"title_en" text NOT NULL,
	"summary_ko" text NOT NULL,
	"summary_en" text NOT NULL,
	"description_ko" text NOT NULL,
	"description_en" text NOT NULL,
	"category" text NOT NULL,
	"age_min" smallint DEFAULT 0 NOT NULL,
	"running_minutes" smallint NOT NULL,
	"poster_seed" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_category_known" CHECK (category in ('musical', 'concert', 'play', 'classical', 'sports', 'comedy')),
	CONSTRAINT "events_status_known" CHECK (status in ('draft', 'published', 'archived')),
	CONSTRAINT "events_running_minutes_positive" CHECK (running_minutes > 0)
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"schedule_id" uuid NOT NULL,
	"code" text NOT NULL,
	"price_krw" integer NOT NULL,
	CONSTRAINT "grades_schedule_id_code_pk" PRIMARY KEY("schedule_id","code"),
	CONSTRAINT "grades_code_known" CHECK (code in ('VIP', 'R', 'S', 'A')),
	CONSTRAINT "grades_price_not_negative" CHECK (price_krw >= 0)
);
--> statement-breakpoint
CREATE TABLE "plan_seats" (
	"plan_id" uuid NOT NULL,
	"seat_index" integer NOT NULL,
	"guid" text NOT NULL,
	"section" text NOT NULL,
	"row_label" text NOT NULL,
	"seat_number" text NOT NULL,
	"category" text NOT NULL,
	"x" real NOT NULL,
	"y" real NOT NULL,
	"is_accessible" boolean DEFAULT false NOT NULL,
	"is_restricted_view" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plan_seats_plan_id_seat_index_pk" PRIMARY KEY("plan_id","seat_index"),
	CONSTRAINT "plan_seats_name_unique" UNIQUE("plan_id","section","row_label","seat_number"),
	CONSTRAINT "plan_seats_guid_unique" UNIQUE("plan_id","guid"),
	CONSTRAINT "plan_seats_index_not_negative" CHECK (seat_index >= 0)
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"venue_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"size" jsonb NOT NULL,
	"areas" jsonb NOT NULL,
	"seat_count" integer NOT NULL,
	"source" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plans_venue_version_unique" UNIQUE("venue_id","version")
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"sales_open_at" timestamp with time zone NOT NULL,
	"sales_close_at" timestamp with time zone NOT NULL,
	"seats_per_booking_max" smallint NOT NULL,
	"seats_per_user_max" smallint NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedules_status_known" CHECK (status in ('draft', 'published', 'cancelled')),
	CONSTRAINT "schedules_sales_window" CHECK (sales_open_at < sales_close_at),
	CONSTRAINT "schedules_limits_positive" CHECK (seats_per_booking_max > 0 and seats_per_user_max > 0)
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name_ko" text NOT NULL,
	"name_en" text NOT NULL,
	"address_ko" text DEFAULT '' NOT NULL,
	"address_en" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'Asia/Seoul' NOT NULL,
	CONSTRAINT "venues_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"method" text NOT NULL,
	"amount_krw" integer NOT NULL,
	"status" text NOT NULL,
	"gateway_reference" text,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"refunded_at" timestamp with time zone,
	CONSTRAINT "payments_method_known" CHECK (method in ('points', 'card')),
	CONSTRAINT "payments_status_known" CHECK (status in ('processing', 'succeeded', 'declined', 'refund_due', 'refunded')),
	CONSTRAINT "payments_amount_not_negative" CHECK (amount_krw >= 0)
);
--> statement-breakpoint
CREATE TABLE "point_accounts" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"balance" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "point_accounts_balance_not_negative" CHECK (balance >= 0)
);
--> statement-breakpoint
CREATE TABLE "point_charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"amount_krw" integer NOT NULL,
	"status" text NOT NULL,
	"gateway_reference" text,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "point_charges_status_known" CHECK (status in ('processing', 'succeeded', 'declined', 'refund_due', 'refunded')),
	CONSTRAINT "point_charges_amount_positive" CHECK (amount_krw > 0)
);
--> statement-breakpoint
CREATE TABLE "point_histories" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "point_histories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"amount" integer NOT NULL,
	"balance_after" integer NOT NULL,
	"booking_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "point_histories_id_created_at_pk" PRIMARY KEY("id","created_at"),
	CONSTRAINT "point_histories_type_known" CHECK (type in ('charge', 'use', 'refund', 'adjust')),
	CONSTRAINT "point_histories_amount_moves" CHECK (amount <> 0),
	CONSTRAINT "point_histories_balance_not_negative" CHECK (balance_after >= 0)
) PARTITION BY RANGE ("created_at");
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "test_gateway"."charges" (
	"reference" text PRIMARY KEY NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"amount_krw" integer NOT NULL,
	"status" text NOT NULL,
	"decline_code" text,
	"refunded_krw" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charges_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tickets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"schedule_id" uuid NOT NULL,
	"seat_index" integer NOT NULL,
	"section" text NOT NULL,
	"row_label" text NOT NULL,
	"seat_number" text NOT NULL,
	"grade" text NOT NULL,
	"price_krw" integer NOT NULL,
	"status" text DEFAULT 'available' NOT NULL,
	"held_by" uuid,
	"hold_token" bigint,
	"held_since" timestamp with time zone,
	"held_until" timestamp with time zone,
	"booking_id" uuid,
	CONSTRAINT "tickets_seat_unique" UNIQUE("schedule_id","seat_index"),
	CONSTRAINT "tickets_name_unique" UNIQUE("schedule_id","section","row_label","seat_number"),
	CONSTRAINT "tickets_status_known" CHECK (status in ('available', 'held', 'sold', 'blocked')),
	CONSTRAINT "tickets_price_not_negative" CHECK (price_krw >= 0),
	CONSTRAINT "tickets_held_is_complete" CHECK (num_nonnulls(held_by, hold_token, held_since, held_until) = case when status = 'held' then 4 else 0 end),
	CONSTRAINT "tickets_sold_has_booking" CHECK (status <> 'sold' or booking_id is not null),
	CONSTRAINT "tickets_free_has_no_booking" CHECK (status not in ('available', 'blocked') or booking_id is null)
);
--> statement-breakpoint
ALTER TABLE "provider_accounts" ADD CONSTRAINT "provider_accounts_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_seats" ADD CONSTRAINT "booking_seats_booking_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_seats" ADD CONSTRAINT "booking_seats_ticket_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_schedule_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_schedule_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_seats" ADD CONSTRAINT "plan_seats_plan_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_venue_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_event_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_plan_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_booking_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_accounts" ADD CONSTRAINT "point_accounts_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_charges" ADD CONSTRAINT "point_charges_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_histories" ADD CONSTRAINT "point_histories_account_fk" FOREIGN KEY ("user_id") REFERENCES "public"."point_accounts"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_schedule_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_held_by_fk" FOREIGN KEY ("held_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_accounts_user_idx" ON "provider_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "booking_seats_one_live_per_ticket" ON "booking_seats" USING btree ("ticket_id") WHERE live;--> statement-breakpoint
CREATE INDEX "bookings_user_created_idx" ON "bookings" USING btree ("user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bookings_status_created_idx" ON "bookings" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "schedules_event_starts_idx" ON "schedules" USING btree ("event_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_live_per_booking" ON "payments" USING btree ("booking_id") WHERE status in ('processing', 'succeeded');--> statement-breakpoint
CREATE INDEX "payments_booking_idx" ON "payments" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "payments_unsettled_idx" ON "payments" USING btree ("created_at") WHERE status in ('processing', 'refund_due');--> statement-breakpoint
CREATE INDEX "point_charges_unsettled_idx" ON "point_charges" USING btree ("created_at") WHERE status in ('processing', 'refund_due');--> statement-breakpoint
CREATE INDEX "point_histories_user_created_idx" ON "point_histories" USING btree ("user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "point_histories_user_type_created_idx" ON "point_histories" USING btree ("user_id","type","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "tickets_schedule_status_idx" ON "tickets" USING btree ("schedule_id","status");--> statement-breakpoint
CREATE INDEX "tickets_expiring_idx" ON "tickets" USING btree ("held_until") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "tickets_holder_idx" ON "tickets" USING btree ("held_by","schedule_id") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "tickets_booking_idx" ON "tickets" USING btree ("booking_id") WHERE booking_id is not null;