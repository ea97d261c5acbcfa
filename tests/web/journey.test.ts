import type { Browser } from 'playwright-core';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { signInTexts } from '../../src/client/sessions/texts';
import { meTexts, privacyTexts, settingsTexts } from '../../src/client/settings/texts';
import { facilityNames, stationTexts } from '../../src/client/stations/texts';
import { uiTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import { launchBrowser, lookAt, visit, type Screen, type Visit } from './browser';
import { openTab, press, see, signInAs, stationLinks, typeCode } from './rider-web';

let cloud: JourneyCloud;
let browser: Browser;
beforeAll(async () => {
  cloud = await startJourneyCloud();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

const variants: (Screen & { rider: string })[] = [
  { width: 390, height: 844, theme: 'light', rider: '陈师傅' },
  { width: 390, height: 844, theme: 'dark', rider: '小王骑手' },
  { width: 1280, height: 800, theme: 'light', rider: '李大姐' },
  { width: 1280, height: 800, theme: 'dark', rider: '张网格' },
];

async function walkThrough(guest: Visit, screen: Screen, rider: string): Promise<void> {
  const { page } = guest;
  const title = `${screen.width}×${screen.height} ${screen.theme}`;
  await recordJourney({ name: `check in, ${title}`, platform: 'h5' }, async (walk) => {
    const step = lookAt(walk, guest, title.replaceAll(' ', '-'));
    await step('home', () => see(page, homeTexts.nearestUnlocated));
    await step('stations', async () => {
      await openTab(page, '站点');
      await see(page, stationTexts.unlocated);
      await stationLinks(page).nth(5).waitFor();
    });
    await step('filtered by hot water', async () => {
      await press(page, facilityNames.hot_water);
      const wanted = await cloud.stations('&facilities=hot_water');
      await stationLinks(page).nth(wanted.length).waitFor({ state: 'detached' });
      expect(await page.locator('.station-row__name:visible').allTextContents()).toEqual(
        wanted.map(({ name }) => name),
      );
    });
    await step('map', async () => {
      if (screen.width < 600) await press(page, stationTexts.asMap, 'radio');
      await page.locator('.leaflet-marker-icon').first().waitFor();
    });
    await step('station', async () => {
      if (screen.width < 600) await press(page, stationTexts.asList, 'radio');
      await stationLinks(page).first().click();
      await see(page, stationTexts.hours);
      await see(page, stationTexts.visits);
    });
    await step('asked to sign in', async () => {
      await press(page, uiTexts.back);
      await openTab(page, '我的');
      await see(page, meTexts.signedOut);
    });
    await step('sign in', async () => {
      await press(page, meTexts.signIn);
      await see(page, signInTexts.demo);
    });
    await step('signed in', async () => {
      await signInAs(page, rider);
      await see(page, rider);
    });
    await step('settings', async () => {
      await press(page, new RegExp(`^${meTexts.settings}`), 'link');
      await see(page, screen.theme === 'dark' ? settingsTexts.dark : settingsTexts.light);
    });
    await step('privacy notice', async () => {
      await press(page, new RegExp(`^${settingsTexts.privacyAgreed}`), 'link');
      await see(page, privacyTexts.lead);
    });
    await step('check in', async () => {
      await press(page, uiTexts.back);
      await press(page, uiTexts.back);
      await openTab(page, '首页');
      await press(page, homeTexts.checkIn);
      await see(page, checkInTexts.pick);
    });
    await step('checked in', async () => {
      await typeCode(page, outang.centre.code);
      await see(page, checkInTexts.result.done);
    });
    await step('my check-ins', async () => {
      await press(page, checkInTexts.result.mine);
      await page.locator('.visit').first().waitFor();
    });
  });
}

for (const { rider, ...screen } of variants) {
  test(`a rider finds a station and checks in: ${screen.width}×${screen.height}, ${screen.theme}`, async () => {
    const guest = await visit(browser, cloud.url, screen);
    try {
      await walkThrough(guest, screen, rider);
    } finally {
      await guest.context.close();
    }
  });
}
