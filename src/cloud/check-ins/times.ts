import { checkInLimits, checkInProblems } from '../../contract/check-ins';
import { problems } from '../../contract/http';
import { minuteMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';

export interface VisitTimes {
  phoneTime: Date;
  now: Date;
  /** The earlier of the two: a phone that is ahead visits nobody tomorrow. */
  occurredAt: Date;
  isLate: boolean;
}

/** The times of a check-in that arrives `now`; refused when it is too old to be counted. */
export function timesOf(phoneClock: string, now: Date): VisitTimes {
  const phoneTime = new Date(phoneClock);
  if (Number.isNaN(phoneTime.getTime()))
    throw refuse(problems.invalid_input, { fields: { phoneTime: '没有这个时间' } });
  const occurredAt = phoneTime < now ? phoneTime : now;
  const ageMinutes = (now.getTime() - occurredAt.getTime()) / minuteMs;
  if (ageMinutes > checkInLimits.maxAgeHours * 60) throw refuse(checkInProblems.too_old);
  return { phoneTime, now, occurredAt, isLate: ageMinutes > checkInLimits.lateMinutes };
}
