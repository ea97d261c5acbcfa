import { statement } from '../platform/database';

export interface DayRecord {
  isWalkInAllowed: boolean;
  walkIns: number;
  closedAt: Date | null;
  judgedAt: Date | null;
}

const columns = `is_walk_in_allowed as "isWalkInAllowed", walk_ins as "walkIns", closed_at as "closedAt",
  judged_at as "judgedAt"`;

export const begin = statement<object>(
  'activity_days_begin',
  'insert into activity_days (community_id, activity_id) values ($1, $2) on conflict do nothing',
);

export const find = statement<DayRecord>(
  'activity_days_find',
  `select ${columns} from activity_days where community_id = $1 and activity_id = $2`,
);

/** Whoever records keeps its end from being written until they are done; many may at once. */
export const share = statement<DayRecord>(
  'activity_days_share',
  `select ${columns} from activity_days where community_id = $1 and activity_id = $2 for share`,
);

export const listOf = statement<{ activityId: string; closedAt: Date | null }>(
  'activity_days_list_of',
  `select activity_id as "activityId", closed_at as "closedAt" from activity_days
   where activity_id = any($1::uuid[])`,
);

export const allowWalkIns = statement<object>(
  'activity_days_allow_walk_ins',
  'update activity_days set is_walk_in_allowed = $3 where community_id = $1 and activity_id = $2',
);

export const tally = statement<object>(
  'activity_days_tally',
  `update activity_days set walk_ins = greatest(0, walk_ins + $3::int) where community_id = $1 and activity_id = $2`,
);

export const close = statement<object>(
  'activity_days_close',
  `update activity_days set closed_at = $3, closed_by = $4
   where community_id = $1 and activity_id = $2 and closed_at is null`,
);

export const judge = statement<object>(
  'activity_days_judge',
  `update activity_days set judged_at = $3
   where community_id = $1 and activity_id = $2 and judged_at is null and closed_at is not null`,
);

export interface CodeRecord {
  id: string;
  communityId: string;
  activityId: string;
  personId: string;
  madeAs: 'leader' | 'staff';
}

const codeColumns = `id, community_id as "communityId", activity_id as "activityId", person_id as "personId",
  made_as as "madeAs"`;

/** One for each phone that shows codes of the day. */
export const insertCode = statement<object>(
  'activity_codes_insert',
  `insert into activity_codes (community_id, activity_id, person_id, id, made_as, made_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (community_id, activity_id, person_id) do update set made_as = excluded.made_as`,
);
export const findOwnCode = statement<CodeRecord>(
  'activity_codes_find_own',
  `select ${codeColumns} from activity_codes where community_id = $1 and activity_id = $2 and person_id = $3`,
);
export const findCode = statement<CodeRecord>(
  'activity_codes_find',
  `select ${codeColumns} from activity_codes where id = $1`,
);
export const listCodes = statement<CodeRecord>(
  'activity_codes_list',
  `select ${codeColumns} from activity_codes where community_id = $1 and activity_id = $2`,
);
