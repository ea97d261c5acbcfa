import { detailTexts } from '../../src/client/bulletins/rider/texts';
import { searchTexts } from '../../src/client/ui/texts';
import { listBulletins, type BulletinRow } from '../../src/contract/bulletins';
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

/** What the demonstration has published. */
async function published(): Promise<BulletinRow[]> {
  const answer = await fetch(cloud.url + listBulletins.path.replace(':communityId', outang.id));
  const { pinned, items } = (await answer.json()) as { pinned: BulletinRow[]; items: BulletinRow[] };
  return [...pinned, ...items];
}

test('a guest looks through what is published, finds one, reads it and passes it on', async () => {
  const all = await published();
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
      await mp.press(wanted.title);
      await mp.seeText(/照常可以接/);
      await mp.seeText(detailTexts.share);
    });
    expect(mp.runtime.page.path).toBe('bulletins/rider/detail');
    const path = `/bulletins/rider/detail?id=${wanted.id}`;
    expect(mp.runtime.share()).toMatchObject({ title: wanted.title, path });
    await step('opened from the card by somebody else', async () => {
      mp.runtime.launch(path.slice(1));
      await mp.seeText(/照常可以接/);
    });
  });
});
