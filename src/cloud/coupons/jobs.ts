import { couponLimits } from '../../contract/coupons';
import type { Merchants } from '../merchants/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import * as work from './job-queries';
import { localMoment } from './periods';
import type { Coupons } from './service';
import { couponRedeemed, couponReversed } from './using';

const monthMs = 31 * dayMs;
const lapseEveryMs = 15 * 60_000;
/** So many of one person in one shop on one day are usual. */
const usualADay = 3;
/** Few eat, and nobody is examined, between these. */
const [nightFrom, nightTo] = ['23:00', '05:00'];

interface CouponJobsParts {
  jobs: Jobs;
  clock: Clock;
  changes: Changes;
  merchants: Pick<Merchants, 'wasOpen' | 'placeOf'>;
  coupons: Pick<Coupons, 'lapse'>;
}

const isAtNight = (time: string) => time >= nightFrom || time < nightTo;

/** Marks what staff should look at: it happened while the shop was closed, at night, or too often. */
async function flag(
  tx: Queries,
  communityId: string,
  ids: unknown,
  { wasOpen, placeOf }: CouponJobsParts['merchants'],
) {
  await tx.run(work.flagOften, [communityId, ids, usualADay]);
  const [closed, atNight]: [string[], string[]] = [[], []];
  // Those of one batch happened in few shops and at one moment.
  const known = new Map<string, { isOpen: boolean; isNight: boolean }>();
  async function circumstances(merchantId: string, at: Date) {
    const { timeZone } = await placeOf(tx, merchantId);
    return {
      isOpen: await wasOpen(tx, { communityId, merchantId }, at),
      isNight: isAtNight(localMoment(timeZone, at).time),
    };
  }
  for (const { id, merchantId, redeemedAt } of await tx.rows(work.listRedeemed, [communityId, ids])) {
    const when = `${merchantId} ${redeemedAt.getTime()}`;
    const found = known.get(when) ?? (await circumstances(merchantId, redeemedAt));
    known.set(when, found);
    if (!found.isOpen) closed.push(id);
    if (found.isNight) atNight.push(id);
  }
  if (closed.length > 0) await tx.run(work.addFlag, [communityId, closed, 'closed']);
  if (atNight.length > 0) await tx.run(work.addFlag, [communityId, atNight, 'night']);
}

/** Figures follow redemptions; what was not used in its day goes back into the stock. */
export function couponJobs({ jobs, clock, changes, merchants, coupons }: CouponJobsParts): void {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);

  jobs.handleTogether(couponRedeemed, async (tx, payloads) => {
    const byCommunity = new Map<string, unknown[]>();
    for (const { communityId, redemptionIds } of payloads) {
      const id = String(communityId);
      byCommunity.set(id, [...(byCommunity.get(id) ?? []), ...(redemptionIds as unknown[])]);
    }
    for (const [communityId, redemptionIds] of byCommunity) {
      await tx.run(work.addRedeemed, [communityId, redemptionIds]);
      await flag(tx, communityId, redemptionIds, merchants);
    }
  });

  jobs.handle(couponReversed, async (tx, { communityId, redemptionId }) => {
    // Another runner may still be counting it: then this is tried again.
    if (!(await tx.run(work.addReversed, [communityId, redemptionId])))
      throw new Error('What was reversed is not counted yet');
  });

  jobs.every('coupon_grants_lapse', lapseEveryMs, async (database) => {
    const now = clock.now();
    for (const lapsing of await database.rows(work.listLapsing, [now]))
      if (await coupons.lapse(lapsing, now)) await changes.announce(database, 'coupons', lapsing.id);
  });

  jobs.every('coupon_refusals_purge', dayMs, async (database) => {
    await database.run(work.purgeRefusals, [ago(couponLimits.refusalKeptDays * dayMs)]);
  });

  jobs.every('coupons_anonymise', dayMs, async (database) => {
    for (const statement of work.anonymise)
      await database.run(statement, [ago(couponLimits.personKeptMonths * monthMs)]);
  });
}
