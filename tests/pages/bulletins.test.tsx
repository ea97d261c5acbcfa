import { createBulletin, publishBulletin, withdrawBulletin, type Block } from '../../src/contract/bulletins';
import { bodyTexts } from '../../src/client/bulletins/body-texts';
import Detail from '../../src/client/bulletins/rider/detail';
import List from '../../src/client/bulletins/rider/list';
import { detailTexts, listTexts } from '../../src/client/bulletins/rider/texts';
import { newKey } from '../../src/client/idempotency-key';
import { uiTexts } from '../../src/client/ui/texts';
import { outang } from '../support/outang';
import { uploaded } from './support/report';
import { newMember, newRider, signedInRider } from './support/rider';
import { all, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const words = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

/** Staff publish one without a page. */
async function published(title: string, blocks: Block[], audience: 'everyone' | 'riders' = 'everyone') {
  const staff = await signedInRider('staff');
  const { api } = staff.root;
  const facts = {
    communityId,
    title,
    category: 'welfare' as const,
    departmentId: null,
    source: null,
    audience,
  };
  const key = { key: newKey(Date.now()) };
  const { id, version } = await api.call(createBulletin, { ...facts, reach: 'community', blocks }, key);
  const ids = { communityId, bulletinId: id };
  const out = await api.call(publishBulletin, { ...ids, version, reminds: false });
  return {
    id,
    withdraw: (reason: string) => api.call(withdrawBulletin, { ...ids, version: out.version, reason }),
  };
}

test('a rider finds one by a word, reads it, and it is new no longer', async () => {
  const title = `蓝莓补贴 ${newKey(Date.now())}`;
  await published(title, [words('每人每月一盒，凭骑手身份领取。')]);
  const rider = await newMember();
  const page = await rider.open(List);
  await seen(title);
  await until(() => document.querySelector(`[aria-label="${listTexts.unread}"]`));
  await write(listTexts.search, '蓝莓');
  await press('查找');
  await until(() => document.querySelector('.marks__hit')?.textContent === '蓝莓');
  await press(title);
  expect(rider.device.done.join()).toContain('/bulletins/rider/detail?id=');
  const id = /detail\?id=([0-9a-f-]+)/.exec(rider.device.done.join())?.[1] ?? '';
  await rider.open(Detail, { id });
  await seen('每人每月一盒');
  await until(() => document.title.startsWith('蓝莓补贴'));
  page.close();
  await rider.open(List);
  await seen(title);
  await gone(listTexts.unread);
});

test('nothing found and nothing in a category say so', async () => {
  const rider = newRider();
  await rider.open(List);
  await write(listTexts.search, '龘靐');
  await press('查找');
  await seen(listTexts.nothing('龘靐'));
  await press('清除');
  await gone(listTexts.nothing('龘靐'));
});

test('links lead to pages, telephones and the web; a picture opens as big as it is', async () => {
  const staff = await signedInRider('staff');
  const mediaId = await uploaded(staff, 'bulletin');
  const link = (text: string, href: string): Block => ({ type: 'paragraph', runs: [{ text, href }] });
  const { id } = await published('去哪里办', [
    link('看站点', '/stations/rider/list'),
    link('看办法', '/coupons/rider/mine'),
    link('打热线', 'tel:12333'),
    link('看原文', 'https://www.ah.gov.cn/a'),
    { type: 'image', mediaId, alt: '服务窗口', caption: '二楼左手边' },
  ]);
  const rider = newRider();
  await rider.open(Detail, { id });
  for (const name of ['看站点', '看办法', '打热线', '看原文']) await press(name);
  await press(bodyTexts.zoom('服务窗口'));
  const done = rider.device.done.join('\n');
  for (const wanted of [
    '/stations/rider/list',
    '/coupons/rider/mine',
    '12333',
    'https://www.ah.gov.cn/a',
    '/media/photo/',
  ])
    expect(done).toContain(wanted);
});

test('offline what was read is there with its age; the list, too', async () => {
  const { id } = await published('离线也能看', [words('存在手机里了。')]);
  const rider = newRider();
  await rider.open(Detail, { id });
  await seen('存在手机里了。');
  await rider.open(List);
  await seen('离线也能看');
  rider.device.goOffline();
  const later = newRider(rider.device);
  later.device.goOffline();
  void later.root.communities.load();
  await later.open(Detail, { id });
  await seen('存在手机里了。');
  await seen('离线 · 显示');
  await later.open(List);
  await seen('离线也能看');
  await later.open(Detail, { id: '019ab000-0000-7000-8000-00000000dead' });
  await seen(uiTexts.failed.offline.title);
});

test('what was taken back says why; what is for riders asks a guest to sign in', async () => {
  const taken = await published('撤下的', [words('旧内容')]);
  await taken.withdraw('政策到期了');
  const guest = newRider();
  await guest.open(Detail, { id: taken.id });
  await seen(detailTexts.gone);
  await seen('政策到期了');
  const { id } = await published('骑手专享', [words('内容')], 'riders');
  await guest.open(Detail, { id });
  await press(detailTexts.toSignIn);
  expect(guest.device.done.join()).toContain('/sessions/rider/sign-in');
  expect(all('.bulletin-detail')).toEqual([]);
});
