import type { Page } from 'playwright-core';

/** Innermost, on the page that is shown: pages below it in Taro's stack are in the document too. */
export const says = (page: Page, text: string | RegExp) =>
  page
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .filter({ visible: true })
    .first();

export const see = (page: Page, text: string | RegExp): Promise<void> => says(page, text).waitFor();

export const press = (
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' | 'radio' | 'switch' = 'button',
) =>
  page
    .getByRole(role, typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();

export const openTab = (page: Page, name: '首页' | '站点' | '我的') => press(page, name, 'link');

export const stationLinks = (page: Page) => page.locator('.station-list__rows .station-row:visible');

/** On the sign-in page: agrees to the notice and chooses a demonstration account. */
export async function signInAs(page: Page, nickname: string): Promise<void> {
  await see(page, '演示账号');
  await page.getByRole('checkbox').first().click();
  await press(page, new RegExp(`^${nickname} · `));
}

/** On the check-in page: types the number below a code. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await see(page, '手动输入编号');
  await page.locator('.typed-code input').fill(code);
  await press(page, '用编号签到');
}
