import { statement, type Database } from '../../src/cloud/platform/database';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import { drive, type Asked, type Driven } from './clients';
import { compare, server, startBaseline, type Baseline } from './load';
import type { Report } from './report';
import { fillRiders, tokenOf, town } from './town';
import { besides, environmentOf, openDatabase, type Where } from './where';

const clients = 256;
const capacity = 10_000;
/** One after the other they are the one that all ask for; each of them takes every rider once. */
const activityIds = Array.from(
  { length: 80 },
  (_, day) => `019ac000-0000-7000-8009-${String(day).padStart(12, '0')}`,
);
const tokens = Array.from({ length: town.riders }, (_, number) => tokenOf(number));

const insertActivities = statement<object>(
  'bench_activities',
  `insert into activities (community_id, id, kind, title, description, place_text, starts_at, ends_at, remind_at, capacity,
     is_risky, audience, state, created_at)
   select $1, id, 'film', '观影', '', '广场', now() + (n || ' days')::interval,
     now() + (n || ' days')::interval + interval '2 hours', now() + (n || ' days')::interval - interval '15 hours', $3,
     false, 'everyone', 'published', now()
   from unnest($2::uuid[]) with ordinality as a (id, n)`,
);
const countAll = statement<{
  capacity: number;
  taken: number;
  going: number;
  waiting: number;
  waitlisted: number;
}>(
  'bench_count_sign_ups',
  `select a.capacity, a.taken, a.waiting,
     (select count(*) from sign_ups s where s.community_id = a.community_id and s.activity_id = a.id and s.state = 'going')
       as going,
     (select count(*) from sign_ups s where s.community_id = a.community_id and s.activity_id = a.id
       and s.state = 'waitlisted') as waitlisted
   from activities a where a.id = any($1::uuid[])`,
);

let asked = 0;
function nextSignUp(): Asked {
  const number = asked;
  asked += 1;
  const activityId = activityIds[Math.floor(number / town.riders)];
  if (activityId === undefined) throw new Error('Every rider is signed up for everything');
  return {
    method: 'POST',
    path: `/api/activities/${activityId}/sign-ups`,
    headers: {
      authorization: `Bearer ${tokens[number % town.riders] ?? ''}`,
      'idempotency-key': `bench-sign-up-${String(number).padStart(12, '0')}`,
    },
    body: {},
  };
}

function demandCreated({ statuses }: Driven): void {
  const others = [...statuses].filter(([status]) => status !== 201);
  if (others.length > 0) throw new Error(others.map(([status, count]) => `${count} × ${status}`).join(', '));
}

const signingUp = (cloud: CloudProcess) => async (seconds: number) => {
  const driven = await drive(cloud.url, { clients, seconds }, nextSignUp);
  demandCreated(driven);
  return driven;
};

const locking =
  ({ port }: Baseline) =>
  async (seconds: number) => {
    const url = `http://127.0.0.1:${port}`;
    const driven = await drive(url, { clients, seconds }, () => ({ ...nextKey(), path: '/sign-ups' }));
    demandCreated(driven);
    return driven;
  };

let keys = 0;
const nextKey = (): Asked => ({
  method: 'POST',
  path: '',
  headers: { 'idempotency-key': `bench-locked-${String((keys += 1)).padStart(12, '0')}` },
  body: {},
});

/** Who they are is known before: sessions are looked up once. */
async function openApps(cloud: CloudProcess): Promise<void> {
  const path = `/api/activities/${activityIds[0] ?? ''}`;
  await drive(cloud.url, { clients: 64 }, (client, turn) => {
    const authorization = `Bearer ${tokens[client + 64 * turn] ?? ''}`;
    return client + 64 * turn < town.riders ? { method: 'GET', path, headers: { authorization } } : null;
  });
}

/** Never more than there are places, nobody lost, and the counters say what is there. */
async function demandCounts(database: Database): Promise<number> {
  const rows = await database.rows(countAll, [activityIds]);
  for (const { capacity: most, taken, going, waiting, waitlisted } of rows)
    if (taken > most || taken !== going || waiting !== waitlisted)
      throw new Error(
        `OVERBOOKED: ${taken} counted, ${going} going of ${most}, ${waiting}/${waitlisted} wait`,
      );
  return rows.reduce((sum, { going, waitlisted }) => sum + going + waitlisted, 0);
}

/** Sign-ups of many riders at once for one activity, against a lock on its row for each. */
export async function benchActivities(report: Report, where: Where): Promise<void> {
  await (await startCloudProcess(environmentOf(where))).stop();
  const database = await openDatabase(where);
  await fillRiders(database);
  await database.run(insertActivities, [outang.id, activityIds, capacity]);
  await database.script('analyze');
  await database.close();
  const beside = besides(where);
  const cloud = await startCloudProcess(environmentOf(where));
  const locked = await startBaseline(server('lock-row.ts'), [beside.databaseUrl ?? '', beside.folder]);
  asked = 0;
  try {
    await openApps(cloud);
    const against = await compare(signingUp(cloud), locking(locked));
    report.compare(
      `${where.name}: one activity signed up for by ${clients}, over SELECT … FOR UPDATE`,
      against,
      2,
    );
  } finally {
    await locked.stop();
    await cloud.stop();
  }
  const after = await openDatabase(where);
  const signedUp = await demandCounts(after);
  await after.close();
  if (signedUp !== asked)
    throw new Error(`${asked} were answered with success, ${signedUp} are in the database`);
  report.note(`${where.name}: ${signedUp} sign-ups, never overbooked`);
}
