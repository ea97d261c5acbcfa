import { instantIn } from './zoned';

test('a time on the clocks of a zone', () => {
  expect(instantIn('Asia/Shanghai', '2026-11-28', '09:30')).toBe('2026-11-28T01:30:00.000Z');
  expect(instantIn('Asia/Shanghai', '2026-11-28', '00:10')).toBe('2026-11-27T16:10:00.000Z');
});

test('a zone that changes its clocks', () => {
  expect(instantIn('Europe/Berlin', '2026-03-29', '12:00')).toBe('2026-03-29T10:00:00.000Z');
  expect(instantIn('Europe/Berlin', '2026-03-28', '12:00')).toBe('2026-03-28T11:00:00.000Z');
});
