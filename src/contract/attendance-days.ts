import type { Static } from 'typebox';
import type {
  closeActivityDaySchemas,
  ConflictSchema,
  DayCodeSchema,
  DayListSchema,
  DayRowSchema,
  getActivityCodeSchemas,
  listAttendancesSchemas,
  MarkSchema,
  markAttendancesSchemas,
  setActivityDaySchemas,
  tallyActivityWalkInsSchemas,
} from './attendance-days.schema';
import { attendanceProblems } from './attendances';
import { defineProblems, endpoint, problems } from './http';

/**
 * `tick`: somebody came or went; what others said before them stays. `set`: it was then, whatever was said before.
 * `clear`: they did not.
 */
export const markModes = ['tick', 'set', 'clear'] as const;

/**
 * Why a mark was not taken: `kept`: another time was known, and stands; `unknown_person`: they have not signed up;
 * `backwards`: they would have gone before they came.
 */
export const conflictReasons = ['kept', 'unknown_person', 'backwards', 'own'] as const;

export type MarkMode = (typeof markModes)[number];
export type Mark = Static<typeof MarkSchema>;
export type Conflict = Static<typeof ConflictSchema>;
export type DayCode = Static<typeof DayCodeSchema>;
export type DayRow = Static<typeof DayRowSchema>;
export type DayList = Static<typeof DayListSchema>;

export const dayProblems = defineProblems({
  code_not_yet: [409, '活动前两天起，手机上才有签到码'],
  day_past_mending: [409, '这次活动的记录已经不能再改，请联系工作人员'],
  day_not_begun: [409, '活动还没有开始'],
});

const ofLeader = [
  problems.unauthenticated,
  problems.forbidden,
  problems.not_found,
  attendanceProblems.activity_called_off,
] as const;

/**
 * Who leads the activity, or staff: what their phone makes the codes of by itself, also without a network. Codes of
 * somebody who leads it no more are not taken.
 */
export const getActivityCode = endpoint<typeof getActivityCodeSchemas>()({
  name: 'getActivityCode',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId/code',
  summary: 'What a leader’s phone makes the codes of the day of',
  problems: [...ofLeader, dayProblems.code_not_yet, attendanceProblems.day_too_old],
});

/** Who leads the activity, or staff, or an auditor: who is expected and who was there, in the order of signing up. */
export const listAttendances = endpoint<typeof listAttendancesSchemas>()({
  name: 'listAttendances',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId/attendances',
  summary: 'Who is expected and who was there',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/**
 * Who leads the activity, or staff: many at once. Answers with the list as it is then, and with what was not taken and
 * why. Whatever is changed is written down beside what it was.
 */
export const markAttendances = endpoint<typeof markAttendancesSchemas>()({
  name: 'markAttendances',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/attendances',
  status: 201,
  idempotent: true,
  summary: 'Tick who came and who went',
  problems: [...ofLeader, dayProblems.day_past_mending],
});

/** Who leads the activity, or staff: people without the app, added to those counted before; less to take back. */
export const tallyActivityWalkIns = endpoint<typeof tallyActivityWalkInsSchemas>()({
  name: 'tallyActivityWalkIns',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/walk-ins',
  status: 201,
  idempotent: true,
  summary: 'Count people who came without the app',
  problems: [...ofLeader, dayProblems.day_past_mending],
});

/** Who leads the activity, or staff: whether those who have not signed up may come in by the code. */
export const setActivityDay = endpoint<typeof setActivityDaySchemas>()({
  name: 'setActivityDay',
  method: 'PATCH',
  path: '/api/communities/:communityId/activities/:activityId/day',
  summary: 'Let walk-ins in, or not',
  problems: [...ofLeader, dayProblems.day_past_mending],
});

/**
 * Who leads the activity, or staff: that is all. Who has not gone by then went at the planned end, marked so. What
 * arrives late or is mended afterwards still counts. Repeated it changes nothing.
 */
export const closeActivityDay = endpoint<typeof closeActivityDaySchemas>()({
  name: 'closeActivityDay',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/day/close',
  status: 201,
  idempotent: true,
  summary: 'End the day of an activity',
  problems: [...ofLeader, dayProblems.day_past_mending, dayProblems.day_not_begun],
});
