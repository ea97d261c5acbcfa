import { defaultPointRules, type PointSource } from '../../contract/points';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate } from '../platform/local-time';
import * as queries from './queries';
import type { PointsParts } from './service';

interface Owner {
  communityId: string;
  personId: string;
}

/** Something done that is worth points. */
interface Earned extends Owner {
  source: PointSource;
  /** The visit, the report, the hours: it earns once. */
  sourceId: string;
  /** The community's day it counts for. */
  day: string;
  /** Hours of volunteering; 1 of everything else. */
  units: number;
}

/** Hours of volunteering that were fewer. */
interface TakenBack extends Owner {
  /** The correction. */
  sourceId: string;
  /** The record, and corrections that added to it. */
  sources: readonly string[];
  units: { before: number; after: number };
  /** Who decided; null: nobody. */
  by: string | null;
  /** For the person's list. */
  reason: string;
}

interface Spent extends Owner {
  grantId: string;
  points: number;
  /** What it is spent on, for the person's list. */
  about: string;
}

/** What other concepts put into the ledger, in their own transactions. */
export function createLedger({ clock, communities }: PointsParts) {
  return {
    /** Whether anything was earned: not twice for one source, and no more than a day has room for. */
    async earn(
      tx: Queries,
      { communityId, personId, source, sourceId, day, units }: Earned,
    ): Promise<boolean> {
      if (!(await tx.run(queries.lockBalance, [communityId, personId]))) return false;
      const rule = defaultPointRules.find((one) => one.source === source);
      const values = [communityId, personId, newId(), source, sourceId, day, units];
      const earned = await tx.run(queries.earn, [
        ...values,
        rule?.points ?? 0,
        rule?.perDay ?? 1,
        clock.now(),
      ]);
      return earned > 0;
    },

    /** Hours turned out to be fewer: what they earned too much goes, once for what says so, and never more than is there. */
    async takeBack(tx: Queries, taken: TakenBack): Promise<void> {
      const { communityId, personId, sourceId, sources, units, by, reason } = taken;
      if (!(await tx.run(queries.lockBalance, [communityId, personId]))) return;
      const now = clock.now();
      const day = localDate(await communities.timeZoneOf(tx, communityId), now);
      const rule = defaultPointRules.find(({ source }) => source === 'volunteering');
      const values = [communityId, personId, newId(), by, sourceId, reason, now, sources];
      await tx.run(queries.takeBack, [...values, units.before, units.after, rule?.points ?? 0, day]);
    },

    /** How many are missing: 0 when they are spent. */
    async spend(tx: Queries, { communityId, personId, grantId, points, about }: Spent): Promise<number> {
      const now = clock.now();
      const day = localDate(await communities.timeZoneOf(tx, communityId), now);
      const values = [communityId, personId, newId(), points, grantId, about, now, day];
      if (await tx.run(queries.spend, values)) return 0;
      const known = await tx.row(queries.findBalance, [communityId, personId]);
      // Some may have come in between: it was one too few all the same.
      return Math.max(1, points - (known?.balance ?? 0));
    },

    /** What a person has. */
    async balanceOf(from: Queries, { communityId, personId }: Owner): Promise<number> {
      return (await from.row(queries.findBalance, [communityId, personId]))?.balance ?? 0;
    },

    /** Gives back, once, what grants cost; those that cost nothing change nothing. */
    async refund(tx: Queries, communityId: string, grantIds: readonly string[]): Promise<void> {
      if (grantIds.length === 0) return;
      const now = clock.now();
      const day = localDate(await communities.timeZoneOf(tx, communityId), now);
      const entryIds = grantIds.map(() => newId());
      await tx.run(queries.refund, [communityId, grantIds, entryIds, now, day]);
    },
  };
}
