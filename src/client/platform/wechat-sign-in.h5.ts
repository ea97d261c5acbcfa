import type { WechatSignIn } from './wechat-sign-in';

export const wechatSignIn: WechatSignIn = { isAvailable: false, code: () => Promise.resolve(null) };
