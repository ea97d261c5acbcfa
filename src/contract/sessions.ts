import type { Static } from 'typebox';
import { consentProblems } from './consents';
import { defineProblems, endpoint, problems } from './http';
import type {
  DemoAccountSchema,
  linkPhoneSchemas,
  linkWechatPhoneSchemas,
  linkWechatSchemas,
  listDemoAccountsSchemas,
  listMySessionsSchemas,
  listSignInWaysSchemas,
  MySessionSchema,
  revokeAllSessionsSchemas,
  revokeSessionSchemas,
  sendPhoneCodeSchemas,
  SessionSchema,
  signInAsDemoSchemas,
  SignInWaysSchema,
  signInWithCloudRunSchemas,
  signInWithPhoneSchemas,
  signInWithTicketSchemas,
  signInWithWechatSchemas,
  signOutSchemas,
  unlinkIdentitySchemas,
} from './sessions.schema';

export type Session = Static<typeof SessionSchema>;
export type MySession = Static<typeof MySessionSchema>;
export type SignInWays = Static<typeof SignInWaysSchema>;
export type DemoAccount = Static<typeof DemoAccountSchema>;

export const sessionLimits = {
  /** Without use, days. */
  days: 30,
  /** How long a code sent by SMS is good, minutes. */
  phoneCodeMinutes: 5,
  phoneCodeTries: 5,
  /** Between two codes to one number, seconds. */
  phoneCodeEverySeconds: 60,
  phoneCodesADay: 10,
} as const;

/** Where the H5 app inside WeChat sends its visitor to sign in (`?returnTo=/page?…`), and where WeChat sends them back. */
export const wechatWebPaths = {
  start: '/api/sessions/wechat-web/start',
  callback: '/api/sessions/wechat-web/callback',
} as const;

export const sessionProblems = defineProblems({
  wechat_code_refused: [401, '微信登录没有成功，请再试一次'],
  wechat_blocked: [403, '微信暂时限制了这个账号登录'],
  wechat_unavailable: [503, '微信服务暂时没有回应，请稍后再试'],
  phone_code_refused: [401, '验证码不对或已过期，请检查后再试'],
  sms_unavailable: [503, '短信暂时发不出去，请稍后再试'],
  phone_quota_used: [503, '微信手机号服务暂时不可用，请用短信验证码'],
  ticket_refused: [401, '登录已过期，请再试一次'],
  agreement_required: [422, '请先阅读并同意隐私说明'],
  under_age: [403, '未满 14 周岁暂时不能使用，请由监护人联系社区'],
  identity_clash: [409, '同一种登录方式只能留一个，请先解绑其中一个账号的'],
  demo_account: [409, '演示账号不能绑定其他登录方式'],
  last_identity: [409, '这是唯一的登录方式，解绑后就进不来了'],
  demo_off: [404, '这里没有开放演示登录'],
});

const wechatProblems = [
  sessionProblems.wechat_code_refused,
  sessionProblems.wechat_blocked,
  sessionProblems.wechat_unavailable,
] as const;

/** A sign-in that may make a new person. */
const newcomerProblems = [
  sessionProblems.agreement_required,
  consentProblems.notice_outdated,
  sessionProblems.under_age,
] as const;

/** Anyone: what this server is set up for. */
export const listSignInWays = endpoint<typeof listSignInWaysSchemas>()({
  name: 'listSignInWays',
  method: 'GET',
  path: '/api/sessions/ways',
  summary: 'Ways to sign in',
  problems: [],
});

/** Anyone: a `wx.login` code for a session. The token is shown once; the cloud keeps only its hash. */
export const signInWithWechat = endpoint<typeof signInWithWechatSchemas>()({
  name: 'signInWithWechat',
  method: 'POST',
  path: '/api/sessions/wechat',
  status: 201,
  summary: 'Sign in with WeChat',
  problems: [...wechatProblems, ...newcomerProblems],
});

/** Anyone behind WeChat Cloud Run, which says in a header who it is; off unless the server is set to believe it. */
export const signInWithCloudRun = endpoint<typeof signInWithCloudRunSchemas>()({
  name: 'signInWithCloudRun',
  method: 'POST',
  path: '/api/sessions/cloud-run',
  status: 201,
  summary: 'Sign in through WeChat Cloud Run',
  problems: [problems.not_found, ...newcomerProblems],
});

/** Anyone who came back from WeChat's page: the ticket of the callback, good once and for a minute, for a session. */
export const signInWithTicket = endpoint<typeof signInWithTicketSchemas>()({
  name: 'signInWithTicket',
  method: 'POST',
  path: '/api/sessions/wechat-web',
  status: 201,
  summary: 'Sign in after WeChat’s page',
  problems: [sessionProblems.ticket_refused, ...newcomerProblems],
});

/** Anyone: a code of six digits by SMS, the same answer whether the number is known or not. */
export const sendPhoneCode = endpoint<typeof sendPhoneCodeSchemas>()({
  name: 'sendPhoneCode',
  method: 'POST',
  path: '/api/sessions/phone-codes',
  summary: 'Send a code by SMS',
  problems: [sessionProblems.sms_unavailable],
});

/** Anyone. */
export const signInWithPhone = endpoint<typeof signInWithPhoneSchemas>()({
  name: 'signInWithPhone',
  method: 'POST',
  path: '/api/sessions/phone',
  status: 201,
  summary: 'Sign in with a code sent by SMS',
  problems: [sessionProblems.phone_code_refused, ...newcomerProblems],
});

/** Anyone, where demonstration sign-in is on. */
export const listDemoAccounts = endpoint<typeof listDemoAccountsSchemas>()({
  name: 'listDemoAccounts',
  method: 'GET',
  path: '/api/sessions/demo-accounts',
  summary: 'Demonstration accounts by role',
  problems: [sessionProblems.demo_off],
});

/** Anyone, where demonstration sign-in is on. */
export const signInAsDemo = endpoint<typeof signInAsDemoSchemas>()({
  name: 'signInAsDemo',
  method: 'POST',
  path: '/api/sessions/demo',
  status: 201,
  summary: 'Sign in as a demonstration account',
  problems: [sessionProblems.demo_off, problems.not_found],
});

/** A signed-in person, their own, the last used first. */
export const listMySessions = endpoint<typeof listMySessionsSchemas>()({
  name: 'listMySessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Where I am signed in',
  problems: [problems.unauthenticated],
});

/** A signed-in person: one of their own sessions, at once on every instance. */
export const revokeSession = endpoint<typeof revokeSessionSchemas>()({
  name: 'revokeSession',
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  status: 204,
  summary: 'End one of my sessions',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A signed-in person: all of their sessions, this one too. */
export const revokeAllSessions = endpoint<typeof revokeAllSessionsSchemas>()({
  name: 'revokeAllSessions',
  method: 'DELETE',
  path: '/api/sessions',
  status: 204,
  summary: 'Sign out everywhere',
  problems: [problems.unauthenticated],
});

/** A signed-in person: ends this session only. */
export const signOut = endpoint<typeof signOutSchemas>()({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/sessions/current',
  status: 204,
  summary: 'Sign out',
  problems: [problems.unauthenticated],
});

const linkProblems = [
  problems.unauthenticated,
  sessionProblems.identity_clash,
  sessionProblems.demo_account,
] as const;

/**
 * A signed-in person adds a way to sign in. When it belongs to another person, and neither has what the other has of
 * the same kind, both become one: the older stays. The answer is a new session of whoever remains; the old token ends.
 */
export const linkWechat = endpoint<typeof linkWechatSchemas>()({
  name: 'linkWechat',
  method: 'POST',
  path: '/api/me/identities/wechat',
  status: 201,
  summary: 'Link WeChat',
  problems: [...linkProblems, ...wechatProblems],
});

/** As {@link linkWechat}, with a code sent by SMS. */
export const linkPhone = endpoint<typeof linkPhoneSchemas>()({
  name: 'linkPhone',
  method: 'POST',
  path: '/api/me/identities/phone',
  status: 201,
  summary: 'Link a phone number by SMS',
  problems: [...linkProblems, sessionProblems.phone_code_refused],
});

/** As {@link linkWechat}, with the code of WeChat's phone button; for those whose WeChat is linked. */
export const linkWechatPhone = endpoint<typeof linkWechatPhoneSchemas>()({
  name: 'linkWechatPhone',
  method: 'POST',
  path: '/api/me/identities/wechat-phone',
  status: 201,
  summary: 'Link the phone number WeChat knows',
  problems: [...linkProblems, ...wechatProblems, sessionProblems.phone_quota_used],
});

/** A signed-in person. The last way to sign in stays; a phone number taken out is forgotten. */
export const unlinkIdentity = endpoint<typeof unlinkIdentitySchemas>()({
  name: 'unlinkIdentity',
  method: 'DELETE',
  path: '/api/me/identities/:identityId',
  summary: 'Unlink a way to sign in',
  problems: [problems.unauthenticated, problems.not_found, sessionProblems.last_identity],
});
