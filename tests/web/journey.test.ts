import type { StationRow } from '../../src/contract/stations';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { signInTexts } from '../../src/client/sessions/texts';
import { meTexts, privacyTexts, settingsTexts } from '../../src/client/settings/texts';
import { codesTexts, facilityNames, stationTexts } from '../../src/client/stations/texts';
import { originTexts, placeCodesTexts, positionConsentTexts, uiTexts } from '../../src/client/ui/texts';
import { outang } from '../support/outang';
import { qrIn } from '../support/qr-picture';
import { phoneScreen, wideScreen, type Visit } from './browser';
import { OpenWeb, signIn, standingAt, type Step } from './open-web';
import { openTab, press, see, sheet, signInAs, stationLinks, stationNames } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

async function signInOnTheWay(step: Step, { page }: Visit, rider: string): Promise<void> {
  await step('home', () => see(page, homeTexts.nearestUnlocated));
  await step('asked to sign in', async () => {
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
}

async function findStation(step: Step, { page, screen }: Visit): Promise<void> {
  const isNarrow = screen.width < 600;
  const wanted = (await web.cloud.stations('&facilities=hot_water')).map(({ name }) => name);
  await step('stations', async () => {
    await openTab(page, '站点');
    await see(page, originTexts.unlocated);
    await stationLinks(page).nth(wanted.length).waitFor();
  });
  await step('filtered by hot water', async () => {
    await press(page, facilityNames.hot_water);
    await stationLinks(page).nth(wanted.length).waitFor({ state: 'detached' });
    expect(await stationNames(page)).toEqual(wanted);
  });
  await step('station', async () => {
    await stationLinks(page).first().click();
    await see(page, wanted[0] ?? '');
    await see(page, stationTexts.visits);
  });
  await step('back at the list', async () => {
    await press(page, uiTexts.back);
    await stationLinks(page).first().waitFor();
    expect(await stationNames(page)).toEqual(wanted);
  });
  await step('map', async () => {
    if (isNarrow) await press(page, stationTexts.asMap, 'radio');
    await page
      .locator('.leaflet-marker-icon:visible')
      .nth(wanted.length - 1)
      .waitFor();
  });
}

async function checkInHere(step: Step, guest: Visit, { name }: StationRow): Promise<void> {
  const { page } = guest;
  await step('check in', async () => {
    await openTab(page, '首页');
    await press(page, homeTexts.checkIn);
    await see(page, checkInTexts.pick);
  });
  await step('position asked', async () => {
    await press(page, checkInTexts.locate);
    await sheet(page).getByText(positionConsentTexts.title).waitFor();
  });
  await step('stations here', async () => {
    await sheet(page).getByRole('button', { name: positionConsentTexts.agree }).click();
    await page.getByRole('button', { name: `${checkInTexts.here}：${name}` }).waitFor();
  });
  await step('checked in', async () => {
    await press(page, `${checkInTexts.here}：${name}`);
    await see(page, checkInTexts.result.done);
    await see(page, name);
  });
  expect(await web.visitsOf(guest)).toBe(1);
  await step('my check-ins', async () => {
    await press(page, checkInTexts.result.mine);
    await page.locator('.visit').filter({ hasText: name }).waitFor();
  });
  await step('home located', async () => {
    await press(page, uiTexts.back);
    await press(page, checkInTexts.result.home);
    await see(page, homeTexts.nearest);
  });
}

async function setLargeText(step: Step, { page }: Visit): Promise<void> {
  await step('settings', async () => {
    await openTab(page, '我的');
    await press(page, new RegExp(`^${meTexts.settings}`), 'link');
    await see(page, settingsTexts.light);
  });
  await step('settings in large text', async () => {
    await press(page, settingsTexts.large, 'radio');
    await page.locator('.screen.text-large:visible').waitFor();
  });
  await step('privacy notice in large text', async () => {
    await press(page, new RegExp(`^${settingsTexts.privacy}`), 'link');
    await see(page, privacyTexts.lead);
  });
  await step('home in large text', async () => {
    await page.goto(web.cloud.url);
    await see(page, homeTexts.nearest);
    await page.locator('.screen.text-large:visible').first().waitFor();
  });
}

test.each([
  { screen: phoneScreen, rider: '陈师傅' },
  { screen: wideScreen, rider: '小王骑手' },
])('a rider finds a station and checks in: $screen.width×$screen.height', async ({ screen, rider }) => {
  const [open] = await web.cloud.stations('&openNow=true');
  if (!open) throw new Error('No station is open');
  const guest = await web.enter('', { ...screen, position: standingAt(open.position) });
  const name = `find a station and check in, ${screen.width}×${screen.height}`;
  await web.walk(
    guest,
    name,
    async (step) => {
      await signInOnTheWay(step, guest, rider);
      await findStation(step, guest);
      await checkInHere(step, guest, open);
      await setLargeText(step, guest);
    },
    '',
  );
});

test('the staff of a station show its codes and count who came without the app', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  const { printed } = await web.cloud.codesOf(outang.centre.id);
  const qr = page.locator('.qr-code:visible');
  await web.walk(guest, 'desk', async (step) => {
    await signIn(guest, '社区小陶');
    await step('rotating code', async () => {
      await page.goto(`${web.cloud.url}/#/stations/rider/detail?id=${outang.centre.id}`);
      await press(page, new RegExp(stationTexts.codes), 'link');
      await see(page, /秒后换新$/);
      const read = await qrIn(await qr.screenshot());
      expect(read).toMatch(/\/q\/.+/);
      expect(read).not.toBe(printed.url);
    });
    await step('printed code', async () => {
      await press(page, placeCodesTexts.printed, 'radio');
      await see(page, printed.id);
      expect(await qrIn(await qr.screenshot())).toBe(printed.url);
    });
    await step('counted', async () => {
      await press(page, codesTexts.more);
      await press(page, codesTexts.save);
      await see(page, codesTexts.saved(2));
    });
  });
});
