import type { GridState } from '../../contract/members';
import { statement } from '../platform/database';

export interface GridRow {
  id: string;
  personId: string;
  state: GridState;
  number: number | null;
  areas: string[];
  note: string | null;
  reason: string | null;
  appliedAt: Date;
  decidedAt: Date | null;
  version: number;
}

const columns = `id, person_id as "personId", state, number, areas, note, reason, applied_at as "appliedAt",
  decided_at as "decidedAt", version`;

/** Changes no row while another is running. */
export const insertApplication = statement<GridRow>(
  'grid_memberships_insert',
  `insert into grid_memberships (community_id, id, person_id, state, areas, note, applied_at)
   values ($1, $2, $3, 'applied', $4, $5, $6) on conflict do nothing returning ${columns}`,
);

/** The one that is running, else the last. */
export const findMine = statement<GridRow>(
  'grid_memberships_find_mine',
  `select ${columns} from grid_memberships where community_id = $1 and person_id = $2
   order by (state in ('applied', 'active', 'paused')) desc, applied_at desc, id desc limit 1`,
);

/** $5 null: the state stays; $6 null: the areas stay. Only from the states in $7. */
export const updateMine = statement<GridRow>(
  'grid_memberships_update_mine',
  `update grid_memberships set state = coalesce($4::text, state), areas = coalesce($5::text[], areas),
     version = version + 1
   where community_id = $1 and person_id = $2 and version = $3 and state = any($6::text[])
   returning ${columns}`,
);

export const find = statement<GridRow>(
  'grid_memberships_find',
  `select ${columns} from grid_memberships where community_id = $1 and id = $2`,
);

export const list = statement<GridRow>(
  'grid_memberships_list',
  `select ${columns} from grid_memberships
   where community_id = $1 and ($2::text is null or state = $2) and (applied_at, id) > ($3::timestamptz, $4::uuid)
   order by applied_at, id limit $5`,
);

/** Judged by the rows it changes: of two who decide at once one does. */
export const decline = statement<GridRow>(
  'grid_memberships_decline',
  `update grid_memberships set state = 'declined', reason = $4, decided_at = $5, decided_by = $6, version = version + 1
   where community_id = $1 and id = $2 and version = $3 and state = any($7::text[]) returning ${columns}`,
);

/** The next number goes with it, in the same statement; a number given out is never given again. */
export const approve = statement<GridRow>(
  'grid_memberships_approve',
  `with decided as (
     select community_id, id from grid_memberships
     where community_id = $1 and id = $2 and version = $3 and state = any($6::text[]) for update
   ), next as (
     insert into grid_counters as known (community_id, last_number) select community_id, 1 from decided
     on conflict (community_id) do update set last_number = known.last_number + 1
     returning community_id, last_number
   )
   update grid_memberships g set state = 'active', number = next.last_number, decided_at = $4, decided_by = $5,
     version = version + 1
   from next, decided where g.community_id = decided.community_id and g.id = decided.id
   returning g.id, g.person_id as "personId", g.state, g.number, g.areas, g.note, g.reason,
     g.applied_at as "appliedAt", g.decided_at as "decidedAt", g.version`,
);
