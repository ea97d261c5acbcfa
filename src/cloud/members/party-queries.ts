import { statement } from '../platform/database';

export interface PartyRow {
  holderIndex: Buffer;
  sealed: Buffer;
  keyId: string;
  reportedAt: Date;
}

const columns = 'holder_index as "holderIndex", sealed, key_id as "keyId", reported_at as "reportedAt"';

export const put = statement<PartyRow>(
  'party_reports_put',
  `insert into party_reports as known (community_id, holder_index, sealed, key_id, reported_at)
   values ($1, $2, $3, $4, $5)
   on conflict (community_id, holder_index) do update set sealed = excluded.sealed, key_id = excluded.key_id
   returning ${columns}`,
);
export const find = statement<PartyRow>(
  'party_reports_find',
  `select ${columns} from party_reports where community_id = $1 and holder_index = $2`,
);
export const remove = statement<object>(
  'party_reports_delete',
  'delete from party_reports where community_id = $1 and holder_index = $2',
);
export const list = statement<PartyRow>(
  'party_reports_list',
  `select ${columns} from party_reports where community_id = $1 and (reported_at, holder_index) > ($2::timestamptz, $3)
   order by reported_at, holder_index limit $4`,
);
export const count = statement<{ total: number }>(
  'party_reports_count',
  'select count(*) as total from party_reports where community_id = $1',
);
export const listCommunityIds = statement<{ communityId: string }>(
  'memberships_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);
export const listToReseal = statement<PartyRow & { communityId: string }>(
  'party_reports_list_to_reseal',
  `select community_id as "communityId", ${columns} from party_reports where key_id <> $1 limit $2`,
);
/** Unless it was changed meanwhile. */
export const reseal = statement<object>(
  'party_reports_reseal',
  `update party_reports set sealed = $3, key_id = $4 where community_id = $1 and holder_index = $2 and sealed = $5`,
);
