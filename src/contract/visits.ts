import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  createElderSchemas,
  ElderListSchema,
  ElderSchema,
  getElderSchemas,
  getVisitSheetSchemas,
  listEldersSchemas,
  removeElderSchemas,
  updateElderSchemas,
  VisitSheetSchema,
} from './visits.schema';

export const visitLimits = {
  nameLength: 20,
  addressLength: 80,
  phoneLength: 20,
  needsLength: 200,
  noteLength: 200,
  /** Of one elder. */
  volunteers: 10,
  /** Of one activity. */
  elders: 50,
  /** Local hour of the evening before, from which volunteers see whom they go to. */
  opensHour: 18,
  /** After the visit. */
  keptDays: 30,
} as const;

export type ElderList = Static<typeof ElderListSchema>;
export type Elder = Static<typeof ElderSchema>;
export type VisitSheet = Static<typeof VisitSheetSchema>;

export const visitProblems = defineProblems({
  no_elder_visit: [409, '只有“关爱孤寡老人”的活动才登记探访的老人'],
  too_many_elders: [409, '一场活动最多登记 50 位老人'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Staff, organiser or admin: whom an activity visits, with masked names. */
export const listElders = endpoint<typeof listEldersSchemas>()({
  name: 'listElders',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId/elders',
  summary: 'Whom an activity visits',
  problems: ofDesk,
});

/** Staff, organiser or admin: everything kept of one; the look is written down. */
export const getElder = endpoint<typeof getElderSchemas>()({
  name: 'getElder',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId/elders/:elderId',
  summary: 'One of those an activity visits',
  problems: ofDesk,
});

/** Staff, organiser or admin; who goes to them must be going. */
export const createElder = endpoint<typeof createElderSchemas>()({
  name: 'createElder',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/elders',
  status: 201,
  idempotent: true,
  summary: 'Enter somebody to be visited',
  problems: [...ofDesk, visitProblems.no_elder_visit, visitProblems.too_many_elders],
});

/** As entering. */
export const updateElder = endpoint<typeof updateElderSchemas>()({
  name: 'updateElder',
  method: 'PUT',
  path: '/api/communities/:communityId/activities/:activityId/elders/:elderId',
  summary: 'Change what is kept of somebody to be visited',
  problems: [...ofDesk, problems.conflict],
});

/** Staff, organiser or admin. */
export const removeElder = endpoint<typeof removeElderSchemas>()({
  name: 'removeElder',
  method: 'DELETE',
  path: '/api/communities/:communityId/activities/:activityId/elders/:elderId',
  summary: 'Delete somebody to be visited',
  problems: ofDesk,
});

/**
 * The leader and who is going. From 18:00 of the evening before until the end a volunteer reads what they need of those
 * they go to, the leader of all; names are masked otherwise. Every reading is written down.
 */
export const getVisitSheet = endpoint<typeof getVisitSheetSchemas>()({
  name: 'getVisitSheet',
  method: 'GET',
  path: '/api/activities/:activityId/visit-sheet',
  summary: 'Whom I visit',
  problems: [problems.unauthenticated, problems.not_found],
});
