import type { DayList } from '../../src/contract/attendance-days';
import type { MyDay } from '../../src/contract/attendances';
import type { Session } from '../../src/contract/sessions';
import { dayCode } from '../../src/client/attendances/day-code';
import type { KeptDayCode } from '../../src/client/attendances/kept-codes';
import { listTexts, todayTexts } from '../../src/client/attendances/leader/texts';
import { checkTexts } from '../../src/client/attendances/rider/texts';
import { attendanceTexts } from '../../src/client/attendances/texts';
import { uiTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import type { MiniProgram } from './harness/mini-program';
import type { Kept } from './harness/wx-storage';
import { demoSession, keptBy, putAway, takePhone, walkOn } from './rider-phone';

process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const activity = '整理爱心书屋';

const read = async <Answer>(path: string, { token }: Session): Promise<Answer> =>
  (await (await fetch(cloud.url + path, { headers: { authorization: `Bearer ${token}` } })).json()) as Answer;

const hasCode = (storage: Kept) => Object.keys(storage).some((key) => key.startsWith('day-code.'));

/** What the leader's phone makes its codes of, as it keeps it. */
function codeKeptIn(storage: Kept): KeptDayCode {
  const [, text = 'null'] = Object.entries(storage).find(([key]) => key.startsWith('day-code.')) ?? [];
  const once: unknown = JSON.parse(text);
  return (typeof once === 'string' ? JSON.parse(once) : once) as KeptDayCode;
}

async function listOf(session: Session): Promise<DayList> {
  const { items } = await read<{ items: MyDay[] }>('/api/attendances/days', session);
  const day = items.find(({ isLeader }) => isLeader)?.activity;
  const path = `/api/communities/${day?.communityId ?? ''}/activities/${day?.id ?? ''}/attendances`;
  return read(path, session);
}

test('leader ticks and rider scans, both without a network: one attendance once both are back', async () => {
  const [leader, rider] = [await demoSession(cloud, 'activity-leader'), await demoSession(cloud, 'rider')];
  let leaderKept = keptBy(leader);
  mp = takePhone(cloud, { openid: 'leader', storage: leaderKept });
  await recordJourney({ name: 'the day without a network', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('the leader’s phone gets ready and loses its network', async () => {
      mp.runtime.launch('attendances/leader/today');
      await mp.seeText(activity);
      await mp.until(() => hasCode(mp.runtime.exportStorage()));
      await mp.press(todayTexts.list);
      await mp.seeText(listTexts.counts(0, 3, 0));
      mp.phone.goOffline();
      await mp.seeText(uiTexts.offline);
    });
    await step('the leader ticks, and it is shown and waits', async () => {
      mp.tap('.day-row__tick');
      await mp.seeText(listTexts.counts(1, 3, 0));
      await mp.seeText(attendanceTexts.queue.title);
    });
    await step('a rider scans that phone, without a network too', async () => {
      leaderKept = mp.runtime.exportStorage();
      mp.close();
      mp = takePhone(cloud, { openid: 'rider', storage: keptBy(rider) });
      mp.runtime.launch('attendances/rider/check');
      await mp.seeText(checkTexts.mine);
      mp.phone.goOffline();
      await mp.seeText(uiTexts.offline);
      const kept = codeKeptIn(leaderKept);
      mp.phone.willScan(dayCode(kept, 'in', Date.now() + kept.aheadMs).text);
      await mp.press(checkTexts.scan);
      await mp.seeText(checkTexts.queued);
    });
    await step('the rider is back: sent by itself', async () => {
      mp.phone.goOnline();
      await mp.seeText(checkTexts.came);
    });
    await step('the leader is back, after the app was closed', async () => {
      mp.close();
      mp = takePhone(cloud, { openid: 'leader', storage: leaderKept });
      mp.runtime.launch('attendances/leader/today');
      await mp.seeText(activity);
      await mp.press(todayTexts.list);
      await mp.seeText(listTexts.counts(1, 3, 0));
      await mp.until(() => mp.all('.queue-card').length === 0);
    });
  });
  const { counts, rows } = await listOf(leader);
  expect(counts).toEqual({ expected: 3, came: 1, left: 0 });
  // The leader's word was the earlier one, though it came in last.
  expect(rows.filter(({ came }) => came).map(({ came }) => came?.way)).toEqual(['leader']);
}, 120_000);
