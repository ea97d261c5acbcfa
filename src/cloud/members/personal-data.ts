import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import type { Sealing } from '../platform/sealing';
import type { GridState } from '../../contract/members';
import type { Role } from '../../contract/roles';
import { listCommunityIds } from './party-queries';
import { createPartyReports } from './party-reports';
import { gridStateNames, roleNames } from './texts';

const collectMemberships = statement<{
  community: string;
  roles: Role[];
  joinedAt: Date;
  communityId: string;
}>(
  'memberships_collect',
  `select c.name as community, c.id as "communityId", m.roles, m.joined_at as "joinedAt"
   from memberships m join communities c on c.id = m.community_id where m.person_id = $1 order by m.joined_at`,
);
const collectGrid = statement<{ state: GridState; areas: string[]; note: string | null; appliedAt: Date }>(
  'grid_memberships_collect',
  `select g.state, g.areas, g.note, g.applied_at as "appliedAt" from memberships m
   join grid_memberships g on g.community_id = m.community_id and g.person_id = m.person_id
   where m.person_id = $1 order by g.applied_at`,
);

const deleteGrid = statement<object>(
  'grid_memberships_forget',
  'delete from grid_memberships where community_id = $1 and person_id = $2',
);
const forgetDecider = statement<object>(
  'grid_memberships_forget_decider',
  'update grid_memberships set decided_by = null where community_id = $1 and decided_by = $2',
);
const deleteOfficer = statement<object>(
  'department_officers_forget',
  'delete from department_officers where community_id = $1 and person_id = $2',
);
const deleteMemberships = statement<object>(
  'memberships_forget',
  'delete from memberships where person_id = $1',
);

/** In one community: applications, badge, department, report as a party member. The number is never given again. */
export async function leaveBehind(
  tx: Queries,
  sealing: Sealing,
  communityId: string,
  personId: string,
): Promise<void> {
  for (const statement of [deleteGrid, forgetDecider, deleteOfficer])
    await tx.run(statement, [communityId, personId]);
  await createPartyReports(sealing).remove(tx, communityId, personId);
}

/** Roles of both; verified where either is, paused where either is. */
const mergeMemberships = statement<object>(
  'memberships_merge',
  `insert into memberships as known
     (community_id, person_id, roles, joined_at, status, pause_reason, status_before_pause)
   select community_id, $2, roles, joined_at, status, pause_reason, status_before_pause
   from memberships where person_id = $1
   on conflict (community_id, person_id) do update set
     roles = array(select distinct role from unnest(known.roles || excluded.roles) as role),
     joined_at = least(known.joined_at, excluded.joined_at),
     status = case when 'paused' in (known.status, excluded.status) then 'paused'
                   when 'verified' in (known.status, excluded.status) then 'verified' else 'joined' end,
     pause_reason = coalesce(known.pause_reason, excluded.pause_reason),
     status_before_pause = case
       when 'paused' not in (known.status, excluded.status) then null
       when 'verified' in (known.status, excluded.status, known.status_before_pause, excluded.status_before_pause)
         then 'verified' else 'joined' end,
     version = known.version + 1`,
);
/** One runs at a time: of two, the one who stays keeps theirs. */
const mergeGrid = statement<object>(
  'grid_memberships_merge',
  `update grid_memberships g set person_id = $2 from memberships m
   where m.person_id = $1 and g.community_id = m.community_id and g.person_id = $1
     and (g.state not in ('applied', 'active', 'paused') or not exists (
       select from grid_memberships own where own.community_id = g.community_id and own.person_id = $2
         and own.state in ('applied', 'active', 'paused')))`,
);
const mergeDecider = statement<object>(
  'grid_memberships_merge_decider',
  `update grid_memberships g set decided_by = $2 from memberships m
   where m.person_id = $1 and g.community_id = m.community_id and g.decided_by = $1`,
);
const mergeOfficers = statement<object>(
  'department_officers_merge',
  `insert into department_officers (community_id, department_id, person_id)
   select o.community_id, o.department_id, $2 from memberships m
   join department_officers o on o.community_id = m.community_id and o.person_id = m.person_id
   where m.person_id = $1 on conflict do nothing`,
);

export function membersPersonalData(sealing: Sealing): PersonalData {
  const reports = createPartyReports(sealing);
  return {
    title: '社区身份',
    async collect(from, personId) {
      const memberships = await from.rows(collectMemberships, [personId]);
      const grid = await from.rows(collectGrid, [personId]);
      const party: { 社区: string; 支部: string }[] = [];
      for (const { community, communityId } of memberships) {
        const report = await reports.find(from, communityId, personId);
        if (report) party.push({ 社区: community, 支部: report.branch });
      }
      return {
        社区: memberships.map(({ community, roles, joinedAt }) => ({
          社区: community,
          身份: roles.map((role) => roleNames[role]).join('、'),
          加入时间: joinedAt.toISOString(),
        })),
        流动网格员: grid.map(({ state, areas, note, appliedAt }) => ({
          状态: gridStateNames[state],
          片区: areas.join('、'),
          说明: note,
          申请时间: appliedAt.toISOString(),
        })),
        党员报到: party,
      };
    },
    async forget(tx, personId) {
      for (const { communityId } of await tx.rows(listCommunityIds, [personId]))
        await leaveBehind(tx, sealing, communityId, personId);
      await tx.run(deleteMemberships, [personId]);
    },
    async merge(tx, from, into) {
      await tx.run(mergeMemberships, [from, into]);
      for (const statement of [mergeGrid, mergeDecider, mergeOfficers]) await tx.run(statement, [from, into]);
      for (const { communityId } of await tx.rows(listCommunityIds, [from])) {
        const report = await reports.find(tx, communityId, from);
        if (report) await reports.put(tx, communityId, { ...report, personId: into });
      }
    },
  };
}
