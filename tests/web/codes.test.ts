import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { problems } from '../../src/contract/http';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { scanTexts } from '../../src/client/platform/texts';
import { uiTexts } from '../../src/client/ui/texts';
import { outang } from '../support/outang';
import { qrVideo } from '../support/qr-video';
import { inWechat, launchBrowser } from './browser';
import { OpenWeb, signIn } from './open-web';
import { openTab, press, see, signInAs, typeCode } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const noSuchCode = '0000000000';

test('a typed number: what is wrong with it is said, the right one checks in', async () => {
  const guest = await web.enter();
  const { page } = guest;
  await web.walk(guest, 'typed number', async (step) => {
    await signIn(guest, '李大姐');
    await openTab(page, '首页');
    await press(page, homeTexts.checkIn);
    await step('too short', async () => {
      await typeCode(page, '7h2k');
      await see(page, checkInTexts.typedWrong);
    });
    await step('unknown', async () => {
      await typeCode(page, noSuchCode);
      await see(page, checkInTexts.failures['code_unknown']!.title);
    });
    await step('checked in', async () => {
      await typeCode(page, outang.centre.code);
      await see(page, checkInTexts.result.done);
    });
    await step('again', async () => {
      await press(page, checkInTexts.result.home);
      await press(page, homeTexts.checkIn);
      await typeCode(page, outang.centre.code);
      await see(page, checkInTexts.result.repeat);
    });
  });
  expect(await web.visitsOf(guest)).toBe(1);
});

test("a printed code by a phone's camera: signed in on the way, checked in at once", async () => {
  const guest = await web.enter(`/q/${outang.garden.code}`);
  const { page } = guest;
  await web.walk(guest, 'printed code', async (step) => {
    await step('landed', () => see(page, checkInTexts.landingSignIn));
    await step('checked in', async () => {
      await press(page, checkInTexts.signIn);
      await signInAs(page, '陈师傅');
      await see(page, checkInTexts.result.done);
    });
  });
  expect(await web.visitsOf(guest)).toBe(1);
});

test('what does not exist is said kindly', async () => {
  const guest = await web.enter('/#/stations/rider/detail?id=019ab000-0000-7000-8000-0000000fffff');
  const { page } = guest;
  await web.walk(guest, 'bad address', async (step) => {
    await step('no such station', () => see(page, new RegExp(problems.not_found.title)));
    await page.goto(web.cloud.url);
    await step('no such code', async () => {
      await signIn(guest, '张网格');
      await page.goto(`${web.cloud.url}/q/${noSuchCode}`);
      await see(page, checkInTexts.failures['code_unknown']!.title);
    });
    await step('a station closed for now', async () => {
      await page.goto(`${web.cloud.url}/q/${outang.suspended.code}`);
      await see(page, checkInTexts.failures['station_not_operating']!.title);
    });
  });
});

test('without a camera the number can be typed over the page', async () => {
  const guest = await web.enter();
  const { page } = guest;
  const overlay = page.getByRole('dialog', { name: scanTexts.title });
  await web.walk(guest, 'no camera', async (step) => {
    await signIn(guest, '面馆小周');
    await openTab(page, '首页');
    await step('said so', async () => {
      await press(page, homeTexts.scan);
      await overlay.getByText(new RegExp(`${scanTexts.refused}|${scanTexts.unavailable}`)).waitFor();
    });
    await step('checked in', async () => {
      await overlay.getByLabel(scanTexts.typed).fill(outang.centre.code);
      await overlay.getByRole('button', { name: scanTexts.done }).click();
      await see(page, checkInTexts.result.done);
    });
  });
});

describe('with a camera', () => {
  let folder: string;
  let withCamera: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nuanxin-camera-'));
    const video = join(folder, 'code.y4m');
    writeFileSync(video, qrVideo((await web.cloud.codesOf(outang.centre.id)).printed.url));
    withCamera = await launchBrowser(
      ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
      `--use-file-for-fake-video-capture=${video}`,
    );
  });
  afterAll(async () => {
    await withCamera.close();
    rmSync(folder, { recursive: true });
  });

  test('the app reads a code held before it', async () => {
    const options = { permissions: ['camera'], serviceWorkers: 'block' as const };
    const guest = await web.enter('', options, withCamera);
    const { page } = guest;
    let read: () => void = () => undefined;
    const looked = new Promise<void>((resolve) => (read = resolve));
    await page.route('**/*.wasm', async (route) => {
      await looked;
      await route.continue();
    });
    await web.walk(guest, 'camera', async (step) => {
      await signIn(guest, '志愿者老吴');
      await openTab(page, '首页');
      await step('aimed at a code', async () => {
        await press(page, homeTexts.scan);
        await page.getByText(scanTexts.aim).waitFor();
      });
      await step('checked in', async () => {
        read();
        await see(page, checkInTexts.result.done);
      });
    });
    expect(await web.visitsOf(guest)).toBe(1);
  });

  test('closing the camera leaves the page as it was', async () => {
    const { page } = await web.enter('', { permissions: ['camera'] }, withCamera);
    const overlay = page.getByRole('dialog', { name: scanTexts.title });
    await press(page, homeTexts.scan);
    await overlay.waitFor();
    await overlay.getByRole('button', { name: uiTexts.close }).click();
    await overlay.waitFor({ state: 'detached' });
    await see(page, homeTexts.nearestUnlocated);
  });
});

describe('in WeChat’s browser', () => {
  const sdkUrl = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';
  const options = { userAgent: inWechat, serviceWorkers: 'block' as const };

  /** WeChat's JS-SDK as far as it is used, on a phone held before a code. */
  const standIn = (text: string) => `
    window.asked = [];
    window.wx = {
      config(page) { window.asked.push(['config', page.appId, page.signature.length, page.jsApiList.join()]); },
      error() {},
      ready(act) { setTimeout(act); },
      scanQRCode({ needResult, scanType, success }) {
        window.asked.push(['scan', needResult, scanType.join()]);
        success({ resultStr: ${JSON.stringify(text)} });
      },
    };`;

  test('WeChat itself scans, asked once', async () => {
    const guest = await web.enter('', options);
    const { page } = guest;
    const { printed } = await web.cloud.codesOf(outang.garden.id);
    await page.route(sdkUrl, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: standIn(printed.url) }),
    );
    await web.walk(guest, 'scanned by WeChat', async (step) => {
      await signIn(guest, '李大姐');
      await openTab(page, '首页');
      await step('checked in', async () => {
        await press(page, homeTexts.scan);
        await see(page, checkInTexts.result.done);
      });
    });
    expect(await page.evaluate('window.asked')).toEqual([
      ['config', 'wx00000000000000bb', 40, 'scanQRCode'],
      ['scan', 1, 'qrCode'],
    ]);
  });

  test('where its JS-SDK does not load, our own way to read a code opens', async () => {
    const { page } = await web.enter('', options);
    await page.route(sdkUrl, (route) => route.abort());
    const asked = page.waitForRequest(sdkUrl);
    await press(page, homeTexts.scan);
    await asked;
    const overlay = page.getByRole('dialog', { name: scanTexts.title });
    await overlay.getByLabel(scanTexts.typed).waitFor();
  });
});
