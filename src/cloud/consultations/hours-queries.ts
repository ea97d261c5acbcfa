import type { ConsultationWay } from '../../contract/consultations';
import { statement } from '../platform/database';
import { consultationColumns, type ConsultationRow } from './queries';

export interface HoursRow {
  communityId: string;
  id: string;
  departmentId: string;
  officerId: string;
  weekdays: number[];
  opens: string;
  closes: string;
  slotMinutes: number;
  way: ConsultationWay;
  place: string | null;
  topicId: string | null;
  fromDay: string;
  untilDay: string | null;
  version: number;
}

const columns = `h.community_id as "communityId", h.id, h.department_id as "departmentId", h.officer_id as "officerId",
  h.weekdays, h.opens, h.closes, h.slot_minutes as "slotMinutes", h.way, h.place, h.topic_id as "topicId",
  h.from_day as "fromDay", h.until_day as "untilDay", h.version`;

/** Of an officer, one change of hours after the other; appointments are made of them under it, too. */
export const lockOfficer = statement<object>(
  'consultation_hours_lock_officer',
  'select 1 from memberships where community_id = $1 and person_id = $2 for no key update',
);

export const listHours = statement<HoursRow>(
  'consultation_hours_list',
  `select ${columns} from consultation_hours h
   where h.community_id = $1 and ($2::uuid[] is null or h.officer_id = any($2)) order by h.officer_id, h.opens, h.id`,
);

export const findHours = statement<HoursRow>(
  'consultation_hours_find',
  `select ${columns} from consultation_hours h where h.community_id = $1 and h.id = $2`,
);

export const insertHours = statement<HoursRow>(
  'consultation_hours_insert',
  `insert into consultation_hours as h (community_id, id, department_id, officer_id, weekdays, opens, closes, slot_minutes,
     way, place, topic_id, from_day, until_day)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning ${columns}`,
);

export const updateHours = statement<HoursRow>(
  'consultation_hours_update',
  `update consultation_hours h set weekdays = $4, opens = $5, closes = $6, slot_minutes = $7, way = $8, place = $9,
     topic_id = $10, from_day = $11, until_day = $12, version = version + 1
   where h.community_id = $1 and h.id = $2 and h.version = $3 returning ${columns}`,
);

export const deleteHours = statement<object>(
  'consultation_hours_delete',
  'delete from consultation_hours where community_id = $1 and id = $2 and version = $3',
);

export interface DayOffRow {
  officerId: string;
  day: string;
  note: string | null;
}
export const listDaysOff = statement<DayOffRow>(
  'consultation_days_off_list',
  `select officer_id as "officerId", day, note from consultation_days_off
   where community_id = $1 and ($2::uuid[] is null or officer_id = any($2)) and day >= $3 order by day, officer_id`,
);
export const setDayOff = statement<object>(
  'consultation_days_off_set',
  `insert into consultation_days_off (community_id, officer_id, day, note) values ($1, $2, $3, $4)
   on conflict (community_id, officer_id, day) do update set note = excluded.note`,
);
export const deleteDayOff = statement<object>(
  'consultation_days_off_delete',
  'delete from consultation_days_off where community_id = $1 and officer_id = $2 and day = $3',
);

/** One that is there already stays as it is. */
export const insertSlots = statement<object>(
  'consultation_slots_insert',
  `insert into consultation_slots (community_id, id, hours_id, officer_id, starts_at, ends_at)
   select $1, made.id, $2, $3, made.starts_at, made.starts_at + make_interval(mins => $4)
   from unnest($5::uuid[], $6::timestamptz[]) as made (id, starts_at)
   on conflict (community_id, officer_id, starts_at) do nothing`,
);

/** Of hours or, without them, of an officer between two moments: what nobody has, but what was called off at $6. */
export const deleteFree = statement<object>(
  'consultation_slots_delete_free',
  `delete from consultation_slots where community_id = $1 and officer_id = $2 and ($3::uuid is null or hours_id = $3)
     and starts_at >= $4 and starts_at < $5 and consultation_id is null
     and not (is_closed and starts_at = any($6::timestamptz[]))`,
);

/** The same: what somebody has. */
export const listBooked = statement<ConsultationRow>(
  'consultations_list_booked',
  `select ${consultationColumns} from consultation_slots s
   join consultations c on c.community_id = s.community_id and c.id = s.consultation_id
   where s.community_id = $1 and s.officer_id = $2 and ($3::uuid is null or s.hours_id = $3)
     and s.starts_at >= $4 and s.starts_at < $5 and c.state = 'booked' order by s.starts_at`,
);

/** Where one that was called off can not be had again. */
export const deleteSlot = statement<object>(
  'consultation_slots_delete',
  'delete from consultation_slots where community_id = $1 and consultation_id = $2',
);

/** Those begun are over for these hours. */
export const deleteBegun = statement<object>(
  'consultation_slots_delete_begun',
  'delete from consultation_slots where community_id = $1 and hours_id = $2 and starts_at <= $3',
);

export const countBooked = statement<{ hoursId: string; booked: number }>(
  'consultation_slots_count_booked',
  `select hours_id as "hoursId", count(*) as booked from consultation_slots
   where community_id = $1 and starts_at > $2 and consultation_id is not null group by hours_id`,
);

/** Elsewhere or otherwise than those who have an appointment knew. */
export const moveBooked = statement<ConsultationRow>(
  'consultations_move_place',
  `update consultations c set way = $4, place = $5, version = c.version + 1, changed_at = $3 from consultation_slots s
   where s.community_id = $1 and s.hours_id = $2 and s.starts_at > $3
     and c.community_id = s.community_id and c.id = s.consultation_id and c.state = 'booked'
     and (c.way, c.place) is distinct from ($4::text, $5::text)
   returning ${consultationColumns}`,
);

export const listCommunities = statement<{ communityId: string }>(
  'consultation_hours_list_communities',
  'select distinct community_id as "communityId" from consultation_hours',
);
export const purgeSlots = statement<object>(
  'consultation_slots_purge',
  'delete from consultation_slots where ends_at < $1',
);
