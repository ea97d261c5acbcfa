import { dayParts, hoursText, pointText, spanText } from './when-text';

test('a day as a leaf of a calendar', () => {
  expect(dayParts('2026-11-28T09:30:00+08:00')).toEqual({ day: '28', month: '11 月', weekday: '周六' });
  expect(dayParts('2026-12-03T23:30:00+08:00')).toEqual({ day: '3', month: '12 月', weekday: '周四' });
});

test('from when to when', () => {
  expect(hoursText('2026-11-28T09:30:00+08:00', '2026-11-28T11:00:00+08:00')).toBe('09:30–11:00');
  expect(hoursText('2026-11-28T20:00:00+08:00', '2026-11-29T01:00:00+08:00')).toBe(
    '20:00–11 月 29 日 周日 01:00',
  );
  expect(spanText('2026-11-28T09:30:00+08:00', '2026-11-28T11:00:00+08:00')).toBe(
    '11 月 28 日 周六 09:30–11:00',
  );
  expect(pointText('2026-11-27T18:00:00+08:00')).toBe('11 月 27 日 周五 18:00');
});
