import type { ConsultationWay } from '../../contract/consultations';
import { statement } from '../platform/database';
import { consultationColumns, type ConsultationRow } from './queries';

/** Of a day, what somebody has or had. */
export const listOfDay = statement<ConsultationRow>(
  'consultations_list_of_day',
  `select ${consultationColumns} from consultations c
   where c.community_id = $1 and c.officer_id = $2 and c.starts_at >= $3 and c.starts_at < $4 and c.state <> 'cancelled'
   order by c.starts_at`,
);

export interface OpenSlotRow {
  startsAt: Date;
  endsAt: Date;
  isClosed: boolean;
  way: ConsultationWay;
  place: string | null;
  topicId: string | null;
}
export const listOpenSlots = statement<OpenSlotRow>(
  'consultation_slots_list_of_day',
  `select s.starts_at as "startsAt", s.ends_at as "endsAt", s.is_closed as "isClosed", h.way, h.place,
     h.topic_id as "topicId"
   from consultation_slots s join consultation_hours h on h.community_id = s.community_id and h.id = s.hours_id
   where s.community_id = $1 and s.officer_id = $2 and s.starts_at >= $3 and s.starts_at < $4
     and s.consultation_id is null order by s.starts_at`,
);

export const listAhead = statement<{ startsAt: Date; isTaken: boolean }>(
  'consultation_slots_list_ahead',
  `select starts_at as "startsAt", consultation_id is not null as "isTaken" from consultation_slots
   where community_id = $1 and officer_id = $2 and starts_at >= $3 and not is_closed order by starts_at`,
);

export const findOfCommunity = statement<ConsultationRow>(
  'consultations_find_of_community',
  `select ${consultationColumns} from consultations c where c.community_id = $1 and c.id = $2`,
);
