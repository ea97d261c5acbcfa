import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  countUnreadNoticesSchemas,
  DeliverySchema,
  getNoticePreferencesSchemas,
  listDeliveriesSchemas,
  listMyNoticesSchemas,
  NoticePreferencesSchema,
  NoticeSchema,
  readNoticesSchemas,
  recordPushPermissionsSchemas,
  retryDeliverySchemas,
  setNoticePreferencesSchemas,
} from './notices.schema';

/** What one is told of. A concept that tells of something new adds its kind here. */
export const noticeKinds = [
  'grid_decision',
  'merchant_decision',
  'redemption',
  'report',
  'case',
  'attendance',
  'bulletin',
  'request',
  'request_case',
  'consultation',
  'activity',
  'membership',
  'roles',
  'points',
  'service',
  'account',
] as const;

/**
 * A notice on its way to WeChat: `waiting` for its time, `sending`, `sent`; `no_permission`: the person has not allowed
 * one more; `refused`: WeChat will not have it as it is; `unknown`: the connection broke while sending, so it may have
 * arrived, and only a person may send it again; `given_up` after too many tries.
 */
export const deliveryStates = [
  'waiting',
  'sending',
  'sent',
  'no_permission',
  'refused',
  'unknown',
  'given_up',
] as const;

/** What WeChat's `requestSubscribeMessage` says of a template. */
export const permissionAnswers = ['accept', 'reject', 'ban', 'filter'] as const;

export type NoticeKind = (typeof noticeKinds)[number];
export type DeliveryState = (typeof deliveryStates)[number];
export type PermissionAnswer = (typeof permissionAnswers)[number];
export type Notice = Static<typeof NoticeSchema>;
export type NoticePreferences = Static<typeof NoticePreferencesSchema>;
export type Delivery = Static<typeof DeliverySchema>;

export const noticeProblems = defineProblems({
  delivery_not_stuck: [409, '这一条没有卡住，不用重发'],
});

/** A signed-in person, their own, the newest first. */
export const listMyNotices = endpoint<typeof listMyNoticesSchemas>()({
  name: 'listMyNotices',
  method: 'GET',
  path: '/api/notices',
  summary: 'My inbox',
  problems: [problems.unauthenticated],
});

/** A signed-in person. */
export const countUnreadNotices = endpoint<typeof countUnreadNoticesSchemas>()({
  name: 'countUnreadNotices',
  method: 'GET',
  path: '/api/notices/unread',
  summary: 'How many notices I have not read',
  problems: [problems.unauthenticated],
});

/** A signed-in person, their own; ids of others change nothing. Reading again changes nothing. */
export const readNotices = endpoint<typeof readNoticesSchemas>()({
  name: 'readNotices',
  method: 'POST',
  path: '/api/notices/read',
  summary: 'Mark notices as read',
  problems: [problems.unauthenticated],
});

/** A signed-in person, their own. */
export const getNoticePreferences = endpoint<typeof getNoticePreferencesSchemas>()({
  name: 'getNoticePreferences',
  method: 'GET',
  path: '/api/notices/preferences',
  summary: 'What is sent to my WeChat, and when not',
  problems: [problems.unauthenticated],
});

/** A signed-in person, their own. */
export const setNoticePreferences = endpoint<typeof setNoticePreferencesSchemas>()({
  name: 'setNoticePreferences',
  method: 'PATCH',
  path: '/api/notices/preferences',
  summary: 'Choose what is sent to my WeChat, and when not',
  problems: [problems.unauthenticated],
});

/** A signed-in person: what WeChat's own question was answered with. Each `accept` allows one more message. */
export const recordPushPermissions = endpoint<typeof recordPushPermissionsSchemas>()({
  name: 'recordPushPermissions',
  method: 'POST',
  path: '/api/notices/push-permissions',
  status: 201,
  idempotent: true,
  summary: 'Note what I allowed WeChat to send',
  problems: [problems.unauthenticated],
});

/** Admin or auditor of the community: what is stuck on its way to WeChat; no names, no texts. */
export const listDeliveries = endpoint<typeof listDeliveriesSchemas>()({
  name: 'listDeliveries',
  method: 'GET',
  path: '/api/communities/:communityId/notice-deliveries',
  summary: 'Notices on their way to WeChat',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Admin of the community. What is `unknown` may arrive twice then. */
export const retryDelivery = endpoint<typeof retryDeliverySchemas>()({
  name: 'retryDelivery',
  method: 'POST',
  path: '/api/communities/:communityId/notice-deliveries/:deliveryId/retry',
  summary: 'Send a stuck notice again',
  problems: [
    problems.unauthenticated,
    problems.forbidden,
    problems.not_found,
    noticeProblems.delivery_not_stuck,
  ],
});
