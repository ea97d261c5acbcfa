import Taro from '@tarojs/taro';
import type { WechatSignIn } from './wechat-sign-in';

export const wechatSignIn: WechatSignIn = {
  isAvailable: true,
  async code() {
    try {
      return (await Taro.login()).code || null;
    } catch {
      return null;
    }
  },
};
