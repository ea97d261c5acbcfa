import { listMembers } from '../../src/contract/members';
import Member from '../../src/client/members/desk/member';
import People from '../../src/client/members/desk/people';
import { communityOf } from './support/community';
import { signedInRider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

async function idOf(search: string): Promise<string> {
  const staff = await signedInRider('staff');
  const { items } = await staff.root.api.call(listMembers, { communityId: communityOf(staff), search });
  return items[0]?.personId ?? '';
}

test('finds people by name and role, and opens one', async () => {
  const rider = await signedInRider('staff');
  const communityId = communityOf(rider);
  await rider.open(People, { communityId });
  await seen('管理员小孙');
  await write('找人', '网格');
  await press('查找');
  await gone('管理员小孙');
  await seen('张网格');
  await press('清除');
  await seen('管理员小孙');
  await press('审计');
  await until(() => all('.desk-row').length === 1);
  await press('审计老何');
  const personId = await idOf('审计老何');
  expect(rider.device.done).toEqual([
    `to /members/desk/member?communityId=${communityId}&personId=${personId}`,
  ]);
});

test('a pause wants a reason; resumed it is over', async () => {
  const rider = await signedInRider('staff');
  const ids = { communityId: communityOf(rider), personId: await idOf('面馆小周') };
  await rider.open(Member, ids);
  await press('暂停身份');
  await seen('暂停面馆小周的身份？');
  const confirm = await until(() => all('.bottom-sheet .action-button')[0]);
  expect(confirm.getAttribute('aria-disabled')).toBe('true');
  await write('原因（对方会看到）', '请来社区核对');
  await until(() => confirm.getAttribute('aria-disabled') === 'false');
  confirm.click();
  await seen('暂停原因：请来社区核对');
  await press('恢复身份');
  await gone('暂停原因');
});

test('roles: an organiser gives one with its department, and is not offered what only an admin gives', async () => {
  const rider = await signedInRider('organiser');
  const ids = { communityId: communityOf(rider), personId: await idOf('老郑快递') };
  await rider.open(Member, ids);
  await press('部门经办');
  await seen('部门经办要选所在的部门');
  await press('工会');
  await press('保存角色');
  await until(() => rider.device.done.includes('toast 已保存'));
  expect(control('管理员')).toBeNull();
  expect(control('流动网格员')).toBeNull();
  await press('部门经办');
  await press('保存角色');
  await until(() => rider.device.done.filter((done) => done === 'toast 已保存').length === 2);
});

test('an auditor sees, and can change nothing', async () => {
  const rider = await signedInRider('auditor');
  await rider.open(Member, { communityId: communityOf(rider), personId: await idOf('小王骑手') });
  await seen('小王骑手');
  await seen('您可以看，不能改');
  expect(control('暂停身份')).toBeNull();
  expect(all('[role="checkbox"]')).toEqual([]);
});

test('is refused to those who do not work here', async () => {
  const rider = await signedInRider('rider-2');
  await rider.open(People, { communityId: communityOf(rider) });
  await seen('没有权限');
});
