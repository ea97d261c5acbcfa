import type { MarkMode } from '../../contract/attendance-days';
import type { AttendanceKind, AttendanceWay } from '../../contract/attendances';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import type { DayIds } from './access';
import type { ActivityRecord } from './activity-queries';
import * as queries from './queries';
import { minutesOf } from './timing';

/**
 * Published once the day is closed, for everybody who came and went, and again whenever that changes:
 * `ClosedAttendance`.
 */
export const attendanceClosed = 'attendance.closed';

export interface ClosedAttendance {
  communityId: string;
  activityId: string;
  attendanceId: string;
  personId: string;
  /** What counts; 0 where it turned out that they were not there. */
  minutes: number;
  /** What was told before; null: nothing. */
  minutesBefore: number | null;
  /** Rises with every change: what comes with a lower one is old. */
  version: number;
}

/** Who came, or went, when. */
export interface Said {
  personId: string;
  signUpId: string | null;
  at: Date;
}

/** How it was said. */
export interface Saying {
  kind: AttendanceKind;
  mode: MarkMode;
  way: AttendanceWay;
  isLate: boolean;
  /** null: the system. */
  by: string | null;
  phoneTime: Date;
  now: Date;
}

/** Takes what was said as far as it holds, and writes all of it down; nobody twice. Returns of whom it was taken. */
export async function say(
  tx: Queries,
  { communityId, activityId }: DayIds,
  said: readonly Said[],
  { kind, mode, way, isLate, by, phoneTime, now }: Saying,
): Promise<ReadonlySet<string>> {
  const people = said.map(({ personId }) => personId);
  const times = said.map(({ at }) => at);
  const changed =
    mode === 'clear'
      ? await tx.rows(queries.clearKind[kind], [communityId, activityId, people])
      : await tx.rows(queries.recordKind[kind], [
          communityId,
          activityId,
          said.map(() => newId()),
          people,
          said.map(({ signUpId }) => signUpId),
          times,
          way,
          isLate,
          mode === 'set',
        ]);
  const taken = new Set(changed.map(({ personId }) => personId));
  await tx.run(queries.insertMarks, [
    communityId,
    activityId,
    said.map(() => newId()),
    people,
    times,
    people.map((personId) => taken.has(personId)),
    kind,
    mode,
    way,
    by,
    phoneTime,
    now,
  ]);
  return taken;
}

/** Tells others what counts of these, where it is not what they were told; only of a day that is closed. */
export async function settle(
  tx: Queries,
  activity: ActivityRecord,
  rows: readonly queries.AttendanceRow[],
): Promise<void> {
  const { communityId, id: activityId } = activity;
  for (const { id: attendanceId, personId, version, settledMinutes: minutesBefore, ...row } of rows) {
    const minutes = minutesOf(row, activity) ?? (minutesBefore === null ? null : 0);
    if (personId === null || minutes === null || minutes === minutesBefore) continue;
    if (!(await tx.run(queries.settle, [communityId, attendanceId, version, minutes]))) continue;
    const told: ClosedAttendance = {
      communityId,
      activityId,
      attendanceId,
      personId,
      minutes,
      minutesBefore,
      version,
    };
    await publish(tx, { topic: attendanceClosed, communityId, payload: { ...told } });
  }
}
