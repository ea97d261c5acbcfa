import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { memberProblems, type GridApplication, type GridMembership } from '../../contract/members';
import type {
  applyForGridSchemas,
  decideGridApplicationSchemas,
  listGridApplicationsSchemas,
  updateMyGridMembershipSchemas,
} from '../../contract/members.schema';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import * as queries from './grid-queries';
import { statesBefore } from './machine';
import * as members from './queries';
import type { MembersParts } from './service';
import type { KnownCommunity } from '../communities/service';

const running = ['applied', 'active', 'paused'] as const;
const beginning = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;
const gridPage = 'members/rider/grid';

/** 藕塘社区, 7 → `藕塘-007`. */
export const badgeNumber = (communityName: string, number: number): string =>
  `${communityName.replace(/社区$/, '')}-${String(number).padStart(3, '0')}`;

function membershipOf(row: queries.GridRow, { name, timeZone }: KnownCommunity): GridMembership {
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

function startOf(cursor: string | undefined): readonly [Date | string, string] {
  if (cursor === undefined) return beginning;
  const [at, id = ''] = decodeCursor(cursor, 2);
  const appliedAt = new Date(Number(at));
  if (!Number.isNaN(appliedAt.getTime()) && /^[0-9a-f-]{36}$/.test(id)) return [appliedAt, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
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

/** What staff do about applications. */
export function createGridDesk(
  parts: MembersParts,
  { followRole }: Pick<ReturnType<typeof createMyGrid>, 'followRole'>,
) {
  const { database, clock, communities, people, audit, notify } = parts;

  async function applicationsOf(
    from: Queries,
    rows: readonly queries.GridRow[],
    community: KnownCommunity,
    asker: Asker,
  ): Promise<GridApplication[]> {
    const known = await people.describePeople(
      from,
      rows.map(({ personId }) => personId),
    );
    const mayDecide = policy.decideGridApplication.allows(asker.roles.get(community.id));
    return rows.flatMap((row) => {
      const person = known.get(row.personId);
      const can = { decide: mayDecide && row.state === 'applied' };
      return person ? [{ ...membershipOf(row, community), person, can }] : [];
    });
  }

  return {
    /** Staff, organiser, admin or auditor; the look is written down. */
    async listGridApplications(
      { communityId, state, cursor, limit = pageLimits.default }: InputOf<typeof listGridApplicationsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listGridApplicationsSchemas>> {
      return database.transaction(async (tx) => {
        const values = [communityId, state ?? null, ...startOf(cursor), limit + 1];
        const rows = await tx.rows(queries.list, values);
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        const details = { state: state ?? 'all', count: page.length };
        const look = {
          communityId,
          actorId: asker.personId,
          action: 'grid_applications_listed',
          details,
        } as const;
        await audit.record(tx, look);
        return {
          items: await applicationsOf(tx, page, await communities.describe(tx, communityId), asker),
          nextCursor:
            rows.length > page.length && last ? encodeCursor([last.appliedAt.getTime(), last.id]) : null,
        };
      });
    },

    /** Staff, organiser or admin. */
    async decideGridApplication(
      { communityId, applicationId, decision, reason, version }: InputOf<typeof decideGridApplicationSchemas>,
      asker: Asker,
    ): Promise<GridApplication> {
      if (decision === 'decline' && !reason?.trim())
        throw refuse(memberProblems.reason_missing, { fields: { reason: '请写一句原因' } });
      return database.transaction(async (tx) => {
        const { personId: actorId } = asker;
        const ids = [communityId, applicationId, version];
        const row =
          decision === 'approve'
            ? await tx.row(queries.approve, [...ids, clock.now(), actorId, statesBefore('active', 'staff')])
            : await tx.row(queries.decline, [
                ...ids,
                reason?.trim(),
                clock.now(),
                actorId,
                statesBefore('declined', 'staff'),
              ]);
        if (!row) {
          const current = await tx.row(queries.find, [communityId, applicationId]);
          if (!current) throw refuse(problems.not_found);
          throw refuse(current.version === version ? memberProblems.grid_state : problems.conflict);
        }
        if (decision === 'approve') await followRole(tx, communityId, row);
        const community = await communities.describe(tx, communityId);
        const [application] = await applicationsOf(tx, [row], community, asker);
        if (!application) throw refuse(problems.not_found);
        const subjectId = row.personId;
        await audit.record(tx, {
          communityId,
          actorId,
          subjectId,
          action: 'grid_application_decided',
          details: { decision },
        });
        await notify(tx, {
          personId: row.personId,
          communityId,
          kind: 'grid_decision',
          values: {
            community: community.name,
            isApproved: decision === 'approve',
            number: application.number,
            reason: application.reason,
          },
          link: gridPage,
        });
        return application;
      });
    },
  };
}
