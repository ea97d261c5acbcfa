import type { AppLife } from './app-life';

const onVisibility = (state: DocumentVisibilityState, listener: () => void) =>
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === state) listener();
  });

export const appLife: AppLife = {
  onShow: (listener) => onVisibility('visible', listener),
  onHide: (listener) => onVisibility('hidden', listener),
};
