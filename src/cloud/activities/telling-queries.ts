import { statement } from '../platform/database';

/** Those with these sign-ups, whatever became of them; or everybody who is going or waits, but for the leader $5. */
export const listSignedUp = statement<{ id: string; personId: string }>(
  'sign_ups_list_told',
  `select id, person_id as "personId" from sign_ups
   where community_id = $1 and activity_id = $2 and person_id is not null and ($4::uuid is null or id > $4)
     and case when $3::uuid[] is null then state in ('going', 'waitlisted') and person_id is distinct from $5::uuid
       else id = any($3) end
   order by id limit $6`,
);

export const listStaff = statement<{ personId: string }>(
  'activities_list_staff',
  `select person_id as "personId" from memberships
   where community_id = $1 and status <> 'paused' and roles && array['staff', 'organiser']`,
);
