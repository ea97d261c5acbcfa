import Keys from '../../src/client/open-data/desk/keys';
import Figures from '../../src/client/report-figures/rider/figures';
import { communityOf } from './support/community';
import { newRider, signedInRider } from './support/rider';
import { control, gone, press, seen, until, write } from './support/screen';

test('a key is made, shown once and taken out of use', async () => {
  const organiser = await signedInRider('organiser');
  await organiser.open(Keys, { communityId: communityOf(organiser) });
  await seen('还没有密钥。只是读公开数据，不需要密钥。');
  await write('给谁用', '市 12345 平台');
  await press('新开一把');
  await seen('新密钥，只显示这一次');
  const key = document.querySelector('.api-key__key')?.textContent ?? '';
  expect(key.length).toBeGreaterThan(40);
  await press('复制密钥');
  expect(organiser.device.done).toContainEqual(expect.stringContaining(key));
  await organiser.open(Keys, { communityId: communityOf(organiser) });
  await seen('市 12345 平台');
  await gone(key);
  await press('停用 市 12345 平台 的密钥');
  await press('停用');
  await until(() => document.body.textContent.includes('已停用'));
});

test('figures say what came in and what became of it, to anybody; offline the last answer stays', async () => {
  const rider = await signedInRider('rider-2');
  const communityId = communityOf(rider);
  const guest = newRider();
  await guest.open(Figures, { communityId });
  await seen('收到多少、办成多少、没办成多少，分开算，不合并。');
  await until(() => control('下个月')?.getAttribute('aria-disabled') === 'true');
  await press('上个月');
  await until(() => control('下个月')?.getAttribute('aria-disabled') !== 'true');
  guest.device.goOffline();
  await press('下个月');
  await seen('收到多少、办成多少、没办成多少，分开算，不合并。');
});
