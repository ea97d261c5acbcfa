import type { QuestionAnswer, SignUpState, SignUpWay } from '../../contract/activities';
import { statement } from '../platform/database';

export interface SignUpRecord {
  communityId: string;
  id: string;
  activityId: string;
  personId: string | null;
  state: SignUpState;
  place: number | null;
  answers: QuestionAnswer[];
  riskAgreedAt: Date | null;
  via: SignUpWay;
  signedUpAt: Date;
  reason: string | null;
  version: number;
  /** How many wait before them, and they themselves. */
  waitPlace: number | null;
}

const columns = `s.community_id as "communityId", s.id, s.activity_id as "activityId", s.person_id as "personId", s.state,
  s.place, s.answers, s.risk_agreed_at as "riskAgreedAt", s.via, s.signed_up_at as "signedUpAt", s.reason, s.version,
  case when s.state = 'waitlisted' then (select count(*) from sign_ups w where w.community_id = s.community_id
    and w.activity_id = s.activity_id and w.state = 'waitlisted' and w.place <= s.place) end as "waitPlace"`;

/** Whose it was can not be told from it any more: not by a guess at what was sent either. */
export const nobodys = `person_id = null, answers = '[]', reason = null, key = s.id::text,
  request_hash = decode(repeat('00', 32), 'hex')`;

export const find = statement<SignUpRecord>(
  'sign_ups_find',
  `select ${columns} from sign_ups s where s.community_id = $1 and s.id = $2`,
);
export const findById = statement<SignUpRecord>(
  'sign_ups_find_by_id',
  `select ${columns} from sign_ups s where s.id = $1`,
);
/** The running ones of a person among these activities. */
export const listRunning = statement<SignUpRecord>(
  'sign_ups_list_running',
  `select ${columns} from sign_ups s where s.community_id = $1 and s.activity_id = any($2::uuid[]) and s.person_id = $3
     and s.state in ('going', 'waitlisted')`,
);

/** One's own with when it is; those taken back are in the past, with those that are over. */
const mine = `sign_ups s join activities a on a.community_id = s.community_id and a.id = s.activity_id
  where s.person_id = $1`;
const isToCome = `s.state in ('going', 'waitlisted') and a.ends_at > $2`;
export const listMine = {
  upcoming: statement<SignUpRecord & { startsAt: Date }>(
    'sign_ups_list_mine',
    `select ${columns}, a.starts_at as "startsAt" from ${mine} and ${isToCome}
       and (a.starts_at, s.id) > ($3::timestamptz, $4::uuid) order by a.starts_at, s.id limit $5`,
  ),
  past: statement<SignUpRecord & { startsAt: Date }>(
    'sign_ups_list_mine_past',
    `select ${columns}, a.starts_at as "startsAt" from ${mine} and not (${isToCome})
       and (a.starts_at, s.id) < ($3::timestamptz, $4::uuid) order by a.starts_at desc, s.id desc limit $5`,
  ),
};

/** Those going, in the order in which they came; then those who wait, in theirs; then the others. */
const rank = `case s.state when 'going' then 1 when 'waitlisted' then 2 else 3 end`;
export const listOf = statement<SignUpRecord & { rank: number; turn: number }>(
  'sign_ups_list_of',
  `select * from (
     select ${columns}, ${rank} as rank,
       coalesce(s.place, (extract(epoch from s.signed_up_at) * 1000)::bigint) as turn
     from sign_ups s where s.community_id = $1 and s.activity_id = $2 and ($3::text is null or s.state = $3)
   ) listed
   where (rank, turn, id) > ($4::int, $5::bigint, $6::uuid) order by rank, turn, id limit $7`,
);

/** What one is signed up for in that time, besides $3; the first. */
export const findOverlapping = statement<{
  activityId: string;
  title: string;
  startsAt: Date;
  state: SignUpState;
}>(
  'sign_ups_find_overlapping',
  `select a.id as "activityId", a.title, a.starts_at as "startsAt", s.state
   from sign_ups s join activities a on a.community_id = s.community_id and a.id = s.activity_id
   where s.person_id = $2 and s.community_id = $1 and s.state in ('going', 'waitlisted') and a.state = 'published'
     and tstzrange(a.starts_at, a.ends_at) && tstzrange($3::timestamptz, $4::timestamptz)
   order by a.starts_at limit 1`,
);

/** Those of an activity who are taken at the same time by another one, or by what is nobody else's business ($3). */
export const listOverlaps = statement<{ nickname: string; other: string }>(
  'sign_ups_list_overlaps',
  `select nickname, other from (
   select p.nickname, o.title as other, s.signed_up_at, s.id, o.starts_at
   from activities a
   join sign_ups s on s.community_id = a.community_id and s.activity_id = a.id and s.state in ('going', 'waitlisted')
   join sign_ups t on t.person_id = s.person_id and t.community_id = s.community_id and t.activity_id <> s.activity_id
     and t.state in ('going', 'waitlisted')
   join activities o on o.community_id = t.community_id and o.id = t.activity_id and o.state = 'published'
     and tstzrange(o.starts_at, o.ends_at) && tstzrange(a.starts_at, a.ends_at)
   join people p on p.id = s.person_id
   where a.community_id = $1 and a.id = $2
   union all
   select p.nickname, $3::text, s.signed_up_at, s.id, null from activities a
   join sign_ups s on s.community_id = a.community_id and s.activity_id = a.id and s.state in ('going', 'waitlisted')
   join agendas g on g.community_id = s.community_id and g.person_id = s.person_id
     and g.consultations && tstzrange(a.starts_at, a.ends_at)
   join people p on p.id = s.person_id
   where a.community_id = $1 and a.id = $2
   ) named order by signed_up_at, id, starts_at`,
);

/** Only to the questions of version $6 of the activity, and until it begins. */
export const changeAnswers = statement<object>(
  'sign_ups_change_answers',
  `update sign_ups s set answers = $3::jsonb, changed_at = $5, version = s.version + 1
   from activities a
   where s.community_id = $1 and s.id = $2 and s.version = $4 and s.state in ('going', 'waitlisted')
     and a.community_id = s.community_id and a.id = s.activity_id
     and a.version = $6 and a.state = 'published' and a.starts_at > $5`,
);
