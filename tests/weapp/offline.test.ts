import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { meTexts } from '../../src/client/settings/texts';
import { uiTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import { keptSession, putAway, signInWithWechat, takePhone, walkOn } from './rider-phone';

process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const platform = 'weapp' as const;
const isCheckIn = ({ pathname }: URL) => pathname === '/api/check-ins';

async function visits(): Promise<number> {
  const session = keptSession(mp.runtime.exportStorage());
  return (await cloud.checkInsOf(session?.token ?? '')).length;
}

test('a check-in made offline waits through a restart and is sent exactly once', async () => {
  const sent: string[] = [];
  const onRequest = (url: URL) => void (isCheckIn(url) && sent.push(url.pathname));
  const openid = 'rider-in-a-cellar';
  mp = takePhone(cloud, { openid, onRequest });
  const code = (await cloud.codesOf(outang.centre.id)).printed.url;
  await recordJourney({ name: 'offline, closed, back online', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in', async () => {
      mp.runtime.launch('settings/rider/me');
      await mp.press(meTexts.signIn);
      await signInWithWechat(mp);
      await mp.seeText(meTexts.signOut);
    });
    await step('check in without a network', async () => {
      mp.runtime.tapTab('首页');
      await mp.settled();
      mp.phone.goOffline();
      await mp.seeText(uiTexts.offline);
      mp.phone.willScan(code);
      await mp.press(homeTexts.scan);
      await mp.seeText(checkInTexts.result.queued);
    });
    await step('open the app again, still without a network', async () => {
      const storage = mp.runtime.exportStorage();
      mp.close();
      mp = takePhone(cloud, { openid, onRequest, storage });
      mp.phone.goOffline();
      mp.runtime.launch();
      await mp.seeText(homeTexts.queued(1));
    });
    expect(mp.all('.station-plate')).toHaveLength(1);
    expect(sent).toEqual([]);
    await step('back online: sent by itself', async () => {
      mp.phone.goOnline();
      mp.runtime.background();
      mp.runtime.foreground();
      await mp.until(() => !mp.has(homeTexts.queued(1)));
    });
    await step('it is among my check-ins', async () => {
      mp.runtime.tapTab('我的');
      await mp.press(meTexts.checkIns);
      await mp.until(() => mp.all('.visit').length === 1);
    });
  });
  expect(sent).toHaveLength(1);
  expect(await visits()).toBe(1);
});

test('an answer lost on its way: sent again, one visit', async () => {
  let isFirst = true;
  mp = takePhone(cloud, {
    openid: 'rider-in-a-lift',
    onRequest(url) {
      // The request goes out, and the network is gone before its answer.
      if (isCheckIn(url) && isFirst) {
        isFirst = false;
        mp.phone.goOffline();
      }
    },
  });
  mp.runtime.launch('settings/rider/me');
  await mp.press(meTexts.signIn);
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  await mp.call('navigateTo', { url: '/check-ins/rider/new' });
  mp.phone.willScan((await cloud.codesOf(outang.garden.id)).printed.url);
  await mp.press(checkInTexts.scan);
  await mp.seeText(checkInTexts.result.queued);
  expect(await visits()).toBe(1);
  mp.phone.goOnline();
  await mp.seeText(new RegExp(`^(${checkInTexts.result.done}|${checkInTexts.result.repeat})$`));
  expect(await visits()).toBe(1);
});

test('no way to the cloud: said so, and a tap tries again', async () => {
  mp = takePhone(cloud, { openid: 'rider-with-patience' });
  mp.phone.goOffline();
  mp.runtime.launch('stations/rider/list');
  await mp.seeText(uiTexts.failed.offline.title);
  mp.phone.goOnline();
  await mp.press(uiTexts.retry);
  await mp.until(() => mp.all('.station-row').length > 5);
});
