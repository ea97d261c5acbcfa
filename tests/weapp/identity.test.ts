import type { Session } from '../../src/contract/sessions';
import { phoneTexts, signInTexts, waysTexts } from '../../src/client/sessions/texts';
import { consentTexts, meTexts, settingsTexts } from '../../src/client/settings/texts';
import { profileTexts } from '../../src/client/people/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import type { MiniProgram } from './harness/mini-program';
import { keptSession, putAway, signInWithWechat, takePhone, walkOn } from './rider-phone';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const openid = 'rider-with-a-number';

test('a newcomer says who they are, links the number WeChat knows, and takes the consent back', async () => {
  mp = takePhone(cloud, { openid });
  mp.stub('getPhoneNumber', () => ({ code: cloud.wechat.issuePhoneCode(openid, '+8613912340000') }));
  await recordJourney({ name: 'link a phone number', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in with WeChat', async () => {
      mp.runtime.launch('sessions/rider/sign-in');
      await signInWithWechat(mp);
      await mp.seeText(meTexts.signOut);
    });
    await step('choose the company', async () => {
      await mp.call('navigateTo', { url: '/people/rider/profile' });
      await mp.press('顺丰');
      await mp.until(() => mp.all('.chips__one--on').some((chip) => chip.textContent.includes('顺丰')));
    });
    await step('ways to sign in', async () => {
      await mp.press(profileTexts.ways);
      await mp.seeText(waysTexts.only);
    });
    await step('asked before the number is', async () => {
      await mp.press(waysTexts.linkPhone);
      await mp.seeText(phoneTexts.consentTitle);
    });
    await step('agree', async () => {
      await mp.press(phoneTexts.agree);
      await mp.until(() => mp.all('.bottom-sheet').length === 0);
    });
    await step('WeChat hands the number out', async () => {
      mp.tap('.wechat-phone-button');
      await mp.seeText(phoneTexts.now('139 1234 0000'));
    });
    await step('take the consent back', async () => {
      await mp.call('navigateTo', { url: '/settings/rider/consents' });
      await mp.seeText(consentTexts.items.phone.name);
      await mp.press(consentTexts.items.phone.name);
      await mp.until(() => mp.runtime.page.path === 'settings/rider/consents');
    });
  });
  const { token } = keptSession(mp.runtime.exportStorage()) as Session;
  await mp.until(async () => {
    const answer = await fetch(`${cloud.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    return ((await answer.json()) as Session['me']).phone === null;
  });
});

test('a number that WeChat does not hand out can be linked by SMS, and the settings lead everywhere', async () => {
  mp = takePhone(cloud, { openid: 'rider-who-says-no' });
  mp.runtime.launch('sessions/rider/sign-in');
  await mp.seeText(signInTexts.young);
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  await mp.call('navigateTo', { url: '/sessions/rider/phone' });
  await mp.press(phoneTexts.agree);
  await mp.until(() => mp.all('.bottom-sheet').length === 0);
  mp.tap('.wechat-phone-button');
  await mp.seeText(phoneTexts.refusedHere);
  await mp.seeText(phoneTexts.or);
  await mp.call('navigateTo', { url: '/settings/rider/settings' });
  for (const text of [settingsTexts.devices, settingsTexts.myData, settingsTexts.deletion]) {
    await mp.press(text);
    await mp.until(() => mp.runtime.page.path !== 'settings/rider/settings');
    await mp.call('navigateBack');
    await mp.until(() => mp.runtime.page.path === 'settings/rider/settings');
  }
});
