import { deletionTexts, profileTexts } from '../../src/client/people/texts';
import { mySessionsTexts, phoneFormTexts, signInTexts } from '../../src/client/sessions/texts';
import { meTexts, settingsTexts } from '../../src/client/settings/texts';
import { inWechat, phoneScreen } from './browser';
import { OpenWeb } from './open-web';
import { openTab, press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

test('a newcomer signs in by SMS, changes the profile, and thinks twice about leaving', async () => {
  const guest = await web.enter();
  const { page } = guest;
  await web.walk(guest, 'sign in by SMS', async (step) => {
    await step('sign in', async () => {
      await openTab(page, '我的');
      await press(page, meTexts.signIn);
      await see(page, phoneFormTexts.heading);
    });
    await step('asked to agree first', async () => {
      await page.getByPlaceholder(phoneFormTexts.phonePlaceholder).fill('139 1111 2222');
      await press(page, phoneFormTexts.send);
      await see(page, signInTexts.agreeFirst);
    });
    await step('a code is on its way', async () => {
      await page.getByRole('checkbox').first().click();
      await press(page, phoneFormTexts.send);
      await see(page, phoneFormTexts.sent('139 1111 2222'));
    });
    await step('signed in', async () => {
      await page.getByPlaceholder(phoneFormTexts.codePlaceholder).fill(web.cloud.codeFor('+8613911112222'));
      await press(page, phoneFormTexts.signIn);
      await see(page, '骑手朋友');
    });
    await step('profile', async () => {
      await press(page, /^骑手朋友/, 'link');
      await see(page, profileTexts.company);
    });
    await step('renamed', async () => {
      await page.getByRole('textbox').fill('小陈');
      await press(page, profileTexts.save);
      await page.goto(`${web.cloud.url}/#/settings/rider/settings`);
      await see(page, settingsTexts.account);
    });
    await step('devices', async () => {
      await press(page, new RegExp(`^${settingsTexts.devices}`), 'link');
      await see(page, mySessionsTexts.current);
    });
    await step('leaving', async () => {
      await page.goto(`${web.cloud.url}/#/people/rider/deletion`);
      await press(page, deletionTexts.ask);
      await sheet(page).getByText(deletionTexts.sure).waitFor();
    });
    await step('leaving in a week', async () => {
      await sheet(page).getByRole('button', { name: deletionTexts.confirm }).click();
      await see(page, deletionTexts.dueHint);
    });
    await step('staying', async () => {
      await press(page, deletionTexts.cancel);
      await see(page, deletionTexts.ask);
    });
  });
});

test('in WeChat’s browser one tap signs in and leads back; who says no there is told so', async () => {
  const guest = await web.enter('', { ...phoneScreen, userAgent: inWechat });
  const { page } = guest;
  await web.walk(guest, 'sign in with WeChat on the web', async (step) => {
    await step('sign in', async () => {
      await page.goto(`${web.cloud.url}/#/sessions/rider/sign-in?returnTo=members/rider/membership`);
      await see(page, signInTexts.wechatWeb);
    });
    await step('said no', async () => {
      web.cloud.wechat.visitor = null;
      await page.getByRole('checkbox').first().click();
      await press(page, signInTexts.wechatWeb);
      await see(page, signInTexts.refused.denied);
    });
    await step('signed in, and back where it was asked', async () => {
      web.cloud.wechat.visitor = 'web-rider';
      await page.goto(`${web.cloud.url}/#/sessions/rider/sign-in?returnTo=members/rider/membership`);
      await page.reload();
      await see(page, signInTexts.wechatWeb);
      await press(page, signInTexts.wechatWeb);
      await page.waitForURL(/members\/rider\/membership/);
    });
  });
});
