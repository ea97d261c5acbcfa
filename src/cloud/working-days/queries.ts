import { statement } from '../platform/database';

interface DayRow {
  day: string;
  isWorking: boolean;
  note: string | null;
}

interface CommunityRow {
  timeZone: string;
  /** null: the hours that everybody starts with; so with `closes`. */
  opens: string | null;
  closes: string | null;
}

export const findCommunity = statement<CommunityRow>(
  'working_hours_find',
  `select c.time_zone as "timeZone", h.opens, h.closes
   from communities c left join working_hours h on h.community_id = c.id where c.id = $1`,
);

export const listDays = statement<DayRow>(
  'working_days_list',
  `select day, is_working as "isWorking", note from working_days where community_id = $1`,
);

export const setDay = statement<object>(
  'working_days_set',
  `insert into working_days (community_id, day, is_working, note) values ($1, $2, $3, $4)
   on conflict (community_id, day) do update set is_working = excluded.is_working, note = excluded.note`,
);

export const deleteDay = statement<object>(
  'working_days_delete',
  'delete from working_days where community_id = $1 and day = $2',
);

export const setHours = statement<object>(
  'working_hours_set',
  `insert into working_hours (community_id, opens, closes) values ($1, $2, $3)
   on conflict (community_id) do update set opens = excluded.opens, closes = excluded.closes`,
);
