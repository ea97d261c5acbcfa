import { createHmac } from 'node:crypto';
import { Value } from 'typebox/value';
import type { DayCode, DayList } from '../../src/contract/attendance-days';
import { getActivityCodeSchemas, listAttendancesSchemas } from '../../src/contract/attendance-days.schema';
import type { MyDay } from '../../src/contract/attendances';
import { listMyDaysSchemas, recordAttendanceSchemas } from '../../src/contract/attendances.schema';
import type { AnswerOf, ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { codeOf, makeDay, scan, shownCode, type MadeDay } from '../support/made-day';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
let leader: MadePerson;
let rider: MadePerson;
let day: MadeDay;
let code: DayCode;

type Recorded = AnswerOf<typeof recordAttendanceSchemas> & ProblemBody;

const member = (roles: ('rider' | 'staff' | 'activity_leader')[] = ['rider'], nickname?: string) =>
  makePerson(cloud, [{ communityId: outang.id, roles }], nickname);
const list = async () => (await get(cloud, `${day.path}/attendances`, leader.headers)).json<DayList>();
const rowOf = async (personId: string) => (await list()).rows.find((row) => row.personId === personId);
const scanned = async (who: MadePerson, kind: 'in' | 'out', shown = cloud.clock.now(), phone?: Date) =>
  (await scan(cloud, who.headers, shownCode(code, kind, shown), phone)).json<Recorded>();

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  cloud.clock.set(monday9);
  leader = await member(['activity_leader']);
  rider = await member();
  day = await makeDay(cloud, { leaderId: leader.id, people: [rider.id] });
  code = await codeOf(cloud, day, leader.headers);
});

test('the leader’s phone is given what it makes the codes of; nobody else’s is, and not days ahead', async () => {
  expect(Value.Check(getActivityCodeSchemas.answer, code)).toBe(true);
  expect(code.keys.in).not.toBe(code.keys.out);
  expect(await codeOf(cloud, day, leader.headers)).toEqual(code);
  const other = await member();
  expect((await get(cloud, `${day.path}/code`, other.headers)).statusCode).toBe(403);
  const later = await makeDay(cloud, { leaderId: leader.id, startsIn: 49 * 60 });
  expect((await get(cloud, `${later.path}/code`, leader.headers)).json()).toMatchObject({
    code: 'code_not_yet',
  });
});

test('comes by the one code and goes by the other; what counts is the planned time', async () => {
  const came = await scanned(rider, 'in');
  expect(Value.Check(recordAttendanceSchemas.answer, came)).toBe(true);
  expect(came).toMatchObject({
    kind: 'in',
    isRepeat: false,
    activity: { title: '整理书屋', place: '党群服务中心' },
    attendance: {
      came: { at: '2026-11-23T09:00:00+08:00', way: 'code', isLate: false },
      left: null,
      isWalkIn: false,
      minutes: null,
    },
  });
  cloud.clock.advance({ minutes: 10 });
  expect(await scanned(rider, 'in')).toMatchObject({ isRepeat: true, attendance: came.attendance });
  cloud.clock.advance({ minutes: 110 });
  expect(await scanned(rider, 'out')).toMatchObject({
    kind: 'out',
    attendance: { left: { at: '2026-11-23T11:00:00+08:00' }, minutes: 90 },
  });
  const seen = await list();
  expect(Value.Check(listAttendancesSchemas.answer, seen)).toBe(true);
  expect(seen.counts).toEqual({ expected: 1, came: 1, left: 1 });
});

test('a code that is old, another’s, made up, or of the wrong time is refused by its name', async () => {
  const shown = shownCode(code, 'in', cloud.clock.now());
  const tampered = `${shown.slice(0, -1)}${shown.endsWith('A') ? 'B' : 'A'}`;
  expect((await scan(cloud, rider.headers, tampered)).json()).toMatchObject({ code: 'day_code_unknown' });
  const asOut = shown.replace(/^i/, 'o');
  expect((await scan(cloud, rider.headers, asOut)).json()).toMatchObject({ code: 'day_code_unknown' });
  cloud.clock.advance({ minutes: 11 });
  expect((await scan(cloud, rider.headers, shown)).json()).toMatchObject({ code: 'day_code_stale' });
  cloud.clock.set('2026-11-23T08:20:00+08:00');
  expect(await scanned(rider, 'in')).toMatchObject({ code: 'day_not_open' });
  cloud.clock.set('2026-11-23T13:31:00+08:00');
  expect(await scanned(rider, 'in')).toMatchObject({ code: 'day_over' });
  const off = await makeDay(cloud, { leaderId: leader.id, state: 'cancelled' });
  expect((await get(cloud, `${off.path}/code`, leader.headers)).json()).toMatchObject({
    code: 'activity_called_off',
  });
});

test('scanned without a network it counts for then and is marked late, until a day after the end', async () => {
  const at = new Date('2026-11-23T09:20:10+08:00');
  cloud.clock.set('2026-11-23T20:00:00+08:00');
  const came = await scanned(rider, 'in', at, new Date(at.getTime() + 90_000));
  expect(came.attendance.came).toEqual({ at: '2026-11-23T09:20:00+08:00', way: 'code', isLate: true });
  cloud.clock.set('2026-11-24T11:31:00+08:00');
  const other = await member();
  await makeDay(cloud, { leaderId: leader.id, people: [other.id] });
  expect(await scanned(other, 'in', at, at)).toMatchObject({ code: 'day_too_old' });
});

test('the first to come counts, in whatever order it arrives', async () => {
  cloud.clock.set('2026-11-23T09:40:00+08:00');
  await scanned(rider, 'in');
  const early = new Date('2026-11-23T09:28:30+08:00');
  expect(await scanned(rider, 'in', early, early)).toMatchObject({
    isRepeat: false,
    attendance: { came: { at: '2026-11-23T09:28:30+08:00', isLate: true } },
  });
});

test('six digits do for who has no camera, and are not to be guessed', async () => {
  const window = Math.floor(cloud.clock.now().getTime() / 30_000).toString(36);
  const whole = createHmac('sha256', Buffer.from(code.keys.in, 'base64url'))
    .update(`digits.${window}`)
    .digest();
  const digits = String(whole.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  const type = (typed: string) =>
    post(cloud, '/api/attendances', rider.headers, {
      activityId: day.id,
      digits: typed,
      phoneTime: cloud.clock.now().toISOString(),
    });
  const wrong = digits === '000000' ? '000001' : '000000';
  expect((await type(wrong)).json()).toMatchObject({ code: 'digits_wrong' });
  expect((await type(digits)).json()).toMatchObject({ kind: 'in', isRepeat: false });
  const tries = [];
  for (let index = 0; index < 19; index += 1) tries.push((await type(wrong)).json<ProblemBody>().code);
  expect(tries.filter((answer) => answer === 'rate_limited').length).toBeGreaterThan(0);
});

test('who has not signed up comes in only where the leader lets them', async () => {
  const walker = await makePerson(cloud);
  expect(await scanned(walker, 'in')).toMatchObject({ code: 'not_signed_up' });
  const allow = await cloud.app.inject({
    method: 'PATCH',
    url: `${day.path}/day`,
    headers: leader.headers,
    payload: { isWalkInAllowed: true },
  });
  expect(allow.json()).toMatchObject({ isWalkInAllowed: true });
  expect(await scanned(walker, 'in')).toMatchObject({ attendance: { isWalkIn: true } });
  expect(await rowOf(walker.id)).toMatchObject({ isWalkIn: true });
  const tally = async (people: number) =>
    (await post(cloud, `${day.path}/walk-ins`, leader.headers, { people })).json<DayList>().walkIns;
  expect([await tally(3), await tally(2), await tally(-9)]).toEqual([3, 5, 0]);
});

test('whoever leads it no more shows no code of it', async () => {
  const next = await member();
  const lead = statement<object>('test_lead', 'update activities set leader_id = $2 where id = $1');
  await cloud.database.run(lead, [day.id, next.id]);
  expect(await scanned(rider, 'in')).toMatchObject({ code: 'day_code_unknown' });
  code = await codeOf(cloud, day, next.headers);
  expect(await scanned(rider, 'in')).toMatchObject({ kind: 'in' });
});

test('one sees one’s own days, those to lead among them', async () => {
  const mine = async (who: MadePerson) =>
    (await get(cloud, '/api/attendances/days', who.headers)).json<{ items: MyDay[] }>();
  await scanned(rider, 'in');
  const own = await mine(rider);
  expect(Value.Check(listMyDaysSchemas.answer, own)).toBe(true);
  expect(own.items).toMatchObject([
    { activity: { id: day.id }, isLeader: false, isSignedUp: true, attendance: { came: { way: 'code' } } },
  ]);
  expect((await mine(leader)).items).toMatchObject([{ isLeader: true, isSignedUp: false, attendance: null }]);
  expect((await mine(await member())).items).toEqual([]);
});

test('the door of a leader’s code opens its page', async () => {
  const shown = shownCode(code, 'in', cloud.clock.now());
  const door = await get(cloud, `/q/${shown}`);
  expect(door.headers.location).toBe(`/#/attendances/rider/check?code=${encodeURIComponent(shown)}`);
});
