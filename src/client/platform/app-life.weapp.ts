import Taro from '@tarojs/taro';
import type { AppLife } from './app-life';

export const appLife: AppLife = { onShow: (listener) => Taro.onAppShow(() => listener()) };
