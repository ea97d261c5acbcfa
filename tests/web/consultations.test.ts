import { dayTexts, hoursTexts } from '../../src/client/consultations/desk/texts';
import { bookTexts, detailTexts } from '../../src/client/consultations/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { phoneScreen, wideScreen } from './browser';
import { field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const note = '上个月的加班费没有发';

test('a rider takes an appointment in an officer’s hours, and the officer sees who comes and why', async () => {
  const guest = await web.enter('', phoneScreen);
  await signIn(guest, '陈师傅');
  let day = '';
  await web.walk(guest, 'take an appointment', async (step) => {
    const { page } = guest;
    await step('days and times', async () => {
      await page.evaluate(() => (window.location.hash = '#/consultations/rider/book'));
      await see(page, bookTexts.choose);
      await page.locator('.book__slot:visible').first().waitFor();
    });
    await step('chosen', async () => {
      await page.locator('.book__slot:visible').first().click();
      await field(page, bookTexts.note).fill(note);
    });
    await step('taken', async () => {
      day = await page.locator('.book__day--on .book__date').innerText();
      await press(page, /^约 /);
      await see(page, detailTexts.reminded);
    });
  });

  const desk = await web.enter('', wideScreen);
  await signIn(desk, '工会小徐');
  await web.walk(desk, 'who comes to consult', async (step) => {
    const { page } = desk;
    await step('today', async () => {
      await press(page, new RegExp(`^${meTexts.desks.consultations}`), 'link');
      await see(page, dayTexts.hours);
    });
    await step('the day', async () => {
      await press(page, new RegExp(`^${day} .*${dayTexts.counts(1, 0)}`), 'radio');
      await see(page, note);
      await see(page, '陈师傅');
    });
    await step('hours', async () => {
      await press(page, new RegExp(`^${dayTexts.hours}`), 'link');
      await see(page, hoursTexts.add);
      await see(page, new RegExp(hoursTexts.booked(1)));
    });
  });
});
