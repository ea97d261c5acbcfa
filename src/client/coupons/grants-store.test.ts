import {
  cancelHold,
  claimCoupon,
  couponProblems,
  getGrant,
  holdCoupon,
  listMyGrants,
  redeemCoupon,
  type Grant,
} from '../../contract/coupons';
import * as schemas from '../../contract/coupons.schema';
import { outang } from '../../../tests/support/outang';
import { recordedPhone, type RecordedPhone } from '../../../tests/support/recorded-phone';

const couponId = '019ab000-0000-7000-8000-000000000603';
const noodles = { id: outang.noodles.id, name: '荷风面馆' };
const at = (seconds: number) =>
  new Date(Date.parse('2026-11-23T09:00:00+08:00') + seconds * 1000).toISOString();

function grantAt(seconds: number, rest: Partial<Grant> = {}): Grant {
  return {
    id: '019ab000-0000-7000-8000-000000000901',
    asOf: at(seconds),
    state: 'available',
    coupon: {
      id: couponId,
      communityId: outang.id,
      title: '面条满 15 减 3',
      value: { kind: 'amount_off', amountFen: 300, thresholdFen: 1500 },
      terms: '',
    },
    claimedAt: at(0),
    expiresAt: '2026-12-01T00:00:00+08:00',
    hold: null,
    redemption: null,
    ...rest,
  };
}
const { id } = grantAt(0);
const heldAt = (seconds: number, asOf = seconds) =>
  grantAt(asOf, { state: 'held', hold: { merchant: noodles, until: at(seconds + 120) } });
const redeemedAt = (
  seconds: number,
  asOf = seconds,
  reversed: { at: string; reason: string } | null = null,
) =>
  grantAt(asOf, {
    state: reversed ? 'reversed' : 'redeemed',
    redemption: { id, number: '004711', way: 'confirmed', merchant: noodles, at: at(seconds), reversed },
  });

let phone: RecordedPhone;
/** What the cloud has of it now. */
let current: Grant;
beforeEach(() => {
  phone = recordedPhone();
  current = grantAt(0);
  const { cloud } = phone;
  cloud.on(getGrant, schemas.getGrantSchemas, () => current);
  cloud.on(claimCoupon, schemas.claimCouponSchemas, () => grantAt(0));
  cloud.on(holdCoupon, schemas.holdCouponSchemas, () => (current = heldAt(0)));
  cloud.on(redeemCoupon, schemas.redeemCouponSchemas, () => (current = redeemedAt(0)));
  cloud.on(cancelHold, schemas.cancelHoldSchemas, () => (current = grantAt(0)));
});
const use = { couponId, grantId: id, code: outang.noodles.code };
const keysSent = () =>
  phone.device.http.requests.map(({ headers }) => headers['idempotency-key']).filter(Boolean);
const asked = () => phone.device.http.log.filter((line) => line === `GET /api/coupons/grants/${id}`).length;
/** Time passes, and what was asked is answered. */
async function pass(seconds: number): Promise<void> {
  phone.clock.advance(seconds * 1000);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe('what is done about a coupon', () => {
  test('a tap whose answer was lost is sent again with its key, the next one with another', async () => {
    const { grants } = phone.root;
    phone.device.http.loseNextAnswer();
    expect(await grants.claim(couponId)).toBeNull();
    expect(grants.failed).toEqual({ couponId, failure: { kind: 'timeout' } });
    expect(await grants.claim(couponId)).toMatchObject({ id, state: 'available' });
    await grants.claim(couponId);
    const [first, again, next] = keysSent();
    expect(again).toBe(first);
    expect(next).not.toBe(first);
  });

  test('a refusal is said with the coupon it is about, and does not bind the next tap', async () => {
    const { grants } = phone.root;
    phone.cloud.refuseNext(redeemCoupon, couponProblems.closed);
    expect(await grants.redeem(use)).toBeNull();
    expect(grants.failed).toMatchObject({ couponId, failure: { code: 'closed' } });
    expect(await grants.redeem(use)).toMatchObject({ state: 'redeemed' });
    expect(grants.failed).toBeNull();
    const [first, next] = keysSent();
    expect(next).not.toBe(first);
  });

  test('two taps at once are one', async () => {
    const { grants } = phone.root;
    const [first, second] = await Promise.all([grants.hold(use), grants.hold(use)]);
    expect([first?.state, second]).toEqual(['held', null]);
    expect(keysSent()).toHaveLength(1);
  });

  test('a hold tells where the phone is only with consent', async () => {
    const { grants, settings } = phone.root;
    const here = { lat: 31.8868, lng: 117.2514, crs: 'GCJ-02', accuracyM: 10 } as const;
    phone.device.position = here;
    await grants.hold(use);
    settings.givePosition();
    await grants.hold(use);
    const bodies = phone.device.http.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => body);
    expect(bodies).toEqual([
      { code: use.code, grantId: id },
      { code: use.code, grantId: id, position: here },
    ]);
  });
});

describe('waiting for the shop', () => {
  test('asks every two seconds until it has answered, and then no more', async () => {
    const { grants } = phone.root;
    await grants.hold(use);
    const stop = grants.watch(id);
    await pass(2);
    await pass(2);
    expect(asked()).toBe(2);
    current = grantAt(4);
    await pass(2);
    expect(grants.grant(id).data?.state).toBe('available');
    await pass(20);
    expect(asked()).toBe(3);
    stop();
  });

  test('stops when the page is left, and goes on over a lost network', async () => {
    const { grants } = phone.root;
    await grants.hold(use);
    const stop = grants.watch(id);
    phone.device.goOffline();
    await pass(2);
    phone.device.goOnline();
    current = redeemedAt(3);
    await pass(2);
    expect(grants.grant(id).data?.redemption?.number).toBe('004711');
    stop();
    const count = asked();
    await pass(60);
    expect(asked()).toBe(count);
  });

  test('counts by the cloud’s clock, whatever the phone’s says', async () => {
    const { grants } = phone.root;
    phone.clock.advance(3_600_000);
    await grants.hold(use);
    expect(grants.secondsLeft(at(120))).toBe(120);
    phone.clock.advance(30_000);
    expect(grants.secondsLeft(at(120))).toBe(90);
    phone.clock.advance(300_000);
    expect(grants.secondsLeft(at(120))).toBe(0);
  });
});

describe('at the counter', () => {
  test('is live for five minutes of the cloud’s, and then an ordinary receipt', async () => {
    const { grants } = phone.root;
    phone.clock.advance(-3_600_000);
    const used = await grants.redeem(use);
    expect(used && grants.isLive(used)).toBe(true);
    phone.clock.advance(299_000);
    expect(grants.isLive(redeemedAt(0))).toBe(true);
    phone.clock.advance(1_000);
    expect(grants.isLive(redeemedAt(0))).toBe(false);
  });

  test('a copy kept on the device is not live, even where the phone’s clock was put back', async () => {
    await phone.root.grants.redeem(use);
    const again = recordedPhone({ storage: phone.device.storage });
    again.device.goOffline();
    await again.root.grants.open(id);
    const kept = again.root.grants.grant(id).data;
    expect(kept?.state).toBe('redeemed');
    expect(kept && again.root.grants.isLive(kept)).toBe(false);
  });

  test('a shop that takes it back meanwhile ends it', async () => {
    const { grants } = phone.root;
    await grants.redeem(use);
    const stop = grants.watch(id);
    current = redeemedAt(0, 10, { at: at(8), reason: '点错了' });
    await pass(10);
    expect(grants.grant(id).data?.state).toBe('reversed');
    stop();
  });
});

describe('mine', () => {
  beforeEach(() => {
    phone.cloud.on(listMyGrants, schemas.listMyGrantsSchemas, ({ path }) => ({
      items: path.includes('filter=usable') ? [grantAt(0)] : [],
      nextCursor: null,
    }));
  });

  test('what is usable is there without a network, also one by one', async () => {
    await phone.root.grants.loadMine('usable');
    const again = recordedPhone({ storage: phone.device.storage });
    again.device.goOffline();
    await again.root.grants.open(id);
    await pass(0);
    expect(again.root.grants.listed(id)).toMatchObject({ id, state: 'available' });
    expect(again.root.grants.mine('usable').rows.loadedAt).toBe(Date.parse(at(0)));
  });

  test('nothing is left of it for the next person', async () => {
    const { grants, sessions } = phone.root;
    await grants.loadMine('usable');
    await grants.claim(couponId);
    await sessions.signOut();
    expect(grants.listed(id)).toBeNull();
    expect(grants.grant(id).data).toBeNull();
  });
});
