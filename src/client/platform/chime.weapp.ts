import Taro from '@tarojs/taro';
import type { Chime } from './chime';

export const chime: Chime = {
  ring: () => void Taro.vibrateShort({ type: 'heavy' }).catch(() => undefined),
};
