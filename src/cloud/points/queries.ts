import type { PointKind, PointRule } from '../../contract/points';
import { statement } from '../platform/database';

export const listRules = statement<PointRule & { version: number }>(
  'points_rules_list',
  `select source, points, per_day as "perDay", version from points_rules where community_id = $1`,
);

/** All of them or none: only from version $2, 0 where nobody has set any. $3 sources, $4 points, $5 times a day. */
export const setRules = statement<object>(
  'points_rules_set',
  `insert into points_rules as known (community_id, source, points, per_day, version)
   select $1, r.source, r.points, r.per_day, 1
   from unnest($3::text[], $4::int[], $5::int[]) as r (source, points, per_day)
   where $2::int = 0 or exists (select from points_rules p where p.community_id = $1 and p.version = $2)
   order by r.source
   on conflict (community_id, source) do update
     set points = excluded.points, per_day = excluded.per_day, version = known.version + 1
     where known.version = $2`,
);

/**
 * Makes a member's balance and holds it: what is asked next sees everything earned before. Changes no row for who is no
 * member; who leaves meanwhile is waited for.
 */
export const lockBalance = statement<object>(
  'points_balances_lock',
  `insert into points_balances as known (community_id, person_id)
   select community_id, person_id from memberships where community_id = $1 and person_id = $2 for key share
   on conflict (community_id, person_id) do update set balance = known.balance`,
);

/**
 * What a source is worth, up to what its day still has room for. Changes no row where the source has earned before, or
 * where there is nothing to earn. The balance is held. $1 community, $2 person, $3 entry, $4 source, $5 what it is,
 * $6 day, $7 times or hours, $8 points and $9 times a day where the community has set none, $10 now.
 */
export const earn = statement<object>(
  'points_earn',
  `with rule as (
     select coalesce(max(points), $8::int) as points, coalesce(max(per_day), $9::int) as per_day
     from points_rules where community_id = $1 and source = $4
   ), worth as (
     select least(floor(points * $7::numeric), points * per_day - coalesce((
       select sum(amount) from points_entries
       where community_id = $1 and person_id = $2 and kind = $4 and day = $6::date), 0))::int as amount
     from rule
   ), entry as (
     insert into points_entries (community_id, id, person_id, kind, amount, source_id, made_at, day)
     select $1, $3, $2, $4, amount, $5, $10, $6 from worth where amount > 0
     on conflict (community_id, kind, source_id) do nothing returning amount
   )
   update points_balances b set balance = b.balance + e.amount from entry e
   where b.community_id = $1 and b.person_id = $2`,
);

/** Changes no row where there are too few. $1 community, $2 person, $3 entry, $4 how many, $5 grant, $6 title, $7 now, $8 day. */
export const spend = statement<object>(
  'points_spend',
  `with paid as (
     update points_balances set balance = balance - $4
     where community_id = $1 and person_id = $2 and balance >= $4 returning person_id
   )
   insert into points_entries (community_id, id, person_id, kind, amount, source_id, about, made_at, day)
   select $1, $3, person_id, 'coupon', -$4::int, $5, $6, $7, $8 from paid`,
);

/**
 * What sources ($8) earned for more hours ($9) than there were ($10), as far as it is still there; in doubt the person
 * keeps it. Once for what takes it ($5). The balance is held. $1 community, $2 person, $3 entry, $4 who, $6 reason,
 * $7 now, $11 points an hour where the community has set none, $12 a day.
 */
export const takeBack = statement<object>(
  'points_take_back',
  `with earned as (
     select coalesce(sum(amount), 0)::int as amount from points_entries
     where community_id = $1 and person_id = $2 and source_id = any($8::uuid[])
   ), rule as (
     select coalesce(max(points), $11::int) as points from points_rules
     where community_id = $1 and source = 'volunteering'
   ), worth as (
     select least(b.balance, e.amount - floor(r.points * $10::numeric),
       ceil(e.amount * ($9::numeric - $10::numeric) / nullif($9::numeric, 0)))::int as amount
     from earned e, rule r, points_balances b where b.community_id = $1 and b.person_id = $2
   ), entry as (
     insert into points_entries (community_id, id, person_id, kind, amount, source_id, reason, corrected_by, made_at, day)
     select $1, $3, $2, 'correction', -amount, $5, $6, $4, $7, $12 from worth where amount > 0
     on conflict (community_id, kind, source_id) do nothing returning amount
   )
   update points_balances b set balance = b.balance + e.amount from entry e
   where b.community_id = $1 and b.person_id = $2`,
);

/** What these grants ($2) cost, to those who paid, once. $3 ids of as many entries, $4 now, $5 day. */
export const refund = statement<object>(
  'points_refund',
  `with asked as (
     select * from unnest($2::uuid[], $3::uuid[]) as a (grant_id, entry_id)
   ), back as (
     insert into points_entries (community_id, id, person_id, kind, amount, source_id, about, made_at, day)
     select $1, a.entry_id, p.person_id, 'refund', -p.amount, p.source_id, p.about, $4, $5
     from asked a
     join points_entries p on p.community_id = $1 and p.kind = 'coupon' and p.source_id = a.grant_id
     where p.person_id is not null
     on conflict (community_id, kind, source_id) do nothing returning person_id, amount
   ), sums as (
     select person_id, sum(amount)::int as amount from back group by person_id
   )
   update points_balances b set balance = b.balance + s.amount from sums s
   where b.community_id = $1 and b.person_id = s.person_id`,
);

/**
 * One entry more, up or down; no row where it would leave less than nothing. The balance is held. $1 community, $2 person, $3 entry, $4 how many, $5 reason, $6 who, $7 now, $8 day.
 */
export const correct = statement<{ balance: number }>(
  'points_correct',
  `with changed as (
     update points_balances b set balance = b.balance + $4
     where b.community_id = $1 and b.person_id = $2 and b.balance + $4 >= 0 returning b.balance
   ), entry as (
     insert into points_entries (community_id, id, person_id, kind, amount, source_id, reason, corrected_by, made_at, day)
     select $1, $3, $2, 'correction', $4, $3, $5, $6, $7, $8 from changed
   )
   select balance from changed`,
);

export const isMember = statement<object>(
  'points_is_member',
  'select 1 from memberships where community_id = $1 and person_id = $2',
);

export const findBalance = statement<{ balance: number }>(
  'points_balances_find',
  'select balance from points_balances where community_id = $1 and person_id = $2',
);

export interface EntryRow {
  id: string;
  kind: PointKind;
  amount: number;
  about: string | null;
  reason: string | null;
  madeAt: Date;
}

/** The newest first. */
export const listEntries = statement<EntryRow>(
  'points_entries_list',
  `select id, kind, amount, about, reason, made_at as "madeAt" from points_entries
   where community_id = $1 and person_id = $2 and (made_at, id) < ($3::timestamptz, $4::uuid)
   order by made_at desc, id desc limit $5`,
);

/** What they came of is forgotten; how many and when stays. By community, as it is indexed. */
export const unlink = statement<object>(
  'points_entries_unlink',
  `update points_entries e set source_id = e.id, about = null from communities c
   where e.community_id = c.id and e.made_at < $1 and e.source_id <> e.id`,
);
