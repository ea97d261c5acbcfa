import Figures from '../../src/client/reports/grid/figures';
import Task from '../../src/client/reports/grid/task';
import Tasks from '../../src/client/reports/grid/tasks';
import {
  figuresTexts,
  formTexts,
  tasksTexts as texts,
  taskTexts,
  workTexts,
} from '../../src/client/reports/grid/texts';
import { outang } from '../support/outang';
import { newMember, newRider, northOf } from './support/rider';
import { assigned, newGridMember, reported, resolvedBy, smallPhoto } from './support/reported';
import { all, control, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const shop = { ...outang.noodles.at, crs: 'GCJ-02' as const, accuracyM: 10 };
const sheetButton = () => until(() => all('.bottom-sheet .action-button')[0]);
const taskPage = (id: string, kind: 'assigned' | 'verify') => ({ communityId, id, kind });

test('what was given: taken on, done with words and a photo, and counted', async () => {
  const given = await reported(await newMember(), '井盖翘起来了');
  const rider = await newGridMember();
  await assigned(given, rider);
  await rider.open(Tasks, { communityId });
  await press('井盖翘起来了');
  expect(rider.device.done).toContain(
    `to /reports/grid/task?communityId=${communityId}&id=${given.id}&kind=assigned`,
  );

  await rider.open(Task, taskPage(given.id, 'assigned'));
  await seen(taskTexts.groups.report);
  await press(workTexts.accept.name);
  (await sheetButton()).click();
  await until(() => rider.device.done.includes(`toast ${workTexts.accept.done}`));
  await until(() => control(workTexts.schedule.name));

  await press(workTexts.resolve.name);
  await seen(formTexts.missing([formTexts.missingPart.photos, formTexts.missingPart.words]));
  await write(workTexts.resolve.words, '换了新井盖');
  rider.device.chosenPhotos = [smallPhoto];
  await press('拍照');
  await until(() => all('.photo-grid__one').length === 1);
  await press(workTexts.resolve.confirm);
  await seen(taskTexts.resolved);
  await seen(taskTexts.groups.after);

  await rider.open(Figures, { communityId });
  await seen(figuresTexts.resolved);
  expect(all('.grid-figures__value').map(({ textContent }) => textContent)).toEqual(
    [0, 1, 0, 0].map(figuresTexts.pieces),
  );
  await press('上个月');
  await seen(figuresTexts.empty);
});

test('what was given may go back with a reason', async () => {
  const given = await reported(await newMember(), '路灯下面的井盖响');
  const rider = await newGridMember();
  await assigned(given, rider);
  await rider.open(Task, taskPage(given.id, 'assigned'));
  await press(workTexts.giveBack.name);
  await press('不在我跑的片区');
  (await sheetButton()).click();
  await seen(workTexts.giveBack.done);
  await rider.open(Tasks, { communityId });
  await seen(texts.empty.assigned.title);
});

test('a look on the spot: nearest first, the photo survives the lost network and the closed app', async () => {
  const worker = await newGridMember();
  const reporter = await newMember();
  const near = await resolvedBy(worker, await assigned(await reported(reporter, '近处的井盖', 30), worker));
  await resolvedBy(worker, await assigned(await reported(reporter, '远处的井盖', 300), worker));

  const rider = await newGridMember();
  rider.device.position = northOf(shop, 20);
  rider.root.settings.givePosition();
  await rider.open(Tasks, { communityId, kind: 'verify' });
  await until(() => {
    const rows = all('.task-line').map(({ textContent }) => textContent);
    const [first, second] = ['近处的井盖', '远处的井盖'].map((place) =>
      rows.findIndex((words) => words.includes(place)),
    );
    return first !== undefined && second !== undefined && first >= 0 && first < second;
  });

  await rider.open(Task, taskPage(near.id, 'verify'));
  await press(workTexts.verify.name);
  await press(formTexts.mended);
  rider.device.chosenPhotos = [smallPhoto];
  await press('拍照');
  await until(() => all('.photo-grid__one').length === 1);
  expect(control('从相册选')).toBeNull();
  rider.device.http.isBlocked = true;
  await press(workTexts.verify.confirm);
  await seen(formTexts.kept);
  expect(rider.device.photoFiles.files.size).toBe(1);

  rider.device.http.isBlocked = false;
  await rider.open(Tasks, { communityId, kind: 'verify' });
  await seen(texts.kept);
  await rider.open(Task, taskPage(near.id, 'verify'));
  await press(workTexts.verify.name);
  await until(() => all('.photo-grid__one').length === 1);
  await press(workTexts.verify.confirm);
  await seen(workTexts.verify.done);
  expect(rider.device.photoFiles.files.size).toBe(0);

  await rider.open(Tasks, { communityId, kind: 'verify' });
  await seen('远处的井盖');
  await gone('近处的井盖');
});

test('who is no grid member is shown the way to become one', async () => {
  const rider = await newMember();
  await rider.open(Tasks, { communityId });
  await press(texts.apply);
  expect(rider.device.done).toContain('to /members/rider/grid');
  await rider.open(Figures, { communityId });
  await seen(texts.apply);
});

test('offline there is what was seen before, or a way to try again', async () => {
  const rider = await newGridMember();
  rider.device.http.isBlocked = true;
  await rider.open(Tasks, { communityId });
  await seen('没有网络');
  rider.device.http.isBlocked = false;
  await press('再试一次');
  await seen(texts.empty.assigned.title);
});

test('a stranger is asked to sign in', async () => {
  const stranger = newRider();
  await stranger.open(Tasks, { communityId });
  await press('登录');
  expect(stranger.device.done).toEqual(['to /sessions/rider/sign-in']);
});
