import type { SignUpState } from '../../contract/activities';
import { renewTime } from '../agendas/service';
import { statement } from '../platform/database';

/** What changes who goes. The activity is held by whoever asks these: see `lock`. */

export const leave = statement<object>(
  'sign_ups_leave',
  `update sign_ups set state = $3, reason = $4, place = null, changed_at = $5, version = version + 1
   where community_id = $1 and id = $2 and state in ('going', 'waitlisted')`,
);

/** The first $4 who wait. */
export const promote = statement<{ id: string }>(
  'sign_ups_promote',
  `update sign_ups s set state = 'going', place = null, changed_at = $3, version = version + 1
   from (select id from sign_ups where community_id = $1 and activity_id = $2 and state = 'waitlisted'
     order by place limit $4) w
   where s.community_id = $1 and s.id = w.id returning s.id`,
);

/** The last $4 who came wait before all who wait already, in the order in which they came. */
export const moveBack = statement<{ id: string }>(
  'sign_ups_move_back',
  `with last as (
     select id, row_number() over (order by signed_up_at desc, id desc)::int as back from sign_ups
     where community_id = $1 and activity_id = $2 and state = 'going' order by signed_up_at desc, id desc limit $4
   ), first as (
     select coalesce(min(place), 1) as place from sign_ups
     where community_id = $1 and activity_id = $2 and state = 'waitlisted'
   )
   update sign_ups s set state = 'waitlisted', place = first.place - last.back, changed_at = $3, version = version + 1
   from last, first where s.community_id = $1 and s.id = last.id returning s.id`,
);

/** The nicknames of the last $3 who came, the last one first; with $4, of those with these ids. */
export const nameLast = statement<{ nickname: string }>(
  'sign_ups_name_last',
  `select coalesce(p.nickname, '') as nickname from sign_ups s left join people p on p.id = s.person_id
   where s.community_id = $1 and s.activity_id = $2 and s.state = 'going'
   order by s.signed_up_at desc, s.id desc limit $3`,
);

export const adjust = statement<object>(
  'activities_adjust',
  'update activities set taken = taken + $3, waiting = waiting + $4 where community_id = $1 and id = $2',
);

export const listPersons = statement<{ id: string; personId: string; state: SignUpState }>(
  'sign_ups_list_persons',
  `select id, person_id as "personId", state from sign_ups
   where community_id = $1 and activity_id = $2 and state in ('going', 'waitlisted') and person_id is not null
   order by person_id`,
);

/** All they are going to or wait for. */
export const renewAgendas = statement<object>(
  'sign_ups_renew_agendas',
  renewTime(
    'activities',
    `select tstzrange(a.starts_at, a.ends_at) as span
     from sign_ups s join activities a on a.community_id = s.community_id and a.id = s.activity_id
     where s.community_id = g.community_id and s.person_id = g.person_id and s.state in ('going', 'waitlisted')
       and a.state = 'published'`,
  ),
);
