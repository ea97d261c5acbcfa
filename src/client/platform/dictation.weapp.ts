import type { Dictation } from './dictation';

/** WeChat has none of its own: people speak to their keyboard. */
export const dictation: Dictation = {
  isAvailable: false,
  start({ onEnd }) {
    onEnd('unheard');
    return () => undefined;
  },
};
