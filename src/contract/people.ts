import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  cancelMyDeletionSchemas,
  createMyExportSchemas,
  ExportSchema,
  getMeSchemas,
  IdentitySchema,
  listMyExportsSchemas,
  MembershipSchema,
  MeSchema,
  PersonSummarySchema,
  removeMyAvatarSchemas,
  requestMyDeletionSchemas,
  setMyAvatarSchemas,
  updateMeSchemas,
} from './people.schema';

/** How a person is known: the mini-program's openid, the official account's, a phone number, a demonstration account. */
export const identityKinds = ['wechat', 'wechat_web', 'phone', 'demo'] as const;

/** `verified`: staff have met the person. `paused`: staff have stopped it for a time; roles do not count meanwhile. */
export const membershipStatuses = ['joined', 'verified', 'paused'] as const;

/** Whom one rides for, and what people call it. */
export const companyNames = {
  meituan: '美团',
  eleme: '饿了么',
  jd: '京东',
  sf_express: '顺丰',
  shansong: '闪送',
  dada: '达达',
  uu: 'UU 跑腿',
  cainiao: '菜鸟',
  zto: '中通',
  yto: '圆通',
  sto: '申通',
  yunda: '韵达',
  jitu: '极兔',
  ems: '中国邮政',
  freelance: '自己接单',
  other: '其他公司',
} as const;

export type Company = keyof typeof companyNames;
export const companies = Object.keys(companyNames) as Company[];

export const exportStates = ['preparing', 'ready', 'failed', 'expired'] as const;

export const peopleLimits = {
  nicknameLength: 20,
  /** About 45 KB of picture. */
  avatarBase64Length: 60_000,
  /** Pixels; what comes in is made this wide and high. */
  avatarSize: 192,
  /** How long the links of an export open, hours. */
  exportHours: 24,
  /** Days between asking to be deleted and being so. */
  deletionGraceDays: 7,
  /** Below this age there is no account without a guardian: we open none, years. */
  leastAge: 14,
} as const;

export type IdentityKind = (typeof identityKinds)[number];
export type MembershipStatus = (typeof membershipStatuses)[number];
export type ExportState = (typeof exportStates)[number];
export type Identity = Static<typeof IdentitySchema>;
export type Membership = Static<typeof MembershipSchema>;
export type Me = Static<typeof MeSchema>;
export type Export = Static<typeof ExportSchema>;
export type PersonSummary = Static<typeof PersonSummarySchema>;

export const peopleProblems = defineProblems({
  image_unreadable: [400, '这张图片打不开，请换一张 JPG、PNG 或 WebP 图片'],
  export_under_way: [409, '上一份还在准备，请稍等'],
  last_admin: [409, '您是这个社区唯一的管理员，请先请别人接任'],
});

/** A signed-in person. */
export const getMe = endpoint<typeof getMeSchemas>()({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who I am, and my communities',
  problems: [problems.unauthenticated],
});

/** A signed-in person, about themselves. The current community must be one of their own. */
export const updateMe = endpoint<typeof updateMeSchemas>()({
  name: 'updateMe',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change my nickname, my company or my current community',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A signed-in person. The picture is made small and stripped of everything but its pixels. */
export const setMyAvatar = endpoint<typeof setMyAvatarSchemas>()({
  name: 'setMyAvatar',
  method: 'PUT',
  path: '/api/me/avatar',
  summary: 'Set my picture',
  problems: [problems.unauthenticated, problems.payload_too_large, peopleProblems.image_unreadable],
});

/** A signed-in person. */
export const removeMyAvatar = endpoint<typeof removeMyAvatarSchemas>()({
  name: 'removeMyAvatar',
  method: 'DELETE',
  path: '/api/me/avatar',
  summary: 'Remove my picture',
  problems: [problems.unauthenticated],
});

/** A signed-in person: everything kept about them, as JSON and as a page to read. Made by a job; links live 24 h. */
export const createMyExport = endpoint<typeof createMyExportSchemas>()({
  name: 'createMyExport',
  method: 'POST',
  path: '/api/me/exports',
  status: 201,
  idempotent: true,
  summary: 'Ask for all my data',
  problems: [problems.unauthenticated, peopleProblems.export_under_way],
});

/** A signed-in person, their own, the newest first. */
export const listMyExports = endpoint<typeof listMyExportsSchemas>()({
  name: 'listMyExports',
  method: 'GET',
  path: '/api/me/exports',
  summary: 'My data, asked for or ready',
  problems: [problems.unauthenticated],
});

/** A signed-in person: after seven days the person is anonymised for good; counts stay. Asking again changes nothing. */
export const requestMyDeletion = endpoint<typeof requestMyDeletionSchemas>()({
  name: 'requestMyDeletion',
  method: 'PUT',
  path: '/api/me/deletion',
  summary: 'Delete my account in seven days',
  problems: [problems.unauthenticated, peopleProblems.last_admin],
});

/** A signed-in person, while the seven days last. */
export const cancelMyDeletion = endpoint<typeof cancelMyDeletionSchemas>()({
  name: 'cancelMyDeletion',
  method: 'DELETE',
  path: '/api/me/deletion',
  summary: 'Keep my account after all',
  problems: [problems.unauthenticated],
});
