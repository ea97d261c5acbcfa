import type { Web } from './web';

export const web: Web = {
  urlOf: (path) => new URL(path, window.location.origin).href,
  isInWechat: /MicroMessenger/i.test(navigator.userAgent),
  canOpen: true,
  leaveTo: (path) => window.location.assign(path),
  open: (path) => void window.open(path, '_blank', 'noopener'),
  showPicture: (path) => void window.open(path, '_blank', 'noopener'),
};
