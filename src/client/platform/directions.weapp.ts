import Taro from '@tarojs/taro';
import type { Directions } from './directions';

export const directions: Directions = {
  open({ name, address, position }) {
    const { lat: latitude, lng: longitude } = position;
    void Taro.openLocation({ latitude, longitude, name, address, scale: 17 }).catch(() => undefined);
  },
};
