import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import gcoord from 'gcoord';
import type { Browser } from 'playwright-core';
import { problems } from '../../src/contract/http';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { meTexts, settingsTexts } from '../../src/client/settings/texts';
import { stationTexts } from '../../src/client/stations/texts';
import { positionConsentTexts, uiTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import { qrVideo } from '../support/qr-video';
import { launchBrowser, lookAt, phoneScreen, visit, type Visit } from './browser';
import { openTab, press, see, sheet, signInAs, stationLinks, typeCode } from './rider-web';

let cloud: JourneyCloud;
let browser: Browser;
let guest: Visit;
beforeAll(async () => {
  cloud = await startJourneyCloud();
  browser = await launchBrowser();
});
afterEach(() => guest.context.close());
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

const enter = async (path = '', more: Partial<Parameters<typeof visit>[2]> = {}): Promise<Visit> => {
  guest = await visit(browser, cloud.url + path, { ...phoneScreen, ...more });
  return guest;
};
const walkAs = (name: string, act: (step: ReturnType<typeof lookAt>) => Promise<void>) =>
  recordJourney({ name, platform: 'h5' }, (walk) => act(lookAt(walk, guest, name.replaceAll(' ', '-'))));

/** What the cloud knows of the visits of whoever is signed in here. */
async function visitsHere(): Promise<number> {
  const kept = await guest.page.evaluate(() => JSON.stringify(localStorage));
  const token = /"token[\\"]*:[\\"]*([\w-]+)/.exec(kept)?.[1] ?? '';
  return (await cloud.checkInsOf(token)).length;
}

async function signIn(nickname: string): Promise<void> {
  await openTab(guest.page, '我的');
  await press(guest.page, meTexts.signIn);
  await signInAs(guest.page, nickname);
  await see(guest.page, nickname);
}

test('offline: said so, what is known stays readable, a check-in waits and is sent once', async () => {
  const { page, context } = await enter();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/check-ins')) sent.push(request.url());
  });
  await walkAs('offline and back', async (step) => {
    await step('signed in', () => signIn('陈师傅'));
    await step('stations known', async () => {
      await openTab(page, '站点');
      await stationLinks(page).nth(5).waitFor();
    });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await step('offline', async () => {
      await context.setOffline(true);
      await see(page, uiTexts.offline);
    });
    await step('opened again without a network', async () => {
      await page.reload();
      await see(page, /^离线 · /);
      await stationLinks(page).nth(5).waitFor();
    });
    await step('checked in offline', async () => {
      await openTab(page, '首页');
      await press(page, homeTexts.checkIn);
      await typeCode(page, outang.centre.code);
      await see(page, checkInTexts.result.queued);
    });
    await step('waiting', async () => {
      await press(page, checkInTexts.result.mine);
      await see(page, checkInTexts.mine.queue);
    });
    await step('back online', async () => {
      await context.setOffline(false);
      await page.locator('.visit').first().waitFor();
    });
  });
  expect(await visitsHere()).toBe(1);
  expect(sent.length).toBeGreaterThan(0);
});

test('a refused position costs nothing but distances', async () => {
  const { page } = await enter('/#/stations/rider/list');
  await walkAs('refused position', async (step) => {
    await step('our question', async () => {
      await stationLinks(page).nth(5).waitFor();
      await press(page, stationTexts.locate);
      await sheet(page).getByText(positionConsentTexts.title).waitFor();
    });
    await step('refused', async () => {
      await sheet(page).getByRole('button', { name: positionConsentTexts.agree }).click();
      await see(page, stationTexts.refused);
    });
  });
  expect(await page.locator('.station-row__distance').count()).toBe(0);
});

test('a position: distances, and a check-in without a code', async () => {
  const [open] = await cloud.stations('&openNow=true');
  const { lat, lng } = open?.position ?? outang.centre.at;
  const [longitude, latitude] = gcoord.transform([lng, lat] as [number, number], gcoord.GCJ02, gcoord.WGS84);
  const { page } = await enter('', { position: { latitude, longitude } });
  await walkAs('check in by position', async (step) => {
    await signIn('小王骑手');
    await step('nearest', async () => {
      await openTab(page, '首页');
      await press(page, homeTexts.locate);
      await sheet(page).getByRole('button', { name: positionConsentTexts.agree }).click();
      await see(page, homeTexts.nearest);
    });
    await step('checked in', async () => {
      await press(page, homeTexts.checkIn);
      await press(page, new RegExp(`^${checkInTexts.here}：${open?.name ?? ''}`));
      await see(page, checkInTexts.result.done);
    });
  });
});

test('the cloud is gone: said in words, and trying again helps once it is back', async () => {
  const { page } = await enter();
  await see(page, homeTexts.nearestUnlocated);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await cloud.stop();
  try {
    await walkAs('no answer', async (step) => {
      await step('failed', async () => {
        await openTab(page, '站点');
        await see(page, uiTexts.failed.offline.title);
      });
      await cloud.start();
      await step('tried again', async () => {
        await press(page, uiTexts.retry);
        await stationLinks(page).nth(5).waitFor();
      });
    });
  } finally {
    await cloud.start();
  }
});

test("a printed code by a phone's camera: signed in on the way, checked in at once", async () => {
  const { page } = await enter(`/q/${outang.garden.code}`);
  await walkAs('land by a printed code', async (step) => {
    await step('landed', () => see(page, checkInTexts.landingSignIn));
    await step('checked in', async () => {
      await press(page, checkInTexts.signIn);
      await signInAs(page, '李大姐');
      await see(page, checkInTexts.result.done);
    });
  });
});

test('what does not exist is said kindly', async () => {
  const { page } = await enter('/#/stations/rider/detail?id=019ab000-0000-7000-8000-0000000fffff');
  await walkAs('bad addresses', async (step) => {
    await step('no such station', () => see(page, new RegExp(problems.not_found.title)));
    await page.goto(cloud.url);
    await step('no such code', async () => {
      await signIn('张网格');
      await page.goto(`${cloud.url}/q/0000000000`);
      await see(page, checkInTexts.failures['code_unknown']!.title);
    });
    await step('a station closed for now', async () => {
      await page.goto(`${cloud.url}/q/${outang.suspended.code}`);
      await see(page, checkInTexts.failures['station_not_operating']!.title);
    });
  });
});

test('large type reaches every screen, and is remembered', async () => {
  const { page } = await enter('/#/settings/rider/settings');
  await walkAs('large type', async (step) => {
    await step('settings', async () => {
      await press(page, settingsTexts.large, 'radio');
      await page.locator('.screen.text-large').waitFor();
    });
    await step('home', async () => {
      await page.goto(cloud.url);
      await see(page, homeTexts.nearestUnlocated);
      await page.locator('.screen.text-large').first().waitFor();
    });
  });
});

test('the keyboard alone reaches a station', async () => {
  const { page } = await enter('/#/stations/rider/list');
  await stationLinks(page).nth(5).waitFor();
  await stationLinks(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await see(page, stationTexts.hours);
  expect(guest.complaints).toEqual([]);
});

describe('with a camera', () => {
  let folder: string;
  let withCamera: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nuanxin-camera-'));
    const video = join(folder, 'code.y4m');
    writeFileSync(video, qrVideo((await cloud.codesOf(outang.centre.id)).printed.url));
    withCamera = await launchBrowser(
      ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
      `--use-file-for-fake-video-capture=${video}`,
    );
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await withCamera.close();
  });

  test('the app reads a code held before it', async () => {
    guest = await visit(withCamera, cloud.url, { ...phoneScreen, permissions: ['camera'] });
    const { page } = guest;
    await walkAs('scan a code', async (step) => {
      await signIn('志愿者老吴');
      await step('checked in', async () => {
        await openTab(page, '首页');
        await press(page, homeTexts.scan);
        await see(page, checkInTexts.result.done);
      });
    });
  });
});
