import type { Static } from 'typebox';
import { endpoint, problems } from './http';
import type {
  listWorkingDaysSchemas,
  removeWorkingDaySchemas,
  setWorkingDaySchemas,
  setWorkingHoursSchemas,
  WorkingYearSchema,
} from './working-days.schema';

export const workingDayLimits = { firstYear: 2020, lastYear: 2100, noteLength: 40 } as const;

/** The hours of a community that has not said its own. */
export const defaultWorkingHours = { opens: '09:00', closes: '17:30' } as const;

/**
 * When a community works in a year: Monday to Friday, but for `days`, in their order; a `note` is the community’s.
 * Deadlines are counted by it.
 */
export type WorkingYear = Static<typeof WorkingYearSchema>;

const refused = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Staff, organiser, admin or auditor of the community; this year unless one is named. */
export const listWorkingDays = endpoint<typeof listWorkingDaysSchemas>()({
  name: 'listWorkingDays',
  method: 'GET',
  path: '/api/communities/:communityId/working-days',
  summary: 'When the community works in a year',
  problems: refused,
});

/** Organiser or admin. Deadlines that run already stay as they are. Answers with the year of the day. */
export const setWorkingDay = endpoint<typeof setWorkingDaySchemas>()({
  name: 'setWorkingDay',
  method: 'PUT',
  path: '/api/communities/:communityId/working-days/:day',
  summary: 'Say whether the community works on a day',
  problems: refused,
});

/** Organiser or admin: the day is again what it is to everybody. Answers with the year of the day. */
export const removeWorkingDay = endpoint<typeof removeWorkingDaySchemas>()({
  name: 'removeWorkingDay',
  method: 'DELETE',
  path: '/api/communities/:communityId/working-days/:day',
  summary: 'Leave a day to the calendar of everybody',
  problems: refused,
});

/** Organiser or admin. It closes after it opens, on the same day. Answers with this year. */
export const setWorkingHours = endpoint<typeof setWorkingHoursSchemas>()({
  name: 'setWorkingHours',
  method: 'PUT',
  path: '/api/communities/:communityId/working-hours',
  summary: 'Say from when to when the community works',
  problems: refused,
});
