import type {
  PositionSource,
  ReportAction,
  ReportActor,
  ReportCategory,
  ReportPhotoKind,
  ReportState,
} from '../../contract/reports';
import { statement } from '../platform/database';

/** A report as it is kept. */
export interface ReportRecord {
  communityId: string;
  id: string;
  number: number;
  reporterId: string | null;
  category: ReportCategory;
  eventCode: string;
  codeVersion: string;
  state: ReportState;
  stateBefore: ReportState | null;
  words: string | null;
  position: { x: number; y: number };
  accuracyM: number;
  positionSource: PositionSource;
  placeText: string | null;
  isAnonymous: boolean;
  submittedAt: Date;
  changedAt: Date;
  dueAt: Date | null;
  remainingMs: number | null;
  escalation: number;
  rung: number;
  escalateAt: Date | null;
  departmentId: string | null;
  gridMembershipId: string | null;
  givenBack: number;
  question: string | null;
  canonicalId: string | null;
  closedAt: Date | null;
  isUnconfirmed: boolean;
  stars: number | null;
  screeningId: string | null;
  isSeen: boolean;
  version: number;
}

/** Of the table under the name `r`. */
export const reportColumns = `r.community_id as "communityId", r.id, r.number, r.reporter_id as "reporterId", r.category,
  r.event_code as "eventCode", r.code_version as "codeVersion", r.state, r.state_before as "stateBefore", r.words,
  r.position, r.accuracy_m as "accuracyM", r.position_source as "positionSource", r.place_text as "placeText",
  r.is_anonymous as "isAnonymous", r.submitted_at as "submittedAt", r.changed_at as "changedAt", r.due_at as "dueAt",
  r.remaining_ms as "remainingMs", r.escalation, r.rung, r.escalate_at as "escalateAt",
  r.department_id as "departmentId", r.grid_membership_id as "gridMembershipId", r.given_back as "givenBack",
  r.question, r.canonical_id as "canonicalId", r.closed_at as "closedAt", r.is_unconfirmed as "isUnconfirmed",
  r.stars, r.screening_id as "screeningId", r.is_seen as "isSeen", r.version`;

export const find = statement<ReportRecord>(
  'reports_find',
  `select ${reportColumns} from reports r where r.community_id = $1 and r.id = $2`,
);

/** By its id alone, as links name it. */
export const findById = statement<ReportRecord>(
  'reports_find_by_id',
  `select ${reportColumns} from reports r where r.id = $1`,
);

/** In order of their ids, so that two who hold two never wait for each other. */
export const lock = statement<{ id: string; state: ReportState; number: number }>(
  'reports_lock',
  `select id, state, number from reports where community_id = $1 and id = any($2::uuid[]) order by id for update`,
);

/** What a move may change, in the order of its values. */
const movable = [
  ['state', 'state'],
  ['state_before', 'stateBefore'],
  ['category', 'category'],
  ['event_code', 'eventCode'],
  ['code_version', 'codeVersion'],
  ['due_at', 'dueAt'],
  ['remaining_ms', 'remainingMs'],
  ['rung', 'rung'],
  ['escalate_at', 'escalateAt'],
  ['department_id', 'departmentId'],
  ['grid_membership_id', 'gridMembershipId'],
  ['given_back', 'givenBack'],
  ['question', 'question'],
  ['canonical_id', 'canonicalId'],
  ['closed_at', 'closedAt'],
  ['is_unconfirmed', 'isUnconfirmed'],
  ['stars', 'stars'],
  ['is_seen', 'isSeen'],
  ['changed_at', 'changedAt'],
] as const satisfies readonly (readonly [string, keyof ReportRecord])[];

/** What a move may change. */
export type Movable = Pick<ReportRecord, (typeof movable)[number][1]>;

/** Changes no row where it is in another state or of another version by now. */
export const move = statement<ReportRecord>(
  'reports_move',
  `update reports r set ${movable.map(([column], index) => `${column} = $${index + 5}`).join(', ')},
     version = version + 1
   where r.community_id = $1 and r.id = $2 and r.state = $3 and r.version = $4
   returning ${reportColumns}`,
);
export const movedValues = (report: ReportRecord, next: Movable): unknown[] => [
  ...[report.communityId, report.id, report.state, report.version],
  ...movable.map(([, field]) => next[field]),
];

/** Somebody above is told. */
export const raise = statement<object>(
  'reports_raise',
  'update reports set escalation = escalation + 1 where community_id = $1 and id = $2',
);

/** Changes no row where the key has made one before; its number is then given back with the transaction. */
export const insert = statement<ReportRecord>(
  'reports_insert',
  `with next as (
     insert into report_counters as known (community_id, last_number) values ($1, 1)
     on conflict (community_id) do update set last_number = known.last_number + 1 returning last_number
   )
   insert into reports as r (community_id, id, number, reporter_id, client_key, request_hash, category, event_code,
     code_version, state, words, position, accuracy_m, crs, position_source, place_text, is_anonymous, written_at,
     submitted_at, changed_at)
   select $1, $2, last_number, $3, $4, $5, $6, $7, $8, 'submitted', $9, point($10, $11), $12, $13, $14, $15, $16, $17,
     $18, $18 from next
   on conflict (community_id, reporter_id, client_key) do nothing
   returning ${reportColumns}`,
);

export const findByKey = statement<ReportRecord & { requestHash: Buffer }>(
  'reports_find_by_key',
  `select ${reportColumns}, r.request_hash as "requestHash" from reports r
   where r.community_id = $1 and r.reporter_id = $2 and r.client_key = $3`,
);

export type EntryScreening = 'passed' | 'waiting' | 'rejected';

export interface EntryRecord {
  id: string;
  action: ReportAction;
  from: ReportState | null;
  to: ReportState | null;
  by: ReportActor;
  personId: string | null;
  department: string | null;
  receiver: string | null;
  until: Date | null;
  words: string | null;
  isInternal: boolean;
  screening: EntryScreening;
  at: Date;
}

export const insertEntry = statement<object>(
  'report_entries_insert',
  `insert into report_entries (community_id, report_id, id, action, from_state, to_state, actor, person_id,
     department_id, receiver, until, words, is_internal, screening, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
);

/** The oldest first, the desk's own too. */
export const listEntries = statement<EntryRecord>(
  'report_entries_list',
  `select e.id, e.action, e.from_state as "from", e.to_state as "to", e.actor as "by", e.person_id as "personId",
     d.name as department, e.receiver, e.until, e.words, e.is_internal as "isInternal", e.screening, e.at
   from report_entries e
   left join departments d on d.community_id = e.community_id and d.id = e.department_id
   where e.community_id = $1 and e.report_id = $2 order by e.id`,
);

export interface PhotoRecord {
  mediaId: string;
  entryId: string;
  kind: ReportPhotoKind;
}

export const insertPhotos = statement<object>(
  'report_photos_insert',
  `insert into report_photos (community_id, report_id, media_id, entry_id, kind, ordinal)
   select $1, $2, p.id, $4, $5, p.ordinal from unnest($3::uuid[]) with ordinality as p (id, ordinal)
   on conflict (community_id, report_id, media_id) do nothing`,
);

export const listPhotos = statement<PhotoRecord>(
  'report_photos_list',
  `select media_id as "mediaId", entry_id as "entryId", kind from report_photos
   where community_id = $1 and report_id = $2 order by entry_id, kind, ordinal`,
);

/** The first photo of each, as the reporter took it. */
export const listFirstPhotos = statement<{ reportId: string; mediaId: string }>(
  'report_photos_list_first',
  `select distinct on (report_id) report_id as "reportId", media_id as "mediaId" from report_photos
   where community_id = $1 and report_id = any($2::uuid[]) and kind = 'report'
   order by report_id, entry_id, ordinal`,
);

/** The photos of each that the reporter took of the hazard, in order. */
export const listHazardPhotos = statement<{ reportId: string; mediaId: string }>(
  'report_photos_list_hazard',
  `select report_id as "reportId", media_id as "mediaId" from report_photos
   where community_id = $1 and report_id = any($2::uuid[]) and kind = 'report'
   order by report_id, entry_id, ordinal`,
);

/** What the reporter added is decided; what it says stays. */
export const decideEntries = statement<object>(
  'report_entries_decide',
  `update report_entries set screening = $3
   where community_id = $1 and report_id = $2 and screening = 'waiting'`,
);
export const listWaiting = statement<{ id: string; words: string | null; mediaIds: string[] }>(
  'report_entries_list_waiting',
  `select e.id, e.words, array(select p.media_id from report_photos p
     where p.community_id = e.community_id and p.report_id = e.report_id and p.entry_id = e.id
     order by p.ordinal) as "mediaIds"
   from report_entries e where e.community_id = $1 and e.report_id = $2 and e.screening = 'waiting' order by e.id`,
);
export const awaitScreening = statement<object>(
  'reports_await_screening',
  'update reports set screening_id = $3 where community_id = $1 and id = $2',
);
/** Changes no row where another round is waited for. */
export const endScreening = statement<ReportRecord>(
  'reports_end_screening',
  `update reports r set screening_id = null where r.community_id = $1 and r.id = $2 and r.screening_id = $3
   returning ${reportColumns}`,
);
