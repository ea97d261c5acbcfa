import { statement } from '../platform/database';
import type { OpenPart, Source } from './queries';

export interface TakenPart extends OpenPart {
  communityId: string;
  screeningId: string;
  mediaId: string | null;
  source: Source;
  openid: string | null;
  attempts: number;
  /** Nobody has decided on the whole meanwhile. */
  isOpen: boolean;
}

/** Taken for a while ($2): whoever breaks down meanwhile, it is asked again. What is decided or replaced is not asked. */
export const takeToAsk = statement<TakenPart>(
  'screening_parts_take_to_ask',
  `update screening_parts p set attempts = p.attempts + 1, ask_at = $2
   from (
     select community_id, screening_id, number from screening_parts where ask_at <= $1
     order by ask_at limit $3 for update skip locked) due
   join screenings s on s.community_id = due.community_id and s.id = due.screening_id
   where p.community_id = due.community_id and p.screening_id = due.screening_id and p.number = due.number
   returning p.community_id as "communityId", p.screening_id as "screeningId", p.number, p.kind, p.texts,
     p.media_id as "mediaId", p.attempts, s.source, s.state in ('checking', 'waiting') as "isOpen",
     (select subject from identities i where i.person_id = s.person_id and i.provider = 'wechat') as openid`,
);

export const askLater = statement<object>(
  'screening_parts_ask_later',
  `update screening_parts set ask_at = $4
   where community_id = $1 and screening_id = $2 and number = $3 and ask_at is not null`,
);

export const askNoMore = statement<object>(
  'screening_parts_ask_no_more',
  'update screening_parts set ask_at = null where community_id = $1 and screening_id = $2 and number = $3',
);

/** WeChat has it; from now on it has until $4. */
export const awaitAnswer = statement<object>(
  'screening_parts_await_answer',
  `update screening_parts set ask_at = null, late_at = $4
   where community_id = $1 and screening_id = $2 and number = $3 and verdict is null`,
);

interface TraceRow {
  communityId: string | null;
  screeningId: string | null;
  number: number | null;
  suggest: 'pass' | 'review' | 'risky' | 'unreachable' | null;
  label: number | null;
}

const columns = `community_id as "communityId", screening_id as "screeningId", number, suggest, label`;

/** The one who asked and the one who heard the answer each write what they know; the second learns what the first knew. */
export const traceAsked = statement<TraceRow>(
  'screening_traces_asked',
  `insert into screening_traces as known (trace_id, noted_at, community_id, screening_id, number)
   values ($1, $2, $3, $4, $5)
   on conflict (trace_id) do update set community_id = excluded.community_id,
     screening_id = excluded.screening_id, number = excluded.number
   returning ${columns}`,
);
export const traceAnswered = statement<TraceRow>(
  'screening_traces_answered',
  `insert into screening_traces as known (trace_id, noted_at, suggest, label) values ($1, $2, $3, $4)
   on conflict (trace_id) do update set suggest = excluded.suggest, label = excluded.label
     where known.suggest is null
   returning ${columns}`,
);

export const purgeTraces = statement<object>(
  'screening_traces_purge',
  'delete from screening_traces where noted_at < $1',
);
