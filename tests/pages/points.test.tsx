import { createCheckIn } from '../../src/contract/check-ins';
import { listMembers } from '../../src/contract/members';
import { getMyPoints, listPointRules, updatePointRules } from '../../src/contract/points';
import MemberPoints from '../../src/client/points/desk/member';
import PointRules from '../../src/client/points/desk/rules';
import MyPoints from '../../src/client/points/rider/mine';
import { newKey } from '../../src/client/idempotency-key';
import { outang } from '../support/outang';
import { communityOf } from './support/community';
import { givePoints } from './support/points';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

async function idOf(search: string): Promise<string> {
  const staff = await signedInRider('staff');
  const { items } = await staff.root.api.call(listMembers, { communityId: communityOf(staff), search });
  return items[0]?.personId ?? '';
}

const myId = ({ root }: Rider) => root.sessions.me?.id ?? '';

describe('mine', () => {
  test('a visit earns some; the page says how, and what they are good for', async () => {
    const rider = await newMember();
    const communityId = communityOf(rider);
    const phoneTime = new Date().toISOString();
    const key = newKey(Date.now());
    await rider.root.api.call(createCheckIn, { code: outang.centre.code, phoneTime }, { key });
    // A job gives them, a moment later.
    let balance = 0;
    while (balance === 0) ({ balance } = await rider.root.api.call(getMyPoints, { communityId }));
    await rider.open(MyPoints);
    await seen('+2');
    await seen('每天第一次签到，2 积分');
    await press('换优惠券');
    expect(rider.device.done).toEqual(['tab /coupons/rider/list']);
  });

  test('more of what they came of is read when asked for; offline the last answer stays', async () => {
    const rider = await newMember();
    await givePoints(
      myId(rider),
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    await rider.open(MyPoints);
    await seen('253');
    await until(() => all('.point-entry').length === 20);
    await press('再看一些');
    await until(() => all('.point-entry').length === 22);
    rider.device.goOffline();
    await rider.open(MyPoints);
    await seen('253');
  });

  test('says so when there are none, and asks a stranger to sign in', async () => {
    const auditor = await signedInRider('auditor');
    await auditor.open(MyPoints);
    await seen('还没有积分');
    const stranger = newRider();
    await stranger.open(MyPoints);
    await press('去登录');
    expect(stranger.device.done).toEqual(['to /sessions/rider/sign-in']);
  });

  test('without a network it says why, and tries again', async () => {
    const rider = await signedInRider('merchant-clerk');
    await rider.root.communities.load();
    rider.device.goOffline();
    await rider.open(MyPoints);
    await until(() => control('再试一次'));
    rider.device.http.isBlocked = false;
    await press('再试一次');
    await until(() => all('.points-plate__number')[0]);
  });
});

describe('at the desk', () => {
  test('rules: what is wrong is named; what was typed stays when somebody was quicker', async () => {
    const organiser = await signedInRider('organiser');
    const communityId = communityOf(organiser);
    await organiser.open(PointRules, { communityId });
    await seen('到站点签到');
    await write('每次几积分', '5000');
    await seen('填 0 到 1000 的整数');
    await press('保存');
    await seen('有几处要改一下');
    await write('每次几积分', '3');
    await press('保存');
    await until(() => organiser.device.done.includes('toast 已保存'));
    await write('每次几积分', '2');
    const { root } = await signedInRider('admin');
    const { items: rules, version } = await root.api.call(listPointRules, { communityId });
    await root.api.call(updatePointRules, { communityId, rules, version });
    await press('保存');
    await seen('别人刚改过。您填的都还在');
    await press('保存');
    await until(() => organiser.device.done.filter((done) => done === 'toast 已保存').length === 2);
    expect((await root.api.call(listPointRules, { communityId })).items[0]?.points).toBe(2);
  });

  test('a correction is asked with its reason, and joins the list', async () => {
    const organiser = await signedInRider('organiser');
    const ids = { communityId: communityOf(organiser), personId: await idOf('老郑快递') };
    await organiser.open(MemberPoints, ids);
    await seen('还没有积分记录');
    await press('更正');
    await seen('更正积分');
    const confirm = await until(() => all('.bottom-sheet .action-button')[0]);
    expect(confirm.getAttribute('aria-disabled')).toBe('true');
    await press('减');
    await write('几积分', '4');
    await write('原因（对方会看到）', '多记了一次');
    await until(() => confirm.getAttribute('aria-disabled') === 'false');
    confirm.click();
    await seen('现在只有 0 积分，扣不了这么多');
    await press('加');
    confirm.click();
    await gone('更正积分');
    await seen('+4');
    await seen('多记了一次');
  });

  test('an auditor sees, and can change nothing', async () => {
    const auditor = await signedInRider('auditor');
    const ids = { communityId: communityOf(auditor), personId: await idOf('小王骑手') };
    await auditor.open(MemberPoints, ids);
    await seen('您可以看，不能改');
    expect(control('更正')).toBeNull();
    await auditor.open(PointRules, { communityId: ids.communityId });
    await write('每次几积分', '9');
    await press('保存');
    await seen('没有权限');
  });
});
