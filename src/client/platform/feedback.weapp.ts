import Taro from '@tarojs/taro';
import type { Feedback } from './feedback';

export const feedback: Feedback = {
  toast: (text) => void Taro.showToast({ title: text, icon: 'none', duration: 2_500 }),
  async confirm({ title, text, yes, no }) {
    const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no });
    return confirm;
  },
};
