import { statement, type Queries } from './database';

export interface Notifications {
  /** `lost` whenever some may have been missed. */
  start(parts: { channel: string; heard: (payload: string) => void; lost: () => void }): Promise<void>;
}

/** Tells every instance what others changed, so that what they keep in memory is right or gone. */
export interface Changes {
  /** Heard once the transaction is committed: by this instance at once, by the others a moment later. */
  announce(tx: Queries, topic: string, key: string): Promise<void>;
  /** `key` is null when some may have been missed: drop all. */
  on(topic: string, listener: (key: string | null) => void): void;
}

const channel = 'nuanxin';
const notify = statement<object>('changes_notify', `select pg_notify('${channel}', $1)`);

export async function startChanges(notifications: Notifications): Promise<Changes> {
  const listeners = new Map<string, ((key: string | null) => void)[]>();
  const tell = (topic: string, key: string) => listeners.get(topic)?.forEach((listener) => listener(key));
  await notifications.start({
    channel,
    heard: (payload) => {
      const end = payload.indexOf(':');
      tell(payload.slice(0, end), payload.slice(end + 1));
    },
    lost: () => [...listeners.values()].flat().forEach((listener) => listener(null)),
  });
  return {
    async announce(tx, topic, key) {
      await tx.rows(notify, [`${topic}:${key}`]);
      tx.afterCommit(() => tell(topic, key));
    },
    on(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
    },
  };
}
