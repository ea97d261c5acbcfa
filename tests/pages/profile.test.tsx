import Deletion from '../../src/client/people/rider/deletion';
import MyData from '../../src/client/people/rider/my-data';
import Profile from '../../src/client/people/rider/profile';
import MySessions from '../../src/client/sessions/rider/mine';
import Ways from '../../src/client/sessions/rider/ways';
import { newMember, newPerson, newRider, signedInRider } from './support/rider';
import { all, control, gone, press, seen, until } from './support/screen';

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('company and picture are changed, and shown at once', async () => {
  const { device, root, open } = await newPerson();
  await open(Profile);
  await press('顺丰');
  await until(() => root.sessions.me?.company === 'sf_express');
  await press('不填');
  await until(() => root.sessions.me?.company === null);
  device.chosenPicture = picture;
  await press('换头像');
  await until(() => root.sessions.me?.avatarUrl);
  await press('不用头像');
  await until(() => root.sessions.me?.avatarUrl === null);
});

test('what is no picture is said so, and nothing changes', async () => {
  const { device, root, open } = await newPerson();
  device.chosenPicture = 'bm90IGEgcGljdHVyZQ==';
  await open(Profile);
  await press('换头像');
  await seen('这张图片打不开');
  expect(root.sessions.me?.avatarUrl).toBeNull();
});

test('a device that is not known is signed out, this one stays', async () => {
  // Others sign in as them too, none of them with such a phone.
  const agent = 'Mozilla/5.0 (Linux; HarmonyOS; HEY-W09) MicroMessenger/8.0.50 miniProgram/wx1';
  const elsewhere = await signedInRider('legal-officer', { agent });
  const { root, open } = await signedInRider('legal-officer');
  await open(MySessions);
  await seen('本机');
  await press('退出这台 鸿蒙手机 · 微信小程序');
  await seen('让这台设备退出登录？');
  all('.bottom-sheet .action-button')[0]?.click();
  await gone('鸿蒙手机');
  expect(root.sessions.isSignedIn).toBe(true);
  await elsewhere.root.consents.load();
  await until(() => !elsewhere.root.sessions.isSignedIn);
});

test('signing out everywhere asks first, and ends here too', async () => {
  const { device, root, open } = await newPerson();
  await open(MySessions);
  await press('全部退出');
  await seen('在所有设备上退出？');
  all('.bottom-sheet .action-button')[0]?.click();
  await until(() => device.done.includes('tab /settings/rider/me'));
  expect(root.sessions.isSignedIn).toBe(false);
});

test('the only way to sign in cannot be taken out', async () => {
  const { open } = await signedInRider('rider');
  await open(Ways);
  await seen('这是唯一的登录方式');
  expect(control('解绑')).toBeNull();
});

test('all data are asked for, made while one looks, and opened', async () => {
  const { device, open } = await signedInRider('grid-member');
  await open(MyData);
  await press('准备一份');
  await seen('可以看了');
  await press('打开网页');
  expect(device.done.some((line) => /^open \/api\/exports\/.+\.html$/.test(line))).toBe(true);
});

test('leaving is asked for, can be taken back, and says until when', async () => {
  // Who leaves gives up what they signed up for: nobody whom other tests wait for.
  const { root, open } = await newMember();
  await open(Deletion);
  await press('申请注销');
  await seen('确定要注销账号吗？');
  all('.bottom-sheet .action-button')[0]?.click();
  await seen('账号将在');
  expect(root.sessions.me?.deletionDueAt).not.toBeNull();
  await press('取消注销');
  await gone('账号将在');
  expect(root.sessions.me?.deletionDueAt).toBeNull();
});

test('the only admin is told to find another first', async () => {
  const { open } = await signedInRider('admin');
  await open(Deletion);
  await press('申请注销');
  all('.bottom-sheet .action-button')[0]?.click();
  await seen('您是这个社区唯一的管理员');
});

test('who is not signed in is asked to sign in first', async () => {
  const { device, open } = newRider();
  for (const Page of [Profile, MyData, Deletion, Ways]) {
    await open(Page);
    await seen('请先登录');
  }
  await press('登录');
  expect(device.done).toEqual(['to /sessions/rider/sign-in']);
});
