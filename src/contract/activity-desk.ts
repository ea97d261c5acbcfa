import type { Static } from 'typebox';
import type {
  addActivityPhotosSchemas,
  addSignUpSchemas,
  cancelActivitySchemas,
  createActivitySchemas,
  createSeriesSchemas,
  exportSignUpsSchemas,
  getManagedActivitySchemas,
  listActivityHelpersSchemas,
  listManagedActivitiesSchemas,
  listSignUpsSchemas,
  ManagedActivityRowSchema,
  ManagedActivitySchema,
  ManagedSignUpSchema,
  publishActivitySchemas,
  removeActivityPhotoSchemas,
  removeActivitySchemas,
  removeSignUpSchemas,
  SeriesRuleSchema,
  updateActivitySchemas,
} from './activity-desk.schema';
import { activityProblems, activityTimes } from './activities';
import { defineProblems, endpoint, problems } from './http';
import { mediaProblems } from './media';

/** `any`: whenever it is, the latest start first. */
export const managedTimes = [...activityTimes, 'any'] as const;

/** What of a series a change is about: `following` this one and those after it; `all` that have not begun. */
export const seriesScopes = ['this', 'following', 'all'] as const;
export type SeriesScope = (typeof seriesScopes)[number];

export type SeriesRule = Static<typeof SeriesRuleSchema>;
export type ManagedActivityRow = Static<typeof ManagedActivityRowSchema>;
export type ManagedActivity = Static<typeof ManagedActivitySchema>;
export type ManagedSignUp = Static<typeof ManagedSignUpSchema>;

/** `capacity_below` says in its detail who would have to wait. */
export const activityDeskProblems = defineProblems({
  activity_facts: [400, '活动信息还没填好'],
  activity_state: [409, '活动的状态已经变了，请刷新后再看'],
  capacity_below: [409, '名额不能少于已经报名的人数'],
  series_too_long: [400, '一个系列最多 26 场'],
  member_unknown: [400, '找不到这位成员，请重新选'],
  sign_up_self: [403, '自己要参加，请在活动页面报名'],
  too_many_photos: [409, '照片已经够多了，先删掉几张再加'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const ofFacts = [activityDeskProblems.activity_facts, mediaProblems.photo_gone] as const;

/** Staff, organiser, admin or auditor all of the community; other members those that are theirs to lead. */
export const listManagedActivities = endpoint<typeof listManagedActivitiesSchemas>()({
  name: 'listManagedActivities',
  method: 'GET',
  path: '/api/communities/:communityId/activities',
  summary: 'Activities to manage, drafts among them',
  problems: ofDesk,
});

/** As listManagedActivities. */
export const getManagedActivity = endpoint<typeof getManagedActivitySchemas>()({
  name: 'getManagedActivity',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId',
  summary: 'One activity to manage',
  problems: ofDesk,
});

/** Staff, organiser or admin: who can lead one, by their nickname; activity leaders first. */
export const listActivityHelpers = endpoint<typeof listActivityHelpersSchemas>()({
  name: 'listActivityHelpers',
  method: 'GET',
  path: '/api/communities/:communityId/activity-helpers',
  summary: 'Members to choose a leader, or somebody to sign up, from',
  problems: ofDesk,
});

/** Staff, organiser or admin: a draft. */
export const createActivity = endpoint<typeof createActivitySchemas>()({
  name: 'createActivity',
  method: 'POST',
  path: '/api/communities/:communityId/activities',
  status: 201,
  idempotent: true,
  summary: 'Add an activity',
  problems: [...ofDesk, ...ofFacts],
});

/** Staff, organiser or admin: drafts, the first as it is given, the others at the same time of day by the rule. */
export const createSeries = endpoint<typeof createSeriesSchemas>()({
  name: 'createSeries',
  method: 'POST',
  path: '/api/communities/:communityId/activity-series',
  status: 201,
  idempotent: true,
  summary: 'Add an activity that comes again',
  problems: [...ofDesk, ...ofFacts, activityDeskProblems.series_too_long],
});

/**
 * Staff, organiser or admin, until it is over. Of the others of a series only what was changed here is changed, and
 * they move by as much as this one. Everybody signed up is told of another time or place. Fewer places than are taken
 * are refused unless those who came last may wait.
 */
export const updateActivity = endpoint<typeof updateActivitySchemas>()({
  name: 'updateActivity',
  method: 'PUT',
  path: '/api/communities/:communityId/activities/:activityId',
  summary: 'Change an activity, or those of its series',
  problems: [
    ...ofDesk,
    ...ofFacts,
    problems.conflict,
    activityDeskProblems.activity_state,
    activityDeskProblems.capacity_below,
  ],
});

/** Staff, organiser or admin: drafts, of the series too where so wished. */
export const publishActivity = endpoint<typeof publishActivitySchemas>()({
  name: 'publishActivity',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/publication',
  summary: 'Let people see it and sign up',
  problems: [...ofDesk, ...ofFacts, problems.conflict, activityDeskProblems.activity_state],
});

/** Staff, organiser or admin, before it is over: everybody signed up is told why. */
export const cancelActivity = endpoint<typeof cancelActivitySchemas>()({
  name: 'cancelActivity',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/cancellation',
  summary: 'Call it off',
  problems: [...ofDesk, problems.conflict, activityDeskProblems.activity_state],
});

/** Staff, organiser or admin: a draft, for good. */
export const removeActivity = endpoint<typeof removeActivitySchemas>()({
  name: 'removeActivity',
  method: 'DELETE',
  path: '/api/communities/:communityId/activities/:activityId',
  status: 204,
  summary: 'Drop a draft',
  problems: [...ofDesk, activityDeskProblems.activity_state],
});

/** As listManagedActivities; the look is written to the audit log. Those going first, then those who wait, in order. */
export const listSignUps = endpoint<typeof listSignUpsSchemas>()({
  name: 'listSignUps',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId/sign-ups',
  summary: 'Who comes',
  problems: ofDesk,
});

/** Staff, organiser or admin, until it begins, for a member who asked them to; also once sign-up is over. */
export const addSignUp = endpoint<typeof addSignUpSchemas>()({
  name: 'addSignUp',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/sign-ups',
  status: 201,
  idempotent: true,
  summary: 'Sign somebody up',
  problems: [
    ...ofDesk,
    problems.conflict,
    activityDeskProblems.member_unknown,
    activityDeskProblems.activity_state,
    activityDeskProblems.sign_up_self,
    activityProblems.activity_cancelled,
    activityProblems.activity_not_for_you,
    activityProblems.sign_up_over,
    activityProblems.already_signed_up,
    activityProblems.overlaps,
    activityProblems.answers_wrong,
  ],
});

/** Staff, organiser or admin, until it begins: they are told why, and the first who waits moves up. */
export const removeSignUp = endpoint<typeof removeSignUpSchemas>()({
  name: 'removeSignUp',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/sign-ups/:signUpId/removal',
  summary: 'Take somebody off the list',
  problems: [...ofDesk, activityProblems.activity_begun, activityProblems.not_signed_up],
});

/** Staff, organiser or admin; written to the audit log. */
export const exportSignUps = endpoint<typeof exportSignUpsSchemas>()({
  name: 'exportSignUps',
  method: 'GET',
  path: '/api/communities/:communityId/activities/:activityId/sign-ups/export',
  summary: 'Who comes, as a sheet',
  problems: ofDesk,
});

/** As listManagedActivities, but no auditor: photos of how it was, once it has begun. */
export const addActivityPhotos = endpoint<typeof addActivityPhotosSchemas>()({
  name: 'addActivityPhotos',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/photos',
  status: 201,
  idempotent: true,
  summary: 'Show how it was',
  problems: [
    ...ofDesk,
    activityDeskProblems.activity_state,
    activityDeskProblems.too_many_photos,
    mediaProblems.photo_gone,
  ],
});

/** As addActivityPhotos: for good. */
export const removeActivityPhoto = endpoint<typeof removeActivityPhotoSchemas>()({
  name: 'removeActivityPhoto',
  method: 'DELETE',
  path: '/api/communities/:communityId/activities/:activityId/photos/:mediaId',
  status: 204,
  summary: 'Take a photo of it away',
  problems: ofDesk,
});
