import type { Grant } from '../../src/contract/coupons';
import type { AnswerOf, ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { PointRules } from '../../src/contract/points';
import type { getMemberPointsSchemas, getMyPointsSchemas } from '../../src/contract/points.schema';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { bearer, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makeCoupon } from '../support/made-coupon';
import { clerkOf } from '../support/made-clerk';
import { makePerson, type MadePerson } from '../support/made-person';
import { checkIn, get, outang, post, type Headers } from '../support/outang';

type Mine = AnswerOf<typeof getMyPointsSchemas> & ProblemBody;
type Member = AnswerOf<typeof getMemberPointsSchemas> & ProblemBody;

let world: IdentityCloud;
let organiser: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  world = await startIdentityCloud();
  organiser = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['organiser'] }]);
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script(
    `update recurring_jobs set due_at = '2026-11-01'; delete from rate_limits`,
  );
  rider = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => world.close());

const base = `/api/communities/${outang.id}`;
const mine = async (headers: Headers = rider.headers, query = '') =>
  (await get(world.cloud, `${base}/points/mine${query}`, headers)).json<Mine>();
const visit = async (code: string, headers: Headers = rider.headers) => {
  await checkIn(world.cloud, headers, { code });
  await world.cloud.jobs.drain();
};
const correct = async (amount: number, reason = '漏记了', key?: string) => {
  const url = `${base}/members/${rider.id}/points/corrections`;
  const answer = await post(world.cloud, url, organiser.headers, { amount, reason }, key);
  return answer.json<{ balance: number } & ProblemBody>();
};
const doing = async (what: string, couponId: string, payload: object = {}, key?: string) =>
  (await post(world.cloud, `/api/coupons/${couponId}/${what}`, rider.headers, payload, key)).json<
    Grant & ProblemBody
  >();
const claim = (couponId: string, key?: string) => doing('claims', couponId, {}, key);
const setRules = async (change: object, version: number) => {
  const url = `${base}/points/rules`;
  const { items } = (await get(world.cloud, url)).json<PointRules>();
  const rules = items.map((rule) => (rule.source === 'check_in' ? { ...rule, ...change } : rule));
  const put = { method: 'PUT', url, headers: organiser.headers, payload: { rules, version } } as const;
  const answer = await world.cloud.app.inject(put);
  return answer.json<PointRules & ProblemBody>();
};

describe('earned by visits', () => {
  test('the first of a day earns, the next days earn again', async () => {
    await visit(outang.centre.code);
    await visit(outang.garden.code);
    expect(await mine()).toMatchObject({
      balance: 2,
      items: [{ kind: 'check_in', amount: 2, reason: null }],
    });
    world.cloud.clock.advance({ days: 1 });
    await visit(outang.centre.code);
    expect((await mine()).balance).toBe(4);
  });

  test('a message handled twice earns once', async () => {
    await visit(outang.centre.code);
    await setRules({ perDay: 5 }, 0);
    await world.cloud.database.script(
      `insert into outbox_messages (id, community_id, topic, payload)
       select gen_random_uuid(), community_id, 'check_in.recorded',
         jsonb_build_object('communityId', community_id, 'checkInId', id)
       from check_ins where person_id = '${rider.id}'`,
    );
    await world.cloud.jobs.drain();
    expect((await mine()).balance).toBe(2);
    await world.cloud.database.script('delete from points_rules');
  });

  test('by rules that an organiser changes, from the version they saw', async () => {
    const rules = (await get(world.cloud, `${base}/points/rules`)).json<PointRules>();
    expect(rules).toMatchObject({
      version: 0,
      items: [{ source: 'check_in', points: 2, perDay: 1 }, {}, {}],
    });
    expect(await setRules({ points: 3, perDay: 2 }, 0)).toMatchObject({ version: 1 });
    expect((await setRules({ points: 9 }, 0)).code).toBe('conflict');
    expect((await setRules({ points: 9 }, 5)).code).toBe('conflict');
    for (const { code } of [outang.centre, outang.garden, outang.nightCorner]) await visit(code);
    expect((await mine()).balance).toBe(6);
    expect(await setRules({ points: 0 }, 1)).toMatchObject({ version: 2 });
    world.cloud.clock.advance({ days: 1 });
    await visit(outang.centre.code);
    expect((await mine()).balance).toBe(6);
    await world.cloud.database.script('delete from points_rules');
  });
});

describe('spent on coupons', () => {
  const noodles = { code: outang.noodles.code };
  const canteen = { merchantIds: [outang.canteen.id] };

  test('who has too few is told how many are missing, and nothing is taken', async () => {
    await correct(4);
    const couponId = await makeCoupon(world.cloud, { use: 'ahead', pricePoints: 7 });
    expect(await claim(couponId)).toMatchObject({
      code: 'points_few',
      detail: '这张券要 7 积分，还差 3 积分',
    });
    expect((await mine()).balance).toBe(4);
    const refused = statement<object>(
      'test_points_refused',
      `select 1 from coupon_refusals r join coupon_stock s on s.coupon_id = r.coupon_id
       where r.coupon_id = $1 and r.code = 'points_few' and s.issued = 0`,
    );
    expect(await world.cloud.database.rows(refused, [couponId])).toHaveLength(1);
  });

  test('a repeated key spends once; the coupon says what it costs', async () => {
    await correct(10);
    const couponId = await makeCoupon(world.cloud, {
      use: 'ahead',
      perRider: 3,
      period: 'ever',
      pricePoints: 7,
    });
    const coupon = (await get(world.cloud, `/api/coupons/${couponId}`)).json<{ pricePoints: number }>();
    expect(coupon.pricePoints).toBe(7);
    const key = 'the-same-key-once-more';
    const [first, second] = [await claim(couponId, key), await claim(couponId, key)];
    expect(second.id).toBe(first.id);
    const { balance, items } = await mine();
    expect(balance).toBe(3);
    expect(items).toMatchObject([{ kind: 'coupon', amount: -7, about: '测试券' }, { amount: 10 }]);
  });

  test('what is held in the shop and not confirmed that day comes back', async () => {
    await correct(5);
    const couponId = await makeCoupon(world.cloud, { pricePoints: 5 });
    expect((await doing('holds', couponId, noodles)).state).toBe('held');
    expect((await mine()).balance).toBe(0);
    world.cloud.clock.advance({ hours: 16 });
    await world.cloud.jobs.drain();
    const { balance, items } = await mine();
    expect([balance, items[0]?.kind, items[0]?.amount]).toEqual([5, 'refund', 5]);
    await world.cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'`);
    await world.cloud.jobs.drain();
    expect((await mine()).balance).toBe(5);
  });

  test('what was claimed ahead and never used comes back at its end', async () => {
    await correct(5);
    const couponId = await makeCoupon(world.cloud, {
      use: 'ahead',
      pricePoints: 5,
      endsAt: '2026-11-25T00:00:00+08:00',
    });
    await claim(couponId);
    world.cloud.clock.set('2026-11-25T00:01:00+08:00');
    await world.cloud.jobs.drain();
    expect((await mine()).balance).toBe(5);
  });

  test('a reversal gives back what can not be used any more, and only that', async () => {
    await correct(10);
    const clerk = await clerkOf(world.cloud, outang.canteen.id);
    const reverse = (grant: Grant) =>
      post(
        world.cloud,
        `/api/merchants/${outang.canteen.id}/redemptions/${grant.redemption?.id}/reversal`,
        clerk.headers,
        { reason: '点错了' },
      );
    world.cloud.clock.set('2026-11-23T23:50:00+08:00');
    const [one, two] = [
      await makeCoupon(world.cloud, { ...canteen, pricePoints: 4 }),
      await makeCoupon(world.cloud, { ...canteen, pricePoints: 5 }),
    ];
    const [first, second] = [
      await doing('redemptions', one, { code: outang.canteen.code }),
      await doing('redemptions', two, { code: outang.canteen.code }),
    ];
    expect((await mine()).balance).toBe(1);
    await reverse(first);
    expect((await mine()).balance).toBe(1);
    world.cloud.clock.set('2026-11-24T00:05:00+08:00');
    await reverse(second);
    await world.cloud.jobs.drain();
    // The first came to be usable again, and its day was over unused.
    const { balance, items } = await mine();
    const refunds = items.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount);
    expect([balance, refunds.sort()]).toEqual([10, [4, 5]]);
  });
});

describe('corrected', () => {
  test('with a reason, told to the person, once per key, never below nothing', async () => {
    const key = 'one-key-for-a-correction';
    expect(await correct(5, '昨天漏记', key)).toMatchObject({
      balance: 5,
      entry: { kind: 'correction', amount: 5, reason: '昨天漏记' },
    });
    expect((await correct(5, '昨天漏记', key)).balance).toBe(5);
    expect(await correct(-6)).toMatchObject({
      code: 'points_too_few',
      detail: '现在只有 5 积分，扣不了这么多',
    });
    expect(await correct(-5, '记错了')).toMatchObject({ balance: 0 });
    expect((await correct(0)).code).toBe('invalid_input');
    const { items } = (await get(world.cloud, '/api/notices', rider.headers)).json<{ items: Notice[] }>();
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['points', expect.stringContaining('减了 5 积分，现在有 0 积分。原因：记错了')],
      ['points', expect.stringContaining('加了 5 积分，现在有 5 积分。原因：昨天漏记')],
    ]);
  });

  test('staff look, and the look is written down', async () => {
    await correct(5);
    const read = async (headers: Headers) =>
      (await get(world.cloud, `${base}/members/${rider.id}/points?limit=1`, headers)).json<Member>();
    expect(await read(organiser.headers)).toMatchObject({ balance: 5, can: { correct: true } });
    const staff = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['staff'] }]);
    expect((await read(staff.headers)).can).toEqual({ correct: false });
    const written = statement<object>(
      'test_points_audit',
      `select 1 from audit_entries where action in ('member_points_viewed', 'points_corrected')`,
    );
    expect((await world.cloud.database.rows(written)).length).toBeGreaterThanOrEqual(3);
  });

  test('entries are paged, the newest first', async () => {
    for (const amount of [1, 2, 3]) {
      world.cloud.clock.advance({ minutes: 1 });
      await correct(amount);
    }
    const first = await mine(rider.headers, '?limit=2');
    expect(first.items.map(({ amount }) => amount)).toEqual([3, 2]);
    const second = await mine(rider.headers, `?limit=2&cursor=${first.nextCursor}`);
    expect([second.items.map(({ amount }) => amount), second.nextCursor]).toEqual([[1], null]);
  });
});

describe('whose they are', () => {
  const orphans = statement<{ entries: number; reasons: number; balances: number }>(
    'test_points_left',
    `select (select count(*) from points_entries where person_id = $1) as entries,
       (select count(*) from points_entries where reason = '写了名字') as reasons,
       (select count(*) from points_balances where person_id = $1) as balances`,
  );

  test('who leaves the community leaves them behind, nobody’s', async () => {
    await correct(5, '写了名字');
    await world.cloud.app.inject({ method: 'DELETE', url: `${base}/membership`, headers: rider.headers });
    expect(await world.cloud.database.row(orphans, [rider.id])).toEqual({
      entries: 0,
      reasons: 0,
      balances: 0,
    });
    expect(await mine()).toEqual({ balance: 0, items: [], nextCursor: null });
  });

  test('two who are one have what both had', async () => {
    const [phone, openid] = ['+8613700009901', 'openid-with-points'];
    const older = await world.withPhone(phone);
    const younger = await world.withWechat(openid);
    for (const session of [older, younger]) await visit(outang.centre.code, bearer(session));
    const linked = await world.call<Session>('POST', '/api/me/identities/phone', {
      session: younger,
      body: { phone, code: await world.phoneCode(phone) },
    });
    const { balance, items } = await mine(bearer(linked));
    expect([balance, items.length]).toEqual([4, 2]);
    const gone = older.me.id === linked.me.id ? younger.me.id : older.me.id;
    expect(await world.cloud.database.row(orphans, [gone])).toMatchObject({ entries: 0, balances: 0 });
  });

  test('after two years an entry does not say any more what it came of', async () => {
    await visit(outang.centre.code);
    world.cloud.clock.advance({ days: 31 * 24 + 1 });
    await world.cloud.jobs.drain();
    const linked = statement<object>(
      'test_points_linked',
      'select 1 from points_entries e join check_ins v on v.id = e.source_id where e.person_id = $1',
    );
    expect(await world.cloud.database.rows(linked, [rider.id])).toEqual([]);
    const kept = statement<{ balance: number }>(
      'test_points_kept',
      'select balance from points_balances where person_id = $1',
    );
    expect((await world.cloud.database.row(kept, [rider.id]))?.balance).toBe(2);
  });
});
