import type { Static } from 'typebox';
import type {
  cancelConsultationSchemas,
  ConsultationOfferSchema,
  ConsultationSchema,
  ConsultationSlotSchema,
  createConsultationSchemas,
  getConsultationSchemas,
  listConsultationOffersSchemas,
  listConsultationSlotsSchemas,
  listMyConsultationsSchemas,
} from './consultations.schema';
import { defineProblems, endpoint, problems } from './http';

/** How officer and rider meet. */
export const consultationWays = ['in_person', 'phone', 'video'] as const;

/** `held`: they met; `missed`: nobody came. Both as the officer says afterwards. */
export const consultationStates = ['booked', 'held', 'missed', 'cancelled'] as const;

export const cancellers = ['rider', 'officer'] as const;

export const consultationLimits = {
  noteLength: 200,
  reasonLength: 100,
  placeLength: 60,
  dayOffNoteLength: 40,
  minutes: { min: 15, max: 120 },
  /** Appointments are made so far ahead. */
  weeksAhead: 4,
  /** How many a person may have before them at the same time. */
  running: 2,
  /** Of an officer. */
  hours: 10,
  /** After it, the person is not kept, months. */
  personKeptMonths: 12,
} as const;

export type ConsultationWay = (typeof consultationWays)[number];
export type ConsultationState = (typeof consultationStates)[number];
export type Canceller = (typeof cancellers)[number];
export type ConsultationOffer = Static<typeof ConsultationOfferSchema>;
export type ConsultationSlot = Static<typeof ConsultationSlotSchema>;
export type Consultation = Static<typeof ConsultationSchema>;

export const consultationProblems = defineProblems({
  slot_taken: [409, '这个时段刚被约走了，换一个吧'],
  slot_gone: [409, '这个时段不能约了，换一个吧'],
  too_many_consultations: [409, '您已经有 2 个预约了，取消一个或谈完一个再约'],
  consultation_overlap: [409, '您这个时间有别的安排了'],
  consultation_begun: [409, '已经到时间了，不能取消'],
  consultation_over: [409, '这个预约已经结束或取消了'],
});

const refused = [problems.unauthenticated, problems.not_found] as const;

/** A member: departments whose officers can be consulted, and on which days of the next four weeks. */
export const listConsultationOffers = endpoint<typeof listConsultationOffersSchemas>()({
  name: 'listConsultationOffers',
  method: 'GET',
  path: '/api/communities/:communityId/consultation-offers',
  summary: 'Whom one can consult, and when',
  problems: refused,
});

/** A member: what is still free on a day, in the order of time. */
export const listConsultationSlots = endpoint<typeof listConsultationSlotsSchemas>()({
  name: 'listConsultationSlots',
  method: 'GET',
  path: '/api/communities/:communityId/consultation-slots',
  summary: 'Free appointments of a department on a day',
  problems: refused,
});

/** A member; the note is read by the officer alone. At most two before them at the same time, none at once with another. */
export const createConsultation = endpoint<typeof createConsultationSchemas>()({
  name: 'createConsultation',
  method: 'POST',
  path: '/api/communities/:communityId/consultations',
  status: 201,
  idempotent: true,
  summary: 'Take an appointment',
  problems: [
    ...refused,
    consultationProblems.slot_taken,
    consultationProblems.slot_gone,
    consultationProblems.too_many_consultations,
    consultationProblems.consultation_overlap,
  ],
});

/** A signed-in person, their own in every community, the latest first. */
export const listMyConsultations = endpoint<typeof listMyConsultationsSchemas>()({
  name: 'listMyConsultations',
  method: 'GET',
  path: '/api/consultations',
  summary: 'My appointments',
  problems: [problems.unauthenticated],
});

/** Who has it. */
export const getConsultation = endpoint<typeof getConsultationSchemas>()({
  name: 'getConsultation',
  method: 'GET',
  path: '/api/consultations/:consultationId',
  summary: 'One of my appointments',
  problems: refused,
});

/** Who has it, until it begins; it is free again then, and the officer is told. */
export const cancelConsultation = endpoint<typeof cancelConsultationSchemas>()({
  name: 'cancelConsultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/cancellation',
  status: 201,
  idempotent: true,
  summary: 'Give an appointment back',
  problems: [
    ...refused,
    problems.conflict,
    consultationProblems.consultation_begun,
    consultationProblems.consultation_over,
  ],
});
