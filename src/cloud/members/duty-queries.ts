import { statement } from '../platform/database';

export const findDuties = statement<{
  departmentIds: string[];
  gridId: string | null;
  areas: string[] | null;
}>(
  'memberships_find_duties',
  `select array(select o.department_id from department_officers o
       where o.community_id = m.community_id and o.person_id = m.person_id order by 1) as "departmentIds",
     g.id as "gridId", g.areas
   from memberships m left join grid_memberships g
     on g.community_id = m.community_id and g.person_id = m.person_id and g.state = 'active'
   where m.community_id = $1 and m.person_id = $2`,
);

export const listGridMembers = statement<{
  id: string;
  personId: string;
  number: number;
  nickname: string;
  areas: string[];
  isActive: boolean;
}>(
  'grid_memberships_list_members',
  `select g.id, g.person_id as "personId", g.number, p.nickname, g.areas, g.state = 'active' as "isActive"
   from grid_memberships g join people p on p.id = g.person_id
   where g.community_id = $1 and g.number is not null
     and ($2::uuid[] is null and g.state = 'active' or g.id = any($2)) order by g.number`,
);

/** One row for each department somebody works in. */
export const listOfficers = statement<{ personId: string; name: string; id: string; department: string }>(
  'department_officers_list',
  `select o.person_id as "personId", p.nickname as name, d.id, d.name as department
   from department_officers o
   join memberships m on m.community_id = o.community_id and m.person_id = o.person_id
   join departments d on d.community_id = o.community_id and d.id = o.department_id
   join people p on p.id = o.person_id
   where o.community_id = $1 and 'department_officer' = any(m.roles) and m.status <> 'paused'
   order by d.name, p.nickname, o.person_id`,
);

export const nameDepartments = statement<{ id: string; name: string }>(
  'departments_name',
  'select id, name from departments where community_id = $1 and id = any($2::uuid[]) order by name',
);
