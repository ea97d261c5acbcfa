import type { Canceller, ConsultationState, ConsultationWay } from '../../contract/consultations';
import { claimTime, renewTime } from '../agendas/service';
import { statement } from '../platform/database';

export interface ConsultationRow {
  communityId: string;
  id: string;
  personId: string | null;
  officerId: string | null;
  departmentId: string;
  startsAt: Date;
  endsAt: Date;
  way: ConsultationWay;
  place: string | null;
  topicId: string | null;
  requestId: string | null;
  note: string | null;
  state: ConsultationState;
  cancelledBy: Canceller | null;
  reason: string | null;
  bookedAt: Date;
  version: number;
}

export const consultationColumns = `c.community_id as "communityId", c.id, c.person_id as "personId",
  c.officer_id as "officerId", c.department_id as "departmentId", c.starts_at as "startsAt", c.ends_at as "endsAt",
  c.way, c.place, c.topic_id as "topicId", c.request_id as "requestId", c.note, c.state,
  c.cancelled_by as "cancelledBy", c.reason, c.booked_at as "bookedAt", c.version`;

/** One person takes one appointment after the other: what they have cannot change while it is looked at. */
export const lockPerson = statement<object>(
  'consultations_lock_person',
  'select 1 from people where id = $1 for no key update',
);

/** An officer who works in that department still. */
const isOfficer = `exists (
  select from memberships m join department_officers o
    on o.community_id = m.community_id and o.person_id = m.person_id
  where m.community_id = h.community_id and m.person_id = h.officer_id and o.department_id = h.department_id
    and 'department_officer' = any(m.roles) and m.status <> 'paused')`;

/** The rule whole: free, not begun, whose officer is there, by who has few enough and nothing else at that time. */
export const book = statement<ConsultationRow>(
  'consultations_book',
  `with taken as (
     update consultation_slots s set consultation_id = $3 from consultation_hours h
     where s.community_id = $1 and s.id = $2 and s.consultation_id is null and not s.is_closed and s.starts_at > $5
       and h.community_id = s.community_id and h.id = s.hours_id and s.officer_id <> $4 and ${isOfficer}
       and $8::int > (select count(*) from consultations o
         where o.person_id = $4 and o.state = 'booked' and o.starts_at > $5)
       and not exists (select from consultations o where o.person_id = $4 and o.state = 'booked'
         and o.starts_at < s.ends_at and o.ends_at > s.starts_at)
     returning s.officer_id, h.department_id, s.starts_at, s.ends_at, h.way, h.place, h.topic_id
   )
   insert into consultations as c (community_id, id, person_id, officer_id, department_id, starts_at, ends_at, way, place,
     topic_id, request_id, note, state, day_reminder_at, hour_reminder_at, booked_at, changed_at)
   select $1, $3, $4, officer_id, department_id, starts_at, ends_at, way, place, topic_id, $6, $7, 'booked',
     case when $9::timestamptz > $5 then $9::timestamptz end,
     case when starts_at - interval '1 hour' > $5 then starts_at - interval '1 hour' end, $5, $5 from taken
   returning ${consultationColumns}`,
);

/** That time is theirs; in the transaction that books it. */
export const claim = statement<object>(
  'consultations_claim_time',
  claimTime('consultations', {
    source: 'values ($1::uuid, $2::uuid, tstzmultirange(tstzrange($3::timestamptz, $4::timestamptz)))',
    since: '$5',
  }),
);

export const renewAgendas = statement<object>(
  'consultations_renew_agendas',
  renewTime(
    'consultations',
    `select tstzrange(c.starts_at, c.ends_at) as span from consultations c
     where c.community_id = g.community_id and c.person_id = g.person_id and c.state = 'booked'`,
  ),
);

export const findSlot = statement<{ startsAt: Date; endsAt: Date; isTaken: boolean; isClosed: boolean }>(
  'consultation_slots_find',
  `select starts_at as "startsAt", ends_at as "endsAt", consultation_id is not null as "isTaken",
     is_closed as "isClosed"
   from consultation_slots where community_id = $1 and id = $2`,
);

/** Those to come, of everywhere. */
export const listRunning = statement<ConsultationRow>(
  'consultations_list_running',
  `select ${consultationColumns} from consultations c
   where c.person_id = $1 and c.state = 'booked' and c.starts_at > $2 order by c.starts_at`,
);

export const listMine = statement<ConsultationRow>(
  'consultations_list_mine',
  `select ${consultationColumns} from consultations c
   where c.person_id = $1 and (c.starts_at, c.id) < ($2::timestamptz, $3::uuid)
     and ($4::boolean is null or $4::boolean = (c.state = 'booked' and c.ends_at > $6))
   order by c.starts_at desc, c.id desc limit $5`,
);

export const findById = statement<ConsultationRow>(
  'consultations_find',
  `select ${consultationColumns} from consultations c where c.id = $1`,
);

/** One step of the machine; before it begins or after it has, or whenever. */
export const move = statement<ConsultationRow>(
  'consultations_move',
  `update consultations c set state = $5, cancelled_by = $6, reason = $7, changed_at = $8, version = version + 1,
     day_reminder_at = null, hour_reminder_at = null
   where c.community_id = $1 and c.id = $2 and c.version = $3 and c.state = any($4::text[])
     and case $9::text when 'before' then c.starts_at > $8 when 'after' then c.starts_at <= $8 else true end
   returning ${consultationColumns}`,
);

/** Free again, or nobody's where its officer called it off. */
export const release = statement<object>(
  'consultation_slots_release',
  `update consultation_slots set consultation_id = null, is_closed = $3
   where community_id = $1 and consultation_id = $2`,
);

export interface OfferRow {
  departmentId: string;
  starts: Date[];
  topicIds: string[];
  ways: ConsultationWay[];
}
/** What can be had, by department. */
export const listOffers = statement<OfferRow>(
  'consultation_slots_list_offers',
  `select h.department_id as "departmentId", array_agg(s.starts_at order by s.starts_at) as starts,
     array_remove(array_agg(distinct h.topic_id), null) as "topicIds", array_agg(distinct h.way) as ways
   from consultation_slots s join consultation_hours h on h.community_id = s.community_id and h.id = s.hours_id
   where s.community_id = $1 and s.starts_at > $2 and s.consultation_id is null and not s.is_closed
     and s.officer_id <> $3 and ${isOfficer}
   group by h.department_id`,
);

export interface FreeSlotRow {
  id: string;
  officerId: string;
  startsAt: Date;
  endsAt: Date;
  way: ConsultationWay;
  place: string | null;
  topicId: string | null;
}
export const listFree = statement<FreeSlotRow>(
  'consultation_slots_list_free',
  `select s.id, s.officer_id as "officerId", s.starts_at as "startsAt", s.ends_at as "endsAt", h.way, h.place,
     h.topic_id as "topicId"
   from consultation_slots s join consultation_hours h on h.community_id = s.community_id and h.id = s.hours_id
   where s.community_id = $1 and h.department_id = $2 and s.starts_at >= $3 and s.starts_at < $4 and s.starts_at > $5
     and s.consultation_id is null and not s.is_closed and s.officer_id <> $6 and ${isOfficer}
   order by s.starts_at, s.id limit 200`,
);
