import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { ProblemBody } from '../../src/contract/http';
import { startTestCloud, type TestCloud } from '../support/cloud';
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
  cloud.clock.advance({ hours: 1 });
  owner.told.length = 0;
  await cloud.database.script(
    'delete from screening_parts; delete from screenings; delete from screening_rules',
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
    { field: 'words', text: '楼道堆物' },
    { field: 'answer', text: '没有人来' },
    { field: 'answer', text: '物业是傻*逼' },
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
        { field: 'words', hits: [] },
        { field: 'answer', hits: [] },
        { field: 'answer', hits: [{ start: 3, end: 6, category: 'abuse' }] },
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

test('of ten who decide at once one does, and it is told once', async () => {
  const { id } = await owner.written({ personId: rider.id, texts: saying('傻逼') });
  const answers = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const colleague = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
      return decide<ProblemBody>(cloud, colleague, id, index % 2 ? 'pass' : 'reject', '不合适');
    }),
  );
  expect(answers.filter(({ code }) => code !== 'decided_already')).toHaveLength(1);
  await cloud.jobs.drain();
  expect(owner.told).toHaveLength(1);
});

test('a community adds words, allows what bothers it, and wants to see pictures first', async () => {
  const organiser = await makePerson(cloud, [{ communityId: outang.id, roles: ['organiser'] }]);
  const url = `/api/communities/${outang.id}/screening-rules`;
  const change = (payload: object) =>
    cloud.app.inject({ method: 'PUT', url, headers: organiser.headers, payload });
  const rules = { localPictures: 'review', addedWords: [' 某某地产 '], allowedWords: ['冰毒'] };
  expect((await change({ ...rules, version: 0 })).json()).toEqual({
    ...{ ...rules, addedWords: ['某某地产'], version: 1 },
  });
  expect((await change({ ...rules, version: 0 })).json<ProblemBody>().code).toBe('conflict');
  expect((await cloud.app.inject({ url, headers: organiser.headers })).json()).toMatchObject({ version: 1 });
  await owner.written({ personId: rider.id, texts: saying('冰毒') });
  expect(owner.told).toHaveLength(1);
  await owner.written({ personId: rider.id, texts: saying('某某地产') });
  const [mediaId, ofStaff] = [newId(), newId()];
  await owner.written({ personId: rider.id, mediaIds: [mediaId] });
  await owner.written({ personId: staff.id, source: 'staff', mediaIds: [ofStaff] });
  expect(owner.told).toHaveLength(2);
  const { items } = await queueOf(cloud, staff);
  expect(items.map(({ words, pictures }) => [words.why, pictures.map(({ why }) => why)])).toEqual([
    ['words', []],
    [null, ['local']],
  ]);
});

test('the longest waiting first, page by page; what was decided the newest first', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1)
    ids.push((await owner.written({ personId: rider.id, texts: saying(`傻逼${index}`) })).id);
  const first = await queueOf(cloud, staff, { limit: '2' });
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.waiting).toBe(3);
  const second = await queueOf(cloud, staff, { limit: '2', cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({ items: [{ id: ids[2] }], nextCursor: null });
  for (const id of ids) {
    cloud.clock.advance({ minutes: 1 });
    await decide(cloud, staff, id, 'pass');
  }
  const decided = await queueOf(cloud, staff, { view: 'decided', limit: '2' });
  expect(decided.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const rest = await queueOf(cloud, staff, { view: 'decided', cursor: decided.nextCursor ?? '' });
  expect(rest).toMatchObject({ items: [{ id: ids[0], state: 'passed' }], waiting: 0 });
});

test('looks and decisions are written down, without what was written', async () => {
  const { id } = await owner.written({ personId: rider.id, texts: saying('傻逼') });
  await queueOf(cloud, staff);
  await decide(cloud, staff, id, 'pass');
  const entries = statement<{ action: string; details: string }>(
    'test_screening_entries',
    'select action, details from audit_entries order by number desc limit 2',
  );
  expect(await cloud.database.rows(entries)).toEqual([
    { action: 'screening_decided', details: '{"decision":"pass","subject":"report"}' },
    { action: 'screenings_listed', details: '{"view":"waiting","shown":1}' },
  ]);
});

test('after thirty days the words and the people are gone, not what waits', async () => {
  const decided = await owner.written({ personId: rider.id, texts: saying('傻逼') });
  const waiting = await owner.written({ personId: rider.id, texts: saying('去死吧你') });
  await decide(cloud, staff, decided.id, 'reject', '不要骂人');
  const kept = statement<object>(
    'test_kept',
    `select s.person_id is null and s.decided_by is null and s.reason is null as "isNobodys",
       p.texts = '[]' and p.hits = '[]' as "isEmpty"
     from screenings s join screening_parts p on p.screening_id = s.id where s.id = $1`,
  );
  const states = async () => [
    await cloud.database.row(kept, [decided.id]),
    await cloud.database.row(kept, [waiting.id]),
  ];
  const [full, gone] = [
    { isNobodys: false, isEmpty: false },
    { isNobodys: true, isEmpty: true },
  ];
  cloud.clock.advance({ days: 29 });
  await cloud.jobs.drain();
  expect(await states()).toEqual([full, full]);
  cloud.clock.advance({ days: 2 });
  await cloud.jobs.drain();
  expect(await states()).toEqual([gone, full]);
});

test('one who leaves the community takes their name along; what waits is looked at all the same', async () => {
  const leaver = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  const { id } = await owner.written({ personId: leaver.id, texts: saying('傻逼') });
  const url = `/api/communities/${outang.id}/membership`;
  expect((await cloud.app.inject({ method: 'DELETE', url, headers: leaver.headers })).statusCode).toBe(204);
  const named = statement<object>('test_named', 'select 1 from screenings where person_id = $1');
  expect(await cloud.database.row(named, [leaver.id])).toBeUndefined();
  expect(
    (await queueOf(cloud, await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]))).items,
  ).toMatchObject([{ id }]);
});
