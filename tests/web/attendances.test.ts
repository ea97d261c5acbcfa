import { attendanceTexts } from '../../src/client/attendances/texts';
import { dayCode } from '../../src/client/attendances/day-code';
import { rulesTexts } from '../../src/client/attendances/desk/texts';
import type { KeptDayCode } from '../../src/client/attendances/kept-codes';
import { codeTexts, listTexts, todayTexts } from '../../src/client/attendances/leader/texts';
import { checkTexts } from '../../src/client/attendances/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { uiTexts } from '../../src/client/ui/texts';
import { wideScreen, type Visit } from './browser';
import { OpenWeb, signIn } from './open-web';
import { openTab, press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
}, 60_000);
afterEach(() => web.leave());
afterAll(() => web.close());

const activity = '整理爱心书屋';

/** What a leader's browser keeps to make its codes of. */
async function keptCode({ page }: Visit): Promise<KeptDayCode> {
  const kept = await page.evaluate<string | undefined>(
    `Object.entries(localStorage).find(([key]) => key.includes('day-code.'))?.[1]`,
  );
  const parsed = JSON.parse(kept ?? 'null') as { data?: KeptDayCode } & KeptDayCode;
  return parsed.data ?? parsed;
}

async function openToday(leader: Visit): Promise<void> {
  await press(leader.page, new RegExp(`^${meTexts.days}`), 'link');
  await press(leader.page, new RegExp(`^${checkTexts.lead}`), 'link');
  await see(leader.page, activity);
}

test('the leader shows the code, a rider comes by it, and the list says so', async () => {
  const leader = await web.enter();
  await signIn(leader, '志愿者老吴');
  await web.walk(leader, 'lead the day of an activity', async (step) => {
    await step('what I lead today', async () => {
      await openToday(leader);
      await see(leader.page, todayTexts.ready);
    });
    await step('the code', async () => {
      await press(leader.page, todayTexts.code);
      await see(leader.page, codeTexts.lead.in);
    });
    await leader.context.setOffline(true);
    await see(leader.page, uiTexts.offline);
    await step('it goes on without a network', () => see(leader.page, codeTexts.offline));
    await leader.context.setOffline(false);
  });
  const kept = await keptCode(leader);
  const shown = dayCode(kept, 'in', Date.now() + kept.aheadMs);
  const rider = await web.enter();
  await signIn(rider, '陈师傅');
  await web.walk(rider, 'come to an activity by its code', async (step) => {
    await step('scanned by the phone’s own camera', async () => {
      await rider.page.goto(shown.text);
      await see(rider.page, checkTexts.came);
    });
    await step('mine, with what to type instead', async () => {
      await press(rider.page, checkTexts.close);
      await see(rider.page, checkTexts.mine);
      await press(rider.page, checkTexts.type);
      await sheet(rider.page).getByText(checkTexts.typeHint).waitFor();
    });
  });
  await web.walk(leader, 'who was there', async (step) => {
    await step('the list', async () => {
      await press(leader.page, codeTexts.list);
      await see(leader.page, new RegExp(attendanceTexts.ways.code));
    });
    await step('one more by hand', async () => {
      await leader.page
        .getByRole('checkbox', { name: listTexts.tick('李大姐', 'in') })
        .last()
        .click();
      await see(leader.page, listTexts.counts(2, 3, 0));
    });
    await step('their time mended', async () => {
      await press(leader.page, /^李大姐/);
      await sheet(leader.page).getByText(listTexts.mendHint).waitFor();
    });
  });
}, 180_000);

test('at a desk: the list, and when signing up is paused', async () => {
  const leader = await web.enter('', wideScreen);
  await signIn(leader, '志愿者老吴');
  await web.walk(leader, 'the list at a desk', async (step) => {
    await step('what I lead', () => openToday(leader));
    await step('the list', async () => {
      await press(leader.page, todayTexts.list);
      await see(leader.page, listTexts.allow);
    });
  });
  const organiser = await web.enter('', wideScreen);
  await signIn(organiser, '党群老方');
  await web.walk(organiser, 'rules of no-shows', async (step) => {
    await step('the rules', async () => {
      await openTab(organiser.page, '我的');
      await press(organiser.page, meTexts.desks.activityRules, 'link');
      await see(organiser.page, rulesTexts.isPausing);
    });
    await step('saved', async () => {
      await organiser.page.getByLabel(rulesTexts.pauseDays).first().fill('14');
      await press(organiser.page, rulesTexts.save);
      await see(organiser.page, rulesTexts.said(3, 180, 14));
    });
  });
}, 120_000);
