import { publicReportStates } from '../../contract/report-figures';
import type { ReportCategory, ReportState } from '../../contract/reports';
import { statement } from '../platform/database';

const publicStates = `(${publicReportStates.map((state) => `'${state}'`).join(', ')})`;
const closedStates = `('resolved', 'confirmed', 'not_our_remit', 'duplicate')`;

export interface PublicRecord {
  id: string;
  number: number;
  category: ReportCategory;
  eventCode: string;
  codeVersion: string;
  state: ReportState;
  isUnconfirmed: boolean;
  isClosed: boolean;
  submittedAt: Date;
  changedAt: Date;
  closedAt: Date | null;
  dueAt: Date | null;
  /** Middle of a cell of a thousandth of a degree. */
  lat: number;
  lng: number;
  department: string | null;
  words: string | null;
  reply: string | null;
  canonicalNumber: number | null;
  mediaIds: string[];
}

const columns = `r.id, r.number, r.category, r.event_code as "eventCode", r.code_version as "codeVersion", r.state,
  r.is_unconfirmed as "isUnconfirmed", r.state in ${closedStates} as "isClosed", r.submitted_at as "submittedAt",
  r.changed_at as "changedAt", r.closed_at as "closedAt", r.due_at as "dueAt",
  (floor(r.position[1] * 1000) + 0.5) / 1000 as lat, (floor(r.position[0] * 1000) + 0.5) / 1000 as lng,
  d.name as department, c.number as "canonicalNumber",
  case when p.shows_words then r.words end as words,
  case when p.shows_reply then (
    select e.words from report_entries e
    where e.community_id = r.community_id and e.report_id = r.id and not e.is_internal and e.words is not null
      and e.actor in ('staff', 'department', 'supervisor')
    order by e.id desc limit 1) end as reply,
  coalesce(p.media_ids, '{}') as "mediaIds"`;
const tables = `reports r
  left join report_publicity p on p.community_id = r.community_id and p.report_id = r.id
  left join departments d on d.community_id = r.community_id and d.id = r.department_id
  left join reports c on c.community_id = r.community_id and c.id = r.canonical_id`;

/**
 * $1 community, $2 categories, $3–$4 sent from and before, $5–$6 changed from and before, $7 closed or not, $8–$11 box
 * (west, south, east, north), any of them null; $12 how many, $13 after how many.
 */
const filtered = `r.community_id = $1 and r.state in ${publicStates}
  and ($2::text[] is null or r.category = any($2))
  and ($3::timestamptz is null or r.submitted_at >= $3) and ($4::timestamptz is null or r.submitted_at < $4)
  and ($5::timestamptz is null or r.changed_at >= $5) and ($6::timestamptz is null or r.changed_at < $6)
  and ($7::boolean is null or (r.state in ${closedStates}) = $7)
  and ($8::float8 is null or r.position <@ box(point($8, $9), point($10, $11)))`;

export const listBySubmission = statement<PublicRecord>(
  'reports_public_by_submission',
  `select ${columns} from ${tables} where ${filtered} order by r.submitted_at desc, r.id desc limit $12 offset $13`,
);

export const listByChange = statement<PublicRecord>(
  'reports_public_by_change',
  `select ${columns} from ${tables} where ${filtered} order by r.changed_at desc, r.id desc limit $12 offset $13`,
);

/** By the numbers people say. */
export const findByNumbers = statement<PublicRecord>(
  'reports_public_by_numbers',
  `select ${columns} from ${tables}
   where r.community_id = $1 and r.number = any($2::int[]) and r.state in ${publicStates} order by r.number`,
);

export interface Counted {
  /** Null: of all of them. */
  category: ReportCategory | null;
  received: number;
}

/** $1 community, $2 from, $3 before. */
export const countReceived = statement<Counted>(
  'reports_count_received',
  `select category, count(*)::int as received from reports
   where community_id = $1 and submitted_at >= $2 and submitted_at < $3
   group by rollup (category)`,
);

export interface Outcomes {
  category: ReportCategory | null;
  fixed: number;
  unconfirmed: number;
  awaiting: number;
  closedNotFixed: number;
  notOurRemit: number;
  duplicates: number;
  withdrawn: number;
  medianHours: number | null;
}

/** $1 community, $2 from, $3 before. */
export const countOutcomes = statement<Outcomes>(
  'reports_count_outcomes',
  `select category,
     count(*) filter (where state = 'confirmed' and not is_unconfirmed)::int as fixed,
     count(*) filter (where state = 'confirmed' and is_unconfirmed)::int as unconfirmed,
     count(*) filter (where state = 'resolved')::int as awaiting,
     count(*) filter (where state = 'rejected')::int as "closedNotFixed",
     count(*) filter (where state = 'not_our_remit')::int as "notOurRemit",
     count(*) filter (where state = 'duplicate')::int as duplicates,
     count(*) filter (where state = 'withdrawn')::int as withdrawn,
     round((percentile_cont(0.5) within group (order by extract(epoch from closed_at - submitted_at))
       filter (where state in ('resolved', 'confirmed')) / 3600)::numeric, 1) as "medianHours"
   from reports where community_id = $1 and closed_at >= $2 and closed_at < $3
   group by rollup (category)`,
);

export const countOpen = statement<{ open: number }>(
  'reports_count_open',
  'select count(*)::int as open from reports where community_id = $1 and closed_at is null',
);

interface PublicityRow {
  showsWords: boolean;
  showsReply: boolean;
  mediaIds: string[];
}

const publicity = `coalesce(p.shows_words, false) as "showsWords", coalesce(p.shows_reply, false) as "showsReply",
  coalesce(p.media_ids, '{}') as "mediaIds"`;

export const findPublicity = statement<PublicityRow>(
  'report_publicity_find',
  `select ${publicity} from reports r
   left join report_publicity p on p.community_id = r.community_id and p.report_id = r.id
   where r.community_id = $1 and r.id = $2`,
);

/** Changes no row unless the report was taken on and the photos are its own. $3 words, $4 reply, $5 photos, $6 now. */
export const setPublicity = statement<PublicityRow>(
  'report_publicity_set',
  `insert into report_publicity as p (community_id, report_id, shows_words, shows_reply, media_ids, decided_at)
   select r.community_id, r.id, $3, $4, $5::uuid[], $6 from reports r
   where r.community_id = $1 and r.id = $2 and r.state in ${publicStates}
     and not exists (
       select from unnest($5::uuid[]) as asked (media_id)
       where not exists (
         select from report_photos o
         where o.community_id = $1 and o.report_id = $2 and o.media_id = asked.media_id))
   on conflict (community_id, report_id) do update set
     shows_words = excluded.shows_words, shows_reply = excluded.shows_reply, media_ids = excluded.media_ids,
     decided_at = excluded.decided_at
   returning ${publicity}`,
);

/** A photo that is shown to the public, by its report's number. */
export const findShownPhoto = statement<{ mediaId: string }>(
  'report_publicity_photo',
  `select $3::uuid as "mediaId" from reports r
   join report_publicity p on p.community_id = r.community_id and p.report_id = r.id
   where r.community_id = $1 and r.number = $2 and r.state in ${publicStates} and $3::uuid = any(p.media_ids)`,
);

export const findPublicNumber = statement<{ number: number; isPublic: boolean }>(
  'reports_public_number',
  `select number, state in ${publicStates} as "isPublic" from reports where community_id = $1 and id = $2`,
);
