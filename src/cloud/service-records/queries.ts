import type { ServiceGrade, ServiceKind } from '../../contract/service-records';
import { statement } from '../platform/database';

export interface RecordRow {
  communityId: string;
  id: string;
  personId: string | null;
  activityId: string;
  kind: ServiceKind;
  content: string;
  place: string;
  servedOn: string;
  minutes: number;
  isByPlan: boolean;
  recorderId: string | null;
  recorder: string | null;
  grade: ServiceGrade | null;
  gradeWords: string | null;
  nickname: string | null;
  volunteerNumber: number | null;
  version: number;
}

const columns = `r.community_id as "communityId", r.id, r.person_id as "personId", r.activity_id as "activityId", r.kind,
  r.content, r.place, r.served_on as "servedOn", r.minutes, r.is_by_plan as "isByPlan", r.recorder_id as "recorderId",
  l.nickname as recorder, r.grade, r.grade_words as "gradeWords", p.nickname, v.number as "volunteerNumber", r.version`;
const tables = `service_records r left join people l on l.id = r.recorder_id left join people p on p.id = r.person_id
  left join volunteers v on v.community_id = r.community_id and v.person_id = r.person_id`;

export const find = statement<RecordRow>(
  'service_records_find',
  `select ${columns} from ${tables} where r.community_id = $1 and r.id = $2`,
);

/** The newest first. $3 and $4: a year's days, or all. */
export const listMine = statement<RecordRow>(
  'service_records_list_mine',
  `select ${columns} from ${tables}
   where r.community_id = $1 and r.person_id = $2 and r.served_on between $3::date and $4::date
     and (r.served_on, r.id) < ($5::date, $6::uuid)
   order by r.served_on desc, r.id desc limit $7`,
);

export const listDays = statement<RecordRow>(
  'service_records_list_days',
  `select ${columns} from ${tables}
   where r.community_id = $1 and r.served_on between $2::date and $3::date
     and (r.served_on, r.id) < ($4::date, $5::uuid)
   order by r.served_on desc, r.id desc limit $6`,
);

export const listActivity = statement<RecordRow>(
  'service_records_list_activity',
  `select ${columns} from ${tables} where r.community_id = $1 and r.activity_id = $2 and r.minutes > 0
   order by v.number, r.id`,
);

export const listByIds = statement<RecordRow>(
  'service_records_list_by_ids',
  `select ${columns} from ${tables} where r.community_id = $1 and r.id = any($2::uuid[])`,
);

const sums = 'coalesce(sum(minutes), 0)::int as minutes, count(*) filter (where minutes > 0)::int as times';

export const totalOfDays = statement<{ minutes: number; times: number }>(
  'service_records_total_days',
  `select ${sums} from service_records where community_id = $1 and served_on between $2::date and $3::date`,
);

export const sumYears = statement<{ year: number; minutes: number; times: number }>(
  'service_records_sum_years',
  `select extract(year from served_on)::int as year, ${sums} from service_records
   where community_id = $1 and person_id = $2 group by 1 order by 1 desc`,
);

export const sumKinds = statement<{ kind: ServiceKind; minutes: number; times: number }>(
  'service_records_sum_kinds',
  `select kind, ${sums} from service_records where community_id = $1 and person_id = $2 group by 1
   order by sum(minutes) desc, kind`,
);

/** Only one that counts as volunteering, with what the day said of how somebody left. */
export const findServed = statement<{
  kind: ServiceKind;
  title: string;
  place: string;
  startsAt: Date;
  leaderId: string | null;
  isByPlan: boolean;
}>(
  'service_records_find_served',
  `select a.kind, a.title, coalesce(s.name, a.place_text, '') as place, a.starts_at as "startsAt",
     a.leader_id as "leaderId", coalesce(t.left_way = 'planned_end', false) as "isByPlan"
   from activities a
   join attendances t on t.community_id = a.community_id and t.activity_id = a.id and t.id = $3
   left join stations s on s.community_id = a.community_id and s.id = a.station_id
   where a.community_id = $1 and a.id = $2 and a.kind = any($4::text[])`,
);

/** Nothing where the attendance has its record already. */
export const insert = statement<{ version: number }>(
  'service_records_insert',
  `insert into service_records (community_id, id, person_id, activity_id, attendance_id, attendance_version, kind,
     content, place, served_on, minutes, is_by_plan, recorder_id, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (community_id, attendance_id) do nothing returning version`,
);

/** What the day told later: not what is older than what is known, nor over what was decided. */
export const amend = statement<{ id: string; version: number; before: number }>(
  'service_records_amend',
  `update service_records r set minutes = $4, is_by_plan = $5, attendance_version = $3, version = r.version + 1
   from (
     select id, minutes from service_records where community_id = $1 and attendance_id = $2 for update
   ) o
   where r.community_id = $1 and r.id = o.id and r.attendance_version < $3 and not r.is_decided and r.minutes <> $4
   returning r.id, r.version, o.minutes as before`,
);

export const setMinutes = statement<{ version: number; before: number }>(
  'service_records_set_minutes',
  `update service_records r set minutes = $3, is_decided = true, version = r.version + 1
   from (select minutes from service_records where community_id = $1 and id = $2 for update) o
   where r.community_id = $1 and r.id = $2 returning r.version, o.minutes as before`,
);

/** Of somebody else's than $6. */
export const setGrade = statement<{ minutes: number; version: number }>(
  'service_records_set_grade',
  `update service_records set grade = $4, grade_words = $5, version = version + 1
   where community_id = $1 and id = $2 and version = $3 and person_id is distinct from $6
   returning minutes, version`,
);

export const insertEntry = statement<object>(
  'service_record_entries_insert',
  `insert into service_record_entries
     (community_id, record_id, version, action, minutes, grade, correction_id, person_id, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export interface ExportRow {
  id: string;
  number: number | null;
  sealedName: Buffer | null;
  nameKeyId: string | null;
  nickname: string | null;
  content: string;
  kind: ServiceKind;
  servedOn: string;
  minutes: number;
  place: string;
  recorder: string | null;
  grade: ServiceGrade | null;
  gradeWords: string | null;
}

/** Of who is gone nothing is passed on. */
export const listForExport = statement<ExportRow>(
  'service_records_list_for_export',
  `select r.id, v.number, v.sealed_name as "sealedName", v.name_key_id as "nameKeyId", p.nickname, r.content, r.kind,
     r.served_on as "servedOn", r.minutes, r.place, l.nickname as recorder, r.grade, r.grade_words as "gradeWords"
   from ${tables}
   where r.community_id = $1 and r.served_on between $2::date and $3::date and r.minutes > 0
     and r.person_id is not null
   order by r.served_on, r.id limit $4`,
);

/** What of a record stands on a paper. */
export interface Certified {
  id: string;
  servedOn: string;
  kind: ServiceKind;
  content: string;
  place: string;
  minutes: number;
  grade: ServiceGrade | null;
}

/** Held until the paper is written: a correction waits, or is seen. */
export const holdForPaper = statement<Certified>(
  'service_records_hold_for_paper',
  `select id, served_on as "servedOn", kind, content, place, minutes, grade from service_records
   where community_id = $1 and person_id = $2 and served_on between $3::date and $4::date and minutes > 0
   order by served_on, id limit $5 for share`,
);
