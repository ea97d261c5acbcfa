import { privacyNoticeVersion } from '../../src/contract/consents';
import { createHmac } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import type { Grant } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { Holds, Pass, PassReading, Redemption, Settlement } from '../../src/contract/redemptions';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { clerkOf } from '../support/made-clerk';
import { makeCoupon } from '../support/made-coupon';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

type Refused = Partial<ProblemBody>;

let cloud: TestCloud;
let clerk: MadePerson;
let staff: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await clerkOf(cloud, outang.noodles.id);
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }], '陈师傅');
});
afterAll(() => cloud.close());

const shop = `/api/merchants/${outang.noodles.id}`;
const { code } = outang.noodles;
const held = async (couponId?: string) =>
  (
    await post(cloud, `/api/coupons/${couponId ?? (await makeCoupon(cloud))}/holds`, rider.headers, { code })
  ).json<Grant>();
const queue = async (by = clerk) => (await get(cloud, `${shop}/holds`, by.headers)).json<Holds>().items;
const confirm = async (grantId: string, by = clerk, key?: string) =>
  (await post(cloud, `${shop}/holds/${grantId}/confirmation`, by.headers, {}, key)).json<
    Redemption & Refused
  >();
const reverse = async (id: string, by = clerk) =>
  (await post(cloud, `${shop}/redemptions/${id}/reversal`, by.headers, { reason: '点错了' })).json<
    Redemption & Refused
  >();
const grant = async (id: string) =>
  (await get(cloud, `/api/coupons/grants/${id}`, rider.headers)).json<Grant>();

test('what waits is confirmed, with the number the rider sees', async () => {
  const { id } = await held();
  expect(await queue()).toMatchObject([{ grantId: id, rider: '骑手', until: '2026-11-23T09:02:00+08:00' }]);
  const redemption = await confirm(id);
  expect(redemption).toMatchObject({ way: 'confirmed', rider: '骑手', reversed: null });
  expect(await queue()).toEqual([]);
  const seen = await grant(id);
  expect(seen).toMatchObject({ state: 'redeemed', redemption: { number: redemption.number } });
  expect((await confirm(id, staff)).id).toBe(redemption.id);
});

test('a rider who shares a name is called by its first letter', async () => {
  const answer = { isGiven: true, noticeVersion: privacyNoticeVersion };
  const url = '/api/me/consents/share_with_merchants';
  await cloud.app.inject({ method: 'PUT', url, headers: rider.headers, payload: answer });
  const { id } = await held();
  expect((await queue())[0]?.rider).toBe('陈**');
  await confirm(id);
});

test('a declined one is the rider’s again; what is over cannot be confirmed', async () => {
  const { id } = await held();
  const decline = () =>
    cloud.app.inject({ method: 'DELETE', url: `${shop}/holds/${id}`, headers: clerk.headers });
  expect((await decline()).statusCode).toBe(204);
  expect((await decline()).json<Refused>().code).toBe('not_held');
  expect((await grant(id)).state).toBe('available');

  const couponId = await makeCoupon(cloud);
  const over = await held(couponId);
  cloud.clock.advance({ seconds: 120 });
  expect((await confirm(over.id)).code).toBe('hold_over');
  expect((await held(couponId)).id).toBe(over.id);
  expect((await confirm(over.id)).way).toBe('confirmed');
});

describe('taken back', () => {
  test('by the shop within its hour, the use comes back', async () => {
    const couponId = await makeCoupon(cloud);
    const { id } = await confirm((await held(couponId)).id);
    expect(await reverse(id)).toMatchObject({ reversed: { reason: '点错了' } });
    expect((await reverse(id)).code).toBe('reversed_already');
    const inbox = (await get(cloud, '/api/notices', rider.headers)).json<{ items: Notice[] }>().items;
    expect(inbox.filter(({ kind }) => kind === 'redemption')).toMatchObject([
      { title: '店家撤销了一次核销', text: expect.stringContaining('原因：点错了') as string },
    ]);
    const again = await held(couponId);
    expect(again.state).toBe('held');
    const redemption = await confirm(again.id);
    expect(redemption.id).not.toBe(id);
    cloud.clock.advance({ minutes: 60 });
    expect((await reverse(redemption.id)).code).toBe('not_reversible');
  });

  test('after its day is over, the use does not come back', async () => {
    cloud.clock.set('2026-11-23T23:50:00+08:00');
    const { id: grantId } = await held();
    const { id } = await confirm(grantId);
    cloud.clock.set('2026-11-24T00:05:00+08:00');
    await reverse(id);
    expect(await grant(grantId)).toMatchObject({
      state: 'reversed',
      redemption: { reversed: { reason: '点错了' } },
    });
  });
});

/** As the phone does it. */
function passCode({ id, key }: Pass, at: Date): string {
  const window = Math.floor(at.getTime() / 30_000).toString(36);
  const whole = createHmac('sha256', Buffer.from(key, 'base64url')).update(`${id}.${window}`).digest();
  return `${id}.${window}.${whole.subarray(0, 16).toString('base64url')}`;
}

describe('a rider’s pass', () => {
  const pass = async () => (await post(cloud, '/api/passes', rider.headers, {})).json<Pass>();
  const read = async (shown: string, by = clerk) =>
    (await post(cloud, `${shop}/pass-readings`, by.headers, { code: shown })).json<PassReading & Refused>();
  const redeem = async (body: object, key?: string) =>
    (await post(cloud, `${shop}/redemptions`, clerk.headers, body, key)).json<Redemption & Refused>();

  test('shows the shop what can be used here, and is redeemed once per key', async () => {
    const couponId = await makeCoupon(cloud, { use: 'ahead' });
    const claimed = (await post(cloud, `/api/coupons/${couponId}/claims`, rider.headers, {})).json<Grant>();
    const shown = passCode(await pass(), cloud.clock.now());
    const reading = await read(shown);
    expect(reading.coupons).toContainEqual(expect.objectContaining({ id: couponId, grantId: claimed.id }));
    expect(reading.coupons).toContainEqual(
      expect.objectContaining({ title: '面条满 15 减 3', grantId: null }),
    );

    const key = 'the-key-of-one-redemption';
    const first = await redeem({ code: shown, couponId, grantId: claimed.id }, key);
    expect(first).toMatchObject({ way: 'pass', rider: '骑手' });
    expect((await redeem({ code: shown, couponId, grantId: claimed.id }, key)).id).toBe(first.id);
    expect((await redeem({ code: shown, couponId, grantId: claimed.id })).code).toBe('already_redeemed');
    const atOnce = await redeem({ code: shown, couponId: await makeCoupon(cloud) });
    expect(atOnce.way).toBe('pass');
  });

  test('lists only what would be taken now', async () => {
    const tomorrow = '2026-11-24T00:00:00+08:00';
    const soldOut = await makeCoupon(cloud, { total: 1 });
    const other = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    await post(cloud, `/api/coupons/${soldOut}/holds`, other.headers, { code });
    const refused = await Promise.all([
      makeCoupon(cloud, { audience: 'grid_members' }),
      makeCoupon(cloud, { audience: 'verified' }),
      makeCoupon(cloud, { startsAt: tomorrow }),
      makeCoupon(cloud, { weekdays: [2] }),
      makeCoupon(cloud, { hours: ['10:00', '11:00'] }),
      makeCoupon(cloud, { pricePoints: 5 }),
      makeCoupon(cloud, { state: 'paused' }),
      makeCoupon(cloud, { state: 'draft' }),
      makeCoupon(cloud, { merchantIds: [] }),
      makeCoupon(cloud, { use: 'ahead' }),
    ]);
    const usedUp = await makeCoupon(cloud);
    await confirm((await held(usedUp)).id);
    const weekly = await makeCoupon(cloud, { period: 'week', perRider: 2, hours: ['22:00', '10:00'] });
    const kept = await makeCoupon(cloud);
    const { id: grantId } = await held(kept);
    const shown = passCode(await pass(), cloud.clock.now());
    const listed = new Map((await read(shown)).coupons.map(({ id, ...rest }) => [id, rest.grantId]));
    expect(listed.get(weekly)).toBeNull();
    expect(listed.get(kept)).toBe(grantId);
    for (const couponId of [...refused, soldOut, usedUp]) {
      expect(listed.has(couponId)).toBe(false);
      expect((await redeem({ code: shown, couponId })).id).toBeUndefined();
    }
    for (const couponId of [weekly, kept]) expect((await redeem({ code: shown, couponId })).way).toBe('pass');
  });

  test('lists again what was held and not used by the end of its day', async () => {
    const couponId = await makeCoupon(cloud, { period: 'week', total: 1 });
    await held(couponId);
    cloud.clock.set('2026-11-24T09:00:00+08:00');
    const shown = passCode(await pass(), cloud.clock.now());
    expect((await read(shown)).coupons).toContainEqual(
      expect.objectContaining({ id: couponId, grantId: null }),
    );
    expect((await redeem({ code: shown, couponId })).way).toBe('pass');
  });

  test('is good for a minute, for who is signed in, and not when made up', async () => {
    const known = await pass();
    const shown = passCode(known, cloud.clock.now());
    cloud.clock.advance({ seconds: 61 });
    expect((await read(shown)).code).toBe('pass_stale');
    expect((await read(`${known.id}${shown.slice(10, -1)}x`)).code).toBe('pass_stale');
    expect((await read(passCode({ ...known, id: '0000000000' }, cloud.clock.now()))).code).toBe(
      'pass_unknown',
    );
    const url = `/api/sessions/current`;
    await cloud.app.inject({ method: 'DELETE', url, headers: rider.headers });
    expect((await read(passCode(known, cloud.clock.now()))).code).toBe('pass_unknown');
  });
});

describe('the books', () => {
  test('figures, list and spreadsheet say the same', async () => {
    cloud.clock.set('2026-11-26T12:00:00+08:00');
    const couponId = await makeCoupon(cloud);
    const { id, number } = await confirm((await held(couponId)).id);
    await reverse(id);
    await confirm((await held(couponId)).id);
    await cloud.jobs.drain();
    expect((await get(cloud, `${shop}/figures`, clerk.headers)).json()).toMatchObject({
      today: { redeemed: 2, reversed: 1 },
      days: expect.arrayContaining([{ day: '2026-11-26', redeemed: 2, reversed: 1 }]) as unknown,
    });
    const { items } = (await get(cloud, `${shop}/redemptions?limit=2`, clerk.headers)).json<{
      items: Redemption[];
    }>();
    expect(items.map(({ reversed }) => reversed?.reason).sort()).toEqual(['点错了', undefined]);
    const answer = await get(
      cloud,
      `${shop}/redemptions/export?from=2026-11-26&to=2026-11-26`,
      clerk.headers,
    );
    const { name, file } = answer.json<{ name: string; file: string }>();
    expect(name).toBe('荷风面馆-核销-2026-11-26至2026-11-26.xlsx');
    const [sheet] = await readExcelFile(Buffer.from(file, 'base64'));
    expect(sheet?.data.map((row) => row[0])).toEqual(['核销号', number, expect.any(String)]);
    const long = await get(cloud, `${shop}/redemptions/export?from=2026-01-01&to=2026-11-26`, clerk.headers);
    expect(long.json<Refused>().code).toBe('export_days');
  });

  test('a month is settled by shop and coupon, with what was taken back left out', async () => {
    const at = `/api/communities/${outang.id}/settlements/2026-10`;
    cloud.clock.set('2026-10-31T12:00:00+08:00');
    const noodles = '019ab000-0000-7000-8000-000000000601';
    await cloud.database.script(`update coupons set starts_at = '2026-10-01' where id = '${noodles}'`);
    const first = await confirm((await held(noodles)).id);
    await reverse(first.id);
    await confirm((await held(noodles)).id);
    const { rows } = (await get(cloud, at, staff.headers)).json<Settlement>();
    expect(rows).toMatchObject([
      { merchant: { name: '荷风面馆' }, redeemed: 2, reversed: 1, standing: 1, amountFen: 300 },
    ]);
    const { file } = (await get(cloud, `${at}/export`, staff.headers)).json<{ file: string }>();
    const [sheet] = await readExcelFile(Buffer.from(file, 'base64'));
    expect(sheet?.data.slice(1)).toEqual([
      ['荷风面馆', '面条满 15 减 3', '满 15 减 3 元', 2, 1, 1, 3, 3],
      ['合计', null, null, 2, 1, 1, null, 3],
    ]);
  });

  test('staff see what should be looked at', async () => {
    cloud.clock.set('2026-11-24T03:00:00+08:00');
    const { id } = await confirm((await held()).id);
    await cloud.jobs.drain();
    const url = `/api/communities/${outang.id}/flagged-redemptions`;
    const { items } = (await get(cloud, url, staff.headers)).json<{ items: Redemption[] }>();
    expect(items).toContainEqual(expect.objectContaining({ id, flags: ['closed', 'night'] }));
  });
});

test('a screen of the shop is told at once when somebody waits, and when they do no more', async () => {
  const address = await cloud.app.listen({ port: 0, host: '127.0.0.1' });
  const stop = new AbortController();
  const headers = { ...clerk.headers };
  const response = await fetch(`${address}${shop}/holds/events`, { headers, signal: stop.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next = async (): Promise<Holds> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const event = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data) return JSON.parse(data) as Holds;
      } else buffer += (await reader?.read())?.value ?? '';
    }
  };
  const waiting = async () => (await next()).items.map(({ grantId }) => grantId);
  const before = await waiting();
  const { id } = await held();
  expect(await waiting()).toEqual([...before, id].sort());
  await confirm(id);
  expect(await waiting()).toEqual(before);
  stop.abort();
});
