import { randomBytes } from 'node:crypto';
import { privacyNoticeVersion as noticeVersion } from '../../src/contract/consents';
import type { PointRules } from '../../src/contract/points';
import { type policy } from '../../src/cloud/policy';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from '../support/cloud';
import { get, newTown, outang } from '../support/outang';
import {
  aboutBoth,
  days,
  here,
  inBoth,
  member,
  nothing,
  type Sample,
  type Samples,
} from './policy-sample-kit';
import { daySamples } from './policy-day-samples';
import { activitySamples } from './policy-activity-samples';
import { mediaSamples } from './policy-media-samples';
import { bulletinSamples } from './policy-bulletin-samples';
import { consultationSamples } from './policy-consultation-samples';
import { visitSamples } from './policy-visit-samples';
import { screeningSamples } from './policy-screening-samples';
import { deskSamples } from './policy-desk-samples';
import { reportSamples } from './policy-report-samples';
import { requestSamples } from './policy-request-samples';
import { serviceSamples } from './policy-service-samples';
import { shopSamples } from './policy-shop-samples';

export type { Sample, Samples, Whose } from './policy-sample-kit';

const atStations = (rest: object = {}): Samples => ({
  here: () => ({ stationId: outang.centre.id, ...rest }),
  elsewhere: () => ({ stationId: newTown.station.id, ...rest }),
});

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

const correction = { amount: 5, reason: '漏记了' };
const aboutRules =
  ({ communityId }: typeof here): Sample =>
  async ({ cloud }) => {
    const answer = await get(cloud, `/api/communities/${communityId}/points/rules`);
    const { items: rules, version } = answer.json<PointRules>();
    return { communityId, rules, version };
  };

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const agreement = { noticeVersion, isOldEnough: true };
const random = () => randomBytes(8).toString('hex');

const insertApiKey = statement<object>(
  'test_insert_api_key',
  `insert into api_keys (community_id, id, name, hint, key_hash, created_at) values ($1, $2, '平台', 'abcdef', $3, $4)`,
);

async function madeApiKey({ database, clock }: TestCloud, { communityId }: typeof here): Promise<string> {
  const id = newId();
  await database.run(insertApiKey, [communityId, id, randomBytes(32), clock.now()]);
  return id;
}

/** How each endpoint is asked, for whose things; one that is missing here does not compile. */
export const samples: Readonly<Record<keyof typeof policy, Samples>> = {
  listCommunities: { public: nothing },
  getBlockMap: { public: () => here },
  listWorkingDays: inBoth(),
  setWorkingDay: inBoth({ day: '2026-12-01', isWorking: false, note: null }),
  removeWorkingDay: inBoth({ day: '2026-12-02' }),
  setWorkingHours: inBoth({ opens: '08:30', closes: '17:00' }),
  listApiKeys: inBoth(),
  createApiKey: inBoth({ name: '市 12345 平台' }),
  revokeApiKey: {
    here: async ({ cloud }) => ({ ...here, apiKeyId: await madeApiKey(cloud, here) }),
    elsewhere: async ({ cloud }) => ({
      communityId: newTown.id,
      apiKeyId: await madeApiKey(cloud, { communityId: newTown.id }),
    }),
  },
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

  ...mediaSamples,

  ...reportSamples,
  ...requestSamples,
  ...deskSamples,
  ...serviceSamples,
  ...shopSamples,

  getMyPoints: inBoth(),
  listPointRules: { public: () => here },
  updatePointRules: aboutBoth(aboutRules),
  getMemberPoints: {
    own: ({ caller }) => ({ ...here, personId: caller.id }),
    ...aboutBoth((community) => aboutMember(community)),
  },
  correctPoints: {
    own: ({ caller }) => ({ ...here, personId: caller.id, ...correction }),
    ...aboutBoth((community) => aboutMember(community, correction)),
  },

  ...bulletinSamples,
  ...screeningSamples,
  ...activitySamples,
  ...daySamples,
  ...consultationSamples,
  ...visitSamples,

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
