import type { SignUpState } from '../../contract/activities';
import { claimTime } from '../agendas/service';
import { statement } from '../platform/database';

/** What became of a request to sign up. Those that name a problem of the contract are refusals. */
export type Verdict =
  | 'ok'
  /** Answered before by its key. */
  | 'done'
  /** The activity has changed since the request was looked at. */
  | 'stale'
  /** They missed more than they were judged by: whether that pauses them is to be seen first. */
  | 'missed_more'
  | 'not_found'
  | 'activity_cancelled'
  | 'activity_not_for_you'
  | 'sign_up_not_yet'
  | 'sign_up_over'
  | 'already_signed_up'
  | 'overlaps';

export interface TakeRow {
  verdict: Verdict;
  /** The one made now, or by this key before. */
  signUpId: string | null;
  activityId: string | null;
  requestHash: Buffer | null;
  state: SignUpState | null;
  waitPlace: number | null;
  /** How often they did not come, but for what was forgiven. */
  missed: number;
}

/**
 * Signs many people up for one activity, in one statement, so that a batch costs one lock and one commit. It begins with
 * the lock on the activity, so that places, times and the waitlist are judged as they are now; each person's agenda takes
 * the time only where it is free, on the newest row, whatever other activity signs them up meanwhile. The first get the
 * free places, in order; the others wait. What the snapshot did not see (the same person, the same key) breaks a unique
 * index: run again. What is asked of each request is asked by its key, one by one (`limit 1`): a planner without figures
 * of its own, such as the embedded database's, would rather read whole tables. For the same reason nothing is joined to
 * the requests by what they have in common: not knowing how many they are, it would compare each with each.
 *
 * $1 community, $2 activity, $3 now, $4 version, $5 by staff, $6 persons, $7 keys, $8 hashes, $9 sign-ups, $10 answers,
 * $11 when they agreed to the risk, $12 how far back an agenda is of interest, $13 how often they missed something, by
 * which they were judged. Rows in the order of the requests.
 */
export const take = statement<TakeRow>(
  'sign_ups_take',
  `with held as materialized (
     select * from activities where community_id = $1 and id = $2 for no key update
   ), asked as materialized (
     select q.*, h.id as held_id, h.state as activity_state, h.version as activity_version, h.audience, h.starts_at,
       h.ends_at, h.sign_up_from, h.sign_up_until, m.status as membership, m.roles, r.id as running_id, d.id as done_id,
       d.activity_id as done_activity, d.request_hash as done_hash, n.missed
     from unnest($6::uuid[], $7::text[], $8::bytea[], $9::uuid[], $10::jsonb[], $11::timestamptz[], $13::int[])
       with ordinality as q (person_id, key, request_hash, sign_up_id, answers, risk_agreed_at, judged_by, ord)
     left join held h on true
     left join lateral (select status, roles from memberships
       where community_id = $1 and person_id = q.person_id limit 1) m on true
     left join lateral (select id from sign_ups where community_id = $1 and activity_id = $2
       and person_id = q.person_id and state in ('going', 'waitlisted') limit 1) r on true
     left join lateral (select id, activity_id, request_hash from sign_ups
       where community_id = $1 and person_id = q.person_id and key = q.key limit 1) d on true
     cross join lateral (select count(*)::int as missed from no_shows
       where community_id = $1 and person_id = q.person_id and forgiven_at is null) n
   ), judged as materialized (
     select *, case
       when done_id is not null then 'done'
       when held_id is null or activity_state = 'draft' then 'not_found'
       when activity_state = 'cancelled' then 'activity_cancelled'
       when activity_state <> 'published' or $3 >= starts_at then 'sign_up_over'
       when activity_version <> $4::int then 'stale'
       when membership is null or membership = 'paused' then 'activity_not_for_you'
       when audience = 'grid_members' and not 'grid_member' = any(roles) then 'activity_not_for_you'
       when running_id is not null then 'already_signed_up'
       when not $5::boolean and sign_up_from > $3 then 'sign_up_not_yet'
       when not $5::boolean and sign_up_until <= $3 then 'sign_up_over'
       when not $5::boolean and missed <> judged_by then 'missed_more'
       else 'ok' end as judgement
     from asked
   ), claimed as (
     ${claimTime('activities', {
       source: `select $1, person_id, tstzmultirange(tstzrange(starts_at, ends_at)) from judged where judgement = 'ok'
         order by person_id`,
       since: '$12',
     })}
   ), ruled as materialized (
     select *, case when judgement = 'ok' and person_id not in (select person_id from claimed) then 'overlaps'
       else judgement end as verdict
     from judged
   ), placed as materialized (
     select *, count(*) filter (where verdict = 'ok') over (order by ord)::int as turn from ruled
   ), room as materialized (
     select n.wanted, case when h.capacity is null then n.wanted
       else least(n.wanted, greatest(h.capacity - h.taken, 0)) end as free, h.waiting, h.last_place
     from held h, (select count(*) filter (where verdict = 'ok')::int as wanted from placed) n
   ), counted as (
     update activities a set taken = a.taken + r.free, waiting = a.waiting + r.wanted - r.free,
       last_place = a.last_place + r.wanted - r.free
     from room r where a.community_id = $1 and a.id = $2 and r.wanted > 0
   ), made as (
     insert into sign_ups (community_id, id, activity_id, person_id, key, request_hash, state, place, answers,
       risk_agreed_at, via, signed_up_at, changed_at)
     select $1, p.sign_up_id, $2, p.person_id, p.key, p.request_hash,
       case when p.turn <= r.free then 'going' else 'waitlisted' end,
       case when p.turn > r.free then r.last_place + p.turn - r.free end,
       p.answers, p.risk_agreed_at, case when $5::boolean then 'staff' else 'self' end, $3, $3
     from placed p, room r where p.verdict = 'ok'
   )
   select p.verdict, case when p.verdict = 'ok' then p.sign_up_id else p.done_id end as "signUpId",
     p.done_activity as "activityId", p.done_hash as "requestHash",
     case when p.verdict = 'ok' then case when p.turn <= r.free then 'going' else 'waitlisted' end end as state,
     case when p.verdict = 'ok' and p.turn > r.free then r.waiting + p.turn - r.free end as "waitPlace", p.missed
   from placed p left join room r on true order by p.ord`,
);
