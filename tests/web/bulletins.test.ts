import {
  editTexts,
  kindNames,
  listTexts as deskTexts,
  stepTexts,
} from '../../src/client/bulletins/desk/texts';
import { detailTexts, listTexts } from '../../src/client/bulletins/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { searchTexts } from '../../src/client/ui/texts';
import { shareTexts } from '../../src/client/ui/share-texts';
import { phonePhoto } from '../support/photos';
import { phoneScreen, wideScreen } from './browser';
import { chooseFile, field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const title = '冬季取暖补助，本周五截止';

test('staff write one and publish it; a rider finds it by a word and reads it', async () => {
  const desk = await web.enter('', wideScreen);
  await web.walk(desk, 'bulletins on the desk', async (step) => {
    const { page } = desk;
    await signIn(desk, '社区小陶');
    await step('what there is', async () => {
      await press(page, meTexts.desks.bulletins, 'link');
      await see(page, deskTexts.pick);
    });
    await step('written', async () => {
      await press(page, deskTexts.add);
      await field(page, editTexts.heading).fill(title);
      const pasted =
        '骑手也能领，每户一次。\n1. 带身份证\n2. 到驿站登记\n详情看**原文**，或[看站点](/stations/rider/list)。';
      await field(page, `1. ${kindNames.paragraph}`).fill(pasted);
      await see(page, `3. ${kindNames.paragraph}`);
    });
    await step('with a picture', async () => {
      const buffer = await phonePhoto(1_200, 900);
      await chooseFile(page, { name: '窗口.jpg', mimeType: 'image/jpeg', buffer }, () =>
        press(page, kindNames.image),
      );
      await field(page, editTexts.alt).fill('领补助的窗口');
    });
    await step('how to publish', async () => {
      await press(page, editTexts.publish);
      await sheet(page).getByText(stepTexts.publishTitle).waitFor();
    });
    await step('at a time', async () => {
      await sheet(page).getByRole('radio', { name: stepTexts.later }).click();
      await sheet(page).getByRole('button', { name: stepTexts.schedule }).waitFor();
    });
    await step('scheduled', async () => {
      await sheet(page).getByRole('button', { name: stepTexts.schedule }).click();
      await see(page, deskTexts.unschedule);
    });
    await step('published', async () => {
      await press(page, deskTexts.reschedule);
      await sheet(page).getByRole('radio', { name: stepTexts.now, exact: true }).click();
      await sheet(page).getByRole('button', { name: stepTexts.publishNow }).click();
      await see(page, deskTexts.pin);
    });
    await step('pinned', async () => {
      await press(page, deskTexts.pin);
      await sheet(page).getByRole('button', { name: stepTexts.pinIt, exact: true }).click();
      await see(page, deskTexts.repin);
    });
  });
  const rider = await web.enter('/#/bulletins/rider/list', { permissions: ['clipboard-write'] });
  await web.walk(rider, 'bulletins of a rider', async (step) => {
    const { page } = rider;
    await step('what is published', () => see(page, title));
    await step('found', async () => {
      await page.locator('.search-field input').fill('补助');
      await press(page, searchTexts.go);
      await page.locator('.marks__hit').first().waitFor();
    });
    await step('nothing', async () => {
      await page.locator('.search-field input').fill('龘靐');
      await press(page, searchTexts.go);
      await see(page, listTexts.nothing('龘靐'));
    });
    await step('read', async () => {
      await press(page, searchTexts.clear);
      await page.getByRole('link', { name: title }).first().click();
      await see(page, '带身份证');
      await page.locator('.bulletin-body__image img').waitFor();
      expect(await page.title()).toBe(shareTexts.tab(title));
    });
    await step('passed on', async () => {
      await press(page, detailTexts.share);
      await page.getByText(shareTexts.copied).waitFor();
    });
  });
  const narrow = await web.enter('', phoneScreen);
  await web.walk(narrow, 'bulletins on a phone’s desk', async (step) => {
    const { page } = narrow;
    await signIn(narrow, '社区小陶');
    await step('how often it was opened', async () => {
      await press(page, meTexts.desks.bulletins, 'link');
      await press(page, new RegExp(title));
      await see(page, deskTexts.figures);
      await page.getByText(deskTexts.opened(1, 0)).first().waitFor();
    });
    await step('changed', async () => {
      await press(page, deskTexts.edit);
      await see(page, editTexts.about);
    });
    await step('as riders see it', async () => {
      await press(page, editTexts.preview, 'radio');
      await page.locator('.bulletin-edit__preview .bulletin-body__list').first().waitFor();
    });
  });
});
