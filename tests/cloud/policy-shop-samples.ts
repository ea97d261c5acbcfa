import { randomBytes } from 'node:crypto';
import type { policy } from '../../src/cloud/policy';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import { makeCoupon, type CouponTerms } from '../support/made-coupon';
import { newTown, outang } from '../support/outang';
import {
  aboutBoth,
  days,
  elsewhere,
  here,
  inBoth,
  member,
  nothing,
  type Sample,
  type Samples,
} from './policy-sample-kit';

const atMerchants = (rest: object = {}): Samples => ({
  here: () => ({ merchantId: outang.noodles.id, ...rest }),
  elsewhere: () => ({ merchantId: newTown.merchant.id, ...rest }),
});

/** What a person says of a shop. */
const shop = {
  name: '新店',
  category: 'catering',
  address: '某路 1 号',
  position: { lat: 31.886, lng: 117.25, crs: 'GCJ-02', accuracyM: 10 },
  hours: { weekly: [], exceptions: [] },
  phone: null,
};
const agreed = { ...shop, agreementFrom: null, agreementTo: null };

const sheet = Buffer.from(
  '店名,类别,地址,经度,纬度,营业时间\n某店,餐饮,某路 1 号,117.25,31.886,每天 09:00-21:00',
).toString('base64');
/** One pixel. */
const photo =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const photoId = '0'.repeat(32);
const addPhoto = statement<object>(
  'test_photo',
  `update merchants set photos = (photos - $2::text) || to_jsonb($2::text) where id = $1`,
);

const insertMerchant = statement<object>(
  'test_merchant',
  `insert into merchants (community_id, id, name, category, status, address, position, accuracy_m, crs, hours,
     created_at, applied_at)
   values ($1, $2, '某店', 'other', 'draft', '某路', point(117.25, 31.886), 10, 'GCJ-02',
     '{"weekly": [], "exceptions": []}', $3, $3)`,
);
const insertInvitation = statement<object>(
  'test_invitation',
  `insert into merchant_invitations (community_id, code_hash, merchant_id, created_at, expires_at)
   values ($1, sha256(convert_to('merchant-invitation:' || $2, 'UTF8')), $3, $4, $4::timestamptz + interval '1 hour')`,
);
const insertClerk = statement<object>(
  'test_clerk',
  'insert into merchant_clerks (community_id, merchant_id, person_id, joined_at) values ($1, $2, $3, $4)',
);

/** Applied for and waiting. */
const aboutMerchant =
  (community: typeof here, rest: object = {}): Sample =>
  async ({ cloud }) => {
    const merchantId = newId();
    await cloud.database.run(insertMerchant, [community.communityId, merchantId, cloud.clock.now()]);
    return { ...community, merchantId, version: 1, ...rest };
  };

const shops = { [here.communityId]: outang.noodles, [elsewhere.communityId]: newTown.merchant };
const shopIn = ({ communityId }: typeof here) => shops[communityId] ?? outang.noodles;

const aboutCoupon =
  (community: typeof here, terms: CouponTerms = {}, rest: object = {}): Sample =>
  async ({ cloud }) => {
    const merchantIds = [shopIn(community).id];
    const couponId = await makeCoupon(cloud, { ...community, merchantIds, ...terms });
    return { ...community, couponId, ...rest };
  };

const findPrinted = statement<{ code: string }>(
  'test_printed_code',
  'select id as code from codes where merchant_id = $1 and revoked_at is null',
);
/** A coupon of a shop, by the shop's printed code: the one it has now, whichever samples replaced it. */
const scannedIn =
  ({ communityId }: typeof here, { id }: { id: string }): Sample =>
  async ({ cloud }) => ({
    couponId: await makeCoupon(cloud, { communityId, merchantIds: [id] }),
    code: (await cloud.database.row(findPrinted, [id]))?.code,
  });

const scannedInBoth: Samples = {
  here: scannedIn(here, outang.canteen),
  elsewhere: scannedIn(elsewhere, newTown.merchant),
};

const insertGrant = statement<object>(
  'test_grant',
  `insert into coupon_grants (community_id, id, coupon_id, person_id, key, request_hash, period, ordinal, state,
     claimed_at, expires_at, held_at, held_until, held_merchant_id)
   values ($1, $2, $3, $4, gen_random_uuid()::text, sha256('x'), '2026-11-23', 1, 'held', $5, $5::timestamptz + interval '1 hour', $5,
     $5::timestamptz + interval '120 seconds', $6)`,
);
/** Waiting for the shop; of the caller or of somebody else. */
const aboutGrant =
  (whose: 'own' | 'other’s'): Sample =>
  async (world) => {
    const { cloud, caller } = world;
    const couponId = await makeCoupon(cloud);
    const grantId = newId();
    const { id } = whose === 'own' ? caller : await member(world, here);
    const values = [here.communityId, grantId, couponId, id, cloud.clock.now(), outang.noodles.id];
    await cloud.database.run(insertGrant, values);
    return { grantId };
  };

/** The terms of a coupon as staff give them. */
const couponFacts = {
  title: '新券',
  value: { kind: 'free_item', item: '热水' },
  terms: '',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours: null,
  total: 10,
  perRider: 1,
  period: 'day',
  audience: 'members',
  use: 'at_once',
  pricePoints: null,
};
const couponIn = (community: typeof here) => ({ ...couponFacts, merchantIds: [shopIn(community).id] });

const aboutClerk =
  (community: typeof here, merchantId: string): Sample =>
  async (world) => {
    const { id: personId } = await member(world, community);
    const values = [community.communityId, merchantId, personId, world.cloud.clock.now()];
    await world.cloud.database.run(insertClerk, values);
    return { merchantId, personId };
  };

const withInvitation: Sample = async ({ cloud }) => {
  const code = Array.from(randomBytes(10), (byte) => '0123456789abcdefghjk'[byte % 20]).join('');
  await cloud.database.run(insertInvitation, [outang.id, code, outang.canteen.id, cloud.clock.now()]);
  return { code };
};

const insertRedemption = statement<object>(
  'test_redemption',
  `insert into redemptions (community_id, id, grant_id, coupon_id, merchant_id, person_id, number, way, redeemed_at, day,
     reversible_until)
   select community_id, $2, id, coupon_id, $3, person_id, 1, 'confirmed', $4, '2026-11-23',
     $4::timestamptz + interval '1 hour'
   from coupon_grants where community_id = $1 and id = $5`,
);
/** Waiting in the noodle shop, of somebody. */
const aboutHold: Samples = {
  here: async (world) => ({ ...(await aboutGrant('other’s')(world)), merchantId: outang.noodles.id }),
  elsewhere: () => ({ merchantId: newTown.merchant.id, grantId: newId() }),
};
const aboutRedemption: Samples = {
  here: async (world) => {
    const { grantId } = await aboutGrant('other’s')(world);
    const [redemptionId, merchantId] = [newId(), outang.noodles.id];
    const { database, clock } = world.cloud;
    await database.run(insertRedemption, [here.communityId, redemptionId, merchantId, clock.now(), grantId]);
    return { merchantId, redemptionId, reason: '点错了' };
  },
  elsewhere: () => ({ merchantId: newTown.merchant.id, redemptionId: newId(), reason: '点错了' }),
};
const unknownPass = `0000000000.abc.${'a'.repeat(22)}`;

/** How the endpoints about shops and their coupons are asked. */
export const shopSamples = {
  getMerchant: {
    public: () => ({ merchantId: outang.noodles.id }),
    'other’s': aboutMerchant(here),
  },
  listMyMerchants: { own: nothing },
  applyAsMerchant: inBoth(shop),
  listMerchants: inBoth(),
  getManagedMerchant: aboutBoth((community) => aboutMerchant(community)),
  createMerchant: inBoth(agreed),
  updateMerchant: aboutBoth((community) => aboutMerchant(community, agreed)),
  setMerchantStatus: aboutBoth((community) => aboutMerchant(community, { status: 'active' })),
  decideMerchantApplication: aboutBoth((community) => aboutMerchant(community, { decision: 'approve' })),
  getMerchantTemplate: inBoth(),
  importMerchants: inBoth({ file: sheet, dryRun: true }),
  getMerchantMiniProgramCode: atMerchants(),
  addMerchantPhoto: {
    here: async ({ cloud }) => {
      await cloud.database.script(`delete from merchant_photos; update merchants set photos = '[]'`);
      return { merchantId: outang.noodles.id, image: photo };
    },
    elsewhere: () => ({ merchantId: newTown.merchant.id, image: photo }),
  },
  removeMerchantPhoto: {
    here: async ({ cloud }) => {
      await cloud.database.run(addPhoto, [outang.noodles.id, photoId]);
      return { merchantId: outang.noodles.id, photoId };
    },
    elsewhere: () => ({ merchantId: newTown.merchant.id, photoId }),
  },
  updateShop: atMerchants({ phone: '0551-0000-0501' }),
  getMerchantCodes: atMerchants(),
  replaceMerchantCode: atMerchants(),
  listClerks: atMerchants(),
  removeClerk: {
    here: aboutClerk(here, outang.noodles.id),
    elsewhere: aboutClerk(elsewhere, newTown.merchant.id),
  },
  inviteClerk: atMerchants(),
  acceptInvitation: { own: withInvitation },

  listCoupons: { public: nothing },
  listMerchantCoupons: { public: () => ({ merchantId: outang.noodles.id }) },
  getCoupon: { public: aboutCoupon(here), 'other’s': aboutCoupon(here, { state: 'draft' }) },
  claimCoupon: aboutBoth((community) => aboutCoupon(community, { use: 'ahead' })),
  holdCoupon: scannedInBoth,
  redeemCoupon: scannedInBoth,
  listMyGrants: { own: () => ({ filter: 'usable' }) },
  getGrant: { own: aboutGrant('own'), 'other’s': aboutGrant('other’s') },
  cancelHold: { own: aboutGrant('own'), 'other’s': aboutGrant('other’s') },
  listManagedCoupons: inBoth(),
  getManagedCoupon: aboutBoth((community) => aboutCoupon(community)),
  createCoupon: aboutBoth((community) => () => ({ ...community, ...couponIn(community) })),
  updateCoupon: aboutBoth((community) =>
    aboutCoupon(community, { state: 'draft' }, { ...couponIn(community), version: 1 }),
  ),
  setCouponState: aboutBoth((community) => aboutCoupon(community, {}, { state: 'paused', version: 1 })),

  listHolds: atMerchants(),
  watchHolds: atMerchants(),
  confirmHold: aboutHold,
  declineHold: aboutHold,
  createPass: { own: nothing },
  readPass: atMerchants({ code: unknownPass }),
  redeemByPass: atMerchants({ code: unknownPass, couponId: newId() }),
  listRedemptions: atMerchants(),
  reverseRedemption: aboutRedemption,
  getFigures: atMerchants(),
  exportRedemptions: atMerchants(days),
  listFlaggedRedemptions: inBoth(),
  getSettlement: inBoth({ month: '2026-11' }),
  exportSettlement: inBoth({ month: '2026-11' }),
} satisfies Partial<Record<keyof typeof policy, Samples>>;
