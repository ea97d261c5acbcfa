import type { CorrectionState } from '../../contract/service-records';
import { statement } from '../platform/database';

export interface CorrectionRow {
  id: string;
  recordId: string;
  personId: string | null;
  state: CorrectionState;
  wasMinutes: number;
  proposedMinutes: number;
  reason: string | null;
  grantedMinutes: number | null;
  reply: string | null;
  askedAt: Date;
  decidedAt: Date | null;
  version: number;
}

const columns = `c.id, c.record_id as "recordId", c.person_id as "personId", c.state, c.was_minutes as "wasMinutes",
  c.proposed_minutes as "proposedMinutes", c.reason, c.granted_minutes as "grantedMinutes", c.reply,
  c.asked_at as "askedAt", c.decided_at as "decidedAt", c.version`;

export const find = statement<CorrectionRow>(
  'service_corrections_find',
  `select ${columns} from service_corrections c where c.community_id = $1 and c.id = $2`,
);

/** The last one of each record. */
export const listLast = statement<CorrectionRow>(
  'service_corrections_list_last',
  `select distinct on (c.record_id) ${columns} from service_corrections c
   where c.community_id = $1 and c.record_id = any($2::uuid[])
   order by c.record_id, c.asked_at desc, c.id desc`,
);

/** Nothing where one runs already. */
export const insert = statement<{ id: string }>(
  'service_corrections_insert',
  `insert into service_corrections
     (community_id, id, record_id, person_id, state, was_minutes, proposed_minutes, reason, asked_at)
   values ($1, $2, $3, $4, 'asked', $5, $6, $7, $8)
   on conflict (community_id, record_id) where state = 'asked' do nothing returning id`,
);

/** Only from the state and the version that were seen, and decided ($8) by somebody else than whose it is. */
export const move = statement<object>(
  'service_corrections_move',
  `update service_corrections set state = $5, granted_minutes = $6, reply = $7, decided_by = $8, decided_at = $9,
     version = version + 1
   where community_id = $1 and id = $2 and state = $3 and version = $4
     and ($8::uuid is null or person_id is distinct from $8)`,
);

/** Those of a leader's ($3) own activities, or all; the newest first. */
export const list = statement<CorrectionRow>(
  'service_corrections_list',
  `select ${columns} from service_corrections c
   join service_records r on r.community_id = c.community_id and r.id = c.record_id
   where c.community_id = $1 and ($2::text is null or c.state = $2) and ($3::uuid is null or r.recorder_id = $3)
     and c.person_id is not null and (c.asked_at, c.id) < ($4::timestamptz, $5::uuid)
   order by c.asked_at desc, c.id desc limit $6`,
);

export const listGranted = statement<{ id: string }>(
  'service_corrections_list_granted',
  `select id from service_corrections where community_id = $1 and record_id = $2 and state = 'granted'`,
);

export const hasRunning = statement<object>(
  'service_corrections_has_running',
  `select 1 from service_corrections c
   join service_records r on r.community_id = c.community_id and r.id = c.record_id
   where c.community_id = $1 and c.person_id = $2 and c.state = 'asked' and r.served_on between $3::date and $4::date
   limit 1`,
);

/** Of before $1, by community, as it is indexed. */
export const purgeWords = statement<object>(
  'service_corrections_purge_words',
  `update service_corrections s set reason = null, reply = null from communities c
   where s.community_id = c.id and s.decided_at < $1 and s.reason is not null`,
);
