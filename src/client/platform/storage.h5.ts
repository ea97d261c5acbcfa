import type { Storage } from './storage';

const prefix = 'nuanxin.';

/** Reading it throws where a browser keeps nothing at all. */
function inBrowser<T>(work: (storage: globalThis.Storage) => T, otherwise: T): T {
  try {
    return work(window.localStorage);
  } catch {
    return otherwise;
  }
}

export const storage: Storage = {
  get: (key) =>
    inBrowser((browser) => {
      const text = browser.getItem(prefix + key);
      return text === null ? null : (JSON.parse(text) as unknown);
    }, null),
  set: (key, value) =>
    inBrowser((browser) => {
      browser.setItem(prefix + key, JSON.stringify(value));
      return true;
    }, false),
  remove: (key) => inBrowser((browser) => browser.removeItem(prefix + key), undefined),
  keys: () =>
    inBrowser(
      (browser) =>
        Object.keys(browser)
          .filter((key) => key.startsWith(prefix))
          .map((key) => key.slice(prefix.length)),
      [],
    ),
};
