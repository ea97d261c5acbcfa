import { checkInTexts } from '../../src/client/check-ins/texts';
import { grantTexts, mineTexts } from '../../src/client/coupons/rider/texts';
import { stepTexts } from '../../src/client/coupons/step-text';
import { membershipTexts } from '../../src/client/members/rider/texts';
import { shopTexts } from '../../src/client/merchants/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { confirmTheOneWaiting } from '../support/journey-counter';
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

const eyeCheck = '免费眼科检查一次';
const landing = (code: string) =>
  `check-ins/rider/new?q=${encodeURIComponent(`https://nuanxin.test/q/${code}`)}&scancode_time=1790000000`;

test('a rider claims one, scans a shop’s code, is confirmed, and shows it', async () => {
  mp = takePhone(cloud, { openid: 'rider-with-coupons' });
  await recordJourney({ name: 'use a coupon', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in and join', async () => {
      mp.runtime.launch('sessions/rider/sign-in');
      await signInWithWechat(mp);
      await mp.press(meTexts.membership);
      await mp.press(membershipTexts.joinOne);
      await mp.seeText(membershipTexts.roles('骑手'));
    });
    await step('near me', async () => {
      await mp.call('switchTab', { url: '/coupons/rider/list' });
      await mp.seeText('合肥慧视眼科医院');
    });
    await step('one coupon', async () => {
      await mp.press(eyeCheck);
      await mp.seeText(stepTexts.claim);
    });
    await step('claim it', async () => {
      await mp.press(stepTexts.claim);
      await mp.seeText(grantTexts.howTo);
    });
    await step('a shop’s printed code, by WeChat’s own scanner', async () => {
      mp.runtime.launch(landing(outang.noodles.code));
      await mp.seeText(shopTexts.scanned);
    });
    expect(mp.runtime.page.path).toBe('merchants/rider/detail');
    await step('ask the shop', async () => {
      await mp.press(stepTexts.use);
      await mp.press(shopTexts.shareNo);
      await mp.seeText(grantTexts.waiting);
    });
    const { number, rider } = await confirmTheOneWaiting(cloud.url);
    expect(rider).toBe('骑手');
    await step('confirmed: live', async () => {
      await mp.seeText(grantTexts.live);
      await mp.seeText(number);
    });
    await step('mine', async () => {
      await mp.call('navigateTo', { url: '/coupons/rider/mine' });
      await mp.seeText(eyeCheck);
      await mp.press(mineTexts.used);
      await mp.seeText(mineTexts.usedAt('荷风面馆'));
    });
  });
});

test('a shop that trusts its printed code', async () => {
  mp = takePhone(cloud, { openid: 'rider-with-coupons' });
  mp.runtime.launch('sessions/rider/sign-in');
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  mp.phone.willScan(`https://nuanxin.test/q/${outang.canteen.code}`);
  await mp.call('navigateTo', { url: '/check-ins/rider/new' });
  await mp.press(checkInTexts.scan);
  await mp.until(() => mp.runtime.page.path === 'merchants/rider/detail');
  await mp.press(stepTexts.use);
  await mp.press(shopTexts.confirm);
  await mp.seeText(grantTexts.live);
});
