import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { openingTexts, originTexts, positionConsentTexts, uiTexts } from '../../src/client/ui/texts';
import { outang } from '../support/outang';
import { OpenWeb, signIn } from './open-web';
import { openTab, press, see, sheet, stationLinks, typeCode } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

test('offline: said so, what is known stays readable, a check-in waits and is sent once', async () => {
  const guest = await web.enter();
  const { page, context } = guest;
  const arrived: number[] = [];
  page.on('response', (response) => {
    const isCheckIn = response.url().endsWith('/api/check-ins') && response.request().method() === 'POST';
    if (isCheckIn) arrived.push(response.status());
  });
  await web.walk(guest, 'offline', async (step) => {
    await signIn(guest, '陈师傅');
    await openTab(page, '站点');
    await stationLinks(page).nth(5).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await step('said so', async () => {
      await context.setOffline(true);
      await see(page, uiTexts.offline);
    });
    await step('opened again', async () => {
      await page.reload();
      await see(page, /^离线 · 显示 .+ 的数据$/);
      await stationLinks(page).nth(5).waitFor();
    });
    await step('checked in', async () => {
      await openTab(page, '首页');
      await press(page, homeTexts.checkIn);
      await typeCode(page, outang.centre.code);
      await see(page, checkInTexts.result.queued);
    });
    await step('waiting', async () => {
      await press(page, checkInTexts.result.mine);
      await see(page, checkInTexts.queue.title);
    });
    expect(arrived).toEqual([]);
    await step('back online', async () => {
      await context.setOffline(false);
      await page.locator('.visit').first().waitFor();
    });
  });
  expect(await web.visitsOf(guest)).toBe(1);
  expect(arrived).toEqual([201]);
});

test('a refused position costs nothing but distances', async () => {
  const guest = await web.enter('/#/stations/rider/list');
  const { page } = guest;
  await web.walk(guest, 'position', async (step) => {
    await step('question', async () => {
      await stationLinks(page).nth(5).waitFor();
      await press(page, originTexts.locate);
      await sheet(page).getByText(positionConsentTexts.title).waitFor();
    });
    await step('refused', async () => {
      await sheet(page).getByRole('button', { name: positionConsentTexts.agree }).click();
      await see(page, originTexts.refused);
    });
    await step('refused, check in', async () => {
      await signIn(guest, '小王骑手');
      await openTab(page, '首页');
      await press(page, homeTexts.checkIn);
      await see(page, checkInTexts.refusedHint);
    });
  });
  expect(await page.locator('.station-row__distance').count()).toBe(0);
});

test('the cloud is gone: said in words, and trying again helps once it is back', async () => {
  const guest = await web.enter();
  const { page } = guest;
  await see(page, homeTexts.nearestUnlocated);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await web.cloud.stop();
  try {
    await web.walk(guest, 'no answer', async (step) => {
      await step('failed', async () => {
        await openTab(page, '站点');
        await see(page, uiTexts.failed.offline.title);
      });
      await web.cloud.start();
      await step('tried again', async () => {
        await press(page, uiTexts.retry);
        await stationLinks(page).nth(5).waitFor();
      });
    });
  } finally {
    await web.cloud.start();
  }
});

test('the keyboard alone reaches a station', async () => {
  const { page, complaints } = await web.enter('/#/stations/rider/list');
  await stationLinks(page).nth(5).waitFor();
  await stationLinks(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await see(page, openingTexts.hours);
  expect(complaints).toEqual([]);
});
