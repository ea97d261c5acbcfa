import type { PointKind } from '../../contract/points';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { kindNames } from './texts';

const collectBalances = statement<{ community: string; balance: number }>(
  'points_balances_collect',
  `select c.name as community, b.balance from memberships m
   join communities c on c.id = m.community_id
   join points_balances b on b.community_id = m.community_id and b.person_id = m.person_id
   where m.person_id = $1 order by c.name`,
);
const collectEntries = statement<{
  community: string;
  kind: PointKind;
  amount: number;
  about: string | null;
  reason: string | null;
  madeAt: Date;
}>(
  'points_entries_collect',
  `select c.name as community, e.kind, e.amount, e.about, e.reason, e.made_at as "madeAt" from memberships m
   join communities c on c.id = m.community_id
   join points_entries e on e.community_id = m.community_id and e.person_id = m.person_id
   where m.person_id = $1 order by e.made_at, e.id`,
);

/** What is being earned or spent is waited for, and nothing comes after. A reason is written about somebody: it goes, too. */
const forgetIn = [
  statement<object>(
    'points_lock_membership',
    'select 1 from memberships where community_id = $1 and person_id = $2 for update',
  ),
  statement<object>(
    'points_balances_forget',
    'delete from points_balances where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'points_entries_forget',
    'update points_entries set person_id = null, reason = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'points_entries_forget_corrected_by',
    'update points_entries set corrected_by = null where community_id = $1 and corrected_by = $2',
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'points_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: what was given out stays counted, and is nobody's any more. */
export async function forgetPoints(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

/** Two who are one have what both had. */
const merges = [
  statement<object>(
    'points_lock_memberships',
    `select 1 from memberships where person_id in ($1, $2) order by community_id, person_id for update`,
  ),
  statement<object>(
    'points_balances_merge',
    `insert into points_balances as known (community_id, person_id, balance)
     select b.community_id, $2, b.balance from memberships m
     join points_balances b on b.community_id = m.community_id and b.person_id = m.person_id where m.person_id = $1
     on conflict (community_id, person_id) do update set balance = known.balance + excluded.balance`,
  ),
  ...['person_id', 'corrected_by'].map((column) =>
    statement<object>(
      `points_entries_merge_${column}`,
      `update points_entries e set ${column} = $2 from memberships m
       where m.person_id = $1 and e.community_id = m.community_id and e.${column} = m.person_id`,
    ),
  ),
];

export const pointsPersonalData: PersonalData = {
  title: '积分',
  async collect(from, personId) {
    const balances = await from.rows(collectBalances, [personId]);
    const entries = await from.rows(collectEntries, [personId]);
    return {
      现有: balances.map(({ community, balance }) => ({ 社区: community, 积分: balance })),
      明细: entries.map(({ community, kind, amount, about, reason, madeAt }) => ({
        社区: community,
        来由: kindNames[kind],
        积分: amount,
        优惠券: about,
        原因: reason,
        时间: madeAt.toISOString(),
      })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetPoints(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
