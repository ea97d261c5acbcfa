import type { Role } from '../contract/roles';
import { anyone, atStation, inCommunity, member, own } from './platform/rules';

const staff: Role[] = ['staff', 'organiser', 'admin'];
/** Those who may look, and the auditor, who may only look. */
const readers: Role[] = [...staff, 'auditor'];

/** Who may call each endpoint, over whose things. The router takes no endpoint that is missing here. */
export const policy = {
  listCommunities: anyone,
  getBlockMap: anyone,
  listStations: anyone,
  getStation: anyone,
  getStationVisits: anyone,
  resolveCode: anyone,
  getStationCodes: atStation(...staff),
  getStationMiniProgramCode: atStation(...staff),
  tallyWalkIns: atStation(...staff),
  createCheckIn: own,
  listMyCheckIns: own,

  listSignInWays: anyone,
  signInWithWechat: anyone,
  signInWithCloudRun: anyone,
  signInWithTicket: anyone,
  sendPhoneCode: anyone,
  signInWithPhone: anyone,
  listDemoAccounts: anyone,
  signInAsDemo: anyone,
  listMySessions: own,
  revokeSession: own,
  revokeAllSessions: own,
  signOut: own,
  linkWechat: own,
  linkPhone: own,
  linkWechatPhone: own,
  unlinkIdentity: own,
  getWechatSignature: anyone,

  getMe: own,
  updateMe: own,
  setMyAvatar: own,
  removeMyAvatar: own,
  createMyExport: own,
  listMyExports: own,
  requestMyDeletion: own,
  cancelMyDeletion: own,
  listMyConsents: own,
  agreeToNotice: own,
  answerConsent: own,

  joinCommunity: own,
  leaveCommunity: member,
  listDepartments: member,
  listMembers: inCommunity(...readers),
  getMember: inCommunity(...readers),
  setMemberStatus: inCommunity(...staff),
  setMemberRoles: inCommunity('organiser', 'admin'),
  applyForGrid: member,
  getMyGridMembership: member,
  updateMyGridMembership: member,
  listGridApplications: inCommunity(...readers),
  decideGridApplication: inCommunity(...staff),
  getMyPartyReport: member,
  reportIn: member,
  removeMyPartyReport: member,
  listPartyReports: inCommunity('organiser'),
  countPartyReports: inCommunity(...readers),

  listMyNotices: own,
  countUnreadNotices: own,
  readNotices: own,
  getNoticePreferences: own,
  setNoticePreferences: own,
  recordPushPermissions: own,
  listDeliveries: inCommunity('admin', 'auditor'),
  retryDelivery: inCommunity('admin'),

  listAuditEntries: inCommunity('admin', 'auditor'),
  exportAuditLog: inCommunity('admin', 'auditor'),
} as const;

/** Doors that are no endpoints of the contract: who comes in, to what. A path ending in `/**` stands for all below it. */
export const openDoors: Readonly<Record<string, string>> = {
  'GET /healthz': 'anyone: whether the process lives',
  'GET /readyz': 'anyone: whether it can answer',
  'GET /q/*': 'anyone: a printed code, to the page that takes it',
  'GET /api/wechat/messages': 'WeChat’s server, by its signature',
  'POST /api/wechat/messages': 'WeChat’s server, by its signature',
  'GET /api/sessions/wechat-web/start': 'anyone: to WeChat’s page',
  'GET /api/sessions/wechat-web/callback': 'whoever WeChat sends back, by the state in their cookie',
  'GET /api/avatars/:avatarId': 'anyone who knows the picture’s id',
  'GET /api/exports/:file': 'whoever holds the link, for a day',
  'GET /api/openapi.json': 'anyone: the reference',
  'GET /api/docs/**': 'anyone: the reference, to read',
  'OPTIONS *': 'a browser of an origin that is let in, before it calls',
  'GET /*': 'anyone: the files of the web app',
};
