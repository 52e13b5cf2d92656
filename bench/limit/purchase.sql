-- Hold, book and pay two seats in three transactions, statement by statement, with every check that the
-- application makes: 27 round trips.
\set n :n + 1
\set a ((:n * :clients + :client_id) * 2) % :seats + :first
\set b :a + 1
\set fan random(1, :fans)
BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended((:fan)::text, 0));
SELECT schedule_id AS schedule, ('be000000-0000-4000-8000-' || lpad((:fan)::text, 12, '0'))::uuid AS person FROM (SELECT * FROM tickets WHERE id IN (:a, :b) ORDER BY id FOR UPDATE) AS locked LIMIT 1 \gset
SELECT schedules.status, events.status, sales_open_at, sales_close_at, seats_per_user_max, clock_timestamp(), nextval('hold_token_seq') AS token, (SELECT count(*) FILTER (WHERE bookings.status = 'confirmed' AND live) FROM bookings JOIN booking_seats ON bookings.id = booking_id WHERE user_id = :person AND schedule_id = :schedule) FROM schedules JOIN events ON events.id = event_id WHERE schedules.id = :schedule \gset
UPDATE tickets SET status = 'held', held_by = :person, hold_token = :token, held_since = clock_timestamp(), held_until = clock_timestamp() + interval '2 minutes' WHERE id IN (:a, :b);
COMMIT;
BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended((:fan)::text, 0));
SELECT count(*), ('bb000000-0000-4000-8000-' || lpad((:a)::text, 12, '0'))::uuid AS booking FROM bookings WHERE id = ('bb000000-0000-4000-8000-' || lpad((:a)::text, 12, '0'))::uuid \gset
SELECT sum(price_krw)::int AS total FROM (SELECT price_krw FROM tickets WHERE id IN (:a, :b) AND held_by = :person ORDER BY id FOR UPDATE) AS locked \gset
SELECT schedules.status, events.status, sales_open_at, sales_close_at, seats_per_user_max, clock_timestamp(), nextval('hold_token_seq') AS token, (SELECT count(*) FILTER (WHERE bookings.status = 'confirmed' AND live) FROM bookings JOIN booking_seats ON bookings.id = booking_id WHERE user_id = :person AND schedule_id = :schedule) FROM schedules JOIN events ON events.id = event_id WHERE schedules.id = :schedule \gset
INSERT INTO bookings (id, number, user_id, schedule_id, total_krw, receipt_method, created_at, expires_at) VALUES (:booking, 'L' || gen_random_uuid(), :person, :schedule, :total, 'mobile', clock_timestamp(), clock_timestamp() + interval '5 minutes');
INSERT INTO booking_seats (booking_id, ticket_id, grade, price_krw) SELECT :booking, id, grade, price_krw FROM tickets WHERE id IN (:a, :b);
UPDATE tickets SET booking_id = :booking, hold_token = :token, held_since = clock_timestamp(), held_until = clock_timestamp() + interval '5 minutes' WHERE id IN (:a, :b);
COMMIT;
BEGIN;
SELECT status FROM bookings WHERE id = :booking AND user_id = :person FOR UPDATE;
SELECT status FROM payments WHERE booking_id = :booking;
SELECT id FROM tickets WHERE booking_id = :booking ORDER BY id FOR UPDATE;
SELECT b.expires_at > clock_timestamp(), count(*), count(*) FILTER (WHERE s.live AND t.booking_id = b.id AND t.held_by = b.user_id AND t.held_until > clock_timestamp()) FROM bookings b JOIN booking_seats s ON s.booking_id = b.id JOIN tickets t ON t.id = s.ticket_id WHERE b.id = :booking GROUP BY b.id;
UPDATE tickets SET status = 'sold', held_by = NULL, hold_token = NULL, held_since = NULL, held_until = NULL WHERE booking_id = :booking AND status = 'held';
UPDATE bookings SET status = 'confirmed', confirmed_at = clock_timestamp() WHERE id = :booking AND status = 'pending';
SELECT balance FROM point_accounts WHERE user_id = :person FOR UPDATE;
UPDATE point_accounts SET balance = balance - :total WHERE user_id = :person AND balance >= :total RETURNING balance AS left \gset
INSERT INTO point_histories (user_id, type, amount, balance_after, booking_id, created_at) VALUES (:person, 'use', -(:total)::int, :left, :booking, clock_timestamp());
INSERT INTO payments (id, booking_id, user_id, method, amount_krw, status, created_at, settled_at) VALUES (gen_random_uuid(), :booking, :person, 'points', :total, 'succeeded', clock_timestamp(), clock_timestamp());
COMMIT;
