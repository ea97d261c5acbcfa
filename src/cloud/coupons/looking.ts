import type { Coupon } from '../../contract/coupons';
import type { listCouponsSchemas } from '../../contract/coupons.schema';
import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { encodeCursor } from '../platform/cursor';
import { nearbyOf } from '../platform/nearby/asked';
import { pageJson } from '../platform/nearby/page-json';
import { refuse } from '../platform/refusal';
import type { SharedJson } from '../platform/shared-json';
import type { Offers } from './offers';
import * as queries from './queries';
import type { CouponRecord } from './queries';
import type { CouponsParts } from './service';
import { couponOf } from './views';

type NearbyPage = AnswerOf<typeof listCouponsSchemas>;

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
