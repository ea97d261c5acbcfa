import type { SeriesRule } from '../../contract/activity-desk';
import { laterBy, stepsOf, wallOf } from './recurrence';

const shanghai = 'Asia/Shanghai';

function datesOf(rule: SeriesRule, first: string, count: number, timeZone = shanghai) {
  const start = new Date(first);
  return [...stepsOf(rule, wallOf(timeZone, start), count)].map((step) =>
    laterBy(timeZone, start, step).toISOString(),
  );
}

test('every other week, at the same time of day', () => {
  const dates = datesOf({ kind: 'weekly', everyWeeks: 2 }, '2026-11-28T01:00:00.000Z', 3);
  expect(dates).toEqual(['2026-11-28T01:00:00.000Z', '2026-12-12T01:00:00.000Z', '2026-12-26T01:00:00.000Z']);
});

test('the first Saturday of every month, into the next year', () => {
  const dates = datesOf({ kind: 'monthly' }, '2026-11-07T01:00:00.000Z', 4);
  expect(dates.map((date) => date.slice(0, 10))).toEqual([
    '2026-11-07',
    '2026-12-05',
    '2027-01-02',
    '2027-02-06',
  ]);
});

test('the fifth is the last where a month has only four', () => {
  const dates = datesOf({ kind: 'monthly' }, '2026-10-31T01:00:00.000Z', 3);
  expect(dates.map((date) => date.slice(0, 10))).toEqual(['2026-10-31', '2026-11-28', '2026-12-26']);
});

test('where clocks change it stays the same time of day', () => {
  const dates = datesOf({ kind: 'weekly', everyWeeks: 1 }, '2026-03-27T08:00:00.000Z', 2, 'Europe/Berlin');
  expect(dates).toEqual(['2026-03-27T08:00:00.000Z', '2026-04-03T07:00:00.000Z']);
});
