import { activityLimits, type ActivityKind, type ActivityState } from '../../contract/activities';
import { attendanceLimits } from '../../contract/attendances';
import { statement } from '../platform/database';

/** What the day of an activity needs to know of it. */
export interface ActivityRecord {
  communityId: string;
  id: string;
  kind: ActivityKind;
  title: string;
  place: string;
  state: ActivityState;
  startsAt: Date;
  endsAt: Date;
  leaderId: string | null;
  timeZone: string;
}

const activityColumns = `a.community_id as "communityId", a.id, a.kind, a.title, coalesce(s.name, a.place_text, '') as place,
  a.state, a.starts_at as "startsAt", a.ends_at as "endsAt", a.leader_id as "leaderId", c.time_zone as "timeZone"`;
const activityTables = `activities a join communities c on c.id = a.community_id
  left join stations s on s.community_id = a.community_id and s.id = a.station_id`;

/** Drafts are not there. */
export const findActivity = statement<ActivityRecord>(
  'attendances_find_activity',
  `select ${activityColumns} from ${activityTables}
   where a.community_id = $1 and a.id = $2 and a.state <> 'draft'`,
);

/** By the id alone, as typed digits name it. */
export const findCommunityOf = statement<{ communityId: string }>(
  'attendances_find_community_of',
  `select community_id as "communityId" from activities where id = $1 and state <> 'draft'`,
);

/** The one that counts of everybody named: running before over. */
export const listSignUpsOf = statement<{ personId: string; signUpId: string; isGoing: boolean }>(
  'attendances_list_sign_ups',
  `select distinct on (person_id) person_id as "personId", id as "signUpId", state = 'going' as "isGoing"
   from sign_ups where community_id = $1 and activity_id = $2 and person_id = any($3::uuid[])
   order by person_id, state = 'going' desc, id desc`,
);

/** Somebody's of these days: what they have signed up for or lead. */
export const listDays = statement<ActivityRecord & { isSignedUp: boolean }>(
  'attendances_list_days',
  `select ${activityColumns}, exists (
     select from sign_ups u where u.community_id = a.community_id and u.activity_id = a.id
       and u.person_id = $1 and u.state = 'going') as "isSignedUp"
   from memberships m join ${activityTables} on a.community_id = m.community_id
   where m.person_id = $1 and a.state in ('published', 'finished')
     and a.starts_at < $2::timestamptz + interval '${attendanceLimits.codeHours} hours'
     and a.starts_at > $2::timestamptz - interval '${attendanceLimits.leaderDays} days'
       - interval '${activityLimits.durationHours} hours'
     and (
       (a.leader_id = $1 and a.ends_at > $2::timestamptz - interval '${attendanceLimits.leaderDays} days')
       or (a.ends_at > $2::timestamptz - interval '${attendanceLimits.sendHours} hours' and (
         exists (select from sign_ups u where u.community_id = a.community_id and u.activity_id = a.id
           and u.person_id = $1 and u.state = 'going')
         or exists (select from attendances t where t.community_id = a.community_id and t.activity_id = a.id
           and t.person_id = $1)))
     )
   order by a.starts_at, a.id limit 50`,
);

/** Over so long that nothing more arrives, and not judged yet. */
export const listUnjudged = statement<{ communityId: string; id: string }>(
  'attendances_list_unjudged',
  `select a.community_id as "communityId", a.id from activities a
   left join activity_days d on d.community_id = a.community_id and d.activity_id = a.id
   where a.state in ('published', 'finished') and d.judged_at is null
     and a.ends_at <= $1::timestamptz - interval '${attendanceLimits.sendHours} hours'
     and a.ends_at > $1::timestamptz - interval '${attendanceLimits.staffDays} days'
   order by a.ends_at limit $2`,
);
