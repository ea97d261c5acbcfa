import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { drive, type Asked, type Driven } from './clients';
import { benchSameBytes, compare, server, startBaseline, type Baseline } from './load';
import type { Report } from './report';
import { countRedeemed, couponId, fillTown, hotCoupon, scarceCoupon, shopCode, tokenOf, town } from './town';
import { besides, environmentOf, openDatabase, type Where } from './where';

const clients = 256;
const ridersEach = town.riders / clients;
/** Of all requests so many must do what they are for. */
const mostOf = 0.99;

const nearbyShops = '/api/coupons?lat=31.8861&lng=117.2502';

interface Choice {
  couponId: string;
  code: string;
}

const rider = (client: number, asked: number) => ({
  authorization: `Bearer ${tokens[client * ridersEach + (asked % ridersEach)] ?? ''}`,
});
const tokens = Array.from({ length: town.riders }, (_, number) => tokenOf(number));

let keys = 0;
const newKey = () => `bench-key-${String((keys += 1)).padStart(12, '0')}`;

const redemption = (headers: Record<string, string>, { couponId: id, code }: Choice): Asked => ({
  method: 'POST',
  path: `/api/coupons/${id}/redemptions`,
  headers: { ...headers, 'idempotency-key': newKey() },
  body: { code },
});

const hot = (): Choice => ({ couponId: hotCoupon, code: shopCode(0) });
/** One coupon after the other, every client from somewhere else: all of them are asked for all the time. */
const anyOf = (client: number, asked: number): Choice => {
  const number = (client * 397 + asked * 31) % (town.shops * town.couponsPerShop);
  const shop = number % town.shops;
  return { couponId: couponId(shop, Math.floor(number / town.shops)), code: shopCode(shop) };
};

/** Processor time a process has used, in hundredths of a second; null where the system does not tell. */
function usedBy(pid: number): number | null {
  try {
    const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/, '')
      .split(/\s+/);
    return Number(user) + Number(system);
  } catch {
    return null;
  }
}

/** What a redemption sets off is done in the background: it shall not fall into the baseline's turn. */
async function untilQuiet({ pid }: CloudProcess): Promise<void> {
  for (let before = usedBy(pid) ?? 0; ;) {
    await pause(300);
    const now = usedBy(pid) ?? before;
    if (now - before <= 2) return;
    before = now;
  }
}

/** Every rider looks at a coupon first, as riders do: then who they are is known. */
async function openApps(cloud: CloudProcess): Promise<void> {
  const path = `/api/coupons/${hotCoupon}`;
  const { statuses } = await drive(cloud.url, { clients: 64 }, (client, asked) => {
    const authorization = `Bearer ${tokens[client + 64 * asked] ?? ''}`;
    return client + 64 * asked < town.riders ? { method: 'GET', path, headers: { authorization } } : null;
  });
  if (statuses.get(200) !== town.riders) throw new Error(`Riders could not look: ${told({ statuses })}`);
}

const told = ({ statuses }: Pick<Driven, 'statuses'>) =>
  [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');

/** How many redemptions were answered with success. */
class Tally {
  successes = 0;

  add({ statuses }: Driven): void {
    this.successes += statuses.get(201) ?? 0;
  }

  demandMost(driven: Driven): void {
    const all = [...driven.statuses.values()].reduce((sum, count) => sum + count, 0);
    if ((driven.statuses.get(201) ?? 0) < mostOf * all) throw new Error(`Too few succeeded: ${told(driven)}`);
  }
}

const redeeming =
  (cloud: CloudProcess, tally: Tally, choose: (client: number, asked: number) => Choice) =>
  async (seconds: number) => {
    await untilQuiet(cloud);
    const driven = await drive(cloud.url, { clients, seconds }, (client, asked) =>
      redemption(rider(client, asked), choose(client, asked)),
    );
    tally.add(driven);
    tally.demandMost(driven);
    await untilQuiet(cloud);
    return driven;
  };

const inserting =
  ({ port }: Baseline) =>
  async (seconds: number) => {
    const driven = await drive(`http://127.0.0.1:${port}`, { clients, seconds }, (client, asked) => ({
      ...redemption(rider(client, asked), hot()),
      path: '/rows',
    }));
    if (driven.statuses.size !== 1 || !driven.statuses.has(201)) throw new Error(`Baseline: ${told(driven)}`);
    return driven;
  };

/** More people than coupons: all of them are given, and not one more. */
async function sellOut(cloud: CloudProcess): Promise<void> {
  const { statuses } = await drive(cloud.url, { clients, seconds: 2 }, (client, asked) =>
    redemption(rider(client, asked), { couponId: scarceCoupon.id, code: shopCode(0) }),
  );
  if (statuses.get(201) !== scarceCoupon.total || !statuses.has(409))
    throw new Error(`Of ${scarceCoupon.total} coupons: ${told({ statuses })}`);
}

/** Never oversold: what the database holds is what was answered with success, and within each stock. */
async function demandCounts(where: Where, coupons: readonly string[], successes: number): Promise<void> {
  const database = await openDatabase(where);
  const counted = await database.rows(countRedeemed, [coupons]);
  await database.close();
  for (const { couponId: id, total, issued, grants, redemptions } of counted)
    if (issued > total || grants !== issued || redemptions !== issued)
      throw new Error(
        `OVERSOLD ${id}: ${issued} issued of ${total}, ${grants} grants, ${redemptions} redemptions`,
      );
  const sum = counted.reduce((all, { issued }) => all + issued, 0);
  if (counted.length !== coupons.length || sum !== successes)
    throw new Error(`${successes} were answered with success, ${sum} are in the database`);
}

const everyCoupon = Array.from({ length: town.shops * town.couponsPerShop }, (_, number) =>
  couponId(number % town.shops, Math.floor(number / town.shops)),
);

/** Redemptions by many riders at once against one INSERT each, and the list of what is near. */
export async function benchCoupons(report: Report, where: Where): Promise<void> {
  await (await startCloudProcess(environmentOf(where))).stop();
  const database = await openDatabase(where);
  await fillTown(database);
  // As it would be done by itself within a minute.
  await database.script('analyze');
  await database.close();
  const beside = besides(where);
  const cloud = await startCloudProcess(environmentOf(where));
  const bare = await startBaseline(server('bare-insert.ts'), [beside.databaseUrl ?? '', beside.folder]);
  const [one, many] = [new Tally(), new Tally()];
  try {
    await openApps(cloud);
    const insert = inserting(bare);
    const hotAgainst = await compare(redeeming(cloud, one, hot), insert);
    report.compare(`${where.name}: one hot coupon redeemed by ${clients}, over one INSERT`, hotAgainst, 1);
    const manyAgainst = await compare(redeeming(cloud, many, anyOf), insert);
    report.compare(`${where.name}: 1,000 coupons redeemed by ${clients}, over one INSERT`, manyAgainst, 0.6);
    await sellOut(cloud);
    await untilQuiet(cloud);
    const near = await benchSameBytes(`${cloud.url}${nearbyShops}`);
    report.compare(`${where.name}: coupons near me over bare node:http`, near, 0.7);
  } finally {
    await bare.stop();
    await cloud.stop();
  }
  await demandCounts(where, [hotCoupon], one.successes);
  await demandCounts(where, everyCoupon, many.successes);
  await demandCounts(where, [scarceCoupon.id], scarceCoupon.total);
  report.note(
    `${where.name}: ${one.successes + many.successes + scarceCoupon.total} redemptions, never oversold`,
  );
}
