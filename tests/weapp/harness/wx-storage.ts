import { ApiFailure, type Apis } from './api-failure';

const entryLimit = 1024 * 1024;
const totalLimit = 10 * entryLimit;

/** What wx.setStorage keeps: survives the app when handed to the next run. */
export type Kept = Readonly<Record<string, string>>;

export interface KeptStorage {
  apis: Apis;
  export(): Kept;
}

/** WeChat's storage: JSON by key, 1 MB an entry, 10 MB in all. */
export function createStorage(kept: Kept = {}): KeptStorage {
  const texts = new Map(Object.entries(kept));
  const used = () => [...texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const set = (key: unknown, data: unknown) => {
    // undefined has no JSON, whatever the typings say.
    const text = (JSON.stringify(data) as string | undefined) ?? 'null';
    if (text.length > entryLimit) throw new ApiFailure('entry size limit reached');
    if (used() + text.length > totalLimit) throw new ApiFailure('exceed storage max size 10Mb');
    texts.set(String(key), text);
  };
  const get = (key: unknown): unknown => {
    const text = texts.get(String(key));
    return text === undefined ? '' : (JSON.parse(text) as unknown);
  };
  const info = () => ({
    keys: [...texts.keys()],
    currentSize: Math.ceil(used() / 1024),
    limitSize: totalLimit / 1024,
  });
  return {
    export: () => Object.fromEntries(texts),
    apis: {
      immediate: {
        setStorageSync: set,
        getStorageSync: get,
        removeStorageSync: (key) => void texts.delete(String(key)),
        clearStorageSync: () => texts.clear(),
        getStorageInfoSync: info,
      },
      answering: {
        setStorage: ({ key, data }) => set(key, data),
        getStorage: ({ key }) => {
          if (!texts.has(String(key))) throw new ApiFailure('data not found');
          return { data: get(key) };
        },
        removeStorage: ({ key }) => void texts.delete(String(key)),
        clearStorage: () => texts.clear(),
        getStorageInfo: info,
      },
    },
  };
}
