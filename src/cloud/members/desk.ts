import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { memberProblems, type Member } from '../../contract/members';
import type {
  listMembersSchemas,
  setMemberRolesSchemas,
  setMemberStatusSchemas,
} from '../../contract/members.schema';
import { roles, type Role } from '../../contract/roles';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { badgeNumber } from './grid';
import * as queries from './queries';
import type { MembersParts } from './service';
import { roleNames } from './texts';

const membershipPage = 'members/rider/membership';
const noId = '00000000-0000-0000-0000-000000000000';
const phonePattern = /^(?:\+?86)?(1[3-9]\d{9})$/;
const badgePattern = /^(?:\D*-)?0*(\d{1,6})$/;

/** What a search may mean besides a part of a nickname. */
function searchOf(text: string | undefined, indexOfPhone: (phone: string) => string) {
  const search = text?.trim();
  if (!search) return { part: null, phone: null, number: null };
  const [, phone] = phonePattern.exec(search.replace(/[\s-]/g, '')) ?? [];
  const [, number] = badgePattern.exec(search) ?? [];
  return {
    part: search,
    phone: phone ? indexOfPhone(`+86${phone}`) : null,
    number: number ? Number(number) : null,
  };
}

/** Everybody is a rider, and a grid member by application. */
const byThemselves: readonly Role[] = ['rider', 'grid_member'];
/** The statement holds to it as well. */
const byAdmins: readonly Role[] = ['organiser', 'admin', 'auditor'];

/** Which roles holders of these may give and take. */
function rolesToGive(held: readonly Role[] | undefined): Role[] {
  if (!policy.setMemberRoles.allows(held)) return [];
  const isAdmin = held?.includes('admin') ?? false;
  return roles.filter((role) => !byThemselves.includes(role) && (isAdmin || !byAdmins.includes(role)));
}

function createViews({ people, communities }: MembersParts) {
  return async function viewsOf(
    from: Queries,
    communityId: string,
    rows: readonly queries.MemberRow[],
    asker: Asker,
  ): Promise<Member[]> {
    const { name, timeZone } = await communities.describe(from, communityId);
    const known = await people.describePeople(
      from,
      rows.map(({ personId }) => personId),
    );
    const held = asker.roles.get(communityId);
    const can = {
      setStatus: policy.setMemberStatus.allows(held),
      setRoles: policy.setMemberRoles.allows(held),
      giveRoles: rolesToGive(held),
    };
    return rows.flatMap((row) => {
      const person = known.get(row.personId);
      if (!person) return [];
      const { status, pauseReason, roles, departmentIds, gridNumber, joinedAt, version } = row;
      return {
        ...person,
        status,
        pauseReason,
        roles,
        departmentIds,
        gridNumber: gridNumber === null ? null : badgeNumber(name, gridNumber),
        joinedAt: localIso(timeZone, joinedAt.getTime()),
        version,
        can,
      };
    });
  };
}

type Views = ReturnType<typeof createViews>;

/** Looking at members; each look is written down, without what was searched for. */
function createLooks(parts: MembersParts, viewsOf: Views) {
  const { database, audit, phoneSubject } = parts;

  return {
    /** Staff, organiser, admin or auditor of the community. */
    async listMembers(
      input: InputOf<typeof listMembersSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listMembersSchemas>> {
      const { communityId, search, status, role, cursor, limit = pageLimits.default } = input;
      const { part, phone, number } = searchOf(search, phoneSubject);
      const [nickname = '', id = noId] = cursor === undefined ? [] : decodeCursor(cursor, 2);
      if (!/^[0-9a-f-]{36}$/.test(id))
        throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
      return database.transaction(async (tx) => {
        const filters = [communityId, status ?? null, role ?? null, part, phone, number];
        const rows = await tx.rows(queries.listMembers, [...filters, nickname, id, limit + 1]);
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        await audit.record(tx, {
          communityId,
          actorId: asker.personId,
          action: 'members_listed',
          details: {
            isSearch: part !== null,
            status: status ?? 'all',
            role: role ?? 'all',
            count: page.length,
          },
        });
        return {
          items: await viewsOf(tx, communityId, page, asker),
          nextCursor: rows.length > page.length && last ? encodeCursor([last.nickname, last.personId]) : null,
        };
      });
    },

    /** Staff, organiser, admin or auditor of the community. */
    async getMember(
      { communityId, personId }: { communityId: string; personId: string },
      asker: Asker,
    ): Promise<Member> {
      return database.transaction(async (tx) => {
        const row = await tx.row(queries.findMember, [communityId, personId]);
        const [member] = row ? await viewsOf(tx, communityId, [row], asker) : [];
        if (!member) throw refuse(problems.not_found);
        const actorId = asker.personId;
        await audit.record(tx, { communityId, actorId, subjectId: personId, action: 'member_viewed' });
        return member;
      });
    },
  };
}

/** Before and after a change, in its transaction. */
function createChanging({ changes }: MembersParts, viewsOf: Views) {
  async function changed(tx: Queries, communityId: string, personId: string, asker: Asker): Promise<Member> {
    await changes.announce(tx, 'sessions', personId);
    const row = await tx.row(queries.findMember, [communityId, personId]);
    const [member] = row ? await viewsOf(tx, communityId, [row], asker) : [];
    if (!member) throw refuse(problems.not_found);
    return member;
  }

  async function before(tx: Queries, communityId: string, personId: string, version: number) {
    await tx.row(queries.lockCommunity, [communityId]);
    const row = await tx.row(queries.findMember, [communityId, personId]);
    if (!row) throw refuse(problems.not_found);
    if (row.version !== version) throw refuse(problems.conflict);
    return row;
  }

  return { changed, before };
}

type Changing = ReturnType<typeof createChanging>;

/** What happened is written down and told in the same transaction. */
function createStatusChange(parts: MembersParts, { before, changed }: Changing) {
  const { database, communities, audit, notify } = parts;
  return {
    /** Staff, organiser or admin of the community. */
    async setMemberStatus(
      { communityId, personId, status, reason, version }: InputOf<typeof setMemberStatusSchemas>,
      asker: Asker,
    ): Promise<Member> {
      const why = status === 'paused' ? reason?.trim() : null;
      if (why === undefined || why === '')
        throw refuse(memberProblems.reason_missing, { fields: { reason: '请写一句原因' } });
      return database.transaction(async (tx) => {
        const was = await before(tx, communityId, personId, version);
        const now = await tx.row(queries.setStatus, [communityId, personId, version, status, why]);
        if (!now) throw refuse(status === 'paused' ? memberProblems.last_admin : problems.conflict);
        const { name } = await communities.describe(tx, communityId);
        const change = status === 'paused' ? 'paused' : was.status === 'paused' ? 'resumed' : 'verified';
        await audit.record(tx, {
          communityId,
          actorId: asker.personId,
          subjectId: personId,
          action: 'member_status_set',
          details: { from: was.status, to: now.status },
        });
        const values = { community: name, change, reason: why } as const;
        await notify(tx, { personId, communityId, kind: 'membership', values, link: membershipPage });
        return changed(tx, communityId, personId, asker);
      });
    },
  };
}

/** What happened is written down and told in the same transaction. */
function createRolesChange(parts: MembersParts, { before, changed }: Changing) {
  const { database, communities, audit, notify } = parts;
  return {
    /** Organiser or admin of the community. */
    async setMemberRoles(
      { communityId, personId, roles, departmentIds, version }: InputOf<typeof setMemberRolesSchemas>,
      asker: Asker,
    ): Promise<Member> {
      const wanted: Role[] = [...new Set<Role>(['rider', ...roles])];
      if (wanted.includes('department_officer') && departmentIds.length === 0)
        throw refuse(memberProblems.department_missing, { fields: { departmentIds: '请选所在的部门' } });
      const isAdmin = asker.roles.get(communityId)?.includes('admin') ?? false;
      return database.transaction(async (tx) => {
        const was = await before(tx, communityId, personId, version);
        if (!(await tx.run(queries.setRoles, [communityId, personId, version, wanted, isAdmin])))
          throw refuse(
            was.roles.includes('admin') && !wanted.includes('admin') && isAdmin
              ? memberProblems.last_admin
              : memberProblems.role_not_yours_to_set,
          );
        await tx.run(queries.clearDepartments, [communityId, personId]);
        const kept = wanted.includes('department_officer') ? departmentIds : [];
        if ((await tx.run(queries.putDepartments, [communityId, personId, kept])) !== kept.length)
          throw refuse(problems.invalid_input, { fields: { departmentIds: '没有这个部门' } });
        const given = wanted.filter((role) => !was.roles.includes(role));
        const taken = was.roles.filter((role) => !wanted.includes(role));
        await audit.record(tx, {
          communityId,
          actorId: asker.personId,
          subjectId: personId,
          action: 'member_roles_set',
          details: { given, taken, departments: kept.length },
        });
        const { name } = await communities.describe(tx, communityId);
        const named = (some: readonly Role[]) => some.map((role) => roleNames[role]).join('、');
        const values = { community: name, given: named(given), taken: named(taken) };
        if (given.length + taken.length > 0)
          await notify(tx, { personId, communityId, kind: 'roles', values, link: membershipPage });
        return changed(tx, communityId, personId, asker);
      });
    },
  };
}

export function createDesk(parts: MembersParts) {
  const viewsOf = createViews(parts);
  const changing = createChanging(parts, viewsOf);
  return {
    ...createLooks(parts, viewsOf),
    ...createStatusChange(parts, changing),
    ...createRolesChange(parts, changing),
  };
}
