import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grant, ManagedCoupon } from '../../src/contract/coupons';
import type { ProblemBody } from '../../src/contract/http';
import type { Holds, Redemption, Settlement } from '../../src/contract/redemptions';
import type { Session } from '../../src/contract/sessions';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import { createTestDatabase } from '../support/test-database';

type Answer = Grant & ProblemBody;

const accounts = [
  ...['rider', 'rider-2', 'rider-3', 'grid-member', 'merchant-clerk', 'activity-leader'],
  ...['department-officer', 'staff', 'organiser', 'admin', 'auditor'],
];

let environment: Record<string, string>;
let cloud: CloudProcess;
let tidy: () => unknown;
/** Tokens by account: sessions outlive the process. */
let tokens: Record<string, string>;

const start = async () => (cloud = await startCloudProcess(environment));
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function send<Body>(path: string, account: string | null, body?: object, key: string = randomUUID()) {
  const answer = await fetch(cloud.url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json', 'idempotency-key': key }),
      ...(account && { authorization: `Bearer ${tokens[account]}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Body;
}

/** null: the process was gone before it answered. */
const sendOrLose = <Body>(...args: Parameters<typeof send>) => send<Body>(...args).catch(() => null);

beforeEach(async () => {
  const common = { DEMO: '1', LOG_LEVEL: 'error', RATE_LIMIT_PER_MINUTE: '1000000' };
  const server = process.env['DATABASE_URL'];
  if (server) {
    const own = await createTestDatabase(server);
    environment = { ...common, DATABASE_URL: own.url };
    tidy = own.drop;
  } else {
    const folder = mkdtempSync(join(tmpdir(), 'nuanxin-crash-'));
    environment = { ...common, DATA_DIR: folder };
    tidy = () => rmSync(folder, { recursive: true, force: true });
  }
  await start();
  const sessions = accounts.map((account) => send<Session>('/api/sessions/demo', null, { account }));
  const opened = await Promise.all(sessions);
  tokens = Object.fromEntries(accounts.map((account, index) => [account, opened[index]?.token ?? '']));
});
afterEach(async () => {
  // Also after a failure: what still runs would keep the test run from ending.
  await cloud.stop('SIGKILL');
  await tidy();
});

const desk = `/api/communities/${outang.id}`;

async function publish(merchantId: string, total: number, perRider: number): Promise<string> {
  const coupon = await send<ManagedCoupon>(`${desk}/coupons`, 'staff', {
    ...{ title: '热粥一碗', value: { kind: 'free_item', item: '热粥' }, terms: '', hours: null },
    ...{ startsOn: dayFromNow(-1), endsOn: dayFromNow(30), weekdays: [1, 2, 3, 4, 5, 6, 7] },
    ...{ total, perRider, period: 'ever', audience: 'members', use: 'at_once', pricePoints: null },
    merchantIds: [merchantId],
  });
  const answer = await fetch(`${cloud.url}${desk}/coupons/${coupon.id}/state`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokens['staff']}`, 'content-type': 'application/json' },
    body: JSON.stringify({ state: 'published', version: coupon.version }),
  });
  expect(answer.status).toBe(200);
  return coupon.id;
}

/** What the books say, each counted in a way of its own. */
async function booksOf(couponId: string) {
  // The community's day, which may be in the next month already.
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  const { issued } = await send<ManagedCoupon>(`${desk}/coupons/${couponId}`, 'staff');
  const { rows } = await send<Settlement>(`${desk}/settlements/${month}`, 'staff');
  const used = await Promise.all(
    accounts.map((account) =>
      send<{ items: Grant[] }>('/api/coupons/grants/mine?filter=used&limit=50', account),
    ),
  );
  const ids = used.flatMap(({ items }) => items).filter(({ coupon }) => coupon.id === couponId);
  return {
    issued,
    redemptions: rows.find(({ coupon }) => coupon.id === couponId)?.standing ?? 0,
    grants: ids.map(({ id }) => id),
  };
}

test('killed in the middle of a rush: what was acknowledged stays, the rest is served, no more than there is', async () => {
  const total = 100;
  const each = 20;
  const couponId = await publish(outang.canteen.id, total, each);
  const requests = Array.from({ length: each }, () => accounts)
    .flat()
    .map((account) => ({ account, key: randomUUID() }));
  const redeem = ({ account, key }: (typeof requests)[number]) =>
    sendOrLose<Answer>(`/api/coupons/${couponId}/redemptions`, account, { code: outang.canteen.code }, key);

  let acknowledged = 0;
  let isKilled = false;
  const before = await Promise.all(
    requests.map(async (request) => {
      const answer = await redeem(request);
      if (answer?.state === 'redeemed') acknowledged += 1;
      if (acknowledged >= 20 && !isKilled) {
        isKilled = true;
        await cloud.stop('SIGKILL');
      }
      return answer;
    }),
  );
  expect(isKilled).toBe(true);
  expect(before).toContain(null);

  await start();
  const kept = before.flatMap((answer) => (answer?.state === 'redeemed' ? [answer.id] : []));
  const between = await booksOf(couponId);
  expect(between.grants).toEqual(expect.arrayContaining(kept));
  expect(between.issued).toBe(between.grants.length);
  expect(between.redemptions).toBe(between.grants.length);
  expect(between.issued).toBeLessThan(total);

  const after = await Promise.all(requests.map(redeem));
  for (const [index, answer] of before.entries())
    if (answer?.state === 'redeemed') expect(after[index]?.id).toBe(answer.id);
  const served = after.flatMap((answer) => (answer?.state === 'redeemed' ? [answer.id] : []));
  expect(new Set(served).size).toBe(total);
  expect(after.filter((answer) => answer?.code === 'sold_out')).toHaveLength(requests.length - total);
  const books = await booksOf(couponId);
  expect(books).toMatchObject({ issued: total, redemptions: total });
  expect(books.grants.toSorted()).toEqual(served.toSorted());
}, 60_000);

test('killed between hold and confirmation, and while confirming: each is confirmed once', async () => {
  const couponId = await publish(outang.noodles.id, accounts.length, 1);
  const counter = `/api/merchants/${outang.noodles.id}/holds`;
  const holding = accounts.map((account) => ({ account, key: randomUUID() }));
  const hold = ({ account, key }: (typeof holding)[number]) =>
    send<Answer>(`/api/coupons/${couponId}/holds`, account, { code: outang.noodles.code }, key);
  const held = await Promise.all(holding.map(hold));
  await cloud.stop('SIGKILL');

  await start();
  const ids = held.map(({ id }) => id);
  expect((await Promise.all(holding.map(hold))).map(({ id }) => id)).toEqual(ids);
  const waiting = await send<Holds>(counter, 'merchant-clerk');
  expect(waiting.items.map(({ grantId }) => grantId).toSorted()).toEqual(ids.toSorted());
  expect(await booksOf(couponId)).toEqual({ issued: ids.length, redemptions: 0, grants: [] });

  const confirming = ids.map((grantId) => ({ grantId, key: randomUUID() }));
  const confirm = ({ grantId, key }: (typeof confirming)[number]) =>
    sendOrLose<Redemption>(`${counter}/${grantId}/confirmation`, 'merchant-clerk', {}, key);
  let isKilled = false;
  const before = await Promise.all(
    confirming.map(async (one) => {
      const answer = await confirm(one);
      if (answer && !isKilled) {
        isKilled = true;
        await cloud.stop('SIGKILL');
      }
      return answer;
    }),
  );
  expect(isKilled).toBe(true);

  await start();
  const after = await Promise.all(confirming.map(confirm));
  expect(after.map((answer) => answer?.way)).toEqual(ids.map(() => 'confirmed'));
  for (const [index, answer] of before.entries()) if (answer) expect(after[index]).toEqual(answer);
  const again = await Promise.all(holding.map(({ account }) => hold({ account, key: randomUUID() })));
  expect(new Set(again.map(({ code }) => code))).toEqual(new Set(['limit']));
  const books = await booksOf(couponId);
  expect(books).toMatchObject({ issued: ids.length, redemptions: ids.length });
  expect(books.grants.toSorted()).toEqual(ids.toSorted());
}, 60_000);
