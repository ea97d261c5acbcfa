import { clerkTexts, codesTexts, mineTexts, shopTexts } from '../../src/client/merchants/shop/texts';
import { scanTexts } from '../../src/client/platform/texts';
import { passTexts } from '../../src/client/redemptions/rider/texts';
import {
  booksTexts,
  counterTexts,
  doneTexts,
  passSheetTexts,
  reversalTexts,
} from '../../src/client/redemptions/shop/texts';
import { meTexts } from '../../src/client/settings/texts';
import { Asking } from '../support/asking';
import { outang } from '../support/outang';
import { qrIn } from '../support/qr-picture';
import { wideScreen, type Visit } from './browser';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const counterPath = `/#/redemptions/shop/counter?merchantId=${outang.noodles.id}`;
const noodles = '满 15 减 3 元';

/** What the page asked about those who wait, other than by listening. */
function pollsOf({ page }: Visit): string[] {
  const polls: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/holds')) polls.push(request.url());
  });
  return polls;
}

test('two taps to the counter; who waits is told within a second, confirmed, in the books, taken back', async () => {
  const guest = await web.enter();
  const { page } = guest;
  const polls = pollsOf(guest);
  const rider = await Asking.as(web.cloud.url, 'rider');
  await web.walk(guest, 'counter', async (step) => {
    await signIn(guest, '面馆小周');
    await step('my shops', async () => {
      await press(page, new RegExp(`^${meTexts.shop}`), 'link');
      await see(page, '荷风面馆');
    });
    await step('nobody waits', async () => {
      await press(page, mineTexts.counter);
      await see(page, counterTexts.empty);
    });
    const grant = await rider.holdNoodles();
    const heldAt = Date.now();
    await see(page, noodles);
    expect(Date.now() - heldAt).toBeLessThan(1_000);
    expect(polls).toEqual([]);
    await step('somebody waits', () => see(page, counterTexts.waiting(1)));
    await press(page, /^确认使用：/);
    await see(page, doneTexts.compare);
    const number = await rider.numberOf(grant);
    await step('confirmed', () => see(page, `${number.slice(0, 3)} ${number.slice(3)}`));
    expect(polls).toEqual([]);
    await step('books', async () => {
      await press(page, counterTexts.books, 'link');
      await see(page, number);
    });
    await step('taking it back', async () => {
      await press(page, `${booksTexts.reverse} ${number}`);
      await sheet(page).getByText(reversalTexts.suggestions[0]).click();
    });
    await step('taken back', async () => {
      await sheet(page).getByRole('button', { name: reversalTexts.confirm }).click();
      await see(page, booksTexts.reversedFor(reversalTexts.suggestions[0]));
    });
    await press(page, booksTexts.export);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, booksTexts.download)]);
    expect(file.suggestedFilename()).toMatch(/^荷风面馆-核销-.+\.xlsx$/);
  });
});

test('a pass shown without a network is read by the shop, and redeemed', async () => {
  // The page stays open; a service worker asked for without a network would be complained of.
  const rider = await web.enter('', { serviceWorkers: 'block' });
  const clerk = await web.enter();
  await signIn(rider, '李大姐');
  await rider.page.goto(`${web.cloud.url}/#/redemptions/rider/pass`);
  await web.walk(rider, 'pass', async (step) => {
    await step('shown', () => see(rider.page, passTexts.lead));
    await rider.context.setOffline(true);
    await step('shown without a network', () => see(rider.page, passTexts.offline));
  });
  await signIn(clerk, '面馆小周');
  await clerk.page.goto(web.cloud.url + counterPath);
  await web.walk(clerk, 'pass at the counter', async (step) => {
    await see(clerk.page, counterTexts.empty);
    const code = await qrIn(await rider.page.locator('.qr-code').screenshot());
    await press(clerk.page, counterTexts.scan);
    const overlay = clerk.page.getByRole('dialog', { name: scanTexts.title });
    await overlay.getByLabel(scanTexts.typed).fill(code ?? '');
    await overlay.getByRole('button', { name: scanTexts.done }).click();
    await step('choose', async () => {
      await sheet(clerk.page).getByText(noodles).click();
    });
    await step('redeemed', async () => {
      await sheet(clerk.page).getByRole('button', { name: passSheetTexts.redeem, exact: true }).click();
      await see(clerk.page, doneTexts.compare);
    });
  });
});

test('the back room of a shop, on a desk', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  const open = (name: string) =>
    page.goto(`${web.cloud.url}/#/merchants/shop/${name}?merchantId=${outang.noodles.id}`);
  await web.walk(guest, 'back room', async (step) => {
    await signIn(guest, '面馆小周');
    await step('settings', async () => {
      await open('shop');
      await see(page, shopTexts.trust);
    });
    await step('an invitation', async () => {
      await open('clerks');
      await press(page, clerkTexts.invite);
      await see(page, clerkTexts.invitation);
    });
    await step('printed code', async () => {
      await open('codes');
      await press(page, '张贴码', 'radio');
      await see(page, codesTexts.replace);
    });
    await step('counter', async () => {
      await page.goto(web.cloud.url + counterPath);
      await see(page, counterTexts.empty);
    });
  });
});
