import type { Static } from 'typebox';
import { codeProblems } from './codes';
import { defineProblems, endpoint, problems } from './http';
import type {
  CheckInSchema,
  createCheckInSchemas,
  getStationVisitsSchemas,
  listMyCheckInsSchemas,
  StationVisitsSchema,
  tallyWalkInsSchemas,
} from './check-ins.schema';

/** How sure a visit is, the surest first. `staff` marks walk-ins that staff counted. */
export const evidenceGrades = ['rotating', 'code_and_position', 'code', 'position', 'staff'] as const;

export const checkInLimits = {
  /** One visit per person, station and this many minutes; repeats are answered with the first. */
  visitMinutes: 120,
  /** A position proves a visit only this near, metres, on top of its own accuracy. */
  maxDistanceM: 150,
  /** A position vaguer than this proves nothing, metres. */
  maxAccuracyM: 200,
  /** Older than this on arrival is marked late, minutes. */
  lateMinutes: 5,
  /** Older than this is refused, hours. */
  maxAgeHours: 72,
  /** Walk-ins in one tally. */
  maxWalkIns: 200,
  /** Afterwards a visit is nobody's; counts stay. */
  personKeptMonths: 24,
} as const;

export type EvidenceGrade = (typeof evidenceGrades)[number];
export type CheckIn = Static<typeof CheckInSchema>;
export type StationVisits = Static<typeof StationVisitsSchema>;

export const checkInProblems = defineProblems({
  target_missing: [400, '请扫站点的二维码，或选一个站点'],
  position_missing: [400, '没有扫码时，需要用位置确认您在站点'],
  too_far: [409, '您离这个站点有点远，请走近一些，或扫站点的二维码'],
  position_inaccurate: [409, '定位不够准，请到开阔处再试，或扫站点的二维码'],
  station_not_operating: [409, '这个站点暂停服务，换一个站点吧'],
  too_old: [409, '这次签到时间太久，已经不能补记'],
});

/**
 * A signed-in person, for themselves. A code alone is enough; without one, `stationId` and a position near it.
 * The position is judged and forgotten: only station and time are kept. Repeatable by its key; a repeat within
 * two hours at the same station is answered with the first visit, `isRepeat: true`.
 */
export const createCheckIn = endpoint<typeof createCheckInSchemas>()({
  name: 'createCheckIn',
  method: 'POST',
  path: '/api/check-ins',
  status: 201,
  idempotent: true,
  summary: 'Check in at a station',
  problems: [
    problems.unauthenticated,
    problems.not_found,
    codeProblems.code_unknown,
    codeProblems.code_revoked,
    codeProblems.code_stale,
    checkInProblems.target_missing,
    checkInProblems.position_missing,
    checkInProblems.too_far,
    checkInProblems.position_inaccurate,
    checkInProblems.station_not_operating,
    checkInProblems.too_old,
  ],
});

/** A signed-in person's own visits, the newest first. */
export const listMyCheckIns = endpoint<typeof listMyCheckInsSchemas>()({
  name: 'listMyCheckIns',
  method: 'GET',
  path: '/api/check-ins/mine',
  summary: 'My check-ins, the newest first',
  problems: [problems.unauthenticated],
});

/** Anyone may: counts only. Visits and distinct people are separate; walk-ins are counted by staff. */
export const getStationVisits = endpoint<typeof getStationVisitsSchemas>()({
  name: 'getStationVisits',
  method: 'GET',
  path: '/api/stations/:stationId/visits',
  summary: 'Visits and distinct people of a station, today and this month',
  problems: [problems.not_found],
});

/** Staff of the station's community: people who came without the app. */
export const tallyWalkIns = endpoint<typeof tallyWalkInsSchemas>()({
  name: 'tallyWalkIns',
  method: 'POST',
  path: '/api/stations/:stationId/walk-ins',
  status: 201,
  idempotent: true,
  summary: 'Count people who came without the app',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});
