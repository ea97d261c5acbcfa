import { problems } from '../../contract/http';
import type { Clock } from './clock';
import { statement, type Database } from './database';
import type { Jobs } from './jobs';
import { refuse } from './refusal';
import type { Sealing } from './sealing';

/** Requests of every kind, counted in memory. */
export type Traffic = 'read' | 'write';

/** Few and dear: counted in the database, to the last one. */
const exact = {
  sms_phone_minute: { points: 1, seconds: 60 },
  sms_phone_day: { points: 10, seconds: 86_400 },
  sms_address: { points: 30, seconds: 3_600 },
  attendance_digits: { points: 20, seconds: 3_600 },
  /** Of proofs of service: many people share an address, and nobody checks hundreds. */
  verify_address: { points: 60, seconds: 600 },
} as const;

export type ExactGroup = keyof typeof exact | 'sign_in';

export interface Limits {
  /** One more of the group by this address, number or person; refused with the seconds to wait when it was one too many. */
  consume(group: ExactGroup, who: string): Promise<void>;
  /** One more request; throws at once. `who` is an address or a person. */
  count(traffic: Traffic, kind: 'address' | 'person', who: string): void;
  /** Puts the counts of this instance together with the others'. */
  share(): Promise<void>;
}

interface Counted {
  /** Of this instance, not yet shared. */
  own: number;
  /** Of all instances, when last shared. */
  shared: number;
}

const take = statement<{ points: number; expiresAt: Date }>(
  'rate_limits_take',
  `insert into rate_limits as known (key, points, expires_at) values ($1, 1, $3)
   on conflict (key) do update set
     points = case when known.expires_at <= $2 then 1 else known.points + 1 end,
     expires_at = case when known.expires_at <= $2 then excluded.expires_at else known.expires_at end
   returning points, expires_at as "expiresAt"`,
);
const add = statement<{ key: string; points: number }>(
  'rate_limits_add',
  `insert into rate_limits as known (key, points, expires_at)
   select key, points, $3 from unnest($1::text[], $2::int[]) as counted (key, points) order by key
   on conflict (key) do update set points = known.points + excluded.points
   returning key, points`,
);
const purge = statement<object>('rate_limits_purge', 'delete from rate_limits where expires_at <= $1');

const windowMs = 60_000;
/** A person has half of what an address has; a write counts for more. */
const share = { read: { address: 1, person: 2 }, write: { address: 2, person: 10 } } as const;
/** Below this part of the limit a count is not worth telling the others. */
const worthTelling = 20;

interface LimitsParts {
  database: Database;
  clock: Clock;
  sealing: Sealing;
  /** Requests a minute from one address. */
  perMinute: number;
  /** Whether other instances may use the database. */
  isShared: boolean;
}

/**
 * Exact groups are one statement each. Of ordinary requests nothing is waited for: they are counted in memory, in windows
 * of a minute, and busy ones are put together with the other instances' every two seconds, so that a limit holds for all
 * of them a moment later.
 */
export function createLimits({ database, clock, sealing, perMinute, isShared }: LimitsParts): Limits {
  const counts = new Map<string, Counted>();
  let windowStart = 0;
  // Keys leave this process as hashes only: an address is personal data.
  const hidden = (key: string) => sealing.indexOf(`limit:${key}`).toString('base64url');
  const limitOf = (traffic: Traffic, kind: 'address' | 'person') =>
    Math.max(1, Math.ceil(perMinute / share[traffic][kind]));
  const groups = { ...exact, sign_in: { points: Math.max(1, Math.ceil(perMinute / 20)), seconds: 600 } };

  function turnWindow(now: number): void {
    const start = now - (now % windowMs);
    if (start === windowStart) return;
    windowStart = start;
    counts.clear();
  }

  return {
    async consume(group, who) {
      const { points, seconds } = groups[group];
      const now = clock.now();
      const key = hidden(`${group}:${who}`);
      const taken = await database.row(take, [key, now, new Date(now.getTime() + seconds * 1_000)]);
      if (!taken || taken.points <= points) return;
      const waitMs = taken.expiresAt.getTime() - now.getTime();
      throw refuse(problems.rate_limited, { retryAfter: Math.max(1, Math.ceil(waitMs / 1_000)) });
    },

    count(traffic, kind, who) {
      const now = clock.now().getTime();
      turnWindow(now);
      const key = `${traffic}:${kind}:${who}`;
      let counted = counts.get(key);
      if (!counted) counts.set(key, (counted = { own: 0, shared: 0 }));
      counted.own += 1;
      if (counted.own + counted.shared <= limitOf(traffic, kind)) return;
      throw refuse(problems.rate_limited, { retryAfter: Math.ceil((windowStart + windowMs - now) / 1_000) });
    },

    async share() {
      if (!isShared) return;
      turnWindow(clock.now().getTime());
      const told = new Map<string, Counted>();
      const start = windowStart;
      for (const [key, counted] of counts) {
        const [traffic, kind] = key.split(':') as [Traffic, 'address' | 'person'];
        const isBusy = (counted.own + counted.shared) * worthTelling >= limitOf(traffic, kind);
        // Busy ones are told though nothing is new here: what is told back may be.
        if (isBusy) told.set(hidden(`${start}:${key}`), counted);
      }
      if (told.size === 0) return;
      const sent = [...told.values()].map((counted) => counted.own);
      for (const counted of told.values()) [counted.shared, counted.own] = [counted.shared + counted.own, 0];
      const until = new Date(start + 2 * windowMs);
      const totals = await database.rows(add, [[...told.keys()], sent, until]);
      for (const { key, points } of totals) {
        const counted = told.get(key);
        if (counted) counted.shared = points;
      }
    },
  };
}

const shareEveryMs = 2_000;
const purgeEveryMs = 3_600_000;

/** Shares this instance's counts until told to stop; what goes wrong is tried again by the next turn. */
export function shareLimits(limits: Limits, warn: (error: unknown) => void): () => void {
  const timer = setInterval(() => void limits.share().catch(warn), shareEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

export function limitJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('rate_limits_purge', purgeEveryMs, async (database) => {
    await database.run(purge, [clock.now()]);
  });
}
