import type { Opening, OpeningHours, OpeningSpan } from '../../contract/opening-hours';
import { dayAt, dayOf, daysBetween, timeText, weekdayIndex, weekdayName, weekdays } from './dates';
import { openingTexts } from './texts';

interface OpeningText {
  text: string;
  tone: 'open' | 'shut';
}

function openUntil(changesAt: string, now: Date): string {
  const [day, time] = [dayOf(changesAt), timeText(changesAt)];
  const ahead = daysBetween(dayAt(now, changesAt), day);
  if (ahead > 1) return openingTexts.openAllDay;
  if (ahead === 1 && time === '00:00') return openingTexts.openUntil(openingTexts.until24);
  return openingTexts.openUntil(ahead === 1 ? openingTexts.nextDay(time) : time);
}

function opensAt(changesAt: string, now: Date): string {
  const [day, time] = [dayOf(changesAt), timeText(changesAt)];
  const ahead = daysBetween(dayAt(now, changesAt), day);
  if (ahead <= 0) return openingTexts.opensAt(time);
  if (ahead === 1) return openingTexts.opensAt(openingTexts.tomorrow(time));
  return openingTexts.opensAt(openingTexts.onDay(weekdayName(day), time));
}

/** “营业中 · 21:00 结束”, “休息中 · 明天 08:30 开门”. */
export function openingText({ isOpen, changesAt }: Opening, now: Date): OpeningText {
  if (isOpen) return { text: changesAt ? openUntil(changesAt, now) : openingTexts.openAllDay, tone: 'open' };
  return { text: changesAt ? opensAt(changesAt, now) : openingTexts.closed, tone: 'shut' };
}

export function spansText(spans: readonly OpeningSpan[]): string {
  if (spans.length === 0) return openingTexts.noHours;
  return spans
    .map(({ opens, closes }) => {
      if (opens === '00:00' && closes === '24:00') return openingTexts.wholeDay;
      return `${opens}–${closes <= opens ? openingTexts.nextDay(closes) : closes}`;
    })
    .join('、');
}

export interface HoursLine {
  days: string;
  hours: string;
  isToday: boolean;
}

/** The week with equal days in a row told once: “周一至周五 08:30–21:00”. */
export function weeklyLines(hours: OpeningHours, today: string): HoursLine[] {
  const todayIndex = weekdayIndex(today);
  const lines: { from: number; to: number; hours: string }[] = [];
  weekdays.forEach((_, index) => {
    const text = spansText(hours.weekly.find((entry) => entry.weekday === index + 1)?.spans ?? []);
    const last = lines[lines.length - 1];
    if (last && last.hours === text) last.to = index;
    else lines.push({ from: index, to: index, hours: text });
  });
  return lines.map(({ from, to, hours: text }) => ({
    days: daysText(from, to),
    hours: text,
    isToday: todayIndex >= from && todayIndex <= to,
  }));
}

function daysText(from: number, to: number): string {
  const names = weekdays;
  if (from === 0 && to === 6) return openingTexts.everyDay;
  return from === to ? `${names[from]}` : `${names[from]}至${names[to]}`;
}

/** Exceptions of the next two weeks, the soonest first. */
export function comingExceptions(hours: OpeningHours, today: string): OpeningHours['exceptions'] {
  return hours.exceptions
    .filter(({ date }) => daysBetween(today, date) >= 0 && daysBetween(today, date) <= 14)
    .sort((a, b) => a.date.localeCompare(b.date));
}
