import type { Static } from 'typebox';
import { endpoint, problems } from './http';
import { reportProblems } from './reports';
import type {
  getGridFiguresSchemas,
  GridFiguresSchema,
  GridTaskSchema,
  listGridTasksSchemas,
  verifyReportSchemas,
} from './report-checks.schema';

/** `assigned`: given to me to do; `verify`: said to be done, in my areas or near me, and nobody has looked yet. */
export const gridTaskKinds = ['assigned', 'verify'] as const;

export type GridTaskKind = (typeof gridTaskKinds)[number];
export type GridTask = Static<typeof GridTaskSchema>;
export type GridFigures = Static<typeof GridFiguresSchema>;

const ofGrid = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** An active grid member: what is given to them and what could be looked at, by distance where a position is given. */
export const listGridTasks = endpoint<typeof listGridTasksSchemas>()({
  name: 'listGridTasks',
  method: 'GET',
  path: '/api/communities/:communityId/grid-tasks',
  summary: 'Reports for a grid member to do or to look at',
  problems: ofGrid,
});

/**
 * An active grid member, not of their own report nor of work of theirs, with a photo taken on the spot (purpose
 * `verification`). What is not mended goes back as a wish to reopen, which the supervisor decides.
 */
export const verifyReport = endpoint<typeof verifyReportSchemas>()({
  name: 'verifyReport',
  method: 'POST',
  path: '/api/communities/:communityId/grid-tasks/:reportId/verification',
  status: 201,
  idempotent: true,
  summary: 'Say on the spot whether it is mended',
  problems: [
    ...ofGrid,
    problems.conflict,
    reportProblems.report_state,
    reportProblems.report_photo_unknown,
    reportProblems.report_photos,
  ],
});

/** An active grid member, their own. */
export const getGridFigures = endpoint<typeof getGridFiguresSchemas>()({
  name: 'getGridFigures',
  method: 'GET',
  path: '/api/communities/:communityId/grid-tasks/figures',
  summary: 'What I reported, did and looked at in a month',
  problems: ofGrid,
});
