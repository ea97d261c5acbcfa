import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import sharp from 'sharp';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { actionTexts } from '../../src/client/audit/desk/texts';
import {
  editTexts,
  importTexts,
  listTexts,
  statusTexts,
  viewTexts,
} from '../../src/client/merchants/desk/texts';
import { formTexts, hoursTexts, photosTexts } from '../../src/client/merchants/form-texts';
import { meTexts } from '../../src/client/settings/texts';
import type { ManagedMerchant, MyMerchant } from '../../src/contract/merchants';
import { Asking } from '../support/asking';
import { outang } from '../support/outang';
import { phoneScreen, wideScreen } from './browser';
import { chooseFile, downloaded, field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const heading = ['店名', '类别', '地址', '经度', '纬度', '营业时间', '电话', '协议开始', '协议结束'];
const hours = '每天 09:00-21:00';
const shops = [
  ['街角豆浆', '餐饮', '荷风路 31 号', 117.2512, 31.8866, hours, '0551-11112222', null, null],
  ['顺手修车', '其他', '荷风路 33 号', 117.2515, 31.8869, '周一至周六 08:00-18:00', null, null, null],
];
const badShops = [
  ['街角包子', '美食', '荷风路 31 号', 117.2512, 31.8866, hours, '打店里', null, null],
  ['路口修车', '其他', null, 31.8869, 117.2515, '看心情开门', null, null, null],
];
/** Where each bad cell stands, and why it is bad. */
const badCells = [
  ['第 2 行 B 列 · 类别', '请填 餐饮、健康、学习、其他 中的一个'],
  ['第 2 行 G 列 · 电话', '请填 3–30 位数字，可以带 + - 和空格'],
  ['第 3 行 C 列 · 地址', '请填写'],
  ['第 3 行 E 列 · 纬度', '纬度要在 -90 到 90 之间，是不是和经度填反了'],
  ['第 3 行 F 列 · 营业时间', '“看心情开门”没有写几点到几点'],
];

async function chooseSheet(page: Page, name: string, rows: unknown[][], button: string): Promise<void> {
  const buffer = await writeXlsxFile([heading, ...rows] as SheetData).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await chooseFile(page, { name, mimeType, buffer }, () => press(page, button));
}

async function found(search: string): Promise<ManagedMerchant | undefined> {
  const staff = await Asking.as(web.cloud.url, 'staff');
  const path = `/api/communities/${outang.id}/merchants?search=${encodeURIComponent(search)}`;
  return (await staff.ask<{ items: ManagedMerchant[] }>(path)).items[0];
}

/** The problems on screen, each as its place and its reason. */
const problemsOn = (page: Page) =>
  page
    .locator('.import-problem')
    .evaluateAll((problems) =>
      problems.map((problem) =>
        ['where', 'why'].map((part) => problem.querySelector(`.import-problem__${part}`)?.textContent ?? ''),
      ),
    );

async function expectBadCells(page: Page): Promise<void> {
  await see(page, importTexts.bad(badCells.length));
  expect(await problemsOn(page)).toEqual(badCells);
}

/** Red above blue when it is held as it was taken; lying on its side in the file, with the place it was taken at. */
async function photoOnItsSide(): Promise<Buffer> {
  const part = { width: 400, height: 600, channels: 3 as const };
  const blue = await sharp({ create: { ...part, background: '#00f' } })
    .png()
    .toBuffer();
  return sharp({ create: { ...part, width: 800, background: '#f00' } })
    .composite([{ input: blue, left: 400, top: 0 }])
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'of-my-phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 53/1 12/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

async function expectUprightWithoutExif(shop: ManagedMerchant | undefined): Promise<void> {
  const answer = await fetch(web.cloud.url + (shop?.photos[0]?.url ?? ''));
  const picture = Buffer.from(await answer.arrayBuffer());
  const { width, height, exif, orientation } = await sharp(picture).metadata();
  expect({ width, height, exif, orientation }).toEqual({ width: 600, height: 800 });
  expect(picture.includes('of-my-phone')).toBe(false);
  const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (y: number) => [...data.subarray((y * 600 + 300) * 3, (y * 600 + 300) * 3 + 3)];
  const [[red = 0, , blueAbove = 0], [redBelow = 0, , blue = 0]] = [pixel(100), pixel(700)];
  expect(red - blueAbove).toBeGreaterThan(200);
  expect(blue - redBelow).toBeGreaterThan(200);
}

test('a spreadsheet that is wrong says where, and one that is right becomes drafts', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  let template: Awaited<ReturnType<typeof downloaded>> = { name: '', bytes: Buffer.of() };
  await web.walk(guest, 'desk of merchants', async (step) => {
    await signIn(guest, '社区小陶');
    await step('list', async () => {
      await press(page, meTexts.desks.merchants, 'link');
      await see(page, listTexts.pick);
      await see(page, '荷风面馆');
    });
    await step('import', async () => {
      await press(page, listTexts.import);
      await see(page, importTexts.step1);
    });
    template = await downloaded(page, () => press(page, importTexts.template));
    await step('import with bad cells', async () => {
      await chooseSheet(page, '商户-改前.xlsx', badShops, importTexts.choose);
      await expectBadCells(page);
    });
    expect(await page.getByRole('button', { name: importTexts.import(2) }).count()).toBe(0);
    expect(await found('街角包子')).toBeUndefined();
    await step('import looked at', async () => {
      await chooseSheet(page, '商户.xlsx', shops, importTexts.chooseAgain);
      await see(page, importTexts.good(2));
    });
    expect(await found('街角豆浆')).toBeUndefined();
    await step('imported', async () => {
      await press(page, importTexts.import(2));
      await see(page, importTexts.done(2));
    });
    await step('list of drafts', async () => {
      await press(page, importTexts.toList);
      await press(page, statusTexts.draft.name, 'radio');
      for (const [name] of shops) await see(page, String(name));
    });
  });
  const [sheetOfShops] = await readXlsxFile(template.bytes);
  expect(template.name).toBe('商户导入模板.xlsx');
  expect(sheetOfShops?.data[0]).toEqual(heading);
});

test('a draft gets its hours and a photo, and is opened to riders', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'one of the merchants', async (step) => {
    await signIn(guest, '社区小陶');
    await press(page, meTexts.desks.merchants, 'link');
    await step('draft', async () => {
      await press(page, /^街角豆浆/);
      await see(page, '0551-11112222');
    });
    await step('edit', async () => {
      await press(page, viewTexts.edit, 'link');
      await see(page, hoursTexts.title);
    });
    await step('photo', async () => {
      const photo = { name: 'door.jpg', mimeType: 'image/jpeg', buffer: await photoOnItsSide() };
      await chooseFile(page, photo, () => press(page, photosTexts.add));
      await page.getByRole('button', { name: photosTexts.remove(1) }).waitFor();
    });
    await step('hours', async () => {
      await press(page, `周一 09:00–21:00`);
      await field(page, hoursTexts.opensOnly).fill('06:30');
      await press(page, hoursTexts.toAll);
      await see(page, '06:30–21:00');
    });
    await step('saved', async () => {
      await press(page, editTexts.save);
      await see(page, viewTexts.open);
    });
    await step('open', async () => {
      await press(page, viewTexts.open);
      await see(page, viewTexts.pause);
    });
  });
  const shop = await found('街角豆浆');
  expect(shop?.status).toBe('active');
  expect(shop?.hours.weekly).toHaveLength(7);
  for (const { spans } of shop?.hours.weekly ?? [])
    expect(spans).toEqual([{ opens: '06:30', closes: '21:00' }]);
  await expectUprightWithoutExif(shop);
});

test('an application is looked at, approved, and the look is in the log', async () => {
  const rider = await Asking.as(web.cloud.url, 'rider-2');
  const application = {
    name: '小王早点',
    category: 'catering',
    address: '荷风路 35 号',
    position: { lat: 31.8867, lng: 117.2511, crs: 'GCJ-02', accuracyM: 20 },
    hours: { weekly: [{ weekday: 1, spans: [{ opens: '06:00', closes: '10:00' }] }], exceptions: [] },
    phone: null,
  };
  await rider.ask(`/api/communities/${outang.id}/merchant-applications`, application);
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'application of a merchant', async (step) => {
    await signIn(guest, '社区小陶');
    await press(page, meTexts.desks.merchants, 'link');
    await step('who applied', async () => {
      await press(page, listTexts.waiting(1), 'radio');
      await press(page, /^小王早点/);
      await see(page, viewTexts.logged);
      await see(page, '小王骑手');
    });
    await step('approve', async () => {
      await press(page, viewTexts.approve);
      await sheet(page).getByText(viewTexts.approveAsk('小王早点')).waitFor();
    });
    await step('approved', async () => {
      await sheet(page).getByRole('button', { name: viewTexts.approve }).click();
      await see(page, viewTexts.pause);
    });
  });
  const { items } = await rider.ask<{ items: MyMerchant[] }>('/api/merchants/mine');
  expect(items).toMatchObject([{ name: '小王早点', status: 'active', isClerk: true }]);
  const auditor = await web.enter('', wideScreen);
  await signIn(auditor, '审计老何');
  await press(auditor.page, meTexts.desks.log, 'link');
  await see(auditor.page, actionTexts.merchant_applicant_viewed('小王骑手'));
  await see(auditor.page, actionTexts.merchant_application_decided('小王骑手'));
});

test('two change the same shop: the second is told what the first did, and loses nothing', async () => {
  const [first, second] = [await web.enter('', wideScreen), await web.enter('', phoneScreen)];
  const path = `/#/merchants/desk/edit?communityId=${outang.id}&merchantId=${outang.canteen.id}`;
  for (const [guest, nickname] of [
    [first, '党群老方'],
    [second, '社区小陶'],
  ] as const) {
    await signIn(guest, nickname);
    await guest.page.goto(web.cloud.url + path);
    await see(guest.page, hoursTexts.title);
  }
  await field(first.page, formTexts.phone).fill('0551-33334444');
  await press(first.page, editTexts.save);
  await web.walk(second, 'one of the merchants', async (step) => {
    await step('edit', () => field(second.page, formTexts.address).fill('荷风路 40 号后门'));
    await step('somebody was quicker', async () => {
      await press(second.page, editTexts.save);
      await see(second.page, editTexts.conflict);
      await see(second.page, /^电话改成了“0551-33334444”/);
    });
    expect(await field(second.page, formTexts.address).inputValue()).toBe('荷风路 40 号后门');
    await press(second.page, editTexts.keepMine);
    await second.page.getByText(editTexts.saved).waitFor();
  });
  expect(await found('食堂')).toMatchObject({ address: '荷风路 40 号后门' });
});

test('on a phone', async () => {
  const guest = await web.enter('', phoneScreen);
  const { page } = guest;
  await web.walk(guest, 'desk of merchants', async (step) => {
    await signIn(guest, '社区小陶');
    await step('list', async () => {
      await press(page, meTexts.desks.merchants, 'link');
      await see(page, '荷风面馆');
    });
    await step('import', async () => {
      await press(page, listTexts.import);
      await see(page, importTexts.step1);
    });
    await step('import with bad cells', async () => {
      await chooseSheet(page, '商户-改前.xlsx', badShops, importTexts.choose);
      await expectBadCells(page);
    });
    await step('bad cells below', () => page.locator('.import-problem').last().scrollIntoViewIfNeeded());
  });
});
