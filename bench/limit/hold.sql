-- A hold of two seats, statement by statement, as little as an application could send: four round trips.
\set n :n + 1
\set a ((:n * :clients + :client_id) * 2) % :seats + :first
\set b :a + 1
\set fan random(1, :fans)
BEGIN;
SELECT id, status, price_krw FROM tickets WHERE id IN (:a, :b) AND (status = 'available' OR held_until <= clock_timestamp()) ORDER BY id FOR UPDATE;
UPDATE tickets SET status = 'held', held_by = ('be000000-0000-4000-8000-' || lpad((:fan)::text, 12, '0'))::uuid, hold_token = nextval('hold_token_seq'), held_since = clock_timestamp(), held_until = clock_timestamp() + interval '2 minutes' WHERE id IN (:a, :b);
COMMIT;
