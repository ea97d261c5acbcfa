import type { Browser } from 'playwright-core';
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
    await step('home', () => see(page, '社区里正在营业的站点'));
    await step('stations', async () => {
      await openTab(page, '站点');
      await see(page, '按离社区中心的远近排列');
      await stationLinks(page).nth(5).waitFor();
    });
    await step('filtered by hot water', async () => {
      await press(page, '热水');
      const wanted = await cloud.stations('&facilities=hot_water');
      await stationLinks(page).nth(wanted.length).waitFor({ state: 'detached' });
      expect(await page.locator('.station-row__name:visible').allTextContents()).toEqual(
        wanted.map(({ name }) => name),
      );
    });
    await step('map', async () => {
      if (screen.width < 600) await press(page, '地图', 'radio');
      await page.locator('.leaflet-marker-icon').first().waitFor();
    });
    await step('station', async () => {
      if (screen.width < 600) await press(page, '列表', 'radio');
      await stationLinks(page).first().click();
      await see(page, '开放时间');
      await see(page, '来过的人');
    });
    await step('asked to sign in', async () => {
      await press(page, '返回');
      await openTab(page, '我的');
      await see(page, '还没有登录');
    });
    await step('sign in', async () => {
      await press(page, '登录');
      await see(page, '演示账号');
    });
    await step('signed in', async () => {
      await signInAs(page, rider);
      await see(page, rider);
    });
    await step('settings', async () => {
      await press(page, /^设置/, 'link');
      await see(page, screen.theme === 'dark' ? '现在是深色' : '现在是浅色');
    });
    await step('privacy notice', async () => {
      await press(page, /^隐私说明/, 'link');
      await see(page, '我们用哪些信息');
    });
    await step('check in', async () => {
      await press(page, '返回');
      await press(page, '返回');
      await openTab(page, '首页');
      await press(page, '签到');
      await see(page, '选您所在的站点');
    });
    await step('checked in', async () => {
      await typeCode(page, outang.centre.code);
      await see(page, '签到成功');
    });
    await step('my check-ins', async () => {
      await press(page, '看我的签到');
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
