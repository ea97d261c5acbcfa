import type { Appearance } from './appearance';

const darkMode = window.matchMedia('(prefers-color-scheme: dark)');
/** What a browser's own setting makes of “medium”, px. */
const normalFontPx = 16;

export const appearance: Appearance = {
  theme: () => (darkMode.matches ? 'dark' : 'light'),
  onThemeChange(listener) {
    // Safari before 14 has no such method; the theme of the start then stays.
    if (!('addEventListener' in darkMode)) return;
    darkMode.addEventListener('change', ({ matches }) => listener(matches ? 'dark' : 'light'));
  },
  fontScale: () => parseFloat(getComputedStyle(document.documentElement).fontSize) / normalFontPx || 1,
};
