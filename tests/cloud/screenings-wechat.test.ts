import { randomUUID } from 'node:crypto';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from '../support/cloud';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';
import { decide, ownerIn, queueOf, saying, type Owner } from '../support/screenings';
import { mediaChecked, mediaUnreachable, pushed } from '../support/wechat-content';

const push = { token: 'AAAAA', appId: 'wx00000000000000aa', aesKey: null };
const fine = { suggest: 'pass', label: 100 } as const;
const porn = { suggest: 'risky', label: 20002 } as const;
const wordsPath = '/wxa/msg_sec_check';
const picturePath = '/wxa/media_check_async';

let world: IdentityCloud;
let cloud: TestCloud;
let owner: Owner;
let rider: MadePerson;
let staff: MadePerson;
let openid: string;
beforeAll(async () => {
  world = await startIdentityCloud({ wechatPush: push });
  ({ cloud } = world);
  owner = ownerIn(cloud);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  openid = `made-${rider.id}`;
});
beforeEach(async () => {
  // Never back: a round of jobs that is under way would take its next turn by the clock of the test before.
  cloud.clock.advance({ hours: 1 });
  world.wechat.content.visit(openid);
  world.wechat.content.pictures.length = 0;
  world.wechat.content.words.length = 0;
  owner.told.length = 0;
  await cloud.database.script(
    `delete from screening_traces; delete from screening_parts; delete from screenings; delete from screening_rules;
     delete from wechat_messages`,
  );
});
afterAll(() => world.close());

const fromApp = (more: object) => owner.written({ personId: rider.id, source: 'weapp' as const, ...more });
const later = async (time: Parameters<TestCloud['clock']['advance']>[0]) => {
  cloud.clock.advance(time);
  await cloud.jobs.drain();
};
const asked = () => world.wechat.content.pictures;
const traceOf = (index: number) => asked()[index]?.traceId ?? '';
const hear = (index: number, opinion: Parameters<typeof mediaChecked>[2]) =>
  pushed(cloud, push, mediaChecked(push.appId, traceOf(index), opinion));
const parts = statement<{ verdict: string | null; checkedBy: string | null; why: string | null }>(
  'test_parts',
  `select verdict, checked_by as "checkedBy", why from screening_parts where screening_id = $1 order by number`,
);
const partsOf = (id: string) => cloud.database.rows(parts, [id]);

test('WeChat is asked about the words of its users, in pieces it takes', async () => {
  const { id } = await fromApp({ texts: saying('井'.repeat(2_600)) });
  expect(world.wechat.content.words.map((piece) => piece.length)).toEqual([2_500, 100]);
  expect(await partsOf(id)).toEqual([{ verdict: 'pass', checkedBy: 'wechat', why: null }]);
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ screeningId: id, verdict: 'pass' }]);
});

test('WeChat’s no and its doubt are for a person to decide', async () => {
  world.wechat.content.think('甲', porn);
  world.wechat.content.think('乙', { suggest: 'review', label: 10001 });
  const risky = await fromApp({ texts: saying('某甲某') });
  const doubtful = await fromApp({ texts: saying('某乙某') });
  expect(await partsOf(risky.id)).toEqual([{ verdict: 'risky', checkedBy: 'wechat', why: 'wechat_risky' }]);
  expect(await partsOf(doubtful.id)).toMatchObject([{ verdict: 'review', why: 'wechat_review' }]);
  const { items } = await queueOf(cloud, staff);
  expect(items.map(({ words }) => words.found)).toEqual(['porn', 'ads']);
  expect(owner.told).toEqual([]);
});

test.each([
  [87014, { verdict: 'risky', checkedBy: 'wechat', why: 'wechat_risky' }],
  [61010, { verdict: 'pass', checkedBy: 'words', why: null }],
  [40003, { verdict: 'pass', checkedBy: 'words', why: null }],
  [43104, { verdict: 'pass', checkedBy: 'words', why: null }],
])('words about which WeChat says %i', async (errcode, part) => {
  world.wechat.failNext(errcode, wordsPath);
  const { id } = await fromApp({ texts: saying('路灯坏了') });
  expect(await partsOf(id)).toEqual([part]);
});

test('who was last in the app three hours ago is looked at here', async () => {
  const other = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  const { id } = await owner.written({ personId: other.id, source: 'weapp', texts: saying('路灯坏了') });
  expect(await partsOf(id)).toEqual([{ verdict: 'pass', checkedBy: 'words', why: null }]);
});

test('what was written on the web, or by staff, never goes to WeChat', async () => {
  await owner.written({
    personId: rider.id,
    source: 'h5',
    texts: saying('路灯坏了'),
    mediaIds: [randomUUID()],
  });
  await owner.written({
    personId: staff.id,
    source: 'staff',
    texts: saying('已修好'),
    mediaIds: [randomUUID()],
  });
  expect(world.wechat.content.words).toEqual([]);
  expect(asked()).toEqual([]);
  expect(owner.told.map(({ picturesSeen }) => picturesSeen)).toEqual([false, true]);
});

test('too many calls a minute: asked again later; no answer at all: a person', async () => {
  world.wechat.failNext(45011, wordsPath);
  const { id } = await fromApp({ texts: saying('路灯坏了') });
  expect(await partsOf(id)).toMatchObject([{ verdict: null }]);
  await later({ seconds: 10 });
  expect(await partsOf(id)).toMatchObject([{ verdict: 'pass', checkedBy: 'wechat' }]);
  // When it is first asked, and when the time is up.
  for (let time = 0; time < 2; time += 1) world.wechat.failNext(45009, wordsPath);
  const never = await fromApp({ texts: saying('路灯又坏了') });
  await later({ minutes: 36 });
  expect(await partsOf(never.id)).toEqual([{ verdict: 'review', checkedBy: 'none', why: 'late' }]);
  expect((await queueOf(cloud, staff)).waiting).toBe(1);
});

test('WeChat fetches each picture, and when it has said yes to the last all is told, once', async () => {
  const { id } = await fromApp({ texts: saying('路灯坏了'), mediaIds: [randomUUID(), randomUUID()] });
  expect(asked().map(({ url }) => /^https:\/\/nuanxin\.test\/media\/photo\//.test(url))).toEqual([
    true,
    true,
  ]);
  expect((await hear(0, fine)).body).toBe('success');
  await hear(0, porn);
  await cloud.jobs.drain();
  expect(owner.told).toEqual([]);
  await Promise.all([hear(1, fine), hear(1, fine), hear(1, fine)]);
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ screeningId: id, verdict: 'pass', picturesSeen: true }]);
});

test('both of the last two at once are told once', async () => {
  await fromApp({ mediaIds: [randomUUID(), randomUUID()] });
  await Promise.all([hear(0, fine), hear(1, fine)]);
  await cloud.jobs.drain();
  expect(owner.told).toHaveLength(1);
});

test('an answer that comes before its trace id is noted is not lost, however often it comes', async () => {
  const early = world.wechat.content.foretell();
  const message = mediaChecked(push.appId, early, porn);
  await Promise.all([pushed(cloud, push, message), pushed(cloud, push, message)]);
  const { id } = await fromApp({ mediaIds: [randomUUID()] });
  expect(traceOf(0)).toBe(early);
  expect(await partsOf(id)).toEqual([{ verdict: 'risky', checkedBy: 'wechat', why: 'wechat_risky' }]);
});

test('WeChat could not fetch the picture, or never answers: a person; an answer after that still counts', async () => {
  const gone = await fromApp({ mediaIds: [randomUUID()] });
  await pushed(cloud, push, mediaUnreachable(push.appId, traceOf(0)));
  expect(await partsOf(gone.id)).toEqual([{ verdict: 'review', checkedBy: 'none', why: 'unreachable' }]);
  const slow = await fromApp({ mediaIds: [randomUUID()] });
  await later({ minutes: 34 });
  expect(await partsOf(slow.id)).toMatchObject([{ verdict: null }]);
  await later({ minutes: 2 });
  expect(await partsOf(slow.id)).toEqual([{ verdict: 'review', checkedBy: 'none', why: 'late' }]);
  await hear(1, fine);
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ screeningId: slow.id, verdict: 'pass', picturesSeen: true }]);
  expect((await queueOf(cloud, staff)).items.map(({ id }) => id)).toEqual([gone.id]);
});

test('a picture that has passed is not looked at again when the words change', async () => {
  const mediaId = randomUUID();
  const first = await fromApp({ texts: saying('路灯坏了'), mediaIds: [mediaId] });
  await hear(0, fine);
  const subject = { kind: 'report', id: first.subjectId };
  await fromApp({ subject, texts: saying('路灯坏了两盏'), mediaIds: [mediaId] });
  await cloud.jobs.drain();
  expect(asked()).toHaveLength(1);
  expect(owner.told).toHaveLength(2);
});

test('a person and WeChat at once: told once, and what the person said stands', async () => {
  world.wechat.content.think('丙', porn);
  const { id } = await fromApp({ texts: saying('某丙某'), mediaIds: [randomUUID()] });
  await Promise.all([decide(cloud, staff, id, 'reject', '请换一种说法'), hear(0, fine), hear(0, fine)]);
  await later({ minutes: 40 });
  expect(owner.told).toMatchObject([{ verdict: 'rejected', reason: '请换一种说法' }]);
});

test('a person lets pass what WeChat has not answered yet: WeChat’s no after that changes nothing', async () => {
  const { id } = await fromApp({ texts: saying('傻逼物业'), mediaIds: [randomUUID()] });
  await decide(cloud, staff, id, 'pass');
  await hear(0, porn);
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ verdict: 'pass', picturesSeen: true }]);
  expect(await partsOf(id)).toMatchObject([
    { checkedBy: 'person' },
    { verdict: 'pass', checkedBy: 'person' },
  ]);
});

test('where WeChat is asked for the picture and refuses the author, the community’s rule holds', async () => {
  world.wechat.failNext(61010, picturePath);
  const { id } = await fromApp({ mediaIds: [randomUUID()] });
  expect(await partsOf(id)).toEqual([{ verdict: 'pass', checkedBy: 'none', why: null }]);
  await cloud.jobs.drain();
  expect(owner.told).toMatchObject([{ verdict: 'pass', picturesSeen: false }]);
});
