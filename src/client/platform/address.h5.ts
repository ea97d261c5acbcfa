import type { Address } from './address';

const shown = () => window.location.hash.slice(1);
const pathOf = (url: string) => url.split('?')[0];
const paramsOf = (url: string) => Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''));

export const address: Address = {
  isSeen: true,
  show(url, step) {
    if (url === shown()) return;
    // The router's own state goes along: it counts by it.
    if (step) window.history.pushState(window.history.state, '', `#${url}`);
    else window.history.replaceState(window.history.state, '', `#${url}`);
  },
  onMove(path, listener) {
    const move = (event: Event) => {
      if (pathOf(shown()) !== path) return;
      // Before the router, which would make the page anew.
      event.stopImmediatePropagation();
      if (event.type === 'popstate') listener(paramsOf(shown()));
    };
    window.addEventListener('popstate', move, true);
    window.addEventListener('hashchange', move, true);
    return () => {
      window.removeEventListener('popstate', move, true);
      window.removeEventListener('hashchange', move, true);
    };
  },
};
