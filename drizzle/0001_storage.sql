-- A hold, a booking and a sale rewrite the same ticket row; spare room on its page lets PostgreSQL
-- keep the new version beside the old one instead of growing the table.
ALTER TABLE "tickets" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);--> statement-breakpoint
ALTER TABLE "point_accounts" SET (fillfactor = 70);--> statement-breakpoint

-- The ledger by month: old months stay cold, and their indexes out of the way. The default partition
-- makes sure that no entry is ever refused for want of a partition; the function is run by the
-- migration and by the sweeper, so that in practice it stays empty.
CREATE TABLE "point_histories_default" PARTITION OF "point_histories" DEFAULT;--> statement-breakpoint
CREATE FUNCTION ensure_point_history_partitions(months_ahead integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  first_day date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
  partition_name text;
  created integer := 0;
BEGIN
  -- One creator at a time; the others find the work done.
  PERFORM pg_advisory_xact_lock(hashtext('ensure_point_history_partitions'));
  FOR month IN 0..months_ahead LOOP
    partition_name := 'point_histories_' || to_char(first_day + make_interval(months => month), 'YYYY_MM');
    IF to_regclass('public.' || partition_name) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE public.%I PARTITION OF public.point_histories FOR VALUES FROM (%L) TO (%L)',
        partition_name,
        (first_day + make_interval(months => month))::date::text || ' 00:00:00+00',
        (first_day + make_interval(months => month + 1))::date::text || ' 00:00:00+00'
      );
      created := created + 1;
    END IF;
  END LOOP;
  RETURN created;
END $$;--> statement-breakpoint
SELECT ensure_point_history_partitions(3);--> statement-breakpoint

-- A ledger that could be edited would prove nothing.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'point_histories is append-only' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "point_histories_append_only" BEFORE UPDATE OR DELETE ON "point_histories"
  FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
