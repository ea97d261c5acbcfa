import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Role } from '../../contract/roles';
import { sessionLimits } from '../../contract/sessions';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { extendSession, findSession } from './queries';

const dayMs = 24 * 3_600_000;
/** Use is written at most this often, so that reading costs no write. */
const usedEveryMs = dayMs;
const bearerPattern = /^Bearer ([A-Za-z0-9_-]{43})$/;

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + sessionLimits.days * dayMs);

interface KnownSession {
  asker: Asker;
  /** Then it is read again, and its use written: well before it could expire. */
  freshUntil: number;
}

/**
 * Bearer token → who asks, null when it is not or no longer valid. Sessions in use are remembered;
 * what is said under the topic `sessions` (a person's id) is forgotten on every instance.
 */
export function createIdentify(parts: { database: Database; changes: Changes; clock: Clock }) {
  const { database, changes, clock } = parts;
  const known = new LRUCache<string, KnownSession>({ max: 50_000 });
  let forgotten = 0;
  changes.on('sessions', (personId) => {
    forgotten += 1;
    if (personId === null) return known.clear();
    for (const [key, { asker }] of known.entries()) if (asker.personId === personId) known.delete(key);
  });

  async function load(token: string, now: Date): Promise<Asker | null> {
    const hash = hashOf(token);
    const before = forgotten;
    const row = await database.row(findSession, [hash, now]);
    if (!row) return null;
    const isUsedLongAgo = row.usedAt.getTime() <= now.getTime() - usedEveryMs;
    const expiresAt = isUsedLongAgo ? expiryFrom(now) : row.expiresAt;
    if (isUsedLongAgo) await database.run(extendSession, [hash, now, expiresAt]);
    const usedAt = isUsedLongAgo ? now : row.usedAt;
    const roles = new Map<string, readonly Role[]>(Object.entries(row.roles));
    const shops = new Set(row.shops);
    const asker = { personId: row.personId, sessionId: row.sessionId, roles, shops };
    // Read before somebody said it changed: use it once, keep it not.
    if (before === forgotten) {
      known.set(token, { asker, freshUntil: usedAt.getTime() + usedEveryMs });
    }
    return asker;
  }

  return function identify(authorization: string | undefined): Promise<Asker | null> | Asker | null {
    const token = bearerPattern.exec(authorization ?? '')?.[1];
    if (!token) return null;
    const now = clock.now();
    const session = known.get(token);
    if (session && session.freshUntil > now.getTime()) return session.asker;
    return load(token, now);
  };
}
