import type { RequestCategory } from '../../src/contract/requests';
import { meTexts } from '../../src/client/settings/texts';
import { requestStateTexts } from '../../src/client/requests/request-text';
import {
  caseTexts,
  categoryTexts,
  figureTexts,
  listTexts,
  moveTexts,
} from '../../src/client/requests/desk/texts';
import { detailTexts, mineTexts, newTexts } from '../../src/client/requests/rider/texts';
import { writingTexts } from '../../src/client/ui/draft-texts';
import { Asking } from '../support/asking';
import { outang } from '../support/outang';
import { phoneScreen, wideScreen } from './browser';
import { field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { openTab, press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const words = '站点说我请假要扣三天工钱，合同里没有写。想知道该怎么办。';
const answer = '请假扣钱没有依据。带上合同，周二到周五来工会，帮您跟站点谈。';
const rider = '陈师傅';
const base = `/api/communities/${outang.id}`;

test('a rider asks, an officer answers at a desk, the rider rates', async () => {
  const asking = await web.enter('', phoneScreen);
  await signIn(asking, rider);
  await web.walk(asking, 'ask for help', async (step) => {
    const { page } = asking;
    await step('mine', async () => {
      await press(page, meTexts.requests, 'link');
      await see(page, mineTexts.ask);
    });
    await step('categories', async () => {
      await press(page, mineTexts.ask);
      await see(page, '法律咨询');
    });
    await step('confidential', async () => {
      await press(page, /^法律咨询/, 'radio');
      await see(page, newTexts.confidentialWords('司法所'));
    });
    await step('written', async () => {
      await press(page, newTexts.change);
      await press(page, /^劳动报酬/, 'radio');
      await field(page, newTexts.words).fill(words);
      await see(page, newTexts.openWords);
    });
    await step('sent', async () => {
      await press(page, writingTexts.submit);
      await see(page, detailTexts.sent);
    });
  });

  const desk = await web.enter('', wideScreen);
  await signIn(desk, '工会小徐');
  await web.walk(desk, 'answer a request', async (step) => {
    const { page } = desk;
    await step('desk', async () => {
      await press(page, new RegExp(`^${meTexts.desks.requests}`), 'link');
      await page.locator('.request-row:visible', { hasText: words }).waitFor();
    });
    await step('one beside the list', async () => {
      await page.locator('.request-row:visible', { hasText: words }).click();
      await see(page, caseTexts.moves);
      await see(page, caseTexts.timeline);
    });
    await press(page, moveTexts.accept.name);
    await sheet(page).getByRole('button', { name: moveTexts.accept.name }).click();
    await see(page, requestStateTexts.accepted.name);
    await step('answering', async () => {
      await press(page, moveTexts.answer.name);
      await field(page, moveTexts.answer.words).fill(answer);
    });
    await step('answered', async () => {
      await sheet(page).getByRole('button', { name: moveTexts.answer.name }).click();
      await see(page, answer);
      await see(page, requestStateTexts.answered.name);
    });
  });

  await web.walk(asking, 'rate an answer', async (step) => {
    const { page } = asking;
    await page.evaluate(() => (window.location.hash = '#/requests/rider/mine'));
    await step('answered', async () => {
      await page.reload();
      await page
        .locator('.request-line:visible', { hasText: requestStateTexts.answered.name })
        .first()
        .waitFor();
    });
    await step('answer', async () => {
      await page
        .locator('.request-line:visible', { hasText: requestStateTexts.answered.name })
        .first()
        .click();
      await see(page, answer);
    });
    await step('follow up', async () => {
      await press(page, detailTexts.followUp(2));
      await sheet(page).waitFor();
    });
    await page.keyboard.press('Escape');
    await step('rated', async () => {
      await press(page, /^5 星/, 'radio');
      await press(page, detailTexts.rateSend);
      await see(page, detailTexts.yourRating);
    });
  });
});

test('an organiser sees figures, what can be asked and who reads it in confidence', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await signIn(guest, '党群老方');
  await web.walk(guest, 'requests for organisers', async (step) => {
    await step('figures', async () => {
      await openTab(page, '我的');
      await press(page, meTexts.desks.requestFigures, 'link');
      await see(page, figureTexts.title);
      await page.locator('.request-figures:visible, .still:visible').first().waitFor();
    });
    const to = `${web.cloud.url}/#/requests/desk/categories?communityId=${outang.id}`;
    await step('categories', async () => {
      await page.goto(to);
      await see(page, '法律咨询');
    });
    await step('one', async () => {
      await page.locator('.category-row__main:visible', { hasText: '劳动报酬' }).click();
      await sheet(page).waitFor();
    });
    await page.keyboard.press('Escape');
    await step('readers', async () => {
      await press(page, categoryTexts.readers);
      await sheet(page).getByText('司法小宁').waitFor();
    });
  });
});

test('the desk on a phone: filters, and one request', async () => {
  const asking = await Asking.as(web.cloud.url, 'rider-2');
  const { items } = await asking.ask<{ items: RequestCategory[] }>(`${base}/request-categories`);
  const categoryId = items.find(({ name }) => name === '生活困难')?.id;
  const asked = { categoryId, words: '房东要涨租', spokenWords: false, writtenAt: new Date().toISOString() };
  await asking.ask(`${base}/requests`, asked);
  const guest = await web.enter('', phoneScreen);
  const { page } = guest;
  await signIn(guest, '社区小陶');
  await web.walk(guest, 'requests on a phone', async (step) => {
    await step('desk', async () => {
      await press(page, new RegExp(`^${meTexts.desks.requests}`), 'link');
      await page.locator('.request-row:visible', { hasText: '房东要涨租' }).waitFor();
    });
    await step('filters', async () => {
      await press(page, listTexts.filters);
      await sheet(page).waitFor();
    });
    await page.keyboard.press('Escape');
    await step('one', async () => {
      await page.locator('.request-row:visible', { hasText: '房东要涨租' }).click();
      await see(page, caseTexts.timeline);
    });
  });
});
