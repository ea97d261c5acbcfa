import { dateText, dayOf, localInstant, timeText } from '../ui/dates';

/** The cloud's clock face, or the phone's of what is in UTC. */
const faceOf = (instant: string): string => (instant.endsWith('Z') ? localInstant(instant) : instant);

export interface DayParts {
  /** `28` */
  readonly day: string;
  /** `11 月` */
  readonly month: string;
  /** `周六` */
  readonly weekday: string;
}

/** A leaf of a calendar. */
export function dayParts(instant: string): DayParts {
  const day = dayOf(faceOf(instant));
  const weekday = dateText(day).split(' ').at(-1) ?? '';
  return { day: String(Number(day.slice(8))), month: `${Number(day.slice(5, 7))} 月`, weekday };
}

/** 09:30–11:30, or with the day of the end where it is another. */
export function hoursText(startsAt: string, endsAt: string): string {
  const [from, to] = [faceOf(startsAt), faceOf(endsAt)];
  const end = dayOf(from) === dayOf(to) ? timeText(to) : `${dateText(dayOf(to))} ${timeText(to)}`;
  return `${timeText(from)}–${end}`;
}

/** 11 月 28 日 周六 09:30–11:30 */
export const spanText = (startsAt: string, endsAt: string): string =>
  `${dateText(dayOf(faceOf(startsAt)))} ${hoursText(startsAt, endsAt)}`;

/** 11 月 27 日 周五 18:00 */
export function pointText(instant: string): string {
  const face = faceOf(instant);
  return `${dateText(dayOf(face))} ${timeText(face)}`;
}
