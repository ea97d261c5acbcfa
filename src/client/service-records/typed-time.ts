import { serviceLimits } from '../../contract/service-records';

const wholePattern = /^\d{1,2}$/;

/** Minutes of hours and minutes as typed; an empty one is none of them. null where it is no time of a day. */
export function minutesTyped({ hours, minutes }: { hours: string; minutes: string }): number | null {
  const [whole, rest] = [hours.trim() || '0', minutes.trim() || '0'];
  if (!wholePattern.test(whole) || !wholePattern.test(rest) || Number(rest) > 59) return null;
  const all = Number(whole) * 60 + Number(rest);
  return all <= serviceLimits.minutes ? all : null;
}
