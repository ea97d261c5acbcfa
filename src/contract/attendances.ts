import type { Static } from 'typebox';
import type {
  AttendanceSchema,
  DayActivitySchema,
  listMyDaysSchemas,
  MomentSchema,
  MyDaySchema,
  RecordedSchema,
  recordAttendanceSchemas,
} from './attendances.schema';
import { defineProblems, endpoint, problems } from './http';

/** To come and to go. */
export const attendanceKinds = ['in', 'out'] as const;

/**
 * How it is known, the surest first: `code`: read from the leader's screen; `leader`, `staff`: ticked; `planned_end`:
 * nobody said so, and it is taken as the end that was planned.
 */
export const attendanceWays = ['code', 'leader', 'staff', 'planned_end'] as const;

export const attendanceLimits = {
  /** The leader's screen shows a new code this often, seconds. */
  codeSeconds: 30,
  /** Codes are taken from this long before the start, minutes. */
  openMinutes: 60,
  /** And until this long after the end, minutes. */
  overMinutes: 120,
  /** What was done without a network arrives until this long after the end, hours; then it is judged who did not come. */
  sendHours: 24,
  /** A leader's phone gets what it makes its codes of from this long before the start, hours. */
  codeHours: 48,
  /** How far a phone's clock may be from the leader's, minutes. */
  clockMinutes: 10,
  /** Older than this on arrival is marked late, minutes. */
  lateMinutes: 5,
  /** Two who say when somebody came and are no farther apart than this agree, minutes. */
  sameMinutes: 10,
  /** The leader mends what was recorded until this long after the end, days; staff longer. */
  leaderDays: 7,
  staffDays: 90,
  marks: 200,
  /** People in one activity that a list shows. */
  people: 1_000,
  walkIns: 500,
  reasonLength: 100,
  /** Afterwards nobody can tell who was there; the service record is kept apart. */
  personKeptMonths: 24,
} as const;

export type AttendanceKind = (typeof attendanceKinds)[number];
export type AttendanceWay = (typeof attendanceWays)[number];
export type Moment = Static<typeof MomentSchema>;
export type Attendance = Static<typeof AttendanceSchema>;
export type DayActivity = Static<typeof DayActivitySchema>;
/** What a scan came to. */
export type Recorded = Static<typeof RecordedSchema>;
export type MyDay = Static<typeof MyDaySchema>;

export const attendanceProblems = defineProblems({
  day_code_unknown: [404, '没有认出这个码，请扫负责人手机上的签到码'],
  day_code_stale: [409, '这个码已经换新，请对着负责人的手机再扫一次'],
  digits_wrong: [409, '数字不对或已换新，请看负责人手机上现在的 6 位数字'],
  not_signed_up: [409, '您还没有报名这次活动，请找负责人'],
  day_not_open: [409, '还没到签到时间'],
  day_over: [409, '签到时间已经过了，请找负责人补记'],
  day_too_old: [409, '活动结束很久了，已经不能补记'],
  activity_called_off: [409, '这次活动已经取消'],
});

/**
 * A signed-in person, for themselves, by what the leader's screen shows: `code` as scanned, or `activityId` with the
 * six `digits` beside it. Which of the two codes it is says whether they come or go. The first to come and the first to
 * go count; another is answered with what is known, `isRepeat: true`. Sent late it counts for when the code was shown,
 * and is marked so. Whoever has not signed up is a walk-in, where the leader lets them in.
 */
export const recordAttendance = endpoint<typeof recordAttendanceSchemas>()({
  name: 'recordAttendance',
  method: 'POST',
  path: '/api/attendances',
  status: 201,
  idempotent: true,
  summary: 'Say that I have come to an activity, or go',
  problems: [problems.unauthenticated, problems.not_found, ...Object.values(attendanceProblems)],
});

/** A signed-in person: the activities of these days that they have signed up for or lead, the soonest first. */
export const listMyDays = endpoint<typeof listMyDaysSchemas>()({
  name: 'listMyDays',
  method: 'GET',
  path: '/api/attendances/days',
  summary: 'My activities of these days',
  problems: [problems.unauthenticated],
});
