import { performance } from 'node:perf_hooks';
import { search } from '../../src/cloud/bulletins/queries';
import { searchOf } from '../../src/cloud/bulletins/search';
import { statement, type Database } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import { startCloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import type { Report } from './report';
import { environmentOf, openDatabase, type Where } from './where';

const count = 10_000;
const batch = 500;
const warmUp = 3;
const rounds = 30;

/** What bulletins are made of: each sentence stands in many of them, the rare ones in few. */
const sentences = [
  ...['高温津贴按月发给户外劳动者，', '社会保险补贴可以在手机上申请，', '骑手驿站提供饮水和微波炉，'],
  ...['请带身份证和接单截图到窗口登记，', '工会会员可以参加免费体检，', '周末停水请提前接好水，'],
  ...['志愿服务时长可以开证明，', '电动车不要进楼不要飞线充电，', '法律咨询每周三下午在司法所，'],
  ...['眼科检查名额先到先得，', '台风天气注意安全减少出行，', '食品安全问题可以随手拍上报，'],
];
const rare = ['公租房轮候', '工伤认定复议', '积分入学', '临时救助'];

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

const insert = statement<object>(
  'bench_bulletins',
  `insert into bulletins (community_id, id, state, category, title, blocks, plain_text, search_title, search_text,
     audience, reach, published_at, created_at, changed_at)
   select $1, b.id, 'published', 'policy', b.title, '[]', b.text, b.title, b.title || e'\\n' || b.text, 'everyone',
     'community', b.at, b.at, b.at
   from jsonb_to_recordset($2::jsonb) as b (id uuid, title text, text text, at timestamptz)`,
);

async function fill(database: Database): Promise<void> {
  const random = numbers(42);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  for (let first = 0; first < count; first += batch) {
    const rows = Array.from({ length: batch }, (_, index) => {
      const text = Array.from({ length: 30 + Math.floor(random() * 60) }, () => pick(sentences)).join('');
      const at = new Date(Date.UTC(2026, 0, 1) + (first + index) * 60_000).toISOString();
      const isRare = random() < 0.002;
      return {
        id: newId(),
        title: pick(sentences).slice(0, -1),
        text: isRare ? text + pick(rare) : text,
        at,
      };
    });
    await database.run(insert, [outang.id, JSON.stringify(rows)]);
  }
  await database.script('vacuum analyze bulletins');
}

/** What is searched for, by what it is called. */
const searches = {
  'a word in most': '登记',
  'a longer word in many': '高温津贴',
  'a rare word': '公租房',
  'two words': '停水 台风',
  'one character': '租',
  'nothing there': '龘靐',
} as const;

/** Without an index: every text is looked through, for the same page. */
const lookThrough = statement<{ id: string }>(
  'bench_bulletins_like',
  `select id from bulletins where community_id = $1 and state = 'published'
     and not exists (select from unnest($2::text[]) w where position(w in search_text) = 0)
   order by not exists (select from unnest($2::text[]) w where position(w in search_title) = 0) desc, published_at desc
   limit 21`,
);

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const start = performance.now();
    await ask();
    if (round >= 0) times.push((performance.now() - start) * 1_000);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/** How long it takes to find words in ten thousand bulletins, against looking through them all. */
export async function benchBulletins(report: Report, where: Where): Promise<void> {
  // Makes the tables and the demonstration community.
  await (await startCloudProcess(environmentOf(where))).stop();
  const database = await openDatabase(where);
  try {
    const start = performance.now();
    await fill(database);
    const named = `${where.name}, ${count.toLocaleString('en')} bulletins`;
    report.measure(`${named}: filled in`, Math.round((performance.now() - start) / 1_000), 's');
    const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    for (const [name, q] of Object.entries(searches)) {
      const found = searchOf(q);
      if (!found) throw new Error(`${q} is nothing to search for`);
      const { words, pairs, characters, long } = found;
      const viewer = [outang.id, ['everyone'], null, new Date(), null, new Date()];
      const values = [...viewer, 'infinity', last, 21, words, true, pairs, characters, long];
      const indexed = await medianOf(() => database.rows(search, values));
      const through = await medianOf(() => database.rows(lookThrough, [outang.id, words]));
      report.against(`${named}: search, ${name}, p50`, indexed, through, 'µs', null);
    }
  } finally {
    await database.close();
  }
}
