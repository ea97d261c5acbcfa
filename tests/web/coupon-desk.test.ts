import readXlsxFile from 'read-excel-file/node';
import { posterTexts } from '../../src/client/codes/desk/texts';
import {
  editTexts,
  kindTexts,
  listTexts,
  stateTexts,
  stepTexts,
  useNames,
} from '../../src/client/coupons/desk/texts';
import { settlementTexts } from '../../src/client/redemptions/desk/texts';
import { monthTexts, searchTexts } from '../../src/client/ui/texts';
import { meTexts } from '../../src/client/settings/texts';
import type { Coupon } from '../../src/contract/coupons';
import type { Session } from '../../src/contract/sessions';
import { outang } from '../support/outang';
import { qrIn } from '../support/qr-picture';
import { wideScreen } from './browser';
import { downloaded, field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

/** As a rider's phone asks it. */
async function asRider<Answer>(path: string, body?: object): Promise<Answer> {
  const send = (url: string, headers: Record<string, string>, payload?: object) =>
    fetch(web.cloud.url + url, {
      headers: { 'content-type': 'application/json', ...headers },
      ...(payload && { method: 'POST', body: JSON.stringify(payload) }),
    });
  const { token } = (await (await send('/api/sessions/demo', {}, { account: 'rider' })).json()) as Session;
  const key = { 'idempotency-key': `${Date.now()}-coupon-desk-test` };
  const answer = await send(path, { authorization: `Bearer ${token}`, ...key }, body);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

const title = '骑手热饭券';
const offered = async () =>
  (await asRider<{ items: Coupon[] }>(`/api/merchants/${outang.canteen.id}/coupons`)).items.find(
    (coupon) => coupon.title === title,
  );

test('staff make a coupon, riders see it, and once it is out it only gets better', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'desk of coupons', async (step) => {
    await signIn(guest, '社区小陶');
    await step('coupons', async () => {
      await press(page, meTexts.desks.coupons, 'link');
      await see(page, listTexts.pick);
    });
    await step('what is missing', async () => {
      await press(page, listTexts.add);
      await see(page, editTexts.what);
      await press(page, editTexts.saveNew);
      await see(page, editTexts.look);
    });
    await step('written', async () => {
      await field(page, editTexts.name).fill(title);
      await press(page, kindTexts.amount_off, 'radio');
      await field(page, editTexts.threshold).fill('20');
      await field(page, editTexts.amount).fill('3.5');
      await page.getByRole('switch', { name: editTexts.hours }).last().click();
      await field(page, editTexts.from).fill('00:00');
      await field(page, editTexts.to).fill('23:00');
      await press(page, useNames.at_once, 'radio');
      await field(page, editTexts.search).fill('食堂');
      await press(page, searchTexts.go);
      await page.getByRole('checkbox', { name: /食堂/ }).last().click();
      await see(page, '满 20 减 3.5 元');
    });
    expect(await offered()).toBeUndefined();
    await step('draft', async () => {
      await press(page, editTexts.saveNew);
      await press(page, new RegExp(title));
      await see(page, stateTexts.draft.hint);
    });
    await step('asked', async () => {
      await press(page, stepTexts.publish.action);
      await sheet(page).getByText(stepTexts.publish.ask(title)).waitFor();
    });
    await step('published', async () => {
      await sheet(page).getByRole('button', { name: stepTexts.publish.action }).click();
      await see(page, stateTexts.published.hint);
    });
    expect(await offered()).toMatchObject({
      value: { kind: 'amount_off', amountFen: 350, thresholdFen: 2000 },
    });
    await step('worse is refused in words', async () => {
      await press(page, listTexts.edit);
      await see(page, editTexts.fixed);
      await field(page, editTexts.to).fill('20:00');
      await press(page, editTexts.save);
      await see(page, '发布后只能放宽');
    });
  });
  expect(await offered()).toMatchObject({ hours: { from: '00:00', to: '23:00' } });
});

test('a month is settled, and its spreadsheet says the same', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  let workbook: Awaited<ReturnType<typeof downloaded>> = { name: '', bytes: Buffer.of() };
  const coupon = await offered();
  await asRider(`/api/coupons/${coupon?.id}/redemptions`, { code: outang.canteen.code });
  await web.walk(guest, 'settlement', async (step) => {
    await signIn(guest, '社区小陶');
    await step('settlement', async () => {
      await press(page, meTexts.desks.settlement, 'link');
      await see(page, settlementTexts.download);
    });
    await step('taken along', async () => {
      workbook = await downloaded(page, () => press(page, settlementTexts.download));
    });
    await step('nothing before', async () => {
      await press(page, monthTexts.earlier);
      await see(page, settlementTexts.empty);
    });
  });
  expect(workbook.name).toMatch(/^优惠结算-\d{4}-\d\d\.xlsx$/);
  const [{ data: rows } = { data: [] }] = await readXlsxFile(workbook.bytes);
  expect(rows[0]?.slice(0, 4)).toEqual(['商户', '优惠券', '优惠内容', '核销']);
  expect(rows.at(-1)?.[0]).toBe('合计');
});

test('a poster is printed true to size, saved sharp, and its code is read', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'poster', async (step) => {
    await signIn(guest, '社区小陶');
    const { url } = (await web.cloud.codesOf(outang.centre.id)).printed;
    await step('codes of a station', async () => {
      await page.goto(`${web.cloud.url}/#/stations/desk/codes?id=${outang.centre.id}`);
      await see(page, /^打印海报/);
    });
    await step('poster', async () => {
      await press(page, /^打印海报/, 'link');
      await see(page, posterTexts.print);
      await page.getByRole('img', { name: /的海报$/ }).waitFor();
    });
    const pagesOf = async () => {
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      return boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
    };
    expect(await pagesOf()).toEqual([[595, 842]]);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    expect(await qrIn(await page.screenshot())).toBe(url);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(wideScreen);

    const png = await downloaded(page, () => press(page, posterTexts.png));
    expect(png.name).toMatch(/-海报-A4\.png$/);
    // Width and height stand behind the signature and the name of the first chunk.
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2480, 3508]);
    expect(await qrIn(png.bytes)).toBe(url);

    await step('small', () => press(page, posterTexts.formats.a6, 'radio'));
    expect(await pagesOf()).toEqual([[298, 420]]);
    await step('mini-program code', async () => {
      await press(page, posterTexts.kinds.miniProgram, 'radio');
      await page.getByRole('img', { name: /的海报$/ }).waitFor();
    });
    await step('another code', async () => {
      await press(page, posterTexts.kinds.qr, 'radio');
      await press(page, posterTexts.replace);
      await sheet(page).getByRole('button', { name: posterTexts.replace }).click();
      await page.getByText(posterTexts.replaced).waitFor();
    });
    expect((await web.cloud.codesOf(outang.centre.id)).printed.url).not.toBe(url);
  });
});
