import { joinCommunity } from '../../src/contract/members';
import type { RequestRow } from '../../src/contract/requests';
import { detailTexts, mineTexts, newTexts } from '../../src/client/requests/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { draftTexts, writingTexts } from '../../src/client/ui/draft-texts';
import { starTexts } from '../../src/client/ui/star-texts';
import { Asking } from '../support/asking';
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

const words = '站点说我请假要扣三天工钱';
const answer = '请假扣钱没有依据，周二来工会';
const tokenOf = (phone: MiniProgram) => keptSession(phone.runtime.exportStorage())?.token ?? '';

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${tokenOf(mp)}`, 'content-type': 'application/json' };
  const said = await fetch(cloud.url + path, { ...init, headers });
  if (!said.ok) throw new Error(`${path} answered ${said.status}: ${await said.text()}`);
  return (await said.json()) as Answer;
}

const mine = async () => (await ask<{ items: RequestRow[] }>('/api/requests/mine')).items;

/** Signed in, and a member of the community. */
async function signedIn(openid: string): Promise<void> {
  mp = takePhone(cloud, { openid });
  mp.runtime.launch();
  mp.runtime.tapTab('我的');
  await mp.press(meTexts.signIn);
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  const path = joinCommunity.path.replace(':communityId', outang.id);
  await ask(path, { method: joinCommunity.method, body: '{}' });
}

/** The union takes it on and answers. */
async function answered({ id }: RequestRow): Promise<void> {
  const officer = await Asking.as(cloud.url, 'department-officer');
  const base = `/api/communities/${outang.id}/request-cases/${id}`;
  const { version } = await officer.ask<{ version: number }>(`${base}/acceptance`, { version: 1 });
  await officer.ask(`${base}/answer`, { version, words: answer });
}

test('a rider asks without a network, it leaves with the network; the answer is read and rated', async () => {
  await signedIn('rider-who-asks');
  await recordJourney({ name: 'ask for help', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('mine', async () => {
      await mp.press(meTexts.requests);
      await mp.seeText(mineTexts.empty.all.title);
    });
    await step('who answers what', async () => {
      await mp.press(mineTexts.ask);
      await mp.seeText(newTexts.answers('工会', 5));
      await mp.seeText(newTexts.keyboardHint);
    });
    await step('category', async () => {
      await mp.press('劳动报酬');
      await mp.seeText(newTexts.openWords);
    });
    mp.phone.goOffline();
    await step('written without a network', async () => {
      mp.input('.field__long', words);
      await mp.press(writingTexts.submit);
      await mp.seeText(draftTexts.offline);
    });
    expect(await mine()).toEqual([]);
    mp.phone.goOnline();
    await step('sent with the network', async () => {
      await mp.until(() => mp.all('.draft-card').length === 0);
      await mp.until(() => mp.all('.request-line').length === 1);
    });
    const [request, ...others] = await mine();
    if (!request) throw new Error('Nothing has arrived');
    expect(others).toEqual([]);
    expect(request).toMatchObject({ words, state: 'submitted', category: { name: '劳动报酬' } });
    await answered(request);
    await step('answer', async () => {
      await mp.press('劳动报酬');
      await mp.seeText(answer);
      await mp.seeText(detailTexts.rate);
    });
    await step('rated', async () => {
      mp.tap(mp.all('.stars__one')[4] ?? '');
      await mp.seeText(starTexts.words[4]);
      await mp.press(detailTexts.rateSend);
      await mp.seeText(detailTexts.yourRating);
    });
  });
  expect(await mine()).toMatchObject([{ state: 'rated' }]);
});
