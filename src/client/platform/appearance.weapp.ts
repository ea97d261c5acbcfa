import Taro from '@tarojs/taro';
import type { Appearance } from './appearance';

interface AppBaseInfo {
  readonly theme?: string;
  /** Since base library 2.28; missing in the typings. */
  readonly fontSizeScaleFactor?: number;
}

function baseInfo(): AppBaseInfo {
  try {
    return Taro.getAppBaseInfo();
  } catch {
    return {};
  }
}

export const appearance: Appearance = {
  theme: () => (baseInfo().theme === 'dark' ? 'dark' : 'light'),
  onThemeChange: (listener) =>
    Taro.onThemeChange(({ theme }) => listener(theme === 'dark' ? 'dark' : 'light')),
  fontScale: () => baseInfo().fontSizeScaleFactor ?? 1,
};
