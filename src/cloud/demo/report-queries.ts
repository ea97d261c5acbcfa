import { statement } from '../platform/database';

export const findCounter = statement<object>(
  'demo_find_report_counter',
  'select 1 from report_counters where community_id = $1',
);

/** Changes no row where somebody has reported already. */
export const insertCounter = statement<object>(
  'demo_insert_report_counter',
  'insert into report_counters (community_id, last_number) values ($1, $2) on conflict (community_id) do nothing',
);

export const insertReport = statement<object>(
  'demo_insert_report',
  `insert into reports (community_id, id, number, reporter_id, category, event_code, code_version, state, words, position,
     accuracy_m, crs, position_source, place_text, is_anonymous, written_at, submitted_at, changed_at, due_at,
     department_id, grid_membership_id, question, closed_at, stars, is_seen)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, point($10, $11), 15, $12, 'device', $13, false, $14, $14, $15, $16, $17,
     $18, $19, $20, $21, true)`,
);

export const insertEntry = statement<object>(
  'demo_insert_report_entry',
  `insert into report_entries (community_id, report_id, id, action, from_state, to_state, actor, person_id,
     department_id, receiver, words, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/** With its place in the history: $12 the entry, $13 of what it is. */
export const insertPhoto = statement<object>(
  'demo_insert_report_photo',
  `with photo as (
     insert into media (community_id, id, purpose, person_id, sha256, thumb, photo, width, height, size, subject_kind,
       subject_id, created_at)
     values ($1, $2, $3, $4, $6, $5, $6, $7, $8, $9, 'report', $10, $11)
   )
   insert into report_photos (community_id, report_id, media_id, entry_id, kind, ordinal)
   values ($1, $10, $2, $12, $13, 0)`,
);

export const insertFollower = statement<object>(
  'demo_insert_report_follower',
  `insert into report_followers (community_id, report_id, person_id, followed_at) values ($1, $2, $3, $4)
   on conflict do nothing`,
);
