import type { Static } from 'typebox';
import type {
  BlockSchema,
  BulletinFiguresSchema,
  BulletinRowSchema,
  BulletinSchema,
  BulletinVersionSchema,
  createBulletinSchemas,
  getBulletinFiguresSchemas,
  getBulletinSchemas,
  getManagedBulletinSchemas,
  listBulletinsSchemas,
  listBulletinVersionsSchemas,
  listManagedBulletinsSchemas,
  ManagedBulletinRowSchema,
  ManagedBulletinSchema,
  MarkSchema,
  pinBulletinSchemas,
  publishBulletinSchemas,
  readBulletinSchemas,
  RunSchema,
  scheduleBulletinSchemas,
  ShownBlockSchema,
  updateBulletinSchemas,
  withdrawBulletinSchemas,
} from './bulletins.schema';
import { defineProblems, endpoint, problems } from './http';
import { mediaProblems } from './media';

/** 政策、保障、通知、活动回顾 */
export const bulletinCategories = ['policy', 'welfare', 'notice', 'review'] as const;

/** What becomes of one; who may do what stands in the cloud's machine. */
export const bulletinStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const;

/** Who reads it: anyone; members of the community; its grid members. Those who work here read all. */
export const bulletinAudiences = ['everyone', 'riders', 'grid_members'] as const;

/** Shown in its own community, or in every one. */
export const bulletinReaches = ['community', 'all'] as const;

export const bulletinLimits = {
  titleLength: 60,
  blocks: 120,
  /** Of a heading. */
  headingLength: 60,
  /** Of a paragraph, of an item of a list. */
  textLength: 2_000,
  /** Pieces of a paragraph or an item that differ in how they look. */
  runs: 60,
  items: 60,
  images: 20,
  altLength: 100,
  captionLength: 100,
  hrefLength: 500,
  /** All words together. */
  plainLength: 20_000,
  sourceLength: 40,
  reasonLength: 200,
  pins: 3,
  /** Longest time ahead, days: of publishing and of pinning. */
  daysAhead: 366,
  searchLength: 40,
  /** Words that are searched for at once; what is more is left out. */
  searchWords: 5,
  /** Who has read what is known for so many days, and as long something is new. */
  readersKeptDays: 90,
  versions: 50,
} as const;

/** What a link may lead to: a web page, a telephone, a page of the app. */
export const linkPattern = '^(https?://[^\\s/?#]+[^\\s]*|tel:\\+?[0-9-]{3,20}|/[a-z][^\\s\\\\]*)$';

/** Bytes of body: all words, and what holds them together. */
const bodyLimit = 256 * 1_024;

export type BulletinCategory = (typeof bulletinCategories)[number];
export type BulletinState = (typeof bulletinStates)[number];
export type BulletinAudience = (typeof bulletinAudiences)[number];
export type BulletinReach = (typeof bulletinReaches)[number];
export type Run = Static<typeof RunSchema>;
/** As it is written; a picture by its id. */
export type Block = Static<typeof BlockSchema>;
/** As it is read; a picture with its addresses. */
export type ShownBlock = Static<typeof ShownBlockSchema>;
/** Some text, and whether it is what was searched for. */
export type Mark = Static<typeof MarkSchema>;
export type BulletinRow = Static<typeof BulletinRowSchema>;
export type Bulletin = Static<typeof BulletinSchema>;
export type ManagedBulletinRow = Static<typeof ManagedBulletinRowSchema>;
export type ManagedBulletin = Static<typeof ManagedBulletinSchema>;
export type BulletinVersion = Static<typeof BulletinVersionSchema>;
export type BulletinFigures = Static<typeof BulletinFiguresSchema>;

export const bulletinProblems = defineProblems({
  bulletin_withdrawn: [410, '这一篇已经撤下了'],
  bulletin_blocks: [400, '内容里有一段不能保存'],
  bulletin_empty: [409, '还没有写内容，写好再发布'],
  bulletin_reach: [403, '发到所有社区需要管理员，并且社区开通了这一项'],
  bulletin_department: [409, '没有这个部门，请重新选择'],
  bulletin_time: [400, '请选择以后一年之内的时间'],
  too_many_pins: [409, '最多置顶三篇，请先取消一篇'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const ofMove = [...ofDesk, problems.conflict] as const;
const ofBody = [
  ...ofDesk,
  bulletinProblems.bulletin_blocks,
  bulletinProblems.bulletin_reach,
  bulletinProblems.bulletin_department,
  mediaProblems.photo_gone,
] as const;

/**
 * Anyone: what is for them, pinned ones apart on the first page, the newest first. With `q`: every word of it is in the
 * title or the text, those with all of them in the title first.
 */
export const listBulletins = endpoint<typeof listBulletinsSchemas>()({
  name: 'listBulletins',
  method: 'GET',
  path: '/api/communities/:communityId/bulletins',
  summary: 'What the community has published',
  problems: [problems.not_found],
});

/** Anyone it is for. One that was taken back answers 410 with the reason. */
export const getBulletin = endpoint<typeof getBulletinSchemas>()({
  name: 'getBulletin',
  method: 'GET',
  path: '/api/bulletins/:bulletinId',
  summary: 'One bulletin',
  problems: [problems.unauthenticated, problems.not_found, bulletinProblems.bulletin_withdrawn],
});

/** Anyone it is for: it was opened. Who is signed in counts once as a reader, whoever is not as an opening only. */
export const readBulletin = endpoint<typeof readBulletinSchemas>()({
  name: 'readBulletin',
  method: 'POST',
  path: '/api/bulletins/:bulletinId/reads',
  status: 204,
  summary: 'Count that it was opened',
  problems: [problems.unauthenticated, problems.not_found, bulletinProblems.bulletin_withdrawn],
});

/** Staff, organiser, admin or auditor: the one changed last first. */
export const listManagedBulletins = endpoint<typeof listManagedBulletinsSchemas>()({
  name: 'listManagedBulletins',
  method: 'GET',
  path: '/api/communities/:communityId/managed-bulletins',
  summary: 'Bulletins in every state',
  problems: ofDesk,
});

/** Staff, organiser, admin or auditor. */
export const getManagedBulletin = endpoint<typeof getManagedBulletinSchemas>()({
  name: 'getManagedBulletin',
  method: 'GET',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId',
  summary: 'One bulletin in any state, as it was written',
  problems: ofDesk,
});

/** Staff, organiser, admin or auditor: what it said before, the last first. */
export const listBulletinVersions = endpoint<typeof listBulletinVersionsSchemas>()({
  name: 'listBulletinVersions',
  method: 'GET',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId/versions',
  summary: 'What a published bulletin said before',
  problems: ofDesk,
});

/** Staff, organiser, admin or auditor: by the days on which it was opened. */
export const getBulletinFigures = endpoint<typeof getBulletinFiguresSchemas>()({
  name: 'getBulletinFigures',
  method: 'GET',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId/figures',
  summary: 'How often and by how many it was opened',
  problems: ofDesk,
});

/** Staff, organiser or admin: a draft. What cannot be kept is named by its block, as in `blocks.3.href`. */
export const createBulletin = endpoint<typeof createBulletinSchemas>()({
  name: 'createBulletin',
  method: 'POST',
  path: '/api/communities/:communityId/managed-bulletins',
  status: 201,
  idempotent: true,
  bodyLimit,
  summary: 'Begin a bulletin',
  problems: ofBody,
});

/** Staff, organiser or admin. What is out keeps what it said before, and says that it was changed. */
export const updateBulletin = endpoint<typeof updateBulletinSchemas>()({
  name: 'updateBulletin',
  method: 'PUT',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId',
  bodyLimit,
  summary: 'Change a bulletin',
  problems: [...ofBody, problems.conflict, problems.payload_too_large, bulletinProblems.bulletin_empty],
});

/** Staff, organiser or admin: at a time, or, with null, not by itself after all. */
export const scheduleBulletin = endpoint<typeof scheduleBulletinSchemas>()({
  name: 'scheduleBulletin',
  method: 'PUT',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId/publishing-time',
  summary: 'Publish a bulletin at a time',
  problems: [...ofMove, bulletinProblems.bulletin_empty, bulletinProblems.bulletin_time],
});

/** Staff, organiser or admin: now. */
export const publishBulletin = endpoint<typeof publishBulletinSchemas>()({
  name: 'publishBulletin',
  method: 'PUT',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId/publication',
  summary: 'Publish a bulletin now',
  problems: [...ofMove, bulletinProblems.bulletin_empty],
});

/** Staff, organiser or admin: on top of the list to the end of a day, or, with null, no longer. */
export const pinBulletin = endpoint<typeof pinBulletinSchemas>()({
  name: 'pinBulletin',
  method: 'PUT',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId/pin',
  summary: 'Keep a bulletin on top',
  problems: [...ofMove, bulletinProblems.bulletin_time, bulletinProblems.too_many_pins],
});

/** Staff, organiser or admin: for good. Who comes back to it reads the reason. */
export const withdrawBulletin = endpoint<typeof withdrawBulletinSchemas>()({
  name: 'withdrawBulletin',
  method: 'PUT',
  path: '/api/communities/:communityId/managed-bulletins/:bulletinId/withdrawal',
  summary: 'Take a bulletin back',
  problems: ofMove,
});
