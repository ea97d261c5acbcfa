import type { ReportCategory, ReportPhotoKind, ReportState } from '../../contract/reports';
import { plannedAnew, statement } from '../platform/database';
import { reportColumns, type EntryScreening, type ReportRecord } from './queries';

/** What lists, counts and the map are asked for. Null asks for nothing. */
export interface CaseFilter {
  communityId: string;
  states: readonly ReportState[] | null;
  categories: readonly ReportCategory[] | null;
  departmentId: string | null;
  gridMembershipId: string | null;
  /** Of the asker, where they may not see everything: departments and grid membership. */
  ofDepartments: readonly string[] | null;
  ofGrid: string | null;
  isOpen: boolean | null;
  number: number | null;
  search: string | null;
  /** The same where it is long enough for the index. */
  indexed: string | null;
  from: Date | null;
  before: Date | null;
  /** Of the deadline, infinity where there is none. */
  dueAfter: Date | string | null;
  dueUntil: Date | string | null;
}

export const valuesOf = (filter: CaseFilter): unknown[] => [
  filter.communityId,
  filter.states,
  filter.categories,
  filter.departmentId,
  filter.gridMembershipId,
  filter.ofDepartments,
  filter.ofGrid,
  filter.isOpen,
  filter.number,
  filter.search,
  filter.indexed,
  filter.from,
  filter.before,
  filter.dueAfter,
  filter.dueUntil,
];

const text = `coalesce(r.words, '') || ' ' || coalesce(r.place_text, '')`;

/** What a filter asks of a report `r`; the next value is $16. */
export const conditions = `r.community_id = $1
  and ($2::text[] is null or r.state = any($2)) and ($3::text[] is null or r.category = any($3))
  and ($4::uuid is null or r.department_id = $4) and ($5::uuid is null or r.grid_membership_id = $5)
  and ($6::uuid[] is null or r.department_id = any($6) or r.grid_membership_id = $7::uuid)
  and ($8::boolean is null or r.is_open = $8)
  and ($9::int is null or r.number = $9)
  and ($10::text is null or position(lower($10) in lower(${text})) > 0) and ($11::text is null or bigrams(${text}) @> bigrams($11))
  and ($12::timestamptz is null or r.submitted_at >= $12) and ($13::timestamptz is null or r.submitted_at < $13)
  and ($14::timestamptz is null or r.desk_due_at > $14) and ($15::timestamptz is null or r.desk_due_at <= $15)`;

/** What the desk has of a report besides what it says itself. */
export interface CaseRecord extends ReportRecord {
  isOpen: boolean;
  /** By when somebody here has something to do; infinity: never. */
  deskDueAt: Date | number;
  followers: number;
  /** Of what its reporter wrote and took; others see it once it has passed. */
  screening: EntryScreening;
}

const columns = `${reportColumns}, r.is_open as "isOpen", r.desk_due_at as "deskDueAt"`;
/** Of a page `p`: looked up for its rows alone. */
const besides = `(select count(*)::int from report_followers f
    where f.community_id = p."communityId" and f.report_id = p.id) as followers,
  coalesce((select e.screening from report_entries e where e.community_id = p."communityId" and e.report_id = p.id
    order by e.id limit 1), 'passed') as screening`;

/** In order of their ids. */
export const listByIds = statement<CaseRecord>(
  'cases_list_by_ids',
  `select p.*, ${besides} from (
     select ${columns} from reports r where r.community_id = $1 and r.id = any($2::uuid[])) p order by p.id`,
);

/* What is null is left out of the plan: where only open ones are asked for, only they are looked at. */

export const listByDue = plannedAnew<CaseRecord>(
  `select p.*, ${besides} from (
     select ${columns} from reports r
     where ${conditions} and r.is_open and (r.desk_due_at, r.id) > ($16::timestamptz, $17::uuid)
     order by r.desk_due_at, r.id limit $18) p
   order by p."deskDueAt", p.id`,
);

export const listNewest = plannedAnew<CaseRecord>(
  `select p.*, ${besides} from (
     select ${columns} from reports r
     where ${conditions} and (r.submitted_at, r.id) < ($16::timestamptz, $17::uuid)
     order by r.submitted_at desc, r.id desc limit $18) p
   order by p."submittedAt" desc, p.id desc`,
);

export interface CountRow {
  state: ReportState;
  count: number;
  overdue: number;
  soon: number;
}

/** Overdue by $16, soon before $17. */
export const countStates = plannedAnew<CountRow>(
  `select r.state, count(*)::int as count,
     count(*) filter (where r.desk_due_at <= $16)::int as overdue,
     count(*) filter (where r.desk_due_at > $16 and r.desk_due_at <= $17)::int as soon
   from reports r where ${conditions} group by r.state`,
);

/** What was merged into it. */
export const listDuplicates = statement<{ id: string; number: number }>(
  'cases_list_duplicates',
  'select id, number from reports where community_id = $1 and canonical_id = $2 order by number',
);

/** In the ranges of squares $3 to $4: others that are open, or ended after $5; what another has become is left out. */
export const listNear = plannedAnew<CaseRecord>(
  `select p.*, ${besides} from (
     select ${columns} from (
       select n.id from unnest($3::bigint[], $4::bigint[]) s (lo, hi), lateral (
         select r.id, r.submitted_at from reports r
         where r.community_id = $1 and r.map_square >= s.lo and r.map_square < s.hi and r.id <> $2
           and (r.is_open or r.closed_at > $5)
           and r.state not in ('submitted', 'screening', 'duplicate', 'withdrawn') offset 0) n
       order by n.submitted_at desc limit 100) n
     join reports r on r.community_id = $1 and r.id = n.id) p`,
);

/** Of many, those of the hazard first. */
export const listPhotos = statement<{ reportId: string; mediaId: string; kind: ReportPhotoKind }>(
  'report_photos_list_for_desk',
  `select report_id as "reportId", media_id as "mediaId", kind from report_photos
   where community_id = $1 and report_id = any($2::uuid[]) and kind <> 'answer'
   order by report_id, kind <> 'report', entry_id, ordinal`,
);
