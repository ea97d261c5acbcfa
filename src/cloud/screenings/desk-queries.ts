import type { ScreeningReason, ScreeningState, ScreeningSubject } from '../../contract/screenings';
import { statement } from '../platform/database';
import type { HitIn, WrittenText } from './queries';

interface ShownPart {
  kind: 'words' | 'picture';
  texts: WrittenText[];
  hits: HitIn[];
  mediaId: string | null;
  why: ScreeningReason | null;
  label: number | null;
}

export interface ShownRow {
  id: string;
  subjectKind: ScreeningSubject;
  subjectId: string;
  state: ScreeningState | 'checking' | 'replaced';
  startedAt: Date;
  waitingSince: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  parts: ShownPart[];
}

const columns = `id, subject_kind as "subjectKind", subject_id as "subjectId", state, started_at as "startedAt",
  waiting_since as "waitingSince", decided_at as "decidedAt", decided_by as "decidedBy", reason,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'texts', p.texts, 'hits', p.hits,
      'mediaId', p.media_id, 'why', p.why, 'label', p.label) order by p.number), '[]')
   from screening_parts p where p.community_id = s.community_id and p.screening_id = s.id) as parts`;

export const find = statement<ShownRow>(
  'screenings_find',
  `select ${columns} from screenings s where community_id = $1 and id = $2`,
);

export const listWaiting = statement<ShownRow>(
  'screenings_list_waiting',
  `select ${columns} from screenings s
   where community_id = $1 and state = 'waiting' and (waiting_since, id) > ($2::timestamptz, $3::uuid)
   order by waiting_since, id limit $4`,
);

export const listDecided = statement<ShownRow>(
  'screenings_list_decided',
  `select ${columns} from screenings s
   where community_id = $1 and waiting_since is not null and state in ('passed', 'rejected')
     and (decided_at, id) < ($2::timestamptz, $3::uuid)
   order by decided_at desc, id desc limit $4`,
);

export const countWaiting = statement<{ waiting: number }>(
  'screenings_count_waiting',
  `select count(*) as waiting from screenings where community_id = $1 and state = 'waiting'`,
);

/** Judged by the row it changes: of two who decide at once one does. */
export const decide = statement<{ subjectKind: ScreeningSubject; subjectId: string }>(
  'screenings_decide',
  `update screenings set state = $3, decided_at = $4, decided_by = $5, reason = $6
   where community_id = $1 and id = $2 and state = 'waiting'
   returning subject_kind as "subjectKind", subject_id as "subjectId"`,
);

/** Whoever lets the whole pass has seen every part. */
export const passParts = statement<object>(
  'screening_parts_pass',
  `update screening_parts set verdict = 'pass', checked_by = 'person', ask_at = null
   where community_id = $1 and screening_id = $2`,
);
/** What was found before stays found. */
export const rejectParts = statement<object>(
  'screening_parts_reject',
  `update screening_parts set verdict = 'review', checked_by = 'person', ask_at = null
   where community_id = $1 and screening_id = $2 and verdict is null`,
);
