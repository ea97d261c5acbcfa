import { createHmac } from 'node:crypto';
import type { Grant } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import type { Pass, Redemption } from '../../src/contract/redemptions';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { clerkOf } from '../support/made-clerk';
import { makeCoupon, type CouponTerms } from '../support/made-coupon';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

type Answer = Partial<Redemption & Grant & ProblemBody>;

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let clerks: [MadePerson, MadePerson];
let rider: MadePerson;
let shown: string;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  clerks = [await clerkOf(first, outang.canteen.id), await clerkOf(first, outang.canteen.id)];
});
beforeEach(async () => {
  rider = await makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);
  const { id, key } = (await post(clouds[0], '/api/passes', rider.headers, {})).json<Pass>();
  const window = Math.floor(clouds[0].clock.now().getTime() / 30_000).toString(36);
  const whole = createHmac('sha256', Buffer.from(key, 'base64url')).update(`${id}.${window}`).digest();
  shown = `${id}.${window}.${whole.subarray(0, 16).toString('base64url')}`;
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const twenty = Array.from({ length: 20 }, (_, index) => index);
const made = (terms: CouponTerms = {}) =>
  makeCoupon(clouds[0], { merchantIds: [outang.canteen.id], ...terms });
async function scan(index: number, couponId: string, key?: string): Promise<Answer> {
  const { headers } = clerks[index % 2] as MadePerson;
  const url = `/api/merchants/${outang.canteen.id}/redemptions`;
  const answer = await post(clouds[index % 2] as TestCloud, url, headers, { code: shown, couponId }, key);
  return answer.json<Answer>();
}
async function redeemAlone(index: number, couponId: string): Promise<Answer> {
  const url = `/api/coupons/${couponId}/redemptions`;
  const answer = await post(clouds[index % 2] as TestCloud, url, rider.headers, {
    code: outang.canteen.code,
  });
  return answer.json<Answer>();
}
const claim = (couponId: string) => post(clouds[0], `/api/coupons/${couponId}/claims`, rider.headers, {});

const count = statement<{ issued: number; grants: number; redemptions: number; refusals: number }>(
  'test_pass_counts',
  `select (select issued from coupon_stock where coupon_id = $1) as issued,
     (select count(*) from coupon_grants where coupon_id = $1 and state = 'redeemed') as grants,
     (select count(*) from redemptions where coupon_id = $1) as redemptions,
     (select count(*) from coupon_refusals where coupon_id = $1) as refusals`,
);
/** So many were redeemed, everywhere it is counted, and each of the others was refused in the same words. */
async function expectRedeemed(couponId: string, answers: readonly Answer[], redeemed: number, code: string) {
  const refused = answers.length - redeemed;
  expect(answers.flatMap((answer) => answer.code ?? [])).toEqual(Array(refused).fill(code));
  expect(await clouds[0].database.row(count, [couponId])).toEqual({
    ...{ issued: redeemed, grants: redeemed, redemptions: redeemed },
    refusals: refused,
  });
}

test('two clerks who scan one pass at once redeem as often as the rider may: once', async () => {
  const couponId = await made();
  const answers = await Promise.all(twenty.map((index) => scan(index, couponId)));
  await expectRedeemed(couponId, answers, 1, 'limit');
});

test('and three times where the rider may three times', async () => {
  const couponId = await made({ perRider: 3 });
  const answers = await Promise.all(twenty.map((index) => scan(index, couponId)));
  await expectRedeemed(couponId, answers, 3, 'limit');
});

test('a coupon claimed ahead is redeemed once by two clerks', async () => {
  const couponId = await made({ use: 'ahead' });
  await claim(couponId);
  const answers = await Promise.all(twenty.map((index) => scan(index, couponId)));
  await expectRedeemed(couponId, answers, 1, 'already_redeemed');
});

test('the pass against the rider who scans the shop at the same time: one of both', async () => {
  for (const use of ['at_once', 'ahead'] as const) {
    const couponId = await made({ use });
    if (use === 'ahead') await claim(couponId);
    const answers = await Promise.all(
      twenty.map((index) => (index % 4 < 2 ? scan(index, couponId) : redeemAlone(index, couponId))),
    );
    await expectRedeemed(couponId, answers, 1, use === 'ahead' ? 'already_redeemed' : 'limit');
  }
});

test('one key sent twenty times by one clerk is one redemption', async () => {
  const couponId = await made({ perRider: 5 });
  const key = 'one-key-of-one-scanned-pass';
  const answers = await Promise.all(twenty.map((index) => scan(index - (index % 2), couponId, key)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  await expectRedeemed(couponId, answers.slice(0, 1), 1, '');
});
