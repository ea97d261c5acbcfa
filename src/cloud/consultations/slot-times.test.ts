import { workingCalendar } from '../platform/working-time';
import { doOverlap, slotTimes } from './slot-times';

const calendar = workingCalendar({ timeZone: 'Asia/Shanghai' });
const tuesday = {
  weekdays: [2],
  opens: '09:00',
  closes: '10:10',
  slotMinutes: 30,
  fromDay: '2026-11-01',
  untilDay: null,
};
const none = new Set<string>();
const timesOn = (
  now: string,
  hours: Omit<typeof tuesday, 'untilDay'> & { untilDay: string | null } = tuesday,
  daysOff: ReadonlySet<string> = none,
) => slotTimes(hours, { calendar, daysOff, now: new Date(now) }).map((at) => at.toISOString());

test('whole appointments on its weekdays, four weeks ahead', () => {
  expect(timesOn('2026-11-23T09:00:00+08:00')).toEqual([
    '2026-11-24T01:00:00.000Z',
    '2026-11-24T01:30:00.000Z',
    '2026-12-01T01:00:00.000Z',
    '2026-12-01T01:30:00.000Z',
    '2026-12-08T01:00:00.000Z',
    '2026-12-08T01:30:00.000Z',
    '2026-12-15T01:00:00.000Z',
    '2026-12-15T01:30:00.000Z',
  ]);
});

test('what has begun, days off and days outside are left out', () => {
  expect(timesOn('2026-11-24T09:10:00+08:00')[0]).toBe('2026-11-24T01:30:00.000Z');
  const ended = { ...tuesday, untilDay: '2026-11-30' };
  expect(timesOn('2026-11-23T09:00:00+08:00', ended)).toHaveLength(2);
  expect(timesOn('2026-11-23T09:00:00+08:00', tuesday, new Set(['2026-11-24']))[0]).toContain('2026-12-01');
});

test('on holidays nobody can be consulted, also not on their weekends; a weekend said so is meant', () => {
  const daily = { ...tuesday, weekdays: [1, 2, 3, 4, 5, 6, 7], closes: '09:30', fromDay: '2026-01-01' };
  const days = timesOn('2026-09-29T12:00:00+08:00', daily).map((at) => at.slice(0, 10));
  expect(days).toContain('2026-09-30');
  for (const off of ['2026-10-01', '2026-10-03', '2026-10-04', '2026-10-07']) expect(days).not.toContain(off);
  expect(days).toContain('2026-10-18');
});

test('hours overlap where weekday, days and times do', () => {
  const later = { ...tuesday, opens: '10:00', closes: '11:00' };
  expect(doOverlap(tuesday, later)).toBe(true);
  expect(doOverlap(tuesday, { ...later, opens: '10:10' })).toBe(false);
  expect(doOverlap(tuesday, { ...later, weekdays: [3] })).toBe(false);
  expect(doOverlap({ ...tuesday, untilDay: null }, { ...later, fromDay: '2027-01-01' })).toBe(true);
});
