import type { OpeningHours, OpeningSpan } from '../../contract/opening-hours';
import type { Demo, DemoHours } from './data';

const spansOf = (texts: readonly string[] = []): OpeningSpan[] =>
  texts.map((text) => ({ opens: text.slice(0, 5), closes: text.slice(6) }));

/** Hours as the contract has them, from hours as a person writes them down. */
export function openingHoursOf(
  { daily, weekdays, weekend, holidays }: DemoHours,
  dates: Demo['holidays'],
): OpeningHours {
  const isWeekend = (weekday: number) => weekday > 5;
  return {
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      spans: spansOf(daily ?? (isWeekend(weekday) ? weekend : weekdays)),
    })),
    exceptions: Object.entries(holidays).flatMap(([note, spans]) =>
      (dates[note] ?? []).map((date) => ({ date, spans: spansOf(spans), note })),
    ),
  };
}
