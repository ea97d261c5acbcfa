import type { ResolvedCode } from '../../contract/codes';
import { statement } from '../platform/database';

type Target = ResolvedCode['target'];

export interface CodeRow {
  communityId: string;
  target: Target;
  targetId: string;
  isRevoked: boolean;
}

export const find = statement<CodeRow>(
  'codes_find',
  `select community_id as "communityId", target, coalesce(station_id, merchant_id) as "targetId",
     revoked_at is not null as "isRevoked"
   from codes where id = $1`,
);

const ofTarget = <Row extends object>(name: string, text: (column: string) => string) => ({
  station: statement<Row>(`codes_${name}`, text('station_id')),
  merchant: statement<Row>(`codes_${name}_merchant`, text('merchant_id')),
});

export const findActive = ofTarget<{ id: string }>(
  'find_active',
  (target) => `select id from codes where community_id = $1 and ${target} = $2 and revoked_at is null`,
);

/** Nothing happens where there is one already. */
export const issue = ofTarget<object>(
  'issue',
  (target) =>
    `insert into codes (community_id, ${target}, id, target, created_at) values ($1, $2, $3, $4, $5)
     on conflict (community_id, ${target}) where revoked_at is null do nothing`,
);

export const revoke = ofTarget<object>(
  'revoke',
  (target) =>
    `update codes set revoked_at = $3 where community_id = $1 and ${target} = $2 and revoked_at is null`,
);
