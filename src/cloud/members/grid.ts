import { problems, type InputOf } from '../../contract/http';
import { memberProblems, type GridMembership } from '../../contract/members';
import type { applyForGridSchemas, updateMyGridMembershipSchemas } from '../../contract/members.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './grid-queries';
import { statesBefore } from './machine';
import * as members from './queries';
import type { MembersParts } from './service';
import type { KnownCommunity } from '../communities/service';

const running = ['applied', 'active', 'paused'] as const;

/** 藕塘社区, 7 → `藕塘-007`. */
export const badgeNumber = (communityName: string, number: number): string =>
  `${communityName.replace(/社区$/, '')}-${String(number).padStart(3, '0')}`;

export function membershipOf(row: queries.GridRow, { name, timeZone }: KnownCommunity): GridMembership {
  const { id, state, number, areas, note, reason, appliedAt, decidedAt, version } = row;
  const at = (instant: Date) => localIso(timeZone, instant.getTime());
  return {
    id,
    state,
    number: number === null ? null : badgeNumber(name, number),
    areas,
    note,
    reason,
    appliedAt: at(appliedAt),
    decidedAt: decidedAt && at(decidedAt),
    version,
  };
}

/** What a member does about being a grid member. */
export function createMyGrid({ database, clock, changes, communities }: MembersParts) {
  /** The role goes with the state: it counts while active. */
  async function followRole(tx: Queries, communityId: string, { personId, state }: queries.GridRow) {
    await tx.run(state === 'active' ? members.giveGridRole : members.takeGridRole, [communityId, personId]);
    await changes.announce(tx, 'sessions', personId);
  }

  return {
    followRole,

    /** A member of the community. */
    async applyForGrid(
      { communityId, areas, note }: InputOf<typeof applyForGridSchemas>,
      { personId }: Asker,
      tx: Queries,
    ): Promise<GridMembership> {
      const named = [...new Set(areas.map((area) => area.trim()))];
      const values = [communityId, newId(), personId, named, note?.trim() ?? null, clock.now()];
      const row = await tx.row(queries.insertApplication, values);
      if (!row) throw refuse(memberProblems.grid_applied_already);
      return membershipOf(row, await communities.describe(tx, communityId));
    },

    /** A member of the community, their own. */
    async getMyGridMembership({ communityId }: { communityId: string }, { personId }: Asker) {
      const row = await database.row(queries.findMine, [communityId, personId]);
      return {
        membership: row ? membershipOf(row, await communities.describe(database, communityId)) : null,
      };
    },

    /** A member of the community, their own; what is not named stays. */
    async updateMyGridMembership(
      { communityId, state, areas, version }: InputOf<typeof updateMyGridMembershipSchemas>,
      { personId }: Asker,
    ): Promise<GridMembership> {
      const before = state ? statesBefore(state, 'self') : running;
      const named = areas && [...new Set(areas.map((area) => area.trim()))];
      return database.transaction(async (tx) => {
        const values = [communityId, personId, version, state ?? null, named ?? null, before];
        const row = await tx.row(queries.updateMine, values);
        if (!row) throw await refusalOf(tx, communityId, personId, version);
        if (state) await followRole(tx, communityId, row);
        return membershipOf(row, await communities.describe(tx, communityId));
      });
    },
  };
}

async function refusalOf(tx: Queries, communityId: string, personId: string, version: number) {
  const current = await tx.row(queries.findMine, [communityId, personId]);
  if (!current) return refuse(problems.not_found);
  return refuse(current.version === version ? memberProblems.grid_state : problems.conflict);
}
