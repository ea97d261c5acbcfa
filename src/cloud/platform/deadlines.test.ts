import { escalationLadder, reportDeadlines, type DeadlineRule } from '../../contract/deadlines';
import { allowedTime, clockAfter, dueAfter, nextEscalation, type DeadlineClock } from './deadlines';
import { workingCalendar } from './working-time';

type State = 'waiting' | 'doing' | 'asked' | 'done';
const rules: DeadlineRule<string, State>[] = [
  { category: '*', state: 'waiting', unit: 'workingDays', amount: 1 },
  { category: '*', state: 'doing', unit: 'workingDays', amount: 5 },
  { category: 'fire', state: 'doing', unit: 'hours', amount: 24 },
];
const calendar = workingCalendar({ timeZone: 'Asia/Shanghai' });
const plan = { rules, stopsIn: ['asked' as const], calendar };
const at = (local: string) => new Date(`${local}+08:00`);
const hour = 3_600_000;

test('the line of a category goes before that of all, and what a community says before the table', () => {
  const overrides: DeadlineRule<string, State>[] = [
    { category: '*', state: 'doing', unit: 'workingDays', amount: 3 },
  ];
  expect(allowedTime(plan, 'road', 'doing')).toEqual({ unit: 'workingDays', amount: 5 });
  expect(allowedTime(plan, 'fire', 'doing')).toEqual({ unit: 'hours', amount: 24 });
  expect(allowedTime(plan, 'fire', 'waiting')).toEqual({ unit: 'workingDays', amount: 1 });
  expect(allowedTime({ ...plan, overrides }, 'road', 'doing')).toEqual({ unit: 'workingDays', amount: 3 });
  expect(allowedTime({ ...plan, overrides }, 'fire', 'doing')).toEqual({ unit: 'hours', amount: 24 });
  expect(allowedTime(plan, 'road', 'done')).toBeNull();
  expect(dueAfter(plan, 'road', 'done', at('2026-11-23T10:00'))).toBeNull();
});

const move = (category: string, clock: DeadlineClock, from: State, to: State, when: string) =>
  clockAfter(plan, clock, { category, from, to, at: at(when) });
const none: DeadlineClock = { dueAt: null, leftMs: null };

test('a clock stops while the reporter is asked, and goes on with what was left', () => {
  const started = move('road', none, 'waiting', 'doing', '2026-11-23T10:00');
  expect(started).toEqual({ dueAt: at('2026-11-30T10:00'), leftMs: null });
  const stopped = move('road', started, 'doing', 'asked', '2026-11-24T10:00');
  expect(stopped).toEqual({ dueAt: null, leftMs: 4 * 8.5 * hour });
  const resumed = move('road', stopped, 'asked', 'doing', '2026-12-01T10:00');
  expect(resumed).toEqual({ dueAt: at('2026-12-07T10:00'), leftMs: null });
  expect(move('road', resumed, 'doing', 'doing', '2026-12-02T10:00')).toBe(resumed);
  expect(move('road', resumed, 'doing', 'done', '2026-12-02T10:00')).toEqual(none);
});

test('where every hour counts, the rest is counted by the clock as well', () => {
  const started = move('fire', none, 'waiting', 'doing', '2026-11-27T18:00');
  const stopped = move('fire', started, 'doing', 'asked', '2026-11-27T20:00');
  expect(stopped.leftMs).toBe(22 * hour);
  expect(move('fire', stopped, 'asked', 'doing', '2026-11-29T00:00').dueAt).toEqual(at('2026-11-29T22:00'));
});

test('what was overdue when it stopped is due when it goes on', () => {
  const overdue = { dueAt: at('2026-11-23T10:00'), leftMs: null };
  const stopped = move('road', overdue, 'doing', 'asked', '2026-11-24T10:00');
  expect(stopped).toEqual({ dueAt: null, leftMs: 0 });
  expect(move('road', stopped, 'asked', 'doing', '2026-11-25T10:00').dueAt).toEqual(at('2026-11-25T10:00'));
});

test('a ladder is climbed rung by rung, in working time', () => {
  const dueAt = at('2026-11-27T17:00');
  const next = (level: number) => nextEscalation(escalationLadder, { dueAt, level }, calendar);
  expect(next(0)).toEqual({ level: 1, at: dueAt, tell: 'assignee' });
  expect(next(1)).toEqual({ level: 2, at: at('2026-11-30T17:00'), tell: 'staff' });
  expect(next(2)).toEqual({ level: 3, at: at('2026-12-02T17:00'), tell: 'organiser' });
  expect(next(3)).toBeNull();
});

test('the table of reports names no line twice, and has one for all wherever it has one', () => {
  const lines = reportDeadlines.map(({ category, state }) => `${category} ${state}`);
  expect(new Set(lines).size).toBe(lines.length);
  for (const { state, amount } of reportDeadlines) {
    expect(amount).toBeGreaterThan(0);
    expect(lines).toContain(`* ${state}`);
  }
});
