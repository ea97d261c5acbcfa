import type { ReportCategory, ReportState } from '../../contract/reports';
import { plannedAnew } from '../platform/database';
import { conditions } from './case-queries';

/** Range by range: what else there is in the community is never looked at. */
const inRanges = `unnest($16::bigint[], $17::bigint[]) s (lo, hi), lateral (
  select r.* from reports r where ${conditions} and r.map_square >= s.lo and r.map_square < s.hi offset 0) r`;

interface ClusterRow {
  square: number;
  count: number;
  overdue: number;
  lng: number;
  lat: number;
}

/** What is in the ranges of finest squares $16 to $17, by squares of the zoom $18; overdue by $19. */
export const countSquares = plannedAnew<ClusterRow>(
  `select r.map_square >> (44 - 2 * $18::int) as square, count(*)::int as count,
     count(*) filter (where r.desk_due_at <= $19)::int as overdue,
     sum(r.position[0]) / count(*) as lng, sum(r.position[1]) / count(*) as lat
   from ${inRanges} group by 1`,
);

/** How many are late by $16, by squares of the zoom $17, those of $18. */
export const countOverdue = plannedAnew<{ square: number; overdue: number }>(
  `select r.map_square >> (44 - 2 * $17::int) as square, count(*)::int as overdue from reports r
   where ${conditions} and r.is_open and r.desk_due_at <= $16
     and r.map_square >> (44 - 2 * $17::int) = any($18::bigint[]) group by 1`,
);

export interface MarkerRow {
  id: string;
  number: number;
  category: ReportCategory;
  state: ReportState;
  deskDueAt: Date | number;
  position: { x: number; y: number };
}

/** In the ranges, and within west $18, south $19, east $20, north $21. */
export const listMarkers = plannedAnew<MarkerRow>(
  `select r.id, r.number, r.category, r.state, r.desk_due_at as "deskDueAt", r.position
   from ${inRanges}
   where r.position[0] between $18 and $20 and r.position[1] between $19 and $21
   order by r.map_square, r.id limit $22`,
);
