import type { Changes } from './changes';

/** What is read often and seldom changes, kept in memory and loaded anew after it was said to have changed. */
export interface Snapshot<T> {
  /** As of the last change heard of. Not inside a transaction: it may have to wait for a connection. */
  get(): T | Promise<T>;
  /** The last one loaded, perhaps out of date. Never asks the database. */
  last(): T | undefined;
}

export function keepSnapshot<T>(
  changes: Changes,
  topics: readonly string[],
  load: () => Promise<T>,
): Snapshot<T> {
  let kept: T | undefined;
  let isFresh = false;
  let loading: Promise<T> | null = null;
  for (const topic of topics) {
    changes.on(topic, () => {
      isFresh = false;
      // What is under way may have read before the change.
      loading = null;
    });
  }

  function renew(): Promise<T> {
    const mine: Promise<T> = load()
      .then((loaded) => {
        if (loading === mine) [kept, isFresh] = [loaded, true];
        return loaded;
      })
      .finally(() => {
        if (loading === mine) loading = null;
      });
    loading = mine;
    return mine;
  }

  return {
    get: () => (isFresh ? (kept as T) : (loading ?? renew())),
    last: () => kept,
  };
}
