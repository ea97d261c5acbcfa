import { statement } from '../platform/database';

/** Once: not where one of that name is there already. */
export const insertActivity = statement<object>(
  'demo_insert_activity',
  `insert into activities (community_id, id, kind, title, description, station_id, place_text, starts_at, ends_at,
     remind_at, capacity, minimum, taken, questions, is_risky, risk_notice, insurance_text, leader_id, audience,
     hours_planned, state, created_at)
   select $1, $2, $3, $4, $5, $6::uuid, $7, $8, $9, $10, $11::int, $12::int, $13::int, $14::jsonb, $15::boolean, $16, $17,
     $18::uuid, 'everyone', $19::numeric, $20, $21
   where not exists (select from activities where community_id = $1 and title = $4)`,
);

export const insertSignUp = statement<object>(
  'demo_insert_sign_up',
  `with agenda as (
     insert into agendas as known (community_id, person_id, activities)
     values ($1, $4, tstzmultirange(tstzrange($5, $6)))
     on conflict (community_id, person_id) do update set activities = known.activities + excluded.activities
   )
   insert into sign_ups (community_id, id, activity_id, person_id, key, request_hash, state, via, risk_agreed_at,
     signed_up_at, changed_at)
   values ($1, $2::uuid, $3, $4, 'demo-' || $2::uuid, decode(repeat('00', 32), 'hex'), 'going', 'self', $7, $7, $7)`,
);
