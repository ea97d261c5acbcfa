import ActivityEdit from '../../src/client/activities/desk/edit';
import ManagedList from '../../src/client/activities/desk/list';
import SignUps from '../../src/client/activities/desk/sign-ups';
import { createSignUp } from '../../src/contract/activities';
import { getManagedActivity, listManagedActivities, updateActivity } from '../../src/contract/activity-desk';
import { updateMe } from '../../src/contract/people';
import { newKey } from '../../src/client/idempotency-key';
import { draftActivity, gloves, publishedActivity } from './support/activity';
import { communityOf } from './support/community';
import { newMember, signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const sheetButton = () => until(() => all('.bottom-sheet .action-button')[0]);
const said = (rider: Rider, text: string) => until(() => rider.device.done.includes(`toast ${text}`));
const managed = (staff: Rider, activityId: string) =>
  staff.root.api.call(getManagedActivity, { communityId: communityOf(staff), activityId });

async function named(rider: Rider, nickname: string): Promise<Rider> {
  await rider.root.api.call(updateMe, { nickname });
  return rider;
}

test('one is written, kept while it is, said what is missing, and saved as a draft', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  await staff.root.communities.load();
  await staff.open(ActivityEdit, { communityId });
  await press('存为草稿');
  await seen('给活动起个名字');
  await seen('选一个站点');
  await seen('写一下安全提示');
  await write('活动名称', '湖边清垃圾');
  await press('环境整治');
  await press('别的地方');
  await write('地点怎么说', '藕塘东岸');
  await write('名额', '20');
  await press('加一个问题');
  await write('问什么', '会不会游泳');
  await press('是或否');
  await write('安全提示', '不下水');
  await write('保险说明', '已买意外险');

  await staff.open(ActivityEdit, { communityId });
  await seen('已接着上次没写完的');
  await press('存为草稿');
  await said(staff, '已存为草稿，发布后大家才看得到');
  const { items } = await staff.root.api.call(listManagedActivities, { communityId, state: 'draft' });
  const made = items.find(({ title }) => title === '湖边清垃圾');
  expect(await managed(staff, made?.id ?? '')).toMatchObject({
    ...{ kind: 'environment', capacity: 20, isRisky: true, riskNotice: '不下水' },
    questions: [{ kind: 'yes_no', label: '会不会游泳', isRequired: true, options: [] }],
  });
  await staff.open(ActivityEdit, { communityId });
  await until(() => control('存为草稿'));
  expect(document.body.textContent).not.toContain('已接着上次没写完的');
});

test('a series is saved, published all at once, and one of it changed alone', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  await staff.root.communities.load();
  await staff.open(ActivityEdit, { communityId });
  await write('活动名称', '每周法律咨询');
  await press('法律咨询');
  await press('别的地方');
  await write('地点怎么说', '党群服务中心');
  await press('每周');
  await write('一共几场', '3');
  await press('存为一组草稿');
  await said(staff, '已存 3 场草稿，发布后大家才看得到');

  await staff.open(ManagedList, { communityId });
  await press('草稿');
  await press('每周法律咨询');
  await seen('每周，第');
  await press('发布');
  await press('还没开始的都算');
  (await sheetButton()).click();
  await said(staff, '已发布');
  const { items } = await staff.root.api.call(listManagedActivities, { communityId, state: 'published' });
  const series = items.filter(({ title }) => title === '每周法律咨询');
  expect(series).toHaveLength(3);

  await staff.open(ActivityEdit, { communityId, activityId: series[1]?.id ?? '' });
  await until(() => all('input').some((input) => (input as HTMLInputElement).value === '每周法律咨询'));
  await write('活动名称', '法律咨询（劳动合同专场）');
  await press('保存');
  await seen('改哪几场？');
  (await sheetButton()).click();
  await said(staff, '已保存');
  expect((await managed(staff, series[2]?.id ?? '')).title).toBe('每周法律咨询');
});

test('called off with a reason; a draft is dropped', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  const { id } = await publishedActivity('要取消的');
  await staff.open(ManagedList, { communityId, activityId: id });
  await press('取消活动');
  await seen('取消后不能恢复');
  await press('天气不好，改期再办');
  (await sheetButton()).click();
  await said(staff, '已取消，通知已发出');
  expect(await managed(staff, id)).toMatchObject({ state: 'cancelled', cancelReason: '天气不好，改期再办' });

  const draft = await draftActivity('要删掉的');
  await staff.open(ManagedList, { communityId });
  await press('草稿');
  await press('要删掉的');
  await press('删掉草稿');
  (await sheetButton()).click();
  await said(staff, '已删掉');
  await expect(managed(staff, draft.id)).rejects.toThrow('not_found');
});

test('somebody was quicker: what was written stays, and what they changed is named', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  const activity = await draftActivity('两个人在改');
  await staff.root.communities.load();
  await staff.open(ActivityEdit, { communityId, activityId: activity.id });
  await until(() => all('input').some((input) => (input as HTMLInputElement).value === '两个人在改'));
  const { place, leader, ...facts } = activity;
  await staff.root.api.call(updateActivity, {
    ...{ communityId, activityId: activity.id, version: facts.version, kind: facts.kind },
    ...{ title: facts.title, description: facts.description, audience: facts.audience },
    ...{ stationId: null, placeText: place.text, position: null, leaderId: leader?.personId ?? null },
    ...{ startsAt: facts.startsAt, endsAt: facts.endsAt, signUpFrom: null, signUpUntil: null },
    ...{ capacity: 30, minimum: null, questions: [], isRisky: false, riskNotice: null },
    ...{ insuranceText: null, departmentId: null, hoursPlanned: 2, mediaIds: [] },
  });
  await write('活动名称', '还是我来改');
  await press('保存');
  await seen('对方改了：名额');
  await press('保存');
  await said(staff, '已保存');
  expect((await managed(staff, activity.id)).title).toBe('还是我来改');
});

test('fewer places than are taken: who would have to wait is named, and waits if so wished', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  const activity = await publishedActivity('名额要减', { capacity: 5 });
  for (const nickname of ['先来的', '后到的小吕']) {
    const { root } = await named(await newMember(), nickname);
    await root.api.call(createSignUp, { activityId: activity.id }, { key: newKey(Date.now()) });
  }
  await staff.root.communities.load();
  await staff.open(ActivityEdit, { communityId, activityId: activity.id });
  await seen('已有 2 人报名');
  await write('名额', '1');
  await press('保存');
  await seen('名额比报名的人少');
  await seen('后到的小吕');
  await press('让他们去候补');
  await seen('已改成候补，并通知了：后到的小吕。');
  expect(await managed(staff, activity.id)).toMatchObject({ capacity: 1, taken: 1, waiting: 1 });
});

test('who comes: answers, one added, one taken off with a reason, the sheet handed over', async () => {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  const { id: activityId } = await publishedActivity('有名单的', { questions: [gloves] });
  const rider = await named(await newMember(), '名单里的小方');
  const answers = [{ questionId: 'q1', values: ['中'] }];
  await rider.root.api.call(createSignUp, { activityId, answers }, { key: newKey(Date.now()) });
  await named(await newMember(), '打电话来的老蒋');

  await staff.open(SignUps, { communityId, activityId });
  await seen('名单里的小方');
  await seen('手套尺码');
  await press('代人报名');
  await write('找人', '老蒋');
  await press('查找');
  await press('打电话来的老蒋');
  await seen('帮 打电话来的老蒋 报名');
  await press('报上');
  await seen('这一项要填');
  await press('大');
  await press('报上');
  await said(staff, '已报上');
  await gone('帮 打电话来的老蒋 报名');
  await seen('2 人报名');

  await until(() => all('.sign-up-row__remove').length === 2);
  all('.sign-up-row__remove')[0]?.click();
  await seen('把 名单里的小方 移出名单');
  await press('本人说来不了');
  (await sheetButton()).click();
  await said(staff, '已移出，通知已发出');
  await seen('原因：本人说来不了');
  await press('导出名单');
  await said(staff, '名单已导出');
  expect(staff.device.done.some((line) => /^hand over 有名单的.+\.xlsx$/.test(line))).toBe(true);
});
