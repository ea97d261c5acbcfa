import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../src/contract/http';
import type { Report } from '../../src/contract/reports';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { deskOf, reportOf, sendReport, settle } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

type Answer = Partial<Report & ProblemBody>;

const department = { as: 'department', personId: null } as const;
const assignee = { kind: 'department', id: '019ab000-0000-7000-8000-000000000402' } as const;
const staff = { as: 'staff', personId: null } as const;
const url = `/api/communities/${outang.id}/reports`;

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let desks: [ReturnType<typeof deskOf>, ReturnType<typeof deskOf>];
let rider: MadePerson;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  desks = [deskOf(clouds[0]), deskOf(clouds[1])];
});
beforeEach(async () => {
  rider = await makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});
const at = (index: number) => ({
  cloud: clouds[index % 2] as TestCloud,
  desk: desks[index % 2] as (typeof desks)[0],
});
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

const find = statement<{ state: string; version: number }>(
  'test_race_report',
  'select state, version from reports where id = $1',
);
const stateOf = (id: string) => clouds[0].database.row(find, [id]);
const count = statement<{ entries: number }>(
  'test_race_entries',
  'select count(*)::int as entries from report_entries where report_id = $1 and to_state = $2 and from_state <> to_state',
);
const timesIn = async (id: string, state: string) =>
  (await clouds[0].database.row(count, [id, state]))?.entries;

async function waiting(): Promise<Report> {
  const report = await sendReport(clouds[0], rider);
  for (const cloud of new Set(clouds)) await settle(cloud);
  return report;
}
async function worked(): Promise<string> {
  const { id } = await waiting();
  await desks[0].move(id, { action: 'assign', by: staff, version: null, assignee });
  await desks[0].move(id, { action: 'accept', by: department, version: null });
  return id;
}
const outcomesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as Error).message)).sort();

test('twenty times the same key at once is one report, and no number is lost', async () => {
  const before = await sendReport(clouds[0], rider);
  const key = randomUUID();
  const body = await reportOf(clouds[0], rider);
  const answers = await Promise.all(
    times(20).map(async (index) =>
      (await post(at(index).cloud, url, rider.headers, body, key)).json<Answer>(),
    ),
  );
  expect(new Set(answers.map(({ id, code }) => code ?? id)).size).toBe(1);
  expect(answers[0]?.number).toBe(before.number + 1);
  expect((await sendReport(clouds[0], rider)).number).toBe(before.number + 2);
});

test('twenty reports at once have twenty numbers', async () => {
  const sent = await Promise.all(times(20).map((index) => sendReport(at(index).cloud, rider)));
  expect(new Set(sent.map(({ number }) => number)).size).toBe(20);
});

test('of ten who do different things from one state at once one does', async () => {
  const id = await worked();
  const version = (await stateOf(id))?.version ?? 0;
  const moves = times(10).map((index) => {
    const said = { by: department, version, words: '说明' };
    return at(index).desk.move(
      id,
      index % 2
        ? { action: 'resolve', ...said }
        : { action: 'schedule', ...said, until: new Date('2026-12-20T09:00:00+08:00') },
    );
  });
  const outcomes = outcomesOf(await Promise.allSettled(moves));
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
  expect(outcomes.filter((outcome) => !['ok', 'conflict', 'report_state'].includes(outcome))).toEqual([]);
  expect((await stateOf(id))?.version).toBe(version + 1);
});

test('the answer or the fifth day: one of them, and the report goes on once', async () => {
  const id = await worked();
  await desks[0].move(id, { action: 'ask', by: department, version: null, words: '在哪一侧？' });
  const version = (await stateOf(id))?.version;
  for (const cloud of new Set(clouds)) cloud.clock.advance({ days: 6 });
  const answer = post(clouds[1], `/api/reports/${id}/answers`, rider.headers, { words: '东侧', version });
  await Promise.all([answer, ...[...new Set(clouds)].map((cloud) => cloud.jobs.drain())]);
  expect((await stateOf(id))?.state).toBe('in_progress');
  // Once taken on, once gone on with.
  expect(await timesIn(id, 'in_progress')).toBe(2);
});

test('the rating or the fourteenth day: one of them settles it', async () => {
  const id = await worked();
  await desks[0].move(id, { action: 'resolve', by: department, version: null, words: '换好了' });
  const version = (await stateOf(id))?.version;
  for (const cloud of new Set(clouds)) cloud.clock.advance({ days: 15 });
  const rating = post(clouds[1], `/api/reports/${id}/rating`, rider.headers, { stars: 5, version });
  await Promise.all([rating, ...[...new Set(clouds)].map((cloud) => cloud.jobs.drain())]);
  expect((await stateOf(id))?.state).toBe('confirmed');
  expect(await timesIn(id, 'confirmed')).toBe(1);
});

test('what is late is told once, however many look at once', async () => {
  const id = await worked();
  for (const cloud of new Set(clouds)) cloud.clock.advance({ hours: 1 });
  await clouds[0].database.script(`update reports set escalate_at = '2026-11-01' where id = '${id}';
    update recurring_jobs set due_at = '2026-11-01'`);
  await Promise.all(times(6).map((index) => at(index).cloud.jobs.drain()));
  const escalated = statement<{ escalation: number; entries: number }>(
    'test_race_escalated',
    `select escalation, (select count(*)::int from report_entries e where e.report_id = r.id and e.action = 'escalate')
       as entries from reports r where id = $1`,
  );
  const row = await clouds[0].database.row(escalated, [id]);
  expect(row?.entries).toBe(row?.escalation);
});

test('followed and left twenty times at once it is followed once, or not at all', async () => {
  const id = await worked();
  const other = await makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);
  const following = { url: `/api/reports/${id}/following`, headers: other.headers };
  const follow = (index: number) => at(index).cloud.app.inject({ method: 'PUT', ...following });
  expect(new Set((await Promise.all(times(20).map(follow))).map(({ statusCode }) => statusCode))).toEqual(
    new Set([204]),
  );
  const seen = await clouds[0].app.inject({ url: `/api/reports/${id}`, headers: other.headers });
  expect(seen.json<Report>().followers).toBe(1);
});

test('of two merged into each other at once one is', async () => {
  const [one, two] = [await waiting(), await waiting()];
  const merge = (index: number, from: Report, into: Report) =>
    at(index).desk.merge(from.id, { canonicalId: into.id, by: staff, version: 3 });
  const outcomes = outcomesOf(await Promise.allSettled([merge(0, one, two), merge(1, two, one)]));
  expect(outcomes).toEqual(['canonical_unknown', 'ok']);
});
