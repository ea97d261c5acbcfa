import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';

const collect = statement<{ stationName: string; occurredAt: Date }>(
  'check_ins_collect',
  `select s.name as "stationName", v.occurred_at as "occurredAt"
   from memberships m
   join check_ins v on v.community_id = m.community_id and v.person_id = m.person_id
   join stations s on s.community_id = v.community_id and s.id = v.station_id
   where m.person_id = $1 order by v.occurred_at`,
);

const forgetIn = [
  statement<object>(
    'check_ins_forget',
    'update check_ins set person_id = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'walk_in_tallies_forget',
    'update walk_in_tallies set counted_by = null where community_id = $1 and counted_by = $2',
  ),
  ...['check_in_turns', 'station_day_people', 'station_month_people'].map((table) =>
    statement<object>(`${table}_forget`, `delete from ${table} where community_id = $1 and person_id = $2`),
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'check_ins_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** Visits in one community stay, and are nobody's any more. */
export async function forgetVisits(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const merges = [
  statement<object>(
    'check_ins_merge',
    `update check_ins v set person_id = $2 from memberships m
     where m.person_id = $1 and v.community_id = m.community_id and v.person_id = m.person_id`,
  ),
  statement<object>(
    'walk_in_tallies_merge',
    `update walk_in_tallies t set counted_by = $2 from memberships m
     where m.person_id = $1 and t.community_id = m.community_id and t.counted_by = m.person_id`,
  ),
  statement<object>(
    'check_in_turns_merge',
    `insert into check_in_turns as known (community_id, person_id, station_id, times, latest)
     select t.community_id, $2, t.station_id, t.times, t.latest from memberships m
     join check_in_turns t on t.community_id = m.community_id and t.person_id = m.person_id where m.person_id = $1
     on conflict (community_id, person_id, station_id) do update
       set times = known.times || excluded.times, latest = greatest(known.latest, excluded.latest)`,
  ),
  statement<object>(
    'station_day_people_merge',
    `insert into station_day_people (community_id, day, station_id, person_id)
     select t.community_id, t.day, t.station_id, $2 from memberships m
     join station_day_people t on t.community_id = m.community_id and t.person_id = m.person_id where m.person_id = $1
     on conflict do nothing`,
  ),
  statement<object>(
    'station_month_people_merge',
    `insert into station_month_people (community_id, month, station_id, person_id)
     select t.community_id, t.month, t.station_id, $2 from memberships m
     join station_month_people t on t.community_id = m.community_id and t.person_id = m.person_id where m.person_id = $1
     on conflict do nothing`,
  ),
];

/** Visits stay, and so do the counts made of them; they are nobody's any more. */
export const checkInsPersonalData: PersonalData = {
  title: '签到记录',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ stationName, occurredAt }) => ({ 站点: stationName, 时间: occurredAt.toISOString() }));
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetVisits(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
