import type { RequestAction, RequestActor, RequestState } from '../../contract/requests';
import { statement } from '../platform/database';

/** A request as it is kept. */
export interface RequestRecord {
  communityId: string;
  id: string;
  number: number;
  requesterId: string | null;
  categoryId: string;
  isConfidential: boolean;
  state: RequestState;
  stateBefore: RequestState | null;
  words: string | null;
  spokenWords: boolean;
  isFlagged: boolean;
  submittedAt: Date;
  changedAt: Date;
  dueAt: Date | null;
  answerDueAt: Date | null;
  remainingMs: number | null;
  escalation: number;
  rung: number;
  escalateAt: Date | null;
  departmentId: string | null;
  officerId: string | null;
  returned: number;
  question: string | null;
  answeredAt: Date | null;
  firstAnsweredAt: Date | null;
  isLate: boolean;
  followUps: number;
  reopenedAt: Date | null;
  isLapsed: boolean;
  stars: number | null;
  closedAt: Date | null;
  version: number;
  /** By when somebody here has something to do; infinity: never. */
  deskDueAt: Date | number;
}

/** Of the table under the name `r`. */
export const requestColumns = `r.community_id as "communityId", r.id, r.number, r.requester_id as "requesterId",
  r.category_id as "categoryId", r.is_confidential as "isConfidential", r.state, r.state_before as "stateBefore",
  r.words, r.spoken_words as "spokenWords", r.is_flagged as "isFlagged", r.submitted_at as "submittedAt",
  r.changed_at as "changedAt", r.due_at as "dueAt", r.answer_due_at as "answerDueAt", r.remaining_ms as "remainingMs",
  r.escalation, r.rung, r.escalate_at as "escalateAt", r.department_id as "departmentId", r.officer_id as "officerId",
  r.returned, r.question, r.answered_at as "answeredAt", r.first_answered_at as "firstAnsweredAt",
  r.is_late as "isLate", r.follow_ups as "followUps", r.reopened_at as "reopenedAt", r.is_lapsed as "isLapsed",
  r.stars, r.closed_at as "closedAt", r.version, r.desk_due_at as "deskDueAt"`;

export const find = statement<RequestRecord>(
  'requests_find',
  `select ${requestColumns} from requests r where r.community_id = $1 and r.id = $2`,
);

/** By its id alone, as links name it. */
export const findById = statement<RequestRecord>(
  'requests_find_by_id',
  `select ${requestColumns} from requests r where r.id = $1`,
);

/** What a move may change, in the order of its values. */
const movable = [
  ['state', 'state'],
  ['state_before', 'stateBefore'],
  ['category_id', 'categoryId'],
  ['is_confidential', 'isConfidential'],
  ['due_at', 'dueAt'],
  ['answer_due_at', 'answerDueAt'],
  ['remaining_ms', 'remainingMs'],
  ['rung', 'rung'],
  ['escalate_at', 'escalateAt'],
  ['department_id', 'departmentId'],
  ['officer_id', 'officerId'],
  ['returned', 'returned'],
  ['question', 'question'],
  ['answered_at', 'answeredAt'],
  ['first_answered_at', 'firstAnsweredAt'],
  ['is_late', 'isLate'],
  ['follow_ups', 'followUps'],
  ['reopened_at', 'reopenedAt'],
  ['is_lapsed', 'isLapsed'],
  ['stars', 'stars'],
  ['closed_at', 'closedAt'],
  ['changed_at', 'changedAt'],
] as const satisfies readonly (readonly [string, keyof RequestRecord])[];

/** What a move may change. */
export type Movable = Pick<RequestRecord, (typeof movable)[number][1]>;

/** Changes no row where it is in another state or of another version by now, or where somebody deals with their own. */
export const move = statement<RequestRecord>(
  'requests_move',
  `update requests r set ${movable.map(([column], index) => `${column} = $${index + 5}`).join(', ')},
     version = version + 1
   where r.community_id = $1 and r.id = $2 and r.state = $3 and r.version = $4
     and ($${movable.length + 5}::uuid is null or r.requester_id is distinct from $${movable.length + 5})
   returning ${requestColumns}`,
);
/** `handlerId`: who deals with it, other than whose it is. */
export const movedValues = (request: RequestRecord, next: Movable, handlerId: string | null): unknown[] => [
  ...[request.communityId, request.id, request.state, request.version],
  ...movable.map(([, field]) => next[field]),
  handlerId,
];

/** Changes no row where the key has made one before; its number is then given back with the transaction. */
export const insert = statement<RequestRecord>(
  'requests_insert',
  `with next as (
     insert into request_counters as known (community_id, last_number) values ($1, 1)
     on conflict (community_id) do update set last_number = known.last_number + 1 returning last_number
   )
   insert into requests as r (community_id, id, number, requester_id, client_key, request_hash, category_id,
     is_confidential, department_id, state, words, spoken_words, is_flagged, written_at, submitted_at, changed_at,
     answer_due_at, due_at, escalate_at)
   select $1, $2, last_number, $3, $4, $5, $6, $7, $8, 'submitted', $9, $10, $11, $12, $13, $13, $14, $15, $16 from next
   on conflict (community_id, requester_id, client_key) do nothing
   returning ${requestColumns}`,
);

export const findByKey = statement<RequestRecord & { requestHash: Buffer }>(
  'requests_find_by_key',
  `select ${requestColumns}, r.request_hash as "requestHash" from requests r
   where r.community_id = $1 and r.requester_id = $2 and r.client_key = $3`,
);

/** One's own, the newest first; $4 whether something is still to be done about it, the requester included. */
export const listMine = statement<RequestRecord>(
  'requests_list_mine',
  `select ${requestColumns} from requests r
   where r.requester_id = $1 and (r.submitted_at, r.id) < ($2::timestamptz, $3::uuid)
     and ($4::boolean is null or $4::boolean = (r.state not in ('rated', 'withdrawn')))
   order by r.submitted_at desc, r.id desc limit $5`,
);

interface EntryRecord {
  id: string;
  action: RequestAction;
  from: RequestState | null;
  to: RequestState | null;
  by: RequestActor;
  personId: string | null;
  department: string | null;
  category: string | null;
  words: string | null;
  stars: number | null;
  isInternal: boolean;
  at: Date;
}

export const insertEntry = statement<object>(
  'request_entries_insert',
  `insert into request_entries (community_id, request_id, id, action, from_state, to_state, actor, person_id,
     department_id, category_id, words, stars, is_internal, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

/** The oldest first, the desk's own too. */
export const listEntries = statement<EntryRecord>(
  'request_entries_list',
  `select e.id, e.action, e.from_state as "from", e.to_state as "to", e.actor as "by", e.person_id as "personId",
     d.name as department, c.name as category, e.words, e.stars, e.is_internal as "isInternal", e.at
   from request_entries e
   left join departments d on d.community_id = e.community_id and d.id = e.department_id
   left join request_categories c on c.community_id = e.community_id and c.id = e.category_id
   where e.community_id = $1 and e.request_id = $2 order by e.id`,
);

export const insertPhotos = statement<object>(
  'request_photos_insert',
  `insert into request_photos (community_id, request_id, media_id, entry_id, ordinal)
   select $1, $2, p.id, $4, p.ordinal from unnest($3::uuid[]) with ordinality as p (id, ordinal)
   on conflict (community_id, request_id, media_id) do nothing`,
);

export const listPhotos = statement<{ mediaId: string; entryId: string }>(
  'request_photos_list',
  `select media_id as "mediaId", entry_id as "entryId" from request_photos
   where community_id = $1 and request_id = $2 order by entry_id, ordinal`,
);

/** The first photo of each, as the requester sent it. */
export const listFirstPhotos = statement<{ requestId: string; mediaId: string }>(
  'request_photos_list_first',
  `select distinct on (p.request_id) p.request_id as "requestId", p.media_id as "mediaId" from request_photos p
   join request_entries e on e.community_id = p.community_id and e.request_id = p.request_id and e.id = p.entry_id
   where p.community_id = $1 and p.request_id = any($2::uuid[]) and e.action = 'submit'
   order by p.request_id, p.ordinal`,
);
