import { problems, type InputOf } from '../../contract/http';
import type { Me, Membership } from '../../contract/people';
import type { updateMeSchemas } from '../../contract/people.schema';
import type { Asker } from '../platform/asker';
import type { Database, Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import * as queries from './queries';

interface PeopleParts {
  database: Database;
}

/** Where an avatar is served from. */
const avatarUrl = (id: string) => `/api/avatars/${id}`;

function membershipOf({ roles, ...membership }: queries.MeRow['memberships'][number]): Membership {
  const counting = membership.status === 'paused' ? [] : roles;
  return {
    ...membership,
    roles,
    desk: {
      seeMembers: policy.listMembers.allows(counting),
      decideGridApplications: policy.decideGridApplication.allows(counting),
      setRoles: policy.setMemberRoles.allows(counting),
      seePartyReports: policy.listPartyReports.allows(counting),
      seeAudit: policy.listAuditEntries.allows(counting),
      seeDeliveries: policy.listDeliveries.allows(counting),
    },
  };
}

export type People = ReturnType<typeof createPeople>;

export function createPeople({ database }: PeopleParts) {
  /** The person as they see themselves, inside a transaction too. */
  async function describeMe(from: Queries, personId: string): Promise<Me> {
    const row = await from.row(queries.findMe, [personId]);
    if (!row) throw refuse(problems.unauthenticated);
    const [only] = row.memberships;
    return {
      id: personId,
      nickname: row.nickname,
      avatarUrl: row.avatarId && avatarUrl(row.avatarId),
      company: row.company,
      phone: null,
      identities: row.identities.map(({ linkedAt, ...identity }) => ({
        ...identity,
        linkedAt: new Date(linkedAt).toISOString(),
      })),
      currentCommunityId: row.currentCommunityId ?? only?.communityId ?? null,
      memberships: row.memberships.map(membershipOf),
      agreedNotice: row.agreedNotice,
      deletionDueAt: row.deletionDueAt?.toISOString() ?? null,
    };
  }

  return {
    describeMe,

    /** A signed-in person, about themselves. */
    getMe: ({ personId }: Asker): Promise<Me> => describeMe(database, personId),

    /** A signed-in person, about themselves. */
    async updateMe(input: InputOf<typeof updateMeSchemas>, { personId }: Asker): Promise<Me> {
      const { nickname, company, currentCommunityId } = input;
      const values = [nickname?.trim(), company, company !== undefined, currentCommunityId];
      const changed = await database.run(queries.update, [personId, ...values.map((value) => value ?? null)]);
      if (!changed)
        throw refuse(problems.not_found, { fields: { currentCommunityId: '请选您已加入的社区' } });
      return describeMe(database, personId);
    },
  };
}
