import type { OpeningHours } from '../../contract/opening-hours';
import { comingExceptions, openingText, spansText, weeklyLines } from './opening-text';

const now = new Date('2026-11-23T09:00:00+08:00');
const say = (isOpen: boolean, changesAt: string | null, at = now) =>
  openingText({ isOpen, changesAt }, at).text;

test('says how long a station stays open', () => {
  expect(say(true, '2026-11-23T21:00:00+08:00')).toBe('营业中 · 21:00 结束');
  expect(say(true, '2026-11-24T00:00:00+08:00')).toBe('营业中 · 24:00 结束');
  expect(say(true, '2026-11-24T02:00:00+08:00')).toBe('营业中 · 次日 02:00 结束');
  expect(say(true, null)).toBe('全天开放');
});

test('says when a closed station opens', () => {
  expect(say(false, '2026-11-23T14:00:00+08:00')).toBe('休息中 · 14:00 开门');
  expect(say(false, '2026-11-24T08:30:00+08:00')).toBe('休息中 · 明天 08:30 开门');
  expect(say(false, '2026-11-26T08:30:00+08:00')).toBe('休息中 · 周四 08:30 开门');
  expect(say(false, null)).toBe('休息中');
});

test('counts days where the station is, not where the phone is', () => {
  const justAfterMidnight = new Date('2026-11-23T16:30:00Z');
  expect(say(false, '2026-11-24T08:30:00+08:00', justAfterMidnight)).toBe('休息中 · 08:30 开门');
});

const day = [{ opens: '08:30', closes: '21:00' }];
const hours: OpeningHours = {
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, spans: day })),
  exceptions: [
    { date: '2027-01-01', spans: [], note: '元旦' },
    { date: '2026-11-25', spans: [{ opens: '10:00', closes: '02:00' }], note: '盘点' },
  ],
};

test('tells equal days of the week once', () => {
  expect(weeklyLines(hours, '2026-11-23')).toEqual([
    { days: '周一至周五', hours: '08:30–21:00', isToday: true },
    { days: '周六至周日', hours: '不开放', isToday: false },
  ]);
  expect(spansText([{ opens: '00:00', closes: '24:00' }])).toBe('全天');
});

test('shows only the exceptions that come soon', () => {
  expect(comingExceptions(hours, '2026-11-23').map(({ note }) => note)).toEqual(['盘点']);
  expect(spansText(hours.exceptions[1]?.spans ?? [])).toBe('10:00–次日 02:00');
});
