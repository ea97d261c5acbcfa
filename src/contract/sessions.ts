import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  DemoAccountSchema,
  getMeSchemas,
  listDemoAccountsSchemas,
  MeSchema,
  SessionSchema,
  signInAsDemoSchemas,
  signInWithWechatSchemas,
  signOutSchemas,
} from './sessions.schema';

/** Roles a person can hold in a community. */
export const roles = [
  'rider',
  'grid_member',
  'merchant_clerk',
  'activity_leader',
  'department_officer',
  'staff',
  'organiser',
  'admin',
  'auditor',
] as const;

export type Role = (typeof roles)[number];
export type Me = Static<typeof MeSchema>;
export type Session = Static<typeof SessionSchema>;
export type DemoAccount = Static<typeof DemoAccountSchema>;

export const sessionLimits = { days: 30 } as const;

export const sessionProblems = defineProblems({
  wechat_code_refused: [401, '微信登录没有成功，请再试一次'],
  wechat_blocked: [403, '微信暂时限制了这个账号登录'],
  wechat_unavailable: [503, '微信服务暂时没有回应，请稍后再试'],
  demo_off: [404, '这里没有开放演示登录'],
});

/** Anyone: a `wx.login` code for a session. The token is shown once; the cloud keeps only its hash. */
export const signInWithWechat = endpoint<typeof signInWithWechatSchemas>()({
  name: 'signInWithWechat',
  method: 'POST',
  path: '/api/sessions/wechat',
  status: 201,
  summary: 'Sign in with WeChat',
  problems: [
    sessionProblems.wechat_code_refused,
    sessionProblems.wechat_blocked,
    sessionProblems.wechat_unavailable,
  ],
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

/** A signed-in person. */
export const getMe = endpoint<typeof getMeSchemas>()({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who I am, and my communities',
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
