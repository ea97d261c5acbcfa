import { couponProblems, type Grant } from '../../contract/coupons';
import type { listMyGrantsSchemas } from '../../contract/coupons.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import { refuse } from '../platform/refusal';
import type { Offers } from './offers';
import * as queries from './queries';
import type { GrantRow } from './queries';
import type { CouponsParts } from './service';
import { holdsChanged } from './using';
import * as uses from './use-queries';
import { grantOf } from './views';

const first = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;
const last = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

function startOf(
  cursor: string | undefined,
  none: readonly [string, string],
): readonly [Date | string, string] {
  if (cursor === undefined) return none;
  const [at, id = ''] = decodeCursor(cursor, 2);
  const instant = new Date(Number(at));
  if (!Number.isNaN(instant.getTime()) && /^[0-9a-f-]{36}$/.test(id)) return [instant, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

export type Grants = ReturnType<typeof createGrants>;

/** What a person has. */
export function createGrants({ database, clock, communities, changes }: CouponsParts, offers: Offers) {
  async function grantsOf(rows: readonly GrantRow[]): Promise<Grant[]> {
    const { shops } = await offers.kept();
    const now = clock.now();
    const grants = rows.map(async (row) => {
      const coupon = await offers.find(row.couponId);
      const timeZone = await communities.timeZoneOf(database, row.communityId);
      return coupon && grantOf(row, coupon, { shops, timeZone, now });
    });
    return (await Promise.all(grants)).filter((grant) => grant !== undefined);
  }

  async function grantShown(row: GrantRow | undefined): Promise<Grant> {
    const [grant] = row ? await grantsOf([row]) : [];
    if (!grant) throw refuse(problems.not_found);
    return grant;
  }

  return {
    grantShown,

    /** A signed-in person, their own. */
    async listMyGrants(
      { filter, cursor, limit = pageLimits.default }: InputOf<typeof listMyGrantsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyGrantsSchemas>> {
      const from = startOf(cursor, filter === 'usable' ? first : last);
      const values = [personId, clock.now(), ...from, limit + 1];
      const rows = await database.rows(queries.listMine[filter], values);
      const page = rows.slice(0, limit);
      const end = page.at(-1);
      const at = filter === 'usable' ? end?.expiresAt : end?.claimedAt;
      return {
        items: await grantsOf(page),
        nextCursor: rows.length > page.length && end && at ? encodeCursor([at.getTime(), end.id]) : null,
      };
    },

    /** A signed-in person, their own. */
    async getGrant({ grantId }: { grantId: string }, { personId }: Asker): Promise<Grant> {
      return grantShown(await database.row(queries.findMyGrant, [personId, grantId]));
    },

    /** A signed-in person, their own: the shop is not asked any more. */
    async cancelHold({ grantId }: { grantId: string }, { personId }: Asker): Promise<Grant> {
      const row = await database.row(queries.findMyGrant, [personId, grantId]);
      if (!row) throw refuse(problems.not_found);
      const values = [row.communityId, grantId, clock.now(), personId, null];
      const cancelled = await database.row(uses.cancelHold, values);
      if (!cancelled) throw refuse(couponProblems.not_held);
      await changes.announce(database, holdsChanged, cancelled.merchantId);
      return grantShown(await database.row(queries.findMyGrant, [personId, grantId]));
    },
  };
}
