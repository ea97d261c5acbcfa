import Taro from '@tarojs/taro';

/** Moves between pages; the addresses come from the pages' own `route.to`. */
export interface Navigation {
  to(url: string): void;
  /** In place of this page. */
  replace(url: string): void;
  toTab(url: string): void;
  /** One page back; where there is none, to the tab given. */
  back(fallbackTab: string): void;
}

export const navigation: Navigation = {
  to: (url) => void Taro.navigateTo({ url }),
  replace: (url) => void Taro.redirectTo({ url }),
  toTab: (url) => void Taro.switchTab({ url }),
  back(fallbackTab) {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
    else void Taro.switchTab({ url: fallbackTab });
  },
};
