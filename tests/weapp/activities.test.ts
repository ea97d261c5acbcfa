import { detailTexts, listTexts, signUpTexts } from '../../src/client/activities/rider/texts';
import { membershipTexts } from '../../src/client/members/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { calendarTexts } from '../../src/client/ui/calendar-texts';
import type { createActivity, ManagedActivity } from '../../src/contract/activity-desk';
import type { InputOf } from '../../src/contract/http';
import type { Session } from '../../src/contract/sessions';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import { putAway, signInWithWechat, takePhone, walkOn } from './rider-phone';

// The phone is in Hefei.
process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const title = '荷风路边种香樟';
const startsAt = new Date(Date.now() + 9 * 86_400_000);
startsAt.setMilliseconds(0);
const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);

const facts: Omit<InputOf<NonNullable<(typeof createActivity)['schemas']>>, 'communityId'> = {
  ...{ kind: 'tree_planting', title, description: '社区备了树苗和锹。', audience: 'everyone' },
  ...{ stationId: null, placeText: '荷风路东口', position: null, signUpFrom: null, signUpUntil: null },
  ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), capacity: 10, minimum: null },
  ...{ isRisky: true, riskNotice: '听带队安排，小心锹头。', insuranceText: '已买意外险。' },
  ...{ leaderId: null, departmentId: null, hoursPlanned: 2, mediaIds: [] },
  questions: [
    { id: 'q1', kind: 'multiple', label: '带什么', isRequired: true, options: ['锹', '水桶', '空手来'] },
  ],
};

/** As staff do at their desk. */
async function publish(): Promise<void> {
  const send = async <Answer>(path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const { token } = await send<Session>('/api/sessions/demo', { account: 'staff' });
  const authorization = { authorization: `Bearer ${token}` };
  const activities = `/api/communities/${outang.id}/activities`;
  const made = await send<ManagedActivity>(activities, facts, {
    ...authorization,
    'idempotency-key': 'activity-of-the-journey',
  });
  await send(`${activities}/${made.id}/publication`, { version: made.version }, authorization);
}

test('a rider finds one, answers, agrees to the risks, has it in the calendar, and takes it back', async () => {
  await publish();
  mp = takePhone(cloud, { openid: 'rider-who-plants' });
  const entries: Record<string, unknown>[] = [];
  mp.stub('addPhoneCalendar', (entry) => {
    entries.push(entry);
    return {};
  });
  await recordJourney({ name: 'take part in an activity', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in and join', async () => {
      mp.runtime.launch('sessions/rider/sign-in');
      await signInWithWechat(mp);
      await mp.press(meTexts.membership);
      await mp.press(membershipTexts.joinOne);
      await mp.seeText(membershipTexts.roles('骑手'));
    });
    await step('what is on', async () => {
      await mp.call('navigateTo', { url: '/activities/rider/list' });
      await mp.seeText(listTexts.mine);
      await mp.seeText(title);
    });
    await step('one of them', async () => {
      await mp.press(title);
      await mp.seeText(detailTexts.signUp);
    });
    await step('the questions', async () => {
      await mp.press(detailTexts.signUp);
      await mp.seeText(signUpTexts.agree);
    });
    await step('nothing without the risks', async () => {
      await mp.press('锹');
      await mp.press(signUpTexts.submit);
      await mp.seeText(signUpTexts.mustAgree);
    });
    await step('signed up', async () => {
      await mp.press(signUpTexts.agree);
      await mp.press(signUpTexts.submit);
      await mp.seeText(detailTexts.going);
    });
    await step('in the calendar', async () => {
      await mp.press(calendarTexts.add);
      await mp.seeText(calendarTexts.answers.added.title);
    });
    expect(entries).toEqual([
      expect.objectContaining({
        title,
        startTime: startsAt.getTime() / 1000,
        endTime: String(endsAt.getTime() / 1000),
        location: '荷风路东口',
        alarmOffset: 3600,
      }),
    ]);
    await step('taken back', async () => {
      await mp.press(detailTexts.cancel);
      await mp.seeText(detailTexts.cancelHint);
      mp.tap('.bottom-sheet .action-button');
      await mp.seeText(detailTexts.signUp);
    });
  });
});
