import type { Page } from 'playwright-core';
import { editTexts } from '../../src/client/activities/desk/edit-texts';
import { listTexts as deskTexts, signUpsTexts, viewTexts } from '../../src/client/activities/desk/texts';
import { detailTexts, listTexts, mineTexts, signUpTexts } from '../../src/client/activities/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { calendarTexts } from '../../src/client/ui/calendar-texts';
import { wideScreen, type Visit } from './browser';
import { downloaded, field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const title = '藕塘东岸清垃圾';

/** Later than what the riders of the demonstration signed up for, by the clocks of Hefei. */
const day = new Date(Date.now() + (10 * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

const answer = (page: Page, text: string) => sheet(page).getByRole('button', { name: text }).click();

/** From one's own tab to the activity. */
async function find({ page }: Visit): Promise<void> {
  await press(page, new RegExp(meTexts.activitiesHint), 'link');
  await see(page, listTexts.mine);
  await press(page, new RegExp(title), 'link');
  await see(page, detailTexts.about);
}

/** With the question answered and the risks agreed to. */
async function fillIn({ page }: Visit): Promise<void> {
  await see(page, signUpTexts.insurance);
  await press(page, '手套', 'radio');
  await page.getByRole('checkbox', { name: signUpTexts.agree }).last().click();
}

async function makeAndPublish(
  { page }: Visit,
  step: (name: string, act: () => Promise<unknown>) => Promise<void>,
) {
  await step('activities', async () => {
    await press(page, meTexts.desks.activities, 'link');
    await see(page, deskTexts.pick);
  });
  await step('what is missing', async () => {
    await press(page, deskTexts.add);
    await press(page, editTexts.saveNew);
    await see(page, editTexts.look);
  });
  await step('written', async () => {
    await field(page, editTexts.name).fill(title);
    await press(page, '环境整治', 'radio');
    await field(page, editTexts.about).fill('沿着水边捡垃圾，社区发夹子和袋子。');
    await field(page, editTexts.startsOn).fill(day);
    await press(page, editTexts.elsewhere, 'radio');
    await field(page, editTexts.place).fill('藕塘东岸，荷风桥头');
    await field(page, editTexts.capacity).fill('1');
    await press(page, editTexts.addQuestion);
    await field(page, editTexts.questionLabel).fill('要领什么');
    await field(page, editTexts.option(1)).fill('手套');
    await field(page, editTexts.option(2)).fill('袖套');
    await field(page, editTexts.riskNotice).fill('穿防滑鞋，不下水。');
    await field(page, editTexts.insurance).fill('社区已买当天的意外险。');
  });
  await step('draft', async () => {
    await press(page, editTexts.saveNew);
    await press(page, deskTexts.filters.draft, 'radio');
    await press(page, new RegExp(title));
    await see(page, viewTexts.publish);
  });
  await step('asked', async () => {
    await press(page, viewTexts.publish);
    await sheet(page).getByText(viewTexts.publishAsk(title)).waitFor();
  });
  await step('published', async () => {
    await answer(page, viewTexts.publish);
    await see(page, viewTexts.signUps);
  });
}

test('staff make an activity, a rider takes the only place, another waits and moves up', async () => {
  const staff = await web.enter('', wideScreen);
  await web.walk(staff, 'activities: the desk', async (step) => {
    await signIn(staff, '社区小陶');
    await makeAndPublish(staff, step);
  });

  const first = await web.enter();
  await web.walk(first, 'activities: a place', async (step) => {
    const { page } = first;
    await signIn(first, '陈师傅');
    await step('one of them', () => find(first));
    await step('to fill in', async () => {
      await press(page, detailTexts.signUp);
      await fillIn(first);
    });
    await step('signed up', async () => {
      await press(page, signUpTexts.submit);
      await see(page, detailTexts.going);
    });
    const calendar = await downloaded(page, () => press(page, calendarTexts.add));
    expect(calendar.name).toMatch(/\.ics$/);
    expect(calendar.bytes.toString()).toContain('BEGIN:VEVENT');
    await step('in the calendar', () => see(page, calendarTexts.answers.file.title));
  });

  const second = await web.enter();
  await web.walk(second, 'activities: waiting', async (step) => {
    const { page } = second;
    await signIn(second, '小王骑手');
    await step('full', () => find(second));
    await step('in line', async () => {
      await press(page, detailTexts.waitlist);
      await fillIn(second);
      await press(page, signUpTexts.submitWaiting);
      await see(page, detailTexts.inLine(1));
    });
  });

  await web.walk(first, 'activities: taken back', async (step) => {
    const { page } = first;
    await step('asked', async () => {
      await press(page, detailTexts.cancel);
      await sheet(page).getByText(detailTexts.cancelHint).waitFor();
    });
    await answer(page, detailTexts.cancel);
    await see(page, detailTexts.waitlist);
  });
  await web.walk(second, 'activities: moved up', async (step) => {
    const { page } = second;
    await step('mine', async () => {
      await page.goto(`${web.cloud.url}/#/activities/rider/mine`);
      await see(page, mineTexts.title);
      await page.locator('.activity-card:visible').filter({ hasText: title }).getByText('已报名').waitFor();
    });
  });
  await web.walk(staff, 'activities: who comes', async (step) => {
    const { page } = staff;
    await step('sign-ups', async () => {
      await press(page, viewTexts.signUps);
      await see(page, signUpsTexts.counts(1, 0));
      await see(page, '小王骑手');
    });
    const list = await downloaded(page, () => press(page, signUpsTexts.export));
    expect(list.name).toMatch(/\.xlsx$/);
  });
});
