import Taro from '@tarojs/taro';
import type { Scanner } from './scanner';

export const scanner: Scanner = {
  signPagesBy: () => undefined,
  async scan() {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] });
      return result || null;
    } catch {
      // Closed, or the camera is not allowed: WeChat has said so itself.
      return null;
    }
  },
};
