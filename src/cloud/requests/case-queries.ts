import type { RequestState } from '../../contract/requests';
import { plannedAnew, statement } from '../platform/database';
import { requestColumns, type RequestRecord } from './queries';
import type { RequestScope } from './case-scope';

export const listReading = statement<{ categoryId: string }>(
  'request_readers_list_reading',
  'select category_id as "categoryId" from request_readers where community_id = $1 and person_id = $2',
);

/** What lists and counts are asked for. Null asks for nothing. */
export interface CaseFilter extends RequestScope {
  communityId: string;
  states: readonly RequestState[] | null;
  categoryIds: readonly string[] | null;
  departmentId: string | null;
  isOpen: boolean | null;
  number: number | null;
  search: string | null;
  /** The same where it is long enough for the index. */
  indexed: string | null;
  /** Of the deadline, infinity where there is none. */
  dueAfter: Date | string | null;
  dueUntil: Date | string | null;
}

export const valuesOf = (filter: CaseFilter): unknown[] => [
  filter.communityId,
  filter.departmentIds,
  filter.readerOf,
  filter.states,
  filter.categoryIds,
  filter.departmentId,
  filter.isOpen,
  filter.number,
  filter.search,
  filter.indexed,
  filter.dueAfter,
  filter.dueUntil,
];

/** Of a request `r`: $2 departments (null: all), $3 categories whose confidential ones are read. */
export const inScope = `(case when r.is_confidential then r.category_id = any($3::uuid[])
  else $2::uuid[] is null or r.department_id = any($2) end)`;

/** What a filter asks of a request `r`; the next value is $13. */
const conditions = `r.community_id = $1 and ${inScope}
  and ($4::text[] is null or r.state = any($4)) and ($5::uuid[] is null or r.category_id = any($5))
  and ($6::uuid is null or r.department_id = $6) and ($7::boolean is null or r.is_open = $7)
  and ($8::int is null or r.number = $8)
  and ($9::text is null or position(lower($9) in lower(coalesce(r.words, ''))) > 0)
  and ($10::text is null or bigrams(coalesce(r.words, '')) @> bigrams($10))
  and ($11::timestamptz is null or r.desk_due_at > $11) and ($12::timestamptz is null or r.desk_due_at <= $12)`;

/* What is null is left out of the plan: where only open ones are asked for, only they are looked at. */

export const listByDue = plannedAnew<RequestRecord>(
  `select ${requestColumns} from requests r
   where ${conditions} and r.is_open and (r.desk_due_at, r.id) > ($13::timestamptz, $14::uuid)
   order by r.desk_due_at, r.id limit $15`,
);

export const listNewest = plannedAnew<RequestRecord>(
  `select ${requestColumns} from requests r
   where ${conditions} and (r.submitted_at, r.id) < ($13::timestamptz, $14::uuid)
   order by r.submitted_at desc, r.id desc limit $15`,
);

export interface CountRow {
  state: RequestState;
  count: number;
  overdue: number;
  soon: number;
}

/** Overdue by $13, soon before $14. */
export const countStates = plannedAnew<CountRow>(
  `select r.state, count(*)::int as count,
     count(*) filter (where r.desk_due_at <= $13)::int as overdue,
     count(*) filter (where r.desk_due_at > $13 and r.desk_due_at <= $14)::int as soon
   from requests r where ${conditions} group by r.state`,
);

interface Officer {
  departmentId: string;
  personId: string;
  nickname: string;
}

/** Of all departments of a community. */
export const listOfficers = statement<Officer>(
  'requests_list_all_officers',
  `select o.department_id as "departmentId", o.person_id as "personId", p.nickname from department_officers o
   join memberships m on m.community_id = o.community_id and m.person_id = o.person_id
   join people p on p.id = o.person_id
   where o.community_id = $1 and m.status <> 'paused' and m.roles && array['department_officer']
   order by p.nickname, o.person_id`,
);
