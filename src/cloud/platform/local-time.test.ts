import { instantOf, localDate, localIso, monthOf } from './local-time';

const newYork = 'America/New_York';
const wall = (text: string) => Date.parse(`${text}Z`);

test.each([
  ['an ordinary morning', 'Asia/Shanghai', '2026-11-23T09:00', '2026-11-23T09:00:00+08:00'],
  [
    'a time the clock skips begins where it goes on',
    newYork,
    '2027-03-14T02:30',
    '2027-03-14T03:00:00-04:00',
  ],
  ['just before the skip', newYork, '2027-03-14T01:59', '2027-03-14T01:59:00-05:00'],
  ['just after the skip', newYork, '2027-03-14T03:00', '2027-03-14T03:00:00-04:00'],
  ['a time that comes twice is its first', newYork, '2026-11-01T01:30', '2026-11-01T01:30:00-04:00'],
  ['after both', newYork, '2026-11-01T02:00', '2026-11-01T02:00:00-05:00'],
  ['half an hour is skipped too', 'Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T02:30:00+11:00'],
])('%s', (_name, timeZone, local, instant) => {
  expect(instantOf(timeZone, wall(local))).toBe(Date.parse(instant));
  expect(localIso(timeZone, Date.parse(instant))).toBe(instant);
});

test('a day is the one on the wall there, a month its first day', () => {
  const at = new Date('2026-11-30T16:00:00.000Z');
  expect([localDate('Asia/Shanghai', at), localDate(newYork, at)]).toEqual(['2026-12-01', '2026-11-30']);
  expect(monthOf('2026-12-31')).toBe('2026-12-01');
});

test('instants keep their milliseconds, zones their minutes', () => {
  expect(localIso('Asia/Kathmandu', Date.parse('2026-11-23T00:00:00.250Z'))).toBe(
    '2026-11-23T05:45:00.250+05:45',
  );
  expect(localIso('UTC', 0)).toBe('1970-01-01T00:00:00+00:00');
});

test('a zone that is none is an error', () => {
  expect(() => localIso('Asia/Outang', 0)).toThrow(RangeError);
});
