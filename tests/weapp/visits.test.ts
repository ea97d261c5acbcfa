import { bookTexts, detailTexts } from '../../src/client/consultations/rider/texts';
import { sheetTexts } from '../../src/client/visits/rider/texts';
import type { ManagedActivity } from '../../src/contract/activity-desk';
import { Asking } from '../support/asking';
import { elderFacts } from '../support/elder-facts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import { demoSession, keptBy, putAway, takePhone, walkOn } from './rider-phone';

process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const hourMs = 3_600_000;

/** A visit to 王奶奶 so many hours from now, that the rider goes to. */
async function visitIn(hours: number): Promise<string> {
  const staff = await Asking.as(cloud.url, 'staff');
  const rider = await Asking.as(cloud.url, 'rider');
  const { id: riderId } = await rider.ask<{ id: string }>('/api/me');
  const desk = `/api/communities/${outang.id}`;
  const at = (after: number) => new Date(Date.now() + (hours + after) * hourMs).toISOString();
  const { id, version } = await staff.ask<ManagedActivity>(`${desk}/activities`, {
    ...{ kind: 'elder_visit', title: '陪老人说说话', description: '带上水杯', audience: 'everyone' },
    ...{ stationId: null, placeText: '藕塘新村', position: null, startsAt: at(0), endsAt: at(1) },
    ...{ signUpFrom: null, signUpUntil: null, capacity: null, minimum: null, hoursPlanned: 1 },
    ...{ questions: [], isRisky: false, riskNotice: null, insuranceText: null },
    ...{ leaderId: null, departmentId: null, mediaIds: [] },
  });
  await staff.ask(`${desk}/activities/${id}/publication`, { version });
  await rider.ask(`/api/activities/${id}/sign-ups`, {});
  await staff.ask(`${desk}/activities/${id}/elders`, { ...elderFacts, volunteerIds: [riderId] });
  return id;
}

test('a rider takes an appointment with an officer and gives it back', async () => {
  mp = takePhone(cloud, { openid: 'rider', storage: keptBy(await demoSession(cloud, 'rider')) });
  await recordJourney({ name: 'an appointment to consult', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('days and times', async () => {
      mp.runtime.launch('consultations/rider/book');
      await mp.seeText(bookTexts.choose);
      await mp.until(() => mp.all('.book__slot').length > 0);
    });
    await step('chosen, with a word', async () => {
      mp.tap('.book__slot');
      await mp.seeText(bookTexts.note);
      mp.input('.field__long', '上个月的加班费没有发');
    });
    await step('taken', async () => {
      mp.tap('.action-button--primary');
      await mp.seeText(detailTexts.reminded);
      await mp.seeText('上个月的加班费没有发');
    });
    await step('given back', async () => {
      await mp.press(detailTexts.cancel);
      await mp.seeText(detailTexts.cancelTitle);
      mp.tap('.bottom-sheet .action-button');
      await mp.seeText(detailTexts.byYou);
    });
  });
}, 120_000);

test('whom a volunteer visits is shown on the day, and long before it is not', async () => {
  const [later, soon] = [await visitIn(24 * 20), await visitIn(5)];
  mp = takePhone(cloud, { openid: 'rider', storage: keptBy(await demoSession(cloud, 'rider')) });
  await recordJourney({ name: 'whom a volunteer visits', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('long before', async () => {
      mp.runtime.launch(`visits/rider/sheet?activityId=${later}`);
      await mp.seeText('王＊＊');
    });
    await step('on the day', async () => {
      await mp.call('navigateTo', { url: `/visits/rider/sheet?activityId=${soon}` });
      await mp.seeText(sheetTexts.private);
      await mp.seeText(elderFacts.called);
      await mp.seeText(elderFacts.address);
    });
  });
}, 120_000);
