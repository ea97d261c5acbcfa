import type { MembershipStatus } from '../../contract/people';
import type { Role } from '../../contract/roles';
import { statement } from '../platform/database';

/** Nothing happens to who is a member already. */
export const insertMember = statement<object>(
  'memberships_insert_rider',
  `insert into memberships (community_id, person_id, roles, joined_at)
   select id, $2, array['rider'], $3 from communities where id = $1
   on conflict (community_id, person_id) do nothing`,
);

export const communityExists = statement<object>(
  'communities_exists',
  'select 1 from communities where id = $1',
);

/** Only whose roles need nobody to take them over. */
export const deleteMember = statement<object>(
  'memberships_delete',
  `delete from memberships where community_id = $1 and person_id = $2 and roles <@ array['rider', 'grid_member']`,
);

export const clearCurrent = statement<object>(
  'people_clear_current',
  'update people set current_community_id = null where id = $1 and current_community_id = $2',
);

export interface MemberRow {
  personId: string;
  status: MembershipStatus;
  pauseReason: string | null;
  roles: Role[];
  departmentIds: string[];
  gridNumber: number | null;
  joinedAt: Date;
  version: number;
  nickname: string;
}

const memberColumns = `m.person_id as "personId", m.status, m.pause_reason as "pauseReason", m.roles,
  array(select o.department_id from department_officers o
        where o.community_id = m.community_id and o.person_id = m.person_id order by 1) as "departmentIds",
  (select g.number from grid_memberships g where g.community_id = m.community_id and g.person_id = m.person_id
     and g.state in ('active', 'paused')) as "gridNumber",
  m.joined_at as "joinedAt", m.version, p.nickname`;

/** By nickname. What is searched for may be part of a nickname, a number's keyed hash, or a badge's number. */
export const listMembers = statement<MemberRow>(
  'memberships_list',
  `select ${memberColumns} from memberships m join people p on p.id = m.person_id
   where m.community_id = $1 and ($2::text is null or m.status = $2) and ($3::text is null or $3 = any(m.roles))
     and ($4::text is null or position(lower($4) in lower(p.nickname)) > 0
       or exists (select from identities i
                  where i.person_id = m.person_id and i.provider = 'phone' and i.subject = $5)
       or exists (select from grid_memberships g where g.community_id = m.community_id
                    and g.person_id = m.person_id and g.number = $6::int))
     and (p.nickname, m.person_id) > ($7::text, $8::uuid)
   order by p.nickname, m.person_id limit $9`,
);

export const findMember = statement<MemberRow>(
  'memberships_find',
  `select ${memberColumns} from memberships m join people p on p.id = m.person_id
   where m.community_id = $1 and m.person_id = $2`,
);

/** Holds the community, so that of two last admins one stays. */
export const lockCommunity = statement<object>(
  'communities_lock',
  'select 1 from communities where id = $1 for update',
);

/** Who would still be admin without this person: not paused, not about to be deleted. */
const otherAdmin = `exists (
  select from memberships other join people q on q.id = other.person_id
  where other.community_id = m.community_id and other.person_id <> m.person_id and 'admin' = any(other.roles)
    and other.status <> 'paused' and q.deletion_due_at is null)`;

/**
 * What it is now. Changes no row when the member was changed meanwhile, what is to be resumed is not paused, or the
 * community would be left without an admin. Of pauses from before it was kept, what was before is not known.
 */
export const setStatus = statement<{ status: MembershipStatus }>(
  'memberships_set_status',
  `update memberships m set pause_reason = $5, version = version + 1,
     status = case when $4 = 'resumed' then coalesce(m.status_before_pause, 'joined') else $4 end,
     status_before_pause = case when $4 <> 'paused' then null
                                when m.status = 'paused' then m.status_before_pause else m.status end
   where m.community_id = $1 and m.person_id = $2 and m.version = $3
     and ($4 <> 'resumed' or m.status = 'paused')
     and ($4 <> 'paused' or not 'admin' = any(m.roles) or ${otherAdmin})
   returning m.status`,
);

/** Changes no row either where a role would change that only an admin may set, and the asker is none ($5). */
export const setRoles = statement<object>(
  'memberships_set_roles',
  `update memberships m set roles = $4, version = version + 1
   where m.community_id = $1 and m.person_id = $2 and m.version = $3
     and ('admin' = any($4::text[]) or not 'admin' = any(m.roles) or ${otherAdmin})
     and ($5 or array(select r from unnest(m.roles) r where r in ('organiser', 'admin', 'auditor') order by r)
              = array(select r from unnest($4::text[]) r where r in ('organiser', 'admin', 'auditor') order by r))`,
);

/** Adds or takes the one role that goes with being a grid member. */
export const giveGridRole = statement<object>(
  'memberships_give_grid_role',
  `update memberships set roles = array_append(array_remove(roles, 'grid_member'), 'grid_member'), version = version + 1
   where community_id = $1 and person_id = $2`,
);
export const takeGridRole = statement<object>(
  'memberships_take_grid_role',
  `update memberships set version = version + 1,
     roles = case when roles = array['grid_member'] then array['rider'] else array_remove(roles, 'grid_member') end
   where community_id = $1 and person_id = $2`,
);

export const clearDepartments = statement<object>(
  'department_officers_clear',
  'delete from department_officers where community_id = $1 and person_id = $2',
);
/** The number of those that are the community's. */
export const putDepartments = statement<object>(
  'department_officers_put',
  `insert into department_officers (community_id, department_id, person_id)
   select community_id, id, $2 from departments where community_id = $1 and id = any($3::uuid[])`,
);
export const listDepartments = statement<{ id: string; name: string }>(
  'departments_list',
  'select id, name from departments where community_id = $1 order by name',
);
