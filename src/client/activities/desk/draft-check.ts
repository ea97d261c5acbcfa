import { activityLimits, type Question } from '../../../contract/activities';
import { isRiskyKind, repeatLimits, type ActivityDraft, type DraftMoment } from './activity-draft';
import { wrongTexts as texts } from './edit-texts';

/** Field → what is wrong with it. The cloud's own names where it has them. */
export type Wrong = Readonly<Record<string, string>>;

const within = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

const face = ({ on, at }: DraftMoment): string => `${on}T${at}`;

const wrongCount = (text: string, most: number): string | null =>
  text.trim() === '' || within(text, 1, most) ? null : texts.count(most);

function wrongTimes(draft: ActivityDraft): Record<string, string | null> {
  const start = face({ on: draft.startsOn, at: draft.from });
  const end = face({ on: draft.endsOn, at: draft.to });
  const { signUpFrom, signUpUntil } = draft;
  const hours = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 3_600_000;
  const isLate = signUpUntil !== null && face(signUpUntil) > start;
  const isEmpty = signUpFrom !== null && face(signUpFrom) >= (signUpUntil ? face(signUpUntil) : start);
  const ends = hours > activityLimits.durationHours ? texts.tooLong(activityLimits.durationHours) : null;
  return {
    endsAt: end <= start ? texts.endsAt : ends,
    signUpUntil: isLate ? texts.signUpUntil : null,
    signUpFrom: isEmpty ? texts.signUpFrom : null,
  };
}

function wrongHours({ hoursPlanned }: ActivityDraft): string | null {
  const hours = Number(hoursPlanned);
  const isRight =
    hoursPlanned.trim() === '' || (hours >= 0.5 && hours <= activityLimits.hours && hours % 0.5 === 0);
  return isRight ? null : texts.hours(activityLimits.hours);
}

function wrongPeople(draft: ActivityDraft): Record<string, string | null> {
  const { capacity, minimum } = draft;
  const isOver = capacity.trim() !== '' && minimum.trim() !== '' && Number(minimum) > Number(capacity);
  return {
    capacity: wrongCount(capacity, activityLimits.capacity),
    minimum: wrongCount(minimum, activityLimits.capacity) ?? (isOver ? texts.minimum : null),
    hoursPlanned: wrongHours(draft),
  };
}

function wrongRepeat(draft: ActivityDraft): Record<string, string | null> {
  const { repeat, everyWeeks, endsBy, count, untilOn, startsOn } = draft;
  if (repeat === 'once') return {};
  const { leastWeeks, mostWeeks } = repeatLimits;
  return {
    everyWeeks:
      repeat === 'weeks' && !within(everyWeeks, leastWeeks, mostWeeks)
        ? texts.weeks(leastWeeks, mostWeeks)
        : null,
    count:
      endsBy === 'count' && !within(count, 2, activityLimits.repeats)
        ? texts.repeats(activityLimits.repeats)
        : null,
    untilOn: endsBy === 'day' && untilOn <= startsOn ? texts.untilOn : null,
  };
}

export const wrongQuestion = ({ kind, label, options }: Question): string | null => {
  if (label.trim() === '') return texts.question;
  if (kind !== 'single' && kind !== 'multiple') return null;
  const filled = options.map((option) => option.trim()).filter((option) => option !== '');
  if (filled.length < 2) return texts.options;
  return new Set(filled).size < filled.length ? texts.sameOptions : null;
};

/** What stands in the way of saving it. */
export function wrongWith(draft: ActivityDraft, isNew: boolean): Wrong {
  const mustWarn = draft.isRisky || isRiskyKind(draft.kind);
  const checks: Record<string, string | null> = {
    title: draft.title.trim() ? null : texts.title,
    stationId: draft.isAtStation && draft.stationId === null ? texts.station : null,
    placeText: !draft.isAtStation && draft.placeText.trim() === '' ? texts.place : null,
    ...wrongTimes(draft),
    ...wrongPeople(draft),
    ...(isNew ? wrongRepeat(draft) : {}),
    questions: draft.questions.some((question) => wrongQuestion(question) !== null) ? texts.questions : null,
    riskNotice: mustWarn && draft.riskNotice.trim() === '' ? texts.risk : null,
    insuranceText: mustWarn && draft.insuranceText.trim() === '' ? texts.insurance : null,
  };
  return Object.fromEntries(
    Object.entries(checks).flatMap(([field, text]) => (text === null ? [] : [[field, text]])),
  );
}
