import { LRUCache } from 'lru-cache';
import type { MerchantCategory } from '../../contract/merchants';
import type { Merchants, Shop } from '../merchants/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { dayMs } from '../platform/local-time';
import { Nearby, type NearbySearch } from '../platform/nearby/nearby';
import { openRow } from '../platform/nearby/open-row';
import type { WrittenSpot } from '../platform/nearby/page-json';
import { keepSnapshot } from '../platform/snapshot';
import * as queries from './queries';
import { valueOf, type CouponRecord } from './queries';

/** How many of a shop's coupons a list shows. */
const shown = 3;
/** Coupons that ended this long ago are looked up where they are still asked for. */
const rememberedMs = 7 * dayMs;

interface OffersParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  merchants: Merchants;
}

/** A shop with what it offers. */
interface OfferingShop extends WrittenSpot {
  readonly shop: Shop;
  hasOfferAt(now: number): boolean;
}

export interface OfferSearch extends Omit<NearbySearch<OfferingShop>, 'isWanted'> {
  category: MerchantCategory | null;
  openNow: boolean;
}

const runsAt = ({ state, startsAt, endsAt }: CouponRecord, now: number) =>
  state === 'published' && startsAt.getTime() <= now && now < endsAt.getTime();

function offeringShop(shop: Shop, coupons: readonly CouponRecord[]): OfferingShop {
  const { id, communityId, lat, lng, centreM, record } = shop;
  const edges = coupons.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const runningAt = (now: number) => coupons.filter((coupon) => runsAt(coupon, now));
  /** Until the shop opens or closes, or one of its coupons begins or ends. */
  const sayingAt = (now: number) => {
    const saying = shop.sayingAt(now);
    return { ...saying, from: now, until: Math.min(saying.until, ...edges.filter((edge) => edge > now)) };
  };
  const rowAt = openRow(sayingAt, (opening, from) => {
    const running = runningAt(from);
    return {
      id,
      communityId,
      name: record.name,
      category: record.category,
      address: record.address,
      position: shop.position,
      opening,
      coupons: running.slice(0, shown).map((coupon) => ({
        id: coupon.id,
        title: coupon.title,
        value: valueOf(coupon),
        pricePoints: coupon.pricePoints,
        isSoldOut: coupon.issued >= coupon.total,
      })),
      couponCount: running.length,
    };
  });
  return {
    id,
    communityId,
    lat,
    lng,
    centreM,
    shop,
    hasOfferAt: (now) => coupons.some((coupon) => runsAt(coupon, now)),
    rowStartAt: (now) => rowAt(now).rowStart,
    rowMarkAt: (now) => rowAt(now).rowMark,
  };
}

export type Offers = ReturnType<typeof keepOffers>;

/** Published coupons and the shops they count in, in memory, as of the last change announced. */
export function keepOffers({ database, changes, clock, merchants }: OffersParts) {
  const kept = keepSnapshot(changes, ['coupons', 'merchants', 'communities'], async () => {
    const shops = await merchants.known();
    const records = await database.rows(queries.listKnown, [new Date(clock.now().getTime() - rememberedMs)]);
    const byMerchant = new Map<string, CouponRecord[]>();
    for (const record of records)
      for (const merchantId of record.merchantIds)
        byMerchant.set(merchantId, [...(byMerchant.get(merchantId) ?? []), record]);
    const offering = [...shops.values()].flatMap((shop) => {
      const coupons = byMerchant.get(shop.id);
      return coupons && shop.record.status === 'active' ? [offeringShop(shop, coupons)] : [];
    });
    return {
      shops,
      byMerchant,
      byId: new Map(records.map((record) => [record.id, record])),
      nearby: new Nearby(offering),
    };
  });
  const asked = new LRUCache<string, CouponRecord>({ max: 1_000 });
  changes.on('coupons', () => asked.clear());

  return {
    kept: () => kept.get(),

    /** A coupon, ended ones too; undefined when there is none. Not inside a transaction. */
    async find(couponId: string): Promise<CouponRecord | undefined> {
      const known = (await kept.get()).byId.get(couponId) ?? asked.get(couponId);
      if (known) return known;
      const row = await database.row(queries.findById, [couponId]);
      if (row) asked.set(couponId, row);
      return row;
    },

    /** Shops that have something running, by distance; one more than the limit where there are more. */
    async search({ category, openNow, ...search }: OfferSearch, now: number) {
      const { nearby } = await kept.get();
      return nearby.search({
        ...search,
        isWanted: ({ shop, hasOfferAt }) =>
          (category === null || shop.record.category === category) &&
          (!openNow || shop.openingAt(now).isOpen) &&
          hasOfferAt(now),
      });
    },
  };
}
