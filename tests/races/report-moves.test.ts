import type { ProblemBody } from '../../src/contract/http';
import type { Case, CaseRow } from '../../src/contract/report-cases';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import type { MadePerson } from '../support/made-person';
import { makePhoto } from '../support/made-report';
import { outang } from '../support/outang';
import {
  atDesk,
  doneBody,
  makeCase,
  makeDepartment,
  makeGridMember,
  makeStaff,
} from '../support/report-desk';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let people: MadePerson;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  people = await makeStaff(first, 'organiser');
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const desk = (index: number, person = people) => atDesk(index % 2 ? clouds[1] : clouds[0], person);
const outcomes = (answers: readonly Partial<Case & ProblemBody>[]) => {
  const counts: Record<string, number> = {};
  for (const { code, state } of answers) counts[code ?? state ?? ''] = (counts[code ?? state ?? ''] ?? 0) + 1;
  return counts;
};
const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const actionsOf = async (id: string) => (await desk(0).see(id)).entries.map(({ action }) => action);

test('of twenty who assign, reject and refer one report at once one does, and it is written down once', async () => {
  const { id, version } = await makeCase(clouds[0]);
  const department = await makeDepartment(clouds[0]);
  const assignee = { kind: 'department', id: department.id };
  const answers = await many(20, (index) => {
    if (index % 3 === 0) return desk(index).do('assign', id, { assignee, version });
    if (index % 3 === 1) return desk(index).do('reject', id, { reason: '不是隐患', version });
    return desk(index).do('refer', id, { receiver: '城管', reason: '归城管', version });
  });
  const { state } = await desk(0).see(id);
  const { [state]: done, ...others } = outcomes(answers);
  expect(done).toBe(1);
  expect((others['conflict'] ?? 0) + (others['report_state'] ?? 0)).toBe(19);
  expect((await actionsOf(id)).slice(-2)).toEqual([
    'screen',
    { assigned: 'assign', rejected: 'reject' }[state as string] ?? 'refer',
  ]);
});

test('two that are merged into each other at once: one is, and there is no circle', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = [await makeCase(clouds[0]), await makeCase(clouds[0])];
    const answers = await Promise.all([
      desk(0).do('merge', a.id, { canonicalId: b.id, version: a.version }),
      desk(1).do('merge', b.id, { canonicalId: a.id, version: b.version }),
    ]);
    expect(outcomes(answers)).toEqual({ duplicate: 1, canonical_unknown: 1 });
    const [first, second] = [await desk(0).see(a.id), await desk(0).see(b.id)];
    const merged = [first, second].filter(({ canonical }) => canonical);
    expect(merged).toHaveLength(1);
    const kept = first.canonical ? second : first;
    expect(kept).toMatchObject({ state: 'triage', followers: 1, canonical: null });
  }
});

test('a chain that is merged from both ends at once points at what is kept', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b, c] = [await makeCase(clouds[0]), await makeCase(clouds[0]), await makeCase(clouds[0])];
    await Promise.all([
      desk(0).do('merge', a.id, { canonicalId: b.id, version: a.version }),
      desk(1).do('merge', b.id, { canonicalId: c.id, version: b.version }),
    ]);
    const seen = await desk(0).see(a.id);
    if (seen.canonical) expect(seen.canonical.state).not.toBe('duplicate');
    expect((await desk(0).see(b.id)).canonical).toMatchObject({ id: c.id });
  }
});

test('of ten who say that it is done one does: one line, one photo', async () => {
  const { id, version } = await makeCase(clouds[0]);
  const { id: department, officer } = await makeDepartment(clouds[0]);
  await desk(0).do('assign', id, { assignee: { kind: 'department', id: department }, version });
  await desk(0, officer).do('accept', id, { version: version + 1 });
  const bodies = await many(10, () => doneBody(clouds[0], officer, version + 2));
  const answers = await many(10, (index) => desk(index, officer).do('resolve', id, bodies[index] ?? {}));
  expect(outcomes(answers)['resolved']).toBe(1);
  const seen = await desk(0).see(id);
  expect(seen.version).toBe(version + 3);
  expect(seen.entries.filter(({ action }) => action === 'resolve')).toMatchObject([
    { photos: [{ kind: 'after' }] },
  ]);
});

test('two desks that move the same many at once: every one is moved once, and neither waits for ever', async () => {
  const cases: Awaited<ReturnType<typeof makeCase>>[] = [];
  for (let count = 0; count < 12; count += 1) cases.push(await makeCase(clouds[0]));
  const items = cases.map(({ id: reportId, version }) => ({ reportId, version }));
  const moves = await many(6, (index) =>
    desk(index).ask<{ items: { moved: CaseRow | null }[] }>('/cases/moves', 'POST', {
      items: index % 2 ? items : [...items].reverse(),
      move: { action: 'reject', reason: '一起处理' },
    }),
  );
  const moved = moves.flatMap((answer) => answer.items.flatMap((item) => item.moved?.id ?? []));
  expect(moved.sort()).toEqual(cases.map(({ id }) => id).sort());
});

test('of grid members who look at once one is told so; the others that it is done', async () => {
  const { id, version } = await makeCase(clouds[0]);
  const { id: department, officer } = await makeDepartment(clouds[0]);
  await desk(0).do('assign', id, { assignee: { kind: 'department', id: department }, version });
  await desk(0, officer).do('accept', id, { version: version + 1 });
  await desk(0, officer).do('resolve', id, await doneBody(clouds[0], officer, version + 2));
  const members = await many(6, () => makeGridMember(clouds[0]));
  const answers = await many(6, async (index) => {
    const person = members[index]?.person ?? people;
    const mediaIds = [await makePhoto(clouds[0], person.id, 'verification')];
    const body = { isMended: index % 2 === 0, mediaIds, version: version + 3 };
    return desk(index, person).ask<Case>(`/grid-tasks/${id}/verification`, 'POST', body);
  });
  const refused = answers.filter(({ code }) => (code as string | undefined) !== undefined);
  expect(refused).toHaveLength(5);
  const looked = (await actionsOf(id)).filter((action) => action === 'verify' || action === 'ask_to_reopen');
  expect(looked).toHaveLength(1);
});

const compare = statement<{ counted: number; tallied: number }>(
  'test_compare_tallies',
  `select (select count(*)::int from reports where community_id = $1) as counted,
     (select sum(n)::int from (
        select reports as n from report_tallies where community_id = $1 and day = '-infinity'
        union all select change from report_tally_changes where community_id = $1) t) as tallied`,
);

test('tallies are right while reports move and the job adds up', async () => {
  const cases: Awaited<ReturnType<typeof makeCase>>[] = [];
  for (let count = 0; count < 10; count += 1) cases.push(await makeCase(clouds[0]));
  await Promise.all([
    many(10, (index) =>
      desk(index).do('reject', cases[index]?.id ?? '', {
        reason: '不是隐患',
        version: cases[index]?.version,
      }),
    ),
    ...clouds.map(async (cloud) => {
      cloud.clock.advance({ minutes: 1 });
      await cloud.jobs.drain();
    }),
  ]);
  const sums = await clouds[0].database.row(compare, [outang.id]);
  expect(sums?.tallied).toBe(sums?.counted);
  const { states } = await desk(0).ask<{ states: { state: string; count: number }[] }>(
    '/cases/count?state=rejected',
  );
  const rejected = await clouds[0].database.rows(countRejected, [outang.id]);
  expect(states[0]?.count).toBe(rejected[0]?.count);
});

const countRejected = statement<{ count: number }>(
  'test_count_rejected',
  `select count(*)::int as count from reports where community_id = $1 and state = 'rejected'`,
);
