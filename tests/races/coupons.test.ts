import type { Coupon, Grant } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makeCoupon } from '../support/made-coupon';
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
  for (const { code, state } of answers) counts[code ?? state] = (counts[code ?? state] ?? 0) + 1;
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
