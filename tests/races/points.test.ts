import fc from 'fast-check';
import type { Grant } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makeCoupon } from '../support/made-coupon';
import { clerkOf } from '../support/made-clerk';
import { makePerson, type MadePerson } from '../support/made-person';
import { checkIn, outang, post } from '../support/outang';

type Answer = Partial<Grant & ProblemBody>;

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let organiser: MadePerson;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  organiser = await makePerson(first, [{ communityId: outang.id, roles: ['organiser'] }]);
});
beforeEach(() => clouds.forEach(({ clock }) => clock.set(monday9)));
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const anyCloud = (index: number) => clouds[index % 2] as TestCloud;
const aRider = () => makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

async function correct(index: number, { id }: MadePerson, amount: number) {
  const url = `/api/communities/${outang.id}/members/${id}/points/corrections`;
  const answer = await post(anyCloud(index), url, organiser.headers, { amount, reason: '测试' });
  return answer.json<Answer>();
}
async function claim(index: number, couponId: string, { headers }: MadePerson, key?: string) {
  return (await post(anyCloud(index), `/api/coupons/${couponId}/claims`, headers, {}, key)).json<Answer>();
}
const ledger = statement<{ balance: number; sum: number; spent: number; entries: number }>(
  'test_points_ledger',
  `select b.balance, (select coalesce(sum(amount), 0) from points_entries e where e.person_id = b.person_id) as sum,
     (select count(*) from points_entries e where e.person_id = b.person_id and kind = 'coupon') as spent,
     (select count(*) from points_entries e where e.person_id = b.person_id) as entries
   from points_balances b where b.person_id = $1`,
);
const ledgerOf = ({ id }: MadePerson) => clouds[0].database.row(ledger, [id]);
const issued = statement<{ issued: number }>(
  'test_points_issued',
  'select sum(issued)::int as issued from coupon_stock where coupon_id = any($1::uuid[])',
);
const codesOf = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { code, state } of answers) {
    const outcome = String(code ?? state);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

test('a balance for three coupons and fifty claims of several: three are given, and nothing is left', async () => {
  const rider = await aRider();
  await correct(0, rider, 15);
  const coupons = await times(5, () =>
    makeCoupon(clouds[0], { use: 'ahead', perRider: 50, period: 'ever', pricePoints: 5 }),
  );
  const answers = await times(50, (index) => claim(index, coupons[index % 5] ?? '', rider));
  expect(codesOf(answers)).toEqual({ available: 3, points_few: 47 });
  expect(await ledgerOf(rider)).toEqual({ balance: 0, sum: 0, spent: 3, entries: 4 });
  expect(await clouds[0].database.row(issued, [coupons])).toEqual({ issued: 3 });
}, 60_000);

test('one key sent twenty times at once spends once', async () => {
  const rider = await aRider();
  await correct(0, rider, 100);
  const couponId = await makeCoupon(clouds[0], {
    use: 'ahead',
    perRider: 20,
    period: 'ever',
    pricePoints: 5,
  });
  const key = 'twenty-times-the-same-key';
  const answers = await times(20, (index) => claim(index, couponId, rider, key));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await ledgerOf(rider)).toEqual({ balance: 95, sum: 95, spent: 1, entries: 2 });
}, 60_000);

test('many riders at one priced coupon: as many pay as get one', async () => {
  const riders = await times(20, aRider);
  await times(20, (index) => correct(index, riders[index] as MadePerson, index % 2 ? 5 : 4));
  const couponId = await makeCoupon(clouds[0], { use: 'ahead', total: 6, pricePoints: 5 });
  const answers = await times(20, (index) => claim(index, couponId, riders[index] as MadePerson));
  expect(codesOf(answers).available).toBe(6);
  const ledgers = await Promise.all(riders.map(ledgerOf));
  expect(ledgers.filter((one) => one?.spent === 1)).toHaveLength(6);
  for (const one of ledgers) expect(one?.sum).toBe(one?.balance);
}, 60_000);

test('a refund while it is spent again: both count', async () => {
  const shop = `/api/merchants/${outang.canteen.id}`;
  const clerk = await clerkOf(clouds[0], outang.canteen.id);
  for (let round = 0; round < 5; round += 1) {
    clouds.forEach(({ clock }) => clock.set('2026-11-23T23:59:00+08:00'));
    const rider = await aRider();
    await correct(0, rider, 5);
    const today = await makeCoupon(clouds[0], { merchantIds: [outang.canteen.id], pricePoints: 5 });
    const later = await makeCoupon(clouds[0], { use: 'ahead', perRider: 10, pricePoints: 5 });
    const redeemed = await post(clouds[0], `/api/coupons/${today}/redemptions`, rider.headers, {
      code: outang.canteen.code,
    });
    const redemption = redeemed.json<Grant>().redemption;
    clouds.forEach(({ clock }) => clock.set('2026-11-24T00:01:00+08:00'));
    const [reversals, claims] = await Promise.all([
      times(3, (index) =>
        post(anyCloud(index), `${shop}/redemptions/${redemption?.id}/reversal`, clerk.headers, {
          reason: '点错了',
        }),
      ),
      times(6, (index) => claim(index, later, rider)),
    ]);
    expect(reversals.filter(({ statusCode }) => statusCode < 300)).toHaveLength(1);
    const got = codesOf(claims).available ?? 0;
    expect(got).toBeLessThanOrEqual(1);
    expect(await ledgerOf(rider)).toMatchObject({ balance: 5 - got * 5, sum: 5 - got * 5, spent: 1 + got });
  }
}, 60_000);

test('many visits of one day earn what a day has room for', async () => {
  const rider = await aRider();
  const stations = [outang.centre, outang.garden, outang.nightCorner, outang.brokenMicrowave];
  await times(stations.length, (index) =>
    checkIn(anyCloud(index), rider.headers, { code: stations[index]?.code }),
  );
  await Promise.all(clouds.map(({ jobs }) => jobs.drain()));
  expect(await ledgerOf(rider)).toEqual({ balance: 2, sum: 2, spent: 0, entries: 1 });
}, 60_000);

test('whatever happens, the balance is the sum of the entries, and never below nothing', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('correct' as const),
      amount: fc.integer({ min: -8, max: 8 }).filter(Boolean),
    }),
    fc.record({ kind: fc.constant('claim' as const), price: fc.integer({ min: 1, max: 6 }) }),
  );
  const coupons = await times(6, (index) =>
    makeCoupon(clouds[0], { use: 'ahead', perRider: 100, period: 'ever', pricePoints: index + 1 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const rider = await aRider();
      await correct(0, rider, 3);
      await Promise.all(
        steps.map((one, index) =>
          one.kind === 'correct'
            ? correct(index, rider, one.amount)
            : claim(index, coupons[one.price - 1] ?? newId(), rider),
        ),
      );
      const known = await ledgerOf(rider);
      expect(known?.balance).toBeGreaterThanOrEqual(0);
      expect(known?.sum).toBe(known?.balance);
    }),
    { numRuns: 15 },
  );
}, 60_000);
