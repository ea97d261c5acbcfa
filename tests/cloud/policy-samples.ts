import { randomBytes } from 'node:crypto';
import { privacyNoticeVersion as noticeVersion } from '../../src/contract/consents';
import { type policy } from '../../src/cloud/policy';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from '../support/cloud';
import { makeCoupon, type CouponTerms } from '../support/made-coupon';
import { makePerson, type MadePerson } from '../support/made-person';
import { newTown, outang } from '../support/outang';
import type { WechatStandIn } from '../support/wechat-stand-in';

/** Whose thing is asked for: one's own, somebody else's, what is public, or what belongs to a community. */
export type Whose = 'public' | 'own' | 'other’s' | 'here' | 'elsewhere';

export interface World {
  cloud: TestCloud;
  wechat: WechatStandIn;
  caller: MadePerson;
}

/** Values of the path, the query and the body, as one. */
export type Sample = (world: World) => Promise<Record<string, unknown>> | Record<string, unknown>;
export type Samples = Readonly<Partial<Record<Whose, Sample>>>;

const here = { communityId: outang.id };
const elsewhere = { communityId: newTown.id };
const nothing: Sample = () => ({});
const agreement = { noticeVersion, isOldEnough: true };
const random = () => randomBytes(8).toString('hex');

/** The same question in the community of the caller and in one they have nothing to do with. */
const inBoth = (rest: object = {}): Samples => ({
  here: () => ({ ...here, ...rest }),
  elsewhere: () => ({ ...elsewhere, ...rest }),
});
const atStations = (rest: object = {}): Samples => ({
  here: () => ({ stationId: outang.centre.id, ...rest }),
  elsewhere: () => ({ stationId: newTown.station.id, ...rest }),
});

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

/** A coupon of a shop, by the shop's printed code. */
const scannedIn =
  ({ communityId }: typeof here, { id, code }: { id: string; code: string }): Sample =>
  async ({ cloud }) => ({ couponId: await makeCoupon(cloud, { communityId, merchantIds: [id] }), code });

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

const insertApplication = statement<object>(
  'test_grid_application',
  `insert into grid_memberships (community_id, id, person_id, state, areas, applied_at)
   values ($1, $2, $3, 'applied', array['北门'], $4)`,
);
const insertActive = statement<object>(
  'test_grid_active',
  `insert into grid_memberships (community_id, id, person_id, state, number, areas, applied_at, decided_at)
   select $1, $2, $3, 'active', coalesce(max(number), 0) + 1, array['北门'], $4, $4 from grid_memberships
   where community_id = $1`,
);
const insertDelivery = statement<object>(
  'test_delivery',
  `with notice as (
     insert into notices (person_id, id, community_id, kind, title, text, created_at)
     values ($3, $4, $1, 'membership', '标题', '正文', $5) returning person_id, id
   )
   insert into notice_deliveries (id, person_id, notice_id, community_id, kind, field_values, state, created_at, due_at)
   select $2, person_id, id, $1, 'membership', '{}', 'refused', $5, $5 from notice`,
);

/** A rider of the community, and what stands there in their name. */
async function member({ cloud }: World, { communityId }: typeof here): Promise<MadePerson> {
  return makePerson(cloud, [{ communityId, roles: ['rider'] }]);
}

const aboutMember =
  (community: typeof here, rest: object = {}): Sample =>
  async (world) => ({ ...community, personId: (await member(world, community)).id, ...rest });

const aboutApplication =
  (community: typeof here): Sample =>
  async (world) => {
    const { id: personId } = await member(world, community);
    const applicationId = newId();
    const { database, clock } = world.cloud;
    await database.run(insertApplication, [community.communityId, applicationId, personId, clock.now()]);
    return { ...community, applicationId, decision: 'decline', reason: '请先完善资料', version: 1 };
  };

const aboutDelivery =
  (community: typeof here): Sample =>
  async (world) => {
    const { id: personId } = await member(world, community);
    const deliveryId = newId();
    const { database, clock } = world.cloud;
    const values = [community.communityId, deliveryId, personId, newId(), clock.now()];
    await database.run(insertDelivery, values);
    return { ...community, deliveryId };
  };

const aboutBoth = (sample: (community: typeof here) => Sample): Samples => ({
  here: sample(here),
  elsewhere: sample(elsewhere),
});

/** The caller is an active grid member, where they are a member at all. */
const withGrid =
  (community: typeof here): Sample =>
  async ({ cloud, caller }) => {
    const belongs = statement<object>(
      'test_belongs',
      'select 1 from memberships where community_id = $1 and person_id = $2',
    );
    if (await cloud.database.row(belongs, [community.communityId, caller.id])) {
      const values = [community.communityId, newId(), caller.id, cloud.clock.now()];
      await cloud.database.run(insertActive, values);
    }
    return { ...community, state: 'paused', version: 1 };
  };

const days = { from: '2026-11-23', to: '2026-11-23' };
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** How each endpoint is asked, for whose things; one that is missing here does not compile. */
export const samples: Readonly<Record<keyof typeof policy, Samples>> = {
  listCommunities: { public: nothing },
  getBlockMap: { public: () => here },
  listStations: { public: () => here },
  getStation: { public: () => ({ stationId: outang.centre.id }) },
  getStationVisits: { public: () => ({ stationId: outang.centre.id }) },
  resolveCode: { public: () => ({ code: outang.centre.code }) },
  getStationCodes: atStations(),
  replaceStationCode: {
    here: () => ({ stationId: outang.garden.id }),
    elsewhere: () => ({ stationId: newTown.station.id }),
  },
  getStationMiniProgramCode: atStations(),
  tallyWalkIns: atStations({ people: 1 }),
  createCheckIn: {
    own: ({ cloud }) => ({ code: outang.centre.code, phoneTime: cloud.clock.now().toISOString() }),
  },
  listMyCheckIns: { own: nothing },

  listSignInWays: { public: nothing },
  signInWithWechat: { public: ({ wechat }) => ({ code: wechat.issueCode(random()), agreement }) },
  signInWithCloudRun: { public: () => ({ agreement }) },
  signInWithTicket: { public: () => ({ ticket: 'A'.repeat(43), agreement }) },
  sendPhoneCode: {
    public: () => ({ phone: `+8613${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}` }),
  },
  signInWithPhone: { public: () => ({ phone: '+8613900000000', code: '000000', agreement }) },
  listDemoAccounts: { public: nothing },
  signInAsDemo: { public: () => ({ account: 'rider' }) },
  listMySessions: { own: nothing },
  revokeSession: {
    own: ({ caller }) => ({ sessionId: caller.sessionId }),
    'other’s': async (world) => ({ sessionId: (await member(world, here)).sessionId }),
  },
  revokeAllSessions: { own: nothing },
  signOut: { own: nothing },
  linkWechat: { own: ({ wechat }) => ({ code: wechat.issueCode(random()) }) },
  linkPhone: { own: () => ({ phone: '+8613900000000', code: '000000' }) },
  linkWechatPhone: { own: () => ({ code: 'unknown' }) },
  unlinkIdentity: {
    own: ({ caller }) => ({ identityId: caller.identityId }),
    'other’s': async (world) => ({ identityId: (await member(world, here)).identityId }),
  },
  getWechatSignature: { public: () => ({ url: 'https://nuanxin.test/' }) },

  getMe: { own: nothing },
  updateMe: {
    own: () => ({ nickname: '新名字' }),
    elsewhere: () => ({ currentCommunityId: newTown.id }),
  },
  setMyAvatar: { own: () => ({ image: picture }) },
  removeMyAvatar: { own: nothing },
  createMyExport: { own: nothing },
  listMyExports: { own: nothing },
  requestMyDeletion: { own: nothing },
  cancelMyDeletion: { own: nothing },
  listMyConsents: { own: nothing },
  agreeToNotice: { own: () => ({ noticeVersion }) },
  answerConsent: { own: () => ({ purpose: 'position', isGiven: true, noticeVersion }) },

  joinCommunity: inBoth(),
  leaveCommunity: inBoth(),
  listDepartments: inBoth(),
  listMembers: inBoth(),
  getMember: {
    own: ({ caller }) => ({ ...here, personId: caller.id }),
    ...aboutBoth((community) => aboutMember(community)),
  },
  setMemberStatus: aboutBoth((community) => aboutMember(community, { status: 'verified', version: 1 })),
  setMemberRoles: aboutBoth((community) =>
    aboutMember(community, { roles: ['rider', 'activity_leader'], departmentIds: [], version: 1 }),
  ),
  applyForGrid: inBoth({ areas: ['北门'] }),
  getMyGridMembership: inBoth(),
  updateMyGridMembership: aboutBoth(withGrid),
  listGridApplications: inBoth(),
  decideGridApplication: aboutBoth(aboutApplication),
  getMyPartyReport: inBoth(),
  reportIn: inBoth({ branch: '某支部', noticeVersion }),
  removeMyPartyReport: inBoth(),
  listPartyReports: inBoth(),
  countPartyReports: inBoth(),

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
  createCoupon: aboutBoth((community) => () => ({ ...community, ...couponIn(community) })),
  updateCoupon: aboutBoth((community) =>
    aboutCoupon(community, { state: 'draft' }, { ...couponIn(community), version: 1 }),
  ),
  setCouponState: aboutBoth((community) => aboutCoupon(community, {}, { state: 'paused', version: 1 })),

  listMyNotices: { own: nothing },
  countUnreadNotices: { own: nothing },
  readNotices: { own: nothing },
  getNoticePreferences: { own: nothing },
  setNoticePreferences: { own: () => ({ quietHours: { from: '22:00', to: '07:00' } }) },
  recordPushPermissions: {
    own: () => ({ answers: [{ template: 'template-of-the-test', answer: 'accept' }] }),
  },
  listDeliveries: inBoth(),
  retryDelivery: aboutBoth(aboutDelivery),

  listAuditEntries: inBoth(),
  exportAuditLog: inBoth(days),
};
