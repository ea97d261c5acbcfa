import { problems } from '../../contract/http';
import { memberProblems, type Department } from '../../contract/members';
import type { Membership } from '../../contract/people';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Consents } from '../consents/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import { createDesk } from './desk';
import { listDepartments } from './duties';
import { createMyGrid } from './grid';
import { createGridDesk } from './grid-desk';
import { createParty } from './party';
import { leaveBehind } from './personal-data';
import * as queries from './queries';

export { membersPersonalData } from './personal-data';
export { dutiesOf, gridMembersOf, listDepartments, nameDepartments, officersOf, type Duties } from './duties';
export { createPartyReports } from './party-reports';

export interface MembersParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  sealing: Sealing;
  communities: Communities;
  people: People;
  consents: Consents;
  audit: Audit;
  notify: Notify;
  /** How a phone number (E.164) is found among identities. */
  phoneSubject: (phone: string) => string;
  /** What else one leaves behind in a community is nobody's any more. */
  leaveElsewhere: (tx: Queries, communityId: string, personId: string) => Promise<void>;
}

export type Members = ReturnType<typeof createMembers>;

/** Who belongs to a community, as what. */
export function createMembers(parts: MembersParts) {
  const { database, clock, changes, people, leaveElsewhere } = parts;
  const myGrid = createMyGrid(parts);

  /** Makes the person a member, as a rider, unless they are one. */
  async function join(tx: Queries, communityId: string, personId: string): Promise<void> {
    const joined = await tx.run(queries.insertMember, [communityId, personId, clock.now()]);
    if (joined) await changes.announce(tx, 'sessions', personId);
  }

  return {
    ...createDesk(parts),
    ...createGridDesk(parts, myGrid),
    ...createParty(parts),
    applyForGrid: myGrid.applyForGrid,
    getMyGridMembership: myGrid.getMyGridMembership,
    updateMyGridMembership: myGrid.updateMyGridMembership,
    join,

    /** A signed-in person. */
    async joinCommunity({ communityId }: { communityId: string }, { personId }: Asker): Promise<Membership> {
      return database.transaction(async (tx) => {
        if (!(await tx.row(queries.communityExists, [communityId]))) throw refuse(problems.not_found);
        await join(tx, communityId, personId);
        const { memberships } = await people.describeMe(tx, personId);
        const membership = memberships.find((one) => one.communityId === communityId);
        if (!membership) throw refuse(problems.not_found);
        return membership;
      });
    },

    /** A member: what they left is counted still, and nobody's. A working role is handed over first. */
    async leaveCommunity({ communityId }: { communityId: string }, { personId }: Asker): Promise<undefined> {
      await database.transaction(async (tx) => {
        await leaveElsewhere(tx, communityId, personId);
        await leaveBehind(tx, parts.sealing, communityId, personId);
        await tx.run(queries.clearCurrent, [personId, communityId]);
        if (!(await tx.run(queries.deleteMember, [communityId, personId])))
          throw refuse(memberProblems.has_duties);
        await changes.announce(tx, 'sessions', personId);
      });
    },

    /** Members of the community. */
    async listDepartments({ communityId }: { communityId: string }): Promise<{ items: Department[] }> {
      return { items: await listDepartments(database, communityId) };
    },
  };
}
