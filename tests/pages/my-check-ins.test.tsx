import MyCheckIns from '../../src/client/check-ins/rider/mine';
import { newMember, newRider, signedInRider } from './support/rider';
import { all, gone, press, seen, until } from './support/screen';

const code = 't2x5c8k4hn';

test('lists visits by day', async () => {
  const rider = await newMember();
  await rider.root.checkIns.checkInByCode(code);
  await rider.open(MyCheckIns);
  await seen('歇歇角·荷风路');
  expect(all('.visits')).toHaveLength(1);
  await seen('1 次');
});

test('says so when there is none yet', async () => {
  const rider = await signedInRider('auditor');
  await rider.open(MyCheckIns);
  await seen('还没有签到过');
  await press('看附近站点');
  expect(rider.device.done).toEqual(['tab /stations/rider/list']);
});

test('puts what waits on top, to send or to give up', async () => {
  const rider = await signedInRider('organiser');
  rider.device.goOffline();
  await rider.root.checkIns.checkInByCode(code);
  await rider.open(MyCheckIns);
  await seen('等待网络');
  rider.device.http.isBlocked = false;
  await press('现在补报');
  await gone('等着补报');
});

test('asks before a waiting visit is given up', async () => {
  const rider = await signedInRider('admin');
  rider.device.goOffline();
  await rider.root.checkIns.checkInByCode(code);
  await rider.open(MyCheckIns);
  await press('删掉');
  await seen('删掉这次签到？');
  await until(() => all('.bottom-sheet .action-button').length === 2);
  all('.bottom-sheet .action-button')[0]?.click();
  await gone('等着补报');
  expect(rider.root.checkIns.queue).toHaveLength(0);
});

test('asks a stranger to sign in', async () => {
  const rider = newRider();
  await rider.open(MyCheckIns);
  await press('去登录');
  expect(rider.device.done).toEqual(['to /sessions/rider/sign-in']);
});
