import type { ProblemBody } from '../../src/contract/http';
import type { Notice, NoticePreferences } from '../../src/contract/notices';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

const template = 'template-of-the-test';

let cloud: TestCloud;
let staff: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  const subscribeTemplates = { membership: { templateId: template, fields: { thing1: 'title' } } };
  cloud = await startTestCloud({ settings: { subscribeTemplates } });
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(async () => {
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

async function ask<Answer>(method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, who = rider) {
  const answer = await cloud.app.inject({ method, url, headers: who.headers, ...(payload && { payload }) });
  return answer.json<Answer & ProblemBody>();
}
/** Staff verify and un-verify: a notice each time. */
async function tell(times: number): Promise<void> {
  for (let version = 1; version <= times; version += 1) {
    const url = `/api/communities/${outang.id}/members/${rider.id}/status`;
    const payload = { status: version % 2 ? 'verified' : 'joined', version };
    await cloud.app.inject({ method: 'PUT', url, headers: staff.headers, payload });
    cloud.clock.advance({ minutes: 1 });
  }
}
const list = (query = '') =>
  ask<{ items: Notice[]; nextCursor: string | null }>('GET', `/api/notices${query}`);
const unread = async () => (await ask<{ unread: number }>('GET', '/api/notices/unread')).unread;
const read = (noticeIds?: string[], who = rider) =>
  ask<{ unread: number }>('POST', '/api/notices/read', { ...(noticeIds && { noticeIds }) }, who);

describe('the inbox', () => {
  test('has the newest first, page by page, each once', async () => {
    await tell(5);
    const first = await list('?limit=2');
    const second = await list(`?limit=3&cursor=${first.nextCursor ?? ''}`);
    const all = [...first.items, ...second.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    const times = all.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(second.nextCursor).toBeNull();
    expect(all[0]).toMatchObject({
      communityName: '藕塘社区',
      link: 'members/rider/membership',
      readAt: null,
    });
  });

  test('counts what is unread; reading one, some or all', async () => {
    await tell(4);
    expect(await unread()).toBe(4);
    const { items } = await list();
    expect(await read([items[0]?.id ?? ''])).toEqual({ unread: 3 });
    expect(await read([items[0]?.id ?? ''])).toEqual({ unread: 3 });
    expect((await list()).items.map(({ readAt }) => readAt !== null)).toEqual([true, false, false, false]);
    expect(await read()).toEqual({ unread: 0 });
  });

  test('is one’s own: another can neither see nor read it', async () => {
    await tell(1);
    const { items } = await list();
    const stranger = await makePerson(cloud);
    expect((await ask<{ items: Notice[] }>('GET', '/api/notices', undefined, stranger)).items).toEqual([]);
    await read([items[0]?.id ?? ''], stranger);
    expect(await unread()).toBe(1);
  });

  test('what was read half a year ago is gone, what was not stays', async () => {
    await tell(2);
    const { items } = await list();
    await read([items[0]?.id ?? '']);
    await cloud.database.run(
      statement<object>(
        'test_age',
        `update notices set created_at = created_at - interval '181 days', read_at = read_at - interval '181 days' where person_id = $1`,
      ),
      [rider.id],
    );
    await cloud.database.script(
      `delete from notice_deliveries; update recurring_jobs set due_at = '2026-11-01'`,
    );
    await cloud.jobs.drain();
    expect((await list()).items.map(({ id }) => id)).toEqual([items[1]?.id]);
  });
});

describe('preferences', () => {
  const preferences = () => ask<NoticePreferences>('GET', '/api/notices/preferences');
  const set = (payload: object) => ask<NoticePreferences>('PATCH', '/api/notices/preferences', payload);
  const record = async (answers: object[]) =>
    (await post(cloud, '/api/notices/push-permissions', rider.headers, { answers })).json<
      NoticePreferences & ProblemBody
    >();
  const membership = ({ kinds }: NoticePreferences) => kinds.find(({ kind }) => kind === 'membership');

  test('all is pushed until one says otherwise, kind by kind', async () => {
    expect((await preferences()).kinds.every(({ isPushed }) => isPushed)).toBe(true);
    expect(membership(await set({ kinds: [{ kind: 'membership', isPushed: false }] }))?.isPushed).toBe(false);
    const after = await set({ kinds: [{ kind: 'roles', isPushed: false }] });
    expect(after.kinds.filter(({ isPushed }) => !isPushed).map(({ kind }) => kind)).toEqual([
      'membership',
      'roles',
    ]);
    expect(membership(await set({ kinds: [{ kind: 'membership', isPushed: true }] }))?.isPushed).toBe(true);
  });

  test('quiet hours are set, kept and taken back', async () => {
    const quietHours = { from: '22:00', to: '07:30' };
    expect((await set({ quietHours })).quietHours).toEqual(quietHours);
    expect((await set({ kinds: [] })).quietHours).toEqual(quietHours);
    expect((await set({ quietHours: null })).quietHours).toBeNull();
    expect((await set({ quietHours: { from: '24:00', to: '07:00' } })).code).toBe('invalid_input');
  });

  test('each permission is one message; a ban takes them all back; an unknown template is named', async () => {
    await record([{ template, answer: 'accept' }]);
    expect(membership(await record([{ template, answer: 'accept' }]))).toMatchObject({
      template,
      permissionsLeft: 2,
    });
    expect(membership(await record([{ template, answer: 'reject' }]))?.permissionsLeft).toBe(2);
    expect(membership(await record([{ template, answer: 'ban' }]))?.permissionsLeft).toBe(0);
    const unknown = await record([{ template: 'other', answer: 'accept' }]);
    expect(unknown.fields).toEqual({ 'answers.0.template': '没有这个消息模板' });
  });
});
