import { sql } from "drizzle-orm";
import { type AuditScope, inSchedules, ofUsers, type Rule } from "./rule";

/** Card money of bookings and of points, in one list. Only the test gateway's books can be looked into from here. */
const cardMoney = (scope: AuditScope) => sql`(
  select p.id, 'payment' as kind, p.amount_krw, p.status, p.gateway_reference
  from payments p join bookings b on b.id = p.booking_id
  where p.method = 'card' and ${inSchedules(scope, sql`b.schedule_id`)}
  union all
  select c.id, 'point charge', c.amount_krw, c.status, c.gateway_reference
  from point_charges c where ${ofUsers(scope, sql`c.user_id`)}
) ours`;

const isWhole = (scope: AuditScope) => sql.raw(scope.scheduleIds || scope.userIds ? "false" : "true");

/** Our books against the test card company's: no charge without a purchase, no purchase without a charge. */
export const gatewayRules: readonly Rule[] = [
  {
    name: "charge_of_nobody",
    find: (scope) => sql`
      select 'gateway charge ' || g.reference as subject, g.amount_krw || ' KRW under the unknown key ' || g.idempotency_key as detail
      from test_gateway.charges g
      where ${isWhole(scope)} and g.status = 'approved' and g.refunded_krw = 0
        and not exists (select from payments p where p.id = g.idempotency_key)
        and not exists (select from point_charges c where c.id = g.idempotency_key)`,
  },
  {
    name: "succeeded_without_charge",
    find: (scope) => sql`
      select ours.kind || ' ' || ours.id as subject, ours.amount_krw || ' KRW, charged ' ||
        coalesce(g.amount_krw - g.refunded_krw, 0) || ' KRW under ' || ours.gateway_reference as detail
      from ${cardMoney(scope)}
      left join test_gateway.charges g on g.reference = ours.gateway_reference
        and g.idempotency_key = ours.id and g.status = 'approved'
      where ours.status = 'succeeded' and ours.gateway_reference like 'tg\\_%'
        and coalesce(g.amount_krw - g.refunded_krw, 0) <> ours.amount_krw`,
  },
  {
    name: "charge_used_twice",
    find: (scope) => sql`
      select 'gateway charge ' || ours.gateway_reference as subject, string_agg(ours.kind || ' ' || ours.id, ', ') as detail
      from ${cardMoney(scope)} where ours.status = 'succeeded' group by ours.gateway_reference having count(*) > 1`,
  },
  {
    name: "refund_not_made",
    find: (scope) => sql`
      select ours.kind || ' ' || ours.id as subject, g.refunded_krw || ' of ' || g.amount_krw || ' KRW went back' as detail
      from ${cardMoney(scope)}
      join test_gateway.charges g on g.reference = ours.gateway_reference
      where ours.status = 'refunded' and g.refunded_krw <> g.amount_krw`,
  },
  {
    // A charge that outran our giving up is refunded within minutes; one that is still kept after an hour was missed.
    name: "money_kept",
    find: (scope) => sql`
      select ours.kind || ' ' || ours.id as subject, ours.status || ', but ' || g.amount_krw || ' KRW are charged' as detail
      from ${cardMoney(scope)}
      join test_gateway.charges g on g.idempotency_key = ours.id
      where ours.status = 'declined' and g.status = 'approved' and g.refunded_krw = 0
        and g.created_at < clock_timestamp() - interval '1 hour'`,
  },
];
