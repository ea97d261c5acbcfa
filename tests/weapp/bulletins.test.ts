import { demoBulletins } from '../../src/cloud/demo/bulletins';
import { detailTexts } from '../../src/client/bulletins/rider/texts';
import { searchTexts } from '../../src/client/ui/texts';
import { createBulletin, publishBulletin, type ManagedBulletin } from '../../src/contract/bulletins';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import { putAway, takePhone, walkOn } from './rider-phone';

process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

async function ask<Answer>(
  path: string,
  method: string,
  body: object,
  headers: object = {},
): Promise<Answer> {
  const answer = await fetch(cloud.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Staff publish what the demonstration says. */
async function publishAll(): Promise<ManagedBulletin[]> {
  const { token } = await ask<{ token: string }>('/api/sessions/demo', 'POST', { account: 'staff' });
  const session = { authorization: `Bearer ${token}` };
  const out: ManagedBulletin[] = [];
  for (const [index, { category, title, source, audience, blocks }] of demoBulletins.entries()) {
    const path = createBulletin.path.replace(':communityId', outang.id);
    const facts = { category, title, source, audience, blocks, departmentId: null, reach: 'community' };
    const key = { 'idempotency-key': `bulletin-of-the-test-${index}` };
    const { id, version } = await ask<ManagedBulletin>(path, createBulletin.method, facts, {
      ...session,
      ...key,
    });
    const publication = publishBulletin.path.replace(':communityId', outang.id).replace(':bulletinId', id);
    out.push(await ask(publication, publishBulletin.method, { reminds: false, version }, session));
  }
  return out;
}

test('a guest looks through what is published, finds one, reads it and passes it on', async () => {
  const all = await publishAll();
  const wanted = all.find(({ title }) => title.includes('停水'));
  if (!wanted) throw new Error('Nothing about water');
  mp = takePhone(cloud, { openid: 'reader' });
  await recordJourney({ name: 'read a bulletin', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('what is published', async () => {
      mp.runtime.launch('bulletins/rider/list');
      for (const { title } of all) await mp.seeText(title);
    });
    await step('found by a word', async () => {
      mp.input('.search-field .nut-input-native', '桶装水');
      await mp.press(searchTexts.go);
      await mp.until(() => mp.all('.marks__hit').length > 0);
    });
    await step('read', async () => {
      await mp.press('周六上午采莲路');
      await mp.seeText('照常可以接');
      await mp.seeText(detailTexts.share);
    });
    expect(mp.runtime.page.path).toBe('bulletins/rider/detail');
    const path = `/bulletins/rider/detail?id=${wanted.id}`;
    expect(mp.runtime.share()).toMatchObject({ title: wanted.title, path });
    await step('opened from the card by somebody else', async () => {
      mp.runtime.launch(path.slice(1));
      await mp.seeText('照常可以接');
    });
  });
});
