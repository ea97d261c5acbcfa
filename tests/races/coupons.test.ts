import type { Coupon, Grant } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import type { Redemption } from '../../src/contract/redemptions';
import { confirmHold } from '../../src/cloud/coupons/use-queries';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makeCoupon } from '../support/made-coupon';
import { clerkOf } from '../support/made-clerk';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

type Answer = Grant & ProblemBody;

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});
const anyCloud = (index: number) => (index % 2 ? clouds[1] : clouds[0]);

const aRider = () => makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);
const riders = (count: number) => Promise.all(Array.from({ length: count }, aRider));
const trusted = { merchantIds: [outang.canteen.id] };
async function doing(index: number, what: string, couponId: string, { headers }: MadePerson, key?: string) {
  const body = what === 'claims' ? {} : { code: outang.canteen.code };
  const answer = await post(anyCloud(index), `/api/coupons/${couponId}/${what}`, headers, body, key);
  return answer.json<Answer>();
}
const codesOf = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { code, state } of answers as Partial<Answer>[]) {
    const outcome = String(code ?? state);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};
const count = statement<{ issued: number; grants: number; redemptions: number; refusals: number }>(
  'test_coupon_counts',
  `select (select issued from coupon_stock where coupon_id = $1) as issued,
     (select count(*) from coupon_grants where coupon_id = $1 and state <> 'expired') as grants,
     (select count(*) from redemptions where coupon_id = $1) as redemptions,
     (select count(*) from coupon_refusals where coupon_id = $1) as refusals`,
);
const countsOf = (couponId: string) => clouds[0].database.row(count, [couponId]);

test('a hundred in stock and a thousand at the counter: a hundred are redeemed', async () => {
  const couponId = await makeCoupon(clouds[0], { ...trusted, total: 100 });
  const people = await riders(1_000);
  const answers = await Promise.all(
    people.map((rider, index) => doing(index, 'redemptions', couponId, rider)),
  );
  expect(codesOf(answers)).toEqual({ redeemed: 100, sold_out: 900 });
  expect(await countsOf(couponId)).toEqual({ issued: 100, grants: 100, redemptions: 100, refusals: 900 });
});

test('fifty who redeem one coupon of one person at once redeem it once', async () => {
  const rider = await aRider();
  const couponId = await makeCoupon(clouds[0], { ...trusted, use: 'ahead' });
  await doing(0, 'claims', couponId, rider);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => doing(index, 'redemptions', couponId, rider)),
  );
  expect(codesOf(answers)).toEqual({ redeemed: 1, already_redeemed: 49 });
  expect(await countsOf(couponId)).toMatchObject({ issued: 1, redemptions: 1, refusals: 49 });
});

test('fifty requests of one person for a coupon used at once are as many as one may', async () => {
  const rider = await aRider();
  const couponId = await makeCoupon(clouds[0], { ...trusted, perRider: 2 });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => doing(index, 'redemptions', couponId, rider)),
  );
  expect(codesOf(answers)).toEqual({ redeemed: 2, limit: 48 });
  expect(await countsOf(couponId)).toEqual({ issued: 2, grants: 2, redemptions: 2, refusals: 48 });
});

test('one key sent twenty times at once is one, whatever the stock', async () => {
  const rider = await aRider();
  const couponId = await makeCoupon(clouds[0], { ...trusted, perRider: 5, total: 3 });
  const key = 'twenty-times-the-same-key';
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => doing(index, 'redemptions', couponId, rider, key)),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await countsOf(couponId)).toEqual({ issued: 1, grants: 1, redemptions: 1, refusals: 0 });
});

test('claims of many people, several each, stay within the stock and the limit', async () => {
  const couponId = await makeCoupon(clouds[0], { use: 'ahead', total: 30, perRider: 2, period: 'ever' });
  const people = await riders(20);
  const claims = people.flatMap((rider) => [rider, rider, rider]);
  const answers = await Promise.all(claims.map((rider, index) => doing(index, 'claims', couponId, rider)));
  expect(codesOf(answers).available).toBe(30);
  const seen = await Promise.all(
    people.map(async ({ headers }) =>
      (await get(clouds[0], `/api/coupons/${couponId}`, headers)).json<Coupon>(),
    ),
  );
  expect(Math.max(...seen.map(({ mine }) => mine?.taken ?? 0))).toBeLessThanOrEqual(2);
  expect(await countsOf(couponId)).toMatchObject({ issued: 30, grants: 30, refusals: 30 });
});

describe('at the counter', () => {
  const shop = `/api/merchants/${outang.canteen.id}`;
  const confirm = async (index: number, grantId: string, { headers }: MadePerson) =>
    (await post(anyCloud(index), `${shop}/holds/${grantId}/confirmation`, headers, {})).json<
      Redemption & ProblemBody
    >();
  const held = async (rider: MadePerson, couponId: string) => {
    const answer = await post(clouds[0], `/api/coupons/${couponId}/holds`, rider.headers, {
      code: outang.canteen.code,
    });
    return answer.json<Grant>().id;
  };
  const cancel = (index: number, grantId: string, { headers }: MadePerson) =>
    anyCloud(index).app.inject({ method: 'DELETE', url: `/api/coupons/grants/${grantId}/hold`, headers });
  const reverse = async (index: number, id: string, { headers }: MadePerson) => {
    const reason = { reason: '点错了' };
    const answer = await post(anyCloud(index), `${shop}/redemptions/${id}/reversal`, headers, reason);
    return answer.json<Redemption & ProblemBody>();
  };
  const stateOf = statement<{ state: string }>(
    'test_grant_state',
    'select state from coupon_grants where id = $1',
  );
  const state = async (grantId: string) => (await clouds[0].database.row(stateOf, [grantId]))?.state;
  let clerks: MadePerson[];
  beforeAll(async () => {
    clerks = [await clerkOf(clouds[0], outang.canteen.id), await clerkOf(clouds[0], outang.canteen.id)];
  });
  beforeEach(() => clouds.forEach(({ clock }) => clock.set('2026-11-23T12:00:00+08:00')));

  test('two clerks who confirm one hold at once see one redemption', async () => {
    const couponId = await makeCoupon(clouds[0], trusted);
    const grantId = await held(await aRider(), couponId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => confirm(index, grantId, clerks[index % 2] as MadePerson)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await countsOf(couponId)).toMatchObject({ issued: 1, redemptions: 1 });
  });

  test('a rider who takes it back while the shop confirms: one of both happens', async () => {
    for (let times = 0; times < 10; times += 1) {
      const couponId = await makeCoupon(clouds[0], trusted);
      const rider = await aRider();
      const grantId = await held(rider, couponId);
      const [confirmed, cancelled] = await Promise.all([
        confirm(times, grantId, clerks[0] as MadePerson),
        cancel(times + 1, grantId, rider),
      ]);
      const isRedeemed = confirmed.way === 'confirmed';
      expect(isRedeemed).toBe(cancelled.statusCode !== 200);
      expect(await state(grantId)).toBe(isRedeemed ? 'redeemed' : 'available');
      expect(await countsOf(couponId)).toMatchObject({ redemptions: isRedeemed ? 1 : 0 });
    }
  });

  test('a hold that ends while it is confirmed and held anew is redeemed once at most', async () => {
    for (let times = 0; times < 10; times += 1) {
      const couponId = await makeCoupon(clouds[0], { ...trusted, perRider: 1 });
      const rider = await aRider();
      const grantId = await held(rider, couponId);
      clouds.forEach(({ clock }) => clock.advance({ seconds: 120 }));
      const [confirmed, redeemed] = await Promise.all([
        confirm(times, grantId, clerks[0] as MadePerson),
        doing(times + 1, 'redemptions', couponId, rider),
      ]);
      expect([confirmed.code, confirmed.way]).not.toContain('confirmed');
      expect(redeemed.state).toBe('redeemed');
      // The shop's was too late, or came upon the use already made.
      const refusals = confirmed.code === 'hold_over' ? 1 : 0;
      expect(await countsOf(couponId)).toEqual({ issued: 1, grants: 1, redemptions: 1, refusals });
    }
  });

  test('of two reversals at once one is, and the use comes back once', async () => {
    const couponId = await makeCoupon(clouds[0], trusted);
    const rider = await aRider();
    const grantId = await held(rider, couponId);
    const { id } = await confirm(0, grantId, clerks[0] as MadePerson);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => reverse(index, id, clerks[index % 2] as MadePerson)),
    );
    expect(answers.filter(({ reversed }) => reversed)).toHaveLength(1);
    expect(await state(grantId)).toBe('available');
    expect((await doing(0, 'redemptions', couponId, rider)).id).toBe(grantId);
  });

  test('a reversal while its day ends gives the use back or not, and the stock agrees', async () => {
    const couponId = await makeCoupon(clouds[0], { ...trusted, total: 1 });
    const rider = await aRider();
    clouds.forEach(({ clock }) => clock.set('2026-11-23T23:59:59+08:00'));
    const grantId = await held(rider, couponId);
    const { id } = await confirm(0, grantId, clerks[0] as MadePerson);
    const others = await riders(5);
    clouds.forEach(({ clock }) => clock.set('2026-11-24T00:00:00+08:00'));
    const [reversed, ...answers] = await Promise.all([
      reverse(0, id, clerks[0] as MadePerson),
      ...others.map((other, index) => doing(index, 'redemptions', couponId, other)),
    ]);
    expect(reversed.reversed).not.toBeNull();
    expect(await state(grantId)).toBe('reversed');
    expect(codesOf(answers as Answer[])).toEqual({ sold_out: 5 });
    expect(await countsOf(couponId)).toMatchObject({ issued: 1, grants: 1 });
  });

  test('a process that dies between hold and confirmation loses nothing', async () => {
    const couponId = await makeCoupon(clouds[0], trusted);
    const rider = await aRider();
    const grantId = await held(rider, couponId);
    const broken = clouds[0].database.transaction(async (tx) => {
      const values = [outang.id, grantId, outang.canteen.id, clouds[0].clock.now()];
      await tx.row(confirmHold, values);
      throw new Error('The process dies here');
    });
    await expect(broken).rejects.toThrow('dies here');
    expect(await state(grantId)).toBe('held');
    expect((await confirm(1, grantId, clerks[1] as MadePerson)).way).toBe('confirmed');
  });
});
