import { Value } from 'typebox/value';
import type { ProblemBody } from '../../src/contract/http';
import { visitLimits, type Elder, type ElderList, type VisitSheet } from '../../src/contract/visits';
import { getElderSchemas, getVisitSheetSchemas, listEldersSchemas } from '../../src/contract/visits.schema';
import { statement } from '../../src/cloud/platform/database';
import { visitsPersonalData } from '../../src/cloud/visits/service';
import { ActivityDesk } from '../support/activity-desk';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makeActivity } from '../support/made-activity';
import { elderFacts } from '../support/elder-facts';
import type { MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
let desk: ActivityDesk;
let leader: MadePerson;
let volunteer: MadePerson;
let other: MadePerson;
let activityId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = await ActivityDesk.open(cloud);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  [leader, volunteer, other] = [await desk.rider(), await desk.rider('小李'), await desk.rider('小王')];
  // Wednesday 09:00 to 11:00
  const made = { kind: 'elder_visit', leaderId: leader.id, startsInHours: 48 } as const;
  activityId = await makeActivity(cloud, made);
  for (const one of [volunteer, other]) await desk.signUp(activityId, one);
});
afterAll(() => cloud.close());

type Or<Answer> = Answer & ProblemBody;
const url = () => `/api/communities/${outang.id}/activities/${activityId}/elders`;
const enter = async (facts: object = {}) =>
  (
    await post(cloud, url(), desk.staff.headers, { ...elderFacts, volunteerIds: [volunteer.id], ...facts })
  ).json<Or<ElderList>>();
const sheetOf = async ({ headers }: MadePerson) =>
  (await get(cloud, `/api/activities/${activityId}/visit-sheet`, headers)).json<Or<VisitSheet>>();
const actions = statement<{ action: string; details: string }>(
  'test_visit_audit',
  `select action, details from audit_entries where community_id = $1 and action like 'elder%'
   order by number desc limit 1`,
);
const lastAction = async () => (await cloud.database.row(actions, [outang.id]))?.action;
const kept = statement<{ sealed: Buffer }>(
  'test_visit_kept',
  'select sealed from elder_visits where activity_id = $1',
);
const evening = '2026-11-24T18:00:00+08:00';

test('staff enter them; lists have masked names, the database neither name nor address', async () => {
  const list = await enter();
  expect(Value.Check(listEldersSchemas.answer, list)).toBe(true);
  expect(list.items).toMatchObject([{ maskedName: '王＊＊', volunteers: [{ nickname: '小李' }] }]);
  expect(JSON.stringify(list)).not.toContain('秀英');
  expect(await lastAction()).toBe('elders_changed');
  const [row] = await cloud.database.rows(kept, [activityId]);
  for (const word of ['王秀英', '藕塘新村', '055112345678'])
    expect(row?.sealed.includes(Buffer.from(word))).toBe(false);
  const { headers } = desk.staff;
  const elder = (await get(cloud, `${url()}/${list.items[0]?.id}`, headers)).json<Elder>();
  expect(Value.Check(getElderSchemas.answer, elder)).toBe(true);
  expect(elder).toMatchObject({ name: '王秀英', note: '儿子在外地' });
  expect(await lastAction()).toBe('elders_viewed');
});

test('a volunteer reads what they need from the evening before until the end, and it is written down', async () => {
  await enter();
  cloud.clock.set('2026-11-24T17:59:00+08:00');
  const early = await sheetOf(volunteer);
  expect(Value.Check(getVisitSheetSchemas.answer, early)).toBe(true);
  expect(early).toMatchObject({ isOpen: false, opensAt: evening });
  expect(early.elders).toMatchObject([{ name: '王＊＊', address: null, needs: null, isMine: true }]);
  expect(await lastAction()).toBe('elders_changed');
  cloud.clock.set(evening);
  const [open] = (await sheetOf(volunteer)).elders;
  expect(open).toMatchObject({
    name: '王奶奶',
    address: elderFacts.address,
    needs: elderFacts.needs,
    phone: null,
  });
  expect(JSON.stringify(open)).not.toMatch(/秀英|儿子/);
  expect(await lastAction()).toBe('elder_visit_viewed');
  cloud.clock.set('2026-11-25T11:00:00+08:00');
  expect((await sheetOf(volunteer)).elders).toMatchObject([{ name: '王＊＊', address: null }]);
});

test('who goes to somebody else sees a mask, the leader sees all, strangers nothing; a ticked number is shown', async () => {
  await enter({ showsPhone: true });
  cloud.clock.set(evening);
  expect((await sheetOf(other)).elders).toMatchObject([{ name: '王＊＊', isShown: false, address: null }]);
  expect((await sheetOf(leader)).elders).toMatchObject([{ name: '王奶奶', phone: elderFacts.phone }]);
  expect(await sheetOf(await desk.rider())).toMatchObject({ code: 'not_found' });
  expect(await sheetOf(desk.staff)).toMatchObject({ code: 'not_found' });
});

test('only who is going can be sent; only such an activity has them; a change too late is refused', async () => {
  const stranger = await desk.rider();
  expect(await enter({ volunteerIds: [stranger.id] })).toMatchObject({ code: 'invalid_input' });
  const list = await enter();
  const [row] = list.items;
  const change = async (version: number) => {
    const { headers } = desk.staff;
    const payload = { ...elderFacts, called: '王阿姨', volunteerIds: [], version };
    const answer = await cloud.app.inject({ method: 'PUT', url: `${url()}/${row?.id}`, headers, payload });
    return answer.json<Or<ElderList>>();
  };
  expect((await change(1)).items).toMatchObject([{ volunteers: [], version: 2 }]);
  expect(await change(1)).toMatchObject({ code: 'conflict' });
  activityId = await makeActivity(cloud, { kind: 'film' });
  expect(await enter({ volunteerIds: [] })).toMatchObject({ code: 'no_elder_visit' });
});

test('thirty days after nothing is kept of them', async () => {
  await enter();
  cloud.clock.advance({ days: visitLimits.keptDays + 2, hours: 1 });
  await cloud.jobs.drain();
  expect(await cloud.database.rows(kept, [activityId])).toHaveLength(1);
  cloud.clock.advance({ hours: 3 });
  await cloud.jobs.drain();
  expect(await cloud.database.rows(kept, [activityId])).toEqual([]);
});

test('who goes is sent nowhere any more; two who are one go together', async () => {
  await enter();
  expect(await visitsPersonalData.collect(cloud.database, volunteer.id)).toMatchObject([
    { 活动: '露天电影' },
  ]);
  await cloud.database.transaction((tx) => visitsPersonalData.merge(tx, volunteer.id, other.id));
  cloud.clock.set(evening);
  expect((await sheetOf(other)).elders).toMatchObject([{ name: '王奶奶', isMine: true }]);
  await cloud.database.transaction((tx) => visitsPersonalData.forget(tx, other.id));
  expect((await sheetOf(other)).elders).toMatchObject([{ name: '王＊＊', isMine: false }]);
});
