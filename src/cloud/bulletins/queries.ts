import type {
  Block,
  BulletinAudience,
  BulletinCategory,
  BulletinReach,
  BulletinState,
} from '../../contract/bulletins';
import { plannedAnew, statement } from '../platform/database';

/** Who speaks: the department, or the community. */
const author = `coalesce(
  (select d.name from departments d where d.community_id = b.community_id and d.id = b.department_id),
  (select c.name from communities c where c.id = b.community_id))`;

export interface RowRecord {
  id: string;
  communityId: string;
  category: BulletinCategory;
  title: string;
  author: string;
  audience: BulletinAudience;
  publishedAt: Date;
  isPinned: boolean;
  plainText: string;
  /** Of its first picture. */
  coverId: string | null;
  isNew: boolean;
  isInTitle: boolean;
}

/**
 * Of a page alone, whose rows are `b`. Of the community $1, to be read by those of $2, in the category $3 or any, at the
 * moment $4; the person $5 has read what they read, and what came before $6 is new to nobody.
 */
const columns = `b.id, b.community_id as "communityId", b.category, b.title, ${author} as author, b.audience,
  b.published_at as "publishedAt", b.community_id = $1 and b.pinned_until > $4 is true as "isPinned",
  b.plain_text as "plainText",
  jsonb_path_query_first(b.blocks, '$[*] ? (@.type == "image").mediaId') #>> '{}' as "coverId",
  $5::uuid is not null and b.published_at > $6 and not exists (select from bulletin_readers r
    where r.community_id = b.community_id and r.bulletin_id = b.id and r.person_id = $5) as "isNew"`;

const isOut = `b.state = 'published' and b.audience = any($2::text[]) and ($3::text is null or b.category = $3)`;
/** Of another community that may speak to all. */
const isFromElsewhere = `b.reach = 'all' and b.community_id <> $1
  and exists (select from communities c where c.id = b.community_id and c.may_publish_everywhere)`;

export const listPinned = plannedAnew<RowRecord>(
  `select ${columns}, false as "isInTitle" from bulletins b
   where b.community_id = $1 and ${isOut} and b.pinned_until > $4
   order by b.published_at desc, b.id desc`,
);

/** What is not pinned, behind ($7, $8): at most $9. */
export const listNewest = plannedAnew<RowRecord>(
  `select ${columns}, false as "isInTitle" from (
     (select b.* from bulletins b where b.community_id = $1 and ${isOut}
        and (b.pinned_until is null or b.pinned_until <= $4) and (b.published_at, b.id) < ($7::timestamptz, $8::uuid)
      order by b.published_at desc, b.id desc limit $9)
     union all
     (select b.* from bulletins b where ${isFromElsewhere} and ${isOut}
        and (b.published_at, b.id) < ($7::timestamptz, $8::uuid)
      order by b.published_at desc, b.id desc limit $9)
   ) b order by b.published_at desc, b.id desc limit $9`,
);

/**
 * In which all words $10 are, those with all of them in the title first, behind ($11, $7, $8). The indexes find what has
 * the pairs $12 and the characters $13; pairs of the longer words $14 may stand apart, so these are looked for themselves.
 */
export const search = plannedAnew<RowRecord>(
  `select ${columns}, f.is_in_title as "isInTitle" from (
     select s.* from (
       select b.community_id, b.id, b.published_at,
         not exists (select from unnest($10::text[]) w where position(w in b.search_title) = 0) as is_in_title
       from bulletins b
       where ${isOut} and (b.community_id = $1 or ${isFromElsewhere})
         and (cardinality($12::text[]) = 0 or bigrams(b.search_text) @> $12)
         and (cardinality($13::text[]) = 0 or string_to_array(b.search_text, null) @> $13)
         and (cardinality($14::text[]) = 0
           or not exists (select from unnest($14::text[]) w where position(w in b.search_text) = 0))) s
     where (s.is_in_title, s.published_at, s.id) < ($11::boolean, $7::timestamptz, $8::uuid)
       or ($11 and not s.is_in_title)
     order by s.is_in_title desc, s.published_at desc, s.id desc limit $9) f
   join bulletins b on b.community_id = f.community_id and b.id = f.id
   order by f.is_in_title desc, f.published_at desc, f.id desc`,
);

export interface BulletinRecord {
  id: string;
  communityId: string;
  state: BulletinState;
  category: BulletinCategory;
  title: string;
  author: string;
  departmentId: string | null;
  sourceName: string | null;
  sourceUrl: string | null;
  audience: BulletinAudience;
  reach: BulletinReach;
  reminds: boolean;
  blocks: Block[];
  publishAt: Date | null;
  publishedAt: Date | null;
  editedAt: Date | null;
  pinnedUntil: Date | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  changedAt: Date;
  version: number;
}

export const bulletinColumns = `b.id, b.community_id as "communityId", b.state, b.category, b.title, ${author} as author,
  b.department_id as "departmentId", b.source_name as "sourceName", b.source_url as "sourceUrl", b.audience, b.reach,
  b.reminds, b.blocks, b.publish_at as "publishAt", b.published_at as "publishedAt", b.edited_at as "editedAt",
  b.pinned_until as "pinnedUntil", b.withdrawn_at as "withdrawnAt", b.withdraw_reason as "withdrawReason",
  b.changed_at as "changedAt", b.version`;

/** By the id alone, as links have it. */
export const findById = statement<BulletinRecord>(
  'bulletins_find_by_id',
  `select ${bulletinColumns} from bulletins b where b.id = $1`,
);

/** So many openings more on the day $4 as $6 says, and of the people $3 those as readers who were none yet. */
export const countOpenings = statement<object>(
  'bulletins_count_openings',
  `with reader as (
     insert into bulletin_readers (community_id, bulletin_id, person_id, read_at)
     select $1, $2, person, $5 from unnest($3::uuid[]) person order by person
     on conflict do nothing returning 1
   )
   insert into bulletin_days as known (community_id, bulletin_id, day, opens, readers)
   values ($1, $2, $4, $6, (select count(*) from reader))
   on conflict (community_id, bulletin_id, day)
   do update set opens = known.opens + excluded.opens, readers = known.readers + excluded.readers`,
);

export const purgeReaders = statement<object>(
  'bulletin_readers_purge',
  'delete from bulletin_readers where read_at < $1',
);
