import type { AttendanceKind, AttendanceWay } from '../../contract/attendances';
import { statement } from '../platform/database';

export interface AttendanceRow {
  id: string;
  personId: string | null;
  signUpId: string | null;
  cameAt: Date | null;
  cameWay: Exclude<AttendanceWay, 'planned_end'> | null;
  cameIsLate: boolean;
  cameIsSet: boolean;
  leftAt: Date | null;
  leftWay: AttendanceWay | null;
  leftIsLate: boolean;
  leftIsSet: boolean;
  settledMinutes: number | null;
  version: number;
}

const columns = `id, person_id as "personId", sign_up_id as "signUpId", came_at as "cameAt", came_way as "cameWay",
  came_is_late as "cameIsLate", came_is_set as "cameIsSet", left_at as "leftAt", left_way as "leftWay",
  left_is_late as "leftIsLate", left_is_set as "leftIsSet", settled_minutes as "settledMinutes", version`;

export const list = statement<AttendanceRow>(
  'attendances_list',
  `select ${columns} from attendances where community_id = $1 and activity_id = $2 and person_id is not null
   order by id limit $3`,
);

export const listOf = statement<AttendanceRow>(
  'attendances_list_of',
  `select ${columns} from attendances
   where community_id = $1 and activity_id = $2 and person_id = any($3::uuid[])`,
);

export const find = statement<AttendanceRow>(
  'attendances_find',
  `select ${columns} from attendances where community_id = $1 and activity_id = $2 and person_id = $3`,
);

/** Somebody's of several activities. */
export const listMine = statement<AttendanceRow & { activityId: string }>(
  'attendances_list_mine',
  `select activity_id as "activityId", ${columns} from attendances
   where person_id = $1 and activity_id = any($2::uuid[])`,
);

const given = `unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[])
  as given (id, person_id, sign_up_id, at)`;

/**
 * Who came, or went, many at once: the first to say so counts, whatever the order in which it arrives; said by hand
 * ($9) it counts against all others. Nobody goes before they came. Changes no row of what is not taken. $1 community,
 * $2 activity, $7 way, $8 whether late; nobody twice.
 */
const record = (kind: AttendanceKind) => {
  const [side, isOrdered] =
    kind === 'in'
      ? ['came', '(known.left_at is null or known.left_at >= excluded.came_at)']
      : ['left', '(known.came_at is null or known.came_at <= excluded.left_at)'];
  const isGuess = kind === 'out' ? `or known.left_way = 'planned_end'` : '';
  return statement<{ personId: string }>(
    `attendances_record_${kind}`,
    `insert into attendances as known
       (community_id, id, activity_id, person_id, sign_up_id, ${side}_at, ${side}_way, ${side}_is_late, ${side}_is_set)
     select $1, given.id, $2, given.person_id, given.sign_up_id, given.at, $7, $8, $9 from ${given}
     order by given.person_id
     on conflict (community_id, activity_id, person_id) do update
       set ${side}_at = excluded.${side}_at, ${side}_way = excluded.${side}_way,
         ${side}_is_late = excluded.${side}_is_late, ${side}_is_set = excluded.${side}_is_set,
         sign_up_id = coalesce(known.sign_up_id, excluded.sign_up_id), version = known.version + 1
       where ${isOrdered} and (
         excluded.${side}_is_set or known.${side}_at is null
         or (not known.${side}_is_set and (known.${side}_at > excluded.${side}_at ${isGuess})))
     returning person_id as "personId"`,
  );
};
export const recordKind: Record<AttendanceKind, ReturnType<typeof record>> = {
  in: record('in'),
  out: record('out'),
};

const clear = (kind: AttendanceKind) => {
  const side = kind === 'in' ? 'came' : 'left';
  return statement<{ personId: string }>(
    `attendances_clear_${kind}`,
    `update attendances set ${side}_at = null, ${side}_way = null, ${side}_is_late = false, ${side}_is_set = false,
       version = version + 1
     where community_id = $1 and activity_id = $2 and person_id = any($3::uuid[]) and ${side}_at is not null
     returning person_id as "personId"`,
  );
};
export const clearKind: Record<AttendanceKind, ReturnType<typeof clear>> = {
  in: clear('in'),
  out: clear('out'),
};

/** Whoever came and has not gone: gone at the planned end, or when they came where that is later. */
export const leaveAtEnd = statement<{ personId: string; at: Date }>(
  'attendances_leave_at_end',
  `update attendances set left_at = greatest(came_at, $3::timestamptz), left_way = 'planned_end', version = version + 1
   where community_id = $1 and activity_id = $2 and person_id is not null and came_at is not null and left_at is null
   returning person_id as "personId", left_at as at`,
);

export const settle = statement<object>(
  'attendances_settle',
  `update attendances set settled_minutes = $4
   where community_id = $1 and id = $2 and version = $3 and settled_minutes is distinct from $4::int`,
);

/** $3 ids, $4 about whom, $5 when, $6 whether it was taken; the rest is the same of all. */
export const insertMarks = statement<object>(
  'attendance_marks_insert',
  `insert into attendance_marks (community_id, activity_id, id, person_id, at, is_taken, kind, mode, way, marked_by,
     phone_time, received_at)
   select $1, $2, given.id, given.person_id, given.at, given.is_taken, $7, $8, $9, $10, $11, $12
   from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::boolean[]) as given (id, person_id, at, is_taken)`,
);
