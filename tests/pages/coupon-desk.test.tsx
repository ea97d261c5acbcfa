import {
  createCoupon,
  getManagedCoupon,
  setCouponState,
  type ManagedCoupon,
} from '../../src/contract/coupons';
import { listMerchants } from '../../src/contract/merchants';
import CouponEdit from '../../src/client/coupons/desk/edit';
import CouponList from '../../src/client/coupons/desk/list';
import { newKey } from '../../src/client/idempotency-key';
import { communityOf } from './support/community';
import { signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

async function makeCoupon(staff: Rider, title: string): Promise<ManagedCoupon> {
  const communityId = communityOf(staff);
  const { items } = await staff.root.api.call(listMerchants, { communityId, search: '荷风' });
  const terms = {
    ...{ title, value: { kind: 'free_item', item: '绿豆汤' } as const, terms: '', weekdays: [1, 2, 3, 4, 5] },
    ...{ startsOn: '2026-11-01', endsOn: '2027-11-30', hours: { from: '11:00', to: '14:00' } },
    ...({ total: 50, perRider: 1, period: 'day', audience: 'members', use: 'ahead' } as const),
    pricePoints: null,
    merchantIds: items.slice(0, 1).map(({ id }) => id),
  };
  return staff.root.api.call(createCoupon, { communityId, ...terms }, { key: newKey(Date.now()) });
}

const said = (rider: Rider, toast: string) => until(() => rider.device.done.includes(`toast ${toast}`));
const confirm = async () => (await until(() => all('.bottom-sheet .action-button')[0])).click();

test('a coupon is published, paused, resumed and ended, each asked first', async () => {
  const staff = await signedInRider('staff');
  const { communityId } = await makeCoupon(staff, '一步一步');
  await staff.open(CouponList, { communityId });
  await press('一步一步');
  await seen('只有社区工作人员看得到');
  await press('发布');
  await seen('发布“一步一步”？');
  await confirm();
  await said(staff, '已发布');
  await press('暂停发放');
  await seen('随时可以恢复');
  await confirm();
  await said(staff, '已暂停');
  await press('恢复发放');
  await confirm();
  await said(staff, '已恢复');
  await press('提前结束');
  await seen('结束后不能恢复');
  await confirm();
  await said(staff, '已结束');
  await seen('不再发放，已领的到期前还能用');
  expect(control('修改')).toBeNull();
  await press('草稿');
  await gone('一步一步');
});

test('a new one is written, what is missing said at its field, and saved as a draft', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  await staff.open(CouponEdit, { communityId });
  await press('存为草稿');
  await seen('给券起个名字');
  await seen('填金额');
  await seen('至少选一家商户');
  await write('券名', '热腾腾');
  await write('减多少（元）', '5');
  await write('满多少可用（元）', '20');
  await seen('满 20 减 5 元');
  await write('找商户', '荷风');
  await press('查找');
  await until(() => all('.coupon-edit__shop').length === 1);
  await press('荷风面馆');
  await seen('已选 1 家：荷风面馆');
  await press('存为草稿');
  await said(staff, '已存为草稿，发布后骑手才看得到');
  await staff.open(CouponList, { communityId });
  await seen('热腾腾');
});

test('what is out only gets better: the rest is told, and the cloud says what would be worse', async () => {
  const staff = await signedInRider('staff');
  const { communityId, id: couponId } = await makeCoupon(staff, '已经发了');
  await staff.root.api.call(setCouponState, { communityId, couponId, state: 'published', version: 1 });
  await staff.open(CouponEdit, { communityId, couponId });
  await seen('发布后不能改的');
  expect(document.querySelector('[aria-label="券名"]')).toBeNull();
  expect(control('周一')?.getAttribute('aria-disabled')).toBe('true');
  await write('从', '12:00');
  await press('保存');
  await seen('发布后只能放宽');
  await write('从', '10:30');
  await press('周六');
  await press('保存');
  await said(staff, '已保存');
  const now = await staff.root.api.call(getManagedCoupon, { communityId, couponId });
  expect(now).toMatchObject({ weekdays: [1, 2, 3, 4, 5, 6], hours: { from: '10:30', to: '14:00' } });
});

test('a copy is a new draft', async () => {
  const staff = await signedInRider('staff');
  const { communityId, id } = await makeCoupon(staff, '照着来');
  await staff.open(CouponEdit, { communityId, copyOf: id });
  await seen('照着来');
  await write('券名', '照着来二');
  await press('存为草稿');
  await said(staff, '已存为草稿，发布后骑手才看得到');
});

test('an auditor sees, and can change nothing', async () => {
  const staff = await signedInRider('staff');
  const { communityId, id: couponId } = await makeCoupon(staff, '只看不改');
  const auditor = await signedInRider('auditor');
  await auditor.open(CouponList, { communityId });
  await press('只看不改');
  await seen('您可以看，不能改');
  expect(control('新建优惠券')).toBeNull();
  expect(control('发布')).toBeNull();
  await auditor.open(CouponEdit, { communityId, couponId });
  await seen('您可以看，不能改');
  expect(control('保存')).toBeNull();
});

test('is refused to those who do not work here', async () => {
  const rider = await signedInRider('rider-2');
  await rider.open(CouponList, { communityId: communityOf(rider) });
  await seen('没有权限');
});
