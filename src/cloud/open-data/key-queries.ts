import { statement } from '../platform/database';

export interface KeyRow {
  id: string;
  name: string;
  hint: string;
  createdAt: Date;
  lastUsedOn: string | null;
  revokedAt: Date | null;
}

const columns = `id, name, hint, created_at as "createdAt", last_used_on as "lastUsedOn", revoked_at as "revokedAt"`;

export const list = statement<KeyRow>(
  'api_keys_list',
  `select ${columns} from api_keys where community_id = $1 order by revoked_at is not null, created_at desc, id`,
);

/** Holds the community, so that two at once are counted one after the other. */
export const lockCommunity = statement<object>(
  'api_keys_lock_community',
  'select from communities where id = $1 for no key update',
);

/** No row where there are $7 already. $3 name, $4 hint, $5 hash, $6 now. */
export const insert = statement<KeyRow>(
  'api_keys_insert',
  `insert into api_keys (community_id, id, name, hint, key_hash, created_at)
   select $1, $2, $3, $4, $5, $6
   where (select count(*) from api_keys where community_id = $1 and revoked_at is null) < $7
   on conflict (key_hash) do nothing
   returning ${columns}`,
);

export const findByHash = statement<KeyRow>(
  'api_keys_find_by_hash',
  `select ${columns} from api_keys where community_id = $1 and key_hash = $2`,
);

export const revoke = statement<object>(
  'api_keys_revoke',
  'update api_keys set revoked_at = $3 where community_id = $1 and id = $2 and revoked_at is null',
);

export const isThere = statement<object>(
  'api_keys_is_there',
  'select from api_keys where community_id = $1 and id = $2',
);

/** Which key it is, while it is in use. */
export const open = statement<{ id: string; communityId: string; name: string }>(
  'api_keys_open',
  `select id, community_id as "communityId", name from api_keys where key_hash = $1 and revoked_at is null`,
);

/** Once a day. $3 today. */
export const noteUse = statement<object>(
  'api_keys_note_use',
  `update api_keys set last_used_on = $3
   where community_id = $1 and id = $2 and (last_used_on is null or last_used_on < $3)`,
);

export const insertToken = statement<object>(
  'report_tokens_insert',
  `insert into report_tokens (community_id, token, report_id, api_key_id, created_at) values ($1, $2, $3, $4, $5)`,
);

/** The report that was sent under a token. */
export const findByToken = statement<{ reportId: string }>(
  'report_tokens_find',
  'select report_id as "reportId" from report_tokens where community_id = $1 and token = $2',
);
