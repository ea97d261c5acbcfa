import { couponProblems, type Coupon, type Grant } from '../../contract/coupons';
import type {
  holdCouponSchemas,
  listCouponsSchemas,
  listMyGrantsSchemas,
  redeemCouponSchemas,
} from '../../contract/coupons.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { metresBetween } from '../platform/distance';
import { onceByKey } from '../platform/idempotency';
import { newId } from '../platform/ids';
import { nearbyOf } from '../platform/nearby/asked';
import { pageJson } from '../platform/nearby/page-json';
import { Refusal, refuse } from '../platform/refusal';
import type { SharedJson } from '../platform/shared-json';
import type { Offers } from './offers';
import * as queries from './queries';
import type { CouponRecord, GrantRow } from './queries';
import type { CouponsParts } from './service';
import { createTaking, type Taking } from './taking';
import { useHeld, type Use } from './using';
import * as uses from './use-queries';
import { couponOf, grantOf } from './views';

type NearbyPage = AnswerOf<typeof listCouponsSchemas>;
type UseInput = InputOf<typeof holdCouponSchemas> & InputOf<typeof redeemCouponSchemas>;

const first = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;
const last = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
/** Farther from the shop than this, metres, on top of the position's own accuracy, staff should look. */
const farM = 1_000;

/** Looking at what there is. */
export function createLooking({ database, clock, communities }: CouponsParts, offers: Offers) {
  async function coupons(records: readonly CouponRecord[], asker: Asker | null): Promise<Coupon[]> {
    const [one] = records;
    if (!one) return [];
    const { shops } = await offers.kept();
    const timeZone = await communities.timeZoneOf(database, one.communityId);
    const ids = records.map(({ id }) => id);
    const held =
      asker && (await database.rows(queries.listOfCoupons, [one.communityId, asker.personId, ids]));
    return records.map((record) => {
      const ofThis = held && held.filter(({ couponId }) => couponId === record.id);
      return couponOf(record, ofThis, { shops, timeZone, now: clock.now() });
    });
  }

  return {
    /** Anyone. Answered from memory. */
    async listCoupons(input: InputOf<typeof listCouponsSchemas>): Promise<SharedJson<NearbyPage>> {
      const { category = null, openNow = false } = input;
      const search = nearbyOf(input);
      if (search.communityId !== null && !(await communities.known()).has(search.communityId))
        throw refuse(problems.not_found);
      const now = clock.now().getTime();
      const hits = await offers.search({ ...search, category, openNow }, now);
      const page = hits.slice(0, search.limit);
      const end = page.at(-1);
      const next = hits.length > page.length && end ? encodeCursor([end.metres, end.spot.id]) : null;
      return pageJson(page, now, search.origin !== null, next);
    },

    /** Anyone. */
    async listMerchantCoupons(
      { merchantId }: { merchantId: string },
      asker: Asker | null,
    ): Promise<{ items: Coupon[] }> {
      const { shops, byMerchant } = await offers.kept();
      if (!shops.get(merchantId)?.isPublic) throw refuse(problems.not_found);
      const now = clock.now();
      const running = (byMerchant.get(merchantId) ?? []).filter(
        ({ state, endsAt }) => state === 'published' && endsAt > now,
      );
      const fresh = await Promise.all(
        running.map(({ communityId, id }) => database.row(queries.find, [communityId, id])),
      );
      return {
        items: await coupons(
          fresh.filter((one) => one !== undefined),
          asker,
        ),
      };
    },

    /** Anyone; drafts are nobody's business. */
    async getCoupon({ couponId }: { couponId: string }, asker: Asker | null): Promise<Coupon> {
      const known = await offers.find(couponId);
      const record = known && (await database.row(queries.find, [known.communityId, couponId]));
      const [coupon] = record && record.state !== 'draft' ? await coupons([record], asker) : [];
      if (!coupon) throw refuse(problems.not_found);
      return coupon;
    },
  };
}

/** What a person has. */
export function createHolding({ database, clock, communities, changes }: CouponsParts, offers: Offers) {
  async function grantsOf(rows: readonly GrantRow[]): Promise<Grant[]> {
    const { shops } = await offers.kept();
    const now = clock.now();
    const grants = rows.map(async (row) => {
      const coupon = await offers.find(row.couponId);
      const timeZone = await communities.timeZoneOf(database, row.communityId);
      return coupon && grantOf(row, coupon, { shops, timeZone, now });
    });
    return (await Promise.all(grants)).filter((grant) => grant !== undefined);
  }

  async function grantShown(row: GrantRow | undefined): Promise<Grant> {
    const [grant] = row ? await grantsOf([row]) : [];
    if (!grant) throw refuse(problems.not_found);
    return grant;
  }

  return {
    grantShown,

    /** A signed-in person, their own. */
    async listMyGrants(
      { filter, cursor, limit = pageLimits.default }: InputOf<typeof listMyGrantsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyGrantsSchemas>> {
      const from = startOf(cursor, filter === 'usable' ? first : last);
      const values = [personId, clock.now(), ...from, limit + 1];
      const rows = await database.rows(queries.listMine[filter], values);
      const page = rows.slice(0, limit);
      const end = page.at(-1);
      const at = filter === 'usable' ? end?.expiresAt : end?.claimedAt;
      return {
        items: await grantsOf(page),
        nextCursor: rows.length > page.length && end && at ? encodeCursor([at.getTime(), end.id]) : null,
      };
    },

    /** A signed-in person, their own. */
    async getGrant({ grantId }: { grantId: string }, { personId }: Asker): Promise<Grant> {
      return grantShown(await database.row(queries.findMyGrant, [personId, grantId]));
    },

    /** A signed-in person, their own: the shop is not asked any more. */
    async cancelHold({ grantId }: { grantId: string }, { personId }: Asker): Promise<Grant> {
      const row = await database.row(queries.findMyGrant, [personId, grantId]);
      if (!row) throw refuse(problems.not_found);
      const values = [row.communityId, grantId, clock.now(), personId, null];
      const cancelled = await database.row(uses.cancelHold, values);
      if (!cancelled) throw refuse(couponProblems.not_held);
      await changes.announce(database, holdsChanged, cancelled.merchantId);
      return grantShown(await database.row(queries.findMyGrant, [personId, grantId]));
    },
  };
}

/** Announced with the id of the shop whose queue changed. */
export const holdsChanged = 'coupon_holds';

function startOf(
  cursor: string | undefined,
  none: readonly [string, string],
): readonly [Date | string, string] {
  if (cursor === undefined) return none;
  const [at, id = ''] = decodeCursor(cursor, 2);
  const instant = new Date(Number(at));
  if (!Number.isNaN(instant.getTime()) && /^[0-9a-f-]{36}$/.test(id)) return [instant, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

type Holding = ReturnType<typeof createHolding>;

/** Claiming, holding, redeeming. */
export function createDoing(
  parts: CouponsParts,
  offers: Offers,
  { grantShown }: Pick<Holding, 'grantShown'>,
) {
  const { database, clock, communities, changes, codes } = parts;
  const timeZoneOf = ({ communityId }: CouponRecord) => communities.timeZoneOf(database, communityId);
  const takeCoupon = createTaking({ database, clock, changes, find: offers.find, timeZoneOf });

  async function demand(couponId: string): Promise<CouponRecord> {
    const coupon = await offers.find(couponId);
    if (!coupon) throw refuse(problems.not_found);
    return coupon;
  }

  /** Refusals about a coupon are written down, whatever happened to the rest. */
  async function noted<T>(
    coupon: CouponRecord,
    use: Pick<Taking, 'personId' | 'merchantId'>,
    work: () => Promise<T>,
  ) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal && error.problem.code in couponProblems) {
        const { communityId, id } = coupon;
        const values = [communityId, newId(), id, use.merchantId, use.personId];
        await database.run(uses.insertRefusal, [...values, error.problem.code, clock.now()]);
      }
      throw error;
    }
  }

  /** Uses one that the person has; a repeated key gets the first answer. */
  async function useOne(
    endpoint: string,
    coupon: CouponRecord,
    taking: Taking & { merchantId: string; target: 'held' | 'redeemed' },
    grantId: string | null,
  ): Promise<Grant> {
    const { personId, key, input, merchantId, target, way, isFar } = taking;
    const flags = isFar ? ['far'] : [];
    const timeZone = await timeZoneOf(coupon);
    const keyed = { personId, key, endpoint, input };
    const work = async (tx: Queries) => {
      const use: Use = {
        personId,
        grantId,
        merchantId,
        target,
        way: way ?? 'confirmed',
        clerkId: null,
        flags,
      };
      return { id: await useHeld(tx, coupon, use, { timeZone, now: clock.now() }) };
    };
    const { id } = await noted(coupon, taking, () => onceByKey({ database, clock }, keyed, work));
    return grantShown(await database.row(queries.findGrant, [coupon.communityId, id]));
  }

  /** Takes one out of the stock, or uses what the person has already. */
  async function takeOrUse(
    endpoint: string,
    coupon: CouponRecord,
    taking: Taking & { merchantId: string; target: 'held' | 'redeemed' },
    grantId: string | null = null,
  ): Promise<Grant> {
    if (coupon.use === 'ahead' || grantId !== null) return useOne(endpoint, coupon, taking, grantId);
    const taken = await takeCoupon(coupon.id, taking);
    if (taken.kind === 'use') return useOne(endpoint, coupon, taking, grantId);
    if (taken.kind === 'taken') return grantShown(taken.grant);
    return grantShown(await database.row(queries.findGrant, [coupon.communityId, taken.grantId]));
  }

  /** The shop whose code was scanned; refused where the coupon is another community's. */
  async function scanned(coupon: CouponRecord, code: string) {
    const { communityId, merchantId, grade } = await codes.readMerchantCode(database, code);
    if (communityId !== coupon.communityId) throw refuse(couponProblems.wrong_merchant);
    return { merchantId, grade, shop: await parts.merchants.shopById(merchantId) };
  }

  return {
    /** A signed-in person, of a coupon that is claimed ahead. */
    async claimCoupon({ couponId }: { couponId: string }, { personId }: Asker, key: string): Promise<Grant> {
      const coupon = await demand(couponId);
      const taking = {
        personId,
        key,
        input: { couponId },
        target: 'available',
        merchantId: null,
        way: null,
        isFar: false,
      };
      const taken = await takeCoupon(couponId, taking as Taking);
      if (taken.kind === 'taken') return grantShown(taken.grant);
      if (taken.kind === 'use') throw refuse(problems.idempotency_key_reused);
      return grantShown(await database.row(queries.findGrant, [coupon.communityId, taken.grantId]));
    },

    /** A signed-in person in a shop; the shop hears of it at once. */
    async holdCoupon(input: UseInput, { personId }: Asker, key: string): Promise<Grant> {
      const { couponId, code, grantId, position } = input;
      const coupon = await demand(couponId);
      const { merchantId, shop } = await scanned(coupon, code);
      const isFar = position !== undefined && metresBetween(position, shop) > farM + position.accuracyM;
      // Where somebody stands is forgotten: it does not make another request of it.
      const asked = { couponId, code, grantId: grantId ?? null };
      const taking = { personId, key, input: asked, target: 'held', merchantId, way: null, isFar } as const;
      const grant = await takeOrUse('holdCoupon', coupon, taking, grantId);
      await changes.announce(database, holdsChanged, merchantId);
      return grant;
    },

    /** A signed-in person in a shop, by the code on its screen, or by its printed one where it trusts that. */
    async redeemCoupon(input: UseInput, { personId }: Asker, key: string): Promise<Grant> {
      const { couponId, code, grantId } = input;
      const coupon = await demand(couponId);
      const { merchantId, grade, shop } = await scanned(coupon, code);
      if (grade === 'code' && !shop.record.trustsPrintedCode) throw refuse(couponProblems.not_trusted);
      const way = grade === 'rotating' ? 'screen' : 'trusted_code';
      const taking = { personId, key, input, target: 'redeemed', merchantId, way, isFar: false } as const;
      return takeOrUse('redeemCoupon', coupon, taking, grantId);
    },
  };
}
