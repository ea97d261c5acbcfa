import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { memberProblems, type GridApplication } from '../../contract/members';
import type {
  decideGridApplicationSchemas,
  listGridApplicationsSchemas,
} from '../../contract/members.schema';
import type { KnownCommunity } from '../communities/service';
import type { Asker } from '../platform/asker';
import { encodeCursor, oldestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { membershipOf, type createMyGrid } from './grid';
import * as queries from './grid-queries';
import { statesBefore } from './machine';
import type { MembersParts } from './service';

const gridPage = 'members/rider/grid';

type DecideInput = InputOf<typeof decideGridApplicationSchemas>;

function createApplicationViews({ people }: MembersParts) {
  return async function applicationsOf(
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
  };
}

type Views = ReturnType<typeof createApplicationViews>;

/** The decision alone: judged by the row it changes. */
function createDecide({ clock }: MembersParts) {
  return async (
    tx: Queries,
    { communityId, applicationId, decision, reason, version }: DecideInput,
    actorId: string,
  ): Promise<queries.GridRow> => {
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
    return row;
  };
}

function createList({ database, communities, audit }: MembersParts, applicationsOf: Views) {
  return {
    /** Staff, organiser, admin or auditor; the look is written down. */
    async listGridApplications(
      { communityId, state, cursor, limit = pageLimits.default }: InputOf<typeof listGridApplicationsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listGridApplicationsSchemas>> {
      return database.transaction(async (tx) => {
        const values = [communityId, state ?? null, ...oldestFrom(cursor), limit + 1];
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
  };
}

/** What staff do about applications. */
export function createGridDesk(
  parts: MembersParts,
  { followRole }: Pick<ReturnType<typeof createMyGrid>, 'followRole'>,
) {
  const { database, communities, audit, notify } = parts;
  const applicationsOf = createApplicationViews(parts);
  const decide = createDecide(parts);

  return {
    ...createList(parts, applicationsOf),

    /** Staff, organiser or admin. */
    async decideGridApplication(input: DecideInput, asker: Asker): Promise<GridApplication> {
      const { communityId, decision, reason } = input;
      if (decision === 'decline' && !reason?.trim())
        throw refuse(memberProblems.reason_missing, { fields: { reason: '请写一句原因' } });
      return database.transaction(async (tx) => {
        const { personId: actorId } = asker;
        const row = await decide(tx, input, actorId);
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
