import { problems, type InputOf } from '../../contract/http';
import {
  redemptionProblems,
  type Holds,
  type PassReading,
  type Redemption,
} from '../../contract/redemptions';
import type { redeemByPassSchemas, reverseRedemptionSchemas } from '../../contract/redemptions.schema';
import type { Communities } from '../communities/service';
import type { Consents } from '../consents/service';
import { namedCoupon, type Coupons } from '../coupons/service';
import type { Merchants } from '../merchants/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { onceByKey } from '../platform/idempotency';
import { localIso } from '../platform/local-time';
import type { Log } from '../platform/log';
import { refuse } from '../platform/refusal';
import type { Secrets } from '../platform/secrets';
import { createBooks, createSettlements, createShown, type Shown } from './books';
import { createPasses } from './passes';
import { createWatch } from './watch';
import * as queries from './queries';
import { ridersAt } from './riders';

export { passesPersonalData } from './personal-data';

export interface RedemptionsParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  secrets: Secrets;
  log: Log;
  communities: Communities;
  consents: Consents;
  notify: Notify;
  people: People;
  merchants: Merchants;
  coupons: Coupons;
}

interface HoldIds {
  merchantId: string;
  grantId: string;
}

export type Redemptions = ReturnType<typeof createRedemptions>;

/** What waits in a shop. */
function createQueue(parts: RedemptionsParts, oneShown: OneShown) {
  const { database, coupons, merchants } = parts;
  return {
    /** A clerk of the shop, or staff. */
    async listHolds({ merchantId }: { merchantId: string }): Promise<Holds> {
      const { timeZone } = await merchants.shopById(merchantId);
      const held = await coupons.listHeld(merchantId);
      const riderOf = await ridersAt(
        parts,
        database,
        held.map(({ personId }) => personId),
      );
      const items = await Promise.all(
        held.map(async ({ grantId, couponId, personId, heldAt, heldUntil }) => {
          const coupon = await coupons.findCoupon(couponId);
          if (!coupon) return [];
          const iso = (at: Date) => localIso(timeZone, at.getTime());
          const times = { heldAt: iso(heldAt), until: iso(heldUntil) };
          return [{ grantId, coupon: namedCoupon(coupon), rider: riderOf(personId), ...times }];
        }),
      );
      return { items: items.flat() };
    },

    /** A clerk of the shop, or staff; a repeated key gets the first answer. */
    async confirmHold(ids: HoldIds, { personId }: Asker, key: string): Promise<Redemption> {
      const keyed = { personId, key, endpoint: 'confirmHold', input: ids };
      const work = async (tx: Queries) =>
        oneShown(tx, ids.merchantId, await coupons.confirmHeld(tx, ids, personId));
      return coupons.notedHold(ids, () => onceByKey(parts, keyed, work));
    },

    /** A clerk of the shop, or staff. */
    async declineHold(ids: HoldIds): Promise<undefined> {
      await coupons.declineHeld(ids);
    },
  };
}

function createOneShown({ merchants }: RedemptionsParts, shown: Shown) {
  return async function oneShown(from: Queries, merchantId: string, id: string): Promise<Redemption> {
    const { communityId } = await merchants.placeOf(from, merchantId);
    const row = await from.row(queries.find, [communityId, id]);
    const [redemption] = row?.merchantId === merchantId ? await shown(from, [row]) : [];
    if (!redemption) throw refuse(problems.not_found);
    return redemption;
  };
}

type OneShown = ReturnType<typeof createOneShown>;

/** Where the rider finds the coupon that can be used again. */
const myCouponsPage = 'coupons/rider/mine';

function createTelling({ notify, coupons, merchants }: RedemptionsParts) {
  /** The rider hears that a shop took it back, and why. */
  return async function tellRider(
    tx: Queries,
    merchantId: string,
    id: string,
    reason: string,
  ): Promise<void> {
    const { communityId } = await merchants.placeOf(tx, merchantId);
    const row = await tx.row(queries.find, [communityId, id]);
    if (!row?.personId) return;
    const coupon = (await coupons.findCoupons(tx, [row])).get(row.couponId);
    const merchant = (await merchants.namesOf(tx, [row])).get(merchantId) ?? '';
    const values = { merchant, coupon: coupon?.title ?? '', reason };
    await notify(tx, {
      personId: row.personId,
      communityId,
      kind: 'redemption',
      values,
      link: myCouponsPage,
    });
  };
}

/** What shops redeem, and their books. */
export function createRedemptions(parts: RedemptionsParts) {
  const { database, coupons } = parts;
  const shown = createShown(parts);
  const oneShown = createOneShown(parts, shown);
  const passes = createPasses(parts);
  const tellRider = createTelling(parts);

  const queue = createQueue(parts, oneShown);

  return {
    ...queue,
    watchHolds: createWatch({ ...parts, listHolds: queue.listHolds }),
    ...createBooks(parts, shown),
    ...createSettlements(parts),
    createPass: passes.createPass,

    /** A clerk of the shop, or staff. */
    async readPass({ merchantId, code }: { merchantId: string; code: string }): Promise<PassReading> {
      const personId = await passes.personOf(database, code, false);
      const riderOf = await ridersAt(parts, database, [personId]);
      return { rider: riderOf(personId), coupons: await coupons.listUsable(merchantId, personId) };
    },

    /** A clerk of the shop, or staff; a repeated key gets the first answer. */
    async redeemByPass(
      input: InputOf<typeof redeemByPassSchemas>,
      { personId: clerkId }: Asker,
      key: string,
    ): Promise<Redemption> {
      const { merchantId, code, couponId, grantId = null } = input;
      const personId = await coupons.notedAtCounter({ couponId, merchantId }, () =>
        passes.personOf(database, code, true),
      );
      const use = { merchantId, personId, clerkId, couponId, grantId, key, input };
      return oneShown(database, merchantId, await coupons.redeemForRider(use));
    },

    /** A clerk of the shop, or staff. */
    async reverseRedemption(
      { merchantId, redemptionId, reason }: InputOf<typeof reverseRedemptionSchemas>,
      { personId: reversedBy }: Asker,
      tx: Queries,
    ): Promise<Redemption> {
      const reversal = { merchantId, redemptionId, reversedBy, reason: reason.trim() };
      const isReversed = await coupons.reverse(tx, reversal);
      const redemption = await oneShown(tx, merchantId, redemptionId);
      if (!isReversed)
        throw refuse(
          redemption.reversed ? redemptionProblems.reversed_already : redemptionProblems.not_reversible,
        );
      await tellRider(tx, merchantId, redemptionId, reversal.reason);
      return redemption;
    },
  };
}
