import { dueText } from './due-text';

const now = Date.parse('2026-11-27T16:00:00+08:00');
const due = (kind: 'overdue' | 'soon' | 'later' | 'none', dueAt: string | null) =>
  dueText({ due: kind, next: { dueAt } }, now);

test('a deadline is said the way it is near', () => {
  expect(due('soon', '2026-11-27T17:30:00+08:00')).toBe('今天 17:30');
  expect(due('soon', '2026-11-28T09:00:00+08:00')).toBe('明天 09:00');
  expect(due('later', '2026-12-01T17:30:00+08:00')).toBe('12 月 1 日');
  expect(due('none', null)).toBe('不计时');
  expect(dueText({ due: 'none', next: null }, now)).toBe('不计时');
});

test('past it, it is said for how long', () => {
  expect(due('overdue', '2026-11-27T15:40:00+08:00')).toBe('超 20 分钟');
  expect(due('overdue', '2026-11-27T09:00:00+08:00')).toBe('超 7 小时');
  expect(due('overdue', '2026-11-24T16:00:00+08:00')).toBe('超 3 天');
});
