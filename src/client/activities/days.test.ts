import { monthSpan, spanOf } from './days';

test.each([
  ['any', '2026-11-28', {}],
  ['today', '2026-11-28', { from: '2026-11-28', until: '2026-11-28' }],
  ['weekend', '2026-11-25', { from: '2026-11-28', until: '2026-11-29' }],
  ['weekend', '2026-11-28', { from: '2026-11-28', until: '2026-11-29' }],
  ['weekend', '2026-11-29', { from: '2026-11-29', until: '2026-11-29' }],
  ['weekend', '2026-12-31', { from: '2027-01-02', until: '2027-01-03' }],
  ['month', '2026-11-28', { from: '2026-11-01', until: '2026-11-30' }],
  ['2026-12-05', '2026-11-28', { from: '2026-12-05', until: '2026-12-05' }],
])('%s on %s', (wish, today, span) => {
  expect(spanOf(wish, today)).toEqual(span);
});

test('a month has all its days', () => {
  expect(monthSpan('2028-02')).toEqual({ from: '2028-02-01', until: '2028-02-29' });
  expect(monthSpan('2026-12')).toEqual({ from: '2026-12-01', until: '2026-12-31' });
});
