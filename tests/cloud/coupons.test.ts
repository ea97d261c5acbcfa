import type { Coupon, Grant, NearbyShop } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makeCoupon, type CouponTerms } from '../support/made-coupon';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, get, outang, positionNear, post } from '../support/outang';

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

const trust = (isTrusted: boolean) =>
  change(
    cloud,
    'merchants',
    `update merchants set trusts_printed_code = ${isTrusted} where id = '${outang.noodles.id}'`,
  );
const made = (terms?: CouponTerms) => makeCoupon(cloud, terms);
const doing = async (what: string, couponId: string, payload: object, by = rider, key?: string) =>
  (await post(cloud, `/api/coupons/${couponId}/${what}`, by.headers, payload, key)).json<Answer>();
const claim = (couponId: string, by?: MadePerson, key?: string) => doing('claims', couponId, {}, by, key);
const { code } = outang.noodles;
const hold = (couponId: string, rest: object = {}, by?: MadePerson, key?: string) =>
  doing('holds', couponId, { code, ...rest }, by, key);
const redeem = (couponId: string, rest: object = {}, by?: MadePerson, key?: string) =>
  doing('redemptions', couponId, { code: outang.canteen.code, ...rest }, by, key);
const canteen = { merchantIds: [outang.canteen.id] };
const seen = async (couponId: string, by = rider) =>
  (await get(cloud, `/api/coupons/${couponId}`, by.headers)).json<Coupon & ProblemBody>();
const mine = async (filter: string, by = rider) =>
  (await get(cloud, `/api/coupons/grants/mine?filter=${filter}`, by.headers)).json<{ items: Grant[] }>()
    .items;
const refusals = statement<{ code: string }>(
  'test_refusals',
  'select code from coupon_refusals where coupon_id = $1 order by refused_at, id',
);
const refusedWith = async (couponId: string) =>
  (await cloud.database.rows(refusals, [couponId])).map(({ code: given }) => given);

describe('claimed ahead', () => {
  test('is held in the shop, and waits for two minutes', async () => {
    const couponId = await made({ use: 'ahead' });
    const claimed = await claim(couponId);
    expect(claimed).toMatchObject({ state: 'available', expiresAt: '2026-12-01T00:00:00+08:00' });
    expect((await seen(couponId)).mine).toMatchObject({ taken: 1, usable: [{ id: claimed.id }] });

    const held = await hold(couponId, { grantId: claimed.id });
    expect(held).toMatchObject({
      id: claimed.id,
      state: 'held',
      hold: { until: '2026-11-23T09:02:00+08:00' },
    });
    expect((await hold(couponId)).code).toBe('already_held');

    cloud.clock.advance({ seconds: 120 });
    expect(await mine('usable')).toMatchObject([{ id: claimed.id, state: 'available', hold: null }]);
    expect(await hold(couponId)).toMatchObject({ id: claimed.id, state: 'held' });
  });

  test('a hold is taken back by its rider, once', async () => {
    const couponId = await made({ use: 'ahead' });
    await claim(couponId);
    const { id } = await hold(couponId);
    const cancel = async (by: MadePerson) =>
      (
        await cloud.app.inject({
          method: 'DELETE',
          url: `/api/coupons/grants/${id}/hold`,
          headers: by.headers,
        })
      ).json<Answer>();
    expect((await cancel(staff)).code).toBe('not_found');
    expect((await cancel(rider)).state).toBe('available');
    expect((await cancel(rider)).code).toBe('not_held');
  });

  test('cannot be used without, before its first day, or after its last', async () => {
    const couponId = await made({ use: 'ahead', startsAt: '2026-11-25T00:00:00+08:00' });
    expect((await hold(couponId)).code).toBe('not_claimed');
    await claim(couponId);
    expect((await hold(couponId)).detail).toBe('这张券从 2026-11-24 起可以用');
    cloud.clock.set('2026-12-01T00:00:00+08:00');
    expect((await hold(couponId)).code).toBe('expired');
    expect((await claim(couponId)).code).toBe('expired');
    expect(await mine('over')).toMatchObject([{ state: 'expired' }]);
    expect(await refusedWith(couponId)).toEqual(['not_claimed', 'not_yet_valid', 'expired', 'expired']);
  });

  test('is claimed once per key, and as often as it says', async () => {
    const couponId = await made({ use: 'ahead', period: 'ever' });
    const key = 'the-same-key-of-one-claim';
    const first = await claim(couponId, rider, key);
    expect((await claim(couponId, rider, key)).id).toBe(first.id);
    expect((await claim(await made({ use: 'ahead' }), rider, key)).code).toBe('idempotency_key_reused');
    const again = await claim(couponId);
    expect(again).toMatchObject({ code: 'limit', detail: '这张券每人限用的次数已用完' });
  });
});

describe('used at once', () => {
  test('where the shop trusts its printed code, it is redeemed and shown with its number', async () => {
    const couponId = await made(canteen);
    const used = await redeem(couponId);
    expect(used).toMatchObject({
      state: 'redeemed',
      redemption: {
        way: 'trusted_code',
        merchant: { name: '藕塘社区食堂' },
        at: '2026-11-23T09:00:00+08:00',
      },
    });
    expect(used.redemption?.number).toMatch(/^\d{6}$/);
    expect(await redeem(couponId)).toMatchObject({
      code: 'limit',
      detail: '这张券今天已用过，明天 0 点后可再用',
    });
    expect((await seen(couponId)).mine?.nextAt).toBe('2026-11-24T00:00:00+08:00');
    cloud.clock.set('2026-11-24T00:00:00+08:00');
    expect((await redeem(couponId)).state).toBe('redeemed');
    expect((await mine('used')).map(({ id }) => id)).toHaveLength(2);
  });

  test('a repeated key gets the first answer, even when nothing is left', async () => {
    const couponId = await made({ ...canteen, total: 1 });
    const key = 'one-key-for-one-redemption';
    const first = await redeem(couponId, {}, rider, key);
    expect(await redeem(couponId, {}, rider, key)).toEqual(first);
    const other = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    expect((await redeem(couponId, {}, other)).code).toBe('sold_out');
    expect(await refusedWith(couponId)).toEqual(['sold_out']);
  });

  test('a shop that does not trust its printed code is asked, by hold or by its screen', async () => {
    const couponId = await made();
    await trust(false);
    expect((await redeem(couponId, { code })).code).toBe('not_trusted');
    expect(await hold(couponId)).toMatchObject({ state: 'held', hold: { merchant: { name: '荷风面馆' } } });
    const screen = await get(cloud, `/api/merchants/${outang.noodles.id}/codes`, staff.headers);
    const { rotating } = screen.json<{ rotating: { url: string } }>();
    const rotatingCode = rotating.url.split('/').at(-1);
    expect((await hold(couponId)).code).toBe('already_held');
    const used = await redeem(couponId, { code: rotatingCode });
    expect(used).toMatchObject({ state: 'redeemed', hold: null, redemption: { way: 'screen' } });
    const another = await made();
    expect(await redeem(another, { code: rotatingCode })).toMatchObject({ redemption: { way: 'screen' } });
    cloud.clock.advance({ minutes: 5 });
    expect((await redeem(await made(), { code: rotatingCode })).code).toBe('code_stale');
  });

  test('what is not confirmed by midnight is over, and back in the stock', async () => {
    const couponId = await made({ total: 1 });
    const held = await hold(couponId);
    expect(held.expiresAt).toBe('2026-11-24T00:00:00+08:00');
    const other = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    expect((await hold(couponId, {}, other)).code).toBe('sold_out');
    cloud.clock.set('2026-11-24T00:00:00+08:00');
    expect((await hold(couponId, {}, other)).state).toBe('held');
    expect(await refusedWith(couponId)).toEqual(['sold_out']);
    expect((await hold(couponId)).code).toBe('sold_out');
  });

  test('a hold that is over is held again, without another being taken', async () => {
    const couponId = await made({ total: 5 });
    const { id } = await hold(couponId);
    cloud.clock.advance({ minutes: 3 });
    expect((await hold(couponId)).id).toBe(id);
    expect((await seen(couponId)).left).toBe(4);
  });
});

describe('refused in words', () => {
  test.each<[string, CouponTerms, string, string]>([
    ['outside its hours', { hours: ['11:00', '13:30'] }, 'closed', '现在不在使用时段，每天 11:00–13:30 可用'],
    ['on another day', { weekdays: [6, 7] }, 'closed', '现在不在使用时段，每周六、日可用'],
    [
      'by who is not verified',
      { audience: 'verified' },
      'not_for_you',
      '这张券给身份已核实的骑手，请先请社区工作人员核实',
    ],
    [
      'by who is no grid member',
      { audience: 'grid_members' },
      'not_for_you',
      '这张券是流动网格员的，申请通过后就能领',
    ],
    ['while paused', { state: 'paused' }, 'not_running', '这张券现在领不了'],
    ['in another shop', { merchantIds: [outang.canteen.id] }, 'wrong_merchant', '这张券不能在这家店用'],
    [
      'past midnight out of hours',
      { hours: ['22:00', '02:00'] },
      'closed',
      '现在不在使用时段，每天 22:00–02:00 可用',
    ],
  ])('%s', async (_when, terms, problem, text) => {
    const couponId = await made(terms);
    const answer = await hold(couponId);
    expect(answer.code).toBe(problem);
    expect(answer.detail).toBe(text);
    expect(await refusedWith(couponId)).toEqual([problem]);
  });

  test('a stranger to the community is told to join it', async () => {
    const stranger = await makePerson(cloud, []);
    expect((await hold(await made(), {}, stranger)).detail).toBe('先加入社区，就能领这张券');
  });

  test('a draft is not there, and a station’s code is no shop’s', async () => {
    expect((await hold(await made({ state: 'draft' }))).code).toBe('not_found');
    expect((await hold(await made(), { code: outang.centre.code })).code).toBe('not_a_merchant_code');
  });
});

const nearby = async (query: string) =>
  (await get(cloud, `/api/coupons?communityId=${outang.id}&${query}`)).json<{ items: NearbyShop[] }>().items;

test('shops with coupons are found by distance, category and opening', async () => {
  const { lat, lng } = outang.noodles.at;
  const found = await nearby(`lat=${lat}&lng=${lng}`);
  expect(found[0]).toMatchObject({ name: '荷风面馆', distanceM: 0, opening: { isOpen: true } });
  expect(found[0]?.coupons.length).toBeLessThanOrEqual(3);
  const clinics = await nearby(`category=health`);
  expect(clinics.map(({ name }) => name)).toEqual(['合肥慧视眼科医院']);
  cloud.clock.set('2026-11-23T23:30:00+08:00');
  expect(await nearby('openNow=true')).toEqual([]);
});

test('a sold out coupon is said to be', async () => {
  await change(cloud, 'coupons', `update coupon_stock set total = 1 where issued <= 1`);
  const [shop] = await nearby('category=health');
  await claim(shop?.coupons[0]?.id ?? '');
  expect((await nearby('category=health'))[0]?.coupons).toMatchObject([{ isSoldOut: true }]);
});

const flags = statement<{ flags: string[] }>(
  'test_flags',
  'select flags from redemptions where person_id = $1 order by redeemed_at, id',
);

test('what staff should look at is marked: far away, closed, too often', async () => {
  cloud.clock.set('2026-11-23T12:00:00+08:00');
  const couponId = await made({ ...canteen, perRider: 10, use: 'ahead' });
  for (let times = 0; times < 5; times += 1) await claim(couponId);
  for (let times = 0; times < 4; times += 1) {
    await redeem(couponId);
    cloud.clock.advance({ seconds: 1 });
  }
  await cloud.jobs.drain();
  expect(await cloud.database.rows(flags, [rider.id])).toEqual([
    { flags: [] },
    { flags: [] },
    { flags: [] },
    { flags: ['often'] },
  ]);
  cloud.clock.set('2026-11-24T03:00:00+08:00');
  await redeem(couponId);
  await cloud.jobs.drain();
  expect((await cloud.database.rows(flags, [rider.id])).at(-1)).toEqual({ flags: ['closed', 'night'] });

  const far = await made();
  cloud.clock.set(monday9);
  await hold(far, { position: positionNear(outang.noodles.at, 3_000) });
  const heldFlags = statement<{ flags: string[] }>(
    'test_held_flags',
    'select held_flags as flags from coupon_grants where coupon_id = $1',
  );
  expect(await cloud.database.row(heldFlags, [far])).toEqual({ flags: ['far'] });
});
