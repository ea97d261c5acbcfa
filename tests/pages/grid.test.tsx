import Grid from '../../src/client/members/rider/grid';
import { applyAs, communityOf, decideAsStaff } from './support/community';
import { newRider, signedInRider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const sheetButton = () => until(() => all('.bottom-sheet .action-button')[0]);

test('an application: chosen and written, kept when the page is left, sent, taken back', async () => {
  const rider = await signedInRider('rider-2');
  await rider.open(Grid);
  await press('提交申请');
  await seen('请至少选一处');
  await press('荷风路');
  await until(() => control('去掉荷风路'));
  await write('自己写一处', '藕塘公园一带');
  await press('添加');
  await until(() => control('去掉藕塘公园一带'));
  await write('想对社区说的话（可以不写）', '晚上也在');
  await seen('4/200');

  const again = newRider(rider.device);
  await again.open(Grid);
  await until(() => control('去掉藕塘公园一带'));
  await press('提交申请');
  await seen('申请已提交，等社区答复');
  await seen('荷风路、藕塘公园一带');
  await seen('晚上也在');

  await press('撤回申请');
  await seen('撤回这次申请？');
  (await sheetButton()).click();
  await until(() => again.device.done.includes('toast 已撤回'));
  await seen('再申请一次');
});

test('a refusal is told with its reason, and one may ask again with what was written', async () => {
  const rider = await signedInRider('admin');
  await decideAsStaff(await applyAs(rider, ['采莲路']), 'decline', '这一片人手够了');
  await rider.open(Grid);
  await seen('这次没有通过：这一片人手够了');
  await until(() => control('去掉采莲路'));
});

test('a grid member wears a badge, pauses and comes back', async () => {
  const rider = await signedInRider('grid-member');
  await rider.open(Grid);
  await until(() => all('.grid-badge').length === 1);
  await seen('张网格');
  expect(all('.grid-badge__number')[0]?.textContent).toMatch(/^藕塘-\d{3,}$/);
  await press('暂停一段时间');
  await seen('暂停当网格员？');
  (await sheetButton()).click();
  await until(() => all('.grid-badge--paused').length === 1);
  await press('继续当网格员');
  await until(() => all('.grid-badge--paused').length === 0);
  await press('改常跑的地方');
  await press('北苑');
  await press('保存');
  await until(() => all('.grid-badge__areas')[0]?.textContent.includes('北苑'));
});

test('what changed elsewhere is said, and shown as it is now', async () => {
  const rider = await signedInRider('staff');
  await rider.open(Grid);
  await press('荷风路');
  await applyAs(rider);
  await press('提交申请');
  await seen('您已经申请过了');
  await seen('申请已提交，等社区答复');
});

test('a stranger is asked to sign in', async () => {
  const rider = newRider();
  await rider.open(Grid);
  await press('去登录');
  expect(rider.device.done).toEqual(['to /sessions/rider/sign-in']);
  await gone('提交申请');
  expect(() => communityOf(rider)).toThrow();
});
