import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { homeTexts } from '../../src/client/home/texts';
import { reportCategoryTexts } from '../../src/client/reports/report-text';
import { detailTexts, emergencyTexts, mineTexts, newTexts } from '../../src/client/reports/rider/texts';
import { draftTexts, writingTexts } from '../../src/client/ui/draft-texts';
import { photoTexts } from '../../src/client/ui/photo-texts';
import { positionConsentTexts } from '../../src/client/ui/texts';
import { outang } from '../support/outang';
import { phonePhoto } from '../support/photos';
import { phoneScreen, wideScreen, type Visit } from './browser';
import { OpenWeb, signIn, standingAt } from './open-web';
import { openTab, press, see, sheet } from './rider-web';

let web: OpenWeb;
let folder: string;
let jpeg: string;

beforeAll(async () => {
  web = await OpenWeb.start();
  folder = mkdtempSync(join(tmpdir(), 'nuanxin-photos-'));
  jpeg = join(folder, 'photo.jpg');
  // Lying on its side, with where it was taken.
  writeFileSync(jpeg, await phonePhoto(2_400, 1_800));
});
afterEach(() => web.leave());
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

async function choosePhoto(page: Page, act: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
  await chooser.setFiles(jpeg);
}

/** The photo on top, as the cloud serves it. */
async function servedPhoto(page: Page): Promise<Buffer> {
  const url = await page.locator('.photos__one img, img.photos__one').last().getAttribute('src');
  const answer = await page.request.get(new URL(url ?? '', web.cloud.url).href);
  return answer.body();
}

async function reported({ page }: Visit, category: string): Promise<void> {
  await press(page, category, 'radio');
  await press(page, newTexts.here);
  await sheet(page).getByRole('button', { name: positionConsentTexts.agree }).click();
  await see(page, /手机定位，误差约 \d+ 米/);
}

describe.each([
  { screen: phoneScreen, rider: '陈师傅', on: 'on a phone' },
  { screen: wideScreen, rider: '小王骑手', on: 'on a desk' },
])('$on', ({ screen, rider, on }) => {
  test('a hazard is photographed, sent and followed', async () => {
    const guest = await web.enter('', { ...screen, position: standingAt(outang.noodles.at) });
    const { page } = guest;
    await signIn(guest, rider);
    await openTab(page, '首页');
    await web.walk(guest, `report a hazard ${on}`, async (step) => {
      await step('home', () => see(page, homeTexts.reportHint));
      await step('photographed', async () => {
        await choosePhoto(page, () => press(page, new RegExp(homeTexts.report)));
        await see(page, newTexts.photosHint(6));
        await page.locator('.photo-grid__one img').waitFor();
      });
      await step('category and place', async () => {
        await reported(guest, reportCategoryTexts.e_bike_charging);
        await see(page, emergencyTexts.title);
      });
      await step('sent', async () => {
        await press(page, writingTexts.submit);
        await see(page, detailTexts.sent);
      });
      const photo = await sharp(await servedPhoto(page)).metadata();
      expect(photo.exif).toBeUndefined();
      expect(photo.orientation ?? 1).toBe(1);
      expect(photo.height).toBeGreaterThan(photo.width);
      await step('mine', async () => {
        await page.evaluate(() => (window.location.hash = '#/reports/rider/mine'));
        await see(page, reportCategoryTexts.e_bike_charging);
        await see(page, mineTexts.open);
      });
    });
  });
});

test('without a network it waits on the phone, survives a reload, and leaves with the network', async () => {
  const guest = await web.enter('', { ...phoneScreen, position: standingAt(outang.noodles.at) });
  const { page, context } = guest;
  await signIn(guest, '陈师傅');
  // What opens without a network is what the service worker has kept.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${web.cloud.url}/#/reports/rider/new`);
  await page.reload();
  await web.walk(guest, 'report a hazard offline', async (step) => {
    await step('nothing yet', () => see(page, newTexts.photos));
    await choosePhoto(page, () => press(page, photoTexts.choose));
    await page.locator('.photo-grid__one img').waitFor();
    await reported(guest, reportCategoryTexts.road_manhole);
    await context.setOffline(true);
    await step('waiting', async () => {
      await press(page, writingTexts.submit);
      await see(page, draftTexts.offline);
    });
    await context.setOffline(false);
    await step('sent', async () => {
      await page.reload();
      await page.locator('.report-line').first().waitFor();
      await page.locator('.draft-card').first().waitFor({ state: 'detached' });
    });
  });
});
