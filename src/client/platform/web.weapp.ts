import Taro from '@tarojs/taro';
import type { Web } from './web';

declare const API_URL: string;

/** A mini-program has no pages but its own. */
export const web: Web = {
  urlOf: (path) => API_URL + path,
  isInWechat: false,
  canOpen: false,
  leaveTo: () => undefined,
  open: () => undefined,
  showPicture: (path) => void Taro.previewImage({ urls: [API_URL + path] }),
};
