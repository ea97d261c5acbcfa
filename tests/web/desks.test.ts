import { readFileSync } from 'node:fs';
import { logTexts } from '../../src/client/audit/desk/texts';
import { applicationTexts, memberTexts, peopleTexts } from '../../src/client/members/desk/texts';
import { gridTexts, membershipTexts, partyTexts } from '../../src/client/members/rider/texts';
import { deliveryTexts } from '../../src/client/notices/desk/texts';
import { inboxTexts, preferencesTexts } from '../../src/client/notices/texts';
import { meTexts } from '../../src/client/settings/texts';
import { searchTexts } from '../../src/client/ui/texts';
import { roleNames } from '../../src/client/ui/role-names';
import { outang } from '../support/outang';
import { phoneScreen, wideScreen } from './browser';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

test('staff approve an application and pause a member', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'desk of staff', async (step) => {
    await signIn(guest, '社区小陶');
    await step('applications', async () => {
      await press(page, meTexts.desks.grid, 'link');
      await see(page, applicationTexts.pick);
    });
    await step('an application', async () => {
      await press(page, /^小马/);
      await see(page, applicationTexts.areas);
    });
    await step('approve', async () => {
      await press(page, applicationTexts.approve);
      await sheet(page).getByText(applicationTexts.approveAsk('小马')).waitFor();
    });
    await step('approved', async () => {
      await sheet(page).getByRole('button', { name: applicationTexts.approve }).click();
      await see(page, /编号 藕塘-\d{3}/);
    });
    await step('people', async () => {
      await page.goto(`${web.cloud.url}/#/members/desk/people?communityId=${outang.id}`);
      await see(page, peopleTexts.pick);
      await see(page, '李大姐');
    });
    await step('found', async () => {
      await page
        .getByLabel(peopleTexts.search)
        .locator('input')
        .or(page.locator('input'))
        .first()
        .fill('小周');
      await press(page, searchTexts.go);
      await press(page, /^面馆小周/, 'link');
      await see(page, memberTexts.status);
    });
    await step('pause', async () => {
      await press(page, memberTexts.pause);
      await sheet(page).getByRole('textbox').fill('请来社区核对');
    });
    await step('paused', async () => {
      await sheet(page).getByRole('button', { name: memberTexts.pause }).click();
      await see(page, memberTexts.pausedBecause('请来社区核对'));
    });
  });
});

test('the organiser gives a role with its department, on a phone', async () => {
  const guest = await web.enter('', phoneScreen);
  const { page } = guest;
  await web.walk(guest, 'desk of the organiser', async (step) => {
    await signIn(guest, '党群老方');
    await step('people', async () => {
      await press(page, meTexts.desks.people, 'link');
      await see(page, '志愿者老吴');
    });
    await step('a member', async () => {
      await press(page, /^志愿者老吴/, 'link');
      await see(page, memberTexts.rolesHint);
    });
    await step('a department is missing', async () => {
      await page.getByRole('checkbox', { name: roleNames.department_officer }).click();
      await see(page, memberTexts.departmentMissing);
    });
    await step('saved', async () => {
      await page.getByRole('checkbox', { name: '工会' }).click();
      await press(page, memberTexts.save);
      await page.getByText(memberTexts.saved, { exact: true }).waitFor();
    });
    await step('party members', async () => {
      await page.goto(`${web.cloud.url}/#/members/desk/party?communityId=${outang.id}`);
      await see(page, /^\d+ 人$/);
    });
  });
});

test('an auditor sees, cannot act, and takes the log along', async () => {
  const guest = await web.enter('', wideScreen);
  const { page } = guest;
  await web.walk(guest, 'desk of the auditor', async (step) => {
    await signIn(guest, '审计老何');
    await step('a member', async () => {
      await press(page, meTexts.desks.people, 'link');
      await press(page, /^张网格/, 'link');
      await see(page, memberTexts.statusReadOnly);
      expect(await page.getByRole('button', { name: memberTexts.pause }).count()).toBe(0);
      expect(await page.getByRole('checkbox').count()).toBe(0);
    });
    await step('deliveries', async () => {
      await page.goto(`${web.cloud.url}/#/notices/desk/deliveries?communityId=${outang.id}`);
      await see(page, deliveryTexts.noneStuck);
    });
    await step('log', async () => {
      await page.goto(`${web.cloud.url}/#/audit/desk/log?communityId=${outang.id}`);
      await see(page, /^操作人 审计老何/);
    });
    await step('log exported', async () => {
      const download = page.waitForEvent('download');
      await press(page, logTexts.export);
      await see(page, logTexts.intact);
      const text = readFileSync(await (await download).path(), 'utf8');
      expect(JSON.parse(text)).toMatchObject([{ communityId: outang.id, isIntact: true }]);
    });
  });
});

test("a rider's own side: what they are told, what they are, what they tell", async () => {
  const guest = await web.enter('', phoneScreen);
  const { page } = guest;
  const open = (path: string) => page.goto(`${web.cloud.url}/#/${path}`);
  await web.walk(guest, 'membership', async (step) => {
    await signIn(guest, '陈师傅');
    await step('inbox', async () => {
      await open('notices/rider/inbox');
      await see(page, inboxTexts.preferences);
    });
    await step('preferences', async () => {
      await open('notices/rider/preferences');
      await page.getByRole('switch', { name: preferencesTexts.quiet }).click();
      await see(page, preferencesTexts.from);
    });
    await step('what I am', async () => {
      await open('members/rider/membership');
      await see(page, membershipTexts.roles(roleNames.rider));
    });
    await step('application', async () => {
      await press(page, new RegExp(`^${membershipTexts.grid}`), 'link');
      await press(page, '荷风路');
      await page.getByRole('button', { name: gridTexts.remove('荷风路') }).waitFor();
    });
    await step('application sent', async () => {
      await press(page, gridTexts.submit);
      await see(page, gridTexts.waiting);
    });
    await step('party consent', async () => {
      await open('members/rider/party');
      await see(page, partyTexts.lead);
      await page.locator('.taro_page:not(.taro_page_shade) input').last().fill('海棠街道快递行业党支部');
      await press(page, partyTexts.submit);
      await sheet(page).getByText(partyTexts.consentTitle).waitFor();
    });
    await step('reported in', async () => {
      await sheet(page).getByRole('button', { name: partyTexts.agree }).click();
      await see(page, partyTexts.reported);
    });
    await step('badge', async () => {
      await page.evaluate(() => localStorage.clear());
      await page.goto(web.cloud.url);
      await page.reload();
      await signIn(guest, '张网格');
      await open('members/rider/grid');
      await see(page, /^藕塘-\d{3}$/);
    });
  });
});
