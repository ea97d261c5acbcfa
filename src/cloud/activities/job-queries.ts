import { statement } from '../platform/database';
import { nobodys } from './sign-up-queries';

export interface Reminded {
  communityId: string;
  activityId: string;
  personId: string;
}

const remind = (name: string, column: string, which: string) =>
  statement<Reminded>(
    name,
    `with due as (
       select s.community_id, s.id from activities a
       join sign_ups s on s.community_id = a.community_id and s.activity_id = a.id
       where a.state = 'published' and a.starts_at > $1 and ${which} and s.state = 'going' and s.person_id is not null
         and s.${column} is null
       order by a.starts_at limit $2 for update of s skip locked
     )
     update sign_ups s set ${column} = $1 from due
     where s.community_id = due.community_id and s.id = due.id and s.state = 'going' and s.${column} is null
     returning s.community_id as "communityId", s.activity_id as "activityId", s.person_id as "personId"`,
  );

/** In the evening before, or when they signed up later; within the last hour the other one is enough. */
export const remindDay = remind(
  'sign_ups_remind_day',
  'day_reminded_at',
  `a.remind_at <= $1 and a.starts_at > $1::timestamptz + interval '1 hour'`,
);
export const remindHour = remind(
  'sign_ups_remind_hour',
  'hour_reminded_at',
  `a.starts_at <= $1::timestamptz + interval '1 hour'`,
);

/** Where too few come once sign-up is over; where it never is, a day before. */
export const judgeMinimum = statement<{ communityId: string; id: string }>(
  'activities_judge_minimum',
  `update activities set minimum_judged_at = $1
   where state = 'published' and starts_at > $1 and minimum is not null and taken < minimum and minimum_judged_at is null
     and coalesce(sign_up_until, starts_at - interval '1 day') <= $1
   returning community_id as "communityId", id`,
);

export const finish = statement<object>(
  'activities_finish',
  `update activities set state = 'finished' where state = 'published' and ends_at <= $1`,
);

/** Who signed up, and what they answered, is kept so long after the end. $1 before, $2 how many. */
export const anonymise = statement<object>(
  'sign_ups_anonymise',
  `with old as (
     select s.community_id, s.id from activities a
     join sign_ups s on s.community_id = a.community_id and s.activity_id = a.id
     where a.ends_at < $1 and s.person_id is not null limit $2
   )
   update sign_ups s set ${nobodys} from old
   where s.community_id = old.community_id and s.id = old.id`,
);
