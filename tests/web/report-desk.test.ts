import type { Page } from 'playwright-core';
import { caseTexts, formTexts, moveTexts } from '../../src/client/reports/desk/case-texts';
import { bulkTexts, keyTexts, stageTexts, triageTexts } from '../../src/client/reports/desk/triage-texts';
import {
  reportCategoryTexts,
  reportNumberText,
  reportStateTexts,
} from '../../src/client/reports/report-text';
import { meTexts } from '../../src/client/settings/texts';
import type { Assignees, Case, CaseRow } from '../../src/contract/report-cases';
import { Asking } from '../support/asking';
import { outang } from '../support/outang';
import { phoneScreen, wideScreen } from './browser';
import { field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const cases = `/api/communities/${outang.id}/cases`;
const asStaff = () => Asking.as(web.cloud.url, 'organiser');

/** Of the demonstration, those in a state. */
async function casesIn(state: string): Promise<CaseRow[]> {
  const staff = await asStaff();
  return (await staff.ask<{ items: CaseRow[] }>(`${cases}?state=${state}`)).items;
}

const lines = (page: Page) => page.locator('.case-line:visible');
const hashOf = (page: Page) => page.evaluate(() => window.location.hash);

test('filters stand in the address: a reload keeps them, the page back leads to the list as it was', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  const [waiting] = await casesIn('triage');
  if (!waiting) throw new Error('Nothing waits in the demonstration');
  await web.walk(guest, 'desk of reports', async (step) => {
    await signIn(guest, '社区小陶');
    await step('list', async () => {
      await press(page, new RegExp(`^${meTexts.desks.reports}`), 'link');
      await lines(page).first().waitFor();
    });
    await step('filtered', async () => {
      await press(page, new RegExp(`${stageTexts.triage}$`));
      await see(page, reportStateTexts.triage.name);
    });
    expect(await hashOf(page)).toContain('state=triage');
    await page.reload();
    await step('after a reload', async () => {
      await see(page, triageTexts.clearAll);
      await page.locator(`#case-${waiting.id}`).waitFor();
    });
    await step('one beside the list', async () => {
      await page.locator(`#case-${waiting.id}`).click();
      await see(page, caseTexts.moves);
      await see(page, caseTexts.timeline);
    });
    expect(await hashOf(page)).toContain(`report=${waiting.id}`);
    await page.goBack();
    await see(page, triageTexts.clearAll);
    expect(await hashOf(page)).not.toContain('report=');
    await step('board', async () => {
      await press(page, triageTexts.clearAll);
      await press(page, triageTexts.board, 'radio');
      await see(page, stageTexts.reopening);
    });
    await step('map', async () => {
      await press(page, triageTexts.map, 'radio');
      await page.locator('.map-pin, .map-cluster').first().waitFor();
    });
  });
});

test('by keyboard: down the list, open, close, choose, hand out together', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  const rows = await casesIn('triage');
  const staff = await asStaff();
  const { departments } = await staff.ask<Assignees>(`${cases}/assignees`);
  await web.walk(guest, 'desk of reports by keyboard', async (step) => {
    await signIn(guest, '社区小陶');
    await page.goto(`${web.cloud.url}/#/reports/desk/triage?communityId=${outang.id}&state=triage`);
    await lines(page).first().waitFor();
    await step('help', async () => {
      await page.keyboard.press('?');
      await sheet(page).getByText(keyTexts.rows[0][0]).waitFor();
    });
    await page.keyboard.press('Escape');
    await step('focus', async () => {
      await page.keyboard.press('j');
      await page.locator('.case-line:focus-visible').waitFor();
    });
    await page.keyboard.press('Enter');
    await see(page, caseTexts.moves);
    await page.keyboard.press('Escape');
    await page.locator('.case-line--line:focus').waitFor();
    await page.keyboard.press('x');
    await see(page, bulkTexts.chosen(1));
    await step('hand out', async () => {
      await page.keyboard.press('a');
      await sheet(page)
        .getByRole('radio', { name: departments[0]?.name ?? '' })
        .click();
    });
    await step('handed out', async () => {
      await sheet(page).getByRole('button', { name: formTexts.confirm }).click();
      await see(page, bulkTexts.done(1));
    });
  });
  expect(await casesIn('triage')).toHaveLength(rows.length - 1);
});

test('somebody else was quicker: it is said, and what was written stays', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  const [open] = await casesIn('in_progress');
  if (!open) throw new Error('Nothing is in hand in the demonstration');
  const words = '请问是几单元门口？';
  await web.walk(guest, 'desk of reports for two', async (step) => {
    await signIn(guest, '社区小陶');
    await page.goto(`${web.cloud.url}/#/reports/desk/triage?communityId=${outang.id}&report=${open.id}`);
    await see(page, `${reportNumberText(open.number)} · ${reportCategoryTexts[open.category]}`);
    await step('written', async () => {
      if (!(await page.getByRole('button', { name: moveTexts.ask.name }).isVisible()))
        await press(page, caseTexts.more);
      await press(page, moveTexts.ask.name);
      await field(page, moveTexts.ask.words).fill(words);
    });
    const other = await asStaff();
    const { version } = await other.ask<Case>(`${cases}/${open.id}`);
    await other.ask(`${cases}/${open.id}/schedule`, {
      version,
      until: new Date(Date.now() + 3 * 86_400_000).toISOString(),
      words: '下周来修',
    });
    await step('somebody was quicker', async () => {
      await sheet(page).getByRole('button', { name: moveTexts.ask.name }).click();
      await sheet(page).getByText(formTexts.conflict).waitFor();
    });
    expect(await field(page, moveTexts.ask.words).inputValue()).toBe(words);
  });
});

test('on a phone one case is a page of its own', async () => {
  const guest = await web.enter('', phoneScreen);
  const { page } = guest;
  await web.walk(guest, 'desk of reports', async (step) => {
    await signIn(guest, '社区小陶');
    await step('list', async () => {
      await press(page, new RegExp(`^${meTexts.desks.reports}`), 'link');
      await lines(page).first().waitFor();
    });
    await step('filters', async () => {
      await press(page, triageTexts.filters);
      await sheet(page).getByText(triageTexts.statesHint).waitFor();
    });
    await page.keyboard.press('Escape');
    await step('one', async () => {
      await lines(page).first().click();
      await see(page, caseTexts.timeline);
    });
  });
});
