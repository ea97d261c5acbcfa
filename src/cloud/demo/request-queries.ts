import { statement } from '../platform/database';

export const findCounter = statement<object>(
  'demo_find_request_counter',
  'select 1 from request_counters where community_id = $1',
);

/** Changes no row where somebody has asked already, or there is nothing of the demonstration's ($3) to ask about. */
export const insertCounter = statement<object>(
  'demo_insert_request_counter',
  `insert into request_counters (community_id, last_number)
   select $1, $2 from request_categories where community_id = $1 and id = $3
   on conflict (community_id) do nothing`,
);

/** With the department of its category, and whether that is confidential. */
export const insertRequest = statement<object>(
  'demo_insert_request',
  `insert into requests (community_id, id, number, requester_id, category_id, is_confidential, department_id, state,
     state_before, words, spoken_words, written_at, submitted_at, changed_at, due_at, answer_due_at, remaining_ms,
     officer_id, question, answered_at, first_answered_at, stars, closed_at)
   select $1, $2, $3, $4, c.id, c.is_confidential, c.department_id, $6,
     case when $6 = 'info_requested' then 'accepted' end, $7, $8, $9, $9, $10, $11,
     case when $6 in ('submitted', 'accepted') then $11::timestamptz end,
     case when $6 = 'info_requested' then 86400000 end, $12, $13, $14, $14, $15, $16
   from request_categories c where c.community_id = $1 and c.id = $5`,
);

export const insertEntry = statement<object>(
  'demo_insert_request_entry',
  `insert into request_entries (community_id, request_id, id, action, from_state, to_state, actor, person_id,
     department_id, words, stars, at)
   select $1, $2, $3, $4, $5, $6, $7, $8, case when $7 = 'department' then r.department_id end, $9, $10, $11
   from requests r where r.community_id = $1 and r.id = $2`,
);
