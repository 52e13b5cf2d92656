import { sql } from "drizzle-orm";
import { inSchedules, ofUsers, type Rule } from "./rule";

/** Points: balances against the ledger, the ledger against what was bought with it. */
export const pointRules: readonly Rule[] = [
  {
    name: "balance_negative",
    find: (scope) => sql`
      select 'account ' || a.user_id as subject, a.balance || ' points' as detail
      from point_accounts a where a.balance < 0 and ${ofUsers(scope, sql`a.user_id`)}`,
  },
  {
    name: "balance_differs_from_history",
    find: (scope) => sql`
      select 'account ' || a.user_id as subject,
        a.balance || ' points, ' || coalesce(sum(h.amount), 0) || ' by its history' as detail
      from point_accounts a left join point_histories h on h.user_id = a.user_id
      where ${ofUsers(scope, sql`a.user_id`)}
      group by a.user_id having a.balance <> coalesce(sum(h.amount), 0)`,
  },
  {
    name: "history_chain_broken",
    find: (scope) => sql`
      select 'entry ' || id as subject, 'says ' || balance_after || ' points, the entries so far add up to ' || reached as detail
      from (
        select h.id, h.balance_after, sum(h.amount) over (partition by h.user_id order by h.id) as reached
        from point_histories h where ${ofUsers(scope, sql`h.user_id`)}
      ) chain
      where balance_after <> reached`,
  },
  {
    name: "points_differ_from_payments",
    find: (scope) => sql`
      select 'booking ' || coalesce(spent.booking_id, paid.booking_id) as subject,
        coalesce(spent.points, 0) || ' points spent, ' || coalesce(paid.points, 0) || ' paid with' as detail
      from (
        select h.booking_id, -sum(h.amount) as points from point_histories h
        where h.booking_id is not null group by h.booking_id
      ) spent
      full join (
        select p.booking_id, sum(p.amount_krw) as points from payments p
        where p.method = 'points' and p.status = 'succeeded' group by p.booking_id
      ) paid on paid.booking_id = spent.booking_id
      left join bookings b on b.id = coalesce(spent.booking_id, paid.booking_id)
      where coalesce(spent.points, 0) <> coalesce(paid.points, 0) and ${inSchedules(scope, sql`b.schedule_id`)}`,
  },
  {
    name: "charge_not_credited_once",
    find: (scope) => sql`
      select 'point charge ' || coalesce(c.id, h.charge_id) as subject,
        coalesce(c.status, 'unknown') || ', credited ' || coalesce(h.credited, 0) || ' points in ' ||
        coalesce(h.entries, 0) || ' entries' as detail
      from point_charges c
      full join (
        select charge_id, (array_agg(user_id))[1] as user_id, sum(amount) as credited, count(*) as entries
        from point_histories where charge_id is not null group by charge_id
      ) h on h.charge_id = c.id
      where ${ofUsers(scope, sql`coalesce(c.user_id, h.user_id)`)}
        and (coalesce(h.entries, 0) <> case when c.status = 'succeeded' then 1 else 0 end
          or coalesce(h.credited, 0) <> case when c.status = 'succeeded' then c.amount_krw else 0 end
          or h.user_id <> c.user_id)`,
  },
];
