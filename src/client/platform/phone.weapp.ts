import Taro from '@tarojs/taro';
import type { Phone } from './phone';

export const phone: Phone = {
  // Fails when the person thinks better of it.
  call: (number) => void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined),
};
