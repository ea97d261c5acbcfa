import { localMoment, nextPeriodAt, periodOf } from './periods';

const china = 'Asia/Shanghai';
/** A Monday morning. */
const monday = localMoment(china, new Date('2026-11-23T09:30:15+08:00'));
const sunday = localMoment(china, new Date('2026-11-29T23:59:59+08:00'));

test('a moment is read off the community’s own calendar and clock', () => {
  expect(monday).toMatchObject({ day: '2026-11-23', weekday: 1, time: '09:30:15' });
  expect(monday.midnight.toISOString()).toBe('2026-11-23T16:00:00.000Z');
  expect(localMoment(china, new Date('2026-11-22T16:00:00Z'))).toMatchObject({
    day: '2026-11-23',
    time: '00:00:00',
  });
});

test.each([
  ['day', monday, '2026-11-23', '2026-11-23T16:00:00.000Z'],
  ['week', monday, '2026-11-23', '2026-11-29T16:00:00.000Z'],
  ['week', sunday, '2026-11-23', '2026-11-29T16:00:00.000Z'],
  ['month', sunday, '2026-11-01', '2026-11-30T16:00:00.000Z'],
  ['ever', monday, '1970-01-01', undefined],
] as const)('a limit per %s counts from its first day to its last', (period, moment, first, next) => {
  expect(periodOf(period, moment)).toBe(first);
  expect(nextPeriodAt(period, china, moment)?.toISOString()).toBe(next);
});

test('December’s month ends with the year', () => {
  const december = localMoment(china, new Date('2026-12-31T12:00:00+08:00'));
  expect(nextPeriodAt('month', china, december)?.toISOString()).toBe('2026-12-31T16:00:00.000Z');
});
