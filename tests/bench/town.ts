import { createHash } from 'node:crypto';
import type { Database } from '../../src/cloud/platform/database';
import { statement } from '../../src/cloud/platform/database';
import { outang } from '../support/outang';

/** A community as large as a district: what is redeemed there. */
export const town = {
  riders: 10_240,
  shops: 200,
  couponsPerShop: 5,
  /** Of every coupon of a shop: enough. */
  stock: 100_000,
} as const;

const idOf = (kind: number, number: number) =>
  `019ac000-0000-7000-8${kind.toString().padStart(3, '0')}-${String(number).padStart(12, '0')}`;

/** The session token of a rider. */
export const tokenOf = (rider: number): string =>
  createHash('sha256').update(`rider ${rider}`).digest().toString('base64url');

const shopId = (shop: number) => idOf(2, shop);
export const shopCode = (shop: number): string => `bench${String(shop).padStart(5, '0')}`;
/** `shop` and the coupon's number there. */
export const couponId = (shop: number, coupon: number): string => idOf(3, shop * 1_000 + coupon);
/** One that all ask for, in the first shop. */
export const hotCoupon = idOf(4, 1);
/** The same, but there are few: it is sold out while it is asked for. */
export const scarceCoupon = { id: idOf(4, 2), total: 2_000 };
/** Over, with what was redeemed of them. */
const pastCoupons = Array.from({ length: 100 }, (_, number) => idOf(5, number));

const always = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans: [{ opens: '00:00', closes: '24:00' }] })),
  exceptions: [],
};

const insertRiders = statement<object>(
  'bench_riders',
  `with asked as (select * from unnest($2::uuid[], $3::bytea[]) as a (id, token_hash)),
   person as (insert into people (id, nickname, created_at) select id, '骑手', now() from asked),
   opened as (
     insert into sessions (token_hash, id, person_id, created_at, used_at, expires_at, way, device)
     select token_hash, id, id, now(), now(), now() + interval '30 days', 'wechat', '其他设备' from asked
   )
   insert into memberships (community_id, person_id, roles, joined_at) select $1, id, array['rider'], now() from asked`,
);
const insertShops = statement<object>(
  'bench_shops',
  `with asked as (select * from unnest($2::uuid[], $3::text[]) with ordinality as a (id, code, n)),
   shop as (
     insert into merchants (community_id, id, name, category, status, address, position, accuracy_m, crs, hours,
       trusts_printed_code, created_at)
     select $1, a.id, '商户 ' || a.n, 'catering', 'active', '示例地址 ' || a.n,
       point(c.centre[0] + (a.n % 20 - 10) * 0.002, c.centre[1] + (a.n / 20 - 5) * 0.002), 10, c.crs,
       $4::jsonb, true, now()
     from asked a, communities c where c.id = $1
   )
   insert into codes (community_id, id, target, merchant_id, created_at)
   select $1, code, 'merchant', id, now() from asked`,
);
const insertCoupons = statement<object>(
  'bench_coupons',
  `with asked as (select * from unnest($2::uuid[], $3::uuid[], $4::int[]) as a (id, merchant_id, total)),
   coupon as (
     insert into coupons (community_id, id, title, kind, item, terms, starts_on, ends_on, starts_at, ends_at, weekdays,
       per_rider, period, audience, use, state, created_at)
     select $1, id, '骑手热饮一杯', 'free_item', '热豆浆或热水', '到店出示，限当天', now()::date - 2, now()::date + 30,
       now() - interval '1 day', now() + interval '30 days', array[1, 2, 3, 4, 5, 6, 7], 100, 'day', 'members',
       'at_once', 'published', now()
     from asked
   ), stock as (
     insert into coupon_stock (community_id, coupon_id, total) select $1, id, total from asked
   )
   insert into coupon_merchants (community_id, coupon_id, merchant_id) select $1, id, merchant_id from asked`,
);

/** What was redeemed on days before: tables that are no longer small. */
const insertHistory = statement<object>(
  'bench_history',
  `with asked as (
     select $1::uuid as community_id, g as id, gen_random_uuid() as redemption_id, c.id as coupon_id, m.merchant_id,
       p.person_id, now() - p.n * interval '1 day' as at, (now() - p.n * interval '1 day')::date as day
     from (select coupon_id as id, row_number() over (order by coupon_id) as place from coupon_stock
           where community_id = $1 and coupon_id = any($2::uuid[])) c
     join coupon_merchants m on m.community_id = $1 and m.coupon_id = c.id
     join (select person_id, n, row_number() over (order by n, person_id) as place
           from memberships, generate_series(2, 4) n where community_id = $1) p on p.place % 100 = c.place - 1,
     lateral (select gen_random_uuid() as g where p.place > 0) g
   ), granted as (
     insert into coupon_grants (community_id, id, coupon_id, person_id, key, request_hash, period, ordinal, state,
       claimed_at, expires_at)
     select community_id, id, coupon_id, person_id, id::text, sha256(id::text::bytea), day, 1, 'redeemed', at,
       at + interval '1 hour'
     from asked returning 1
   )
   insert into redemptions (community_id, id, grant_id, coupon_id, merchant_id, person_id, number, way, redeemed_at, day,
     reversible_until)
   select community_id, redemption_id, id, coupon_id, merchant_id, person_id, 1, 'trusted_code', at, day, at from asked`,
);

const endPast = statement<object>(
  'bench_end_past',
  `update coupons set state = 'ended' where community_id = $1 and id = any($2::uuid[])`,
);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Riders with sessions, members of the demonstration community. */
export async function fillRiders(database: Database): Promise<void> {
  const riders = upTo(town.riders);
  const hashes = riders.map((rider) => createHash('sha256').update(tokenOf(rider)).digest());
  await database.run(insertRiders, [outang.id, riders.map((rider) => idOf(1, rider)), hashes]);
}

/** Riders with sessions, shops that trust their printed codes, coupons: straight into the demonstration community. */
export async function fillTown(database: Database): Promise<void> {
  await fillRiders(database);
  const shops = upTo(town.shops);
  const codes = shops.map(shopCode);
  await database.run(insertShops, [outang.id, shops.map(shopId), codes, JSON.stringify(always)]);
  const coupons = [
    { id: hotCoupon, shop: 0, total: 1_000_000 },
    { ...scarceCoupon, shop: 0 },
    ...pastCoupons.map((id, shop) => ({ id, shop, total: town.stock })),
    ...shops.flatMap((shop) =>
      upTo(town.couponsPerShop).map((coupon) => ({ id: couponId(shop, coupon), shop, total: town.stock })),
    ),
  ];
  const columns = [coupons.map(({ id }) => id), coupons.map(({ shop }) => shopId(shop))];
  await database.run(insertCoupons, [outang.id, ...columns, coupons.map(({ total }) => total)]);
  await database.run(insertHistory, [outang.id, pastCoupons]);
  await database.run(endPast, [outang.id, pastCoupons]);
}

interface Counted {
  couponId: string;
  total: number;
  issued: number;
  grants: number;
  redemptions: number;
}

export const countRedeemed = statement<Counted>(
  'bench_count',
  `with granted as (
     select coupon_id, count(*) as grants from coupon_grants where state = 'redeemed' group by coupon_id
   ), redeemed as (
     select coupon_id, count(*) as redemptions from redemptions group by coupon_id
   )
   select k.coupon_id as "couponId", k.total, k.issued, coalesce(g.grants, 0) as grants,
     coalesce(r.redemptions, 0) as redemptions
   from coupon_stock k left join granted g using (coupon_id) left join redeemed r using (coupon_id)
   where k.coupon_id = any($1::uuid[])`,
);
