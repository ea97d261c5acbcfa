import { idempotencyKeyHeader, problems } from '../../../contract/http';
import { sendUploadBytes, startUpload } from '../../../contract/media';
import { sendUploadBytesSchemas, startUploadSchemas } from '../../../contract/media.schema';
import { getCase, type Case } from '../../../contract/report-cases';
import { getCaseSchemas } from '../../../contract/report-cases.schema';
import { listGridTasks, verifyReport, type GridTask } from '../../../contract/report-checks';
import { listGridTasksSchemas, verifyReportSchemas } from '../../../contract/report-checks.schema';
import { resolveReport } from '../../../contract/report-moves';
import { resolveReportSchemas } from '../../../contract/report-moves.schema';
import { reportProblems } from '../../../contract/reports';
import { outang } from '../../../../tests/support/outang';
import type { PhonePhotos, PhoneStorage } from '../../../../tests/support/device';
import { recordedPhone, type RecordedPhone } from '../../../../tests/support/recorded-phone';
import { CameraError } from '../../platform/camera-error';
import { NetworkError } from '../../platform/network-error';
import { TaskStore, type TaskIds } from './task-store';
import { photoTexts } from '../../ui/photo-texts';

const reportId = '019ab000-0000-7000-8000-000000000901';
const mediaId = '019ab000-0000-7000-8000-000000000902';
const position = { lat: 31.8, lng: 117.3, crs: 'GCJ-02' as const, accuracyM: 20 };
const picture = Buffer.from('a photo').toString('base64');

const task: GridTask = {
  id: reportId,
  number: 12,
  kind: 'verify',
  category: 'road_manhole',
  state: 'resolved',
  words: '井盖松了',
  placeText: '荷风路 3 号门口',
  position,
  distanceM: null,
  photos: [],
  photo: null,
  dueAt: null,
  isOverdue: false,
  version: 4,
};

const can = (...actions: (keyof Case['can'])[]): Case['can'] =>
  Object.fromEntries(
    Object.keys(getCaseSchemas.answer.properties.can.properties).map((name) => [
      name,
      actions.includes(name as keyof Case['can']),
    ]),
  ) as Case['can'];

const given: Case = {
  id: reportId,
  communityId: outang.id,
  number: 12,
  category: 'road_manhole',
  state: 'in_progress',
  words: '井盖松了',
  placeText: null,
  photo: null,
  submittedAt: '2026-11-20T09:00:00+08:00',
  changedAt: '2026-11-20T09:00:00+08:00',
  next: { by: 'grid_member', dueAt: '2026-11-25T18:00:00+08:00', isOverdue: false },
  position,
  due: 'soon',
  assignee: null,
  escalation: 0,
  followers: 0,
  version: 3,
  eventCode: '01010',
  codeVersion: '2026-1',
  positionSource: 'device',
  isAnonymous: false,
  photos: [],
  entries: [],
  question: null,
  rating: null,
  canonical: null,
  reporter: null,
  duplicates: [],
  givenBack: 0,
  workingMsLeft: null,
  can: can('resolve', 'schedule', 'ask', 'transfer'),
};

const photoAt = { id: mediaId, width: 4, height: 3, thumbUrl: '/t', url: '/u' };

interface Before {
  storage?: PhoneStorage;
  photoFiles?: PhonePhotos;
}

/** The page of one task, on a phone whose cloud has it. */
async function openTask(kind: TaskIds['kind'], before: Before = {}) {
  const phone = recordedPhone(before);
  const { cloud, root, device } = phone;
  let isListed = true;
  let isThere = false;
  cloud.on(listGridTasks, listGridTasksSchemas, () => ({ items: isListed ? [task] : [], nextCursor: null }));
  cloud.on(getCase, getCaseSchemas, () => given);
  cloud.on(startUpload, startUploadSchemas, () => ({
    received: isThere ? 7 : 0,
    media: isThere ? photoAt : null,
  }));
  cloud.on(sendUploadBytes, sendUploadBytesSchemas, () => {
    isThere = true;
    return { received: 7, media: photoAt };
  });
  cloud.on(verifyReport, verifyReportSchemas, () => task);
  cloud.on(resolveReport, resolveReportSchemas, () => ({
    ...given,
    state: 'resolved' as const,
    can: can(),
  }));
  device.chosenPhotos = [picture];
  const store = new TaskStore(root, { communityId: outang.id, reportId, kind });
  await store.load();
  return {
    ...phone,
    store,
    /** Somebody has looked. */
    unlist() {
      isListed = false;
    },
    /** The cloud does what it is asked to, and nobody hears of it. */
    loseAnswers() {
      cloud.on(verifyReport, verifyReportSchemas, () => {
        throw new NetworkError('timeout');
      });
    },
    answerAgain: () => cloud.on(verifyReport, verifyReportSchemas, () => task),
  };
}

const sentTo = ({ device }: RecordedPhone, ending: string) =>
  device.http.requests.filter(({ path }) => path.endsWith(ending));
const bodiesTo = (phone: RecordedPhone, ending: string) => sentTo(phone, ending).map(({ body }) => body);
const keysTo = (phone: RecordedPhone, ending: string) =>
  sentTo(phone, ending).map(({ headers }) => headers[idempotencyKeyHeader]);

async function photograph({ work }: TaskStore) {
  work.open('verify');
  work.write({ isMended: false, words: '还松着' });
  await work.addPhotos('camera');
}

test('a look on the spot: the photo goes first, then what was seen, with the version that was shown', async () => {
  const phone = await openTask('verify');
  const { store, device } = phone;
  expect(store.task.data?.task?.can).toEqual(['verify']);
  await photograph(store);
  expect(device.photoFiles.files.size).toBe(1);
  expect(await store.work.send()).toBe(true);
  expect(bodiesTo(phone, '/verification')).toEqual([
    { isMended: false, words: '还松着', mediaIds: [mediaId], position: null, version: 4 },
  ]);
  expect(store.ended).toBe('verify');
  expect(device.photoFiles.files.size).toBe(0);
  expect(device.storage.keys().filter((key) => key.startsWith('report-work.'))).toEqual([]);
});

test('nothing is sent before there is a photo', async () => {
  const phone = await openTask('verify');
  phone.store.work.open('verify');
  phone.store.work.write({ isMended: true });
  expect(await phone.store.work.send()).toBe(false);
  expect(sentTo(phone, '/verification')).toEqual([]);
});

test('without a network all stays on the phone, and the app that is opened again goes on with it', async () => {
  const before = await openTask('verify');
  await photograph(before.store);
  before.device.http.isBlocked = true;
  expect(await before.store.work.send()).toBe(false);
  expect(before.store.work.failure).toEqual({ kind: 'offline' });

  const { storage, photoFiles } = before.device;
  const again = await openTask('verify', { storage, photoFiles });
  expect(again.store.work.hasBegun('verify')).toBe(true);
  again.store.work.open('verify');
  expect(again.store.work.work).toMatchObject({ isMended: false, words: '还松着' });
  expect(await again.store.work.send()).toBe(true);
  expect(bodiesTo(again, '/verification')).toHaveLength(1);
});

test('an answer that was lost: the same is asked again with its key, though the task is listed no more', async () => {
  const phone = await openTask('verify');
  const { store, unlist } = phone;
  await photograph(store);
  phone.loseAnswers();
  expect(await store.work.send()).toBe(false);
  expect(store.work.failure).toEqual({ kind: 'timeout' });
  unlist();
  phone.answerAgain();
  const again = new TaskStore(phone.root, store.ids);
  await again.load();
  expect(again.ended).toBe('verify');
  const [first, second, ...more] = keysTo(phone, '/verification');
  expect(second).toBe(first);
  expect(more).toEqual([]);
  expect(new Set(bodiesTo(phone, '/verification').map((body) => JSON.stringify(body))).size).toBe(1);
});

test('what is changed after a failure is another request', async () => {
  const phone = await openTask('verify');
  const { store } = phone;
  await photograph(store);
  phone.loseAnswers();
  await store.work.send();
  phone.answerAgain();
  store.work.write({ words: '边上还缺一块' });
  await store.work.send();
  const [first, second] = keysTo(phone, '/verification');
  expect(second).not.toBe(first);
});

test('somebody was quicker: it is said, what was written stays, and the page knows how it stands', async () => {
  const phone = await openTask('verify');
  const { store, cloud, unlist } = phone;
  await photograph(store);
  unlist();
  cloud.refuseNext(verifyReport, reportProblems.report_state);
  expect(await store.work.send()).toBe(false);
  expect(store.work.failure).toMatchObject({ code: 'report_state' });
  expect(store.work.work.words).toBe('还松着');
  await new Promise(setImmediate);
  expect(store.task.data).toEqual({ task: null });
  expect(store.ended).toBeNull();
});

test('photos that the cloud has dropped are sent anew', async () => {
  const phone = await openTask('verify');
  const { store, cloud } = phone;
  await photograph(store);
  cloud.refuseNext(verifyReport, reportProblems.report_photo_unknown);
  const begun = () => phone.device.http.log.filter((line) => /uploads\/[^/]+$/.test(line)).length;
  expect(await store.work.send()).toBe(false);
  expect(begun()).toBe(1);
  expect(await store.work.send()).toBe(true);
  expect(begun()).toBe(2);
});

test('what was given is resolved with words and a photo; the answer is what is shown', async () => {
  const phone = await openTask('assigned');
  const { store } = phone;
  expect(store.task.data?.task?.can).toEqual(['resolve', 'schedule', 'ask', 'transfer']);
  store.work.open('resolve');
  store.work.write({ words: '换了新井盖' });
  await store.work.addPhotos('camera');
  expect(await store.work.send()).toBe(true);
  expect(bodiesTo(phone, '/resolution')).toEqual([
    { words: '换了新井盖', afterMediaIds: [mediaId], version: 3 },
  ]);
  expect(store.task.data?.task).toMatchObject({ state: 'resolved', can: [] });
});

test('what is not in their hands any more is said to be so; who is no grid member hears that', async () => {
  const phone = await openTask('assigned');
  phone.cloud.refuseNext(getCase, problems.not_found);
  await phone.store.load();
  expect(phone.store.task.data).toEqual({ task: null });
  phone.cloud.refuseNext(getCase, problems.forbidden);
  await phone.store.load();
  expect(phone.store.task.failure).toMatchObject({ code: 'forbidden' });
});

test('a camera that says no is explained', async () => {
  const { store, device } = await openTask('verify');
  device.chosenPhotos = new CameraError('refused');
  store.work.open('verify');
  await store.work.addPhotos('camera');
  expect(store.work.photosWrong).toBe(photoTexts.noCamera);
  device.chosenPhotos = [picture];
  device.photoFiles.isFull = true;
  await store.work.addPhotos('camera');
  expect(store.work.photosWrong).toBe(photoTexts.full);
});
