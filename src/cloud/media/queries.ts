import type { MediaPurpose } from '../../contract/media';
import { statement } from '../platform/database';

export interface PhotoRow {
  id: string;
  width: number;
  height: number;
}

/** Of those asked for, the ones that are there. */
export const listPhotos = statement<PhotoRow>(
  'media_list',
  'select id, width, height from media where community_id = $1 and id = any($2::uuid[])',
);

/** What a phone says of what it sends. */
export interface Sent {
  purpose: MediaPurpose;
  size: number;
  sha256: Buffer;
}

export const findByKey = statement<PhotoRow & Sent>(
  'media_find_by_key',
  `select id, width, height, purpose, size, sha256 from media
   where community_id = $1 and person_id = $2 and upload_key = $3`,
);

/** Only what the person owns, for that purpose, and what belongs to nothing else yet. */
export const claim = statement<{ id: string }>(
  'media_claim',
  `update media set subject_kind = $5, subject_id = $6
   where community_id = $1 and person_id = $2 and id = any($3::uuid[]) and purpose = $4
     and (subject_id is null or (subject_kind = $5 and subject_id = $6))
   returning id`,
);

/** Nothing where the same upload became a photo already. */
export const insert = statement<object>(
  'media_insert',
  `insert into media (community_id, id, purpose, person_id, upload_key, thumb, photo, width, height, size,
     sha256, original, original_key_id, original_type, original_until, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
   on conflict (community_id, person_id, upload_key) do nothing`,
);

/** What the store holds of a photo, by what is asked for; nothing of an original whose time has passed ($2). */
export interface HeldRow {
  communityId: string;
  thumb: Buffer;
  photo: Buffer;
  original: Buffer | null;
  originalKeyId: string | null;
  originalType: string | null;
}
export const findHeld = statement<HeldRow>(
  'media_find_held',
  `select community_id as "communityId", thumb, photo,
     case when original_until > $2 then original end as original,
     original_key_id as "originalKeyId", original_type as "originalType"
   from media where id = $1`,
);

export const findOriginal = statement<object>(
  'media_find_original',
  'select id from media where community_id = $1 and id = $2 and original_until > $3',
);

/** What photos that went pointed to is looked at in the next round; what is just being put there keeps its time. */
export const sweepGone = `
  update media_objects o set sweep_at = coalesce(o.sweep_at, '-infinity') from gone
  where o.community_id = gone.community_id and o.hash in (gone.thumb, gone.photo, gone.original)`;

export const remove = statement<object>(
  'media_remove',
  `with gone as (
     delete from media where community_id = $1 and id = any($2::uuid[])
     returning community_id, thumb, photo, original
   ) ${sweepGone}`,
);

/** All that belong to these things, whoever sent them. */
export const removeOfSubjects = statement<object>(
  'media_remove_of_subjects',
  `with gone as (
     delete from media where community_id = $1 and subject_kind = $2 and subject_id = any($3::uuid[])
     returning community_id, thumb, photo, original
   ) ${sweepGone}`,
);

export const removeByKey = statement<object>(
  'media_remove_by_key',
  `with gone as (
     delete from media where community_id = $1 and person_id = $2 and upload_key = $3 and subject_id is null
     returning community_id, thumb, photo, original
   ) ${sweepGone}`,
);

/** Those that came before $1 and still belong to nothing. */
export const removeUnattached = statement<object>(
  'media_remove_unattached',
  `with gone as (
     delete from media where subject_id is null and created_at < $1
     returning community_id, thumb, photo, original
   ) ${sweepGone}`,
);

export const removeOriginals = statement<object>(
  'media_remove_originals',
  `with due as (
     select community_id, id, original from media where original_until <= $1 for update
   ), gone as (
     update media m set original = null, original_key_id = null, original_type = null, original_until = null
     from due where m.community_id = due.community_id and m.id = due.id
     returning m.community_id, due.original
   )
   update media_objects o set sweep_at = coalesce(o.sweep_at, '-infinity') from gone
   where o.community_id = gone.community_id and o.hash = gone.original`,
);

/** Before it is put into the store: should the photo never come to be, it is looked for at $3. */
export const keepObjects = statement<object>(
  'media_objects_keep',
  `insert into media_objects (community_id, hash, sweep_at)
   select distinct $1::uuid, hash, $3::timestamptz from unnest($2::bytea[]) as hash order by hash
   on conflict (community_id, hash) do update set sweep_at = excluded.sweep_at`,
);

export interface ObjectRow {
  communityId: string;
  hash: Buffer;
}
export const listSwept = statement<ObjectRow>(
  'media_objects_list_swept',
  `select community_id as "communityId", hash from media_objects where sweep_at <= $1 order by sweep_at limit $2`,
);

const isNeeded = `exists (select from media m where m.community_id = o.community_id
  and (m.thumb = o.hash or m.photo = o.hash or m.original = o.hash))`;

export const spareObject = statement<object>(
  'media_objects_spare',
  `update media_objects o set sweep_at = null
   where community_id = $1 and hash = $2 and sweep_at <= $3 and ${isNeeded}`,
);
export const deleteObject = statement<object>(
  'media_objects_delete',
  `delete from media_objects o where community_id = $1 and hash = $2 and sweep_at <= $3 and not ${isNeeded}`,
);

export interface UploadRow extends Sent {
  received: number;
}
const uploadColumns = 'purpose, size, sha256, received';

export const findUpload = statement<UploadRow>(
  'uploads_find',
  `select ${uploadColumns} from uploads where community_id = $1 and person_id = $2 and key = $3`,
);

/** None where there is one already, done or not, or as many as there may be: $8 on their way, $9 that belong to nothing. */
export const startUpload = statement<UploadRow>(
  'uploads_start',
  `insert into uploads (community_id, person_id, key, purpose, size, sha256, touched_at)
   select $1, $2, $3, $4, $5, $6, $7
   where (select count(*) from uploads where community_id = $1 and person_id = $2) < $8
     and (select count(*) from media where community_id = $1 and person_id = $2 and subject_id is null) < $9
     and not exists (select from media where community_id = $1 and person_id = $2 and upload_key = $3)
   on conflict (community_id, person_id, key) do nothing
   returning ${uploadColumns}`,
);

/** Only what begins where the last bytes ended, and does not go beyond the end. */
export const append = statement<UploadRow>(
  'uploads_append',
  `with moved as (
     update uploads set received = received + length($5::bytea), touched_at = $6
     where community_id = $1 and person_id = $2 and key = $3 and received = $4
       and received + length($5::bytea) <= size
     returning ${uploadColumns}
   ), kept as (
     insert into upload_chunks (community_id, person_id, key, position, bytes)
     select $1, $2, $3, $4, $5 from moved
   )
   select * from moved`,
);

export const listChunks = statement<{ bytes: Buffer }>(
  'upload_chunks_list',
  `select bytes from upload_chunks where community_id = $1 and person_id = $2 and key = $3 order by position`,
);

export const deleteUpload = statement<object>(
  'uploads_delete',
  'delete from uploads where community_id = $1 and person_id = $2 and key = $3',
);

export const purgeUploads = statement<object>('uploads_purge', 'delete from uploads where touched_at < $1');
