import Taro from '@tarojs/taro';
import type { Clipboard } from './clipboard';

export const clipboard: Clipboard = {
  copy: (text) =>
    Taro.setClipboardData({ data: text }).then(
      () => true,
      () => false,
    ),
};
