import { createHmac } from 'node:crypto';
import type { Grant } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import type { Pass } from '../../src/contract/redemptions';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { clerkOf } from '../support/made-clerk';
import { makeCoupon, type CouponTerms } from '../support/made-coupon';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, newTown, outang, post } from '../support/outang';

type Answer = Grant & ProblemBody;

let cloud: TestCloud;
let clerk: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.database.script(newTown.script);
  clerk = await clerkOf(cloud, outang.canteen.id);
});
beforeEach(async () => {
  cloud.clock.set('2026-11-23T12:00:00+08:00');
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

const { code } = outang.canteen;
const shop = `/api/merchants/${outang.canteen.id}`;
const made = (terms: CouponTerms = {}) => makeCoupon(cloud, { merchantIds: [outang.canteen.id], ...terms });
const ask = async (url: string, { headers }: MadePerson, body: object) =>
  (await post(cloud, url, headers, body)).json<Answer>();
const claim = (couponId: string, by = rider) => ask(`/api/coupons/${couponId}/claims`, by, {});
const hold = (couponId: string, by = rider, scanned = code) =>
  ask(`/api/coupons/${couponId}/holds`, by, { code: scanned });
const redeem = (couponId: string, by = rider, scanned = code) =>
  ask(`/api/coupons/${couponId}/redemptions`, by, { code: scanned });
const confirm = (grantId: string) => ask(`${shop}/holds/${grantId}/confirmation`, clerk, {});
const byPass = (couponId: string, shown: string) =>
  ask(`${shop}/redemptions`, clerk, { couponId, code: shown });

const someoneElse = () => makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
const setShop = (set: string) =>
  change(cloud, 'merchants', `update merchants set ${set} where id = '${outang.canteen.id}'`);

interface Row {
  code: string;
  personId: string | null;
  merchantId: string | null;
}
const noted = statement<Row>(
  'test_noted_refusals',
  `select code, person_id as "personId", merchant_id as "merchantId" from coupon_refusals where coupon_id = $1
   order by refused_at, id`,
);

/** The pass of the rider as their phone shows it. */
async function passShown(): Promise<string> {
  const { id, key } = (await post(cloud, '/api/passes', rider.headers, {})).json<Pass>();
  const window = Math.floor(cloud.clock.now().getTime() / 30_000).toString(36);
  const whole = createHmac('sha256', Buffer.from(key, 'base64url')).update(`${id}.${window}`).digest();
  return `${id}.${window}.${whole.subarray(0, 16).toString('base64url')}`;
}

/** What the screen of the shop shows. */
async function screenShown(): Promise<string> {
  const { headers } = clerk;
  const codes = await cloud.app.inject({ url: `${shop}/codes`, headers });
  return codes.json<{ rotating: { url: string } }>().rotating.url.split('/').at(-1) ?? '';
}

/** Used once, then again: `period` says when the next can be. */
const usedUp = (period: CouponTerms['period']) => async () => {
  const couponId = await made({ period });
  expect((await redeem(couponId)).state).toBe('redeemed');
  return { couponId, answer: await redeem(couponId) };
};
const redeemed =
  (terms: CouponTerms, scanned = code) =>
  async () => {
    const couponId = await made(terms);
    return { couponId, answer: await redeem(couponId, rider, scanned) };
  };

interface Refused {
  couponId: string;
  answer: Answer;
  /** Whom the cloud could know; the rider unless given. */
  personId?: string | null;
  /** The shop it could know; the canteen unless given. */
  merchantId?: string | null;
}

/** Each refusal a rider or a shop can meet with a coupon, in the words they read. */
const refusals: [code: string, words: string, meet: () => Promise<Refused>][] = [
  ['limit', '这张券今天已用过，明天 0 点后可再用', usedUp('day')],
  ['limit', '这张券本周已用满，下周一 0 点后可再用', usedUp('week')],
  ['limit', '这张券本月已用满，下个月 1 日 0 点后可再用', usedUp('month')],
  ['limit', '这张券每人限用的次数已用完', usedUp('ever')],
  [
    'sold_out',
    '来晚一步，这张券已经发完了',
    async () => {
      const couponId = await made({ total: 1 });
      await redeem(couponId, await someoneElse());
      return { couponId, answer: await redeem(couponId) };
    },
  ],
  ['expired', '这张券已过期', redeemed({ endsAt: '2026-11-23T00:00:00+08:00' })],
  ['not_yet_valid', '这张券从 2026-11-25 起可以用', redeemed({ startsAt: '2026-11-25T08:00:00+08:00' })],
  ['closed', '现在不在使用时段，每周六、日可用', redeemed({ weekdays: [6, 7] })],
  ['closed', '现在不在使用时段，每天 17:00–19:30 可用', redeemed({ hours: ['17:00', '19:30'] })],
  ['not_running', '这张券现在领不了', redeemed({ state: 'paused' })],
  [
    'not_for_you',
    '先加入社区，就能领这张券',
    async () => {
      rider = await makePerson(cloud, []);
      return redeemed({})();
    },
  ],
  ['not_for_you', '这张券给身份已核实的骑手，请先请社区工作人员核实', redeemed({ audience: 'verified' })],
  ['not_for_you', '这张券是流动网格员的，申请通过后就能领', redeemed({ audience: 'grid_members' })],
  ['wrong_merchant', '这张券不能在这家店用', redeemed({ merchantIds: [outang.noodles.id] })],
  [
    'wrong_merchant',
    '这张券不能在这家店用',
    async () => ({ ...(await redeemed({}, newTown.merchant.code)()), merchantId: null }),
  ],
  [
    'merchant_closed',
    '这家店暂停参加优惠',
    async () => {
      await setShop(`status = 'paused'`);
      const refused = await redeemed({})();
      await setShop(`status = 'active'`);
      return refused;
    },
  ],
  [
    'not_trusted',
    '请店家在手机上确认，或扫店家屏幕上的码',
    async () => {
      await setShop('trusts_printed_code = false');
      const refused = await redeemed({})();
      await setShop('trusts_printed_code = true');
      return refused;
    },
  ],
  [
    'already_redeemed',
    '这张券已经用过了',
    async () => {
      const couponId = await made({ use: 'ahead' });
      await claim(couponId);
      await redeem(couponId);
      return { couponId, answer: await redeem(couponId) };
    },
  ],
  [
    'already_held',
    '这张券正在等店家确认',
    async () => {
      const couponId = await made();
      await hold(couponId);
      return { couponId, answer: await hold(couponId) };
    },
  ],
  ['not_claimed', '先领取这张券，再到店里用', redeemed({ use: 'ahead' })],
  [
    'points_few',
    '这张券要 10 积分，还差 10 积分',
    async () => {
      const couponId = await made({ use: 'ahead', pricePoints: 10 });
      return { couponId, answer: await claim(couponId), merchantId: null };
    },
  ],
  [
    'hold_over',
    '等待时间已过，请重新出示',
    async () => {
      const couponId = await made();
      const { id } = await hold(couponId);
      cloud.clock.advance({ seconds: 121 });
      return { couponId, answer: await confirm(id) };
    },
  ],
  [
    'code_stale',
    '屏幕上的码已过期，请重新扫码',
    async () => {
      const shown = await screenShown();
      cloud.clock.advance({ minutes: 5 });
      return { ...(await redeemed({}, shown)()), merchantId: null };
    },
  ],
  [
    'code_unknown',
    '没有找到这个码，请确认是不是社区张贴的二维码',
    async () => ({ ...(await redeemed({}, '0000000000')()), merchantId: null }),
  ],
  [
    'code_revoked',
    '这个码已停用，请扫新换的二维码',
    async () => {
      const { id, code: old } = outang.noodles;
      await post(cloud, `/api/merchants/${id}/codes`, (await clerkOf(cloud, id)).headers, {});
      return { ...(await redeemed({ merchantIds: [id] }, old)()), merchantId: null };
    },
  ],
  [
    'not_a_merchant_code',
    '这不是店家的优惠码，请扫店里的码',
    async () => ({ ...(await redeemed({}, outang.centre.code)()), merchantId: null }),
  ],
  [
    'pass_stale',
    '这个码已过期，请骑手出示正在变化的码',
    async () => {
      const couponId = await made();
      const shown = await passShown();
      cloud.clock.advance({ minutes: 10 });
      return { couponId, answer: await byPass(couponId, shown), personId: null };
    },
  ],
  [
    'pass_unknown',
    '这个码认不出来，请骑手打开“骑手码”再出示',
    async () => {
      const couponId = await made();
      const shown = `0000000000${(await passShown()).slice(10)}`;
      return { couponId, answer: await byPass(couponId, shown), personId: null };
    },
  ],
];

test.each(refusals)('%s: %s', async (problem, words, meet) => {
  const { couponId, answer, personId, merchantId } = await meet();
  expect({ code: answer.code, words: answer.detail }).toEqual({ code: problem, words });
  expect(await cloud.database.rows(noted, [couponId])).toEqual([
    {
      code: problem,
      personId: personId === undefined ? rider.id : personId,
      merchantId: merchantId === undefined ? outang.canteen.id : merchantId,
    },
  ]);
});
