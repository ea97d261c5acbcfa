import { attendanceLimits, type Attendance, type DayActivity, type Moment } from '../../contract/attendances';
import { dayMs, localIso, minuteMs } from '../platform/local-time';
import type { ActivityRecord } from './activity-queries';
import type { AttendanceRow } from './queries';

const hourMs = 60 * minuteMs;

type Times = Pick<ActivityRecord, 'startsAt' | 'endsAt'>;

/** When codes are taken, epoch ms. */
export const opensAt = ({ startsAt }: Times) => startsAt.getTime() - attendanceLimits.openMinutes * minuteMs;
export const closesAt = ({ endsAt }: Times) => endsAt.getTime() + attendanceLimits.overMinutes * minuteMs;
/** Until when what was done without a network is still taken. */
export const arrivesUntil = ({ endsAt }: Times) => endsAt.getTime() + attendanceLimits.sendHours * hourMs;
/** From when a leader's phone is given what it makes its codes of. */
export const codeFrom = ({ startsAt }: Times) => startsAt.getTime() - attendanceLimits.codeHours * hourMs;
export const mendableUntil = ({ endsAt }: Times, as: 'leader' | 'staff') =>
  endsAt.getTime() + attendanceLimits[as === 'leader' ? 'leaderDays' : 'staffDays'] * dayMs;

/** Nobody comes half a day before the start, or goes half a day after the end. */
export const isThatDay = ({ startsAt, endsAt }: Times, at: Date) =>
  Math.abs(startsAt.getTime() - at.getTime()) <= dayMs / 2 ||
  Math.abs(endsAt.getTime() - at.getTime()) <= dayMs / 2 ||
  (at > startsAt && at < endsAt);

/** What counts of it: the planned time, or what somebody answers for with a time they set. null while it goes on. */
export function minutesOf(
  {
    cameAt,
    cameIsSet,
    leftAt,
    leftIsSet,
  }: Pick<AttendanceRow, 'cameAt' | 'cameIsSet' | 'leftAt' | 'leftIsSet'>,
  { startsAt, endsAt }: Times,
): number | null {
  if (!cameAt || !leftAt) return null;
  const from = cameIsSet ? cameAt : new Date(Math.max(cameAt.getTime(), startsAt.getTime()));
  const until = leftIsSet ? leftAt : new Date(Math.min(leftAt.getTime(), endsAt.getTime()));
  return Math.max(0, Math.floor((until.getTime() - from.getTime()) / minuteMs));
}

export const cameOf = (row: AttendanceRow, timeZone: string): Moment | null =>
  row.cameAt && row.cameWay
    ? { at: localIso(timeZone, row.cameAt.getTime()), way: row.cameWay, isLate: row.cameIsLate }
    : null;

export const leftOf = (row: AttendanceRow, timeZone: string): Moment | null =>
  row.leftAt && row.leftWay
    ? { at: localIso(timeZone, row.leftAt.getTime()), way: row.leftWay, isLate: row.leftIsLate }
    : null;

/** As its person sees it. */
export const attendanceOf = (row: AttendanceRow, activity: ActivityRecord): Attendance => ({
  activityId: activity.id,
  came: cameOf(row, activity.timeZone),
  left: leftOf(row, activity.timeZone),
  isWalkIn: row.signUpId === null,
  minutes: minutesOf(row, activity),
  version: row.version,
});

export function dayActivityOf(activity: ActivityRecord): DayActivity {
  const { id, communityId, kind, title, place, timeZone, startsAt, endsAt } = activity;
  return {
    id,
    communityId,
    kind,
    title,
    place,
    startsAt: localIso(timeZone, startsAt.getTime()),
    endsAt: localIso(timeZone, endsAt.getTime()),
    opensAt: localIso(timeZone, opensAt(activity)),
    closesAt: localIso(timeZone, closesAt(activity)),
  };
}
