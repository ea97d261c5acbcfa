import type { ScreeningReason, ScreeningRules, ScreeningSubject } from '../../contract/screenings';
import { statement } from '../platform/database';
import type { Hit } from './words';

export type Verdict = 'pass' | 'review' | 'risky';
export type CheckedBy = 'wechat' | 'words' | 'person' | 'none';
export type Source = 'weapp' | 'h5' | 'staff';

export interface WrittenText {
  /** What its author calls it, e.g. `words` or `answer`. */
  field: string;
  text: string;
}

/** What is still being looked at of a subject is looked at no more. */
export const replaceOpen = statement<object>(
  'screenings_replace_open',
  `update screenings set state = 'replaced', decided_at = $4
   where community_id = $1 and subject_kind = $2 and subject_id = $3 and state in ('checking', 'waiting')`,
);

export const insert = statement<object>(
  'screenings_insert',
  `insert into screenings (community_id, id, subject_kind, subject_id, round, person_id, source, state, started_at)
   select $1, $2, $3, $4, coalesce(max(round), 0) + 1, $5, $6, 'checking', $7 from screenings
   where community_id = $1 and subject_kind = $3 and subject_id = $4`,
);

/** A picture that a person or WeChat has let pass has passed. */
export const insertParts = statement<object>(
  'screening_parts_insert',
  `insert into screening_parts (community_id, screening_id, number, kind, texts, media_id, verdict, checked_by, late_at)
   select $1, $2, p.number, p.kind, p.texts, p."mediaId", seen.verdict, seen.checked_by, $4
   from jsonb_to_recordset($3::jsonb) as p (number int, kind text, texts jsonb, "mediaId" text)
   left join lateral (
     select known.verdict, known.checked_by from screening_parts known
     where known.community_id = $1 and known.media_id = p."mediaId" and known.verdict = 'pass'
       and known.checked_by in ('person', 'wechat') limit 1) seen on true`,
);

export interface LockedRow {
  subjectKind: ScreeningSubject;
  subjectId: string;
  source: Source;
  state: 'checking' | 'waiting' | 'passed' | 'rejected' | 'replaced';
  openid: string | null;
}

/** Who decides of a part waits here for who decides of another, so that the last one knows that it is. */
export const lock = statement<LockedRow>(
  'screenings_lock',
  `select subject_kind as "subjectKind", subject_id as "subjectId", source, state,
     (select subject from identities i where i.person_id = s.person_id and i.provider = 'wechat') as openid
   from screenings s where community_id = $1 and id = $2 for update`,
);

export interface OpenPart {
  number: number;
  kind: 'words' | 'picture';
  texts: WrittenText[];
}

export const listUndecided = statement<OpenPart>(
  'screening_parts_list_undecided',
  `select number, kind, texts from screening_parts
   where community_id = $1 and screening_id = $2 and verdict is null order by number`,
);

/** Once; an answer that came too late still counts. */
export const decidePart = statement<object>(
  'screening_parts_decide',
  `update screening_parts set verdict = $4, checked_by = $5, why = $6::text, label = $7::int, hits = $8::jsonb,
     ask_at = null
   where community_id = $1 and screening_id = $2 and number = $3
     and (verdict is null or (why = 'late' and $6::text is distinct from 'late'))`,
);

export const askSoon = statement<object>(
  'screening_parts_ask_soon',
  `update screening_parts set ask_at = $4
   where community_id = $1 and screening_id = $2 and number = $3 and verdict is null`,
);

/** Something is against it: a person is needed. */
export const wait = statement<object>(
  'screenings_wait',
  `update screenings s set state = 'waiting', waiting_since = $3
   where community_id = $1 and id = $2 and state = 'checking' and exists (
     select from screening_parts p where p.community_id = $1 and p.screening_id = $2 and p.verdict <> 'pass')`,
);

/** Nothing is against it, and nothing is left to look at. */
export const pass = statement<object>(
  'screenings_pass',
  `update screenings s set state = 'passed', decided_at = $3
   where community_id = $1 and id = $2 and state in ('checking', 'waiting') and not exists (
     select from screening_parts p where p.community_id = $1 and p.screening_id = $2
       and p.verdict is distinct from 'pass')`,
);

/** Whether a person or WeChat has seen every picture; so where there are none. */
export const findPicturesSeen = statement<{ picturesSeen: boolean }>(
  'screening_parts_find_pictures_seen',
  `select not exists (
     select from screening_parts where community_id = $1 and screening_id = $2 and kind = 'picture'
       and checked_by is distinct from 'person' and checked_by is distinct from 'wechat') as "picturesSeen"`,
);

export const listLate = statement<{ communityId: string; screeningId: string; number: number }>(
  'screening_parts_list_late',
  `select p.community_id as "communityId", p.screening_id as "screeningId", p.number from screening_parts p
   join screenings s on s.community_id = p.community_id and s.id = p.screening_id
   where p.verdict is null and p.late_at <= $1 and s.state in ('checking', 'waiting') order by p.late_at limit 100`,
);

export const findRules = statement<ScreeningRules>(
  'screening_rules_find',
  `select local_pictures as "localPictures", added_words as "addedWords", allowed_words as "allowedWords", version
   from screening_rules where community_id = $1`,
);

/** Judged by the row it changes: of two who change the same version one does. */
export const setRules = statement<ScreeningRules>(
  'screening_rules_set',
  `insert into screening_rules as known (community_id, local_pictures, added_words, allowed_words, version)
   select $1, $3, $4::text[], $5::text[], 1
   where $2::int = 0 or exists (select from screening_rules r where r.community_id = $1 and r.version = $2)
   on conflict (community_id) do update set local_pictures = excluded.local_pictures,
     added_words = excluded.added_words, allowed_words = excluded.allowed_words, version = known.version + 1
     where known.version = $2
   returning local_pictures as "localPictures", added_words as "addedWords", allowed_words as "allowedWords", version`,
);

/** What was written is not needed for longer, nor by whom. */
export const purgeParts = statement<object>(
  'screening_parts_purge',
  `update screening_parts p set texts = '[]', hits = '[]' from screenings s
   where s.decided_at < $1 and s.community_id = p.community_id and s.id = p.screening_id and p.texts <> '[]'`,
);
export const purge = statement<object>(
  'screenings_purge',
  `update screenings set person_id = null, decided_by = null, reason = null
   where decided_at < $1 and (person_id is not null or decided_by is not null or reason is not null)`,
);

/** A word of the list, in the text at this place among them. */
export interface HitIn extends Hit {
  at: number;
}

/** What somebody thinks of a part. */
export interface Opinion {
  verdict: Verdict;
  checkedBy: CheckedBy;
  why: ScreeningReason | null;
  label?: number | null;
  hits?: readonly HitIn[];
}
