import type { Block, BulletinState } from '../../contract/bulletins';
import { plannedAnew, statement } from '../platform/database';
import { bulletinColumns, type BulletinRecord } from './queries';

export interface Counted {
  opens: number;
  readers: number;
}

const counted = `coalesce((select sum(d.opens) from bulletin_days d
    where d.community_id = b.community_id and d.bulletin_id = b.id), 0)::int as opens,
  coalesce((select sum(d.readers) from bulletin_days d
    where d.community_id = b.community_id and d.bulletin_id = b.id), 0)::int as readers`;

export const find = statement<BulletinRecord & Counted>(
  'bulletins_find',
  `select ${bulletinColumns}, ${counted} from bulletins b where b.community_id = $1 and b.id = $2`,
);

/** In the state $2 or any, with the words $3 in the title, behind ($4, $5): at most $6. */
export const list = plannedAnew<BulletinRecord & Counted>(
  `select ${bulletinColumns}, ${counted} from (
     select b.* from bulletins b
     where b.community_id = $1 and ($2::text is null or b.state = $2)
       and (cardinality($3::text[]) = 0
         or not exists (select from unnest($3::text[]) w where position(w in b.search_title) = 0))
       and (b.changed_at, b.id) < ($4::timestamptz, $5::uuid)
     order by b.changed_at desc, b.id desc limit $6) b
   order by b.changed_at desc, b.id desc`,
);

export const findPublisher = statement<{ mayPublishEverywhere: boolean }>(
  'communities_find_publisher',
  'select may_publish_everywhere as "mayPublishEverywhere" from communities where id = $1',
);

export const departmentExists = statement<object>(
  'bulletins_department_exists',
  'select 1 from departments where community_id = $1 and id = $2',
);

export const insert = statement<object>(
  'bulletins_insert',
  `insert into bulletins (community_id, id, state, category, title, blocks, plain_text, search_title, search_text,
     department_id, source_name, source_url, audience, reach, created_at, changed_at)
   values ($1, $2, 'draft', $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
);

/** Only of the version $14 in the state $15. What is out keeps what it said before. */
export const update = statement<object>(
  'bulletins_update',
  `with kept as (
     insert into bulletin_versions (community_id, bulletin_id, version, title, blocks, at)
     select community_id, id, version, title, blocks, $16 from bulletins
     where community_id = $1 and id = $2 and version = $14 and state = 'published'
     on conflict do nothing
   )
   update bulletins set category = $3, title = $4, blocks = $5::jsonb, plain_text = $6, search_title = $7,
     search_text = $8, department_id = $9, source_name = $10, source_url = $11, audience = $12, reach = $13,
     edited_at = case when state = 'published' then $16 end, changed_at = $16, version = version + 1
   where community_id = $1 and id = $2 and version = $14 and state = $15`,
);

/** Those it has or had. */
export const listMediaIds = statement<{ mediaId: string }>(
  'bulletins_list_media_ids',
  `select distinct m #>> '{}' as "mediaId" from (
     select blocks from bulletins where community_id = $1 and id = $2
     union all select blocks from bulletin_versions where community_id = $1 and bulletin_id = $2) known,
     jsonb_path_query(known.blocks, '$[*] ? (@.type == "image").mediaId') m`,
);

export interface VersionRow {
  version: number;
  title: string;
  blocks: Block[];
  at: Date;
}
export const listVersions = statement<VersionRow>(
  'bulletin_versions_list',
  `select version, title, blocks, at from bulletin_versions
   where community_id = $1 and bulletin_id = $2 order by version desc limit $3`,
);

export const listDays = statement<Counted & { day: string }>(
  'bulletin_days_list',
  `select day, opens, readers from bulletin_days where community_id = $1 and bulletin_id = $2 order by day`,
);

/** What of a move is written: what is null is gone. Only from the version $3 in the state $4. */
export interface Moved {
  state: BulletinState;
  publishAt: Date | null;
  publishedAt: Date | null;
  pinnedUntil: Date | null;
  reminds: boolean;
  withdrawReason: string | null;
}
export const move = statement<object>(
  'bulletins_move',
  `update bulletins set state = $5, publish_at = $6, published_at = $7, pinned_until = $8, reminds = $9,
     withdraw_reason = $10, withdrawn_at = case when $5 = 'withdrawn' then $11::timestamptz end, changed_at = $11,
     version = version + 1
   where community_id = $1 and id = $2 and version = $3 and state = $4`,
);

/** Who pins waits here for who else does; others go on. */
export const lockPins = statement<object>(
  'bulletins_lock_pins',
  'select 1 from communities where id = $1 for no key update',
);
export const countPins = statement<{ pins: number }>(
  'bulletins_count_pins',
  `select count(*)::int as pins from bulletins where community_id = $1 and id <> $2 and pinned_until > $3`,
);
