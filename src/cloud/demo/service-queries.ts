import { statement } from '../platform/database';

/** Changes no row where somebody has served already. */
export const insertCounter = statement<object>(
  'demo_insert_volunteer_counter',
  'insert into volunteer_counters (community_id, last_number) values ($1, $2) on conflict (community_id) do nothing',
);

export const insertActivity = statement<object>(
  'demo_insert_past_activity',
  `insert into activities (community_id, id, kind, title, description, place_text, starts_at, ends_at, remind_at, is_risky,
     risk_notice, insurance_text, leader_id, audience, state, created_at)
   values ($1, $2, $3, $4, '演示活动', $5, $6, $7, $6, false, null, null, $8, 'everyone', 'finished', $6)`,
);

export const insertVolunteer = statement<object>(
  'demo_insert_volunteer',
  `insert into volunteers (community_id, person_id, number, skills, registered_at) values ($1, $2, $3, $4, $5)`,
);

export const insertRecord = statement<object>(
  'demo_insert_service_record',
  `with record as (
     insert into service_records (community_id, id, person_id, activity_id, attendance_id, attendance_version, kind,
       content, place, served_on, minutes, is_by_plan, recorder_id, grade, grade_words, recorded_at)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, false, $11, $12, $13, $14)
     returning community_id, id, version, minutes, recorder_id, recorded_at
   )
   insert into service_record_entries (community_id, record_id, version, action, minutes, person_id, at)
   select community_id, id, version, 'recorded', minutes, recorder_id, recorded_at from record`,
);

export const insertHonour = statement<object>(
  'demo_insert_honour',
  `insert into volunteer_honours (community_id, id, person_id, kind, title, given_by, given_on, minutes, entered_by,
     entered_at)
   values ($1, $2, $3, 'training', '急救员基础培训', '区红十字会', $4, 180, $5, $6)`,
);
