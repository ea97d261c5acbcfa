import type { Static } from 'typebox';
import type {
  callOffConsultationSchemas,
  ConsultationDaySchema,
  ConsultationHoursListSchema,
  ConsultationHoursSchema,
  createConsultationHoursSchemas,
  DeskConsultationSchema,
  endConsultationHoursSchemas,
  getConsultationDaySchemas,
  listConsultationHoursSchemas,
  OfficerSchema,
  removeConsultationDayOffSchemas,
  setConsultationDayOffSchemas,
  settleConsultationSchemas,
  updateConsultationHoursSchemas,
} from './consultation-desk.schema';
import { consultationProblems } from './consultations';
import { defineProblems, endpoint, problems } from './http';

/** What an appointment came to. */
export const outcomes = ['held', 'missed'] as const;

/** `closed`: called off by the officer, so nobody else gets it; `past`: over, and nobody had it. */
export const slotStates = ['free', 'taken', 'closed', 'past'] as const;

export type Officer = Static<typeof OfficerSchema>;
export type ConsultationHours = Static<typeof ConsultationHoursSchema>;
export type ConsultationHoursList = Static<typeof ConsultationHoursListSchema>;
export type ConsultationDay = Static<typeof ConsultationDaySchema>;
export type DeskConsultation = Static<typeof DeskConsultationSchema>;

export const consultationDeskProblems = defineProblems({
  hours_overlap: [409, '和已有的时段重叠'],
  too_many_hours: [409, '最多设 10 个时段，先删掉不用的'],
  hours_booked: [409, '有人约了，不能直接改'],
  consultation_not_begun: [409, '还没到时间，不能登记'],
});

const refused = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const ofHours = [...refused, problems.conflict, consultationDeskProblems.hours_booked] as const;
const ofMove = [...refused, problems.conflict, consultationProblems.consultation_over] as const;

/** An officer, their own; staff, organiser or admin: those of everybody. */
export const listConsultationHours = endpoint<typeof listConsultationHoursSchemas>()({
  name: 'listConsultationHours',
  method: 'GET',
  path: '/api/communities/:communityId/consultation-hours',
  summary: 'When officers can be consulted',
  problems: refused,
});

/** An officer, for themselves; staff, organiser or admin for any officer. */
export const createConsultationHours = endpoint<typeof createConsultationHoursSchemas>()({
  name: 'createConsultationHours',
  method: 'POST',
  path: '/api/communities/:communityId/consultation-hours',
  status: 201,
  idempotent: true,
  summary: 'Say when an officer can be consulted',
  problems: [...refused, consultationDeskProblems.hours_overlap, consultationDeskProblems.too_many_hours],
});

/**
 * As creating. Appointments that do not fit any more are named in the refusal, and with `callOff` they are called off and
 * those who have them are told.
 */
export const updateConsultationHours = endpoint<typeof updateConsultationHoursSchemas>()({
  name: 'updateConsultationHours',
  method: 'PUT',
  path: '/api/communities/:communityId/consultation-hours/:hoursId',
  summary: 'Change when an officer can be consulted',
  problems: [...ofHours, consultationDeskProblems.hours_overlap],
});

/** As changing them. */
export const endConsultationHours = endpoint<typeof endConsultationHoursSchemas>()({
  name: 'endConsultationHours',
  method: 'POST',
  path: '/api/communities/:communityId/consultation-hours/:hoursId/end',
  status: 201,
  idempotent: true,
  summary: 'Offer these hours no longer',
  problems: ofHours,
});

/** As changing hours. */
export const setConsultationDayOff = endpoint<typeof setConsultationDayOffSchemas>()({
  name: 'setConsultationDayOff',
  method: 'PUT',
  path: '/api/communities/:communityId/consultation-officers/:officerId/days-off/:day',
  summary: 'Say that an officer can not be consulted on a day',
  problems: [...refused, consultationDeskProblems.hours_booked],
});

/** As changing hours. */
export const removeConsultationDayOff = endpoint<typeof removeConsultationDayOffSchemas>()({
  name: 'removeConsultationDayOff',
  method: 'DELETE',
  path: '/api/communities/:communityId/consultation-officers/:officerId/days-off/:day',
  summary: 'Let an officer be consulted on a day after all',
  problems: refused,
});

/**
 * An officer's day, today unless one is named. Who comes and why is for the officer alone, and looking is written down;
 * staff, organiser and admin see when somebody comes.
 */
export const getConsultationDay = endpoint<typeof getConsultationDaySchemas>()({
  name: 'getConsultationDay',
  method: 'GET',
  path: '/api/communities/:communityId/consultation-day',
  summary: 'An officer’s day of appointments',
  problems: refused,
});

/** The officer, once it has begun. */
export const settleConsultation = endpoint<typeof settleConsultationSchemas>()({
  name: 'settleConsultation',
  method: 'POST',
  path: '/api/communities/:communityId/consultations/:consultationId/outcome',
  status: 201,
  idempotent: true,
  summary: 'Say what an appointment came to',
  problems: [...ofMove, consultationDeskProblems.consultation_not_begun],
});

/** The officer; staff, organiser or admin in their stead. Until it begins; who has it is told why. */
export const callOffConsultation = endpoint<typeof callOffConsultationSchemas>()({
  name: 'callOffConsultation',
  method: 'POST',
  path: '/api/communities/:communityId/consultations/:consultationId/cancellation',
  status: 201,
  idempotent: true,
  summary: 'Call an appointment off',
  problems: [...ofMove, consultationProblems.consultation_begun],
});
