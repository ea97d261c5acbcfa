import type { ResolvedCode } from '../../contract/codes';
import { statement } from '../platform/database';

interface CodeRow {
  communityId: string;
  target: ResolvedCode['target'];
  stationId: string;
  isRevoked: boolean;
}

export const find = statement<CodeRow>(
  'codes_find',
  `select community_id as "communityId", target, station_id as "stationId", revoked_at is not null as "isRevoked"
   from codes where id = $1`,
);

export const findActive = statement<{ id: string }>(
  'codes_find_active',
  'select id from codes where community_id = $1 and station_id = $2 and revoked_at is null',
);

/** Nothing happens where there is one already. */
export const issue = statement<object>(
  'codes_issue',
  `insert into codes (community_id, id, target, station_id, created_at) values ($1, $2, 'station', $3, $4)
   on conflict (community_id, station_id) where revoked_at is null do nothing`,
);
