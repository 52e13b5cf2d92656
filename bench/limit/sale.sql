-- A sale of two seats in one transaction, statement by statement: ten round trips. Nothing is held or
-- booked before it is paid, so that this is the least that an application could send for a purchase.
\set n :n + 1
\set a ((:n * :clients + :client_id) * 2) % :seats + :first
\set b :a + 1
\set fan random(1, :fans)
BEGIN;
SELECT sum(price_krw)::int AS total FROM (SELECT price_krw FROM tickets WHERE id IN (:a, :b) AND status = 'available' ORDER BY id FOR UPDATE) AS locked \gset
INSERT INTO bookings (id, number, user_id, schedule_id, status, total_krw, receipt_method, created_at, expires_at, confirmed_at) VALUES (gen_random_uuid(), 'L' || gen_random_uuid(), ('be000000-0000-4000-8000-' || lpad((:fan)::text, 12, '0'))::uuid, (SELECT schedule_id FROM tickets WHERE id = :a), 'confirmed', :total, 'mobile', clock_timestamp(), clock_timestamp() + interval '5 minutes', clock_timestamp()) RETURNING id AS booking, user_id AS person \gset
UPDATE tickets SET status = 'sold', booking_id = :booking WHERE id IN (:a, :b);
INSERT INTO booking_seats (booking_id, ticket_id, grade, price_krw) SELECT :booking, id, grade, price_krw FROM tickets WHERE id IN (:a, :b);
SELECT balance FROM point_accounts WHERE user_id = :person FOR UPDATE;
UPDATE point_accounts SET balance = balance - :total WHERE user_id = :person AND balance >= :total RETURNING balance AS left \gset
INSERT INTO point_histories (user_id, type, amount, balance_after, booking_id, created_at) VALUES (:person, 'use', -(:total)::int, :left, :booking, clock_timestamp());
INSERT INTO payments (id, booking_id, user_id, method, amount_krw, status, created_at, settled_at) VALUES (gen_random_uuid(), :booking, :person, 'points', :total, 'succeeded', clock_timestamp(), clock_timestamp());
COMMIT;
