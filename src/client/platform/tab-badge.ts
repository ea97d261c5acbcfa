import Taro from '@tarojs/taro';

/** Of the tab 我的. */
const index = 4;
const most = 99;

export interface TabBadge {
  /** How many; none takes the badge away. Without effect on pages without tabs: it is shown again on the next that has some. */
  show(count: number): void;
}

export const tabBadge: TabBadge = {
  show(count) {
    const shown =
      count > 0
        ? Taro.setTabBarBadge({ index, text: count > most ? `${most}+` : String(count) })
        : Taro.removeTabBarBadge({ index });
    void shown.catch(() => undefined);
  },
};
