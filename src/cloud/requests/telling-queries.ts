import type { RequestAction, RequestState } from '../../contract/requests';
import type { Role } from '../../contract/roles';
import { statement } from '../platform/database';

export interface ToldEntry {
  action: RequestAction;
  to: RequestState | null;
  personId: string | null;
  department: string | null;
}
export const findEntry = statement<ToldEntry>(
  'request_entries_find_told',
  `select e.action, e.to_state as "to", e.person_id as "personId", d.name as department
   from request_entries e left join departments d on d.community_id = e.community_id and d.id = e.department_id
   where e.community_id = $1 and e.request_id = $2 and e.id = $3`,
);

export interface Told {
  personId: string;
}
const isThere = `m.community_id = $1 and m.status <> 'paused'`;

/** Officers of a department. */
export const listOfficers = statement<Told>(
  'requests_list_officers',
  `select o.person_id as "personId" from department_officers o
   join memberships m on m.person_id = o.person_id and ${isThere}
   where o.community_id = $1 and o.department_id = $2 and m.roles && array['department_officer']`,
);

/** Who may read a confidential category. */
export const listReaders = statement<Told>(
  'requests_list_readers',
  `select a.person_id as "personId" from request_readers a
   join memberships m on m.person_id = a.person_id and ${isThere}
   where a.community_id = $1 and a.category_id = $2
     and m.roles && array['staff', 'organiser', 'admin', 'department_officer']`,
);

const listOf = (name: string, ...roles: Role[]) =>
  statement<Told>(
    `requests_list_${name}`,
    `select m.person_id as "personId" from memberships m
     where ${isThere} and m.roles && array['${roles.join("', '")}']`,
  );
export const listStaff = listOf('staff', 'staff');
export const listSupervisors = listOf('supervisors', 'organiser', 'admin');
