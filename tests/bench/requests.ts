import { performance } from 'node:perf_hooks';
import { statement, type Database } from '../../src/cloud/platform/database';
import { startCloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import { staffOf, timesOf } from './desk';
import type { Report } from './report';
import { environmentOf, openDatabase, type Where } from './where';

const count = 20_000;
/** Rows of one statement. */
const batch = 2_000;
const base = `/api/communities/${outang.id}`;

/**
 * Numbers $2 to $3 of $4 in the demonstration community, after what it has: three in a hundred are open, most of them new,
 * of those one in ten is late; what is over is rated or was taken back.
 */
const insertRequests = statement<object>(
  'bench_requests',
  `insert into requests (community_id, id, number, category_id, is_confidential, state, words, spoken_words, written_at,
     submitted_at, changed_at, due_at, answer_due_at, department_id, answered_at, first_answered_at, stars, closed_at)
   select $1, ('019ac000-0000-7000-8010-' || lpad(n::text, 12, '0'))::uuid, 1000 + n, k.id, k.is_confidential, state,
     (array['平台扣款没有说明理由', '小区不让骑手进门', '想办工伤认定', '孩子入学要哪些材料', '租的房子漏水房东不管',
       '冬天想要一个取暖的地方', '站点的充电柜坏了'])[1 + n % 7] || '，' || n % 997 || '号楼', n % 5 = 0, at, at, at,
     due, due, k.department_id, case when state = 'rated' then at + interval '3 days' end,
     case when state = 'rated' then at + interval '3 days' end, case when state = 'rated' then 1 + n % 5 end,
     case when not is_open then at + interval '5 days' end
   from (
     select n, is_open, now() - interval '1 hour' - (1 - n::float8 / $4) * interval '600 days' as at,
       case when is_open then (array['submitted', 'accepted', 'assigned', 'reopened'])[1 + n % 4]
         when n % 9 = 0 then 'withdrawn' else 'rated' end as state,
       case when is_open then now() + (random() * 20 - 2) * interval '1 day' end as due
     from (select n, random() < 0.2 * power(n::float8 / $4, 5.7) as is_open
       from generate_series($2::int, $3::int) n) drawn) made
   join (select *, row_number() over (order by ordinal) as nth, count(*) over () as all
     from request_categories where community_id = $1) k on k.nth = 1 + n % k.all`,
);

async function fill(database: Database): Promise<void> {
  for (let first = 1; first <= count; first += batch)
    await database.run(insertRequests, [outang.id, first, first + batch - 1, count]);
  await database.script('vacuum analyze requests');
}

const states = ['submitted', 'accepted', 'assigned', 'rated'];
/** What a desk asks, by what it is called. */
const reads: Readonly<Record<string, (round: number) => string>> = {
  'list, what is due first': () => `${base}/request-cases?isOpen=true&limit=20`,
  'list, filtered': (round) => `${base}/request-cases?state=${states[round % states.length] ?? ''}`,
  'list, all the newest': () => `${base}/request-cases?isOpen=false`,
  'list, searched': (round) =>
    `${base}/request-cases?search=${encodeURIComponent(`${100 + (round % 800)}号楼`)}`,
  'list, one character': () => `${base}/request-cases?search=${encodeURIComponent('漏')}`,
  'counts of what is open': () => `${base}/request-cases/count?isOpen=true`,
  'counts of all': () => `${base}/request-cases/count`,
};

/** What a desk of requests asks, over one indexed query of a small table through the same server. */
export async function benchRequests(report: Report, where: Where): Promise<void> {
  // Makes the tables and the demonstration community.
  await (await startCloudProcess(environmentOf(where))).stop();
  const database = await openDatabase(where);
  const start = performance.now();
  await fill(database);
  await database.close();
  const named = `${where.name}, ${count.toLocaleString('en')} requests`;
  report.measure(`${named}: filled in`, Math.round((performance.now() - start) / 1_000), 's');
  const cloud = await startCloudProcess(environmentOf(where));
  try {
    const headers = await staffOf(cloud);
    for (const [name, pathOf] of Object.entries(reads)) {
      const times = await timesOf(cloud, headers, pathOf, () => `${base}/reply-templates`);
      for (const share of ['p50', 'p95'] as const)
        report.against(
          `${named}: ${name}, ${share}`,
          times.subject[share],
          times.baseline[share],
          'µs',
          null,
        );
    }
  } finally {
    await cloud.stop();
  }
}
