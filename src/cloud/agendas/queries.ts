import { statement } from '../platform/database';

/** In the order in which a batch of sign-ups takes them. */
export const lock = statement<object>(
  'agendas_lock',
  `select person_id from agendas where community_id = $1 and person_id = any($2::uuid[])
   order by person_id for update`,
);

/** The first appointment in that time. */
export const findConsultation = statement<{ startsAt: Date }>(
  'agendas_find_consultation',
  `select lower(span) as "startsAt" from agendas g, unnest(g.consultations) span
   where g.community_id = $1 and g.person_id = $2 and span && tstzrange($3::timestamptz, $4::timestamptz)
   order by span limit 1`,
);

export const forget = statement<object>(
  'agendas_forget',
  'delete from agendas where community_id = $1 and person_id = $2',
);
export const forgetAll = statement<object>('agendas_forget_all', 'delete from agendas where person_id = $1');

export const merge = statement<object>(
  'agendas_merge',
  `insert into agendas as g (community_id, person_id, activities, consultations)
   select community_id, $2, activities, consultations from agendas where person_id = $1
   on conflict (community_id, person_id) do update set activities = g.activities + excluded.activities,
     consultations = g.consultations + excluded.consultations`,
);

/** Of those who are busy at no time to come. */
export const purge = statement<object>(
  'agendas_purge',
  `delete from agendas where isempty(activities + consultations) or upper(activities + consultations) < $1`,
);
