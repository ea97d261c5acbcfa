import type { OpeningHours, OpeningSpan } from '../../contract/opening-hours';
import { spansText } from '../ui/opening-text';

/** Monday is 1. */
export const weekdayNumbers = [1, 2, 3, 4, 5, 6, 7] as const;

/** More on one day is nobody's normal week. */
export const maxSpans = 3;

const usualSpan: OpeningSpan = { opens: '09:00', closes: '21:00' };
const wholeDay: OpeningSpan = { opens: '00:00', closes: '24:00' };

/** A week like most shops have it, to begin with. */
export const usualHours: OpeningHours = {
  weekly: weekdayNumbers.map((weekday) => ({ weekday, spans: [usualSpan] })),
  exceptions: [],
};

export const spansOn = ({ weekly }: OpeningHours, weekday: number): readonly OpeningSpan[] =>
  weekly.find((day) => day.weekday === weekday)?.spans ?? [];

/** The same hours with one day changed; exceptions stay as they are. */
export function withDay(hours: OpeningHours, weekday: number, spans: readonly OpeningSpan[]): OpeningHours {
  const others = hours.weekly.filter((day) => day.weekday !== weekday);
  const weekly = [...others, { weekday, spans: [...spans] }].sort((a, b) => a.weekday - b.weekday);
  return { ...hours, weekly };
}

/** The hours of one day on the others named too. */
export const copyDay = (hours: OpeningHours, from: number, to: readonly number[]): OpeningHours =>
  to.reduce((copied, weekday) => withDay(copied, weekday, spansOn(hours, from)), hours);

/** Another span after the last, as far as the day goes. */
export function addSpan(spans: readonly OpeningSpan[]): readonly OpeningSpan[] {
  const last = spans[spans.length - 1];
  if (!last) return [usualSpan];
  const hour = Math.min(22, Number(last.closes.slice(0, 2)) + 1);
  const pad = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return [...spans, { opens: pad(hour), closes: pad(Math.min(23, hour + 3)) }];
}

export const isWholeDay = (spans: readonly OpeningSpan[]): boolean =>
  spans.length === 1 && spans[0]?.opens === wholeDay.opens && spans[0].closes === wholeDay.closes;

export const toggledWholeDay = (spans: readonly OpeningSpan[]): readonly OpeningSpan[] =>
  isWholeDay(spans) ? [usualSpan] : [wholeDay];

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether two spans of one day share a minute; past midnight a span goes on to the next day. */
export function isOverlapping(spans: readonly OpeningSpan[]): boolean {
  const ends = spans
    .map(({ opens, closes }) => {
      const [from, to] = [minutesOf(opens), minutesOf(closes)];
      return { from, to: to <= from ? to + 24 * 60 : to };
    })
    .sort((a, b) => a.from - b.from);
  return ends.some(({ from }, index) => index > 0 && from < (ends[index - 1]?.to ?? 0));
}

/** The days whose spans overlap. */
export const overlappingDays = (hours: OpeningHours): readonly number[] =>
  weekdayNumbers.filter((weekday) => isOverlapping(spansOn(hours, weekday)));

export const dayText = (hours: OpeningHours, weekday: number): string => spansText(spansOn(hours, weekday));
