import { readPass, type PassReading } from '../../src/contract/redemptions';
import { readPass as readKeptPass } from '../../src/client/redemptions/kept-pass';
import { passCode } from '../../src/client/redemptions/rider/pass-code';
import Pass from '../../src/client/redemptions/rider/pass';
import { passTexts as texts } from '../../src/client/redemptions/rider/texts';
import { outang } from '../support/outang';
import { newRider, signedInRider, type Rider } from './support/rider';
import { press, seen, until } from './support/screen';

const picture = () => document.querySelector<HTMLImageElement>('.qr-code img, .qr-code')?.getAttribute('src');

/** What the page shows, from what the phone keeps; browsers read the picture itself. */
async function shownCode({ device, root }: Rider): Promise<string> {
  const kept = await until(() => readKeptPass(device.storage, root.sessions.me?.id ?? ''));
  return passCode(kept, Date.now() + kept.aheadMs).text;
}

async function readingOf(code: string): Promise<PassReading> {
  const clerk = await signedInRider('merchant-clerk');
  return clerk.root.api.call(readPass, { merchantId: outang.noodles.id, code });
}

test('what it shows is taken by the shop', async () => {
  const rider = await signedInRider('rider-2');
  await rider.open(Pass);
  await seen(texts.lead);
  await seen('秒后自动换新');
  expect(picture()).toMatch(/^data:image\/svg/);
  const reading = await readingOf(await shownCode(rider));
  expect(reading.coupons.map(({ title }) => title)).toContain('面条满 15 减 3');
});

test('opened again without a network it is shown as well', async () => {
  const before = await signedInRider('rider-2');
  await before.open(Pass);
  await seen(texts.lead);
  const rider = newRider(before.device);
  rider.device.goOffline();
  await rider.open(Pass);
  await seen(texts.offline);
  expect(picture()).toMatch(/^data:image\/svg/);
  expect((await readingOf(await shownCode(rider))).rider).toBe('骑手');
});

test('never made, and no network: says what to do, and does it', async () => {
  const { device, open } = await signedInRider('rider-2');
  device.goOffline();
  await open(Pass);
  await seen(texts.none);
  device.goOnline();
  await seen(texts.lead);
});

test('a code that no shop can read is replaced', async () => {
  const { device, open } = await signedInRider('rider-2');
  await open(Pass);
  await seen(texts.lead);
  const before = picture();
  await press(texts.unread);
  await until(() => picture() !== before);
  expect(device.http.log.filter((line) => line === 'POST /api/passes')).toHaveLength(2);
});

test('is for those who are signed in', async () => {
  const { open } = newRider();
  await open(Pass);
  await seen('请先登录');
});
