import { statement } from '../../src/cloud/platform/database';
import { requestsPersonalData } from '../../src/cloud/requests/service';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import type { MadePerson } from '../support/made-person';
import { makePhoto } from '../support/made-report';
import {
  asRequester,
  atRequests,
  makeAnswered,
  makeCategory,
  makeRider,
  requestBody,
  sendRequest,
} from '../support/made-request';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'; delete from notices;
    delete from outbox_messages; update requests set escalate_at = null`);
  rider = await makeRider(cloud);
});
afterAll(() => cloud.close());

const pass = async (time: { days?: number; hours?: number }) => {
  cloud.clock.advance(time);
  await cloud.jobs.drain();
};
const titlesOf = (person: MadePerson) => asRequester(cloud, person).titles();
const demoTitles = async (account: string) => {
  const { authorization } = await cloud.signIn(account);
  return titlesOf({ ...rider, headers: { authorization } });
};

test('what is late climbs the ladder: who has it, staff, those who answer for the community', async () => {
  const category = await makeCategory(cloud);
  const { id } = await sendRequest(cloud, rider, category.id);
  await pass({});
  expect(await titlesOf(category.officer)).toEqual(['有一条新诉求']);
  await pass({ days: 1, hours: 1 });
  expect(await titlesOf(category.officer)).toEqual(['诉求超期了', '有一条新诉求']);
  await pass({ days: 1 });
  expect([await demoTitles('staff'), await demoTitles('organiser')]).toEqual([['诉求超期了'], []]);
  await pass({ days: 4 });
  expect(await demoTitles('organiser')).toEqual(['诉求超期了']);
  const seen = await atRequests(cloud, category.officer).see(id);
  expect(seen).toMatchObject({ escalation: 3, due: 'overdue' });
  expect((await asRequester(cloud, rider).see(id)).entries.map(({ action }) => action)).toEqual(['submit']);
});

test('of a confidential one nobody above hears, only its list', async () => {
  const legal = await makeCategory(cloud, { isConfidential: true });
  await sendRequest(cloud, rider, legal.id);
  await pass({});
  for (const days of [1, 1, 7]) await pass({ days });
  expect([await demoTitles('staff'), await demoTitles('organiser')]).toEqual([[], []]);
  expect(await titlesOf(legal.officer)).toEqual(['诉求超期了', '诉求超期了', '诉求超期了', '有一条新诉求']);
});

test('where nobody is left on the list, who can name somebody hears that there is one, not which', async () => {
  const legal = await makeCategory(cloud, { isConfidential: true });
  const { number } = await sendRequest(cloud, rider, legal.id);
  await cloud.database.script(`delete from request_readers where category_id = '${legal.id}'`);
  await pass({ days: 1 });
  expect([await demoTitles('organiser'), await demoTitles('staff')]).toEqual([['保密诉求没有人能看'], []]);
  const { items } = (await get(cloud, '/api/notices', await cloud.signIn('organiser'))).json<{
    items: { text: string; link: string }[];
  }>();
  expect(items[0]?.text).not.toContain(String(number));
  expect(items[0]?.link).toBe(`requests/desk/categories?communityId=${outang.id}`);
});

test('the clock stops while the requester is asked; after five days it goes on with what was left', async () => {
  const category = await makeCategory(cloud);
  const { id, version } = await sendRequest(cloud, rider, category.id);
  const desk = atRequests(cloud, category.officer);
  await desk.accept(id, { version });
  await desk.question(id, { question: '哪个站点？', version: version + 1 });
  await pass({ days: 4, hours: 23 });
  expect(await asRequester(cloud, rider).see(id)).toMatchObject({
    state: 'info_requested',
    answerDueAt: null,
  });
  await pass({ hours: 2 });
  const seen = await asRequester(cloud, rider).see(id);
  // Five working days were left at nine on Monday; it is Saturday now.
  expect(seen).toMatchObject({ state: 'accepted', answerDueAt: '2026-12-04T17:30:00+08:00' });
  expect((await titlesOf(rider))[0]).toBe('诉求继续办理');
});

test('what follows has two working days at least; opened again it has all its days anew', async () => {
  const { id, requester, desk, version } = await makeAnswered(cloud);
  await pass({ days: 8 });
  const followed = await requester.do('follow-ups', id, { words: '什么时候？', version });
  expect(followed.answerDueAt).toBe('2026-12-02T17:30:00+08:00');
  const again = await desk.answer(id, { words: '明天', version: followed.version });
  const reopened = await requester.do('reopening', id, { reason: '没有来', version: again.version });
  expect(reopened.answerDueAt).toBe('2026-12-07T17:30:00+08:00');
  expect(reopened.next?.dueAt).toBe('2026-12-01T17:30:00+08:00');
});

const kept = statement<object>(
  'test_request_kept',
  `select requester_id as requester, words, stars, category_id as category,
     (select count(*)::int from request_entries e where e.request_id = r.id and e.words is not null) as said,
     (select count(*)::int from media m where m.subject_id = r.id) as photos
   from requests r where id = $1`,
);

test('two years after its end nothing of what was said is left; category, times and stars are', async () => {
  const category = await makeCategory(cloud);
  const mediaIds = [await makePhoto(cloud, rider.id, 'request')];
  const { id, version } = await sendRequest(cloud, rider, category.id, { mediaIds });
  const desk = atRequests(cloud, category.officer);
  await desk.accept(id, { version });
  await desk.answer(id, { words: '陈师傅，办好了', version: version + 1 });
  await asRequester(cloud, rider).do('rating', id, { stars: 5, words: '谢谢', version: version + 2 });
  await pass({ days: 700 });
  expect(await cloud.database.row(kept, [id])).toMatchObject({ requester: rider.id, said: 2, photos: 1 });
  await pass({ days: 50 });
  expect(await cloud.database.row(kept, [id])).toEqual({
    requester: null,
    words: null,
    stars: 5,
    category: category.id,
    said: 0,
    photos: 0,
  });
});

test('who leaves takes along what was said, and what was open ends', async () => {
  const category = await makeCategory(cloud);
  const { id, version } = await sendRequest(cloud, rider, category.id);
  const desk = atRequests(cloud, category.officer);
  await desk.accept(id, { version });
  await desk.question(id, { question: '陈师傅，哪个站点？', version: version + 1 });
  const left = await cloud.app.inject({
    method: 'DELETE',
    url: `/api/communities/${outang.id}/membership`,
    headers: rider.headers,
  });
  expect(left.statusCode).toBe(204);
  expect(await cloud.database.row(kept, [id])).toMatchObject({ requester: null, words: null, said: 0 });
  expect(await desk.see(id)).toMatchObject({ state: 'withdrawn', requester: null, can: { answer: false } });
});

test('an officer who leaves is on no list any more, and what they had is the department’s', async () => {
  const { id, category } = await makeAnswered(cloud, true);
  await cloud.database.transaction((tx) => requestsPersonalData.forget(tx, category.officer.id));
  expect((await atRequests(cloud, category.officer).see(id)).code).toBe('not_found');
  expect(await requestsPersonalData.collect(cloud.database, category.officer.id)).toEqual({
    我的诉求: [],
    经办: [],
    保密名单: [],
  });
});

test('one takes along what one asked and was told; of confidential work only that it was done', async () => {
  const { id, rider: asker, category } = await makeAnswered(cloud, true);
  expect(id).toBeTruthy();
  expect(await requestsPersonalData.collect(cloud.database, asker.id)).toMatchObject({
    我的诉求: [
      {
        类别: category.name,
        内容: '上个月的工钱还没有结清',
        状态: '已答复',
        答复: ['已经和站点谈过，周五结清'],
      },
    ],
  });
  expect(await requestsPersonalData.collect(cloud.database, category.officer.id)).toMatchObject({
    经办: [{ 内容: null }, { 内容: null }],
    保密名单: [{ 类别: category.name }],
  });
});

test('two people who are one have their requests, keys and lists together', async () => {
  const [goes, stays] = [await makeRider(cloud), await makeRider(cloud)];
  const category = await makeCategory(cloud);
  const key = 'the-same-key-of-one-phone';
  const body = requestBody(cloud, category.id);
  const send = async (person: MadePerson) =>
    (await post(cloud, `/api/communities/${outang.id}/requests`, person.headers, body, key)).json<{
      id: string;
    }>();
  const sent = await send(goes);
  await cloud.database.transaction((tx) => requestsPersonalData.merge(tx, goes.id, stays.id));
  await cloud.database.transaction((tx) => requestsPersonalData.forget(tx, goes.id));
  expect((await asRequester(cloud, stays).see(sent.id)).words).toBe('上个月的工钱还没有结清');
  // The phone never heard the answer, and asks again as who stays.
  expect((await send(stays)).id).toBe(sent.id);
});
