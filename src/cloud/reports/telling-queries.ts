import type { ReportAction, ReportActor, ReportState } from '../../contract/reports';
import type { Role } from '../../contract/roles';
import { statement } from '../platform/database';

export interface ToldEntry {
  action: ReportAction;
  from: ReportState | null;
  to: ReportState | null;
  by: ReportActor;
  personId: string | null;
  department: string | null;
  receiver: string | null;
  words: string | null;
}
export const findEntry = statement<ToldEntry>(
  'report_entries_find_told',
  `select e.action, e.from_state as "from", e.to_state as "to", e.actor as "by", e.person_id as "personId",
     d.name as department, e.receiver, e.words
   from report_entries e left join departments d on d.community_id = e.community_id and d.id = e.department_id
   where e.community_id = $1 and e.report_id = $2 and e.id = $3`,
);

interface Person {
  personId: string;
}

/** Officers of a department ($2), or the grid member ($3). */
export const listAssignees = statement<Person>(
  'reports_list_assignees',
  `select o.person_id as "personId" from department_officers o
   where o.community_id = $1 and o.department_id = $2::uuid
   union select g.person_id from grid_memberships g where g.community_id = $1 and g.id = $3::uuid`,
);

const listOf = (name: string, ...roles: Role[]) =>
  statement<Person>(
    `reports_list_${name}`,
    `select person_id as "personId" from memberships
     where community_id = $1 and roles && array['${roles.join("', '")}'] and status <> 'paused'`,
  );
export const listStaff = listOf('staff', 'staff');
export const listSupervisors = listOf('supervisors', 'organiser', 'admin');
