import { sql } from "drizzle-orm";
import { inSchedules, type Rule } from "./rule";

/** Money against seats: whoever has seats has paid for them, once, and whoever gave them up has the money back. */
export const paymentRules: readonly Rule[] = [
  {
    name: "paid_twice",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, count(*) || ' successful payments' as detail
      from bookings b join payments p on p.booking_id = b.id and p.status = 'succeeded'
      where ${inSchedules(scope, sql`b.schedule_id`)}
      group by b.id having count(*) > 1`,
  },
  {
    name: "confirmed_without_payment",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, coalesce(sum(p.amount_krw), 0) || ' of ' || b.total_krw || ' KRW paid' as detail
      from bookings b left join payments p on p.booking_id = b.id and p.status = 'succeeded'
      where b.status = 'confirmed' and ${inSchedules(scope, sql`b.schedule_id`)}
      group by b.id having count(p.id) = 0 or sum(p.amount_krw) <> b.total_krw`,
  },
  {
    name: "paid_without_confirmation",
    find: (scope) => sql`
      select 'payment ' || p.id as subject, p.amount_krw || ' KRW kept for the ' || b.status || ' booking ' || b.id as detail
      from payments p join bookings b on b.id = p.booking_id
      where p.status = 'succeeded' and b.status <> 'confirmed' and ${inSchedules(scope, sql`b.schedule_id`)}`,
  },
  {
    name: "payment_differs_from_booking",
    find: (scope) => sql`
      select 'payment ' || p.id as subject, p.amount_krw || ' KRW by ' || p.user_id || ' for a booking of ' ||
        b.total_krw || ' KRW by ' || b.user_id as detail
      from payments p join bookings b on b.id = p.booking_id
      where (p.amount_krw <> b.total_krw or p.user_id <> b.user_id) and ${inSchedules(scope, sql`b.schedule_id`)}`,
  },
  {
    name: "refund_missing",
    find: (scope) => sql`
      select 'booking ' || b.id as subject, b.status || ' after payment, without a payment that goes back' as detail
      from bookings b
      where (b.status = 'refunded' or (b.status = 'cancelled' and b.confirmed_at is not null))
        and ${inSchedules(scope, sql`b.schedule_id`)}
        and not exists (
          select from payments p where p.booking_id = b.id and p.amount_krw = b.total_krw
            and p.status = case b.status when 'refunded' then 'refunded' else 'refund_due' end)`,
  },
];
