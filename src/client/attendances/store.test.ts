import type { DayList } from '../../contract/attendance-days';
import { attendanceProblems } from '../../contract/attendances';
import { problems } from '../../contract/http';
import { serveTestCloud, until, type Phone, type ServedCloud } from '../../../tests/support/phone';
import { makeDay, type MadeDay } from '../../../tests/support/made-day';
import { dayCode } from './day-code';
import { openAttendances, type AttendancesStore } from './store';
import { attendanceQueueKey } from './queue-keys';

let served: ServedCloud;
let day: MadeDay;
let leader: Phone;
let rider: Phone;

const minuteMs = 60_000;
const storeOf = ({ root }: Phone): AttendancesStore => root.attendances.opened(openAttendances);
const idOf = ({ root }: Phone) => root.sessions.me?.id ?? '';
const ids = () => ({ communityId: day.communityId, activityId: day.id });
const tick = (kind: 'in' | 'out', phone: Phone = leader) => ({
  personId: idOf(rider),
  kind,
  mode: 'tick' as const,
  at: new Date(phone.clock.now()).toISOString(),
});

/** What the leader's phone shows, also without a network. */
function shown(kind: 'in' | 'out', phone: Phone = leader): string {
  const kept = storeOf(phone).codeOf(day.id);
  if (!kept) throw new Error('This phone has no code of the day');
  return dayCode(kept, kind, phone.clock.now() + kept.aheadMs).text;
}

async function listed(): Promise<DayList> {
  const headers = await served.cloud.signIn('staff');
  return (await served.cloud.app.inject({ url: `${day.path}/attendances`, headers })).json<DayList>();
}

beforeAll(async () => {
  served = await serveTestCloud();
});
afterAll(() => served.close());
beforeEach(async () => {
  // A day on, so that nobody's days are mixed.
  served.cloud.clock.advance({ days: 3 });
  leader = await served.signedIn('activity-leader');
  rider = await served.signedIn();
  day = await makeDay(served.cloud, { leaderId: idOf(leader), people: [idOf(rider)] });
});

test('comes and goes by what the leader’s phone shows; digits do as well', async () => {
  await storeOf(leader).loadDays();
  const { root } = rider;
  expect(await storeOf(rider).scan(shown('in'))).toBe(true);
  expect(storeOf(rider).last).toMatchObject({ recorded: { kind: 'in', isRepeat: false } });
  served.pass(rider, 45 * minuteMs);
  const kept = storeOf(leader).codeOf(day.id);
  const digits = kept && dayCode(kept, 'out', rider.clock.now()).digits;
  expect(await storeOf(rider).type(day.id, '整理书屋', digits ?? '')).toBe(true);
  expect(storeOf(rider).last).toMatchObject({ recorded: { kind: 'out', attendance: { minutes: 15 } } });
  expect(root.attendances.queued).toBe(0);
});

test('leader and rider both without a network: one attendance, once both are back', async () => {
  await storeOf(leader).loadDays();
  leader.device.goOffline();
  rider.device.goOffline();
  storeOf(leader).mark(ids(), [tick('in')], '陈师傅 签到');
  served.pass(leader, minuteMs);
  rider.clock.advance(minuteMs);
  expect(await storeOf(rider).scan(shown('in'))).toBe(true);
  expect(storeOf(rider).last).toMatchObject({ queued: { state: 'waiting' } });
  expect(leader.root.attendances.queued).toBe(1);
  served.cloud.clock.advance({ hours: 3 });
  rider.device.goOnline();
  await until(() => storeOf(rider).queue.length === 0);
  leader.device.goOnline();
  await until(() => storeOf(leader).queue.length === 0);
  const { rows, counts } = await listed();
  expect(counts).toEqual({ expected: 1, came: 1, left: 0 });
  // The leader said so a minute earlier, though it arrived last.
  expect(rows[0]?.came).toMatchObject({ way: 'leader', isLate: true });
});

test('what waits survives the app being closed, and is its person’s', async () => {
  await storeOf(leader).loadDays();
  leader.device.goOffline();
  storeOf(leader).mark(ids(), [tick('in')], '陈师傅 签到');
  storeOf(leader).tally(ids(), 4, '没用手机的人 +4');
  const { storage } = leader.device;
  expect(storage.get(attendanceQueueKey)).toHaveLength(2);
  const again = served.openApp({ storage });
  await until(() => again.root.attendances.queued === 0);
  expect(await listed()).toMatchObject({ walkIns: 4, counts: { came: 1 } });
});

test('the keys leave the phone with whoever led', async () => {
  await storeOf(leader).loadDays();
  expect(storeOf(leader).codeOf(day.id)).not.toBeNull();
  const { storage } = leader.device;
  await leader.root.sessions.signOut();
  expect(storage.keys().filter((key) => key.startsWith('day-code.'))).toEqual([]);
});

test('a scan before signing in is sent right after it, for when it was', async () => {
  await storeOf(leader).loadDays();
  const visitor = served.openApp();
  const text = shown('in');
  expect(await storeOf(visitor).scan(text)).toBe(false);
  expect(storeOf(visitor).failure).toMatchObject({ code: problems.unauthenticated.code });
  await visitor.root.sessions.signInAsDemo('rider');
  await until(() => storeOf(visitor).last !== null);
  expect(storeOf(visitor).last).toMatchObject({ recorded: { kind: 'in' } });
});

test('what is refused while one looks on is told and not kept; something else is told without asking', async () => {
  await storeOf(leader).loadDays();
  const other = await served.signedIn('rider-2');
  expect(await storeOf(other).scan(shown('in'))).toBe(false);
  expect(storeOf(other).failure).toMatchObject({ code: attendanceProblems.not_signed_up.code });
  expect(storeOf(other).queue).toEqual([]);
  expect(await storeOf(other).scan('https://example.com')).toBe(false);
  expect(storeOf(other).failure).toMatchObject({ code: attendanceProblems.day_code_unknown.code });
});
