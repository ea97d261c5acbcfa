import { statement } from '../../src/cloud/platform/database';
import { Value } from 'typebox/value';
import type { DayList, Mark } from '../../src/contract/attendance-days';
import { markAttendancesSchemas } from '../../src/contract/attendance-days.schema';
import type { AnswerOf, ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { codeOf, keepClosings, makeDay, scan, shownCode, type MadeDay } from '../support/made-day';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
let leader: MadePerson;
let riders: MadePerson[];
let day: MadeDay;

type Marked = AnswerOf<typeof markAttendancesSchemas> & ProblemBody;

const member = (roles: ('rider' | 'staff' | 'organiser')[] = ['rider']) =>
  makePerson(cloud, [{ communityId: outang.id, roles }]);
const at = (time: string) => `2026-11-23T${time}:00+08:00`;
const idOf = (index: number) => riders[index]?.id ?? '';
const mark = (index: number, kind: 'in' | 'out', time: string, mode: Mark['mode'] = 'tick'): Mark => ({
  personId: idOf(index),
  kind,
  mode,
  at: at(time),
});
const send = async (marks: Mark[], who = leader, key?: string) =>
  (await post(cloud, `${day.path}/attendances`, who.headers, { marks }, key)).json<Marked>();
const close = async (who = leader) =>
  (await post(cloud, `${day.path}/day/close`, who.headers, {})).json<DayList & ProblemBody>();
const list = async () => (await get(cloud, `${day.path}/attendances`, leader.headers)).json<DayList>();
const timesOf = ({ rows }: DayList) =>
  rows.map(({ came, left, minutes }) => [came?.at.slice(11, 16), left?.at.slice(11, 16), minutes]);
const told = async (who: MadePerson) =>
  (await get(cloud, '/api/notices', who.headers)).json<{ items: Notice[] }>().items.map(({ title }) => title);

const published = statement<{ payload: Record<string, unknown> }>(
  'test_closed',
  'select payload from told_closings order by id',
);
const closings = async () =>
  (await cloud.database.rows(published)).map(({ payload }) => [
    riders.findIndex(({ id }) => id === payload['personId']),
    payload['minutes'],
    payload['minutesBefore'],
  ]);

beforeAll(async () => {
  cloud = await startTestCloud();
  await keepClosings(cloud);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script('delete from told_closings');
  leader = await member();
  riders = await Promise.all([member(), member(), member()]);
  day = await makeDay(cloud, { leaderId: leader.id, people: riders.map(({ id }) => id) });
});

test('ticks one or all; who was said to come earlier stays, and it is told where the times differ', async () => {
  const code = await codeOf(cloud, day, leader.headers);
  await scan(cloud, riders[0]?.headers ?? {}, shownCode(code, 'in', cloud.clock.now()));
  cloud.clock.set(at('09:40'));
  const marked = await send([mark(0, 'in', '09:30'), mark(1, 'in', '09:30'), mark(2, 'in', '09:30')]);
  expect(Value.Check(markAttendancesSchemas.answer, marked)).toBe(true);
  expect(marked.list.counts).toEqual({ expected: 3, came: 3, left: 0 });
  expect(marked.list.rows.map(({ came }) => came?.way)).toEqual(['code', 'leader', 'leader']);
  expect(marked.list.rows[1]?.came).toMatchObject({ at: at('09:30'), isLate: true });
  expect(marked.conflicts).toMatchObject([
    { personId: idOf(0), kind: 'in', reason: 'kept', kept: { at: at('09:00'), way: 'code' } },
  ]);
  expect((await send([mark(1, 'in', '09:35')])).conflicts).toEqual([]);
});

test('what a leader’s phone sends twice is done once', async () => {
  const marks = [mark(0, 'in', '09:00')];
  const key = 'a-leaders-phone-sends-again';
  const [first, again] = [await send(marks, leader, key), await send(marks, leader, key)];
  expect(again).toEqual(first);
  expect(first.list.rows[0]?.version).toBe(1);
});

test('a stranger to the activity, and a way back in time, are not taken and named', async () => {
  const stranger = await member();
  const given = [
    { ...mark(0, 'in', '09:00'), personId: stranger.id },
    mark(1, 'in', '09:00'),
    mark(1, 'out', '08:50'),
  ];
  expect((await send(given)).conflicts).toMatchObject([
    { personId: stranger.id, reason: 'unknown_person' },
    { personId: idOf(1), kind: 'out', reason: 'backwards' },
  ]);
  const wrongDay = await send([{ ...mark(0, 'in', '09:00'), at: '2026-11-21T09:00:00+08:00' }]);
  expect(wrongDay).toMatchObject({ code: 'invalid_input', fields: { 'marks.0.at': '请填活动当天的时间' } });
});

test('hours of a group are set for all, count as they are set, and nothing but such a word changes them', async () => {
  cloud.clock.set(at('12:00'));
  await send(
    riders.flatMap((_, index) => [mark(index, 'in', '09:00', 'set'), mark(index, 'out', '12:00', 'set')]),
  );
  await send([mark(0, 'in', '08:40')]);
  expect(timesOf(await list())).toEqual([
    ['09:00', '12:00', 180],
    ['09:00', '12:00', 180],
    ['09:00', '12:00', 180],
  ]);
  const cleared = await send([mark(1, 'out', '12:00', 'clear')]);
  expect(timesOf(cleared.list)[1]).toEqual(['09:00', undefined, null]);
  expect(await told(riders[1] as MadePerson)).toEqual(['签到时间有更正']);
});

test('the end of the day is the planned one for who forgot to go, marked so; hours go out once', async () => {
  await send([mark(0, 'in', '09:00'), mark(1, 'in', '09:00'), mark(1, 'out', '09:00')]);
  expect(await close()).toMatchObject({ code: 'day_not_begun' });
  cloud.clock.set(at('11:40'));
  const closed = await close();
  expect(closed.closedAt).toBe(at('11:40'));
  expect(closed.rows[0]?.left).toEqual({ at: at('11:30'), way: 'planned_end', isLate: false });
  expect(await told(riders[0] as MadePerson)).toContain('您忘了签退');
  expect(await closings()).toEqual([
    [0, 120, null],
    [1, 0, null],
  ]);
  expect(await close()).toMatchObject({ closedAt: at('11:40') });
  expect(await closings()).toHaveLength(2);
});

test('what arrives late, or is mended, after the end is told as a change', async () => {
  const code = await codeOf(cloud, day, leader.headers);
  await send([mark(0, 'in', '09:00'), mark(1, 'in', '09:00')]);
  cloud.clock.set(at('11:40'));
  await close();
  cloud.clock.set(at('18:00'));
  const went = new Date(at('11:00'));
  await scan(cloud, riders[0]?.headers ?? {}, shownCode(code, 'out', went), went);
  await send([mark(1, 'in', '09:30', 'clear')]);
  await send([mark(2, 'in', '09:30', 'set'), mark(2, 'out', '10:30', 'set')]);
  expect(await closings()).toEqual([
    [0, 120, null],
    [1, 120, null],
    [0, 90, 120],
    [1, 0, 120],
    [2, 60, null],
  ]);
});

test('a leader mends for a week, staff for longer; an auditor only looks', async () => {
  const staff = await member(['staff']);
  cloud.clock.set('2026-12-01T12:00:00+08:00');
  expect(await send([mark(0, 'in', '09:30', 'set')])).toMatchObject({ code: 'day_past_mending' });
  expect((await list()).can).toEqual({ mark: false, forgive: false });
  expect((await send([mark(0, 'in', '09:30', 'set')], staff)).list.rows[0]?.came?.way).toBe('staff');
  const auditor = await makePerson(cloud, [{ communityId: outang.id, roles: ['auditor'] }]);
  expect((await get(cloud, `${day.path}/attendances`, auditor.headers)).statusCode).toBe(200);
  expect(await send([mark(0, 'in', '09:30')], auditor)).toMatchObject({ code: 'forbidden' });
});

test('whoever goes away is nobody there any more; it stays that somebody was', async () => {
  await send([mark(0, 'in', '09:00')]);
  const leave = await cloud.app.inject({
    method: 'DELETE',
    url: `/api/communities/${outang.id}/membership`,
    headers: riders[0]?.headers ?? {},
  });
  expect(leave.statusCode).toBeLessThan(300);
  const left = statement<{ personId: string | null }>(
    'test_attendance_people',
    'select person_id as "personId" from attendances where activity_id = $1',
  );
  expect(await cloud.database.rows(left, [day.id])).toEqual([{ personId: null }]);
});
