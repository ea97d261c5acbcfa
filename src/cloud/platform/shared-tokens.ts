import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './clock';
import { statement, type Database } from './database';

/** A token that comes from outside, and how long it lasts. */
export interface FetchedToken {
  value: string;
  /** Seconds. */
  expiresIn: number;
}

/** Tokens all instances share: one fetches, the others wait for it or go on with the one that still holds. */
export interface SharedTokens {
  get(name: string, fetch: () => Promise<FetchedToken>): Promise<string>;
  /** It turned out to be good no more: whoever asks next fetches another. Another value is left alone. */
  forget(name: string, value: string): Promise<void>;
}

interface TokenRow {
  value: string | null;
  expiresAt: Date | null;
}

const find = statement<TokenRow>(
  'shared_tokens_find',
  'select value, expires_at as "expiresAt" from shared_tokens where name = $1',
);
/** Changes a row for the one who is to fetch. */
const lease = statement<object>(
  'shared_tokens_lease',
  `insert into shared_tokens as known (name, leased_until) values ($1, $3)
   on conflict (name) do update set leased_until = $3
   where (known.leased_until is null or known.leased_until <= $2)
     and (known.expires_at is null or known.expires_at <= $4)`,
);
const keep = statement<object>(
  'shared_tokens_keep',
  'update shared_tokens set value = $2, expires_at = $3, leased_until = null where name = $1',
);
const release = statement<object>(
  'shared_tokens_release',
  'update shared_tokens set leased_until = null where name = $1',
);
const drop = statement<object>(
  'shared_tokens_drop',
  'update shared_tokens set value = null, expires_at = null where name = $1 and value = $2',
);

/** Renewed this long before its end; WeChat renews on its side at the same time, and the old one holds meanwhile. */
const renewMs = 5 * 60_000;
/** A fetch that takes longer is taken for dead. */
const leaseMs = 15_000;
const waits = [20, 50, 100, 200, 400, 800, 1_600, 3_200, 6_400] as const;

export function createSharedTokens({ database, clock }: { database: Database; clock: Clock }): SharedTokens {
  const underWay = new Map<string, Promise<string>>();
  const later = (ms: number) => new Date(clock.now().getTime() + ms);

  async function renew(name: string, fetch: () => Promise<FetchedToken>): Promise<string> {
    try {
      const { value, expiresIn } = await fetch();
      await database.run(keep, [name, value, later(expiresIn * 1_000)]);
      return value;
    } catch (error) {
      await database.run(release, [name]);
      throw error;
    }
  }

  async function obtain(name: string, fetch: () => Promise<FetchedToken>): Promise<string> {
    for (const wait of waits) {
      const now = clock.now();
      const row = await database.row(find, [name]);
      const leftMs = row?.expiresAt ? row.expiresAt.getTime() - now.getTime() : 0;
      if (row?.value && leftMs > renewMs) return row.value;
      if (await database.run(lease, [name, now, later(leaseMs), later(renewMs)])) return renew(name, fetch);
      if (row?.value && leftMs > 0) return row.value;
      await pause(wait);
    }
    throw new Error(`Nobody fetched the token ${name}`);
  }

  return {
    get(name, fetch) {
      const asked = underWay.get(name) ?? obtain(name, fetch).finally(() => underWay.delete(name));
      underWay.set(name, asked);
      return asked;
    },
    async forget(name, value) {
      await database.run(drop, [name, value]);
    },
  };
}
