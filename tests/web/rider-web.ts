import type { Page } from 'playwright-core';
import { checkInTexts } from '../../src/client/check-ins/texts';
import { signInTexts } from '../../src/client/sessions/texts';

/** The page on top: those below it in Taro's stack are in the document too, in the shade. */
const top = (page: Page) => page.locator('.taro_page:not(.taro_page_shade)').last();

export const see = (page: Page, text: string | RegExp): Promise<void> =>
  top(page)
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .filter({ visible: true })
    .first()
    .waitFor();

export const press = (page: Page, name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') =>
  top(page)
    .getByRole(role, typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();

/** A question from below, above the page. */
export const sheet = (page: Page) => page.getByRole('dialog');

/** In Taro's tab bar. */
export const openTab = (page: Page, name: '首页' | '站点' | '服务' | '优惠' | '我的') =>
  page.locator('.tab-bar').getByRole('link', { name, exact: true }).click();

export const stationLinks = (page: Page) => page.locator('.station-list__rows .station-row:visible');

export const stationNames = (page: Page): Promise<string[]> =>
  page.locator('.station-list__rows .station-row__name:visible').allTextContents();

/** On the sign-in page: agrees to the notice and chooses a demonstration account. */
export async function signInAs(page: Page, nickname: string): Promise<void> {
  await see(page, signInTexts.demo);
  await page.getByRole('checkbox').first().click();
  await press(page, new RegExp(`^${nickname} · `));
}

/** On the check-in page: types the number below a code. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await see(page, checkInTexts.typed);
  await page.locator('.typed-code input').fill(code);
  await press(page, checkInTexts.typedSubmit);
}
