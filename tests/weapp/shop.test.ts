import { counterTexts, doneTexts, passSheetTexts } from '../../src/client/redemptions/shop/texts';
import { mineTexts } from '../../src/client/merchants/shop/texts';
import { passTexts } from '../../src/client/redemptions/rider/texts';
import { passCode } from '../../src/client/redemptions/rider/pass-code';
import { meTexts } from '../../src/client/settings/texts';
import type { Pass } from '../../src/contract/redemptions';
import { Asking } from '../support/asking';
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

const holdsPath = `/api/merchants/${outang.noodles.id}/holds`;

test('invited by a link, a clerk confirms who waits, and scans a pass', async () => {
  const asked: string[] = [];
  mp = takePhone(cloud, { openid: 'new-clerk', onRequest: ({ pathname }) => void asked.push(pathname) });
  const owner = await Asking.as(cloud.url, 'merchant-clerk');
  const rider = await Asking.as(cloud.url, 'rider');
  const invitation = await owner.ask<{ code: string }>(`/api/merchants/${outang.noodles.id}/invitations`, {});
  await recordJourney({ name: 'counter of a shop', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in with WeChat', async () => {
      mp.runtime.launch('sessions/rider/sign-in');
      await signInWithWechat(mp);
      await mp.seeText(meTexts.signOut);
    });
    await step('invited', async () => {
      await mp.call('navigateTo', { url: `/merchants/shop/mine?invitation=${invitation.code}` });
      await mp.seeText(mineTexts.invited);
    });
    await step('a clerk', async () => {
      await mp.press(mineTexts.accept);
      await mp.seeText('荷风面馆');
    });
    await step('the counter, nobody waits', async () => {
      await mp.press(mineTexts.counter);
      await mp.seeText(counterTexts.empty);
    });
    const grant = await rider.holdNoodles();
    await mp.seeText('满 15 减 3 元');
    await mp.press(counterTexts.confirm);
    await mp.seeText(doneTexts.compare);
    const number = await rider.numberOf(grant);
    await mp.seeText(`${number.slice(0, 3)} ${number.slice(3)}`);
    const another = await Asking.as(cloud.url, 'rider-3');
    const pass = await another.ask<Pass>('/api/passes', {});
    mp.phone.willScan(passCode(pass, Date.now()).text);
    await mp.press(counterTexts.scan);
    await mp.seeText(passSheetTexts.title('骑手'));
    await mp.press('满 15 减 3 元');
    await mp.press(passSheetTexts.redeem);
    await mp.until(() => mp.all('.earlier-row').length === 1);
    mp.runtime.background();
    await mp.settled();
    const count = asked.filter((path) => path === holdsPath).length;
    expect(count).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(asked.filter((path) => path === holdsPath)).toHaveLength(count);
  });
}, 60_000);

test('a pass is shown on the phone, and again without a network', async () => {
  mp = takePhone(cloud, { openid: 'rider-with-a-pass' });
  mp.runtime.launch('sessions/rider/sign-in');
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  await mp.call('navigateTo', { url: '/redemptions/rider/pass' });
  await mp.seeText(passTexts.lead);
  mp.phone.goOffline();
  await mp.seeText(passTexts.offline);
  await mp.call('navigateBack');
});
