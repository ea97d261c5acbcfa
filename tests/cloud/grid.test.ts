import type { ProblemBody } from '../../src/contract/http';
import type { GridApplication, GridMembership } from '../../src/contract/members';
import type { Notice } from '../../src/contract/notices';
import type { Me } from '../../src/contract/people';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

let cloud: TestCloud;
let staff: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(async () => {
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

const base = `/api/communities/${outang.id}`;
const apply = async (payload: object = { areas: ['北门', '菜场'] }) =>
  (await post(cloud, `${base}/grid-applications`, rider.headers, payload)).json<
    GridMembership & ProblemBody
  >();
const decide = async (id: string, payload: object) => {
  const url = `${base}/grid-applications/${id}/decision`;
  const answer = await cloud.app.inject({
    method: 'POST',
    url,
    headers: staff.headers,
    payload: { version: 1, ...payload },
  });
  return answer.json<GridApplication & ProblemBody>();
};
const mine = async () => {
  const answer = await cloud.app.inject({ url: `${base}/grid-membership`, headers: rider.headers });
  return answer.json<{ membership: GridMembership | null }>().membership;
};
const update = async (payload: object) => {
  const answer = await cloud.app.inject({
    method: 'PATCH',
    url: `${base}/grid-membership`,
    headers: rider.headers,
    payload,
  });
  return answer.json<GridMembership & ProblemBody>();
};
const rolesOf = async () =>
  (await cloud.app.inject({ url: '/api/me', headers: rider.headers })).json<Me>().memberships[0]?.roles;

test('who applies waits, is approved, and has a badge, a number and the role; they are told', async () => {
  expect(await mine()).toBeNull();
  const applied = await apply({ areas: ['北门', ' 北门 ', '菜场'], note: '中午在这片' });
  expect(applied).toMatchObject({ state: 'applied', areas: ['北门', '菜场'], number: null });
  const approved = await decide(applied.id, { decision: 'approve' });
  expect(approved).toMatchObject({ state: 'active', can: { decide: false } });
  expect(approved.number).toMatch(/^藕塘-\d{3}$/);
  expect(await rolesOf()).toContain('grid_member');
  const { items } = (await cloud.app.inject({ url: '/api/notices', headers: rider.headers })).json<{
    items: Notice[];
  }>();
  expect(items).toMatchObject([
    { kind: 'grid_decision', link: 'members/rider/grid', title: '网格员申请通过了' },
  ]);
  expect(items[0]?.text).toContain(approved.number);
});

test('declining needs a reason, which the person reads; they may apply again', async () => {
  const { id } = await apply();
  expect(await decide(id, { decision: 'decline' })).toMatchObject({ code: 'reason_missing' });
  await decide(id, { decision: 'decline', reason: '片区已满' });
  expect(await mine()).toMatchObject({ state: 'declined', reason: '片区已满' });
  expect(await rolesOf()).toEqual(['rider']);
  expect((await apply()).state).toBe('applied');
});

test('pauses, comes back and leaves; the role goes with it, the number stays', async () => {
  const { id } = await apply();
  const { number } = await decide(id, { decision: 'approve' });
  expect(await update({ state: 'paused', version: 2 })).toMatchObject({ state: 'paused', number });
  expect(await rolesOf()).not.toContain('grid_member');
  expect(await update({ state: 'active', version: 3 })).toMatchObject({ state: 'active' });
  expect(await rolesOf()).toContain('grid_member');
  expect(await update({ state: 'left', version: 4 })).toMatchObject({ state: 'left' });
  expect(await rolesOf()).toEqual(['rider']);
  const { id: next } = await apply();
  expect((await decide(next, { decision: 'approve' })).number).not.toBe(number);
});

test('what the machine does not have is refused: nobody lets themselves in', async () => {
  const { version } = await apply();
  expect((await update({ state: 'active', version })).code).toBe('grid_state');
  expect((await update({ state: 'paused', version })).code).toBe('grid_state');
  expect(await update({ state: 'withdrawn', version })).toMatchObject({ state: 'withdrawn' });
  expect((await update({ areas: ['南门'], version: 2 })).code).toBe('grid_state');
});

test('an older version is told so', async () => {
  const { id } = await apply();
  await update({ areas: ['南门'], version: 1 });
  expect((await decide(id, { decision: 'approve' })).code).toBe('conflict');
  expect((await update({ areas: ['东门'], version: 1 })).code).toBe('conflict');
  expect(await mine()).toMatchObject({ areas: ['南门'], version: 2 });
});

test.each([
  ['areas', { areas: [] }],
  ['areas', { areas: Array.from({ length: 11 }, (_, index) => `路 ${index}`) }],
  ['areas.0', { areas: ['  '] }],
  ['note', { areas: ['北门'], note: '长'.repeat(201) }],
])('a wrong %s is refused by name', async (field, payload) => {
  const answer = await apply(payload);
  expect([answer.code, Object.keys(answer.fields ?? {})]).toEqual(['invalid_input', [field]]);
});

test('staff see who waits longest first, and what is over when they ask for it', async () => {
  cloud.clock.advance({ minutes: 1 });
  await apply();
  const list = async (query: string) => {
    const url = `${base}/grid-applications?limit=50${query}`;
    return (await cloud.app.inject({ url, headers: staff.headers })).json<{ items: GridApplication[] }>()
      .items;
  };
  const waiting = await list('&state=applied');
  const times = waiting.map(({ appliedAt }) => appliedAt);
  expect(times).toEqual([...times].sort());
  expect(waiting.at(-1)).toMatchObject({ person: { personId: rider.id }, can: { decide: true } });
  expect((await list('&state=declined')).every(({ reason }) => reason)).toBe(true);
});
