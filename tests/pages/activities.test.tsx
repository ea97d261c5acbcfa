import ActivityDetail from '../../src/client/activities/rider/detail';
import ActivityList from '../../src/client/activities/rider/list';
import { filterTexts } from '../../src/client/activities/filter-texts';
import { listTexts } from '../../src/client/activities/rider/texts';
import MySignUps from '../../src/client/activities/rider/mine';
import SignUp from '../../src/client/activities/rider/sign-up';
import { createSignUp, getActivity } from '../../src/contract/activities';
import { newKey } from '../../src/client/idempotency-key';
import { gloves, publishedActivity } from './support/activity';
import { newMember, newRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const sheetButton = () => until(() => all('.bottom-sheet .action-button')[0]);
const said = (rider: Rider, text: string) => until(() => rider.device.done.includes(`toast ${text}`));
const went = (rider: Rider, to: string) => until(() => rider.device.done.includes(`to ${to}`));

const signUp = ({ root }: Rider, activityId: string) =>
  root.api.call(createSignUp, { activityId }, { key: newKey(Date.now()) });
const mineOf = async ({ root }: Rider, activityId: string) =>
  (await root.api.call(getActivity, { activityId })).mine;

test('what is on, of one group, opens; who is signed out is asked to sign in first', async () => {
  const { id } = await publishedActivity('社区里捡烟头');
  const guest = newRider();
  await guest.open(ActivityList);
  await press('志愿服务');
  await press('社区里捡烟头');
  await went(guest, `/activities/rider/detail?id=${id}`);
  await guest.open(ActivityDetail, { id });
  await seen('藕塘公园东门');
  await seen('带上水杯');
  await press('登录后报名');
  await went(guest, '/sessions/rider/sign-in');
});

test('one kind of one day is looked for, and let go again', async () => {
  const startsAt = new Date(Date.now() + 60 * 86_400_000);
  const times = {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
  };
  await publishedActivity('给大家查视力', { kind: 'eye_check', ...times });
  await publishedActivity('看一场电影', { kind: 'film', ...times });
  const guest = newRider();
  await guest.open(ActivityList);
  await seen('看一场电影');
  await press(filterTexts.filters);
  await press('免费眼科检查');
  await gone('看一场电影');
  await seen('给大家查视力');
  await press('今天');
  await seen(listTexts.emptyKind.upcoming);
  await press(filterTexts.show);
  await press(filterTexts.without('今天'));
  await seen('给大家查视力');
  await press(filterTexts.without('免费眼科检查'));
  await seen('看一场电影');
});

test('with nothing to fill in one tap is enough; it goes into the calendar, and is taken back', async () => {
  const activity = await publishedActivity('一键报名', { capacity: 20 });
  const rider = await newMember();
  await rider.open(ActivityDetail, { id: activity.id });
  await seen('已报 0 / 20 人');
  await press('报名');
  await seen('您已报名');
  await seen('已报 1 / 20 人');
  await press('加到手机日历');
  await until(() => rider.device.done.some((line) => line.startsWith('calendar 一键报名')));
  await seen('已加到手机日历');
  await press('取消报名');
  await seen('名额会马上让给候补的工友');
  (await sheetButton()).click();
  await said(rider, '已取消报名');
  await seen('已报 0 / 20 人');
  expect(await mineOf(rider, activity.id)).toBeNull();
});

test('a calendar that is not allowed says how to allow it', async () => {
  const { id } = await publishedActivity('日历不让用');
  const rider = await newMember();
  await signUp(rider, id);
  rider.device.calendarAnswer = 'refused';
  await rider.open(ActivityDetail, { id });
  await press('加到手机日历');
  await seen('没有用上手机日历');
});

test('questions and risks come first; what was filled in is kept while there is no network', async () => {
  const { id } = await publishedActivity('上山植树', {
    ...{ kind: 'tree_planting', questions: [gloves], isRisky: true },
    ...{ riskNotice: '穿防滑鞋，不去水边', insuranceText: '已买意外险' },
  });
  const rider = await newMember();
  await rider.open(ActivityDetail, { id });
  await press('报名');
  await went(rider, `/activities/rider/sign-up?id=${id}`);
  await rider.open(SignUp, { id });
  await seen('已买意外险');
  await press('确认报名');
  await seen('这一项要填');
  await seen('请先看安全提示，再勾选同意');
  await press('中');
  await press('我已看过安全提示，愿意遵守');
  await gone('这一项要填');

  rider.device.goOffline();
  await press('确认报名');
  await seen('没有网络，这次没报上');
  rider.device.goOnline();
  // Closed and opened again meanwhile.
  await rider.open(SignUp, { id });
  await until(() => control('中')?.getAttribute('aria-checked') === 'true');
  expect(control('我已看过安全提示，愿意遵守')?.getAttribute('aria-checked')).toBe('false');
  await press('我已看过安全提示，愿意遵守');
  await press('确认报名');
  await said(rider, '报名成功');

  await rider.open(SignUp, { id, change: '1' });
  await until(() => control('中')?.getAttribute('aria-checked') === 'true');
  await press('大');
  await press('保存');
  await said(rider, '已保存');
});

test('full: one waits in line and moves up when somebody goes', async () => {
  const { id } = await publishedActivity('只要一个人', { capacity: 1 });
  const [first, second] = [await newMember(), await newMember()];
  const going = await signUp(first, id);
  expect(going.state).toBe('going');
  await second.open(ActivityDetail, { id });
  await seen('满员，可候补');
  await press('排队候补');
  await seen('您在候补，第 1 位');
  await second.open(MySignUps);
  await seen('候补第 1 位');

  await first.open(ActivityDetail, { id });
  await press('取消报名');
  (await sheetButton()).click();
  await said(first, '已取消报名');
  await second.open(MySignUps);
  await seen('已报名');
  expect(await mineOf(second, id)).toMatchObject({ state: 'going' });
});

test('another one at the same time is refused in the cloud’s words', async () => {
  const one = await publishedActivity('同一时间之一');
  const other = await publishedActivity('同一时间之二', { startsAt: one.startsAt, endsAt: one.endsAt });
  const rider = await newMember();
  await signUp(rider, one.id);
  await rider.open(ActivityDetail, { id: other.id });
  await press('报名');
  await seen('同一时间之一');
});

test('lists and an activity open offline, with their age', async () => {
  const { id } = await publishedActivity('离线也能看');
  const rider = await newMember();
  await rider.open(ActivityDetail, { id });
  await seen('离线也能看');
  rider.device.goOffline();
  const again = newRider(rider.device);
  again.device.goOffline();
  await again.open(ActivityDetail, { id });
  await seen('离线 · 显示');
  await seen('离线也能看');
  await press('报名');
  await seen('没有网络，这次没报上');
});

test('a text is written, and no more than it may have', async () => {
  const question = { id: 'q1', kind: 'text' as const, label: '想说的', isRequired: false, options: [] };
  const { id } = await publishedActivity('有话要说', { questions: [question] });
  const rider = await newMember();
  await rider.open(SignUp, { id });
  await write('想说的（选填）', '我带两把锹');
  await seen('5/200');
  await press('确认报名');
  await said(rider, '报名成功');
});
