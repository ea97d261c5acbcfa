import Taro from '@tarojs/taro';
import type { Privacy } from './privacy';

const buttonId = 'agree-privacy';

export const privacy: Privacy = {
  onRequest(listener) {
    // Older base libraries have no privacy question to answer.
    if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
    Taro.onNeedPrivacyAuthorization((resolve) => {
      resolve({ event: 'exposureAuthorization' });
      listener({
        buttonId,
        answer: (hasAgreed) => resolve(hasAgreed ? { event: 'agree', buttonId } : { event: 'disagree' }),
      });
    });
  },
};
