import type { AppLife } from './app-life';

export const appLife: AppLife = {
  onShow: (listener) =>
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') listener();
    }),
};
