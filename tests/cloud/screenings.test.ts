import { statement } from '../../src/cloud/platform/database';
import type { ProblemBody } from '../../src/contract/http';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';
import { decide, ownerIn, queueOf, saying, type Owner } from '../support/screenings';

let cloud: TestCloud;
let owner: Owner;
let rider: MadePerson;
let staff: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  owner = ownerIn(cloud);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  owner.told.length = 0;
  await cloud.database.script(
    'delete from screening_parts; delete from screenings; delete from screening_rules; update recurring_jobs set due_at = $$-infinity$$',
  );
});
afterAll(() => cloud.close());

test('ordinary words pass by themselves, and it is told once', async () => {
  const { id, subjectId } = await owner.written({ personId: rider.id, texts: saying('消防通道堵了') });
  await cloud.jobs.drain();
  expect(owner.told).toEqual([
    {
      ...{ communityId: outang.id, screeningId: id, subjectKind: 'report', subjectId },
      ...{ verdict: 'pass', reason: null, picturesSeen: true },
    },
  ]);
  expect(await queueOf(cloud, staff)).toMatchObject({ items: [], waiting: 0 });
});

test('nothing written passes', async () => {
  await owner.written({ personId: rider.id });
  expect(owner.told).toMatchObject([{ verdict: 'pass' }]);
});

test('a word of the list waits for a person, with where it stands; nothing is told before', async () => {
  const texts = [
    { field: 'title', text: '楼道堆物' },
    { field: 'words', text: '物业是傻*逼' },
  ];
  const { id } = await owner.written({ personId: rider.id, texts });
  expect(owner.told).toEqual([]);
  const { items, waiting } = await queueOf(cloud, staff);
  expect(waiting).toBe(1);
  expect(items).toMatchObject([
    {
      id,
      state: 'waiting',
      words: { why: 'words', found: null },
      texts: [
        { field: 'title', hits: [] },
        { field: 'words', hits: [{ start: 3, end: 6, category: 'abuse' }] },
      ],
      can: { decide: true },
    },
  ]);
  expect(await decide(cloud, staff, id, 'pass')).toMatchObject({ id, state: 'passed', reason: null });
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ screeningId: id, verdict: 'pass' }]);
});

test('not let pass: with a reason, which is told', async () => {
  const { id } = await owner.written({ personId: rider.id, texts: saying('去死吧你') });
  expect(await decide<ProblemBody>(cloud, staff, id, 'reject', '  ')).toMatchObject({
    code: 'invalid_input',
  });
  expect(await decide<ProblemBody>(cloud, staff, id, 'reject')).toMatchObject({ code: 'reason_missing' });
  expect(await decide(cloud, staff, id, 'reject', '请不要骂人')).toMatchObject({
    state: 'rejected',
    reason: '请不要骂人',
  });
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ verdict: 'rejected', reason: '请不要骂人' }]);
});

test('the same decision again gets the same answer; another, or another’s, comes too late', async () => {
  const { id } = await owner.written({ personId: rider.id, texts: saying('傻逼') });
  const first = await decide(cloud, staff, id, 'pass');
  expect(await decide(cloud, staff, id, 'pass')).toEqual(first);
  expect(await decide<ProblemBody>(cloud, staff, id, 'reject', '不行')).toMatchObject({
    code: 'decided_already',
  });
  const colleague = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  expect(await decide<ProblemBody>(cloud, colleague, id, 'pass')).toMatchObject({ code: 'decided_already' });
  await cloud.jobs.drain();
  expect(owner.told).toHaveLength(1);
});

test('written anew: the earlier round comes to nothing, and the desk learns why', async () => {
  const { id, subjectId } = await owner.written({ personId: rider.id, texts: saying('傻逼物业') });
  const subject = { kind: 'report' as const, id: subjectId };
  await owner.written({ personId: rider.id, subject, texts: saying('物业没来') });
  const late = await decide<ProblemBody>(cloud, staff, id, 'reject', '不要骂人');
  expect(late).toMatchObject({ code: 'decided_already', detail: '作者改过内容，新的一份会另外送来' });
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ subjectId, verdict: 'pass' }]);
  const rounds = statement<{ round: number; state: string }>(
    'test_rounds',
    'select round, state from screenings where subject_id = $1 order by round',
  );
  expect(await cloud.database.rows(rounds, [subjectId])).toEqual([
    { round: 1, state: 'replaced' },
    { round: 2, state: 'passed' },
  ]);
});
