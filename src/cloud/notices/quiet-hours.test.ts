import { dueAfterQuiet } from './quiet-hours';

const at = (time: string) => new Date(`2026-11-23T${time}+08:00`);
const due = (time: string, from: string | null, to: string | null) =>
  dueAfterQuiet(at(time), from, to).toISOString();

test.each([
  ['12:00:00', null, null],
  ['12:00:00', '22:00', '07:00'],
  ['07:00:00', '22:00', '07:00'],
  ['21:59:59', '22:00', '07:00'],
  ['14:00:00', '12:00', '14:00'],
])('at %s with quiet hours %s–%s it goes at once', (time, from, to) => {
  expect(due(time, from, to)).toBe(at(time).toISOString());
});

test.each([
  ['22:00:00', '22:00', '07:00', '2026-11-24T07:00:00+08:00'],
  ['03:30:00', '22:00', '07:00', '2026-11-23T07:00:00+08:00'],
  ['12:00:00', '12:00', '14:00', '2026-11-23T14:00:00+08:00'],
  ['13:59:59', '12:00', '14:00', '2026-11-23T14:00:00+08:00'],
])('at %s with quiet hours %s–%s it waits until %s', (time, from, to, until) => {
  expect(due(time, from, to)).toBe(new Date(until).toISOString());
});
