import Membership from '../../src/client/members/rider/membership';
import { newMember, newRider, signedInRider } from './support/rider';
import { all, press, seen, until } from './support/screen';

const sheetButton = () => until(() => all('.bottom-sheet .action-button')[0]);

test('says what one is here, and leads on', async () => {
  const { device, open } = await signedInRider('staff');
  await open(Membership);
  await seen('您在这里是：社区工作人员');
  await press('流动网格员');
  await press('党员报到');
  expect(device.done).toEqual(['to /members/rider/grid', 'to /members/rider/party']);
});

test('who works here hands over first', async () => {
  const { open } = await signedInRider('staff');
  await open(Membership);
  await press('退出这个社区');
  await seen('退出藕塘社区？');
  (await sheetButton()).click();
  await seen('请先请管理员移交');
});

test('leaves after asking, and joins again', async () => {
  // Who leaves gives up what they signed up for: nobody whom other tests wait for.
  const { device, root, open } = await newMember();
  await open(Membership);
  await press('退出这个社区');
  (await sheetButton()).click();
  await seen('还没有加入社区');
  expect(root.sessions.me?.memberships).toEqual([]);
  await press('加入藕塘社区');
  await until(() => device.done.includes('toast 已加入'));
  await seen('您在这里是：骑手');
});

test('a stranger is asked to sign in', async () => {
  const { device, open } = newRider();
  await open(Membership);
  await press('去登录');
  expect(device.done).toEqual(['to /sessions/rider/sign-in']);
});
