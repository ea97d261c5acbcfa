import type { Database } from '../../src/cloud/platform/database';
import { statement } from '../../src/cloud/platform/database';
import { recount } from '../../src/cloud/reports/tally-queries';
import { outang } from '../support/outang';

/** Rows of one statement. */
const batch = 20_000;
/** Reports of so many days. */
const days = 1_000;

const seed = statement<object>('bench_reports_seed', 'select setseed($1)');

/**
 * Numbers $2 to $3 of $4 in the demonstration community, one time after the other: three in a hundred are open, of those
 * one in ten is late; most of what is over is confirmed. They lie densest in the middle of the town.
 */
const insertReports = statement<object>(
  'bench_reports',
  `insert into reports (community_id, id, number, category, event_code, code_version, state, state_before, words, position,
     accuracy_m, crs, position_source, place_text, is_anonymous, written_at, submitted_at, changed_at, due_at,
     department_id, question, closed_at, is_seen)
   select $1, ('019ac000-0000-7000-8006-' || lpad(n::text, 12, '0'))::uuid, n,
     (array['food_safety', 'street_trading', 'safety_hazard', 'environment', 'e_bike_charging', 'corridor_clutter',
       'road_manhole', 'other'])[1 + n % 8],
     '21999', '2026-1', state, case when state = 'reopen_requested' then 'resolved' end,
     (array['楼道里堆满了纸箱', '电动车飞线充电', '井盖松了，车压过去会响', '占道摆摊，骑车过不去', '垃圾桶满了没人清',
       '消防通道被锁', '路灯不亮', '后厨污水外流'])[1 + n % 8] || '，' || n % 997
       || (array[' 号附近', ' 栋楼下', ' 弄口', '号门', ' 号对面', '号店旁', ' 路灯杆', '号车棚'])[1 + n % 7],
     point(117.2502 + (random() + random() + random() - 1.5) * 0.03,
       31.8861 + (random() + random() + random() - 1.5) * 0.025),
     15, 'GCJ-02', 'device', (array['采莲里', '学府里', '藕塘新村', '菜场北门'])[1 + n % 4] || n % 30 || '栋',
     n % 5 = 0, at, at, at,
     case when is_open then now() + (random() * 20 - 2) * interval '1 day' end,
     case when state not in ('triage', 'rejected', 'not_our_remit', 'withdrawn')
       then departments[1 + n % cardinality(departments)] end,
     case when state = 'info_requested' then '在几楼？' end,
     case when not is_open or state = 'reopen_requested' then at + interval '6 days' end, true
   from (
     select n, is_open, now() - interval '1 hour' - (1 - n::float8 / $4) * $5 * interval '1 day' as at,
       case when is_open then (array['triage', 'triage', 'assigned', 'in_progress', 'in_progress', 'in_progress',
           'scheduled', 'transferred', 'info_requested', 'reopen_requested'])[1 + floor(random() * 10)::int]
         else (array['confirmed', 'confirmed', 'confirmed', 'confirmed', 'confirmed', 'resolved', 'confirmed',
           'rejected', 'not_our_remit', 'withdrawn'])[1 + floor(random() * 10)::int] end as state
     from (select n, random() < 0.2 * power(n::float8 / $4, 5.7) as is_open
           from generate_series($2::int, $3::int) n) drawn) made,
     (select array_agg(id order by id) as departments from departments where community_id = $1) d`,
);

interface Index {
  name: string;
  definition: string;
}
const listIndexes = statement<Index>(
  'bench_reports_indexes',
  `select indexname as name, indexdef as definition from pg_indexes
   where tablename = 'reports' and indexname not in (select conname from pg_constraint)`,
);

/** As many reports as asked, and nothing else of them; counted as if they had come one by one. */
export async function fillReports(database: Database, count: number): Promise<void> {
  // One connection at a time is asked for, so it stays the same: building an index takes longer than a request may.
  await database.script('set statement_timeout = 0');
  await database.script(
    `delete from report_photos; delete from report_followers; delete from report_entries;
     truncate reports cascade`,
  );
  const indexes = await database.rows(listIndexes);
  for (const { name } of indexes) await database.script(`drop index ${name}`);
  await database.rows(seed, [0.42]);
  for (let first = 1; first <= count; first += batch)
    await database.run(insertReports, [
      ...[outang.id, first, Math.min(count, first + batch - 1), count, days],
    ]);
  for (const { definition } of indexes) await database.script(definition);
  await database.script(recount);
  for (const table of ['reports', 'report_tallies', 'report_square_tallies'])
    await database.script(`vacuum analyze ${table}`);
}
