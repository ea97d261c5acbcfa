import type { Grant, ManagedCoupon } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

type Answer = Grant & ProblemBody;

let cloud: TestCloud;
let staff: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

const doing = async (what: string, couponId: string, payload: object, by = rider) =>
  (await post(cloud, `/api/coupons/${couponId}/${what}`, by.headers, payload)).json<Answer>();
const claim = (couponId: string, by?: MadePerson) => doing('claims', couponId, {}, by);
const hold = (couponId: string) => doing('holds', couponId, { code: outang.noodles.code });
const redeem = (couponId: string) => doing('redemptions', couponId, { code: outang.canteen.code });
const mine = async (filter: string) =>
  (await get(cloud, `/api/coupons/grants/mine?filter=${filter}`, rider.headers)).json<{ items: Grant[] }>()
    .items;

const facts = {
  title: ' 新券 ',
  value: { kind: 'percent_off', percent: 20 },
  terms: '堂食',
  startsOn: '2026-11-23',
  endsOn: '2026-11-30',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours: null,
  total: 10,
  perRider: 1,
  period: 'day',
  audience: 'members',
  use: 'ahead',
  pricePoints: null,
  merchantIds: [outang.noodles.id],
};
const url = `/api/communities/${outang.id}/coupons`;
type Managed = ManagedCoupon & ProblemBody;
const create = async (rest: object = {}) =>
  (await post(cloud, url, staff.headers, { ...facts, ...rest })).json<Managed>();
const put = async (path: string, payload: object) =>
  (
    await cloud.app.inject({ method: 'PUT', url: `${url}/${path}`, headers: staff.headers, payload })
  ).json<Managed>();
const setState = (id: string, state: string, version: number) => put(`${id}/state`, { state, version });

test('a draft is published, and then only gets better', async () => {
  const draft = await create();
  expect(draft).toMatchObject({
    title: '新券',
    state: 'draft',
    version: 1,
    merchants: [{ name: '荷风面馆' }],
  });
  expect((await claim(draft.id)).code).toBe('not_found');
  expect((await setState(draft.id, 'ended', 1)).code).toBe('coupon_state');
  expect(await put(draft.id, { ...facts, total: 5, version: 1 })).toMatchObject({ total: 5, version: 2 });
  expect(await setState(draft.id, 'published', 2)).toMatchObject({ state: 'published', version: 3 });
  const claimed = await claim(draft.id);

  const worse = await put(draft.id, { ...facts, endsOn: '2026-11-29', version: 3 });
  expect(worse).toMatchObject({ code: 'coupon_worse', fields: { endsOn: '发布后只能推后' } });
  expect((await put(draft.id, { ...facts, version: 2 })).code).toBe('conflict');
  const better = { ...facts, endsOn: '2026-12-31', merchantIds: [outang.noodles.id, outang.canteen.id] };
  expect(await put(draft.id, { ...better, version: 3 })).toMatchObject({ issued: 1, version: 4 });
  expect(await mine('usable')).toMatchObject([{ id: claimed.id, expiresAt: '2027-01-01T00:00:00+08:00' }]);
  expect(await hold(draft.id)).toMatchObject({ state: 'held' });
});

test('the total stays at what is out', async () => {
  const { id } = await create();
  await setState(id, 'published', 1);
  await claim(id);
  await claim(id, staff);
  const few = await put(id, { ...facts, total: 1, version: 2 });
  expect(few).toMatchObject({ code: 'coupon_few', fields: { total: '不能少于 2' } });
  expect(await put(id, { ...facts, total: 2, version: 2 })).toMatchObject({ total: 2, issued: 2 });
});

test('what does not fit is named', async () => {
  expect(await create({ endsOn: '2026-11-22' })).toMatchObject({
    code: 'coupon_dates',
    fields: { endsOn: expect.any(String) as string },
  });
  expect(await create({ merchantIds: [outang.centre.id] })).toMatchObject({ code: 'coupon_merchants' });
  expect(await create({ value: { kind: 'percent_off', percent: 100 } })).toMatchObject({
    code: 'invalid_input',
  });
});

test('an ended coupon gives no more, and is still used', async () => {
  const { id } = await create();
  await setState(id, 'published', 1);
  await claim(id);
  await setState(id, 'ended', 2);
  expect((await claim(id, staff)).code).toBe('not_running');
  expect((await hold(id)).state).toBe('held');
});

test('a community’s coupons are listed with what became of them', async () => {
  const { id } = await create({ merchantIds: [outang.canteen.id] });
  await setState(id, 'published', 1);
  await claim(id);
  expect((await redeem(id)).state).toBe('redeemed');
  await cloud.jobs.drain();
  const list = async (query: string) =>
    (await get(cloud, `${url}?${query}`, staff.headers)).json<{
      items: ManagedCoupon[];
      nextCursor: string | null;
    }>();
  const { items } = await list('state=published&limit=50');
  expect(items.find((one) => one.id === id)).toMatchObject({ issued: 1, redeemed: 1 });
  const first = await list('limit=1');
  const second = await list(`limit=1&cursor=${first.nextCursor}`);
  expect(second.items).toHaveLength(1);
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});

test('one is read as it stands; an auditor reads, and is told that it is not theirs to change', async () => {
  const { id } = await create();
  const read = async (path: string, account: string) =>
    (await get(cloud, url + path, await cloud.signIn(account))).json<Managed & { can: object }>();
  expect(await read(`/${id}`, 'staff')).toMatchObject({ id, version: 1, can: { change: true } });
  expect(await read(`/${id}`, 'auditor')).toMatchObject({ id, can: { change: false } });
  expect(await read('', 'staff')).toMatchObject({ can: { create: true } });
  expect(await read('', 'auditor')).toMatchObject({ can: { create: false } });
  expect((await read(`/${outang.noodles.id}`, 'staff')).code).toBe('not_found');
});
