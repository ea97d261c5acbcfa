import { dueWords } from './due-text';

const now = Date.parse('2026-11-23T09:00:00+08:00');
const due = (dueAt: string | null, isOverdue = false) => dueWords({ dueAt, isOverdue }, now);

test('nobody set a time', () => {
  expect(due(null)).toBeNull();
});

test('green while there is time, orange within a day, red past it', () => {
  expect(due('2026-11-30T18:00:00+08:00')).toEqual({ text: '11 月 30 日 前', tone: 'good' });
  expect(due('2026-11-24T18:00:00+08:00')).toEqual({ text: '明天 18:00 前', tone: 'good' });
  expect(due('2026-11-24T08:30:00+08:00')).toEqual({ text: '明天 08:30 前', tone: 'warn' });
  expect(due('2026-11-23T17:30:00+08:00')).toEqual({ text: '今天 17:30 前', tone: 'warn' });
  expect(due('2026-11-23T06:00:00+08:00', true)).toEqual({ text: '已超 3 小时', tone: 'danger' });
  expect(due('2026-11-20T09:00:00+08:00', true)).toEqual({ text: '已超 3 天', tone: 'danger' });
});
