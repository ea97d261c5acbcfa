import type { GridApplication } from '../../src/contract/members';
import type { Session } from '../../src/contract/sessions';
import { homeTexts } from '../../src/client/home/texts';
import { gridTexts, membershipTexts } from '../../src/client/members/rider/texts';
import { inboxTexts, preferencesTexts } from '../../src/client/notices/texts';
import { meTexts } from '../../src/client/settings/texts';
import { decisionTemplate, startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import { keptSession, putAway, signInWithWechat, takePhone, walkOn } from './rider-phone';

// The phone is in Hefei.
process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const applicationsPath = `/api/communities/${outang.id}/grid-applications`;

async function ask<Answer>(path: string, token: string | null, body?: object): Promise<Answer> {
  const answer = await fetch(cloud.url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Staff approve what one person has asked for. */
async function approve(personId: string): Promise<void> {
  const { token } = await ask<Session>('/api/sessions/demo', null, { account: 'staff' });
  const { items } = await ask<{ items: GridApplication[] }>(`${applicationsPath}?state=applied`, token);
  const application = items.find(({ person }) => person.personId === personId);
  if (!application) throw new Error('Nobody has asked');
  const { id, version } = application;
  await ask(`${applicationsPath}/${id}/decision`, token, { decision: 'approve', version });
}

const meTab = () => mp.runtime.screen.tabs[4];

test('a rider joins, asks to be a grid member, is told of it, and wears the badge', async () => {
  mp = takePhone(cloud, { openid: 'rider-who-joins' });
  const asked: unknown[] = [];
  mp.stub('requestSubscribeMessage', ({ tmplIds }) => {
    asked.push(tmplIds);
    cloud.wechat.grantSubscription('rider-who-joins', decisionTemplate);
    return { [decisionTemplate]: 'accept' };
  });
  await recordJourney({ name: 'become a grid member', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in with WeChat', async () => {
      mp.runtime.launch('sessions/rider/sign-in');
      await signInWithWechat(mp);
      await mp.seeText(meTexts.signOut);
    });
    await step('join the community', async () => {
      await mp.press(meTexts.membership);
      await mp.seeText(membershipTexts.none);
      await mp.press(membershipTexts.joinOne);
      await mp.seeText(membershipTexts.roles('骑手'));
    });
    await step('open the application', async () => {
      await mp.press(membershipTexts.grid);
      await mp.seeText(gridTexts.apply);
    });
    expect(mp.runtime.page.path).toBe('members/rider/grid');
    await step('choose a place and write one', async () => {
      await mp.press('荷风路');
      await mp.seeText(gridTexts.suggestions);
      mp.input('.areas-field__own .nut-input-native', '藕塘公园一带');
      await mp.press(gridTexts.add);
      await mp.until(() => mp.all('.chips__one--on').length === 2);
    });
    await step('send it', async () => {
      await mp.press(gridTexts.submit);
      await mp.seeText(gridTexts.waiting);
    });
    await step('allow WeChat to tell of it, once', async () => {
      await mp.call('navigateTo', { url: '/notices/rider/preferences' });
      await mp.seeText(preferencesTexts.noneLeft);
      await mp.press(preferencesTexts.allowMore);
      await mp.seeText(preferencesTexts.left(1));
    });
    expect(asked).toEqual([[decisionTemplate]]);
    const session = keptSession(mp.runtime.exportStorage());
    await approve(session?.me.id ?? '');
    await step('come back to the app: the tab has a badge, home a line', async () => {
      mp.runtime.background();
      mp.runtime.foreground();
      await mp.call('switchTab', { url: '/home/rider/home' });
      await mp.seeText(homeTexts.unread(1));
      await mp.until(() => meTab()?.badge === '1');
    });
    await step('read it', async () => {
      await mp.press(homeTexts.unread(1));
      await mp.seeText(inboxTexts.unread);
      await mp.press(inboxTexts.open);
    });
    await step('its link leads to the badge', async () => {
      await mp.until(() => mp.runtime.page.path === 'members/rider/grid');
      await mp.seeText(/^藕塘-\d{3}$/);
    });
    await step('nothing is unread any more', async () => {
      await mp.call('switchTab', { url: '/settings/rider/me' });
      await mp.until(() => meTab()?.badge === null);
    });
  });
  // Sent by a job, once, to the one who allowed it.
  await mp.until(() => cloud.wechat.sent().length > 0, 20_000);
  expect(cloud.wechat.sent()).toMatchObject([
    { openid: 'rider-who-joins', templateId: decisionTemplate, page: 'members/rider/grid' },
  ]);
});

test('what was written is there when the app is opened again', async () => {
  mp = takePhone(cloud, { openid: 'rider-who-joins-later' });
  mp.runtime.launch('sessions/rider/sign-in');
  await signInWithWechat(mp);
  await mp.press(meTexts.membership);
  await mp.press(membershipTexts.joinOne);
  await mp.press(membershipTexts.grid);
  await mp.press('采莲路');
  await mp.until(() => mp.all('.chips__one--on').length === 1);
  mp.input('.field__long', '晚上也在');
  await mp.seeText('4/200');
  const storage = mp.runtime.exportStorage();
  await putAway(mp);
  mp = takePhone(cloud, { openid: 'rider-who-joins-later', storage });
  mp.runtime.launch('members/rider/grid');
  await mp.until(() => mp.all('.chips__one--on').length === 1);
  await mp.seeText('4/200');
});
