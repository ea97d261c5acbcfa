import { randomUUID } from 'node:crypto';
import type { RequestCategory, RequestRow } from '../../src/contract/requests';
import { startTestCloud, type TestCloud } from '../support/cloud';
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
  rider = await makeRider(cloud);
});
afterAll(() => cloud.close());

const base = `/api/communities/${outang.id}`;

describe('asking', () => {
  test('in words and with photos; it goes to the department of its category, with its deadlines', async () => {
    const { id: categoryId, departmentId, officer } = await makeCategory(cloud);
    const mediaIds = [await makePhoto(cloud, rider.id, 'request')];
    const sent = await sendRequest(cloud, rider, categoryId, { mediaIds });
    expect(sent).toMatchObject({
      state: 'submitted',
      words: '上个月的工钱还没有结清',
      category: { id: categoryId, icon: 'work' },
      photos: [{ id: mediaIds[0] }],
      photo: { id: mediaIds[0] },
      // A working day to take it on, five to answer.
      next: { by: 'department', dueAt: '2026-11-23T17:30:00+08:00', isOverdue: false },
      answerDueAt: '2026-11-27T17:30:00+08:00',
      can: { withdraw: true, rate: false, reply: false },
    });
    expect(sent.entries).toMatchObject([{ action: 'submit', by: 'requester', photos: [] }]);
    const [row] = await atRequests(cloud, officer).list();
    expect(row).toMatchObject({ id: sent.id, department: { id: departmentId }, due: 'soon' });
  });

  test('neither words nor photos, a photo of another, a closed category: refused', async () => {
    const { id: categoryId } = await makeCategory(cloud);
    const other = await makeRider(cloud);
    const ask = async (rest: object) => {
      const answer = await post(
        cloud,
        `${base}/requests`,
        rider.headers,
        requestBody(cloud, categoryId, rest),
      );
      return answer.json<{ code: string }>().code;
    };
    expect(await ask({ words: null })).toBe('request_empty');
    expect(await ask({ words: '  ' })).toBe('invalid_input');
    expect(await ask({ mediaIds: [await makePhoto(cloud, other.id, 'request')] })).toBe(
      'request_photo_unknown',
    );
    expect(await ask({ categoryId: outang.id })).toBe('request_category_closed');
  });

  test('the key is the request’s for good; other contents are refused', async () => {
    const { id: categoryId } = await makeCategory(cloud);
    const key = randomUUID();
    const body = requestBody(cloud, categoryId);
    const send = (payload: object) => post(cloud, `${base}/requests`, rider.headers, payload, key);
    const first = (await send(body)).json<{ id: string }>();
    cloud.clock.advance({ days: 2 });
    await cloud.jobs.drain();
    expect((await send(body)).json<{ id: string }>().id).toBe(first.id);
    expect((await send({ ...body, words: '不一样了' })).statusCode).toBe(422);
  });

  test('one’s own are listed, the newest first; nobody else’s are there', async () => {
    const { id: categoryId } = await makeCategory(cloud);
    const person = await makeRider(cloud);
    const one = await sendRequest(cloud, person, categoryId);
    cloud.clock.advance({ minutes: 1 });
    const two = await sendRequest(cloud, person, categoryId);
    await asRequester(cloud, person).do('withdrawal', one.id, { version: one.version });
    const mine = async (query = '') =>
      (await get(cloud, `/api/requests/mine${query}`, person.headers)).json<{ items: RequestRow[] }>();
    expect((await mine()).items.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect((await mine('?isOpen=true')).items.map(({ id }) => id)).toEqual([two.id]);
    expect((await asRequester(cloud, rider).see(one.id)).code).toBe('not_found');
  });
});

describe('the way of a request', () => {
  test('accepted, asked, replied, answered, followed up twice, rated', async () => {
    const category = await makeCategory(cloud);
    const { id, version } = await sendRequest(cloud, rider, category.id);
    const [desk, own] = [atRequests(cloud, category.officer), asRequester(cloud, rider)];
    const accepted = await desk.accept(id, { version });
    expect(accepted).toMatchObject({
      state: 'accepted',
      officer: { personId: category.officer.id },
      can: { accept: false, answer: true, ask: true, return: true },
    });
    const asked = await desk.question(id, { question: '哪个月的？', version: accepted.version });
    expect(asked).toMatchObject({ state: 'info_requested', due: 'none', question: '哪个月的？' });
    const replied = await own.do('replies', id, { words: '十月的', version: asked.version });
    expect(replied).toMatchObject({ state: 'accepted', question: null });
    let { version: at } = replied;
    for (const left of [2, 1]) {
      const answered = await desk.answer(id, { words: '已经结清', version: at });
      expect(answered).toMatchObject({ state: 'answered', followUpsLeft: left });
      const followed = await own.do('follow-ups', id, { words: '还没到账', version: answered.version });
      expect(followed).toMatchObject({ state: 'assigned', followUpsLeft: left - 1 });
      at = followed.version;
    }
    const answered = await desk.answer(id, { words: '今天到账', version: at });
    const more = await own.do('follow-ups', id, { words: '还有一件', version: answered.version });
    expect(more.code).toBe('request_follow_ups_used');
    const rating = { stars: 4, words: '谢谢', version: answered.version };
    const rated = await own.do('rating', id, rating);
    expect(rated).toMatchObject({ state: 'rated', rating: { stars: 4, words: '谢谢' }, isLapsed: false });
    expect(rated.entries.map(({ action }) => action)).toEqual([
      ...['submit', 'accept', 'ask', 'reply', 'answer', 'follow_up', 'answer', 'follow_up', 'answer', 'rate'],
    ]);
  });

  test('given back, it is nobody’s until staff give it on with the right category', async () => {
    const [wrong, right] = [await makeCategory(cloud), await makeCategory(cloud, { answerDays: 10 })];
    const { id, version } = await sendRequest(cloud, rider, wrong.id);
    const officer = atRequests(cloud, wrong.officer);
    const returned = await officer.giveBack(id, { reason: '归妇联', version });
    expect(returned).toEqual({ case: null });
    expect((await officer.see(id)).code).toBe('not_found');
    const own = asRequester(cloud, rider);
    expect(await own.see(id)).toMatchObject({ state: 'returned', department: null, next: { by: 'staff' } });
    const staff = await cloud.signIn('staff');
    const desk = atRequests(cloud, { ...rider, headers: { authorization: staff.authorization } });
    const given = await desk.assign(id, {
      departmentId: right.departmentId,
      officerId: right.officer.id,
      categoryId: right.id,
      version: version + 1,
    });
    expect(given.case).toMatchObject({
      state: 'assigned',
      returned: 1,
      category: { id: right.id },
      officer: { personId: right.officer.id },
    });
    expect(given.case?.entries.at(-1)).toMatchObject({ action: 'assign', category: right.name });
    const unknown = { departmentId: right.departmentId, officerId: wrong.officer.id, version: version + 2 };
    expect((await desk.assign(id, unknown)).code).toBe('request_assignee_unknown');
    const colleague = atRequests(cloud, right.officer);
    expect(await colleague.answer(id, { words: '已经联系您', version: version + 2 })).toMatchObject({
      state: 'answered',
    });
  });

  test('opened again once, within ten days, also after stars', async () => {
    const { id, requester, desk, version } = await makeAnswered(cloud);
    const rated = await requester.do('rating', id, { stars: 1, version });
    expect(rated.can.reopen).toBe(true);
    const reopened = await requester.do('reopening', id, { reason: '没有结清', version: rated.version });
    expect(reopened).toMatchObject({ state: 'reopened', rating: null, next: { by: 'department' } });
    const taken = await desk.accept(id, { version: reopened.version });
    expect(taken.state).toBe('assigned');
    const again = await desk.answer(id, { words: '补发了', version: taken.version });
    expect((await requester.see(id)).can.reopen).toBe(false);
    const twice = await requester.do('reopening', id, { reason: '还是没有', version: again.version });
    expect(twice.code).toBe('request_reopened_before');
    const late = await makeAnswered(cloud);
    await late.requester.do('rating', late.id, { stars: 2, version: late.version });
    cloud.clock.advance({ days: 10 });
    const tooLate = { reason: '想起来了', version: late.version + 1 };
    expect((await late.requester.do('reopening', late.id, tooLate)).code).toBe('request_too_late');
  });

  test('withdrawn while nobody works on it; a stale version is refused with how it stands', async () => {
    const category = await makeCategory(cloud);
    const { id, version } = await sendRequest(cloud, rider, category.id);
    const desk = atRequests(cloud, category.officer);
    await desk.accept(id, { version });
    const own = asRequester(cloud, rider);
    expect(await own.do('withdrawal', id, { version })).toMatchObject({
      code: 'conflict',
      current: { state: 'accepted', version: version + 1 },
    });
    const gone = await own.do('withdrawal', id, { reason: '解决了', version: version + 1 });
    expect(gone).toMatchObject({ state: 'withdrawn', next: null });
    expect((await desk.answer(id, { words: '好', version: version + 2 })).code).toBe('conflict');
  });

  test('a note is for the desk alone', async () => {
    const { id, desk, requester } = await makeAnswered(cloud);
    const noted = await desk.note(id, { words: '站长姓刘' });
    expect(noted.entries.at(-1)).toMatchObject({ action: 'note', isInternal: true, words: '站长姓刘' });
    expect(JSON.stringify(await requester.see(id))).not.toContain('站长姓刘');
  });
});

describe('categories', () => {
  const list = async (headers: { authorization: string }) =>
    (await get(cloud, `${base}/request-categories`, headers)).json<{ items: RequestCategory[] }>().items;

  test('the demonstration has its own, in their order', async () => {
    const items = (await list(rider.headers)).filter(({ id }) => id.startsWith('019ab000'));
    expect(items.map(({ name, isConfidential, isOpen }) => [name, isConfidential, isOpen])).toEqual([
      ['劳动报酬', false, true],
      ['工伤与保险', false, true],
      ['女性与家庭', false, true],
      ['法律咨询', true, true],
      ['生活困难', false, true],
      ['其他', false, true],
    ]);
  });

  test('set all at once, by what was seen', async () => {
    const organiser = atRequests(cloud, {
      ...rider,
      headers: { authorization: (await cloud.signIn('organiser')).authorization },
    });
    const before = await list(rider.headers);
    const asSent = before.map(({ department, isOpen: _isOpen, ...one }) => ({
      ...one,
      departmentId: department.id,
    }));
    const added = { ...asSent[0], id: null, version: null, name: '租房', icon: 'housing' };
    const put = (categories: object[]) =>
      organiser.ask<{ items: RequestCategory[] }>('/request-categories', 'PUT', { categories });
    const [first, second, ...rest] = asSent;
    const swapped = [
      { ...first, name: second?.name, isActive: false },
      { ...second, name: first?.name },
      ...rest,
    ];
    const { items } = await put([...swapped, added]);
    expect(items.at(-1)).toMatchObject({ name: '租房', isOpen: true, version: 1 });
    expect(items[0]).toMatchObject({ name: second?.name, isOpen: false, version: (first?.version ?? 0) + 1 });
    expect(items[2]?.version).toBe(rest[0]?.version);
    expect((await put(asSent)).code).toBe('conflict');
    const double = items.map(({ department, isOpen: _isOpen, ...one }) => ({
      ...one,
      departmentId: department.id,
    }));
    expect((await put(double.map((one) => ({ ...one, name: '都一样' })))).code).toBe('category_name_taken');
    expect((await put(double.map((one) => ({ ...one, departmentId: outang.id })))).code).toBe(
      'category_department_unknown',
    );
  });
});
