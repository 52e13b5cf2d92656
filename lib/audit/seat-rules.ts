import { sql } from "drizzle-orm";
import { inSchedules, type Rule } from "./rule";

/** Who has which seat: tickets, bookings and the seats of bookings tell one story. */
export const seatRules: readonly Rule[] = [
  {
    name: "seat_booked_twice",
    find: (scope) => sql`
      select 'ticket ' || s.ticket_id as subject, count(*) || ' live bookings' as detail
      from booking_seats s join tickets t on t.id = s.ticket_id
      where s.live and ${inSchedules(scope, sql`t.schedule_id`)}
      group by s.ticket_id having count(*) > 1`,
  },
  {
    name: "hold_incomplete",
    find: (scope) => sql`
      select 'ticket ' || t.id as subject, t.status || ' with ' ||
        num_nonnulls(t.held_by, t.hold_token, t.held_since, t.held_until) || ' of 4 facts of a hold' as detail
      from tickets t
      where num_nonnulls(t.held_by, t.hold_token, t.held_since, t.held_until) <>
          case when t.status = 'held' then 4 else 0 end
        and ${inSchedules(scope, sql`t.schedule_id`)}`,
  },
  {
    name: "sold_without_confirmed_booking",
    find: (scope) => sql`
      select 'ticket ' || t.id as subject, 'sold to booking ' || coalesce(t.booking_id::text, 'none') as detail
      from tickets t
      where t.status = 'sold' and ${inSchedules(scope, sql`t.schedule_id`)} and not exists (
        select from bookings b join booking_seats s on s.booking_id = b.id and s.ticket_id = t.id and s.live
        where b.id = t.booking_id and b.status = 'confirmed' and b.schedule_id = t.schedule_id)`,
  },
  {
    name: "confirmed_seat_not_sold",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, 'ticket ' || t.id || ' is ' || t.status as detail
      from bookings b join booking_seats s on s.booking_id = b.id join tickets t on t.id = s.ticket_id
      where b.status = 'confirmed' and ${inSchedules(scope, sql`b.schedule_id`)}
        and not (s.live and t.status = 'sold' and t.booking_id = b.id)`,
  },
  {
    name: "live_seat_without_ticket",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, 'ticket ' || t.id || ' is ' || t.status || ' and names booking ' ||
        coalesce(t.booking_id::text, 'none') as detail
      from booking_seats s join bookings b on b.id = s.booking_id join tickets t on t.id = s.ticket_id
      where s.live and ${inSchedules(scope, sql`b.schedule_id`)}
        and (t.booking_id is distinct from b.id or t.status not in ('held', 'sold'))`,
  },
  {
    name: "ticket_names_booking_without_seat",
    find: (scope) => sql`
      select 'ticket ' || t.id as subject, 'names booking ' || t.booking_id as detail
      from tickets t
      where t.booking_id is not null and ${inSchedules(scope, sql`t.schedule_id`)} and not exists (
        select from booking_seats s where s.booking_id = t.booking_id and s.ticket_id = t.id and s.live)`,
  },
  {
    name: "held_for_wrong_booking",
    find: (scope) => sql`
      select 'ticket ' || t.id as subject, 'held by ' || t.held_by || ' for the ' || b.status || ' booking ' ||
        b.id || ' of ' || b.user_id as detail
      from tickets t join bookings b on b.id = t.booking_id
      where t.status = 'held' and ${inSchedules(scope, sql`t.schedule_id`)}
        and (b.status <> 'pending' or b.user_id <> t.held_by or b.schedule_id <> t.schedule_id)`,
  },
  {
    name: "ended_booking_keeps_seats",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, b.status || ' with ' || count(*) || ' live seats' as detail
      from bookings b join booking_seats s on s.booking_id = b.id and s.live
      where b.status in ('cancelled', 'refunded', 'expired') and ${inSchedules(scope, sql`b.schedule_id`)}
      group by b.id`,
  },
  {
    // Once its time is up a pending booking may lose seats one by one; a second is left for clocks to differ.
    name: "booking_without_all_its_seats",
    find: (scope) => sql`
      select 'booking ' || b.id as subject,
        count(*) filter (where s.live) || ' of ' || count(s.ticket_id) || ' seats are live' as detail
      from bookings b left join booking_seats s on s.booking_id = b.id
      where ${inSchedules(scope, sql`b.schedule_id`)}
      group by b.id
      having count(s.ticket_id) = 0 or (b.status = 'pending'
        and b.expires_at > clock_timestamp() + interval '1 second' and bool_or(not s.live))`,
  },
  {
    name: "total_differs_from_seats",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, b.total_krw || ' KRW for seats of ' || sum(s.price_krw) || ' KRW' as detail
      from bookings b join booking_seats s on s.booking_id = b.id
      where ${inSchedules(scope, sql`b.schedule_id`)}
      group by b.id having sum(s.price_krw) <> b.total_krw`,
  },
];
