import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { stationTexts } from '../../src/client/stations/texts';
import { openingTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { outang } from '../support/outang';
import { launchBrowser } from '../web/browser';
import { drawMiniProgram, type DrawnMiniProgram } from './harness/chromium';
import { built } from './rider-phone';

const shots = fileURLToPath(new URL('../../.out/screenshots/weapp/', import.meta.url));
/** Smaller than this a finger misses, px. */
const leastTarget = 44;

let cloud: JourneyCloud;
let browser: Browser;
let mp: DrawnMiniProgram;
beforeAll(async () => {
  cloud = await startJourneyCloud();
  browser = await launchBrowser();
  mkdirSync(shots, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await cloud.close();
});
beforeEach(async () => {
  mp = await drawMiniProgram(browser, built, {
    rewrite: (url) => url.replace(new URL(url).origin, cloud.url),
  });
});
afterEach(() => mp.close());

const says = (page: Page, text: string) => page.getByText(text, { exact: true }).first();

/** What is too small for a finger, or wider than the screen. */
const misfits = (page: Page) =>
  page.evaluate((least) => {
    const small = [...document.querySelectorAll<HTMLElement>('.pressable, wx-button, wx-input')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
      .map(
        ({ element, box }) => `${element.className}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      );
    const isWide = document.documentElement.scrollWidth > window.innerWidth;
    return isWide ? [...small, `page: ${document.documentElement.scrollWidth} wide`] : small;
  }, leastTarget);

async function look(name: string): Promise<void> {
  await mp.page.screenshot({ path: `${shots}${name}.png` });
  expect(await misfits(mp.page)).toEqual([]);
  expect(await mp.ask(({ errors, warnings }) => [...errors, ...warnings], null)).toEqual([]);
}

for (const scale of [1, 1.4]) {
  test(`drawn for a phone, type at ${scale}: targets fit a finger, pages fit the screen`, async () => {
    const { page } = mp;
    await mp.ask((runtime, given) => (runtime.phone.fontSizeScaleFactor = given), scale);
    await mp.launch();
    await says(page, homeTexts.nearestUnlocated).waitFor();
    await look(`home-${scale}`);
    await mp.ask((runtime) => runtime.tapTab('站点'), null);
    await page.locator('.station-row').nth(5).waitFor();
    await look(`stations-${scale}`);
    await page.locator('.station-row').first().tap();
    await says(page, openingTexts.hours).waitFor();
    await look(`station-${scale}`);
    await says(page, stationTexts.checkIn).tap();
    await says(page, checkInTexts.scan).waitFor();
    await look(`check-in-${scale}`);
    await mp.ask(
      (runtime, code) => runtime.phone.willScan(code),
      `https://nuanxin.test/q/${outang.centre.code}`,
    );
    await says(page, checkInTexts.scan).tap();
    await says(page, checkInTexts.landingSignIn).waitFor();
    await look(`sign-in-first-${scale}`);
  });
}
