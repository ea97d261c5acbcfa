import {
  activityKinds,
  activityLimits,
  type ActivityAudience,
  type ActivityKind,
  type Question,
} from '../../../contract/activities';
import type { createActivity, ManagedActivity, SeriesRule } from '../../../contract/activity-desk';
import type { InputOf } from '../../../contract/http';
import type { Position } from '../../../contract/positions';
import { dayAfter, dayOf, daysBetween, localInstant, timeText } from '../../ui/dates';
import { instantIn } from './zoned';

export type Repeat = 'once' | 'weekly' | 'weeks' | 'monthly';

/** A day and a time of day, as they are chosen. */
export interface DraftMoment {
  readonly on: string;
  readonly at: string;
}

/** An activity as it is being written: counts as typed. */
export interface ActivityDraft {
  readonly kind: ActivityKind;
  readonly title: string;
  readonly description: string;
  readonly startsOn: string;
  readonly from: string;
  readonly endsOn: string;
  readonly to: string;
  /** null: from its publication on. */
  readonly signUpFrom: DraftMoment | null;
  /** null: until it begins. */
  readonly signUpUntil: DraftMoment | null;
  readonly isAtStation: boolean;
  readonly stationId: string | null;
  readonly placeText: string;
  readonly position: Position | null;
  /** Nothing where as many may come as want to. */
  readonly capacity: string;
  readonly minimum: string;
  readonly audience: ActivityAudience;
  readonly leader: { readonly id: string; readonly nickname: string } | null;
  readonly departmentId: string | null;
  readonly hoursPlanned: string;
  readonly questions: readonly Question[];
  readonly isRisky: boolean;
  readonly riskNotice: string;
  readonly insuranceText: string;
  readonly repeat: Repeat;
  readonly everyWeeks: string;
  readonly endsBy: 'count' | 'day';
  readonly count: string;
  readonly untilOn: string;
}

export type ActivityFacts = Omit<
  InputOf<NonNullable<(typeof createActivity)['schemas']>>,
  'communityId' | 'mediaIds'
>;

export const isRiskyKind = (kind: ActivityKind): boolean => activityKinds[kind].isRisky;

export function emptyDraft(today: string): ActivityDraft {
  const startsOn = dayAfter(today, 7);
  return {
    kind: 'tree_planting',
    title: '',
    description: '',
    startsOn,
    from: '09:00',
    endsOn: startsOn,
    to: '11:00',
    signUpFrom: null,
    signUpUntil: null,
    isAtStation: true,
    stationId: null,
    placeText: '',
    position: null,
    capacity: '',
    minimum: '',
    audience: 'everyone',
    leader: null,
    departmentId: null,
    hoursPlanned: '',
    questions: [],
    isRisky: false,
    riskNotice: '',
    insuranceText: '',
    repeat: 'once',
    everyWeeks: '2',
    endsBy: 'count',
    count: '4',
    untilOn: dayAfter(startsOn, 28),
  };
}

const faceOf = (instant: string) => (instant.endsWith('Z') ? localInstant(instant) : instant);

const momentOf = (instant: string): DraftMoment => ({
  on: dayOf(faceOf(instant)),
  at: timeText(faceOf(instant)),
});

const written = (count: number | null): string => (count === null ? '' : String(count));

/** As it stands with the cloud. */
export function draftOf(activity: ManagedActivity): ActivityDraft {
  const { startsAt, endsAt, signUpFrom, signUpUntil, leader, stationId } = activity;
  const [start, end] = [momentOf(startsAt), momentOf(endsAt)];
  return {
    ...emptyDraft(start.on),
    kind: activity.kind,
    title: activity.title,
    description: activity.description,
    startsOn: start.on,
    from: start.at,
    endsOn: end.on,
    to: end.at,
    signUpFrom: signUpFrom === null ? null : momentOf(signUpFrom),
    signUpUntil: signUpUntil === null ? null : momentOf(signUpUntil),
    isAtStation: stationId !== null,
    stationId,
    placeText: activity.placeText ?? '',
    position: activity.position,
    capacity: written(activity.capacity),
    minimum: written(activity.minimum),
    audience: activity.audience,
    leader: leader && { id: leader.personId, nickname: leader.nickname },
    departmentId: activity.departmentId,
    hoursPlanned: written(activity.hoursPlanned),
    questions: activity.questions,
    isRisky: activity.isRisky,
    riskNotice: activity.riskNotice ?? '',
    insuranceText: activity.insuranceText ?? '',
  };
}

/** Another like it, a week on, signed up for from its publication until it begins. */
export function copyOf(activity: ManagedActivity, today: string): ActivityDraft {
  const { startsOn, endsOn, ...same } = draftOf(activity);
  const days = daysBetween(startsOn, endsOn);
  const on = dayAfter(today, 7);
  return { ...same, startsOn: on, endsOn: dayAfter(on, days), signUpFrom: null, signUpUntil: null };
}

const countOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const wordsOf = (text: string): string | null => text.trim() || null;

/** As the cloud takes it; times are on the clocks of the community's zone. */
export function factsOf(draft: ActivityDraft, timeZone: string): ActivityFacts {
  const at = ({ on, at: time }: DraftMoment) => instantIn(timeZone, on, time);
  const { isAtStation, signUpFrom, signUpUntil } = draft;
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    description: draft.description.trim(),
    stationId: isAtStation ? draft.stationId : null,
    placeText: isAtStation ? null : wordsOf(draft.placeText),
    position: isAtStation ? null : draft.position,
    startsAt: at({ on: draft.startsOn, at: draft.from }),
    endsAt: at({ on: draft.endsOn, at: draft.to }),
    signUpFrom: signUpFrom && at(signUpFrom),
    signUpUntil: signUpUntil && at(signUpUntil),
    capacity: countOf(draft.capacity),
    minimum: countOf(draft.minimum),
    questions: draft.questions.map((question) => ({
      ...question,
      label: question.label.trim(),
      options: question.options.map((option) => option.trim()).filter((option) => option !== ''),
    })),
    isRisky: draft.isRisky || isRiskyKind(draft.kind),
    riskNotice: wordsOf(draft.riskNotice),
    insuranceText: wordsOf(draft.insuranceText),
    leaderId: draft.leader?.id ?? null,
    departmentId: draft.departmentId,
    audience: draft.audience,
    hoursPlanned: countOf(draft.hoursPlanned),
  };
}

/** How it comes again; null where it does not. */
export function ruleOf({ repeat, everyWeeks }: ActivityDraft): SeriesRule | null {
  if (repeat === 'once') return null;
  if (repeat === 'monthly') return { kind: 'monthly' };
  return { kind: 'weekly', everyWeeks: repeat === 'weekly' ? 1 : Number(everyWeeks) };
}

export const repeatLimits = { leastWeeks: 2, mostWeeks: activityLimits.everyWeeks } as const;
