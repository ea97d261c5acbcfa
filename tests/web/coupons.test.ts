import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { couponTexts, grantTexts, mineTexts } from '../../src/client/coupons/rider/texts';
import { stepTexts } from '../../src/client/coupons/step-text';
import { homeTexts } from '../../src/client/home/texts';
import { shopTexts } from '../../src/client/merchants/rider/texts';
import { scanTexts } from '../../src/client/platform/texts';
import { confirmTheOneWaiting } from '../support/journey-counter';
import { outang } from '../support/outang';
import { qrVideo } from '../support/qr-video';
import { launchBrowser, wideScreen } from './browser';
import { OpenWeb, signIn } from './open-web';
import { openTab, press, see, sheet, typeCode } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const eyeCheck = '免费眼科检查一次';
const noodles = '面条满 15 减 3';
const canteenMeal = '骑手套餐 12 元';
const forGridMembers = '网格员加一份小菜';

/** On a shop's page: the button of one of its coupons. */
const pressOn = (page: Page, title: string, text: string) =>
  page
    .locator('.coupon-ticket:visible')
    .filter({ hasText: title })
    .getByRole('button', { name: text, exact: true })
    .click();
const answer = (page: Page, text: string) => sheet(page).getByRole('button', { name: text }).click();

test('a rider claims one, scans a shop’s code by its number, and shows what the shop has confirmed', async () => {
  const guest = await web.enter();
  const { page } = guest;
  await web.walk(guest, 'use a coupon', async (step) => {
    await signIn(guest, '陈师傅');
    await step('near me', async () => {
      await openTab(page, '优惠');
      await see(page, '合肥慧视眼科医院');
    });
    await step('filtered', async () => {
      await press(page, '健康', 'radio');
      await page.locator('.offer-card:visible').nth(1).waitFor({ state: 'detached' });
    });
    await step('one coupon', async () => {
      await press(page, new RegExp(eyeCheck), 'link');
      await see(page, couponTexts.rules);
    });
    await step('claimed: how to use it', async () => {
      await press(page, stepTexts.claim);
      await see(page, grantTexts.howTo);
    });
    await page.goto(web.cloud.url);
    await step('the shop by its code', async () => {
      await press(page, homeTexts.checkIn);
      await typeCode(page, outang.noodles.code);
      await see(page, shopTexts.scanned);
    });
    await step('asked how the shop may call me', async () => {
      await pressOn(page, noodles, stepTexts.use);
      await sheet(page).getByText(shopTexts.share).waitFor();
    });
    await step('waiting', async () => {
      await answer(page, shopTexts.shareYes);
      await see(page, grantTexts.waiting);
    });
    const { number, rider } = await confirmTheOneWaiting(web.cloud.url);
    expect(rider).toBe('陈**');
    await step('live at the counter', async () => {
      await see(page, grantTexts.live);
      await see(page, number);
    });
    await step('mine', async () => {
      await page.goto(`${web.cloud.url}/#/coupons/rider/mine`);
      await see(page, eyeCheck);
      await press(page, mineTexts.used, 'radio');
      await see(page, noodles);
    });
  });
});

test('a shop that trusts its printed code, by a phone’s camera through the door; what is refused is said', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'trusted shop', async (step) => {
    await signIn(guest, '小王骑手');
    await step('the shop', async () => {
      await page.goto(`${web.cloud.url}/q/${outang.canteen.code}`);
      await see(page, '藕塘社区食堂');
    });
    await step('refused in words', async () => {
      await pressOn(page, forGridMembers, stepTexts.use);
      await answer(page, shopTexts.confirm);
      await see(page, '这张券是流动网格员的，申请通过后就能领');
    });
    await step('asked once more at the counter', async () => {
      await pressOn(page, canteenMeal, stepTexts.use);
      await sheet(page).getByText(shopTexts.counter).waitFor();
    });
    await step('live', async () => {
      await answer(page, shopTexts.confirm);
      await see(page, grantTexts.live);
    });
    await step('used up for today', async () => {
      await page.goto(`${web.cloud.url}/q/${outang.canteen.code}`);
      await see(page, /后可再用$/);
    });
  });
});

test('a code out of use is explained, with other ways to go on', async () => {
  const { page } = await web.enter('/q/0000000000');
  await see(page, checkInTexts.failures['code_unknown']!.title);
  await see(page, checkInTexts.scan);
});

test('the app’s own camera reads a shop’s code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-camera-'));
  const video = join(folder, 'code.y4m');
  writeFileSync(video, qrVideo(`${web.cloud.url}/q/${outang.noodles.code}`));
  const withCamera = await launchBrowser(
    ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    `--use-file-for-fake-video-capture=${video}`,
  );
  try {
    const options = { permissions: ['camera'], serviceWorkers: 'block' as const };
    const guest = await web.enter('', options, withCamera);
    const { page } = guest;
    await press(page, homeTexts.scan);
    await see(page, shopTexts.scannedSignIn);
    expect(await page.getByRole('dialog', { name: scanTexts.title }).count()).toBe(0);
    expect(guest.complaints).toEqual([]);
  } finally {
    await withCamera.close();
    rmSync(folder, { recursive: true });
  }
});
